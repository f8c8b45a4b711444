"""Pages of links: reports are told from all that stands around them, whatever the layout."""

import sys
from collections import Counter

import pytest
from benchmarks.listing_fronts import HELD_LAYOUTS, LAYOUTS
from benchmarks.listing_words import HELD_STYLES, STYLES
from benchmarks.listings import measure
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import NotAFeed
from wireroom.engine.listings.read import read_listing
from wireroom.engine.listings.shape import shape_of
from wireroom.engine.types import FeedEntry

AT = "https://www.tide.example/world"
ROW = '<li><h3><a href="{}">{}</a></h3></li>'
NAMES = ("Council rejects the new ferry plan", "Storm closes two schools in Ostvik")


def read(body: str, known: list[tuple[str, bool]] | None = None) -> tuple[FeedEntry, ...]:
    page = f"<html><body><main><ul>{body}</ul></main></body></html>".encode()
    return read_listing(page, url=AT, known=known or []).entries


def rows(path: str, count: int = 6) -> str:
    return "".join(
        ROW.format(path.format(n), f"{NAMES[n % 2]} for the {n}th time") for n in range(count)
    )


@pytest.mark.slow
@pytest.mark.parametrize("learnt", [False, True])
def test_fronts_of_many_layouts_and_languages(*, learnt: bool) -> None:
    styles = dict(list({**STYLES, **HELD_STYLES}.items())[::5])
    whole = sum(
        (one[-1] for one in measure({**LAYOUTS, **HELD_LAYOUTS}, styles, seed=7, learnt=learnt)),
        Counter[str](),
    )
    assert whole["right"] == whole["got"]
    assert whole["right"] >= 0.98 * whole["wanted"]
    assert whole["titled"] >= 0.99 * whole["right"]


def test_what_turned_out_to_be_no_report_is_left_out_from_then_on() -> None:
    body = rows("/2026/11/30/a-report-of-the-day-{}/") + rows("/guides/all-there-is-to-know-{}/")
    assert any("/guides/" in entry.url for entry in read(body))
    known = [(f"https://www.tide.example/guides/what-to-see-there-{n}/", False) for n in range(4)]
    found = read(body, known)
    assert len(found) == 6
    assert not any("/guides/" in entry.url for entry in found)


def test_addresses_that_say_nothing_are_taken_where_the_outlet_taught_them() -> None:
    body = '<p><a href="/city/fire">Fire at the old market</a></p>'
    assert not read(body)
    known = [(f"https://tide.example/city/word{n}", True) for n in range(3)]
    assert [entry.url for entry in read(body, known)] == ["https://www.tide.example/city/fire"]
    assert not read(body, [(url, False) for url, _ in known])


def test_other_hosts_advertisements_and_the_page_itself_are_no_reports() -> None:
    assert not read(rows("https://elsewhere.example/2026/11/30/a-report-of-theirs-{}/"))
    assert not read(f'<div class="sponsored">{rows("/2026/11/30/what-a-maker-says-{}/")}</div>')
    assert not read(rows("?page={}") + rows("#part-{}") + rows("javascript:open({})"))


def test_one_address_is_one_entry_under_its_headline() -> None:
    card = (
        '<article><a href="/2026/11/30/ferry-plan-falls"><img></a><h3>Ferry plan falls in council'
        '</h3><a href="/2026/11/30/ferry-plan-falls#comments">12 comments</a>'
        '<a href="/2026/11/30/ferry-plan-falls">Read more</a></article>'
    )
    (entry,) = read(card)
    assert entry.title == "Ferry plan falls in council"
    assert entry.published_at is None


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4", b"{}", b"<rss><channel/></rss>", b"words"])
def test_what_is_no_page_says_so(raw: bytes) -> None:
    with pytest.raises(NotAFeed):
        read_listing(raw, url=AT)


TAGS = st.sampled_from(("<a href='/2026/11/30/x-y-z-w'>", "</a>", "<h2>", "<li>", "<nav>", "<div>"))


@settings(max_examples=60)
@given(st.lists(TAGS | st.text(max_size=12), max_size=40).map("".join), st.binary(max_size=200))
def test_no_markup_breaks_it(markup: str, noise: bytes) -> None:
    try:
        feed = read_listing(f"<html>{markup}".encode("utf-8", "replace") + noise, url=AT)
    except NotAFeed:
        return
    assert all(entry.url.startswith("https://www.tide.example/") for entry in feed.entries)


def test_a_page_of_nothing_but_links_is_read_in_time() -> None:
    assert len(read(rows("/2026/11/30/a-report-of-the-day-{}/", 20_000))) == 200
    nested = "<div>" * 2_000 + rows("/2026/11/30/a-report-of-the-day-{}/", 2_000)
    assert len(read(nested)) == 200


def test_addresses_of_any_length_cost_what_their_page_has_of_them() -> None:
    """A parser repeats an anchor that is never closed in each block behind it, its address too."""

    def calls(size: int) -> int:
        met = Counter[str]()
        front = f'<p><a href="/{"é/" * size}">' + "<p>one of many" * size
        sys.setprofile(lambda _frame, event, _what: met.update((event,)))
        try:
            read(front)
        finally:
            sys.setprofile(None)
        return met["call"] + met["c_call"]

    small, large = calls(300), calls(600)
    assert large < 2.2 * small


@given(st.text(max_size=60))
def test_every_address_has_a_shape(path: str) -> None:
    shape = shape_of(f"https://tide.example/{path}")
    assert 0 <= shape.worth <= 3
