"""What a count counts: the class of those counted, who they are, and the nouns for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.classes import group_of, is_anybody, state_of
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.quantity_tables import ADDITIONAL, CHANGES
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token

_AFTER: Final = 7  # tokens between a number and what became of those counted
_BEFORE: Final = 6
_NOUNS: Final = 4  # words after a number that may be its noun: adjectives and the noun
# Between a verb and its number these begin another phrase.
_PARTING: Final = frozenset(
    ("with", "in", "on", "at", "from", "by", "for", "during", "over", "after")
)
# "240 رجل إطفاء": the word after these tells who.
_CLASSIFIERS: Final = frozenset(("رجل", "رجال", "عنصر", "عناصر", "عنصرا", "فرد", "افراد", "فردا"))
_FILLERS: Final = frozenset(("of", "من", "other", "more", "the", "اخر"))
_BE: Final = frozenset(("were", "was", "are", "is", "have", "had", "has", "been", "be", "being"))
_ADMITTED: Final = frozenset(("in", "to"))
_LEAVING: Final = {"leave": "evacuated", "flee": "displaced", "fled": "displaced"}
_HOMES: Final = frozenset(("homes", "houses"))
_HOSPITAL: Final = frozenset(("hospital", "hospitals"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts; `nouns` are the tokens, none where the sentence leaves them out."""

    state: str = ""
    group: str = ""
    nouns: tuple[Token, ...] = ()
    is_part: bool = False


def counted_by(
    tokens: Sequence[Token], quantity: Quantity, others: Sequence[Quantity], previous: Counted
) -> Counted:
    """Return what a quantity counts; `previous` is what the one before it in the sentence does."""
    taken = {place for other in others for place in range(other.first, other.last)}
    after = list(_after(tokens, quantity, taken))
    nouns = _nouns(after)
    if nouns and not _is_plural(nouns[0].word):
        nouns = (*_noun_of(tokens, quantity), *nouns)
    state = _state(tokens, quantity, taken, after)
    if not state and _is_additional(tokens, quantity):
        return Counted()
    if not state and not nouns:
        nouns = _tallied(tokens, quantity, taken)
    group = next((name for token in nouns if (name := group_of(token.word))), "")
    lead = tokens[quantity.first - 1].word if quantity.first else ""
    # "injuring 19 of them" counts all the injured; "19 of them seriously" a part.
    is_part = _is_part(tokens, quantity, after, state) and not (state and state_of(lead) == state)
    is_part = is_part or (state == "dead" and _comes_on_top(tokens, quantity))
    if not nouns and not state:
        return _left_out(tokens, quantity, previous)
    return Counted(state, group, nouns, is_part)


def _after(tokens: Sequence[Token], quantity: Quantity, taken: set[int]) -> Iterator[Token]:
    """Yield the tokens after a number that still speak of it, asides left out."""
    clause, in_aside = tokens[quantity.last - 1].clause, False
    aside_of = -1
    for place in range(quantity.last, min(len(tokens), quantity.last + 3 * _AFTER)):
        token = tokens[place]
        if token.clause != clause:
            if not in_aside and token.word in wording.PART_BEFORE:
                in_aside, aside_of = True, token.clause
            if in_aside and token.clause == aside_of:
                continue
            if not (in_aside and token.word in _BE):
                return
            clause = token.clause
        if place in taken or token.word in wording.JOINTS or _opens_another(token):
            return
        yield token


def _opens_another(token: Token) -> bool:
    """Whether an Arabic "and" is written to a word that begins another count."""
    return token.word[0] == "و" and is_arabic(token.word) and bool(state_of(token.word))


def _nouns(after: Sequence[Token]) -> tuple[Token, ...]:
    """Return the noun counted, then the words before it that narrow it.

    In a run of English words the noun is the first plural: "17 senior government officials".
    """
    start = 0
    while start < len(after) and (after[start].word in _FILLERS or after[start].is_number):
        start += 1
    run: list[Token] = []
    for token in after[start : start + _NOUNS]:
        if token.word in CHANGES or not (token.is_content or is_anybody(token.word)):
            break
        run.append(token)
    return _head_first(run)


def _noun_of(tokens: Sequence[Token], quantity: Quantity) -> tuple[Token, ...]:
    """Return the noun of "a crowd of 38,500 saw", where none follows."""
    lead = tokens[max(0, quantity.first - 2) : quantity.first]
    has_noun = len(lead) > 1 and lead[1].word == "of" and lead[0].is_content
    return (lead[0],) if has_noun and not lead[0].is_number else ()


def _head_first(run: Sequence[Token]) -> tuple[Token, ...]:
    if len(run) > 1 and run[0].word in _CLASSIFIERS:
        run = run[1:]
    head = next((place for place, token in enumerate(run) if _is_plural(token.word)), 0)
    return (run[head], *run[:head]) if run else ()


def _is_plural(word: str) -> bool:
    return (
        is_anybody(word) or bool(group_of(word)) or (word.endswith("s") and not word.endswith("ss"))
    )


