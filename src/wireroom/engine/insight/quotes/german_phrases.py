"""German noun phrases without a name, and the sources that "laut", "zufolge" and the like name."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention, is_role, without_titles
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS

_ADJECTIVES: Final = ("e", "en", "er", "es", "em")
_VERBS: Final = word_list(
    "ist sind war waren habe haben hatte hatten werde werden wurde wurden solle sollen sollte "
    "sollten wolle wollen wollte wollten könne können konnte konnten müsse müssen musste mussten "
    "dürfe dürfen sei seien hätte hätten wäre wären würde würden könnte könnten stehen liegen "
    "kommen gehen er sie es wir ihre seine keine keinen nicht eine einen diese diesen aber oder "
    "bisher derzeit immer wieder gestern heute damit dabei"
)
_DEFINITE: Final = frozenset({"der", "dem", "den", "des"})
_SOME: Final = word_list("mehrere mehrerer viele vieler einige einiger zwei drei beide beider")
_OF: Final = word_list("des der von vom für eines einer mehrerer vieler einiger")
SOURCES: Final = frozenset({"laut", "nach", "zufolge"})
_LONGEST_MODIFIER: Final = 3  # adjectives before a noun
_TITLE: Final = 4  # words of an outlet's name in quote marks
ACCOUNTS: Final = (
    "angaben",
    "aussagen",
    "informationen",
    "einschätzung",
    "ansicht",
    "auffassung",
    "meinung",
    "darstellung",
    "berechnungen",
    "schätzungen",
    "erkenntnissen",
    "überzeugung",
    "worten",
    "bericht",
    "berichten",
)


def phrase_end(tokens: Sequence[Token], start: int) -> int | None:
    """Return the last noun of "die müden Forscher der Universität", which begins at a token."""
    place = start
    if tokens[place].lower in DETERMINERS["de"] or tokens[place].lower in _SOME:
        place += 1
    last = noun = _noun(tokens, place)
    while noun is not None:
        last, after = noun, noun + 1
        if after < len(tokens) and tokens[after].kind == WORD and tokens[after].text[0].isupper():
            noun = after
        elif after < len(tokens) and tokens[after].lower in _OF:
            noun = _noun(tokens, after + 1)
        else:
            noun = None
    return last


def _noun(tokens: Sequence[Token], start: int) -> int | None:
    """Return the noun after at most a few adjectives."""
    for place in range(start, min(len(tokens), start + _LONGEST_MODIFIER + 1)):
        token = tokens[place]
        if token.kind != WORD:
            return None
        if token.text[0].isupper():
            return place
        if token.lower in _VERBS or not token.lower.endswith(_ADJECTIVES):
            return None
    return None


def whole_phrase(tokens: Sequence[Token], start: int) -> Mention | None:
    """Return "die Partei des Nordens" whole; of a role only itself, for it may mean a name."""
    last = phrase_end(tokens, start)
    if last is None:
        return None
    end = last
    for place in range(start, last + 1):
        if tokens[place].text[0].isupper() and is_role(tokens[place].text, "de"):
            end = place
            break
    return Mention(start, end, "phrase", last)


def source_event(tokens: Sequence[Token], place: int) -> Event | None:
    """Return the event of "laut X", "X zufolge" and "nach Angaben von X" at a token."""
    word = tokens[place].lower
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if word == "zufolge":
        return _before(tokens, place)
    if after is None or word not in ("laut", "nach"):
        return None
    if word == "laut":
        return _named(tokens, place, place + 1)
    if not after.text[0].isupper() or not after.lower.endswith(ACCOUNTS):
        return None
    of = tokens[place + 2].lower if place + 2 < len(tokens) else ""
    if of in _OF or of in DETERMINERS["de"]:
        joined = of in ("von", "vom")
        return _named(tokens, place, place + 2 + joined)
    if after.lower in ACCOUNTS:
        return None
    return Event(place, place, "source", _at(place + 1, place + 1), "R", place, place + 1)


def _named(tokens: Sequence[Token], first: int, start: int) -> Event | None:
    if start >= len(tokens):
        return None
    if tokens[start].kind == QUOTED:  # laut „Norland Post“
        short = len(tokens[start].text.split()) <= _TITLE
        return (
            Event(first, first, "source", _at(start, start), "R", first, start) if short else None
        )
    last = phrase_end(tokens, start)
    if last is None:
        return None
    bare = start + (tokens[start].lower in _DEFINITE)
    return Event(first, start - 1, "source", _whom(tokens, bare, last), "R", first, last)


def _before(tokens: Sequence[Token], place: int) -> Event | None:
    """Return the event of "Dem Urteil zufolge"."""
    low = place
    while low > 0 and tokens[low - 1].kind == WORD:
        low -= 1
    start = next(
        (at for at in range(low, place) if phrase_end(tokens[:place], at) == place - 1), None
    )
    if start is None:
        return None
    bare = start + (tokens[start].lower in DETERMINERS["de"])
    return Event(place, place, "source", _whom(tokens, bare, place - 1), "R", start, place)


def _whom(tokens: Sequence[Token], first: int, last: int) -> Mention:
    """Return the name of "Bürgermeisterin Anna Quill", else the phrase."""
    names = all(token.text[0].isupper() for token in tokens[first : last + 1])
    named, title = without_titles(tokens, first, last, "de")
    if names and (title or (first == last and not tokens[last].lower.endswith("en"))):
        return Mention(named, last, "name", last, title)
    return Mention(first, last, "phrase", last)


def _at(first: int, last: int) -> Mention:
    return Mention(first, last, "name", last)
