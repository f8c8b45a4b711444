"""What a feed's last poll brought and when it comes next, in the language of the page.

The schedule (engine.feeds.schedule) keeps its reason as an English sentence of known parts; a
test holds that each part that it can write is known here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wireroom.engine.feeds.trouble import trouble_of
from wireroom.web.fault_words import apart
from wireroom.web.health_words import name_trouble

_SPAN: Final = r"(\d+) (s|min|h|days)"
# Why a poll failed, or was not made, stands before these.
_FAILED: Final = re.compile(
    rf"(?P<what>.*) \((?:first failure|failure (?P<nth>\d+) in a row)\); next try in {_SPAN}",
    re.DOTALL,
)
_HELD: Final = re.compile(rf"(?P<what>.*); next try in {_SPAN}", re.DOTALL)
_ANSWERED: Final = re.compile(r"the server answered (\d+)")


@dataclass(frozen=True, slots=True)
class PollWords:
    """The words, and whether they tell all: what a server or a library said stays as it was."""

    text: str
    is_whole: bool


def say_poll(reason: str) -> PollWords:
    """Return in words what the last poll of a feed left behind; no words where it is unknown."""
    if failed := _FAILED.fullmatch(reason):
        what, is_whole = _say_failure(failed["what"])
        nth = int(failed["nth"] or 1)
        again = ngettext("once", "%(num)s times in a row", nth) % {"num": nth}
        return PollWords(
            _("%(what)s (%(again)s); next try in %(span)s")
            % {"what": what, "again": again, "span": _say_span(*failed.groups()[-2:])},
            is_whole,
        )
    if held := _HELD.fullmatch(reason):
        waits = _("nothing was asked; next try in %(span)s")
        span = _say_span(*held.groups()[-2:])
        return PollWords(waits % {"span": span}, held["what"] == "no request was made")
    said = [_say_part(part) for part in reason.split("; ")]
    return PollWords(_("; ").join(filter(None, said)), all(said))


def _say_failure(what: str) -> tuple[str, bool]:
    if answered := _ANSWERED.fullmatch(what):
        return _("the server answered %(status)s") % {"status": answered[1]}, True
    return name_trouble(trouble_of(what)), False


def _say_part(part: str) -> str:
    """Return a part in words; nothing of an unknown one."""
    for form, say in _PARTS:
        if found := form.fullmatch(part):
            return say(found)
    return ""


def _say_span(number: str, unit: str) -> str:
    num = int(number)
    if unit == "days":
        return ngettext("%(num)s day", "%(num)s days", num) % {"num": num}
    forms = {"s": _("%(num)s s"), "min": _("%(num)s min"), "h": _("%(num)s h")}
    return forms[unit] % {"num": num}


def _say_came(found: re.Match[str]) -> str:
    """Return what came: new entries, changed ones, and what the filters left out."""
    new, changed, left = (int(told or 0) for told in found.group("new", "changed", "left"))
    said = []
    if new:
        said.append(ngettext("%(num)s new entry", "%(num)s new entries", new) % {"num": new})
    if changed:
        said.append(_("%(num)s changed") % {"num": changed})
    if not said:
        said.append(_("nothing new"))
    if left:
        said.append(_("%(num)s left out by filters") % {"num": left})
    return _(", ").join(said)


def _say_next(found: re.Match[str]) -> str:
    said = _("next look in %(span)s") % {"span": _say_span(found[1], found[2])}
    if not found[3]:
        return said
    return _(", ").join((said, _("for the feed asks to be left alone until then")))


_Say = Callable[[re.Match[str]], str]
_PARTS: Final[tuple[tuple[re.Pattern[str], _Say], ...]] = (
    (re.compile(r"nothing changed \(304\)"), lambda _found: _("nothing changed (304)")),
    (
        re.compile(
            r"(?:(?P<new>\d+) new entr(?:y|ies)(?:, (?=\d+ changed))?)?"
            r"(?:(?P<changed>\d+) changed)?"
            r"(?:nothing new)?(?:, (?P<left>\d+) left out by filters)?(?<=.)"
        ),
        _say_came,
    ),
    (
        re.compile(r"about (\d+) an hour come at this time"),
        lambda found: _("about %(num)s an hour come at this time") % {"num": found[1]},
    ),
    (
        re.compile(r"about (\d+\.\d) a day come at this time"),
        lambda found: _("about %(num)s a day come at this time") % {"num": found[1]},
    ),
    (re.compile(r"the feed asks for this pace"), lambda _found: _("the feed asks for this pace")),
    (
        re.compile(r"the server calls its answer fresh until then"),
        lambda _found: _("the server calls its answer fresh until then"),
    ),
    (
        re.compile(r"its hub tells of news meanwhile"),
        lambda _found: _("its hub tells of news meanwhile"),
    ),
    (
        re.compile(rf"next look in {_SPAN}(, for the feed asks to be left alone until then)?"),
        _say_next,
    ),
    (
        re.compile(rf"next look there in {_SPAN}"),
        lambda found: _("next look there in %(span)s") % {"span": _say_span(found[1], found[2])},
    ),
    (re.compile(r"moved to (\S+)"), lambda found: _("moved to %(url)s") % {"url": apart(found[1])}),
    (
        re.compile(r"the server answered (\d+), and led to (\S+) before"),
        lambda found: (
            _("the server answered %(status)s, and led to %(url)s before")
            % {"status": found[1], "url": apart(found[2])}
        ),
    ),
    (
        re.compile(rf"the server is busy \((\d+)\) and asks to wait {_SPAN}"),
        lambda found: (
            _("the server is busy (%(status)s) and asks to wait %(span)s")
            % {"status": found[1], "span": _say_span(found[2], found[3])}
        ),
    ),
    (
        re.compile(r"the server says that this feed is gone for good \(410\)"),
        lambda _found: _("the server says that this feed is gone for good (410)"),
    ),
)
