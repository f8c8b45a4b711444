"""Reports are linked by what they are to each other on average, whatever came first."""

import time

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.stories.large import MERGED
from wireroom.engine.stories.linkage import MOST_LINKED, Linkage

LIKELY, UNLIKELY = MERGED + 2.0, MERGED - 2.0
Edges = dict[tuple[int, int], float]


def linked(edges: Edges, articles: int) -> Linkage:
    linkage = Linkage()
    for article in range(articles):
        linkage.add(article, {a: odds for (a, b), odds in edges.items() if b == article})
    return linkage


def alone(articles: int) -> dict[int, int]:
    return {article: article for article in range(articles)}


@st.composite
def streams(draw: st.DrawFn) -> tuple[Edges, int]:
    articles = draw(st.integers(1, 14))
    pairs = st.tuples(st.integers(0, articles - 1), st.integers(0, articles - 1))
    edges = draw(st.dictionaries(pairs, st.floats(-8, 8), max_size=40))
    return {(a, b): odds for (a, b), odds in edges.items() if a < b}, articles


def test_two_likely_reports_are_one_story_and_two_unlikely_ones_are_not() -> None:
    assert linked({(0, 1): LIKELY}, 2).groups(alone(2)) == {0: 0, 1: 0}
    assert linked({(0, 1): UNLIKELY}, 2).groups(alone(2)) == {0: 0, 1: 1}


def test_a_report_goes_to_those_it_is_nearest_to_on_average() -> None:
    edges = {(0, 1): LIKELY + 2, (0, 2): LIKELY, (1, 2): UNLIKELY - 4}
    assert linked(edges, 3).groups(alone(3)) == {0: 0, 1: 0, 2: 2}


def test_a_late_report_brings_two_stories_together() -> None:
    edges = {(0, 1): UNLIKELY + 1.9, (0, 2): LIKELY, (1, 2): LIKELY}
    assert linked(edges, 3).groups(alone(3)) == {0: 0, 1: 0, 2: 0}


def test_copies_stay_together_and_count_once() -> None:
    # Ten carriers of one text are one voice against another report's two links.
    edges = {(place, 11): UNLIKELY for place in range(10)} | {(10, 11): LIKELY}
    copies = [(0, carrier) for carrier in range(1, 10)]
    groups = linked(edges, 12).groups(alone(12), copies)
    assert {groups[place] for place in range(10)} == {0}
    assert groups[11] == groups[10] == 10


def test_large_stories_stay_as_they_were_assigned() -> None:
    many = MOST_LINKED + 1
    assigned = dict.fromkeys(range(many), 0) | {many: many}
    groups = linked({(0, many): LIKELY}, many + 1).groups(assigned)
    assert groups == assigned


def test_what_was_forgotten_links_nobody() -> None:
    linkage = linked({(0, 1): LIKELY, (1, 2): LIKELY}, 3)
    linkage.remove(1)
    linkage.remove(7)
    assert linkage.groups({0: 0, 2: 2}) == {0: 0, 2: 2}
    assert len(linkage) == 2


@given(streams(), st.lists(st.floats(-8, 8), min_size=1, max_size=3))
def test_linking_once_for_several_bars_gives_what_each_gives(
    stream: tuple[Edges, int], bars: list[float]
) -> None:
    edges, articles = stream
    falling, copies = sorted(bars, reverse=True), [(0, articles - 1)]
    found = linked(edges, articles).groups_above(falling, alone(articles), copies)
    for bar, groups in zip(falling, found, strict=True):
        assert groups == linked(edges, articles).groups(alone(articles), copies, above=bar)


@given(streams())
def test_groups_are_a_partition_named_by_their_first(stream: tuple[Edges, int]) -> None:
    edges, articles = stream
    groups = linked(edges, articles).groups(alone(articles))
    assert list(groups) == list(range(articles))
    for article, first in groups.items():
        assert first <= article
        assert groups[first] == first


@given(streams())
def test_the_same_odds_give_the_same_groups(stream: tuple[Edges, int]) -> None:
    edges, articles = stream
    turned = dict(reversed(edges.items()))
    first = linked(edges, articles).groups(alone(articles))
    assert linked(turned, articles).groups(alone(articles)) == first


@given(streams())
def test_no_two_groups_are_left_that_are_likely_one(stream: tuple[Edges, int]) -> None:
    edges, articles = stream
    groups = linked(edges, articles).groups(alone(articles))
    singles = {first for first in groups.values() if list(groups.values()).count(first) == 1}
    assert not any(odds > MERGED and {a, b} <= singles for (a, b), odds in edges.items())


def test_ten_thousand_reports_are_linked_in_seconds() -> None:
    count = 10_000
    linkage = Linkage()
    for article in range(count):
        near = range(max(0, article - 40), article)
        linkage.add(article, {other: (article * other) % 7 - 4.0 for other in near})
    started = time.process_time()
    assert len(linkage.groups(alone(count))) == count
    assert time.process_time() - started < 20
