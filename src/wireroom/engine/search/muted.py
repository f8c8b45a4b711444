"""Words that a reader does not want to read of, and the words that excuse a text that has them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from wireroom.engine.search.terms import search_terms

_Terms: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mute:
    """Words side by side; where one of `exceptions` stands beside them, they hide nothing."""

    words: str
    exceptions: tuple[str, ...] = ()


class MutedWords:
    """A reader's mutes. Texts and words are folded and stemmed as the search does it."""

    def __init__(self, mutes: Iterable[Mute]) -> None:
        self._mutes: Final = tuple(mutes)
        # By language: what is muted, by its first term, so that a text is walked through once.
        self._folded: Final[dict[str, dict[str, list[tuple[_Terms, tuple[_Terms, ...]]]]]] = {}

    def hides(self, texts: Sequence[str], lang: str) -> bool:
        """Tell whether a report of these texts, headline and standfirst, is not to be shown.

        `lang` is their BCP 47 tag. No phrase reaches from one text into the next; an exception
        in any of them counts for all.
        """
        if not self._mutes:
            return False
        folded = self._of_language(lang)
        found = [search_terms(text, lang) for text in texts]
        return any(
            _stands_at(terms, words, place) and not _has_any(exceptions, found)
            for terms in found
            for place, term in enumerate(terms)
            for words, exceptions in folded.get(term, ())
        )

    def _of_language(self, lang: str) -> dict[str, list[tuple[_Terms, tuple[_Terms, ...]]]]:
        known = self._folded.get(lang)
        if known is None:
            known = self._folded[lang] = {}
            for mute in self._mutes:
                words = tuple(search_terms(mute.words, lang))
                excused = (tuple(search_terms(one, lang)) for one in mute.exceptions)
                if words:
                    entry = (words, tuple(one for one in excused if one))
                    known.setdefault(words[0], []).append(entry)
        return known


def _stands_at(terms: Sequence[str], words: _Terms, place: int) -> bool:
    return tuple(terms[place : place + len(words)]) == words


def _has_any(phrases: Iterable[_Terms], texts: Sequence[Sequence[str]]) -> bool:
    return any(
        _stands_at(terms, phrase, place)
        for phrase in phrases
        for terms in texts
        for place in range(len(terms) - len(phrase) + 1)
    )
