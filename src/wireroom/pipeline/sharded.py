"""What match and assign share: they work only on languages that this coordinator holds."""

from datetime import datetime
from typing import ClassVar

from django.db.models import Q

from wireroom.news.models import Article
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.pipeline.desks import Desk, Desks, in_shard, shard_of
from wireroom.pipeline.stage import Executors, Stage


class ShardedStage(Stage[Article]):
    """A stage with one writer a language."""

    model = Article
    related = ("outlet", "prints")
    lease_s: ClassVar[float] = 60.0

    def __init__(self, executors: Executors, *, holder: str, desks: Desks) -> None:
        super().__init__(executors, holder=holder)
        self.desks = desks

    def claim(self, *, now: datetime, limit: int) -> list[Article]:
        """Take what is due in the languages held here, in the order of publication."""
        due = Article.objects.filter(step=self.step, due_at__lte=now)
        langs = {shard_of(lang) for lang in due.values_list("lang", flat=True).distinct()}
        held = Q()
        for lang in sorted(langs):
            if self.desks.hold(lang, now=now) is not None:
                held |= in_shard(lang)
        if not held:
            return []
        rows = claim(
            Article,
            self.step,
            now=now,
            limit=limit,
            lease_s=self.lease_s,
            holder=self.holder,
            only=held,
            related=self.related,
        )
        return sorted(rows, key=lambda row: (row.sort_at, row.pk))

    def shard(self, row: Article) -> str:
        """Return the row's language shard."""
        return shard_of(row.lang)

    def desk_of(self, row: Article, *, now: datetime) -> Desk:
        """Return the desk of the row's language. Raises LeaseLost when it went elsewhere."""
        desk = self.desks.hold(self.shard(row), now=now)
        if desk is None:
            raise LeaseLost(f"shard {self.shard(row)}")
        return desk
