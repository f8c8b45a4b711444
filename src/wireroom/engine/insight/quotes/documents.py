"""Letters, reports and statements that speak for who wrote them: "Quill's letter to Adel said"."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.mentions import Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.people_tables import TELLING
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_tables import NP_ENDS

_NAMING: Final = 6  # tokens in which a letter is named
_APOSTROPHES: Final = frozenset({"'", "’"})
_THEIRS: Final = frozenset({"his", "her"})
_SENT: Final = frozenset({"to", "about", "on", "sent", "addressed"})


def document_before(tokens: Sequence[Token], verb: int, *, apposed: bool = False) -> Mention | None:
    """Return who wrote the letter that opens a verb's clause, or the letter where nobody is named.

    `apposed` tells that commas part the verb from it, as in "to Adel, the port's head, said".
    """
    low = max((at + 1 for at in range(verb) if tokens[at].kind == QUOTED), default=0)
    while low < verb and tokens[low].kind != WORD:
        low += 1
    for place in range(low, min(verb - 2, low + _NAMING)):
        if tokens[place].text in _APOSTROPHES:
            continue
        if tokens[place].kind != WORD or tokens[place].lower in NP_ENDS:
            return None
        if tokens[place].lower in TELLING and tokens[place + 1].lower in _SENT:
            commas = sum(token.text == "," for token in tokens[place:verb])
            fits = commas == 2 if apposed else not commas
            return _writer(tokens, low, place) if fits else None
    return None


def _writer(tokens: Sequence[Token], low: int, noun: int) -> Mention:
    """Return Quill of "Quill's letter" and the Liberals of "the Liberals' letter"."""
    owner = next((at for at in range(low, noun) if _owns(tokens, at)), None)
    if owner is None or not looks_like_name(tokens[owner].text):
        return Mention(low, noun, "phrase", low)
    first = name_run_left(tokens, owner, low)
    named, title = without_titles(tokens, first, owner, "en")
    return Mention(named, owner, "name", low, title)


def owner_of(tokens: Sequence[Token], subject: Mention) -> Mention:
    """Return the owner that speaks in "his statement said", any other subject as it is."""
    owned = subject.kind == "phrase" and tokens[subject.first].lower in _THEIRS
    if owned and subject.last == subject.first + 1 and tokens[subject.last].lower in TELLING:
        return Mention(subject.first, subject.first, "pronoun", subject.reach)
    return subject


def _owns(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].text.endswith(POSSESSIVE) or tokens[place + 1].text in _APOSTROPHES
