"""The nouns of a number: what follows it, what it is said of, whose age it is."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.classes import group_of, is_anybody
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.quantity_tables import CHANGES
from wireroom.engine.insight.verify.tokens import Token

_NOUNS: Final = 4  # words after a number that may be its noun: adjectives and the noun
_BEFORE: Final = 3  # tokens before a number in which "a crowd of" may stand
_AGED: Final = 3  # words on each side of an age that may say whose it is
# "240 رجل إطفاء": the word after these tells who.
_CLASSIFIERS: Final = frozenset(("رجل", "رجال", "عنصر", "عناصر", "عنصرا", "فرد", "افراد", "فردا"))
_FILLERS: Final = frozenset(("of", "من", "other", "more", "the", "اخر"))


def nouns_after(after: Sequence[Token]) -> tuple[Token, ...]:
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
    return head_first(run)


def noun_of(tokens: Sequence[Token], quantity: Quantity) -> tuple[Token, ...]:
    """Return the noun of "a crowd of 38,500 saw", where none follows."""
    lead = tokens[max(0, quantity.first - 2) : quantity.first]
    has_noun = len(lead) > 1 and lead[1].word == "of" and lead[0].is_content
    return (lead[0],) if has_noun and not lead[0].is_number else ()


def head_first(run: Sequence[Token]) -> tuple[Token, ...]:
    if len(run) > 1 and run[0].word in _CLASSIFIERS:
        run = run[1:]
    head = next((place for place, token in enumerate(run) if is_plural(token.word)), 0)
    return (run[head], *run[:head]) if run else ()


def is_plural(word: str) -> bool:
    return (
        is_anybody(word) or bool(group_of(word)) or (word.endswith("s") and not word.endswith("ss"))
    )


def noun_before(tokens: Sequence[Token], quantity: Quantity) -> tuple[Token, ...]:
    """Return the noun of "a crowd of 38,500", "turnout reached 68"."""
    low = max(0, quantity.first - _BEFORE)
    if quantity.first == 0 or tokens[quantity.first - 1].word not in wording.REACHES:
        return ()
    clause = tokens[quantity.first].clause
    near = [t for t in tokens[low : quantity.first] if t.is_content and t.clause == clause]
    return tuple(near[-1:])


def whose_age(tokens: Sequence[Token], quantity: Quantity) -> tuple[Token, ...]:
    """Return the words for whose age it is: "the 45-year-old driver", "the driver, 45"."""
    low = max(0, quantity.first - 2 * _AGED)
    lead = tokens[max(0, quantity.first - 2) : quantity.first]  # a comma, and perhaps "a"
    clause = tokens[quantity.first].clause
    is_aside = any(t.clause != clause or t.word in wording.ANY_AGED for t in lead)
    before = [t for t in tokens[low : quantity.first] if is_aside and _may_be_aged(t)]
    rest = [t for t in tokens[quantity.last : quantity.last + 2 + _AGED] if t.word[0].isalnum()]
    after = [t for t in rest[1:] if rest[0].word == "old" and _may_be_aged(t)]
    return (*before[-_AGED:], *after)


def _may_be_aged(token: Token) -> bool:
    return token.is_content and token.word not in wording.ANY_AGED
