"""How much of what a question is about a sentence, with what stands before it, is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.ask import words_ar, words_en
from wireroom.engine.insight.ask.asked import Need, Question
from wireroom.engine.insight.ask.reading import Sentence, Sentences
from wireroom.engine.insight.ask.subjects import stands_for
from wireroom.engine.text.words import words

# What a word counts for where a synonym stands for it, and where the sentence does not have it:
# the sentences before do, or it is what the whole story is about.
SYNONYM: Final = 0.92
BEFORE: Final = 0.6
TOPIC: Final = 0.5
_BACK: Final = 2
# "Who" and "which" go on about what their own sentence names.
_PRONOUNS: Final = (words_en.PRONOUNS - {"who", "which", "that"}) | words_ar.PRONOUNS


@dataclass(frozen=True, slots=True)
class Weighed:
    """A need and what it weighs: the rarer over the story, the more."""

    need: Need
    weight: float
    is_topic: bool


def cover(
    question: Question, weighed: Sequence[Weighed], report: Sentences, place: int, body: str
) -> float | None:
    """Return the share of the question that a sentence covers, None where a word is missing."""
    sentence = report.all[place]
    total = sum(one.weight for one in weighed) or 1.0
    covered, far, here = 0.0, 0, 0
    for one in weighed:
        if one.need.keys & sentence.keys:
            covered += one.weight * (1 if one.need.literal & sentence.keys else SYNONYM)
            here += not one.is_topic
            continue
        if one.need.is_soft:
            continue
        share = _elsewhere(one, report, place, body)
        if not share or one.need.is_core or (question.is_role and not _may_be_understood(one)):
            return None
        far += not one.is_topic and not one.need.is_name
        if (
            one.need.is_subject
            and (share == TOPIC or question.is_arabic)
            and not stands_for(one.need, sentence, body)
        ):
            return None
        covered += one.weight * share
    if far > max(1, here) or (
        not here and any(not one.is_topic and not one.need.is_soft for one in weighed)
    ):
        return None
    return covered / total if any(not one.need.is_soft for one in weighed) else 1.0


def _may_be_understood(one: Weighed) -> bool:
    """Whether a sentence that gives an office may leave out a word: whose office it is."""
    return one.need.is_name or one.need.is_of


def _own_topic(one: Weighed, report: Sentences) -> frozenset[str]:
    """Return the words of a report's own headline and opening, for whose office it is about."""
    return report.opening if one.need.is_of else frozenset()


def _elsewhere(one: Weighed, report: Sentences, place: int, body: str) -> float:
    if one.need.keys & (report.keys if one.is_topic else _own_topic(one, report)):
        return TOPIC
    before = report.all[max(0, place - _BACK) : place]
    if any(one.need.keys & other.keys for other in before) and _points_back(
        report.all[place], body
    ):
        return BEFORE
    return 0.0


def _points_back(sentence: Sentence, body: str) -> bool:
    """Whether the sentence goes on about what stands before it."""
    return not sentence.opens or bool(
        _PRONOUNS.intersection(words(body[sentence.start : sentence.end]))
    )
