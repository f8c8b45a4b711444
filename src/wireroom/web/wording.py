"""What codes and kinds are called in the interface's language."""

from functools import cache
from typing import Final

from babel import Locale
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from wireroom.adapters.places_file import own_countries
from wireroom.engine.insight.translation.check import Problem
from wireroom.engine.text.reading_level import Level
from wireroom.engine.types import Health, NoteKind
from wireroom.news.models import Category
from wireroom.news.models.pages import PASSED_OVER
from wireroom.news.queries.languages import primary_subtag
from wireroom.web.countries import country_names
from wireroom.web.editions import current_edition

_TABLED: Final = ("en", "ar")  # languages of web/countries.json
_OWNERS: Final[dict[str, Promise | str]] = {
    "agency": _("News agency"),
    "cooperative": _("Cooperative of its members"),
    "foundation": _("Owned by a foundation"),
    "listed": _("Listed company"),
    "nonprofit": _("Non-profit organisation"),
    "party": _("Owned by a party"),
    "private": _("Privately owned"),
    "public": _("Public broadcaster"),
    "state": _("Owned by a state"),
    "trust": _("Owned by a trust"),
}
# Why a report is shown as a headline only.
_HEALTH_NOTES: Final[dict[str, Promise | str]] = {
    Health.EMPTY: _("The page held a headline and no readable text below it."),
    Health.VIDEO_ONLY: _("The page shows a video and holds no written report."),
    Health.PAYWALL: _("The publisher shows the report to subscribers only."),
    Health.CONSENT: _("The page asked for consent before it showed anything."),
    Health.AUTHOR_PAGE: _("The page presents an author and is no report."),
    Health.SECTION_FRONT: _("The page is a list of reports and none itself."),
    Health.ERROR_PAGE: _("The publisher’s server answered with an error page."),
    Health.AUDIO_ONLY: _("The page plays a recording and holds no written report."),
    Health.GALLERY: _("The page shows pictures and holds no written report."),
    Health.WRONG_LANGUAGE: _("The text on the page is not in the language of its headline."),
    Health.FURNITURE: _("The page holds menus and notices, and no report."),
}
_HEALTHS: Final[dict[str, Promise | str]] = {
    Health.ARTICLE: _("Report read"),
    Health.EMPTY: _("No text"),
    Health.VIDEO_ONLY: _("Video only"),
    Health.PAYWALL: _("For subscribers"),
    Health.CONSENT: _("Consent wall"),
    Health.AUTHOR_PAGE: _("Author page"),
    PASSED_OVER: _("Known, not fetched"),
    Health.SECTION_FRONT: _("List of reports"),
    Health.ERROR_PAGE: _("Error page"),
    Health.AUDIO_ONLY: _("Sound only"),
    Health.GALLERY: _("Pictures only"),
    Health.WRONG_LANGUAGE: _("Another language"),
    Health.FURNITURE: _("No report in it"),
}
_NOTES: Final[dict[str, Promise | str]] = {
    NoteKind.CORRECTION: _("Correction"),
    NoteKind.CLARIFICATION: _("Clarification"),
    NoteKind.UPDATE: _("Update"),
    NoteKind.EDITORS_NOTE: _("Editor’s note"),
}
_LEVELS: Final[dict[str, Promise | str]] = {
    # Translators: how hard a report's language is, beside the minutes that it takes to read
    Level.EASY: _("easy language"),
    Level.PLAIN: _("plain language"),
    Level.DEMANDING: _("demanding language"),
    Level.HARD: _("hard language"),
}
# Why a sentence of a translation stands in the original.
_PROBLEMS: Final[dict[str, Promise | str]] = {
    Problem.NUMBER: _("a number did not agree"),
    Problem.DATE: _("a date did not agree"),
    Problem.NAME: _("a name did not agree"),
    Problem.QUOTE: _("a quotation did not agree"),
    Problem.REPORTED: _("a reader found an error in its translation"),
}
_CATEGORIES: Final[dict[str, Promise | str]] = {
    Category.GENERAL: _("everything"),
    Category.BUSINESS: _("the economy"),
    Category.SCIENCE: _("science"),
    Category.TECHNOLOGY: _("technology"),
    Category.CULTURE: _("culture"),
    Category.SPORT: _("sport"),
}
# Languages whose names Django's catalogues lack, by their subtags.
_LANGUAGES: Final[dict[str, Promise | str]] = {
    "ckb": _("Central Kurdish (Sorani)"),
    "ms": _("Malay"),
    "nb": _("Norwegian Bokmål"),
    "no": _("Norwegian"),
    "ug": _("Uyghur"),
}


def owner_words(owner_type: str) -> str:
    """Return what kind of owner an outlet has; the type itself where it has no words."""
    return str(_OWNERS.get(owner_type, owner_type))


def category_name(category: str) -> str:
    """Return what an outlet is about; the category itself where it has no words."""
    return str(_CATEGORIES.get(category, category))


def note_name(kind: str) -> str:
    """Return what a note about a report's text is called."""
    return str(_NOTES[NoteKind(kind)])


def health_note(health: str) -> str:
    """Return in a sentence why a report is shown as a headline only."""
    return str(_HEALTH_NOTES.get(health, _("The page could not be read.")))


def health_words(health: str) -> str:
    """Return in a few words what a page turned out to be."""
    return str(_HEALTHS.get(health, _("Unreadable")))


def level_words(level: str) -> str:
    """Return how hard a text's language is."""
    return str(_LEVELS[Level(level)])


def problem_words(problem: str) -> str:
    """Return why a sentence of a translation stands in the original."""
    return str(_PROBLEMS.get(problem, _("it was not translated")))


def country_name(code: str) -> str:
    """Return a country's name in the interface's language; the code where it is unknown."""
    return country_in(code, current_edition().code)


def country_in(code: str, language: str) -> str:
    """Return a country's name in a language; the code where the country is unknown.

    English and Arabic stand in a small table: pages of these load no locale data for it. What no
    table knows the host's own file of places may.
    """
    names, lang = country_names().get(code.upper()), primary_subtag(language)
    if not names and settings.WIREROOM_PLACES:
        own = own_countries(settings.WIREROOM_PLACES).get(code.upper(), {})
        return own.get(lang) or own.get("en", code)
    if not names or lang in _TABLED:
        return names[_TABLED.index(lang)] if names else code
    return str(Locale(lang).territories.get(code.upper(), names[0]))


def all_countries() -> list[tuple[str, str]]:
    """Return every country's code and name, by name in the interface's language."""
    named = [(code, country_name(code)) for code in country_names()]
    return sorted(named, key=lambda one: one[1])


def is_country(code: str, name: str) -> bool:
    """Tell whether a place of this English name is the whole country."""
    return bool(code) and country_in(code, "en") == name


def language_name(lang: str) -> str:
    """Return a language's name in the interface's language; the tag where it is unknown."""
    return _language_name(primary_subtag(lang), current_edition().lang) or lang


@cache
def _language_name(subtag: str, language: str) -> str:
    english = LANG_INFO.get(subtag, {}).get("name", "")
    with override(language):
        return str(_LANGUAGES.get(subtag) or (english and _(english)))
