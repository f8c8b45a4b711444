"""Pages made to hold a reader up or to break it are read or refused, in time that grows evenly."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

import pytest

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.intake import take_in
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document

PROSE: Final = (
    "The ferry company of Port Varda said on Monday that it would run night boats from April.",
    "Its director told the council that three boats had been refitted over the winter months.",
    "The council is to vote on the plan next week; two of its members have said they oppose it.",
)
REPORT: Final = "<h1>Night boats to run</h1>" + "".join(f"<p>{text}</p>" for text in PROSE)
MANY: Final = 100_000
SOON_S: Final = 5.0  # seconds of CPU; what these pages take is well below one
TEN_MB_S: Final = 2.0
SHORTEST_S: Final = 0.005  # shorter times are noise
GROWTH: Final = 8  # four times the page: 4 where time is linear, 16 where it is quadratic
TRIES: Final = 3


def read(body: str | bytes) -> tuple[str, ...]:
    raw = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    page = b"<html><head><title>Night boats to run</title></head><body>" + raw
    return read_document(Document(name="page.html", raw=page))[0].paragraphs


def seconds(body: str, *, enough: float = 0.0) -> float:
    """Return the CPU time of the best of some readings; a refusal is a reading, too.

    Below `enough` no further reading is made: the best one could only be shorter.
    """
    best = float("inf")
    for _ in range(TRIES):
        started = time.process_time()
        with suppress(UnreadablePage):
            read(body)
        best = min(best, time.process_time() - started)
        if best < enough:
            break
    return best


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{number}" for number in range(MANY)),
        " ".join(f"a{number}=x" for number in range(MANY)),
        " ".join(f'a{number}="> <"' for number in range(MANY)),
        "x='" + "<div a>" * 2_000 + "'",
        "class='" + "body article " * MANY + "'",
    ],
)
def test_a_tag_of_many_or_long_attributes_is_read_past(attributes: str) -> None:
    started = time.process_time()
    assert read(f"<div {attributes}><main>{REPORT}</main></div>") == PROSE
    assert time.process_time() - started < SOON_S


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * MANY,
        "<div>" * 300 + REPORT + "</div>" * 300,
        "<b><div>" * 2_000,
        f"<p x='{'<div>' * MANY}'>" + REPORT,
    ],
)
def test_nesting_that_no_page_has_is_refused_in_words(body: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadablePage) as caught:
        read(body)
    assert caught.value.reason == "too_deep"
    assert time.process_time() - started < SOON_S


def test_of_all_ascii_signs_those_that_no_text_has_are_taken_out() -> None:
    kept = [sign for sign in map(chr, range(128)) if sign in taken_in(f"Port{sign}Varda")]
    assert kept == [*"\t\n\f\r", *map(chr, range(0x20, 0x7F))]


def taken_in(text: str) -> str:
    page = f"<html><body><p>{text}</p></body></html>"
    whole, _kind = take_in(Document(name="page.html", raw=page.encode()))
    return whole[whole.index("<p>") + 3 : whole.index("</p>")]


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x1b", "\x7f", "\ud800", "\ufffe"])
def test_signs_that_cannot_be_written_down_are_taken_out(sign: str) -> None:
    page = REPORT.replace("Monday", f"{sign}Mon{sign}day")
    found = " ".join(read(page))
    assert sign not in found
    assert "run night boats from April" in found
    found.encode("utf-8")


@pytest.mark.slow
def test_quotes_that_span_tags_do_not_have_the_rest_read_again_from_each() -> None:
    tag = "<a '" + "x" * 6_000
    most = GROWTH * seconds(REPORT + tag * 100)
    assert seconds(REPORT + tag * 400, enough=most) < most


# Tags that hold tags, as the gate may see them, and lists: parsing takes time of their square.
CROWDED: Final[Mapping[str, Callable[[int], str]]] = {
    "values": lambda n: "<div " + " ".join(f'a{k}="<p"' for k in range(n)) + ">",
    "bare values": lambda n: "<div " + " ".join(f"a{k}=<p" for k in range(n)) + ">",
    "names": lambda n: "<div " + " ".join(f"a{k}<p" for k in range(n)) + ">",
    "whole tags": lambda n: "<div " + " ".join(f'a{k}="x<p>"' for k in range(n)) + ">",
    "ends and tags": lambda n: "<div " + " ".join(f'a{k} =\n "><p>"' for k in range(n)) + ">",
    "single quotes": lambda n: "<div " + " ".join(f"a{k}='\"><p>'" for k in range(n)) + ">",
    "balanced": lambda n: "<div " + " ".join(f'a{k}="<b></b>"' for k in range(n)) + ">",
    "one after another": lambda n: ("<p " + "a " * 2_400 + ">") * (n // 200),
    "options": lambda n: "<select>" + "<option>x" * n + "</select>",
    "OPTIONS": lambda n: "<select>" + "<oPtIoN>x</OpTiOn>" * n + "</select>",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CROWDED)
def test_crowded_tags_take_time_of_their_size(name: str) -> None:
    most = GROWTH * max(seconds(CROWDED[name](20_000) + REPORT), SHORTEST_S)
    assert seconds(CROWDED[name](80_000) + REPORT, enough=most) < most
    assert read(CROWDED[name](20_000) + REPORT) == PROSE


TEN_MB: Final[Mapping[str, Callable[[], str]]] = {
    "text": lambda: f"<p>{PROSE[0] * 12}</p>" * 9_000,
    "one text": lambda: "<p>" + PROSE[0] * 110_000,
    "tags": lambda: "<p>a word</p>" * 770_000,
    "attributes": lambda: f"<p {'data-a=b ' * 90}>{PROSE[0]}</p>" * 11_000,
    "one tag": lambda: "<div " + " ".join(f"a{k}=x" for k in range(1_100_000)) + ">",
    "nested": lambda: ("<div>" * 50 + PROSE[0] + "</div>" * 50) * 15_000,
    "one value": lambda: f"<div title='{'x' * 10_000_000}'>",
    "comment": lambda: f"<!--{'x ' * 5_000_000}-->",
    "script": lambda: f"<script>{'if(a<b){x()}' * 830_000}</script>",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEN_MB)
def test_ten_megabytes_of_anything_are_read_or_refused_soon(name: str) -> None:
    assert seconds(REPORT + TEN_MB[name](), enough=TEN_MB_S) < TEN_MB_S


PAGES: Final[Mapping[str, tuple[int, Callable[[int], str]]]] = {
    "nested": (100, lambda n: ("<div>" * 50 + PROSE[0] + "</div>" * 50) * n),
    "wide": (1_000, lambda n: "".join(f"<p>{k} {PROSE[k % 3]}</p>" for k in range(n))),
    "attributes": (1_000, lambda n: f"<p {'data-a=b ' * 90}>{PROSE[0]}</p>" * n),
    "text": (1_000, lambda n: f"<p>{' '.join(PROSE) * n}</p>"),
    "long paragraphs": (
        300,
        lambda n: "".join(f"<p>{f'{k} {PROSE[k % 3]} ' * 8}</p>" for k in range(n)),
    ),
    "headings": (500, lambda n: "".join(f"<h2>Boat {k}</h2><p>{PROSE[0]}</p>" for k in range(n))),
    "links": (2_000, lambda n: "".join(f"<li><a href='/{k}'>Boat {k}</a></li>" for k in range(n))),
    "table": (
        500,
        lambda n: f"<table>{'<tr><td>Boat</td><td>9</td><td>April</td></tr>' * n}</table>",
    ),
    "breaks": (1_000, lambda n: f"<div>{(PROSE[0] + '<br><br>') * n}</div>"),
    "script": (20_000, lambda n: f"<script>{'if(a<b){x()}' * n}</script>"),
    "unclosed emphasis": (400, lambda n: "<b>x<p>" * n),
    "forms": (300, lambda n: "<form><p>Boat</p></form>" * n),
    "foster children": (500, lambda n: "<table>" + "<p>Boat" * n),
    "entities": (20_000, lambda n: "<p>" + "&amp;&ampx" * n),
    "comments": (20_000, lambda n: "<!--x-->" * n),
    "notes": (
        1_200,
        lambda n: "<p>Correction: the boats are three, and not four as it said.</p>" * n,
    ),
    "fact boxes": (
        200,
        lambda n: (
            f"<p>{PROSE[0]}</p><aside class=fact-box><h3>Facts</h3><p>{PROSE[1]}</p></aside>" * n
        ),
    ),
    "entries": (
        800,
        lambda n: (
            "<div class=live-blog>"
            + f"<div><time datetime='2026-03-02T10:00Z'>x</time><p>{PROSE[0]}</p></div>" * n
        ),
    ),
    "misnested": (
        500,
        lambda n: "<p><b><i>one</b> two</i><a href=x><font>three</a></font></p>" * n,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_time_grows_with_the_page_and_not_with_its_square(name: str) -> None:
    size, page = PAGES[name]
    small = seconds(REPORT + page(size))
    assert small >= SHORTEST_S, "choose a larger page"
    most = GROWTH * small
    assert seconds(REPORT + page(4 * size), enough=most) < most
