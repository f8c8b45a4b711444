"""`./wireroom outlets filter`: rules tried on the latest entries, then kept."""

import pytest
from tests.web.newsroom import ago, make_outlet

from wireroom.cli import main
from wireroom.news.models import Entry, Feed, LoggedDeed, OutletRules, Page

pytestmark = pytest.mark.django_db


def test_rules_are_tried_then_kept_then_cleared(capsys: pytest.CaptureFixture[str]) -> None:
    outlet = make_outlet("Tide")
    feed = Feed.objects.create(outlet=outlet, url="https://tide.example/feed")
    for number, title in enumerate(("Ferry sails", "Horoscope")):
        page = Page.objects.create(
            outlet=outlet, url=f"https://m.tide.example/{number}", seen_at=ago(1)
        )
        Entry.objects.create(feed=feed, page=page, guid_key=title, title=title, seen_at=ago(1))
    said = ["outlets", "filter", "tide", "--leave-out", "title", "horo*"]
    said += ["--rewrite", "host", "m.tide.example", "tide.example"]
    assert main(said) == 0
    out = capsys.readouterr().out
    assert "of the last 2 entries 1 would be left out, 2 changed" in out
    assert "left out (filter 1): Horoscope" in out
    assert "https://m.tide.example/0 -> https://tide.example/0" in out
    assert not OutletRules.objects.exists()
    assert main([*said, "--keep", "--why", "no stars"]) == 0
    assert OutletRules.objects.get().filters[0]["pattern"] == "horo*"
    assert LoggedDeed.objects.get().why == "no stars"
    assert main(["outlets", "filter", "tide"]) == 0
    assert "filter 1: leave-out title: horo*" in capsys.readouterr().out
    assert main(["outlets", "filter", "tide", "--clear", "--keep"]) == 0
    assert OutletRules.objects.get().filters == []


@pytest.mark.parametrize(
    "words",
    [
        ["nobody"],
        ["tide", "--leave-out", "colour", "x"],
        ["tide", "--only", "title", "*"],
        ["tide", "--rewrite", "scheme", "http", "gopher"],
        ["tide", "--keep"],
    ],
)
def test_bad_input_is_told_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    make_outlet("Tide")
    assert main(["outlets", "filter", *words]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not OutletRules.objects.exists()
