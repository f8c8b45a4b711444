"""Who a sentence cites for its numbers: "police said", "according to ...", "قالت الشرطة"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token

_LONGEST: Final = 5  # words of who is cited: "the governor of Karst province"
_ARABIC_LONGEST: Final = 2
_DETERMINERS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_AUXILIARIES: Final = frozenset(("has", "have", "had", "also", "later"))


# A subject that opens its sentence and has an aside behind it may be long: "the union of ...".
_LONGEST_SUBJECT: Final = 8
_OPENING: Final = frozenset(("that", "and", "but", "while"))


@dataclass(frozen=True, slots=True)
class Cited:
    """Tokens `first` to `last` (half-open) name who is cited; `leads` where their words follow."""

    first: int
    last: int
    leads: bool


def find_cited(tokens: Sequence[Token]) -> list[Cited]:
    """Return whom a sentence cites, in order."""
    found = [cited for place in range(len(tokens)) for cited in _at(tokens, place)]
    return sorted(found, key=lambda cited: cited.first)


def cited_for(
    cited: Sequence[Cited], tokens: Sequence[Token], first: int, since: int
) -> Cited | None:
    """Return who is cited for the number at token `first`; `since` is where the one before ends.

    The nearest that leads up to it, else one that follows all numbers.
    """
    leading = [one for one in cited if one.leads and one.last <= first]
    own = [one for one in leading if one.first >= since]
    if own:
        return own[-1]
    trailing = [one for one in cited if one.first > first]
    if trailing and not trailing[0].leads:
        return trailing[0]
    return leading[-1] if leading else None


def _at(tokens: Sequence[Token], place: int) -> Iterator[Cited]:
    token = tokens[place]
    if token.word in wording.SAYS or (token.word[1:] in wording.SAYS and token.word[0] in "وف"):
        yield from _of_verb(tokens, place)
    elif token.word == "according" and _word(tokens, place + 1) == "to":
        yield from _following(tokens, place + 2, opens=place == 0)
    elif token.word in wording.ACCORDING:
        yield from _following(tokens, place + 1, opens=place == 0)
    elif token.word == "by":
        yield from (one for one in _following(tokens, place + 1) if _is_body(tokens, one))
    elif token.word == "the":
        yield from _bare_body(tokens, place)


def _bare_body(tokens: Sequence[Token], place: int) -> Iterator[Cited]:
    """Yield who is cited without a verb: "the health ministry 15"."""
    end = place + 1
    while end < len(tokens) and end - place < _LONGEST and not tokens[end].is_number:
        if not tokens[end].is_content:
            return
        end += 1
    if end < len(tokens) and tokens[end].is_number:
        yield from (one for one in (Cited(place, end, leads=True),) if _is_body(tokens, one))


def _is_body(tokens: Sequence[Token], cited: Cited) -> bool:
    return tokens[cited.last - 1].word in wording.BODIES


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if place < len(tokens) else ""


def _of_verb(tokens: Sequence[Token], place: int) -> Iterator[Cited]:
    if is_arabic(tokens[place].word):
        yield from _following(tokens, place + 1)
        if _word(tokens, place + 1) and tokens[place + 1].is_number:
            yield from _opening_subject(tokens, place)
        return
    verb = place
    while place and tokens[place - 1].word in _AUXILIARIES:
        place -= 1
    start = place
    while start and place - start < _LONGEST and _names_somebody(tokens, start - 1, place):
        start -= 1
        if tokens[start].word in _DETERMINERS:
            break
    if start < place:
        yield Cited(start, place, leads=not _ends(tokens, start, verb))
    elif start == place:
        yield from _subject_before_aside(tokens, place)


def _ends(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether ", the governor said." ends what it tells; "the governor said nine ..." begins it.

    So does ", the governor told reporters on Monday." where no number follows.
    """
    rest = tokens[verb + 1 :]
    if not rest or rest[0].clause != tokens[verb].clause:
        return True
    follows = start > 0 and tokens[start - 1].clause != tokens[start].clause
    return follows and not any(t.is_number or t.word in _OPENING for t in rest)


def _subject_before_aside(tokens: Sequence[Token], verb: int) -> Iterator[Cited]:
    """Yield who is cited across an aside: "The ministry, in a statement, spoke of nine"."""
    aside = verb - 1
    while aside >= 0 and tokens[aside].clause == tokens[verb - 1].clause:
        aside -= 1
    if verb == 0 or tokens[verb - 1].clause == tokens[verb].clause or aside < 0:
        return
    end = aside + 1
    is_named = all(_names_somebody(tokens, at, aside) for at in range(end))
    if end <= _LONGEST_SUBJECT and is_named:
        yield Cited(0, end, leads=True)


def _opening_subject(tokens: Sequence[Token], verb: int) -> Iterator[Cited]:
    """Yield who stands before an Arabic verb that its number follows: "البيان يعد تسع وثائق"."""
    start = verb
    while start and tokens[start - 1].clause == tokens[verb].clause:
        start -= 1
    if start < verb and not any(t.is_number for t in tokens[start:verb]):
        yield Cited(start, min(verb, start + _ARABIC_LONGEST), leads=True)


def _names_somebody(tokens: Sequence[Token], place: int, verb: int) -> bool:
    token = tokens[place]
    is_word = token.is_content or token.is_name or token.word in _DETERMINERS or token.word == "of"
    return (
        is_word
        and not token.is_number
        and token.clause == tokens[verb].clause
        and token.word not in wording.JOINTS
    )


def _following(tokens: Sequence[Token], place: int, *, opens: bool = False) -> Iterator[Cited]:
    """Yield who is cited after a verb or "according to"; `opens` where that opens the sentence."""
    if place >= len(tokens):
        return
    end, arabic = place, is_arabic(tokens[place].word)
    longest = _ARABIC_LONGEST if arabic else _LONGEST
    while end < len(tokens) and end - place < longest and not _is_stop(tokens[end]):
        if tokens[end].clause != tokens[place].clause:
            break
        end += 1
    if end > place:
        by_verb = arabic and place > 0 and tokens[place - 1].word not in wording.ACCORDING
        yield Cited(place, end, leads=by_verb or opens)


def _is_stop(token: Token) -> bool:
    return token.word in wording.CITED_STOPS or token.is_number
