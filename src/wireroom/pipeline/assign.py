"""The stage assign: which story an article belongs to, decided one after another a language."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from wireroom.engine.stories.features import Features
from wireroom.news.models import Article
from wireroom.news.services.shards import ask_for_repair
from wireroom.news.services.stories import Placing
from wireroom.pipeline.desks import Desk
from wireroom.pipeline.repair import repair_at
from wireroom.pipeline.sharded import ShardedStage
from wireroom.pipeline.shares import shares_of


class Assign(ShardedStage):
    """Decide while filing, for the next decision has to know this one."""

    step = "assign"

    def start(self, rows: Sequence[Article], *, now: datetime) -> list[Future[Any]]:
        return [self.executors.inline.submit(_features, row) for row in rows]

    def file(self, done: Sequence[tuple[Article, Features]], *, now: datetime) -> None:
        by_lang = defaultdict(list)
        for row, features in done:
            by_lang[self.shard(row)].append((row, features))
        shares = shares_of([row.pk for row, _ in done])
        placed: list[str] = []
        for lang in by_lang:
            self.desks.confirm(lang, now=now)
        try:
            with transaction.atomic():
                placing = Placing(now)
                rows = [row for row, _ in done]
                placing.begin(rows, langs=by_lang, holder=self.desks.holder)
                for lang, articles in by_lang.items():
                    placed.append(lang)
                    self._place(placing, articles, shares, now=now)
                placing.end()
        except Exception:
            # The index knows stories that were rolled back: it is made anew from the tables.
            for lang in placed or by_lang:
                self.desks.forget(lang)
            raise

    def _place(
        self,
        placing: Placing,
        articles: Sequence[tuple[Article, Features]],
        shares: Mapping[int, Mapping[int, float]],
        *,
        now: datetime,
    ) -> None:
        desk = self.desk_of(articles[0][0], now=now)
        for row, features in articles:
            if placing.is_spiked(row):
                continue
            at, outlet = row.sort_at, row.outlet.name
            decision = desk.stories.decide(
                features, at=at, outlet=outlet, copy_of=shares.get(row.pk, {})
            )
            place = placing.place(row, decision, lang=desk.lang)
            desk.stories.add(  # in place of its earlier text, where it was revised
                place.story, row.pk, features, at=at, outlet=outlet, storyline=place.storyline
            )
            desk.relinker.add(row.pk, decision)
        _ask_for_repair(desk, now=now)


def _features(row: Article) -> Features:
    features = Features.unpack(bytes(row.prints.story_features))
    # The page may not say when it was published, while its feed does.
    return replace(features, published_at=row.published_at, dense=bytes(row.prints.dense))


def _ask_for_repair(desk: Desk, *, now: datetime) -> None:
    if not desk.repair_asked:
        ask_for_repair(desk.lang, due_at=repair_at(desk, now=now))
        desk.repair_asked = True
