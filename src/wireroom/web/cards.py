"""Cards of pages for those who share them: what one says, its address, and where it is kept."""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wireroom.adapters.cards.press import Card, CardPress, has_fonts
from wireroom.news.queries.cards import ReportCard, StoryCard
from wireroom.web.direction import plain_text
from wireroom.web.editions import current_edition
from wireroom.web.respond import SharedImage
from wireroom.web.times import absolute_day

# How cards are drawn: counted up with each change, so that the drawings get new addresses.
_LOOK: Final = 1
_KEY_CHARS: Final = 32
_SIZE: Final = (1200, 630)


def story_face(story: StoryCard) -> Card:
    """Return what a story's card says, in the current edition."""
    outlets = ngettext("%(num)s outlet", "%(num)s outlets", story.outlets_count)
    independent = ngettext("%(num)s independent", "%(num)s independent", story.independent_count)
    counts = (
        outlets % {"num": story.outlets_count},
        independent % {"num": story.independent_count},
    )
    return Card(
        site=settings.WIREROOM_NAME,
        headline=plain_text(story.headline),
        credit=_credit(story.lead.outlet.name) if story.lead else "",
        facts=_(", ").join(counts),
        day=absolute_day(story.last_at) if story.last_at else "",
        is_rtl=_is_rtl(),
    )


def report_face(report: ReportCard) -> Card:
    """Return what a report's card says, in the current edition."""
    return Card(
        site=settings.WIREROOM_NAME,
        headline=plain_text(report.headline),
        credit=_credit(report.outlet.name),
        facts="",
        day=absolute_day(report.times.published_at or report.times.seen_at),
        is_rtl=_is_rtl(),
    )


def wrap_up_face(title: str, stories: int) -> Card:
    """Return what the card of a day's wrap-up says, in the current edition."""
    counted = ngettext("%(num)s story", "%(num)s stories", stories) % {"num": stories}
    name = settings.WIREROOM_NAME
    return Card(site=name, headline=title, credit="", facts=counted, day="", is_rtl=_is_rtl())


def shared_card(request: HttpRequest, kind: str, of: int | date, face: Card) -> SharedImage | None:
    """Return the card as a page names it; None where there are no fonts to draw it with."""
    if not has_fonts():
        return None
    width, height = _SIZE
    return SharedImage(
        url=request.build_absolute_uri(card_path(kind, of, face)),
        alt=_describe(face),
        width=width,
        height=height,
    )


def card_path(kind: str, of: int | date, face: Card) -> str:
    """Return a card's address: another one as soon as it says something else."""
    return reverse(kind, args=(current_edition().code, of, card_key(face)))


def card_key(face: Card) -> str:
    """Return the hash of what a card says."""
    told = json.dumps([_LOOK, asdict(face)], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:_KEY_CHARS]


@lru_cache(maxsize=1)
def card_press() -> CardPress:
    """Return the process's press; its shelf is that of all processes."""
    return CardPress(settings.VAR / "cards")


def _credit(outlet: str) -> str:
    return _("Headline: %(outlet)s") % {"outlet": plain_text(outlet)}


def _describe(face: Card) -> str:
    """Return what a card says, for those who do not see it."""
    parts = (face.headline, face.credit, face.facts, face.day, face.site)
    return " · ".join(part for part in parts if part)


def _is_rtl() -> bool:
    return current_edition().dir == "rtl"
