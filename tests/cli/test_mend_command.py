"""`wireroom mend`, `mends` and `bench mends`: one line of result, one of error, and cases."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.cli import main
from wireroom.news.models import Membership

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.django_db
FIRE = "A fire at the Corrigan terminal in Vellmouth drove out 34 passengers, Edda Thorsby said."
STRIKE = "Milan Kubat said 212 tram drivers in Ostrava Nova will strike from Friday over shifts."


def test_an_editor_mends_reads_the_log_and_takes_it_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    a, b, c = (make_article(make_outlet(name), name) for name in ("One", "Two", "Three"))
    old, new = make_story([a, b]), make_story([c])
    assert main(["mend", "move", str(b.pk), str(new.pk), "--why", "نار أخرى", "--by", "Ines"]) == 0
    assert Membership.objects.get(article=b).story_id == new.pk
    number = capsys.readouterr().out.split(":")[0].removeprefix("mend ")
    assert main(["mends"]) == 0
    log = capsys.readouterr().out
    assert f"Ines move story {old.pk} into story {new.pk} article {b.pk}: نار أخرى" in log
    assert main(["mend", "undo", number]) == 0
    assert Membership.objects.get(article=b).story_id == old.pk
    assert main(["mend", "undo", number]) == 1
    assert "undone before" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [[], ["move", "1"], ["move", "-1", "2"], ["spike", "9"], ["pin", "٣"], ["x"]]
)
def test_wrong_usage_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mend", *words]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_reason_in_broken_text_is_kept_as_far_as_it_can_be() -> None:
    a, b = (make_article(make_outlet(name), name) for name in ("One", "Two"))
    make_story([a])
    story = make_story([b])
    assert (
        main(["mend", "move", str(a.pk), str(story.pk), "--why", "x\udcff\0y", "--by", "\0"]) == 0
    )
    assert Membership.objects.get(article=a).why == "an editor moved this here: x? y"


def test_cases_are_replayed_where_their_texts_are_there(tmp_path: Path) -> None:
    texts = [FIRE, f"{FIRE} The roof fell.", STRIKE]
    a, b, c = (
        make_article(make_outlet(f"O{n}"), text[:40], body=text) for n, text in enumerate(texts)
    )
    story = make_story([a, b, c])
    assert main(["mend", "split", str(story.pk), str(c.pk)]) == 0
    assert (
        main(["mend", "merge", str(Membership.objects.get(article=c).story_id), str(story.pk)]) == 0
    )
    assert main(["mends", "--with-text"]) == 2
    whole, bare = tmp_path / "whole.jsonl", tmp_path / "bare.jsonl"
    assert main(["mends", "--jsonl", str(whole), "--with-text"]) == 0
    assert main(["mends", "--jsonl", str(bare)]) == 0
    assert "Thorsby" not in bare.read_text("utf-8")
    split, _merge = map(json.loads, whole.read_text("utf-8").splitlines())
    assert [pair[2] for pair in split["pairs"]] == ["apart", "apart"]
    bare.write_text(bare.read_text("utf-8") + "no case\n", "utf-8")
    done = _bench(whole, bare)
    assert done[0].returncode == 0
    assert "split" in done[0].stdout
    table = [line.split() for line in done[0].stdout.splitlines()]
    assert ["split", "1", "1", "2", "2"] in table
    assert ["merge", "1", "0", "2", "0"] in table
    assert done[1].returncode == 1
    assert "2 cases have no text" in done[1].stderr
    assert "line 3" in done[1].stderr


def _bench(*paths: Path) -> list[subprocess.CompletedProcess[str]]:
    return [
        subprocess.run(
            [sys.executable, "-m", "benchmarks.mends", str(path)],
            cwd=ROOT, env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}, capture_output=True,
            text=True, check=False,
        )
        for path in paths
    ]  # fmt: skip
