"""Who speaks a quote, as the reader of quotes resolves it: a name, its titles, its pronouns."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.quotes.find import find_quotes as resolve_quotes
from wireroom.engine.insight.quotes.quote import Quote as Resolved
from wireroom.engine.insight.verify.aliases import Aliases
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.keys import is_arabic, keys_of
from wireroom.engine.insight.verify.marks import Quote, flat
from wireroom.engine.insight.verify.word_table import words_in

_READ: Final = 50_000  # characters of an article in which speakers are resolved
_TITLES: Final = words_in("mr mrs ms dr the a an his her its their sir prof السيد السيده الدكتور")


def claimed_speaker(text: str, quote: Quote) -> frozenset[str]:
    """Return the words by which a claim names the speaker of a quote; none where it does not."""
    for resolved in _resolved(text):
        overlaps = resolved.start < quote.end and quote.start < resolved.end
        if overlaps and resolved.speaker and resolved.speaker_resolved:
            return words_of(resolved.speaker)
    return frozenset()


def is_spoken_by(
    named: frozenset[str], passage: Passage, there: Quote, aliases: Aliases
) -> bool | None:
    """Return whether the named one speaks a cited quote; None where nobody can tell."""
    start, end = passage.start + there.start, passage.start + there.end
    if end > _READ or not named:
        return None
    for resolved in _resolved(passage.article.text[:_READ]):
        if resolved.start < end and start < resolved.end and resolved.speaker_resolved:
            told = words_of(f"{resolved.speaker} {resolved.speaker_resolved}")
            keys = frozenset(key for word in told for key in keys_of(word))
            keys |= aliases.of(keys)
            return _all_known(sorted(named), keys)
    return None


def _all_known(named: Sequence[str], keys: frozenset[str]) -> bool:
    """Whether the words name the same one: all of them in Arabic, whose names have no capitals."""
    held = [word for word in named if keys_of(word) & keys]
    if any(is_arabic(word) for word in named):
        return 2 * len(held) > len(named)
    return bool(held)


def words_of(speaker: str) -> frozenset[str]:
    """Return the folded words of a name or description, without its title."""
    words = (word.removesuffix("'s") for word in flat(speaker).replace(",", " ").split())
    return frozenset(word for word in words if word not in _TITLES)


@lru_cache(maxsize=16)  # an article is asked for once a claim
def _resolved(text: str) -> tuple[Resolved, ...]:
    return tuple(quote for quote in resolve_quotes(text) if quote.kind != "indirect")
