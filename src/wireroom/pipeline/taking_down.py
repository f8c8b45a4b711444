"""Taking reports down with all that pages, recordings, pictures and saved rows hold of them."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from wireroom.adapters.audio_shelf import AudioShelf
from wireroom.adapters.cards.press import forget_cards
from wireroom.adapters.pictures.proxy import forget_pictures
from wireroom.news.models import Membership, Story
from wireroom.news.services.deed_log import By
from wireroom.news.services.take_downs import take_down
from wireroom.pipeline.mending import mending
from wireroom.reading.services.kept import name_saved_anew


def take_reports_down(articles: Sequence[int], *, by: By) -> int:
    """Take reports down in one transaction; return how many. Raises BadInput.

    Recordings of wrap-ups, kept pictures and cards are thrown away afterwards: nobody can tell
    which read them aloud, nor by which of its addresses a picture was asked for.
    """
    with transaction.atomic():
        stories = _told_by(articles)
        count = take_down(articles, mending=mending(by=by.who, why=by.why, now=by.now))
        name_saved_anew(stories)
    AudioShelf(settings.VAR / "audio").clear()
    forget_pictures(settings.VAR / "pictures")
    forget_cards(settings.VAR / "cards")
    return count


def _told_by(articles: Sequence[int]) -> set[int]:
    """Return the stories whose headline is, or may have been, that of one of these."""
    led = Story.objects.filter(lead__in=articles).values_list("pk", flat=True)
    told = Membership.objects.filter(article__in=articles).values_list("story_id", flat=True)
    return {*led, *told}
