"""The stage assign: which story an article belongs to, decided one after another a language."""

from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.features import Features
from wireroom.news.models import Article
from wireroom.news.services.shards import ask_for_repair
from wireroom.news.services.stories import place_article
from wireroom.pipeline.repair import repair_at
from wireroom.pipeline.sharded import ShardedStage
from wireroom.pipeline.shares import shares_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision and the features it rests on."""

    decision: Decision
    features: Features


class Assign(ShardedStage):
    """Decide inline, for the next decision has to know this one."""

    step = "assign"

    def start(self, row: Article, *, now: datetime) -> Future[Any]:
        return self.executors.inline.submit(self._decide, row, now)

    def _decide(self, row: Article, now: datetime) -> Placed:
        desk = self.desk_of(row, now=now)
        # The page may not say when it was published, while its feed does.
        features = Features.unpack(bytes(row.prints.story_features))
        features = replace(features, published_at=row.published_at)
        decision = desk.stories.decide(
            features, at=row.sort_at, outlet=row.outlet.name, copy_of=shares_of(row.pk)
        )
        return Placed(decision, features)

    def file(self, row: Article, result: Placed, *, now: datetime) -> None:
        lang = self.shard(row)
        desk = self.desk_of(row, now=now)
        story = place_article(
            row,
            result.decision,
            lang=lang,
            holder=self.desks.holder,
            now=now,
        )
        if not desk.repair_asked:
            ask_for_repair(lang, due_at=repair_at(desk, now=now))
            desk.repair_asked = True
        desk.stories.add(  # in place of its earlier text, where it was revised
            story.pk,
            row.pk,
            result.features,
            at=row.sort_at,
            outlet=row.outlet.name,
            storyline=story.storyline_id,
        )
