"""Questions to the sample newsroom's stories: answered rightly, or left unanswered rightly."""

import pytest
from benchmarks.ask import HALVES, Case, answer_case, is_right, load_cases

from wireroom.engine.insight.ask.answer import Answer

# Their questions were never read by whoever wrote the rules; those of the others were, by and by.
SET_ASIDE = ("held", "last", "sealed")
# Just below what was measured on the tuned half: answered .829, right .985, abstained .968.
ANSWERED, RIGHT, ABSTAINED = 0.82, 0.98, 0.96


@pytest.fixture(scope="module")
def answered() -> list[tuple[Case, Answer]]:
    return [(case, answer_case(case)) for case in load_cases("tuned")]


def test_most_answerable_questions_are_answered_and_rightly(
    answered: list[tuple[Case, Answer]],
) -> None:
    can = [one for one in answered if one[0].answer is not None]
    given = [one for one in can if one[1].is_found]
    assert len(given) / len(can) >= ANSWERED
    assert sum(is_right(*one) for one in given) / len(given) >= RIGHT


def test_near_misses_are_left_unanswered(answered: list[tuple[Case, Answer]]) -> None:
    cannot = [one for one in answered if one[0].answer is None]
    assert sum(is_right(*one) for one in cannot) / len(cannot) >= ABSTAINED


def test_no_event_of_a_set_that_nobody_read_stands_in_another() -> None:
    events = {half: {case.event for case in load_cases(half)} for half in HALVES}
    for half in SET_ASIDE:
        others = set().union(*(told for other, told in events.items() if other != half))
        assert events[half]
        assert not events[half] & others, half
