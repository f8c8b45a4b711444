"""The languages of the interface: those that have a compiled catalogue in this folder."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale
from babel.core import get_global

_SOURCE: Final = "en"  # what the catalogues translate; where one is silent, it stands
_FOLDER: Final = Path(__file__).resolve().parent
# How OpenGraph writes a language alone, where that is not what is likeliest of its speakers.
_OPENGRAPH: Final = {"en": "en_GB", "ar": "ar_AR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language: `name` is what it calls itself, `dir` "ltr" or "rtl"."""

    code: str
    name: str
    dir: str
    opengraph: str


def interface_languages(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Return the codes of the languages (ISO 639-1) that can be shown, English first."""
    found = (path.parts[-3] for path in folder.glob("??/LC_MESSAGES/django.mo"))
    return (_SOURCE, *sorted(set(found) - {_SOURCE}))


@cache
def language(code: str) -> Language:
    """Return what the Unicode locale data say of a language. Raises UnknownLocaleError."""
    locale = Locale(code)
    name = locale.language_name or code
    return Language(
        code=code,
        name=name[:1].upper() + name[1:],
        dir=locale.text_direction,
        opengraph=_OPENGRAPH.get(code) or f"{code}_{_likeliest_country(code)}",
    )


def _likeliest_country(code: str) -> str:
    """Return the country of most who write the language, as CLDR's likely subtags have it."""
    return str(get_global("likely_subtags").get(code, code)).rpartition("_")[2].upper()
