"""The benchmarks of pages and stories on small corpora with scorers of their own."""

import gzip
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from benchmarks.mutations import mutated
from benchmarks.stories import compress

from wireroom.engine.types import ArticleText

ROOT = Path(__file__).resolve().parents[2]
PAGES_SCORER = """
def score(truth, predicted):
    rows = []
    for row in truth:
        found = predicted.get(row["id"], {}).get("body") or ""
        rows.append({"source": row["source"], "f1": float(row["body"] in found)})
    return rows
def summarise(rows):
    mean = sum(row["f1"] for row in rows) / len(rows)
    return {"F1mac": mean, "F1": mean, "title": None, "day": None, "minute": None, "auth=": None}
"""
SPLICED_SCORER = """
from collections import Counter
def words(text):
    return text.split()
def shingles(row):
    return Counter(zip(row, row[1:], row[2:], row[3:]))
def body_counts(truth, body, optional):
    want, got = shingles(words(truth)), shingles(words(body))
    hit = sum((want & got).values())
    return hit, sum(got.values()) - hit, sum(want.values()) - hit, want == got
"""
STORIES_SCORER = """
import json
def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]
def score(truth, predicted):
    assert set(truth) == set(predicted)
    names = ("b3_p", "b3_r", "b3_f1", "pair_p", "pair_r", "pair_f1")
    return {"n": len(truth), "true_stories": len(set(truth.values())),
            "pred_stories": len(set(predicted.values())), **dict.fromkeys(names, 0.5)}
"""
SENTENCE = "The harbour board of Port Alderne voted on Monday to close the old northern quay."


def _bench(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wireroom", "bench", name, *words]
    return subprocess.run(
        command, cwd=ROOT / "src", capture_output=True, text=True, check=False, timeout=600
    )


def _corpus(folder: Path) -> Path:
    (folder / "score.py").write_text(PAGES_SCORER, "utf-8")
    page = f"<html><body><article><h1>Quay to close</h1>{f'<p>{SENTENCE}</p>' * 6}</article>"
    rows = [
        {"id": name, "source": "aeb", "url": f"https://paper.example/{name}", "body": SENTENCE}
        for name in ("a", "b", "gone")
    ]
    for name in ("a", "b"):
        (folder / f"{name}.html.gz").write_bytes(gzip.compress(page.encode()))
    # A line separator inside a string is no end of a line.
    lines = "\n".join(json.dumps({**row, "title": "x\u2028y"}, ensure_ascii=False) for row in rows)
    (folder / "truth.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return folder


def test_pages_prints_a_row_for_each_tool(tmp_path: Path) -> None:
    done = _bench("pages", str(_corpus(tmp_path)))
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if line.strip()}
    assert rows["trafilatura"][1:5] == ["2", "0", "1.000", "1.000"]
    assert rows["Wireroom"][1] == "2"
    assert "1 pages of truth.jsonl.gz are not there" in done.stderr
    assert not (tmp_path / "__pycache__").exists()


def test_pages_can_leave_the_rival_out_and_take_a_part(tmp_path: Path) -> None:
    done = _bench("pages", str(_corpus(tmp_path)), "--no-rival", "--limit", "1")
    assert done.returncode == 0, done.stderr
    assert not any(line.startswith("trafilatura") for line in done.stdout.splitlines())
    assert next(x for x in done.stdout.splitlines() if x.startswith("Wireroom")).split()[1] == "1"


def test_spliced_pages_are_the_same_ones_every_time(tmp_path: Path) -> None:
    folder = _corpus(tmp_path)
    (folder / "score.py").write_text(SPLICED_SCORER, "utf-8")
    runs = [_bench("spliced", str(folder), "--limit", "6", "--show") for _ in range(2)]
    assert [done.returncode for done in runs] == [0, 0], runs[0].stderr
    rows = [[line.split()[:9] for line in done.stdout.splitlines()] for done in runs]
    assert rows[0] == rows[1]
    whole = next(row for row in rows[0] if row[:1] == ["all"])
    assert whole[1] == "6"
    assert ["2", "0", "0.0000", "2"] in rows[0]


def test_stories_places_the_labelled_and_ignores_distractors(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text(STORIES_SCORER, "utf-8")
    labels = ["quay", "quay", None]
    rows = [
        {
            "id": str(i),
            "date": f"2031-03-0{i + 1}",
            "title": "Quay",
            "body": SENTENCE,
            "story": story,
        }
        for i, story in enumerate(labels)
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    done = _bench("stories", str(path), "--compress", "60")
    assert done.returncode == 0, done.stderr
    line = next(x for x in done.stdout.splitlines() if x.startswith("all"))
    assert line.split()[1:3] == ["3", "2"]
    assert "time divided by 60" in done.stdout


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("pages", "{tmp}/nowhere"), "no folder"),
        (("pages", "{tmp}"), "the corpus carries its own scorer"),
        (("stories", "{tmp}/nowhere.jsonl"), "no file"),
        (("stories", "{tmp}/set.jsonl"), "the corpus carries its own scorer"),
        (("stories", "{tmp}/set.jsonl", "--compress", "0"), "a number above 0"),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    tmp_path: Path, words: tuple[str, ...], advice: str
) -> None:
    (tmp_path / "set.jsonl").write_text("{}\n", "utf-8")
    done = _bench(*(word.format(tmp=tmp_path) for word in words))
    assert done.returncode == 1
    assert advice in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_scorer_of_another_corpus_is_refused(tmp_path: Path) -> None:
    folder = _corpus(tmp_path)
    (folder / "score.py").write_text("def score(truth, predicted): ...\n", "utf-8")
    done = _bench("pages", str(folder))
    assert (done.returncode, "has no summarise()" in done.stderr) == (1, True)


def test_compress_divides_the_gaps_and_leaves_the_undated() -> None:
    start = datetime(2031, 3, 4, tzinfo=UTC)
    times = [start + timedelta(hours=2), None, start]
    articles = [
        ArticleText(id=str(i), title="", body="x", published_at=at) for i, at in enumerate(times)
    ]
    moved = [article.published_at for article in compress(articles, pace=60)]
    assert moved == [start + timedelta(minutes=2), None, start]


def test_damaged_pages_are_the_same_each_time_and_none_crashes(tmp_path: Path) -> None:
    _corpus(tmp_path)
    done = _bench("mutated", str(tmp_path), "--pages", "20")
    assert done.returncode == 0, done.stderr
    assert "slowest:" in done.stdout
    page = SENTENCE.encode() * 9
    assert [mutated(page, number) for number in range(20)] == [
        mutated(page, number) for number in range(20)
    ]


def test_damaging_pages_asks_for_a_folder_of_pages(tmp_path: Path) -> None:
    done = _bench("mutated", str(tmp_path))
    assert done.returncode == 1
    assert "give the folder of a corpus of pages" in done.stderr
