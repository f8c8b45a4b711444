"""The patterns of times: folding of a line, date, clock, zone and span-of-time expressions."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from wireroom.engine.text import when_tables as tables

# One sign for what typists use alike.
_SIGNS: Final = {
    **dict.fromkeys("‘’ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "،": ",",
    "٫": ".",
    "ة": "ه",
    "ى": "ي",
    "ـ": "",
    "ı": "i",
}


# In ASCII nothing is dropped and nothing grows: a line is folded at once.
_ASCII_SIGNS: Final = {**{ord(sign): " " for sign in map(chr, range(128)) if sign.isspace()},
                       ord("`"): "'"}  # fmt: skip


@lru_cache(maxsize=4096)
def _fold_sign(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(int(digit))
    if unicodedata.category(sign) in ("Mn", "Cf"):  # accents and direction marks
        return ""
    if sign.isspace():
        return " "
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return _SIGNS.get(base[:1], base[:1])


def flat(text: str) -> str:
    """Return the text folded for the patterns below."""
    return "".join(map(_fold_sign, text))


def flat_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its signs and its end, the offset in `text`."""
    if text.isascii():
        return text.translate(_ASCII_SIGNS).lower(), list(range(len(text) + 1))
    signs: list[str] = []
    offsets: list[int] = []
    for offset, sign in enumerate(text):
        folded = _fold_sign(sign)
        if folded:
            signs.append(folded)
            offsets.append(offset)
    return "".join(signs), [*offsets, len(text)]


def names(listing: str) -> list[str]:
    """Split a table's listing into folded names; "_" stands for a space inside a name."""
    return [flat(name.replace("_", " ")) for name in listing.split()]


def numbers_by_name(table: dict[int, str]) -> dict[str, int]:
    """Turn {number: listing} into {folded name: number}."""
    return {name: number for number, listing in table.items() for name in names(listing)}


def any_of(options: Iterable[str]) -> str:
    """Return a pattern for any of the options, longest first."""
    longest_first = sorted(set(options), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)


MONTH_BY_NAME: Final = numbers_by_name(tables.MONTH_NAMES)
WEEKDAY_BY_NAME: Final = numbers_by_name(tables.WEEKDAY_NAMES)
NAMED_DAY: Final = numbers_by_name(tables.NAMED_DAYS)
NUMBER_BY_WORD: Final = numbers_by_name(tables.NUMBER_WORDS)
COUNTED_UNIT: Final = numbers_by_name(tables.COUNTED_UNITS)
OWN_COUNT_UNIT: Final = {
    flat(name.replace("_", " ")): count for name, count in tables.OWN_COUNT_UNITS.items()
}
ZONE_BY_NAME: Final = {
    flat(name.replace("_", " ")): minutes for name, minutes in tables.ZONE_MINUTES.items()
}

_NO_LETTER_BEFORE: Final = r"(?<![^\W\d_])"
_NO_LETTER_AFTER: Final = r"(?![^\W\d_])"
_MONTH: Final = rf"{_NO_LETTER_BEFORE}(?:{any_of(MONTH_BY_NAME)}){_NO_LETTER_AFTER}\.?"
# "آب/أغسطس", "آب (أغسطس)": both families of Arabic month names side by side
_MONTHS: Final = rf"(?P<month>{_MONTH})(?:\s*[/(]\s*{_MONTH}\s*\)?)?"
_WEEKDAY: Final = rf"{_NO_LETTER_BEFORE}(?:{any_of(WEEKDAY_BY_NAME)}){_NO_LETTER_AFTER}\.?[\s,]*"
_DAY: Final = r"(?<!\d)(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th|er|\.|º)?"
_YEAR: Final = r"(?<!\d)(?P<year>\d{4})(?!\d|:\d)"
_OF: Final = r"[\s\-/]*(?:of\s|de\s|del\s|du\s|من\s)?\s*"
_CLOCK_HAND: Final = r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)"

DATE_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # 2025-08-20T14:05:00.5+03:00, 2025/8/20, 20250820T140500Z
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<day_month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<day_month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号號]"
        r"(?:\s?[(（]?(?:星期|周|週|曜)[一二三四五六日天][)）]?)?",
        r"(?<!\d)(?P<year>\d{4})(?P<day_month>\d{2})(?P<day>\d{2})(?=t\d{4})",
        rf"(?:{_WEEKDAY})?{_DAY}{_OF}{_MONTHS}[\s,\-/]*(?:de\s+|del\s+)?{_YEAR}",
        rf"(?:{_WEEKDAY})?{_MONTHS}[\s\-]*{_DAY},?[\s\-]+{_YEAR}",
        rf"(?:{_WEEKDAY})?{_MONTHS}\s+{_DAY},?\s+{_CLOCK_HAND}(?P<zone>\s+(?:[a-z]{{2,4}}|[+-]\d{{4}}))?\s+{_YEAR}",
        r"(?<!\d)(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\d)",
    )
)
# No year: only where nothing else stands beside it, and only against a capture time.
YEARLESS_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_WEEKDAY})?{_DAY}{_OF}{_MONTHS}(?![\s,]*\d{{4}}(?!:))",
        rf"(?:{_WEEKDAY})?{_MONTHS}\s*{_DAY}(?![\s,]*\d{{4}}(?!:))",
    )
)
HIJRI: Final = re.compile(
    rf"(?:{_WEEKDAY})?\d{{1,2}}\s*(?:من\s)?\s*(?:{any_of(names(tables.HIJRI_MONTHS))})[\s,\-/]*\d{{4}}\s*(?:ه)?"
)

