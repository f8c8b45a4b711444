"""What match and assign share: they work only on languages that this coordinator holds."""

from datetime import datetime
from typing import ClassVar

from wireroom.news.models import Article
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.rows import find_due_langs
from wireroom.pipeline.desks import Desk, Desks, shard_of
from wireroom.pipeline.stage import MANY, Executors, Stage


class ShardedStage(Stage[Article]):
    """A stage with one writer a language."""

    model = Article
    related = ("outlet", "prints")
    lease_s: ClassVar[float] = 60.0
    in_flight = MANY
    together: ClassVar[int] = MANY // 2

    def __init__(self, executors: Executors, *, holder: str, desks: Desks) -> None:
        super().__init__(executors, holder=holder)
        self.desks = desks

    def claim(self, *, now: datetime, limit: int) -> list[Article]:
        """Take what is due in the languages held here, in the order of publication."""
        due = find_due_langs(Article, self.step, now=now)
        shards = sorted({shard_of(lang) for lang in due})
        held = {shard for shard in shards if self.desks.hold(shard, now=now) is not None}
        langs = [lang for lang in due if shard_of(lang) in held]
        if not langs:
            return []
        rows = claim(
            Article,
            self.step,
            now=now,
            limit=limit,
            lease_s=self.lease_s,
            holder=self.holder,
            langs=langs,
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
