"""A query made ready for an index: terms in every language the archive holds, and marks."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.search.arabic_forms import other_forms
from wireroom.engine.search.query import Part, Query, Words
from wireroom.engine.search.terms import search_terms
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.words import words

# Every document carries it: what a query of filters alone, or of words left out, is taken from.
EVERY: Final = "x"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that stand side by side."""

    terms: tuple[str, ...]
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class SoughtPhrases:
    """Any of these phrases, or none of them where they are left out."""

    any_of: tuple[Phrase, ...]
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class SoughtMarks:
    """Any of these marks, or none of them where they are left out."""

    any_of: tuple[str, ...]
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a document has to hold: of each of these, what it says."""

    phrases: tuple[SoughtPhrases, ...] = ()
    marks: tuple[SoughtMarks, ...] = ()

    def parts(self, *, left_out: bool) -> list[SoughtPhrases | SoughtMarks]:
        """Return what has to be there, or what may not."""
        parts: list[SoughtPhrases | SoughtMarks] = [*self.phrases, *self.marks]
        return [one for one in parts if one.is_left_out is left_out]


def outlet_mark(outlet: int) -> str:
    """Return what documents of an outlet carry."""
    return f"o{outlet}"


def lang_mark(lang: str) -> str:
    """Return what documents of a language carry, whatever its region: "en" of "en-GB"."""
    return f"l{base_language(lang)}" if base_language(lang).isalnum() else "lund"


def country_mark(country: str) -> str:
    """Return what documents of a country's outlets carry, by its two letters."""
    return f"c{country.lower()}" if country.isalpha() and country.isascii() else "cnone"


def section_mark(section: str) -> str:
    """Return what documents of a section carry, however its name is cased."""
    return f"s{zlib.crc32(' '.join(words(section)).encode()):08x}"


def document_marks(*, outlet: int, country: str, lang: str, section: str) -> str:
    """Return all marks of a document, joined by spaces."""
    marks = (EVERY, outlet_mark(outlet), country_mark(country), lang_mark(lang))
    return " ".join((*marks, section_mark(section)) if section.strip() else marks)


def expand(query: Query, langs: Sequence[str]) -> tuple[SoughtPhrases, ...]:
    """Return the query's parts as terms of these languages: "runs" is "run" in English alone.

    A part whose words are none, as a comma, asks for nothing.
    """
    parts = dict.fromkeys(_expanded(part, langs) for part in query.parts)  # each once
    return tuple(part for part in parts if part.any_of)


def _expanded(part: Part, langs: Sequence[str]) -> SoughtPhrases:
    found = dict.fromkeys(phrase for one in part.any_of for phrase in _phrases(one, langs))
    return SoughtPhrases(tuple(found), part.is_left_out)


def _phrases(one: Words, langs: Sequence[str]) -> Iterator[Phrase]:
    # As it is written, too: a paper of another language writes names and foreign words so.
    for lang in (*langs, "und"):
        terms = tuple(search_terms(one.text, lang))
        if terms:
            yield Phrase(terms, one.in_headline)
        if len(terms) == 1:
            for other in other_forms(one.text, terms[0]):
                yield Phrase((other,), one.in_headline)
