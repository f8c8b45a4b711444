"""The look before a lone report is read hides nothing that the whole reading would find."""

from dataclasses import replace
from datetime import timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.insight.differences.telling import report, shown

from wireroom.engine.insight.differences.align import align
from wireroom.engine.insight.differences.figures import figures_of
from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.judge import kind_of
from wireroom.engine.insight.differences.report import Report
from wireroom.engine.insight.differences.table import rows_of

_WHO = st.sampled_from(
    (
        "Police said",
        "The Lohm hospital said",
        "According to the ministry,",
        "The harbour union put it differently:",
        "وقالت الشرطة ان",
        "",
    )
)
_TOLD = st.sampled_from(
    (
        "{} people were killed when the Orrin ferry sank",
        "{} passengers were injured on the Orrin ferry",
        "the damage came to {} million crowns",
        "the figure stood at {}",
        "{} شخصا قتلوا في الغرق",
    )
)
_SENTENCE = st.builds(
    lambda who, told, number: f"{who} {told.format(number)}.".strip(),
    _WHO,
    _TOLD,
    st.sampled_from((3, 5, 9, 12, 40)),
)


def _count_whole(one: Report) -> int:
    """Return how many differences are found without the look before."""
    groups = align(figures_of(0, one, len(one.body), is_lone=True))
    return sum(kind_of(rows_of(group, [one]), [one]) is not None for group in groups)


@settings(max_examples=80)
@given(st.lists(_SENTENCE, min_size=1, max_size=5), st.sampled_from(("en", "ar")))
def test_a_lone_report_differs_as_its_whole_reading_says(told: list[str], lang: str) -> None:
    one = report(" ".join(told), lang=lang)
    assert len(differences([one])) == _count_whole(one)


def test_two_who_are_cited_differ_in_one_report() -> None:
    both = "Police said 5 people were killed. The hospital said 9 people were killed."
    assert [shown(one) for one in differences([report(both)])] == [["5", "9"]]


def test_yesterday_is_that_of_the_report_s_own_zone() -> None:
    early = report("The Orrin ferry sank yesterday with 40 people aboard.")
    assert early.published_at
    ahead = early.published_at.astimezone(timezone(timedelta(hours=20)))
    late = replace(early, published_at=ahead)  # the same moment
    days = [sorted(figures_of(0, one, 1000)[0].days) for one in (early, late)]
    assert days == [["2026-03-01"], ["2026-03-02"]]
