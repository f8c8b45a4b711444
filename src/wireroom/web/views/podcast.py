"""The wrap-up to listen to: a podcast of the days that have ended, and each day's recording."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from wireroom.engine.errors import SpeakerBusy
from wireroom.news.queries.wrap_up import WrapUp, read_wrap_up, read_wrap_ups
from wireroom.people.clients import may_ask
from wireroom.web.editions import Edition, offered
from wireroom.web.parts import page_url
from wireroom.web.ranges import serve_file
from wireroom.web.spoken import TYPES, current_speaker, find_audio, guess_type, make_audio
from wireroom.web.times import written_day

_AGE_S: Final = 900
_DAYS: Final = 7
_NEW_AT_ONCE: Final = 2  # recordings that one request waits for; the next one has two more
_ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_HOURLY: Final = 10  # recordings that one client has made in an hour: a week of them, and some
_RECORDED: Final = timedelta(days=14)  # what is older and was never listened to, is read
_BUSY_S: Final = 120  # a neural voice on one core takes about two minutes
_HOUR_S: Final = 3600
# No news page is older than the web.
_FIRST_DAY: Final = date(1990, 1, 1)


class PodcastFeed(Rss201rev2Feed):
    """RSS 2.0 with what podcast directories ask of a channel."""

    def rss_attributes(self) -> dict[str, str]:
        """Name iTunes' tags."""
        return {**super().rss_attributes(), "xmlns:itunes": _ITUNES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Say who speaks, of what, and that nothing is explicit."""
        super().add_root_elements(handler)
        handler.addQuickElement("itunes:author", settings.WIREROOM_NAME)
        handler.addQuickElement("itunes:summary", str(self.feed["description"]))
        handler.addQuickElement("itunes:explicit", "false")
        handler.addQuickElement("itunes:type", "episodic")
        handler.startElement("itunes:category", AttributesImpl({"text": "News"}))
        handler.addQuickElement("itunes:category", None, {"text": "Daily News"})
        handler.endElement("itunes:category")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Say of each what it is, in short."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("itunes:summary", str(item["description"]))
        handler.addQuickElement("itunes:episodeType", "full")


@require_safe
def show_podcast(request: HttpRequest, edition: str) -> HttpResponse:
    """Give the recordings of the last days; 404 where nobody speaks the edition's language."""
    one = offered()[edition]
    if current_speaker(one) is None:
        raise Http404
    feed = PodcastFeed(
        title=_("%(site)s: the day’s wrap-up") % {"site": settings.WIREROOM_NAME},
        link=request.build_absolute_uri(page_url("wrap-up")),
        description=_(
            "The day’s foremost stories. Every sentence is an outlet’s own, chosen by rule."
        ),
        language=one.tag,
        feed_url=request.build_absolute_uri(page_url("podcast")),
    )
    left = _NEW_AT_ONCE
    for wrap_up in _last_wrap_ups(one):
        path = find_audio(wrap_up, one)
        if path is None and left > 0:
            made = _make(request, wrap_up, one)
            left = 0 if isinstance(made, HttpResponse) else left - 1
            path = None if isinstance(made, HttpResponse) else made
        if path is not None:
            _add(feed, request, wrap_up, path)
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml")
    patch_cache_control(response, public=True, max_age=_AGE_S)
    return response


def _last_wrap_ups(edition: Edition) -> Iterator[WrapUp]:
    today = timezone.now().date()
    return read_wrap_ups(edition.languages, country=edition.country, before=today, days=_DAYS)


@require_safe
def play_mp3(request: HttpRequest, edition: str, day: date) -> HttpResponseBase:
    """Give a day's recording as MP3."""
    return _play(request, offered()[edition], day, "mp3")


@require_safe
def play_wav(request: HttpRequest, edition: str, day: date) -> HttpResponseBase:
    """Give a day's recording as WAV."""
    return _play(request, offered()[edition], day, "wav")


def audio_url(wrap_up: WrapUp, edition: Edition) -> str:
    """Return where a wrap-up is listened to; a recent one is recorded when first asked for."""
    if not wrap_up.stories:
        return ""
    path = find_audio(wrap_up, edition)
    if path is None and not _is_recent(wrap_up.day):
        return ""
    return _address(wrap_up.day, path.suffix[1:] if path else guess_type())


def is_over(day: date) -> bool:
    """Tell whether a day of UTC has ended: until then its wrap-up changes by the minute."""
    return day < timezone.now().date()


def past_day(day: date) -> date:
    """Return a day that wrap-ups may be of; raise Http404 for any other."""
    if not _FIRST_DAY <= day <= timezone.now().date():
        raise Http404
    return day


def asked_day(request: HttpRequest) -> date | None:
    """Return ?day where it is one that wrap-ups and fronts may be of."""
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None
    return day if _FIRST_DAY <= day <= timezone.now().date() else None


def name_wrap_up(day: date) -> str:
    """Return the title of a day's wrap-up."""
    return _("Wrap-up: %(day)s") % {"day": written_day(day)}


def _play(request: HttpRequest, edition: Edition, day: date, kind: str) -> HttpResponseBase:
    if not is_over(past_day(day)) or current_speaker(edition) is None:
        raise Http404
    wrap_up = read_wrap_up(edition.languages, day, country=edition.country)
    path = find_audio(wrap_up, edition) or _make(request, wrap_up, edition)
    if isinstance(path, HttpResponse):
        return path
    if path is None:
        raise Http404
    if path.suffix != f".{kind}":
        return HttpResponseRedirect(_address(day, path.suffix[1:]))
    response = serve_file(request, path, TYPES[kind])
    patch_cache_control(response, public=True, max_age=_AGE_S)
    return response


def _make(request: HttpRequest, wrap_up: WrapUp, edition: Edition) -> Path | HttpResponse | None:
    """Return a recording that is made now, None for none, or the answer to come again later."""
    if not wrap_up.stories or not _is_recent(wrap_up.day):
        return None
    if not may_ask(request, "recording", hourly=_HOURLY):
        return _later(429, _HOUR_S)
    try:
        return make_audio(wrap_up, edition)
    except SpeakerBusy:
        return _later(503, _BUSY_S)


def _later(status: int, wait_s: int) -> HttpResponse:
    headers = {"Retry-After": str(wait_s), "Cache-Control": "no-store"}
    return HttpResponse(_("Try again later."), "text/plain; charset=utf-8", status, headers=headers)


def _is_recent(day: date) -> bool:
    return timezone.now().date() - day <= _RECORDED


def _add(feed: PodcastFeed, request: HttpRequest, wrap_up: WrapUp, path: Path) -> None:
    page = request.build_absolute_uri(page_url("wrap-up-of", day=wrap_up.day.isoformat()))
    kind = path.suffix[1:]
    ended = datetime.combine(wrap_up.day + timedelta(days=1), time(), UTC)
    feed.add_item(
        title=name_wrap_up(wrap_up.day),
        link=page,
        description=", ".join(one.story.headline for one in wrap_up.stories),
        unique_id=page,
        unique_id_is_permalink=True,
        pubdate=ended,
        enclosures=[
            Enclosure(
                request.build_absolute_uri(_address(wrap_up.day, kind)),
                str(path.stat().st_size),
                TYPES[kind],
            )
        ],
    )


def _address(day: date, kind: str) -> str:
    return page_url(f"wrap-up-{kind}", day=day.isoformat())
