"""Whether the names of a claim are whole: not put together from two, nor unknown in full."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.text.words import fold

_BESIDE: Final = 3  # tokens between two words of one name: "Mara, known as Bibi, Lindt"
_ARTICLE_READ: Final = 50_000  # characters of an article searched for the full form of a name


def check_names(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find names put together from two: the words of one stand beside each other where cited."""
    for one, two in pairwise(claim.tokens):
        is_pair = one.is_name and two.is_name and one.clause == two.clause
        if not is_pair or one.sentence != two.sentence or one.is_number or two.is_number:
            continue
        if (
            is_day(one)
            or is_day(two)
            or one.word.endswith(("'s", "’s"))
            or not (one.keys and two.keys)
        ):
            continue
        if not any(_stand_together(one, two, passage) for passage in passages):
            return [Finding(Reason.NAME, claim.text[one.start : two.end])]
    return []


def _stand_together(one: Token, two: Token, passage: Passage) -> bool:
    tokens = passage.reading.tokens
    firsts = [at for at, token in enumerate(tokens) if one.keys & token.keys]
    near = any(
        two.keys & other.keys
        for at in firsts
        for other in tokens[max(0, at - _BESIDE) : at + _BESIDE + 1]
        if other.sentence == tokens[at].sentence
    )
    return near or f" {fold(one.word)} {fold(two.word)} " in _spaced(passage)


def is_in_full_name(
    token: Token, claim: Reading, known: frozenset[str], passages: Sequence[Passage]
) -> bool:
    """Whether the word is part of a name or title that the article gives in full elsewhere.

    It must stand beside a supported word in the claim, and the two beside each other in the
    article, which must name no other bearer of the supported part.
    """
    place = claim.tokens.index(token)
    for neighbour in (place - 1, place + 1):
        if not 0 <= neighbour < len(claim.tokens):
            continue
        other = claim.tokens[neighbour]
        if not other.keys & known or not _may_be_name(other) or not _may_be_name(token):
            continue
        low, high = sorted((token, other), key=lambda one: one.start)
        phrase = fold(claim.text[low.start : high.end])
        if any(f"{lead}{phrase} " in _spaced(passage) for passage in passages for lead in " و"):
            return True
    return False


def _may_be_name(token: Token) -> bool:
    return token.is_name or is_arabic(token.word) or not token.sentence


def _spaced(passage: Passage) -> str:
    text = passage.article.text[:_ARTICLE_READ]
    return " " + fold(text).translate(_MARKS) + " "


_MARKS: Final = {ord(mark): " " for mark in "\n.,;:!?()\"'«»“”،؛؟"}
