"""Where a reported clause ends: before the next verb of saying, a contrast or a comment."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.said import SHOWING
from wireroom.engine.insight.quotes.sentences import Token
from wireroom.engine.insight.quotes.word_list import word_list

_CONCEDING: Final = frozenset({"while", "although", "though", "if"})
_CONTRAST: Final = 6  # tokens from a comma to the verb of "but the mayor declined"
_GROUNDS: Final = (("based", "on"), ("according", "to"))
_JOINS: Final = frozenset({"and", "but", "while", "as", "though", "although"})
_MEANWHILE: Final = frozenset({"بينما", "فيما"})
_NEGATED: Final = frozenset({"didn't", "didn’t", "declined", "refused"})
_PRONOUNS: Final = word_list("he she it they we i there")
# What a saying brings about, what it rests on and what it leaves out: the writer's own words.
_REACTIONS: Final = word_list("prompting sparking drawing triggering provoking eliciting")
_DASHES: Final = frozenset({"—", "–"})
_ADDS: Final = word_list("but and not she he they it")
_REFUSALS: Final = word_list("declined refused gave offered provided did")
_UNSAID: Final = word_list(
    "providing giving offering elaborating naming specifying identifying going citing saying "
    "mentioning explaining detailing"
)


def clause_end(tokens: Sequence[Token], events: Sequence[Event], number: int, start: int) -> int:
    """Return the last token of a clause: before the next verb's own part, or the sentence's end."""
    last = len(tokens) - 1
    if tokens[0].lower in _CONCEDING:
        # "While Adel said it would hold, it fell"
        last = next((at - 1 for at in range(start, last) if tokens[at].text == ","), last)
    if tokens[events[number].first - 1].lower == "who":
        # "Adel, who said it would hold, left"
        last = next((at - 1 for at in range(start, last) if tokens[at].text == ","), last)
    last = _before_tail(tokens, start, _before_contrast(tokens, start, last))
    for later in events[number + 1 :]:
        edge = later.begins - 1
        if edge <= start or edge > last:
            continue
        if tokens[later.last].lower in SHOWING and tokens[edge].lower == "and":
            continue  # "admitted that it leaks and that records showed it"
        if tokens[edge].text in ",،—–;" or (
            later.wants_subject and tokens[later.first - 1].text in ",،"
        ):
            return edge
        if tokens[edge].lower in _MEANWHILE and later.subject:
            return edge - 1
        joins = tokens[edge].lower in _JOINS and later.side == "L"
        if joins and later.subject and not looks_like_name(tokens[edge - 1].text):
            return edge - 1
    return last


def _before_contrast(tokens: Sequence[Token], start: int, last: int) -> int:
    """Return the end of "she would go" in "she said she would go, but declined to say when"."""
    for place in range(start + 2, last - 1):
        if tokens[place].text != "," or tokens[place + 1].lower not in ("but", "and"):
            continue
        after = tokens[place + 2].lower
        if after in _REFUSALS or (tokens[place + 1].lower == "but" and after in _PRONOUNS):
            return place - 1
        contrasts = {token.lower for token in tokens[place + 2 : place + _CONTRAST]}
        if tokens[place + 1].lower == "but" and contrasts & _NEGATED:
            return place - 1
    return last


def _before_tail(tokens: Sequence[Token], start: int, last: int) -> int:
    """Return the end of what is said before the writer's own words on it."""
    dashes = [place for place in range(start + 2, last) if tokens[place].text in _DASHES]
    if len(dashes) == 1 and tokens[dashes[0] + 1].lower in _ADDS:
        last = dashes[0] - 1
    for place in range(start + 2, last):
        if tokens[place].text != ",":
            continue
        word, after = tokens[place + 1].lower, tokens[min(place + 2, last)].lower
        if (
            word in _REACTIONS
            or (word, after) in _GROUNDS
            or (word == "without" and after in _UNSAID)
        ):
            return place - 1
    return last