def _state(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int], after: Sequence[Token]
) -> str:
    near = list(after[:_AFTER])
    before = list(_before(tokens, quantity, taken, _BEFORE))
    arabic = bool(before) and is_arabic(before[0].word)
    if arabic and (state := _first_state(before[:2])):
        return state
    return _state_after(near) or _first_state(before) or _tally(tokens, quantity, taken, after)


def _state_after(near: Sequence[Token]) -> str:
    for place, token in enumerate(near):
        if token.word in _HOSPITAL and (not place or near[place - 1].word not in _ADMITTED):
            continue
        if state := state_of(token.word):
            return state
        if token.word in _LEAVING and any(t.word in _HOMES for t in near[place : place + 3]):
            return _LEAVING[token.word]
    return ""


def _first_state(tokens: Sequence[Token]) -> str:
    plain = (token for token in tokens if token.word not in _HOSPITAL)
    return next((state for token in plain if (state := state_of(token.word))), "")


def _before(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int], reach: int
) -> Iterator[Token]:
    """Yield the tokens before a number, the nearest first, back to where another thing begins."""
    clause = tokens[quantity.first].clause
    for place in range(quantity.first - 1, max(-1, quantity.first - 1 - reach), -1):
        token = tokens[place]
        if token.clause != clause or place in taken or token.word in wording.JOINTS:
            return
        if token.word in _PARTING or (token.word == "of" and not _leads_on(tokens, place)):
            return
        yield token
        if _opens_another(token):
            return


def _leads_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether "of" goes on: "the lives of 12", "a toll of 12", not "members of 12 clubs"."""
    return place > 0 and bool(state_of(tokens[place - 1].word))


def _tally(
    tokens: Sequence[Token], quantity: Quantity, taken: set[int], after: Sequence[Token]
) -> str:
    """Return the class that a tally names: "the number of missing after ... fell to nine"."""
    lead = tokens[quantity.first - 1].word if quantity.first else ""
    if lead not in wording.REACHES and not quantity.is_former:
        return ""
    if _nouns(after) and not is_anybody(after[0].word):
        return ""
    start = max((p for p in taken if p < quantity.first and not _may_skip(tokens, p)), default=-1)
    segment = tokens[start + 1 : quantity.first]
    counted = [p for p, token in enumerate(segment) if _is_tally(token.word)]
    return _first_state(segment[counted[-1] :]) if counted else ""


def _is_additional(tokens: Sequence[Token], quantity: Quantity) -> bool:
    return quantity.first > 0 and tokens[quantity.first - 1].word in ADDITIONAL


def _comes_on_top(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether these died after others: "two more victims", "another three"."""
    rest = tokens[quantity.last : quantity.last + 1]
    return _is_additional(tokens, quantity) or any(token.word == "more" for token in rest)


def _tallied(tokens: Sequence[Token], quantity: Quantity, taken: set[int]) -> tuple[Token, ...]:
    """Return the nouns of a tally of no class: "the number of cases in Tarn has climbed to 88"."""
    lead = tokens[quantity.first - 1].word if quantity.first else ""
    if lead not in wording.REACHES:
        return ()
    start = max((p for p in taken if p < quantity.first and not _may_skip(tokens, p)), default=-1)
    for place in range(start + 1, quantity.first - 1):
        of = tokens[place + 1].word == "of" or is_arabic(tokens[place].word)
        if tokens[place].word.lstrip("و") in {"number", "عدد"} and of:
            rest = tokens[place + 1 : place + 5]
            return _head_first([t for t in rest if t.is_content and not t.is_number])
    return ()


def _may_skip(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is the value before: "rose from nine to 12"."""
    return place > 0 and tokens[place - 1].word in {"from", "من"}


def _is_tally(word: str) -> bool:
    return word in wording.TALLIES or state_of(word) in {"dead"} or word.lstrip("و") == "عدد"


def _is_part(
    tokens: Sequence[Token], quantity: Quantity, after: Sequence[Token], state: str
) -> bool:
    lead = tokens[max(0, quantity.first - 2) : quantity.first]
    if any(token.word in wording.PART_BEFORE for token in lead):
        return True
    said = [token.word for token in after[:_AFTER]]
    if any(
        said[p : p + len(end)] == list(end) for end in wording.PART_ENDS for p in range(len(said))
    ):
        return True
    words = [token.word for token in after[:3]]
    if not words or words[0] not in {"of", "من", *wording.PART_AFTER}:
        return False
    if any(token.is_number for token in after[:3]):
        return bool(state)  # "12 of the 40 injured", but "won 97 of the 240 seats"
    return (words[0] != "of" and words[0] != "من") or any(
        word in wording.PART_AFTER or word == "the" or word.startswith("ال") for word in words[1:2]
    )


def _left_out(tokens: Sequence[Token], quantity: Quantity, previous: Counted) -> Counted:
    """Return what a bare number counts by what was counted before: "police said 12, ... 15"."""
    rest = tokens[quantity.last : quantity.last + 1]
    clause = tokens[quantity.last - 1].clause
    is_bare = not list(takewhile(lambda token: token.clause == clause, rest)) or any(
        token.word in wording.JOINTS or token.word in wording.SAYS for token in rest
    )
    return previous if is_bare and not previous.is_part else Counted()
