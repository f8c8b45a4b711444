"""Whether a reader is offered a translation: who makes it, and which languages they know."""

import logging
import re
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from wireroom.adapters.translate.choose import make_translator
from wireroom.engine.errors import BadInput
from wireroom.engine.ports import Translator
from wireroom.news.queries.article import ArticlePage
from wireroom.news.queries.languages import primary_subtag
from wireroom.news.translatable import Translatable

log = logging.getLogger(__name__)

# Languages that a reader said they read, as "fr.de": said on a page, kept in their browser.
KNOWN_COOKIE: Final = "known_languages"
_MOST_KNOWN: Final = 12
_SUBTAG: Final = re.compile(r"[a-z]{2,3}\Z")


def current_translator() -> Translator | None:
    """Return the translator of this instance; None where it has none, or machines are off."""
    if settings.WIREROOM_AI == "off":
        return None
    return _translator(settings.WIREROOM_TRANSLATOR, settings.WIREROOM_TRANSLATOR_KEY)


def find_offer(page: ArticlePage, target: str) -> tuple[Translatable, Translator] | None:
    """Return the words that may be translated for an edition and who does it, None for neither."""
    words, translator = page.translatable, current_translator()
    if words is None or translator is None or words.source == target:
        return None
    return (words, translator) if translator.knows(words.source, target) else None


def known_languages(request: HttpRequest) -> frozenset[str]:
    """Return the languages that a reader's browser asks for, and those they said they read."""
    header = request.headers.get("Accept-Language", "").lower()
    asked = {primary_subtag(tag) for tag, weight in parse_accept_lang_header(header) if weight > 0}
    return frozenset(asked) | frozenset(said_languages(request))


def said_languages(request: HttpRequest) -> tuple[str, ...]:
    """Return the languages that a reader said they read."""
    said = request.COOKIES.get(KNOWN_COOKIE, "").split(".")
    return tuple(dict.fromkeys(tag for tag in said if _SUBTAG.match(tag)))[:_MOST_KNOWN]


@lru_cache(maxsize=4)
def _translator(named: str, key: str) -> Translator | None:
    try:
        return make_translator(named, key=key)
    except BadInput as error:
        log.error("%s", error)
        return None
