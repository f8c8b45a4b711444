"""Words of a question that belong together, and must do so in the reports: names, "the next"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.ask.asked import COUNTS, Need, Question
from wireroom.engine.insight.ask.reading import Word
from wireroom.engine.insight.ask.words_en import PERSONAL

_WITHIN: Final = 3  # words from "the next" to what is next
# A name that stands in no report: nothing has its key.
_QUOTED: Final = re.compile(r'["“«][^"“”«»]*["”»]')
_FROM: Final = frozenset(("from",))
_TO: Final = frozenset(("to", "for", "into", "towards"))
_LEADS: Final = re.compile(r"\b(from|to|for|into|towards) (?:the )?([A-Z][\w’'-]+)")
_NOWHERE: Final = frozenset(("?",))


def settle_names(question: Question, bodies: Sequence[str]) -> Question:
    """Return the question with first names dropped where the reports have the whole name.

    Two names that never stand together are nobody: "Desmond Thale" of a Vail and a Thale.
    """
    needs = list(question.needs)
    for number in range(len(needs) - 1):
        first, last = needs[number : number + 2]
        if not (first.is_name and last.is_name and last.place - first.place == 1):
            continue
        if _stand_together(first.word, last.word, bodies):
            needs[number] = replace(first, is_soft=True)
        elif not first.is_soft:
            needs[number] = replace(first, keys=_NOWHERE)
    return replace(question, needs=tuple(needs))


def _stand_together(first: str, last: str, bodies: Sequence[str]) -> bool:
    pattern = re.compile(
        rf"\b{re.escape(first)}\b\W{{1,3}}(?:\w{{1,30}}\W{{1,3}}){{0,2}}{re.escape(last)}\b"
    )
    return any(pattern.search(body.casefold()) for body in bodies)


def keeps_order(needs: Sequence[Need], words: Sequence[Word]) -> bool:
    """Whether "first", "next" and their like are said of the same thing as in the question."""
    for number, need in enumerate(needs):
        if not need.leads or need.is_soft:
            continue
        step = -1 if need.leads == "<" else 1
        if not 0 <= number + step < len(needs):
            continue
        if need.leads == COUNTS and needs[number + step].place != need.place + 1:
            continue
        if not _stand_by(need, needs[number + step], words):
            return False
    return True


def keeps_names(question: Question, text: str, words: Sequence[Word]) -> bool:
    """Whether a sentence without a name of the question is about nobody else by name.

    What a whole story is about need not be named again; but of a match a sentence on one side
    tells nothing of the other.
    """
    asked = frozenset[str]().union(*(need.keys for need in question.needs))
    here = frozenset[str]().union(*(word.keys for word in words))
    missing = [n for n in question.needs if n.is_name and not n.is_soft and not n.keys & here]
    own = _QUOTED.sub(" ", text).casefold()  # who speaks of "them" may mean anybody
    if question.moves and _goes_elsewhere(question.moves, text):
        return False
    if not missing or not PERSONAL.isdisjoint(re.findall(r"\w+", own)):
        return True
    return not any(word.is_capital and word.keys and not word.keys & asked for word in words[1:])


def keeps_clause(question: Question, text: str, words: Sequence[Word]) -> bool:
    """Whether an Arabic deed and what it befell stand in one clause, where both are there.

    English puts names of office between commas, so that these part nothing there.
    """
    deed = next((need for need in question.needs if need.is_core), None)
    subject = next((need for need in question.needs if need.is_subject), None)
    if not question.is_arabic or deed is None or subject is None or deed.place < 0:
        return True
    done = [word for word in words if deed.keys & word.keys]
    of = [word for word in words if subject.keys & word.keys]
    return not (done and of) or any(
        "،" not in text[min(a.end, b.end) : max(a.start, b.start)] for a in done for b in of
    )


def _goes_elsewhere(moves: Sequence[tuple[str, str]], text: str) -> bool:
    """Whether the sentence goes to what the question comes from, or the other way round."""
    for lead, name in moves:
        leads = _LEADS.findall(text)
        told = {way for way, other in leads if other.casefold() == name}
        turned = _TO if lead in _FROM else _FROM
        if told and told <= turned:
            return True
    return False


def _stand_by(need: Need, other: Need, words: Sequence[Word]) -> bool:
    places = [place for place, word in enumerate(words) if need.keys & word.keys]
    return any(
        other.keys & word.keys
        for place in places
        for word in words[max(0, place - _WITHIN) : place + _WITHIN + 1]
    )
