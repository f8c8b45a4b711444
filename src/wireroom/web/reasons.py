"""The reasons of engine.stories.explain in the interface's language."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

# A comma between parts, and none inside the brackets that hold names.
_PARTS: Final = re.compile(r", (?![^(]*\))")


def say_reason(why: str, language: str | None = None) -> str:
    """Return a membership's reason in the reader's language; empty where a part is not known.

    The caller then shows the reason as it was kept, in English: never half a reason. `language`
    is the active one, named by who knows it already (see times.absolute_time).
    """
    language = language or get_language()
    if match := _MENDED.fullmatch(why.strip()):
        return _BY_EDITOR[match[1]](match[2] or "")
    parts = [_say_part(part, language) for part in _PARTS.split(why.strip())]
    # Translators: between the parts of a reason, as in "same copy 92%, 4 h apart"
    return _(", ").join(parts) if all(parts) else ""


@lru_cache(maxsize=2048)
def _say_part(part: str, _language: str | None) -> str:
    """Return a part in the active language, which `_language` names: parts are few but often."""
    bare = part.removesuffix(" shared")
    if bare in _PLAIN:
        return _PLAIN[bare]()
    for form, say in _FORMS:
        if match := form.fullmatch(bare):
            return say(int(match[1])) + (match[2] if form.groups > 1 and match[2] else "")
    return ""


def _copied(share: int) -> str:
    return _("same copy %(share)s") % {"share": f"{share}%"}


def _names(number: int) -> str:
    form = ngettext("%(num)s shared name", "%(num)s shared names", number)
    return form % {"num": number}


def _numbers(number: int) -> str:
    form = ngettext("%(num)s shared number", "%(num)s shared numbers", number)
    return form % {"num": number}


def _headline_words(number: int) -> str:
    form = ngettext("%(num)s shared headline word", "%(num)s shared headline words", number)
    return form % {"num": number}


def _rare_words(number: int) -> str:
    form = ngettext("%(num)s shared rare word", "%(num)s shared rare words", number)
    return form % {"num": number}


def _minutes(number: int) -> str:
    form = ngettext("%(num)s minute apart", "%(num)s minutes apart", number)
    return form % {"num": number}


def _hours(number: int) -> str:
    return ngettext("%(num)s hour apart", "%(num)s hours apart", number) % {"num": number}


def _days(number: int) -> str:
    return ngettext("%(num)s day apart", "%(num)s days apart", number) % {"num": number}


def _linked(number: int) -> str:
    form = ngettext(
        "on average nearest to the %(num)s other report of this story",
        "on average nearest to the %(num)s other reports of this story",
        number,
    )
    return form % {"num": number}


def _by_editor(said: str, why: str) -> str:
    # Translators: what an editor did, and the reason in the editor's own words
    return _("%(deed)s: %(why)s") % {"deed": said, "why": why} if why else said


_MENDED: Final = re.compile(r"an editor (moved|parted|joined)(?: this)? here(?:: (.*))?", re.DOTALL)
_BY_EDITOR: Final[dict[str, Callable[[str], str]]] = {
    "moved": lambda why: _by_editor(_("An editor moved this here"), why),
    "parted": lambda why: _by_editor(_("An editor made this a story of its own"), why),
    "joined": lambda why: _by_editor(_("An editor joined two stories here"), why),
}
_PLAIN: Final[dict[str, Callable[[], str]]] = {
    "same copy": lambda: _("same copy"),
    "subject": lambda: _("shared subject"),
    "nothing like it before": lambda: _("nothing like it before: it opens the story"),
    "a new event in a running storyline": lambda: _("a new event in a running storyline"),
    "too little text to tell": lambda: _("too little text to tell"),
    "time between them unknown": lambda: _("time between them unknown"),
}
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[int], str]], ...]] = (
    (re.compile(r"same copy ([0-9]{1,3})%"), _copied),
    (re.compile(r"([0-9]{1,6}) names?( \([^()]*\))?"), _names),
    (re.compile(r"([0-9]{1,6}) numbers?"), _numbers),
    (re.compile(r"([0-9]{1,6}) headline words?"), _headline_words),
    (re.compile(r"([0-9]{1,6}) rare words?"), _rare_words),
    (re.compile(r"([0-9]{1,6}) min apart"), _minutes),
    (re.compile(r"([0-9]{1,6}) h apart"), _hours),
    (re.compile(r"([0-9]{1,6}) days apart"), _days),
    (re.compile(r"on average nearest to ([0-9]{1,6}) reports? of this story"), _linked),
)
