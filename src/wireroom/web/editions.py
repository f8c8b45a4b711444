"""The site's editions: an interface language, its direction, and the stories it shows."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header

from wireroom.news.queries.languages import primary_subtag


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One front: `code` stands in every address, `languages` are its stories' primary subtags."""

    code: str
    name: str
    dir: str
    languages: tuple[str, ...]
    locale: str  # as OpenGraph writes it


ENGLISH: Final = Edition(code="en", name="English", dir="ltr", languages=("en",), locale="en_GB")
ARABIC: Final = Edition(code="ar", name="العربية", dir="rtl", languages=("ar",), locale="ar_AR")
EDITIONS: Final = {edition.code: edition for edition in (ENGLISH, ARABIC)}


def current_edition() -> Edition:
    """Return the edition of the language that is active for this request."""
    return EDITIONS.get(primary_subtag(get_language() or ""), ENGLISH)


def edition_in_path(path: str) -> Edition | None:
    """Return the edition that an address names as its first part."""
    return EDITIONS.get(path.lstrip("/").partition("/")[0])


def preferred_edition(accept_language: str) -> Edition:
    """Return the edition that suits an Accept-Language header (RFC 9110, 12.5.4)."""
    for tag, weight in parse_accept_lang_header(accept_language.lower()):
        edition = EDITIONS.get(primary_subtag(tag))
        if edition and weight > 0:
            return edition
    return ENGLISH
