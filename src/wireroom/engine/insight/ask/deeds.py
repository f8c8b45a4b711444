"""What a question says was done, and by or to whom: its deed, its subject, where from and to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.ask import words_en
from wireroom.engine.insight.ask.asked import Kind, Question
from wireroom.engine.insight.verify.word_table import words_in

_OF_DEEDS: Final = frozenset(
    (Kind.COUNT, Kind.WHEN, Kind.WHERE, Kind.WHY, Kind.DURATION, Kind.WHO, Kind.MEASURE)
)
# "How many men work at the boatyard?": that they are there is all that reports may say.
_BEING: Final = words_in("work works live lives sit sits serve serves employ employs")
# Kinds whose Arabic questions open with the deed and go on with who or what it befell.
_TOLD_OF: Final = frozenset((Kind.WHEN, Kind.WHERE, Kind.DURATION, Kind.AMOUNT, Kind.COUNT))
_HELPERS: Final = words_in(
    "did do does has have had will would is was are were can could may must should"
)
_LINKS: Final = words_in("and of or")
# "How many of the councillors resigned?": what they did, and a number of them.
_OF_THESE: Final = re.compile(r"\s*of (?:the |its |their |his |her |these |those )?(\w+)")
_ACTS: Final = re.compile(r"\b(?:did|do|does)\b(?! not)")


def mark_deed(asked: Question, rest: str) -> Question:
    """Return the question with its deed marked: the sentence itself must tell it.

    In Arabic the verb comes first; in English behind a subject that is no name, but for "who"
    and for what is counted and suffers it ("How many roads were closed in the flood?").
    """
    whole = _OF_THESE.match(rest)
    moment = min((n.place for n in asked.needs if n.word in words_en.MOMENTS), default=None)
    others = [
        need
        for need in asked.needs
        if not (moment is not None and need.place > moment)
        and not (whole and need.word == whole[1])
        and not (need.is_name or need.leads or need.is_soft or need.keys & asked.counted)
        and need.word not in words_en.MOMENTS
        and need.word not in words_en.VERBS  # "take the lead", "come to an end"
    ]
    if asked.kind not in _OF_DEEDS or asked.is_role or not others:
        return asked
    after_name = any(need.is_name and need.place < others[0].place for need in asked.needs)
    suffers = asked.kind is Kind.COUNT and not _ACTS.search(rest)
    is_first = asked.is_arabic or asked.kind is Kind.WHO or after_name or suffers
    deed = others[0 if is_first else min(1, len(others) - 1)]
    place = others.index(deed)
    if asked.kind is Kind.COUNT and deed.word in _BEING and len(others) > 1:
        needs = (
            replace(n, is_soft=n.is_soft or n is deed, is_core=n.is_core or n in others[1:])
            for n in asked.needs
        )
        return replace(asked, needs=tuple(needs))
    subject = None if is_first or not place or after_name else others[place - 1]
    if asked.is_arabic and asked.kind in _TOLD_OF and len(others) > 1:
        subject = others[1]
    needs = (
        replace(need, is_core=need.is_core or need is deed, is_subject=need is subject)
        for need in asked.needs
    )
    return replace(asked, needs=tuple(needs))


def mark_names(asked: Question, words: Sequence[tuple[str, int, int]], text: str) -> Question:
    """Return an English question with the name that acts, and those it comes from or goes to."""
    return replace(_mark_subject(asked, words), moves=_moves(words, text))


def _mark_subject(asked: Question, words: Sequence[tuple[str, int, int]]) -> Question:
    """Return the question with a name marked that does or suffers: "did Samaran pay"."""
    needs = {need.place: need for need in asked.needs}
    for place, need in needs.items():
        first = place
        while first - 1 in needs and needs[first - 1].is_name:
            first -= 1
        is_last = not (place + 1 in needs and needs[place + 1].is_name)
        before = words[first - 1][0] if first else ""
        behind = words[place + 1][0] if place + 1 < len(words) else ""
        if need.is_name and is_last and before in _HELPERS and behind not in _LINKS:
            return replace(
                asked,
                needs=tuple(replace(n, is_subject=n.is_subject or n is need) for n in asked.needs),
            )
    return asked


def _moves(words: Sequence[tuple[str, int, int]], text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (lead, name)
        for (lead, _, _), (name, start, _) in pairwise(words)
        if lead in {"from", "to"} and text[start].isupper()
    )
