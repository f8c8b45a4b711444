"""Which kinds of outlets hardly tell an event, and which tell it alone."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.perspectives.gaps import Lack, Publisher, find_gaps
from wireroom.engine.insight.perspectives.teller import Axis

KNOWN = [
    Publisher(f"Outlet {n}", "QA" if n < 20 else "QB", "en" if n % 2 else "ar", "state")
    for n in range(40)
]


def names(numbers: range) -> list[str]:
    return [KNOWN[n].outlet for n in numbers]


def test_a_country_that_leaves_an_event_to_others_is_named() -> None:
    gaps = find_gaps(KNOWN, names(range(12)), texts=12)
    assert [(gap.axis, gap.value, gap.lack) for gap in gaps] == [
        (Axis.COUNTRY, "QA", Lack.ONLY),
        (Axis.COUNTRY, "QB", Lack.FEW),
    ]
    assert (gaps[1].telling, gaps[1].outlets, gaps[1].known, gaps[1].publishers) == (0, 12, 20, 40)


def test_an_event_that_all_kinds_tell_has_no_gap() -> None:
    assert find_gaps(KNOWN, names(range(10, 30)), texts=9) == ()


def test_few_outlets_tell_nothing_of_the_others() -> None:
    assert find_gaps(KNOWN, names(range(4)), texts=1) == ()
    assert find_gaps([], [], texts=0) == ()


def test_one_text_in_all_outlets_is_named() -> None:
    (gap,) = find_gaps(KNOWN, names(range(15, 25)), texts=1)
    assert (gap.axis, gap.lack, gap.outlets) == (Axis.TEXT, Lack.ONE_TEXT, 10)


@given(st.sets(st.integers(0, 39)))
def test_whom_a_gap_counts_is_there(telling: set[int]) -> None:
    for gap in find_gaps(KNOWN, [KNOWN[n].outlet for n in telling], texts=len(telling)):
        assert gap.telling <= min(gap.outlets, gap.known) <= gap.publishers
