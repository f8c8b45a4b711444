"""How a comment is said: in capitals, over and over, or the same as before."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.moderation.assessment import Context, Reason
from wireroom.engine.moderation.folding import Word
from wireroom.engine.text.words import find_words, words

_CASED: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿА-Яа-яΑ-Ωα-ω]")
# A headline or a cheer in capitals is short; shorter than this nobody minds.
_SHOUTED_WORDS: Final = 10
_SHOUTED_SHARE: Final = 0.7
# Laughter ("hahaha", "ههههه") and one drawn-out letter come to twenty or so.
_SAME_SIGN: Final = re.compile(r"([^\W_]|[!?؟])\1{39,}")
_REPEATING_WORDS: Final = 16
_FEWEST_DIFFERENT: Final = 0.2  # of all words; prose of 16 to 60 words has .6 and more
_SAME: Final = 0.8  # shared word triples of two comments that are one, a word or two aside
_SHORT: Final = 5  # words: "Thank you very much" may come again
_BURST: Final = 5
_BURST_S: Final = 60.0


def find_shouting(text: str) -> Iterator[Reason]:
    """Yield a reason when most of a longer comment is in capitals."""
    cased = _CASED.findall(text)
    capitals = sum(sign.isupper() for sign in cased)
    if capitals < _SHOUTED_SHARE * len(cased) or capitals < 3 * _SHOUTED_WORDS:
        return
    long_ones = [word for word in find_words(text) if len(word) > 1 and word.isupper()]
    if len(long_ones) >= _SHOUTED_WORDS:
        yield Reason("shouting", "capitals", 0, len(text), 0.5)


def find_flood(text: str, found: Sequence[Word], context: Context) -> Iterator[Reason]:
    """Yield reasons for repeats within a comment and of the writer's earlier ones."""
    for match in _SAME_SIGN.finditer(text):
        yield Reason("flood", "same_sign", *match.span(), 0.5)
    counts = Counter(max(word.forms, key=len) for word in found)
    if len(found) >= _REPEATING_WORDS and len(counts) <= _FEWEST_DIFFERENT * len(found):
        yield Reason("flood", "same_words", found[0].start, found[-1].end, 0.6)
    times = _times_before(text, context)
    if times:
        yield Reason("flood", "sent_before", 0, len(text), 0.6 if times > 1 else 0.45)
    if _is_burst(context):
        yield Reason("flood", "burst", 0, len(text), 0.6)


def _times_before(text: str, context: Context) -> int:
    if not context.earlier:
        return 0
    own = _triples(text)
    return sum(
        bool(own) and _likeness(own, _triples(each.text)) >= _SAME for each in context.earlier
    )


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    said = words(text)
    if len(said) < _SHORT:
        return frozenset()
    return frozenset(zip(said, said[1:], said[2:], strict=False))


def _likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Return the shared triples of all (Jaccard)."""
    return len(one & other) / max(1, len(one | other))


def _is_burst(context: Context) -> bool:
    at = context.at
    if at is None:
        return False
    near = [e for e in context.earlier if e.at and 0 <= (at - e.at).total_seconds() <= _BURST_S]
    return len(near) >= _BURST
