"""Filters and rewrites: what they match, and that no pattern can hold them up."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.patterns import Pattern
from wireroom.engine.feeds.rules import (
    Deed,
    Filter,
    Part,
    Rewrite,
    Rules,
    Where,
    check_rules,
    rewrite,
    sift,
)
from wireroom.engine.types import FeedEntry


def entry(title: str, path: str = "news/x", *tags: str) -> FeedEntry:
    url = f"https://tide.example/{path}"
    return FeedEntry(guid=url, url=url, title=title, tags=tags)


def left(entries: list[FeedEntry], *filters: tuple[Deed, Where, str]) -> list[str]:
    rules = Rules(tuple(Filter(deed=d, where=w, pattern=p) for d, w, p in filters))
    check_rules(rules)
    return [one.title for one in sift(entries, rules).entries]


@pytest.mark.parametrize(
    ("pattern", "title", "matches"),
    [
        ("sport", "Transport strike", False),
        ("sport", "SPORT: Rovers win", True),
        ("*sport*", "Transport strike", True),
        ("horoscope *", "Your horoscope for today", True),
        ("live * ferry", "Live: all of the ferry", True),
        ("live * ferry", "Ferry, live", False),
        ("الاخبار", "نشرة الأخبار", True),
        ("rover's", "The Rover’s return", True),
        ("a b c", "a c b", False),
    ],
)
def test_words_and_stars(pattern: str, title: str, *, matches: bool) -> None:
    assert Pattern.of_words(pattern).is_in_words(title) is matches


def test_filters_leave_out_and_take_only() -> None:
    entries = [
        entry("Ferry plan", "sport/a"),
        entry("Ferry sinks", "world/b", "Sea"),
        entry("Rovers win", "world/c"),
    ]
    assert left(entries, (Deed.LEAVE_OUT, Where.SECTION, "sport")) == ["Ferry sinks", "Rovers win"]
    assert left(entries, (Deed.ONLY, Where.TITLE, "ferry")) == ["Ferry plan", "Ferry sinks"]
    both = (Deed.ONLY, Where.TITLE, "ferry"), (Deed.ONLY, Where.ADDRESS, "/world/")
    assert len(left(entries, *both)) == 3
    assert left(entries, *both, (Deed.LEAVE_OUT, Where.CATEGORY, "sea")) == [
        "Ferry plan",
        "Rovers win",
    ]


def test_counts_say_which_filter_left_out_how_many() -> None:
    rules = Rules(
        (
            Filter(deed=Deed.LEAVE_OUT, where=Where.TITLE, pattern="win*"),
            Filter(deed=Deed.ONLY, where=Where.TITLE, pattern="ferry"),
        )
    )
    sifted = sift([entry("Rovers win"), entry("Storm"), entry("Ferry")], rules)
    assert dict(sifted.left_out) == {0: 1, -1: 1}
    assert [one.title for one in sifted.entries] == ["Ferry"]


@pytest.mark.parametrize(
    ("rule", "url", "becomes"),
    [
        (("scheme", "http", "https"), "http://tide.example/a", "https://tide.example/a"),
        (("host", "m.tide.example", "tide.example"), "https://m.tide.example/a", "https://tide.example/a"),
        (("host", "tide.example", "x.example"), "https://m.tide.example/a", "https://m.tide.example/a"),
        (("path", "/amp/", "/"), "https://tide.example/amp/a", "https://tide.example/a"),
        (("path", "/amp", ""), "https://tide.example/amp", "https://tide.example/"),
        (("query", "view=m", ""), "https://tide.example/a?view=m", "https://tide.example/a"),
    ],
)  # fmt: skip
def test_addresses_are_put_right(rule: tuple[str, str, str], url: str, becomes: str) -> None:
    one = Rewrite(part=Part(rule[0]), find=rule[1], put=rule[2])
    check_rules(Rules((), (one,)))
    assert rewrite(url, [one]) == becomes


@pytest.mark.parametrize(
    "rules",
    [
        Rules((Filter(deed=Deed.ONLY, where=Where.TITLE, pattern="**"),)),
        # Signs alone would leave out everything.
        Rules((Filter(deed=Deed.LEAVE_OUT, where=Where.TITLE, pattern="+++"),)),
        Rules((Filter(deed=Deed.LEAVE_OUT, where=Where.CATEGORY, pattern="*-*"),)),
        Rules((Filter(deed=Deed.ONLY, where=Where.TITLE, pattern="a" * 201),)),
        Rules((Filter(deed=Deed.ONLY, where=Where.TITLE, pattern="a*" * 11),)),
        Rules((Filter(deed=Deed.ONLY, where=Where.TITLE, pattern="a"),) * 21),
        Rules((), (Rewrite(part=Part.SCHEME, find="http", put="ftp"),)),
        Rules((), (Rewrite(part=Part.HOST, find="a.example", put="b.example/path"),)),
        Rules((), (Rewrite(part=Part.PATH, find=" "),)),
    ],
)
def test_what_says_nothing_is_refused(rules: Rules) -> None:
    with pytest.raises(BadInput):
        check_rules(rules)


@given(st.text("ab* ", min_size=1, max_size=8), st.text("ab ", max_size=12))
def test_stars_match_as_a_regular_expression_would(pattern: str, text: str) -> None:
    wanted = re.compile(".*".join(map(re.escape, pattern.strip().split("*"))))
    if pattern.strip("* "):
        stars = Pattern.of_address(pattern)
        is_plain = not any(piece.isspace() for piece in pattern.split("*"))
        if is_plain:
            assert stars.is_in(text) == bool(wanted.search(text))


def test_no_pattern_holds_a_poll_up() -> None:
    filters = tuple(
        Filter(deed=Deed.LEAVE_OUT, where=Where.TITLE, pattern="*a" * 9 + "*b") for _ in range(20)
    )
    grow = tuple(Rewrite(part=Part.PATH, find="a", put="a" * 200) for _ in range(20))
    began = time.process_time()
    sift([entry("a" * 1000, "a" * 1000) for _ in range(200)], Rules(filters, grow))
    assert time.process_time() - began < 5
