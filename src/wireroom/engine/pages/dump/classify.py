"""What each line of a dump is, told by its own look and by whether it is said twice."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Final

from wireroom.engine.pages.dump.header import read_header
from wireroom.engine.pages.dump.labels import Label, is_promo, label_of
from wireroom.engine.pages.dump.lines import Kind, RawLine
from wireroom.engine.pages.dump.neighbours import by_neighbours
from wireroom.engine.pages.dump.typed_line import LONGEST_REPEATED, Line, count_words, line_key
from wireroom.engine.text.language import language_of
from wireroom.engine.text.when import looks_like_time

# Chosen on invented dumps: headlines run to 100 signs and seldom end in a full stop, while
# Arabic paragraphs often lack one.
_LONGEST_HEADLINE: Final = 120
_SENTENCE: Final = re.compile(
    r"[.!?؟…。！？।][\"'”’»)\]」』）]*$|[.!?؟,،。！？]?[\"”»」』]$|[:：]$"
)
# "DON'T MISS THIS!": shouted, no sentence of a report.
_MOST_SHOUTED_WORDS: Final = 6
# A subhead or a headline that is a quotation: a sentence would stop inside its marks.
_QUOTED_PHRASE: Final = re.compile(r"^[\"“„«‘'»][^\"“”„«»]*[^.!?؟…,،。！？\"“”„«»][\"”“»’'«]$")
_MOST_QUOTED_WORDS: Final = 8
_LETTERS: Final = re.compile(r"[^\W\d_]")
_FEWEST_SENTENCE_WORDS: Final = 4
# A line said again within so many lines is a headline (an anchor, a heading and a bullet).
_REPEAT_REACH: Final = 8
_LANGUAGE_FROM: Final = 8000  # signs; menus alone take a thousand


def classify(raw_lines: list[RawLine], captured_at: datetime | None) -> list[Line]:
    """Return the lines with their kinds."""
    lang = language_of("\n".join(raw.text for raw in raw_lines)[:_LANGUAGE_FROM])
    lines = [_alone(raw, captured_at, lang) for raw in raw_lines]
    return _with_repeats(by_neighbours(lines))


def _alone(raw: RawLine, captured_at: datetime | None, lang: str | None) -> Line:
    text = raw.text
    line = Line(
        text,
        Kind.SHORT,
        line_key(text) if len(text) <= LONGEST_REPEATED else "",
        is_heading=raw.is_heading,
        after_blank=raw.after_blank,
    )
    if raw.is_url:
        is_mail = text.lower().startswith("mailto:")
        return (
            replace(line, kind=Kind.LABEL, label=Label.FURNITURE)
            if is_mail
            else replace(line, kind=Kind.URL)
        )
    label = label_of(text) if _LETTERS.search(text) else None  # "2025-08-20 21:15" is a time
    if label:
        return replace(line, kind=Kind.LABEL, label=label)
    header = read_header(text, captured_at, lang)
    if header:
        is_alone = not (header.names or header.authors or header.comments)
        is_time = header.has_time and (is_alone or looks_like_time(text, lang=lang))
        return replace(line, kind=Kind.HEADER, header=header, is_time=is_time)
    if not _LETTERS.search(text):
        return replace(line, kind=Kind.LABEL, label=label_of(text) or Label.FURNITURE)
    if raw.is_bullet:
        return replace(line, kind=Kind.BULLET)
    return replace(line, kind=Kind.PROSE if is_prose(text) else Kind.SHORT)


def is_prose(text: str) -> bool:
    """Tell whether a line reads as a sentence or a paragraph rather than as a headline."""
    words = count_words(text)
    if _QUOTED_PHRASE.match(text) and words <= _MOST_QUOTED_WORDS:
        return False
    if is_promo(text) or (text.isupper() and words <= _MOST_SHOUTED_WORDS):
        return False
    if len(text) > _LONGEST_HEADLINE:
        return words > 3 or len(text) > LONGEST_REPEATED
    return (bool(_SENTENCE.search(text)) and words >= _FEWEST_SENTENCE_WORDS) or (
        bool(re.search(r"[.!?؟。！？।][\"'”’»]?$", text)) and words >= 2
    )


def _with_repeats(lines: list[Line]) -> list[Line]:
    """Mark headlines that are said again close by; what ends like a sentence may be one too."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.key and line.kind in (Kind.SHORT, Kind.PROSE, Kind.BULLET):
            places[line.key].append(index)
    marked = list(lines)
    for indexes in places.values():
        for first, second in pairwise(indexes):
            if second - first <= _REPEAT_REACH and _only_short_between(lines, first, second):
                for index in (first, second):
                    marked[index] = _repeated(marked[index])
    return marked


def _only_short_between(lines: list[Line], first: int, second: int) -> bool:
    return all(line.kind is not Kind.PROSE for line in lines[first + 1 : second])


def _repeated(line: Line) -> Line:
    kind = Kind.SHORT if line.kind is Kind.PROSE else line.kind
    return replace(line, kind=kind, is_repeated=True)
