"""A story as an item of a reader app: whose headline it is, what opens it, and who tells it."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from wireroom.api.addresses import Addresses
from wireroom.api.reader_apps.item_numbers import long_number, microseconds
from wireroom.api.reader_apps.streams import ALL, FEED, READ, STARRED, Asker
from wireroom.engine.text.direction import direction_of
from wireroom.news.queries.cards import ReportCard, StoryCard
from wireroom.reading.queries.streams import FRONT, Told


def tell_item(
    told: Told, lead: ReportCard | None, asker: Asker, at: Addresses, titles: dict[str, str]
) -> dict[str, Any]:
    """Return an item; `titles` are what the reader's streams are called, by name."""
    story = told.story
    url = at.page("story", edition=asker.edition, story_id=story.id)
    stream = next((one for one in told.streams if one in titles), FRONT)
    return {
        "id": long_number(story.id),
        "crawlTimeMsec": str(microseconds(told.at) // 1000),
        "timestampUsec": str(microseconds(told.at)),
        "published": int((story.first_at or told.at).timestamp()),
        "updated": int(told.at.timestamp()),
        "title": story.headline,
        "author": story.lead.outlet.name if story.lead else "",
        "canonical": [{"href": url}],
        "alternate": [{"href": url, "type": "text/html"}],
        "summary": {
            "direction": direction_of(story.headline),
            "content": _content(story, lead, url, asker, at),
        },
        "categories": _states(told),
        "origin": {
            "streamId": FEED + stream,
            "title": titles.get(stream, ""),
            "htmlUrl": at.page("front", edition=asker.edition),
        },
    }


def _content(
    story: StoryCard, lead: ReportCard | None, url: str, asker: Asker, at: Addresses
) -> str:
    picture = at.file(lead.image.url) if lead and lead.image else ""
    context = {"story": story, "lead": lead, "picture": picture, "address": url}
    with override(asker.edition):
        return render_to_string("app_item.jinja", context, at.request).strip()


def _states(told: Told) -> list[str]:
    states = [ALL]
    if told.is_seen:
        states.append(READ)
    if told.is_saved:
        states.append(STARRED)
    return states
