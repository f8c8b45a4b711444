"""The stage tie: stories of several languages that tell one event, found anew."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final

from django.db import transaction

from wireroom.engine.stories.across import WINDOW
from wireroom.engine.stories.ties import Member, Tied, tie_stories
from wireroom.news.models import Article, Shard
from wireroom.news.queries.mends import read_tie_wishes
from wireroom.news.services.events import file_ties
from wireroom.news.services.translations import ask_for_translations
from wireroom.pipeline.stage import Stage

# A worker ties some 400 articles a second. Of more than these the latest are looked at: an event
# is told within hours of its first report.
MOST_TIED: Final = 6000
# A story that is a day older than what is looked at may still be told in another language.
LOOKED_AT: Final = WINDOW + timedelta(days=1)


class Tie(Stage[Shard]):
    """Tie the live stories in a worker; a site of one language gives it nothing to do."""

    step = "tie"
    model = Shard
    lease_s: ClassVar[float] = 300.0  # it may have to wait for a repair
    in_flight = 1

    def start(self, rows: Sequence[Shard], *, now: datetime) -> list[Future[Any]]:
        return [self._tie(now=now) for _ in rows]

    def _tie(self, *, now: datetime) -> Future[Any]:
        members = read_members(since=now - LOOKED_AT)
        wishes = read_tie_wishes() if members else ()
        return self.executors.bulk.submit(tie_stories, members, wishes)

    def file(self, done: Sequence[tuple[Shard, tuple[Tied, ...]]], *, now: datetime) -> None:
        for row, ties in done:
            with transaction.atomic():
                file_ties(row, ties, since=now - LOOKED_AT, now=now)
                ask_for_translations(due_at=now)


def read_members(*, since: datetime) -> tuple[Member, ...]:
    """Return what is kept of the latest articles that have a story, none where one language is all.

    The newest MOST_TIED of those since a time.
    """
    recent = Article.objects.filter(sort_at__gte=since).exclude(membership=None)
    langs = recent.order_by().values_list("membership__story__lang", flat=True).distinct()[:2]
    if len(langs) < 2:
        return ()
    rows = (
        recent.exclude(prints=None)
        .exclude(prints__pivots=b"")
        .order_by("-sort_at", "-pk")
        .values_list("membership__story", "sort_at", "identity", "prints__pivots")[:MOST_TIED]
    )
    return tuple(
        Member(story=story, at=at, order=identity, pivots=bytes(pivots))
        for story, at, identity, pivots in rows.iterator(chunk_size=500)
    )
