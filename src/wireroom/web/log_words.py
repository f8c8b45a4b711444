"""What the desk's log calls what a deed was done to, and what was before and after it."""

import re
from collections.abc import Callable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wireroom.engine.feeds.rules import Deed
from wireroom.news.models import OutletState
from wireroom.web import desk_words
from wireroom.web.wording import country_name, language_name
from wireroom.web.work_words import say_step

_NAMES: Final[dict[str, Promise | str]] = {
    "": _("name"),
    "articles": _("reports"),
    "into": _("into story"),
    "until": _("until"),
    "count": _("how many"),
    "role": _("role"),
    "state": _("state"),
    "pages": _("pages"),
    "outlets": _("outlets"),
    "policy": _("what is shown"),
    "excerpt_words": _("words of an excerpt"),
    "ai_allowed": _("a machine may use it"),
    "images_allowed": _("pictures"),
    "lang": _("language"),
    "country": _("country"),
    "day_budget": _("requests in 24 hours"),
    "feed": _("feed"),
    "filters": _("Filters"),
    "rewrites": _("Addresses put right"),
    "WIREROOM_NAME": _("name"),
    "WIREROOM_EDITIONS": _("editions"),
    "WIREROOM_COUNTRIES": _("home countries"),
    "WIREROOM_COMMENTS": _("comments"),
    "WIREROOM_ACCOUNTS": _("accounts"),
    "WIREROOM_AI": _("language model"),
    "WIREROOM_AI_URL": _("its address"),
    "WIREROOM_AI_MODEL": _("its name"),
    "key": _("a key"),
}
_ERROR_STATES: Final[dict[str, Promise | str]] = {
    "open": _("waiting"),
    "agreed": _("agreed"),
    "declined": _("declined"),
}
# How services/errors.py names the words that were reported.
_WORDS_OF: Final = re.compile(r"article ([0-9]+), ([0-9]+)-([0-9]+)")
_TRANSLATED: Final = re.compile(r"article ([0-9]+), translated text ([0-9]+)")


def name_fact(kind: str, name: str) -> str:
    """Return what a value of a line is called; topics have their names by language."""
    if kind == "topic":
        return gettext("into topic") if name == "into" else _topic_name(name)
    return str(_NAMES.get(name, name))


def _topic_name(lang: str) -> str:
    return language_name(lang) if lang else str(_NAMES[""])


def say_fact(name: str, value: object) -> str:
    """Return a value of a line in words, whatever an earlier version left in it."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list):
        say_one = _say_rule if name in ("filters", "rewrites") else str
        return gettext(", ").join(say_one(str(one)) for one in value)
    return _SAID.get(name, str)(str(value))


def name_subject(kind: str, called: str) -> str:
    """Return what the subject of a line is called."""
    translated = _TRANSLATED.fullmatch(called) if kind == "error" else None
    if translated:
        return gettext("report %(number)s, text %(text)s of its translation") % {
            "number": translated[1],
            "text": translated[2],
        }
    words = _WORDS_OF.fullmatch(called) if kind == "error" else None
    if words:
        return gettext("report %(number)s, letters %(start)s to %(end)s") % {
            "number": words[1],
            "start": words[2],
            "end": words[3],
        }
    if kind == "letter":
        return gettext("all") if called == "all" else say_step(called.rpartition(" ")[2])
    return called


def _say_state(state: str) -> str:
    if state in OutletState.values:
        return desk_words.say_state(state)
    return str(_ERROR_STATES.get(state, state))


def _say_rule(rule: str) -> str:
    """Return a filter or a rewrite as services/rules.py tells it, its fixed words in the reader's.

    The pattern of a filter stands behind two of them, what a rewrite puts right behind one.
    """
    *fixed, typed = rule.split(": ", 2)
    if len(fixed) == 2 and fixed[0] not in tuple(Deed):
        fixed, typed = fixed[:1], f"{fixed[1]}: {typed}"
    return ": ".join([*map(desk_words.say_rule, fixed), typed])


_SAID: Final[dict[str, Callable[[str], str]]] = {
    "role": desk_words.say_role,
    "state": _say_state,
    "policy": desk_words.say_policy,
    "lang": language_name,
    "country": country_name,
}
