"""What an address is made of: dates, numbers, hashes and the words of a headline."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urlsplit

from wireroom.engine.text.words import words

_DEVICES: Final = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_ENDING: Final = re.compile(r"\.(?P<ending>[a-z][a-z0-9]{1,4})$", re.IGNORECASE)
_PAGES: Final = frozenset(
    ("html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp", "cms", "amp", "ece")
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DAY: Final = re.compile(r"(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d")
_MONTH: Final = re.compile(r"\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}")
# "a123456", "art-12345", "idUSKBN12345": letters before a number say what it numbers.
_NUMBERED: Final = re.compile(r"[A-Za-z]{0,8}[-_.]?\d{5,}")
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HASH: Final = re.compile(r"(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z0-9]{8,40}")
_HASH_IN_SLUG: Final = re.compile(r"(?=\w*\d)(?=\w*[a-z])[a-z0-9]{6,40}", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[-_+.,:;~ ]+")
_LEAST_ID: Final = 4  # digits; years are told apart
_SLUG_WORDS: Final = 3
_LONGEST: Final = 2_000  # characters of an address that are looked at
_MOST_PARTS: Final = 12


@dataclass(frozen=True, slots=True)
class Shape:
    """An address without its own words: two reports of one outlet mostly share it.

    `form` is the kinds of its parts, sections folded into one; `section` the words above the
    last part, lower case. `worth` says how much the address alone speaks for a report, 0 to 3.
    """

    host: str
    form: tuple[str, ...]
    section: tuple[str, ...]
    last: str
    worth: float
    ending: str = ""


@lru_cache(maxsize=4096)
def shape_of(url: str) -> Shape:
    """Return the shape of a canonical web address."""
    parts = urlsplit(url[:_LONGEST])
    host = parts.netloc
    while (bare := _DEVICES.sub("", host)) != host:
        host = bare
    pieces = [unquote(piece) for piece in parts.path.split("/") if piece][:_MOST_PARTS]
    ending = ""
    if pieces and (found := _ENDING.search(pieces[-1])) is not None:
        ending = found["ending"].lower()
        pieces[-1] = pieces[-1][: found.start()]
    kinds = [_kind_of(piece) for piece in pieces]
    kinds = [_in_date(kinds, pieces, place) for place in range(len(kinds))]
    asked = _query_kinds(parts.query)
    form = (*_folded(kinds), *asked, *([f".{ending}"] if ending else []))
    section = tuple(
        piece.lower() for piece, kind in zip(pieces[:-1], kinds, strict=False) if kind == "w"
    )
    return Shape(
        host=host,
        form=form,
        section=section,
        last=pieces[-1].lower() if pieces else "",
        worth=_worth(kinds, pieces, asked),
        ending=ending,
    )


def is_page_ending(ending: str) -> bool:
    """Tell whether an ending is one of web pages, or none."""
    return not ending or ending in _PAGES


def _kind_of(piece: str) -> str:
    if piece.isdigit():
        if _DAY.fullmatch(piece):
            return "day"
        if _YEAR.fullmatch(piece):
            return "year"
        return "id" if len(piece) >= _LEAST_ID else "number"
    if _DAY.fullmatch(piece):
        return "day"
    if _UUID.fullmatch(piece) or (_HASH.fullmatch(piece) and not piece.isalpha()):
        return "id" if _NUMBERED.fullmatch(piece) else "hash"
    if _NUMBERED.fullmatch(piece):
        return "id"
    return _slug_kind(piece)


def _slug_kind(piece: str) -> str:
    tokens = [token for token in _BETWEEN.split(piece) if token]
    numbered = any(_is_id(token) for token in (tokens[:1] + tokens[-1:] if tokens else []))
    if _words_in(piece) >= _SLUG_WORDS:
        return "slug+id" if numbered else "slug"
    return "w+id" if numbered else "w"


def _is_id(token: str) -> bool:
    if token.isdigit():
        return len(token) >= _LEAST_ID and not _YEAR.fullmatch(token)
    return bool(_HASH_IN_SLUG.fullmatch(token)) and sum(map(str.isdigit, token)) > 1


def _words_in(piece: str) -> float:
    """Count the words of a part; scripts without spaces have two characters to a word."""
    found = words(_BETWEEN.sub(" ", piece))
    return sum(0.5 if _is_wide(word) else 1.0 for word in found if not _is_id(word))


def _is_wide(word: str) -> bool:
    return len(word) == 1 and word >= "\u3040"


def _in_date(kinds: list[str], pieces: list[str], place: int) -> str:
    """Months and days are what stands behind a year."""
    before = kinds[max(place - 2, 0) : place]
    is_part = "year" in before and _MONTH.fullmatch(pieces[place].lower()) is not None
    return "date" if is_part else kinds[place]


def _folded(kinds: list[str]) -> tuple[str, ...]:
    """Leave one of each run of sections: reports of one outlet stand at several depths."""
    return tuple(
        kind for place, kind in enumerate(kinds) if kind != "w" or kinds[place - 1 : place] != ["w"]
    )


def _query_kinds(query: str) -> list[str]:
    pairs = [pair.partition("=") for pair in query.split("&") if pair][:_MOST_PARTS]
    return sorted(
        {f"?{name.lower()}" + ("=id" if _names_one(value) else "") for name, _, value in pairs}
    )


def _names_one(value: str) -> bool:
    value = unquote(value)
    return (value.isdigit() and len(value) >= _LEAST_ID) or bool(_HASH.fullmatch(value))


def _worth(kinds: list[str], pieces: list[str], asked: list[str]) -> float:
    last = kinds[-1] if kinds else ""
    dated = "day" in kinds[:-1] or ("year" in kinds[:-1] and "date" in kinds)
    count = _words_in(pieces[-1]) if pieces else 0.0
    by_query = 1.5 if any(one.endswith("=id") for one in asked) else 0.0
    if last in ("slug", "slug+id"):
        named = min(count - 2, 2.5) + (1.0 if last == "slug+id" else 0.0)
    else:
        named = {"id": 2.0, "hash": 2.0, "w+id": 1.5, "number": 0.5}.get(last, 0.0)
        if last in ("w", "number") and any(
            kind in ("slug", "slug+id", "hash", "id") for kind in kinds
        ):
            named = 1.5  # /a-headline-in-words/123 or /8f3a.../story
    is_over_date = dated and last not in ("date", "year", "day")
    return min(max(named, by_query) + (1.5 if is_over_date else 0.0), 3.0)
