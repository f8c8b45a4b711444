"""The site's editions: an interface language, its direction, and the stories it shows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header

from wireroom.locale.languages import interface_languages, language
from wireroom.news.queries.languages import primary_subtag
from wireroom.web.countries import country_names

_CODE: Final = re.compile(r"([a-z]{2})(?:-([a-z]{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One front: `code` stands in every address, `languages` are its stories' primary subtags.

    `lang` is the interface's language. With a `country` (two capitals), what is told there and
    happens there stands higher; without, it is the edition of the language.
    """

    code: str
    lang: str
    country: str
    name: str
    dir: str
    languages: tuple[str, ...]
    locale: str  # as OpenGraph writes it

    @property
    def tag(self) -> str:
        """The edition as BCP 47 writes it: "en", "en-AE"."""
        return f"{self.lang}-{self.country}" if self.country else self.lang


def offered() -> Mapping[str, Edition]:
    """Return the editions that the host offers, by their codes; each language has one."""
    return _offered(tuple(settings.WIREROOM_EDITIONS))


def edition_of(code: str) -> Edition:
    """Return the edition of a code, else the one of its language, else the first."""
    editions = offered()
    found = editions.get(code) or editions.get(primary_subtag(code))
    return found or next(iter(editions.values()))


def current_edition() -> Edition:
    """Return the edition that is active for this request: Django calls it a language."""
    return edition_of(get_language() or "")


def edition_in_path(path: str) -> Edition | None:
    """Return the edition that an address names as its first part."""
    return offered().get(_first_part(path))


def edition_meant(path: str) -> tuple[Edition, bool] | None:
    """Return what an address means that names no edition as it is written, and whether for good.

    For good where only capitals are wrong. One that is not offered, or is no longer, is for now
    that of its language; None where there is no such language or country.
    """
    form = _CODE.fullmatch(_first_part(path).lower())
    if form is None or form[1] not in interface_languages():
        return None
    if form[2] and form[2].upper() not in country_names():
        return None
    return edition_of(form[0]), form[0] in offered()


def preferred_edition(accept_language: str) -> Edition:
    """Return the edition that suits an Accept-Language header (RFC 9110, 12.5.4)."""
    wanted = parse_accept_lang_header(accept_language.lower())
    found = _first_offered(tag for tag, weight in wanted if weight > 0)
    return found or next(iter(offered().values()))


def _first_offered(tags: Iterable[str]) -> Edition | None:
    editions = offered()
    for tag in tags:
        region = next((one for one in tag.split("-")[1:] if len(one) == 2), "")
        for code in (f"{primary_subtag(tag)}-{region}", primary_subtag(tag)):
            if code in editions:
                return editions[code]
    return None


def _first_part(path: str) -> str:
    return path.lstrip("/").partition("/")[0]


@cache
def _offered(codes: tuple[str, ...]) -> Mapping[str, Edition]:
    return {code: _make(code) for code in codes}


def _make(code: str) -> Edition:
    lang, _, region = code.partition("-")
    country = region.upper()
    spoken = language(lang)
    named = f"{spoken.name} ({Locale(lang).territories[country]})" if country else spoken.name
    return Edition(
        code=code,
        lang=lang,
        country=country,
        name=named,
        dir=spoken.dir,
        languages=(lang,),
        locale=f"{lang}_{country}" if country else spoken.opengraph,
    )
