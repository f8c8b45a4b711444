"""A sentence of a claim laid beside the cited one that it is nearest to, and where they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from wireroom.engine.insight.verify.tokens import Token

# Where a run of the claim begins and ends, and the cited run that it stands for.
Codes = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sentences, and the runs in which they are not the same words in the same order."""

    ours: Sequence[Token]
    theirs: Sequence[Token]
    changes: Sequence[Codes]


def lay_beside(
    own: Sequence[Token], sentences: Iterable[Sequence[Token]], *, least: float
) -> Sides | None:
    """Return a sentence beside the one that has most of its words in their order.

    None where no sentence has at least so large a share of them.
    """
    best: SequenceMatcher[str] | None = None
    sentence: Sequence[Token] = ()
    most = least * len(own)
    words = [token.word for token in own]
    for theirs in sentences:
        cited = [token.word for token in theirs]
        if len(set(words).intersection(cited)) < most * least:
            continue  # some words stand twice in a sentence, but not so many
        matcher = SequenceMatcher(None, words, cited, autojunk=False)
        shared = sum(block.size for block in matcher.get_matching_blocks())
        if shared > most or (shared == most and best is None):
            best, sentence, most = matcher, theirs, shared
    if best is None:
        return None
    changes = [(a, b, c, d) for way, a, b, c, d in best.get_opcodes() if way != "equal"]
    return Sides(own, sentence, changes)
