"""Grouping a story's reports under those whose text they carry."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.news.queries.lineage import SharedText, trace_lineages

PAIRS = st.builds(
    SharedText,
    a=st.integers(1, 6),
    b=st.integers(1, 7),
    direction=st.sampled_from(["a>b", "b>a", "unknown"]),
    containment_a=st.floats(0, 1),
    containment_b=st.floats(0, 1),
).filter(lambda pair: pair.a != pair.b)


def pair(a: int, b: int, direction: str, share_a: float, share_b: float) -> SharedText:
    return SharedText(a=a, b=b, direction=direction, containment_a=share_a, containment_b=share_b)


def test_carriers_stand_below_the_report_whose_text_they_carry() -> None:
    lineages = trace_lineages([1, 2, 3], [pair(1, 2, "a>b", 0.5, 0.9)])
    assert [lineage.original for lineage in lineages] == [1, 3]
    (carrying,) = lineages[0].carriers
    assert (carrying.carrier, carrying.share, carrying.is_certain) == (2, 0.9, True)


def test_direction_counts_not_the_order_of_ids() -> None:
    lineages = trace_lineages([2, 1], [pair(1, 2, "b>a", 0.8, 0.7)])
    assert [(one.original, len(one.carriers)) for one in lineages] == [(2, 1)]


def test_less_than_half_is_an_own_report() -> None:
    assert len(trace_lineages([1, 2], [pair(1, 2, "a>b", 0.9, 0.49)])) == 2


def test_unknown_direction_takes_the_later_as_carrier_and_says_so() -> None:
    (lineage,) = trace_lineages([2, 1], [pair(1, 2, "unknown", 0.8, 0.9)])
    assert lineage.original == 2
    assert not lineage.carriers[0].is_certain


def test_a_copy_of_a_copy_stands_below_the_first() -> None:
    pairs = [pair(1, 2, "a>b", 0.9, 0.9), pair(2, 3, "a>b", 0.9, 0.95)]
    (lineage,) = trace_lineages([1, 2, 3], pairs)
    assert [one.carrier for one in lineage.carriers] == [2, 3]


@given(st.permutations([1, 2, 3, 4, 5, 6]), st.lists(PAIRS, max_size=20))
def test_every_article_stands_exactly_once(order: list[int], pairs: list[SharedText]) -> None:
    lineages = trace_lineages(order, pairs)
    placed = [one.original for one in lineages]
    placed += [carrying.carrier for one in lineages for carrying in one.carriers]
    assert sorted(placed) == [1, 2, 3, 4, 5, 6]
