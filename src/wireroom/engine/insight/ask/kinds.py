"""Whether a sentence holds an answer of the kind that is asked for, beside what it is about."""

import re
from typing import Final

from wireroom.engine.insight.ask import words_ar, words_en
from wireroom.engine.insight.ask.asked import Kind, Question
from wireroom.engine.insight.ask.figures import (
    has_age,
    has_amount,
    has_count,
    has_duration,
    has_measure,
    has_score,
)
from wireroom.engine.insight.ask.scene import FAR, Scene, gap, is_near
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.words import fold

_ROLE: Final = 4
_TIME_EN: Final = re.compile(words_en.TIME)
_TIME_AR: Final = re.compile(words_ar.TIME)
_PLACE_EN: Final = re.compile(
    r"\b(?:in|at|to|from|on the|near|off|into|outside|between|behind) "
    r"(?:(?:the|an|a|its|his|her) )?(?:\w+ ){0,2}?(?:[A-Z][\w’'-]+|"
    + "|".join(sorted(words_en.PLACES)) + r")\b"
)  # fmt: skip
_PLACE_AR: Final = re.compile(r"(?:\A|\s)(?:في|الي|علي|من|قرب|شرق|غرب|شمال|جنوب|عند|داخل|و?بين)\s")
_SAID: Final = re.compile(r"[\"“”«»]|\bsa(?:id|ys)\b|\btold\b|(?:\A|\s)و?قال")
_CAUSE_EN: Final = re.compile(r"\b(?:" + "|".join(words_en.CAUSES) + r")\b|\bfor \w+ing\b")
_CAUSE_AR: Final = re.compile(r"(?:\A|\s)[وف]?(?:" + "|".join(words_ar.CAUSES) + r")(?=\s)")
_CALLED: Final = re.compile(
    r"\b(?:called|named|titled|entitled|dubbed|known as|christened)\W+(?:the |an? )?[“\"'‘]?[A-Z]"
    r"|\b[A-Z][\w’'-]+, as (?:it|he|she) is (?:called|known)"
)
_NO_PERSON: Final = words_in(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december i
    """
)
_OFTEN: Final = re.compile(
    r"\b(?:every|each|per) (?:\w+ ){0,2}?(?:minute|hour|day|night|week|month|quarter|year|season|"
    r"summer|winter|spring|autumn|\w+day)s?\b|\b(?:hourly|daily|weekly|monthly|quarterly|yearly|"
    r"annually)\b|\b(?:once|twice|times) an? \w+|\b(?:never|always|rarely|seldom|regularly)\b"
)
# "fishers", "jurists": who does something ends so, and some things do.
_DOER: Final = re.compile(r"\w{3,}(?:[ei]ers|[^aeiou]ers|tors|sors|ists|[^i]ians)\Z")
_NO_DOER: Final = words_in(
    """
    papers newspapers numbers waters orders matters others letters quarters corners powers flowers
    towers rivers offers covers computers containers borders shoulders headers barriers fingers
    answers chapters posters sensors factors sectors motors layers dinners freezers
    disasters centers theaters meters liters kilometers twisters boilers sprinklers trailers tankers
    steamers trawlers
    """
)
_PLACE_LEADS: Final = words_in("at in near off from outside of towards into")


def holds_answer(question: Question, scene: Scene) -> bool:
    """Whether the sentence has what the question asks for."""
    return _CHECKS[question.kind](question, scene)


def _any(question: Question, scene: Scene) -> bool:
    return len(scene.words) > len(question.needs)


def _said(question: Question, scene: Scene) -> bool:
    return bool(_SAID.search(fold(scene.text)) or "“" in scene.text)


def _named(question: Question, scene: Scene) -> bool:
    return bool(_CALLED.search(scene.text))


def _why(question: Question, scene: Scene) -> bool:
    pattern = _CAUSE_AR if question.is_arabic else _CAUSE_EN
    return bool(pattern.search(fold(scene.text)))


def _when(question: Question, scene: Scene) -> bool:
    pattern = _TIME_AR if question.is_arabic else _TIME_EN
    folded = fold(scene.text)
    share = len(folded) / max(len(scene.text), 1)
    return any(
        is_near(scene, int(found.start() / share), FAR) for found in pattern.finditer(folded)
    )


def _often(question: Question, scene: Scene) -> bool:
    return any(
        is_near(scene, found.start(), FAR // 2) for found in _OFTEN.finditer(scene.text.casefold())
    )


def _where(question: Question, scene: Scene) -> bool:
    if question.is_arabic:
        return bool(_PLACE_AR.search(fold(scene.text)))
    asked = {need.word for need in question.needs}
    return any(
        found[0].split()[-1].casefold() not in asked and is_near(scene, found.start(), FAR // 2)
        for found in _PLACE_EN.finditer(scene.text)
    )


def _who(question: Question, scene: Scene) -> bool:
    if question.is_arabic:
        return len(scene.words) > len(question.needs) and (
            not question.is_role or _is_compact(scene, len(question.needs))
        )
    asked = frozenset[str]().union(*(need.keys for need in question.needs))
    if any(need.is_name for need in question.needs) and not _has_plain(question):
        return True
    people = [
        place
        for place, word in enumerate(scene.words)
        if word.is_capital and not word.keys & asked and _is_person(scene, place)
    ]
    if question.is_role:
        return any(_has_role(question, scene, one) for one in (*people, *_by_trade(scene, asked)))
    doers = _doers(scene, asked)
    return any(
        gap(scene, place) <= FAR // 2 for place in (*people, *_by_trade(scene, asked), *doers)
    )


def _has_role(question: Question, scene: Scene, place: int) -> bool:
    """Whether all words of an office stand about who holds it."""
    about = scene.words[max(0, place - 2 * _ROLE) : place + 2 * _ROLE + 1]
    return gap(scene, place) <= _ROLE and all(
        need.is_name or need.is_of or any(need.keys & word.keys for word in about)
        for need in question.needs
    )


def _has_plain(question: Question) -> bool:
    return any(not need.is_name for need in question.needs)


def _is_person(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    if _is_of_place(scene, place):
        return False
    return word.word not in _NO_PERSON and bool(word.keys) and (place > 0 or len(word.word) > 3)


def _is_of_place(scene: Scene, place: int) -> bool:
    """Whether a name stands where a place does: "at Skarrow", "in Tor Havn"."""
    while place > 0:
        before = scene.words[place - 1]
        between = scene.text[before.end : scene.words[place].start]
        if before.word in _PLACE_LEADS:
            return True
        if not (before.is_capital and between in (" ", ", ")):
            return False
        place -= 1
    return False


def _by_trade(scene: Scene, asked: frozenset[str]) -> list[int]:
    return [
        place
        for place, word in enumerate(scene.words)
        if word.word in words_en.TRADES and not word.keys & asked
    ]


def _doers(scene: Scene, asked: frozenset[str]) -> list[int]:
    """Return the places of people named by what they do; too rough a sign for an office."""
    return [
        place
        for place, word in enumerate(scene.words)
        if _DOER.match(word.word) and word.word not in _NO_DOER and not word.keys & asked
    ]


def _is_compact(scene: Scene, count: int) -> bool:
    return bool(scene.met) and scene.met[-1] - scene.met[0] <= count + _ROLE


_CHECKS: Final = {
    Kind.ANY: _any,
    Kind.THING: _any,
    Kind.NAMED: _named,
    Kind.SAID: _said,
    Kind.WHY: _why,
    Kind.WHEN: _when,
    Kind.WHERE: _where,
    Kind.WHO: _who,
    Kind.AGE: has_age,
    Kind.OFTEN: _often,
    Kind.COUNT: has_count,
    Kind.AMOUNT: has_amount,
    Kind.DURATION: has_duration,
    Kind.MEASURE: has_measure,
    Kind.MONEY: has_measure,
    Kind.SCORE: has_score,
}
