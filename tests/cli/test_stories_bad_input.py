"""`wireroom stories` on what no newsroom would print: each line is placed, or named with why."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

DAM: Final[dict[str, Any]] = {
    "title": "Dam breaks above Oststadt, hundreds flee",
    "body": "The Kerrin dam above Oststadt broke and 340 people fled, mayor Ada Quill said."
    " Crews from Tolland closed the spillway before night fell on the valley.",
    "date": "2031-05-06T12:00:00Z",
    "lang": "en",
    "outlet": "North Post",
}
CHESS: Final[dict[str, Any]] = {
    "title": "Young player wins Norfell chess open",
    "body": "Tomas Varga, 17, won the chess open in Norfell after nine rounds and a playoff in"
    " which the champion of last year lost her queen to a fork at move thirty.",
    "date": "2031-05-06T15:00:00Z",
    "lang": "en",
    "outlet": "East Daily",
}


class Placed:
    """What a run of the command gave."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.err = code, err
        rows = [json.loads(line) for line in out.splitlines()]
        self.story = {row["id"]: row["story"] for row in rows}

    @property
    def stories(self) -> int:
        return len(set(self.story.values()))


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return what places rows; each gets its number as id, and a field of None is left out."""

    def run(*rows: dict[str, Any]) -> Placed:
        path = tmp_path / "articles.jsonl"
        kept = (
            {key: value for key, value in {"id": str(number), **row}.items() if value is not None}
            for number, row in enumerate(rows)
        )
        path.write_text("".join(f"{json.dumps(row)}\n" for row in kept), "utf-8")
        code = main(["stories", str(path), "--jsonl", "-"])
        said = capsys.readouterr()
        return Placed(code, said.out, said.err)

    return run


@pytest.mark.parametrize("field", ["date", "title", "lang", "outlet"])
def test_an_article_may_lack_a_field(place: Any, field: str) -> None:
    placed = place(DAM, CHESS, DAM | {field: None, "outlet": "South Post"})
    assert placed.code == 0
    assert placed.story["0"] == placed.story["2"] != placed.story["1"]


def test_a_headline_without_a_body_is_placed_and_named(place: Any) -> None:
    placed = place(
        DAM, CHESS, DAM | {"body": None, "outlet": "South Post"}, {"title": "", "body": ""}
    )
    assert placed.code == 1
    assert placed.story.keys() == {"0", "1", "2"}
    assert "article '2' has no body; it is placed by its headline" in placed.err
    assert "article '3' has no body; nothing to compare" in placed.err


def test_one_text_of_a_hundred_outlets_is_one_story(place: Any) -> None:
    placed = place(CHESS, *(DAM | {"outlet": f"Outlet {number}"} for number in range(100)))
    assert (placed.code, len(placed.story), placed.stories) == (0, 101, 2)


def test_one_address_a_thousand_times_is_one_story(place: Any) -> None:
    often = (
        DAM
        | {
            "title": f"Dam breaks, told {number} times",
            "url": f"https://north.example/dam?utm_source=feed{number}&fbclid={number}",
        }
        for number in range(1000)
    )
    placed = place(CHESS | {"url": "https://east.example/chess"}, *often)
    assert (placed.code, len(placed.story), placed.stories) == (0, 1001, 2)


def test_one_report_a_thousand_times_is_one_story_without_an_address(place: Any) -> None:
    body = " ".join(f"{DAM['body']} Gauge {number} fell." for number in range(4))
    often = (DAM | {"title": f"Told {number} times", "body": body} for number in range(1000))
    placed = place(CHESS, *often)
    assert (placed.code, placed.stories) == (0, 2)


def test_one_address_for_everything_joins_nothing(place: Any) -> None:
    home = "https://north.example/"
    assert place(DAM | {"url": home}, CHESS | {"url": home}).stories == 2


def test_a_body_of_five_megabytes_takes_its_place(place: Any) -> None:
    body = " ".join(f"Witness {number} spoke of pier {number % 97}." for number in range(160_000))
    placed = place(DAM, DAM | {"title": "Harbour inquiry, in full", "body": body}, CHESS)
    assert len(body) > 5_000_000
    assert (placed.code, placed.stories) == (0, 3)


def test_signs_without_words_stand_alone(place: Any) -> None:
    signs = ("... --- ,,, !!! ???", "\U0001f600 \U0001f389 \U0001f600", "\u2026", "\u202e\u2066")
    placed = place(DAM, *(DAM | {"title": sign, "body": sign} for sign in signs))
    assert (placed.code, placed.stories) == (0, 5)


@pytest.mark.parametrize("year", ["1970-01-01T00:00:00Z", "2090-01-01T00:00:00Z"])
def test_a_date_that_cannot_be_keeps_no_other_article_from_its_story(place: Any, year: str) -> None:
    placed = place(
        DAM, CHESS | {"date": year}, DAM | {"outlet": "South Post", "date": "2031-05-06T13:00:00Z"}
    )
    assert placed.code == 0
    assert placed.story["0"] == placed.story["2"] != placed.story["1"]


@pytest.mark.parametrize("sign", ["\ud800", "\x00", "\u202e", "\u2066", "\ufeff"])
def test_signs_that_break_others_break_nothing(place: Any, sign: str) -> None:
    odd = DAM | {
        "title": f"Dam {sign} breaks above{sign} Oststadt",
        "outlet": f"South{sign}",
        "lang": f"en{sign}",
    }
    placed = place(DAM, CHESS, odd)
    assert placed.code == 0
    assert placed.story["0"] == placed.story["2"] != placed.story["1"]
