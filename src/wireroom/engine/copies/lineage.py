"""The lineage of two articles: what they share, who has it from whom, and why we think so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.copies.bodywords import BodyWords, read_words
from wireroom.engine.copies.credit import Origin, called, find_origin
from wireroom.engine.copies.fingerprint import Prints, shingles
from wireroom.engine.copies.passages import WordPassage, align_words, as_passage
from wireroom.engine.copies.quoted import find_quoted_words, keep_quotes, measure_quoted
from wireroom.engine.types import ArticleText, CopyKind, CopyPair, Passage

# Two reports of one event share quotes and a sentence of background; a copy shares more, and
# at least one stretch of its own words. Equal words in passages; words of a quote count fully
# only beside half as many copied around them. Chosen on benchmarks/copies_set.py, and by eye
# on the development stories, whose shared statements and tweets reach 60 quoted words.
_MIN_EVIDENCE: Final = 46.0
_MIN_LONGEST: Final = 22
_QUOTED_COUNTS: Final = 0.35

# A brief is too short for that: it is a copy when most of it stands in the other text.
_MIN_EVIDENCE_SHORT: Final = 16.0
_SHORT_CONTAINMENT: Final = 0.5

_SAME_COPY: Final = 0.8
_CUT_COPY: Final = 0.5
_EDITED_BELOW: Final = 0.985

NO_PRINTS: Final[Prints] = np.empty(0, dtype=np.uint64)


def compare(
    a: ArticleText, b: ArticleText, *, furniture: Prints = NO_PRINTS, quotes: bool = False
) -> CopyPair | None:
    """Return what two articles share, or None where that is no more than one event's words.

    compare(b, a) is the mirror image of compare(a, b). `furniture` are prints that stand in
    many articles (CopyIndex.furniture): a passage made of them counts for nothing. With `quotes`
    two that share no copy, but the words of a quote, are a pair of kind QUOTE.
    """
    if _order(b) < _order(a):
        pair = _compare(b, a, furniture, quotes=quotes)
        return None if pair is None else mirror(pair)
    return _compare(a, b, furniture, quotes=quotes)


def mirror(pair: CopyPair) -> CopyPair:
    """Return the pair seen from the other article."""
    turned = (
        Passage(each.b_start, each.b_end, each.a_start, each.a_end, each.similarity)
        for each in pair.passages
    )
    return replace(
        pair,
        a=pair.b,
        b=pair.a,
        direction={"a>b": "b>a", "b>a": "a>b"}.get(pair.direction, pair.direction),
        containment_a=pair.containment_b,
        containment_b=pair.containment_a,
        passages=tuple(sorted(turned, key=lambda each: each.a_start)),
    )


def _order(article: ArticleText) -> tuple[str, str, str]:
    # The id last: a table's ids follow the order of arrival, which must not change what is found.
    return article.body, article.outlet or "", article.id


def _compare(a: ArticleText, b: ArticleText, furniture: Prints, *, quotes: bool) -> CopyPair | None:
    left, right = read_words(a.body), read_words(b.body)
    found = [each for each in align_words(left, right) if _is_own(left, each, furniture)]
    if not found:
        return None
    containment_a = sum(each.a_end - each.a for each in found) / len(left)
    containment_b = sum(each.b_end - each.b for each in found) / len(right)
    if _is_copy(left, right, found, max(containment_a, containment_b)):
        kind = _tell_kind(found, containment_a, containment_b)
        what = _say_kind(a, b, found, containment_a, containment_b)
        origin = find_origin(a, b, containment_a, containment_b)
    elif quotes and (found := keep_quotes(left, right, found)):
        containment_a = sum(each.a_end - each.a for each in found) / len(left)
        containment_b = sum(each.b_end - each.b for each in found) / len(right)
        words = sum(each.equal for each in found)
        kind, what = CopyKind.QUOTE, f"only a quote is shared, {words} words"
        origin = Origin(0, "neither has it from the other")
    else:
        return None
    return CopyPair(
        a=a.id,
        b=b.id,
        direction=("unknown", "b>a", "a>b")[origin.side],
        containment_a=round(containment_a, 4),
        containment_b=round(containment_b, 4),
        passages=tuple(as_passage(left, right, each) for each in found),
        why=f"{what}; {origin.why}",
        kind=kind,
        confidence=origin.confidence,
    )


def _is_own(text: BodyWords, found: WordPassage, furniture: Prints) -> bool:
    """Return whether the passage is not made of furniture."""
    if not len(furniture):
        return True
    own = shingles(text.keys[found.a : found.a_end])
    # The fingerprint holds a quarter of the shingles: an eighth is half of a passage.
    return bool(np.isin(own, furniture).sum() * 8 < len(own))


def _is_copy(a: BodyWords, b: BodyWords, found: Sequence[WordPassage], containment: float) -> bool:
    equal = sum(each.equal for each in found)
    if containment >= _SHORT_CONTAINMENT and equal >= _MIN_EVIDENCE_SHORT:
        return True
    if equal < _MIN_EVIDENCE or max(each.equal for each in found) < _MIN_LONGEST:
        return False
    quoted_a, quoted_b = find_quoted_words(a), find_quoted_words(b)
    return sum(_evidence(each, quoted_a, quoted_b) for each in found) >= _MIN_EVIDENCE


def _evidence(
    found: WordPassage, quoted_a: NDArray[np.bool_], quoted_b: NDArray[np.bool_]
) -> float:
    quoted = found.equal * measure_quoted(found, quoted_a, quoted_b)
    around = found.equal - quoted
    beside = min(quoted, 2 * around)
    return around + beside + _QUOTED_COUNTS * (quoted - beside)


def _is_edited(found: Sequence[WordPassage]) -> bool:
    equal = sum(each.equal for each in found)
    return sum(each.similarity * each.equal for each in found) / equal < _EDITED_BELOW


def _tell_kind(
    found: Sequence[WordPassage], containment_a: float, containment_b: float
) -> CopyKind:
    if min(containment_a, containment_b) >= _SAME_COPY:
        return CopyKind.EDITED if _is_edited(found) else CopyKind.WHOLE
    is_cut = max(containment_a, containment_b) >= _CUT_COPY
    return CopyKind.CUT if is_cut else CopyKind.PASSAGES


def _say_kind(
    a: ArticleText,
    b: ArticleText,
    found: Sequence[WordPassage],
    containment_a: float,
    containment_b: float,
) -> str:
    """Say in plain words what the two share."""
    edited = _is_edited(found)
    less, more = sorted((containment_a, containment_b))
    if less >= _SAME_COPY:
        return f"same copy {less:.0%}{', lightly edited' if edited else ''}"
    if more >= _CUT_COPY:
        inner, outer = (a, b) if containment_a >= containment_b else (b, a)
        how = "cut and lightly edited" if edited else "cut"
        return f"{how}: {more:.0%} of {called(inner, a, b)} stands in {called(outer, a, b)}"
    words = sum(each.equal for each in found)
    if len(found) == 1:
        return f"1 shared passage of {words} words"
    return f"{len(found)} shared background passages, {words} words"
