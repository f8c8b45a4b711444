"""Items as an Atom feed (RFC 4287), as Google Reader gave them too: some apps ask for no JSON."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

_SCHEME: Final = "http://www.google.com/reader/"


class _Feed(Atom1Feed):
    """Items with their states as categories."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Write an item, and what is said of it: `label` is its last word, which apps look at."""
        super().add_item_elements(handler, item)
        for state in item["states"]:
            label = state.rpartition("/")[2]
            named = {"term": state, "scheme": _SCHEME, "label": label}
            handler.addQuickElement("category", "", named)


def as_atom(
    items: Sequence[Mapping[str, Any]], *, stream: str, title: str, page: str
) -> HttpResponse:
    """Return items as a feed of a stream; `page` is where it is read without an app."""
    feed = _Feed(title=title or stream, link=page, description="", feed_guid=stream)
    for item in items:
        feed.add_item(
            title=item["title"],
            link=item["alternate"][0]["href"],
            description=item["summary"]["content"],
            unique_id=item["id"],
            author_name=item["author"] or None,
            pubdate=datetime.fromtimestamp(item["published"], UTC),
            updateddate=datetime.fromtimestamp(item["updated"], UTC),
            states=item["categories"],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml")
