"""The reasons of engine.copies.lineage in the interface's language."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_  # noqa: N812 - as extraction knows it

from wireroom.news.queries.grouping import Pair
from wireroom.web.direction import plain_text

# What stands between the names in a reason. A name that holds one of these could be cut in the
# wrong place: such a reason is not taken apart.
_BETWEEN: Final = (
    "; ", " stands in ", " stands within ", " carries the ", " names ", " published it, ",
    " says that ", " credits ",
)  # fmt: skip
_KINDS: Final = {
    "share": "([0-9]{1,3}%)",
    "passages": "([0-9]{1,6})",
    "words": "([0-9]{1,6})",
}
_NAME: Final = rf"((?:(?!{'|'.join(_BETWEEN)}).)+)"
_VALUE: Final = re.compile(r"%\(([a-z]+)\)s")
# Keep a name apart from the direction of the sentence around it (UAX 9: FSI and PDI).
_APART: Final = "\u2068{}\u2069"

# What two reports share, and whose text it is, in the engine's words; in numbers, see _counted().
_SHARED: Final = (
    N_("same copy %(share)s"),
    N_("same copy %(share)s, lightly edited"),
    N_("cut: %(share)s of %(inner)s stands in %(outer)s"),
    N_("cut and lightly edited: %(share)s of %(inner)s stands in %(outer)s"),
)
_COUNTED: Final = (
    "1 shared passage of %(words)s words",
    "%(passages)s shared background passages, %(words)s words",
    "only a quote is shared, %(words)s words",
)
# What tells that one is a translation, with the number of names and numbers.
_TRANSLATED: Final = (
    "translated: the same %(words)s names and numbers in the same order, paragraph by paragraph",
    "translated: the same %(words)s names and numbers in another order, paragraph by paragraph",
)
_ORIGINS: Final = (
    N_("%(outlet)s was published first"),
    N_("%(outlet)s carries the %(agency)s credit"),
    N_("the text is %(outlet)s’s own"),
    N_("%(inner)s stands within %(outer)s"),
    N_("%(outlet)s names %(original)s as where it has it from"),
    N_("%(outlet)s published it, an aggregator shows it"),
    N_("who had it first is unknown"),
    N_("neither has it from the other"),
    N_("%(outlet)s says that it is a translation"),
    N_("%(outlet)s credits %(original)s"),
)

# Translators: what two reports share, and whose text it is
_JOINED: Final = N_("%(shared)s; %(origin)s")


def say_copy_reason(pair: Pair, language: str | None = None) -> str:
    """Return why two reports count as copies in the reader's language; empty where not known.

    The caller then shows the reason as it was kept, in English: never half a reason. `language`
    is the active one, named by who knows it already (see times.absolute_time).
    """
    language = language or get_language()
    what, _between, whose = pair.why.strip().partition("; ")
    # Two reports of one outlet are told apart by their numbers: a reader knows their headlines.
    called = {str(one.id): f"“{one.headline}”" for one in (pair.first, pair.second)}
    shared = _say(what, _SHARED, called, language) or _counted(what) or _translated(what)
    origin = _say(whose, _ORIGINS, called, language) if shared else ""
    return _said(_JOINED, language) % {"shared": shared, "origin": origin} if origin else ""


def _say(part: str, forms: tuple[str, ...], called: Mapping[str, str], language: str | None) -> str:
    for form in forms:
        if match := _pattern(form).fullmatch(part):
            values = {
                key: value if key in _KINDS else _APART.format(plain_text(called.get(value, value)))
                for key, value in zip(_keys(form), match.groups(), strict=True)
            }
            return _said(form, language) % values
    return ""


def _counted(part: str) -> str:
    """Say how many passages and words are shared."""
    one, several, quote = _COUNTED
    if match := _pattern(quote).fullmatch(part):
        form = ngettext(
            "only a quote is shared, %(num)s word",
            "only a quote is shared, %(num)s words",
            int(match[1]),
        )
        return form % {"num": match[1]}
    if match := _pattern(one).fullmatch(part):
        form = ngettext(
            "1 shared passage of %(num)s word", "1 shared passage of %(num)s words", int(match[1])
        )
        return form % {"num": match[1]}
    if match := _pattern(several).fullmatch(part):
        passages = ngettext(
            "%(num)s shared background passage", "%(num)s shared background passages", int(match[1])
        )
        words = ngettext("%(num)s word", "%(num)s words", int(match[2]))
        return _(", ").join([passages % {"num": match[1]}, words % {"num": match[2]}])
    return ""


def _translated(part: str) -> str:
    """Say how many names and numbers a translation keeps."""
    same, other = _TRANSLATED
    if match := _pattern(same).fullmatch(part):
        form = ngettext(
            "translated: the same %(num)s name or number in the same order, paragraph by paragraph",
            "translated: the same %(num)s names and numbers in the same order,"
            " paragraph by paragraph",
            int(match[1]),
        )
        return form % {"num": match[1]}
    if match := _pattern(other).fullmatch(part):
        form = ngettext(
            "translated: the same %(num)s name or number in another order, paragraph by paragraph",
            "translated: the same %(num)s names and numbers in another order,"
            " paragraph by paragraph",
            int(match[1]),
        )
        return form % {"num": match[1]}
    return ""


@lru_cache(maxsize=64)
def _said(form: str, _language: str | None) -> str:
    """Return a form in the active language, which `_language` names."""
    return _(form)


@lru_cache(maxsize=64)
def _keys(form: str) -> tuple[str, ...]:
    return tuple(_VALUE.findall(form))


@lru_cache(maxsize=64)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what the engine writes for a form, with its values as groups."""
    pieces = _VALUE.split(form)
    return re.compile(
        "".join(
            _KINDS.get(piece, _NAME) if place % 2 else re.escape(piece)
            for place, piece in enumerate(pieces)
        )
    )
