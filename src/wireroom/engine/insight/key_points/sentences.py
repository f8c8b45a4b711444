"""The sentences of a body as a reader takes them: quotes whole, abbreviations no end."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify.sentences import body_sentence_spans
from wireroom.engine.pages.credit import read_opening

# What follows in a longer body is background; the longest reports have some 8,000 characters.
MOST_CHARS: Final = 8_000
# A quote left open by a missing mark must not swallow its paragraph.
_LONGEST_QUOTE: Final = 600
# Abbreviations of news whose point ends no sentence, beside those that every splitter knows.
_LONGEST_SHORT: Final = 12  # characters, with what stands before
_SHORT: Final = re.compile(
    r"(?<![^\W\d_])(?:Calif|Fla|Ariz|Conn|Mass|Mich|Minn|Wash|Wis|Ill|Ind|Kan|Neb|Nev|Okla|Ore|Tenn"
    r"|Tex|Ala|Ark|Colo|Del|Ga|Ky|La|Md|Miss|Mo|Mont|Pa|Va|Vt|Wyo|Sens|Reps|Messrs|Maj|Adm|Supt|Hon"
    r"|Gov|Lt|Cmdr|Det|Atty|Ald|Mt|Ft|Feb|bzw|ca|Nr|Mme|Mlle|Sr|Sra|Dra|U\.S|U\.N|U\.K)\.\Z"
)
# A dateline may stand below a caption or a label; what holds none of its signs is no dateline.
_OPENINGS: Final = 6
_LONGEST_OPENING: Final = 80
_MAY_OPEN: Final = re.compile(r"[–—―ـ:)/|]| -")
_NAMED: Final = re.compile(r"(?:[A-Z][\w.]+(?:,? [A-Z][\w.]+){0,2} )?\([A-Z]{2,6}\) (?=[A-Z])")
# Stops of scripts without spaces, and points after Arabic words whose last letter a mark parts
# from the others ("جراحيًا."), which the verifier takes for initials.
_STOPS: Final = re.compile("[。！？\u064b-\u0652]")  # one of them, or an hour, stands in each match
_FULL_STOP: Final = re.compile(
    r"[。！？][」』”）]*(?=\S)|(?<=[\u064b-\u0652][\u0621-\u064a])[.؟!][»”]?(?=\s+\S)"
    # An hour ends a sentence where no day, month or zone follows it.
    r"|(?<=\d [ap]\.m)\.(?= (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun"
    r"|Jul|Aug|Sep|Oct|Nov|Dec|Eastern|Central|Pacific|Mountain|Greenwich|[A-Z]{2,5}\b)[A-Z])"
)


def cut_sentences(body: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the sentences, none over a line end, without datelines.

    They begin and end where the verifier sees sentences begin and end, but for datelines and
    for scripts without spaces.
    """
    text = body[:MOST_CHARS]
    whole = list(_joined(text, body_sentence_spans(text)))
    if whole and len(body) > MOST_CHARS and whole[-1][1] >= len(text):
        whole.pop()
    may_be_cut = _may_be_cut(text)
    for number, (start, end) in enumerate(whole):
        start += measure_opening(text[start:end]) if number < _OPENINGS else 0
        if may_be_cut:
            yield from _cut_further(text, start, end)
        elif start < end:
            yield start, end


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join what stands inside one pair of quote marks, or behind an abbreviation."""
    start, end = -1, -1
    for first, last in spans:
        if start >= 0 and _goes_on(text, start, end, first):
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    if "\n" in text[end:following]:
        return False
    if text[following].islower() or _SHORT.search(text[max(start, end - _LONGEST_SHORT) : end]):
        return True
    return following - start <= _LONGEST_QUOTE and count_open(text[start:end]) > 0


def count_open(text: str) -> int:
    """Return how many quotes begin in the text and do not end there; below 0 the other way."""
    opens, closes = ("„", "“”") if "„" in text else ("“", "”")
    curly = text.count(opens) - sum(map(text.count, closes))
    return curly + text.count("«") - text.count("»") + text.count('"') % 2


def measure_opening(sentence: str) -> int:
    """Return how many characters of dateline and credit open the sentence."""
    if not _MAY_OPEN.search(sentence[:_LONGEST_OPENING]):
        return 0
    rest = read_opening(sentence).rest
    if rest == sentence and (named := _NAMED.match(sentence)):
        return named.end()
    return len(sentence) - len(rest) if rest and sentence.endswith(rest) else 0


def _may_be_cut(text: str) -> bool:
    """Tell whether any sentence may have a stop of its own inside: nearly none of most texts."""
    return ".m." in text or not (text.isascii() or _STOPS.search(text) is None)


def _cut_further(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _FULL_STOP.finditer(text, start, end):
        yield start, match.end()
        start = match.end() + (text[match.end()] == " ")
    if start < end:
        yield start, end
