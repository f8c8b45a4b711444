"""Whether a claim is one cited sentence with words turned, moved or spelled another way.

A sentence may put its day first, its speaker last, "two" for "2" and "the fire was put out by" for
"put out the fire"; every word of it but the smallest must stand in the sentence that it cites.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.heads import is_speech
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.roles import keys_in_place
from wireroom.engine.insight.verify.sides import Codes, Sides, lay_beside
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.insight.written.qualifiers import qualifies
from wireroom.engine.insight.written.same_words import SAME
from wireroom.engine.insight.written.seams import may_be_left_out

# The share of its words that must stand in the cited order. As of the verifier's check of the same.
_NEAR: Final = 0.7
# Words that a turned sentence needs, and that say nothing alone.
_SMALL: Final = words_in(
    """
    a an the of in on at by was were is are has have had been be that which who and its their his
    her said says
    """
)
_ON: Final = frozenset(("on", "early", "late"))
_DAYTIME: Final = words_in("on early late the morning afternoon evening night")
# Those of them that a turned sentence may do without: the active needs no "was" and no "by".
_EMPTY: Final = words_in("a an the of that was were is are has have had been be by its")


def is_reordered(claim: Reading, cited: Reading) -> bool:
    """Tell whether all that a claim says stands in one cited sentence, moved at most.

    The verifier must have passed it: it tells who did what when the order is another.
    """
    sides = lay_beside(claim.tokens, [cited.tokens], least=_NEAR)
    if sides is None or any(is_arabic(token.word) for token in claim.tokens):
        return False
    changes = [codes for codes in sides.changes if not _says_the_same(sides, codes)]
    if not _keeps_parties(sides):
        return False
    put = [token for first, last, _, _ in changes for token in sides.ours[first:last]]
    return all(_is_known(token, sides) for token in put) and all(
        _may_go(sides, start, end, put) for _, _, start, end in changes
    )


def _keeps_parties(sides: Sides) -> bool:
    """Whether names and numbers follow each other as cited, but for those that may change places.

    A day behind "on" may, who says it, and who did it once "by" has been put before them.
    """
    last = -1
    names = {token.word for token in sides.theirs if token.is_name}  # a capital may open ours
    for place, token in enumerate(sides.ours):
        if not (
            token.word in names or token.is_name or token.is_number or is_day(token)
        ) or _may_move(sides, place):
            continue
        keys = _own_keys(token) | {token.word}
        there = [
            at for at, other in enumerate(sides.theirs) if keys & (_own_keys(other) | {other.word})
        ]
        if not there or max(there) < last:
            return False
        last = min((at for at in there if at >= last), default=last)
    return True


def _may_move(sides: Sides, place: int) -> bool:
    first, last = place, place + 1
    while first and sides.ours[first - 1].is_name:
        first -= 1
    while last < len(sides.ours) and sides.ours[last].is_name:
        last += 1
    before = sides.ours[first - 1] if first else None
    token = sides.ours[place]
    if is_day(token):
        return before is not None and before.word in _ON and _is_led_there(sides, token)
    if token.is_number or not token.is_name:
        return False
    beside = (*sides.ours[max(0, first - 1) : first], *sides.ours[last : last + 1])
    has_by = any(other.word == "by" for other in sides.theirs)
    return any(map(is_speech, beside)) or (
        before is not None and before.word == "by" and not has_by
    )


def _is_led_there(sides: Sides, day: Token) -> bool:
    return any(one.word in _ON and other.word == day.word for one, other in pairwise(sides.theirs))


def _says_the_same(sides: Sides, codes: Codes) -> bool:
    """Whether one word stands for one other of a closed list, each in the other's place."""
    first, last, start, end = codes
    if last - first != 1 or end - start != 1:
        return False
    one, other = sides.ours[first].word, sides.theirs[start].word
    return any(one in same and other in same for same in SAME)


def _is_moment(left: Sequence[Token]) -> bool:
    """Whether what is left out says on which day and no more: what happened did so anyhow."""
    return any(map(is_day, left)) and all(is_day(t) or t.word in _DAYTIME for t in left)


def _is_known(token: Token, sides: Sides) -> bool:
    """Whether a word that was put stands elsewhere in the cited sentence, in some form."""
    if token.word in _SMALL:
        return True
    keys = _own_keys(token)
    return any(keys & _own_keys(other) for other in sides.theirs)


def _own_keys(token: Token) -> frozenset[str]:
    """Return the value of a number, of a word its stem: what says the same is another word here."""
    if token.is_number:
        return keys_in_place(token)
    return frozenset(key for key in token.keys if key[0] not in "#^√")


def _may_go(sides: Sides, start: int, end: int, put: Sequence[Token]) -> bool:
    """Whether a cited run was only moved, or may be left out as any may."""
    left = [token for token in sides.theirs[start:end] if not _is_moved(token, put)]
    if not left:
        return True
    if any(qualifies(token) for token in left):
        return False
    if all(token.word in _EMPTY for token in left) or _is_moment(left):
        return True
    return len(left) == end - start and may_be_left_out(sides.theirs, start - 1, end)


def _is_moved(token: Token, put: Sequence[Token]) -> bool:
    keys = _own_keys(token)
    return any(token.word == other.word or keys & _own_keys(other) for other in put)
