"""What a comment's words say: patterns of insult, threat, hate, harassment, sex and advertising."""

from collections.abc import Iterator, Sequence

from wireroom.engine.moderation.assessment import Reason
from wireroom.engine.moderation.folding import Word
from wireroom.engine.moderation.patterns import find_patterns, load_lexicon
from wireroom.engine.moderation.standing import Standing


def find_said(words: Sequence[Word], standing: Standing) -> Iterator[Reason]:
    """Yield a reason for every pattern, its score lowered where the words are not the writer's."""
    for pattern, first, end in find_patterns(words, load_lexicon()):
        score = pattern.score * standing.share(pattern, first)
        yield Reason(
            pattern.kind, pattern.cause, words[first].start, words[end - 1].end, round(score, 3)
        )
