"""Holding stories that an editor looked at: nobody mends them before the deed is done."""

from collections.abc import Sequence

from wireroom.engine.versions import check_version
from wireroom.news.models import Story
from wireroom.news.queries.desk_stories import what_editors_did


def hold_unmended(story_ids: Sequence[int], *, seen: str) -> None:
    """Lock stories for the transaction. Raises Overtaken where one was mended since `seen`."""
    list(Story.objects.select_for_update().filter(pk__in=story_ids).order_by("pk").values("pk"))
    check_version(seen, *what_editors_did(story_ids))
