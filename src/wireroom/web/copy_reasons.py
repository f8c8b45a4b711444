"""The reasons of engine.copies.lineage in the interface's language."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wireroom.news.queries.grouping import Pair
from wireroom.web.direction import plain_text

# What stands between the names in a reason. A name that holds one of these could be cut in the
# wrong place: such a reason is not taken apart.
_BETWEEN: Final = (
    "; ", " stands in ", " stands within ", " carries the ", " names ", " published it, ",
)  # fmt: skip
_NAME: Final = rf"((?:(?!{'|'.join(_BETWEEN)}).)+)"
# Keep a name apart from the direction of the sentence around it (UAX 9: FSI and PDI).
_APART: Final = "\u2068{}\u2069"


def say_copy_reason(pair: Pair) -> str:
    """Return why two reports count as copies in the reader's language; empty where not known.

    The caller then shows the reason as it was kept, in English: never half a reason.
    """
    what, _between, whose = pair.why.strip().partition("; ")
    # Two reports of one outlet are told apart by their numbers: a reader knows their headlines.
    called = {str(one.id): f"“{one.headline}”" for one in (pair.first, pair.second)}
    parts = [_say(what, _SHARED, called), _say(whose, _ORIGINS, called)]
    # Translators: between what two reports share and whose text it is
    return _("; ").join(parts) if all(parts) else ""


def _say(part: str, forms: "_Forms", called: Mapping[str, str]) -> str:
    for form, numbers, say in forms:
        if match := form.fullmatch(part):
            found = match.groups()
            names = (plain_text(called.get(name, name)) for name in found[numbers:])
            return say(*found[:numbers], *map(_APART.format, names))
    return ""


def _same(share: str) -> str:
    return _("same copy %(share)s") % {"share": f"{share}%"}


def _same_edited(share: str) -> str:
    return _("same copy %(share)s, lightly edited") % {"share": f"{share}%"}


def _cut(share: str, inner: str, outer: str) -> str:
    form = _("cut: %(share)s of %(inner)s stands in %(outer)s")
    return form % {"share": f"{share}%", "inner": inner, "outer": outer}


def _cut_edited(share: str, inner: str, outer: str) -> str:
    form = _("cut and lightly edited: %(share)s of %(inner)s stands in %(outer)s")
    return form % {"share": f"{share}%", "inner": inner, "outer": outer}


def _passage(words: str) -> str:
    form = ngettext(
        "1 shared passage of %(num)s word", "1 shared passage of %(num)s words", int(words)
    )
    return form % {"num": words}


def _passages(number: str, words: str) -> str:
    passages = ngettext(
        "%(num)s shared background passage", "%(num)s shared background passages", int(number)
    )
    counted = ngettext("%(num)s word", "%(num)s words", int(words))
    return _(", ").join([passages % {"num": number}, counted % {"num": words}])


def _shows(outlet: str) -> str:
    return _("%(outlet)s published it, an aggregator shows it") % {"outlet": outlet}


def _own(outlet: str) -> str:
    return _("the text is %(outlet)s’s own") % {"outlet": outlet}


def _credited(outlet: str, agency: str) -> str:
    form = _("%(outlet)s carries the %(agency)s credit")
    return form % {"outlet": outlet, "agency": agency}


def _named(outlet: str, original: str) -> str:
    form = _("%(outlet)s names %(original)s as where it has it from")
    return form % {"outlet": outlet, "original": original}


def _earlier(outlet: str) -> str:
    return _("%(outlet)s was published first") % {"outlet": outlet}


def _within(inner: str, outer: str) -> str:
    return _("%(inner)s stands within %(outer)s") % {"inner": inner, "outer": outer}


# A form, how many numbers it holds (before the names), and how it is said.
_Forms = tuple[tuple[re.Pattern[str], int, Callable[..., str]], ...]
_SHARED: Final[_Forms] = (
    (re.compile(r"same copy ([0-9]{1,3})%"), 1, _same),
    (re.compile(r"same copy ([0-9]{1,3})%, lightly edited"), 1, _same_edited),
    (re.compile(rf"cut: ([0-9]{{1,3}})% of {_NAME} stands in {_NAME}"), 1, _cut),
    (
        re.compile(rf"cut and lightly edited: ([0-9]{{1,3}})% of {_NAME} stands in {_NAME}"),
        1,
        _cut_edited,
    ),
    (re.compile(r"1 shared passage of ([0-9]{1,6}) words"), 1, _passage),
    (re.compile(r"([0-9]{1,6}) shared background passages, ([0-9]{1,6}) words"), 2, _passages),
)
_ORIGINS: Final[_Forms] = (
    (re.compile(rf"{_NAME} published it, an aggregator shows it"), 0, _shows),
    (re.compile(rf"the text is {_NAME}’s own"), 0, _own),
    (re.compile(rf"{_NAME} carries the {_NAME} credit"), 0, _credited),
    (re.compile(rf"{_NAME} names {_NAME} as where it has it from"), 0, _named),
    (re.compile(rf"{_NAME} was published first"), 0, _earlier),
    (re.compile(rf"{_NAME} stands within {_NAME}"), 0, _within),
    (re.compile(r"who had it first is unknown"), 0, lambda: _("who had it first is unknown")),
)
