"""What of a model's sentences may be shown: whole sentences, and asides left out of them."""

import pytest
from benchmarks.lies_set import TRUTH, load_cases
from benchmarks.written import load_shortened, passes
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.verify.claim import CitedArticle, Span
from wireroom.engine.insight.written.gate import find_faults, judge_points
from wireroom.engine.insight.written.material import Numbered
from wireroom.engine.insight.written.request import WrittenPoint

# The share of lies that may pass, of all that are written down: the goal is .5%.
MOST_LIES = 0.005

OPENING = "A fire destroyed the ferry terminal at Vellmouth on Tuesday."
ASIDE = "The Corrigan terminal, which belongs to the town, handled two ferries a day."
LAST = "Firefighters from four towns fought the flames, and a school took in the passengers."
BODY = f"{OPENING} {ASIDE}\n\n{LAST}"
ARTICLE = CitedArticle("7", 2, BODY, "en")


def place(text: str) -> Span:
    start = BODY.index(text)
    return Span("7", 2, start, start + len(text))


MATERIAL = tuple(
    Numbered(number, "Tidewire", text, place(text))
    for number, text in enumerate((OPENING, ASIDE, LAST), start=1)
)


def shown(*told: WrittenPoint) -> list[str]:
    return [point.text for point in judge_points(told, MATERIAL, [ARTICLE]).points]


@pytest.mark.parametrize("one", MATERIAL)
def test_a_whole_sentence_is_shown(one: Numbered) -> None:
    assert shown(WrittenPoint(one.text, (one.number,))) == [one.text]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Corrigan terminal handled two ferries a day.", 2),
        ("Firefighters from four towns fought the flames.", 3),
    ],
)
def test_an_aside_may_be_left_out(text: str, number: int) -> None:
    assert shown(WrittenPoint(text, (number,))) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A fire destroyed the ferry terminal at Vellmouth on Monday.",
        "A fire destroyed the school at Vellmouth on Tuesday.",
        "A fire destroyed the ferry at Vellmouth on Tuesday.",
        "A ferry destroyed the fire terminal at Vellmouth on Tuesday.",
        "A fire nearly destroyed the ferry terminal at Vellmouth on Tuesday.",
        "A blaze destroyed the ferry terminal at Vellmouth on Tuesday.",
        "It destroyed the ferry terminal at Vellmouth on Tuesday.",
        f"{OPENING} {ASIDE}",
    ],
)
def test_other_words_are_withheld_with_a_reason(text: str) -> None:
    judged = judge_points([WrittenPoint(text, (1, 2, 3))], MATERIAL, [ARTICLE])
    assert judged.points == ()
    (one,) = judged.withheld
    assert (one.text, bool(one.why)) == (text, True)


def test_a_point_keeps_the_sentences_that_carry_it_alone() -> None:
    judged = judge_points([WrittenPoint(OPENING, (3, 1, 1, 99, -4))], MATERIAL, [ARTICLE])
    assert judged.points[0].spans == (MATERIAL[0].span,)


def test_a_point_without_a_sentence_is_withheld() -> None:
    assert shown(WrittenPoint(OPENING, ()), WrittenPoint(OPENING, (44,))) == []


def test_a_sentence_is_told_once() -> None:
    told = WrittenPoint(OPENING, (1,))
    assert shown(told, told) == [OPENING]


_NUMBERS = st.lists(st.integers(-9, 9), max_size=4).map(tuple)


@given(st.lists(st.builds(WrittenPoint, st.text(max_size=60), _NUMBERS), max_size=5))
def test_any_words_are_shown_or_withheld(told: list[WrittenPoint]) -> None:
    judged = judge_points(told, MATERIAL, [ARTICLE])
    assert len(judged.points) + len(judged.withheld) == len(told)


@given(st.sets(st.integers(0, 12), min_size=1))
def test_words_left_out_anywhere_are_an_aside_or_withheld(left_out: set[int]) -> None:
    words = ASIDE.split()
    text = " ".join(word for place, word in enumerate(words) if place not in left_out)
    allowed = {"", "which belongs to the town,", "The", "the", "a"}
    gone = " ".join(word for place, word in enumerate(words) if place in left_out)
    if not find_faults(text, MATERIAL[1].span, ARTICLE):
        articles = {"The", "the", "a"}
        rest = " ".join(word for word in gone.split() if word not in articles)
        assert rest in allowed | {"which belongs to town,"}


@pytest.mark.slow
def test_of_all_lies_that_are_written_down_hardly_one_passes() -> None:
    cases = [case for half in ("tuned", "held", "fresh", "last") for case in load_cases(half)]
    cases += [case for half in ("tuned", "held", "last", "final") for case in load_shortened(half)]
    lies = [case for case in cases if case.manner != TRUTH]
    passed = [case.claim.text for case in lies if passes(case)]
    assert len(passed) <= MOST_LIES * len(lies), passed
