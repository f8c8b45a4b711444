"""The invented comments of the moderation benchmark, and that the rules keep what they reached."""

from collections import Counter

import pytest
from benchmarks.moderation import FILES, Case, load_cases

from wireroom.engine.moderation.assessment import KINDS
from wireroom.engine.moderation.score import score

# First measured on comments that were held out: no wrong hold, one of 28 missed.
FEWEST_HELD = 0.96


@pytest.mark.parametrize("half", sorted(FILES))
def test_comments_are_labelled_in_both_languages(half: str) -> None:
    cases = load_cases(half)
    assert len({case.id for case in cases}) == len(cases)
    assert all(case.kinds <= set(KINDS) for case in cases)
    assert all((case.expected == "show") == (not case.kinds) for case in cases)
    shares = Counter(case.lang for case in cases)
    assert 0.4 < shares["ar"] / len(cases) < 0.6


@pytest.mark.parametrize("half", ["known", "held"])
def test_nothing_is_held_wrongly_and_most_that_should_be_is(half: str) -> None:
    held = [case for case in load_cases(half) if _is_held(case)]
    due = sum(case.expected == "hold" for case in load_cases(half))
    assert [case.text for case in held if case.expected != "hold"] == []
    assert len(held) >= FEWEST_HELD * due


def _is_held(case: Case) -> bool:
    return score(case.text, case.context).suggestion == "hold"
