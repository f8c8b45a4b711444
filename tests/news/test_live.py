"""A live blog's text parted by its entries: all of it, once, in the page's order."""

import html
import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.markup import plain_html
from wireroom.news.live import EntryPlace, LiveBlog, arrange, count_entries, opening_of

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
BODY = ("This page follows the vote.", "It is over", "They went home.", "They begin.", "Thanks.")
ENTRIES = (
    EntryPlace(heading="It is over", at=NOON, first=1, end=3),
    EntryPlace(heading=None, at=NOON - timedelta(hours=2), first=3, end=4),
)


def _texts(live: LiveBlog) -> list[str]:
    """Return every line that is shown, headings of entries included."""
    found: list[str] = []
    for part in live.parts:
        found += [part.heading] if part.heading else []
        found += [html.unescape(text) for text in re.split(r"<[^>]+>", part.html) if text]
    return found


def _arranged(entries: tuple[EntryPlace, ...], body: tuple[str, ...], markup: str) -> LiveBlog:
    live = arrange(entries, body, markup)
    assert live is not None
    return live


def test_text_above_between_and_below_stays_and_a_heading_is_told_once() -> None:
    markup = (
        "<p>This page follows the vote.</p><h3>It is over</h3><ul><li>They went home.</li></ul>"
        "<p>They begin.</p><p>Thanks.</p>"
    )
    live = _arranged(ENTRIES, BODY, markup)
    assert [(part.number, part.heading, part.html) for part in live.parts] == [
        (0, None, "<p>This page follows the vote.</p>"),
        (2, "It is over", "<ul><li>They went home.</li></ul>"),
        (1, None, "<p>They begin.</p>"),
        (0, None, "<p>Thanks.</p>"),
    ]
    assert (live.count, live.latest_at) == (2, NOON)


def test_the_oldest_entry_is_number_one_in_either_order() -> None:
    turned = tuple(
        EntryPlace(heading=None, at=entry.at, first=first, end=first + 1)
        for first, entry in enumerate(reversed(ENTRIES))
    )
    assert [part.number for part in _arranged(turned, BODY[:2], "").parts] == [1, 2]
    untold = [EntryPlace(heading=None, at=None, first=n, end=n + 1) for n in range(2)]
    assert [part.number for part in _arranged(tuple(untold), BODY[:2], "").parts] == [2, 1]


def test_a_heading_that_the_body_does_not_hold_is_shown_at_its_place() -> None:
    entry = EntryPlace(heading="In pictures", at=None, first=1, end=1)
    live = _arranged((ENTRIES[1], entry), BODY, "")  # not in the order of the body
    assert live.parts == ()
    last = EntryPlace(heading="In pictures", at=None, first=4, end=4)
    assert _texts(_arranged((*ENTRIES, last), BODY, "")) == [*BODY[:4], "In pictures", BODY[4]]


def test_entries_that_cannot_be_told_from_the_body_leave_it_whole() -> None:
    for first, end in ((0, 0), (-1, 2), (4, 9), (3, 2)):
        entries = (EntryPlace(heading="H", at=NOON, first=first, end=end),)
        assert arrange(entries, BODY, "") == LiveBlog(count=1, latest_at=NOON)
        assert opening_of(entries, BODY) == BODY


def test_other_reports_are_none() -> None:
    assert count_entries(()) is None
    assert arrange((), BODY, "") is None
    assert opening_of((), BODY) == BODY


_SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=6)


@given(_SPANS, st.integers(0, 4), st.booleans())
def test_no_paragraph_is_lost_or_shown_twice(
    spans: list[tuple[int, int, bool]], below: int, has_html: bool
) -> None:
    entries, last = [], 0
    for above, own, is_headed in spans:
        first, last = last + above, last + above + own
        heading = f"p{first}" if is_headed and own else None
        entries.append(EntryPlace(heading=heading, at=None, first=first, end=last))
    body = tuple(f"p{number}" for number in range(last + below))
    live = arrange(entries, body, plain_html(body) if has_html else "")
    if live is not None and live.parts:
        assert _texts(live) == list(body)
        assert sum(part.number > 0 for part in live.parts) == len(entries)
    assert body[: len(opening_of(entries, body))] == opening_of(entries, body)
