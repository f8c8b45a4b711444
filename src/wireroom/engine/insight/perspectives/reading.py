"""One report read for what it can be compared by: whom it quotes, names, numbers, words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from wireroom.engine.insight.key_points.sentences import cut_sentences
from wireroom.engine.insight.key_points.statement import CONTENT, rarity_of
from wireroom.engine.insight.perspectives.names import heard_in, is_cased, key_of, names_in
from wireroom.engine.insight.perspectives.teller import Teller
from wireroom.engine.insight.perspectives.view import Kind
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.stories.terms import base_language, stem_word
from wireroom.engine.text.told_values import read_values
from wireroom.engine.text.words import find_words, fold_word, words

# Languages whose quotes are found well enough for their absence to say something: of the speakers
# of German quotes benchmarks/quotes finds a seventh to a half, of others nobody has counted.
_QUOTES_READ: Final = frozenset(("en", "ar"))
_FEWEST_QUOTED: Final = 4  # words: a shorter fragment tells nothing of who thinks what
_LEAST_NUMBER: Final = 32  # below are days of months, hours and counts that many things have
_SCALED: Final = 1_000_000  # from here on a number is written with a word for its size
_YEARS: Final = (1900, 2100)
_SHORTEST_WORD: Final = 4  # letters
_OPENING_WITHIN: Final = 3  # sentences; before it may stand a label or a caption
_SHORTEST_OPENING: Final = 40  # characters


class Mark(NamedTuple):
    """What a report has or leaves out; `key` is the same in all reports that have it."""

    kind: Kind
    key: str


class Place(NamedTuple):
    """Where in its body a report has something, and what it is called there.

    `about` is empty where the words tell that it is there but are not to be shown.
    """

    start: int
    end: int
    about: str = ""


@dataclass(slots=True)
class Reading:
    """What one report has: the first place of each mark.

    `heard` has a place for whatever may be a name in it, `small` its words in small letters.
    `loose` tells that it quotes somebody whom it does not name, or nobody could tell whom.
    """

    lang: str
    marks: dict[Mark, Place] = field(default_factory=dict)
    heard: dict[str, Place] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    opening: Place | None = None
    cased: bool = True
    loose: bool = False

    @property
    def reads_quotes(self) -> bool:
        """Tell whether somebody who is not found quoted is not quoted."""
        return self.lang in _QUOTES_READ and not self.loose


def read_teller(teller: Teller) -> Reading:
    """Read a report; of one without a body nothing comes."""
    base = base_language(teller.lang)
    reading = Reading(base, cased=is_cased(teller.body))
    spans = list(cut_sentences(teller.body))
    reading.opening = _opening(teller.body, spans)
    for start, end in spans:
        _read_sentence(reading, teller.body[start:end], Place(start, end))
    if reading.opening:
        opening = teller.body[reading.opening.start : reading.opening.end]
        for stem, word in _stems(opening, base):
            reading.marks.setdefault(
                Mark(Kind.OPENING, f"{base} {stem}"), reading.opening._replace(about=word)
            )
    _read_quotes(reading, teller)
    return reading


def _opening(body: str, spans: list[tuple[int, int]]) -> Place | None:
    for start, end in spans[:_OPENING_WITHIN]:
        if end - start >= _SHORTEST_OPENING and not body[end - 1].isalnum():
            return Place(start, end)
    return None


def _read_sentence(reading: Reading, text: str, place: Place) -> None:
    for key in heard_in(text, cased=reading.cased):
        reading.heard.setdefault(key, place)
    if reading.cased:
        for name in names_in(text, reading.lang):
            reading.marks.setdefault(Mark(Kind.NAME, key_of(name)), place._replace(about=name))
    for number, written in _numbers(text, reading.lang):
        mark = Mark(Kind.NUMBER, f"{number:f}")
        reading.marks.setdefault(mark, place._replace(about=written))
    for stem, word in _stems(text, reading.lang):
        if word[0].isupper():
            continue
        reading.small.add(fold_word(word))
        if len(word) >= _SHORTEST_WORD and rarity_of(stem, reading.lang) > CONTENT:
            key = f"{reading.lang} {stem}"
            reading.marks.setdefault(Mark(Kind.WORD, key), place._replace(about=word))


def _stems(text: str, base: str) -> Iterator[tuple[str, str]]:
    """Yield (stem, as written) of the words that are no numbers."""
    for word in find_words(text):
        if word[0].isalpha():
            yield _stem(word, base), word


@lru_cache(maxsize=1 << 15)
def _stem(word: str, base: str) -> str:
    return stem_word(fold_word(word), base)


def _numbers(text: str, base: str) -> Iterator[tuple[Decimal, str]]:
    """Yield (value, as written) of numbers that an event has once: no small ones, no years."""
    if not any(map(str.isdigit, text)):
        return
    for value, start in read_values(text, base):
        is_year = _YEARS[0] <= value <= _YEARS[1] and value == value.to_integral_value()
        if value >= _LEAST_NUMBER and not is_year:
            yield value, _written(value, text[start:])


def _written(value: Decimal, text: str) -> str:
    """Return a number as it stands at the front of a text, "5 billion", or else in digits."""
    plain = f"{value:,f}"
    parts = [part.strip('.,;:)”"') for part in text.split(maxsplit=2)[:2]]
    if len(parts) < 2 or not parts[0][:1].isdigit() or parts[0].replace(",", "") == f"{value:f}":
        return plain
    return " ".join(parts) if parts[1].isalpha() and value >= _SCALED else plain


def _read_quotes(reading: Reading, teller: Teller) -> None:
    quotes = teller.quotes
    if quotes is None:
        quotes = find_quotes(teller.body, None if reading.lang == "und" else teller.lang)
    for quote in quotes:
        if quote.speaker_resolved is None:
            reading.loose = reading.loose or (
                quote.kind == "direct" and len(words(quote.quote)) >= _FEWEST_QUOTED
            )
        elif is_named(quote.speaker_resolved, cased=reading.cased):
            _read_quote(reading, quote, quote.speaker_resolved)


def is_named(speaker: str, *, cased: bool) -> bool:
    """Tell whether a speaker is somebody by name: no "police", no "a witness"."""
    parts = speaker.split()
    if not cased:
        return len(parts) > 1
    return bool(parts) and parts[-1][0].isupper() and not parts[-1].isupper()


def _read_quote(reading: Reading, quote: Quote, speaker: str) -> None:
    """Keep the first exact words of a speaker, or where there are none those reported."""
    mark = Mark(Kind.QUOTED, key_of(speaker))
    text = quote.quote.rstrip(",،")
    exact = quote.kind != "indirect" and len(words(text)) >= _FEWEST_QUOTED
    place = Place(quote.start, quote.start + len(text), speaker if exact else "")
    known = reading.marks.get(mark)
    if known is None or (exact and not known.about):
        reading.marks[mark] = place