_ZONE: Final = (
    r"(?P<zone>[+-]\d{1,2}:?\d{2}(?!\d)|(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d{2})?(?!\d)|"
    rf"(?:(?:ب?توقيت\s+)?(?:{any_of([*ZONE_BY_NAME, *tables.US_ZONE_HOURS])})){_NO_LETTER_AFTER})"
)
_HALF: Final = r"(?P<half>[ap]\.?\s?m\b\.?|صباحا|مساء|ظهرا|ص|م)"
CLOCK: Final = (
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:\s?(?:[:.]|h|uhr|[时時点點])\s?(?P<minute>\d{2})(?::?(?P<second>\d{2})"
    rf"(?:[.,]\d+)?)?(?![\d])|(?=\s*(?:[ap]\.?m|صباحا|مساء|uhr))|h(?!\w))"
    rf"(?:\s*(?:uhr|h|分){_NO_LETTER_AFTER})?"
    rf"(?:\s*{_HALF}{_NO_LETTER_AFTER})?(?:\s*\(?{_ZONE}\)?)?"
)
_AT: Final = (
    r"t(?=\d)|at\s|a\s|um\s|a l"
    r"as\s|alle\s|il\s|on\s|le\s|as\s|om\s|kl\.?\s|в\s|pukul\s|الساعه:?\s|عند\s|في\s|@"
)
_GAP: Final = rf"[\s,|\-·•()/;]*(?:م\s)?(?:{_AT})?[\s\-:]*"
CLOCK_AFTER: Final = re.compile(_GAP + CLOCK)
COMPACT_CLOCK_AFTER: Final = re.compile(
    r"t(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>z|[+-]\d{2}:?\d{2})?(?P<half>(?!))?"
)
CLOCK_BEFORE: Final = re.compile(CLOCK + _GAP + r"\Z")

_NUMBER: Final = rf"(?:\d{{1,4}}|{_NO_LETTER_BEFORE}(?:{any_of(NUMBER_BY_WORD)}){_NO_LETTER_AFTER})"
QUANTITY: Final = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?P<unit>{any_of(COUNTED_UNIT)})(?![^\W\d_前])"
)
_COUNTED: Final = QUANTITY.pattern.replace("?P<number>", "?:").replace("?P<unit>", "?:")
_JOIN: Final = r"(?:[\s,]*(?:and|et|und|y|و)?\s*)"
_ABOUT: Final = r"(?:(?:about|around|some|over|environ|etwa|rund|unos|نحو|حوالي|اكثر من)\s+)?"
OWN_COUNT: Final = re.compile(rf"(?P<own>{any_of(OWN_COUNT_UNIT)}){_NO_LETTER_AFTER}")
_OWN: Final = OWN_COUNT.pattern.replace("?P<own>", "?:")
_ENDS: Final = r"(?=\s*(?:\Z|[|·•,\-()\[\]/:.\n]))"

AGO_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_ABOUT}{_COUNTED}(?:{_JOIN}{_COUNTED})*"
        rf"(?:\s+(?:ago|(?:fa|once|atras|назад|geleden|{flat('पहले')}|yang "
        rf"lalu){_NO_LETTER_AFTER})|\s?前)",
        rf"{_NO_LETTER_BEFORE}(?:il y a|vor|hace|ha)\s+{_ABOUT}{_COUNTED}(?:{_JOIN}{_COUNTED})*",
        rf"(?:منذ|قبل)\s*{_ABOUT}{_COUNTED}(?:{_JOIN}(?:{_COUNTED}|{_OWN}))*{_ENDS}",
        rf"(?:منذ|قبل)\s+{_ABOUT}{_OWN}(?:\s+واحده?)?(?:{_JOIN}(?:{_COUNTED}|{_OWN}))*{_ENDS}",
    )
)
# "3h", "12 min", "2d": only where nothing else stands beside it.
BARE_AGO: Final = re.compile(
    r"(?<!\d)(?P<number>\d{1,3})\s?(?P<unit>hours|hour|hrs|hr|h|mins|min|m|days|d|w|ساعات|ساعه|دقائق|دقيقه|س|د)(?!\w)"
)
NOW: Final = re.compile(
    rf"{_NO_LETTER_BEFORE}(?:{any_of(names(tables.NOW_WORDS))}){_NO_LETTER_AFTER}"
)
NAMED_DAYS: Final = re.compile(
    rf"{_NO_LETTER_BEFORE}(?P<named>{any_of(NAMED_DAY)}){_NO_LETTER_AFTER}"
)
WEEKDAYS: Final = re.compile(
    rf"{_NO_LETTER_BEFORE}(?:(?P<before>last|letzten|vergangenen)\s+|this\s+|on\s+|am\s+|el\s+)?(?P<weekday>{any_of(WEEKDAY_BY_NAME)})"
    rf"{_NO_LETTER_AFTER}(?:\s+(?:dernier|pasado|الماضي))?"
)
EPOCH: Final = re.compile(r"\s*(?P<seconds>[12]\d{9})(?P<milli>\d{3})?\s*\Z")
