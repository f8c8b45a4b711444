"""The stage assign: which story an article belongs to, decided one after another a language."""

from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.db.models import Q

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.features import Features
from wireroom.news.models import Article, ArticlePrints, Copy
from wireroom.news.services.stories import place_article
from wireroom.pipeline.sharded import ShardedStage

# An article of which half is another's text is that report, carried. The other way round more is
# asked: a long follow-up may hold half of an earlier brief as its background.
CARRIES_FROM: Final = 0.5
HELD_WHOLE: Final = 0.8


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
        packed = ArticlePrints.objects.values_list("story_features", flat=True).get(article=row)
        # The page may not say when it was published, while its feed does.
        features = replace(Features.unpack(bytes(packed)), published_at=row.published_at)
        decision = desk.stories.decide(
            features, at=row.sort_at, outlet=row.outlet.name, copy_of=_same_reports(row.pk)
        )
        return Placed(decision, features)

    def file(self, row: Article, result: Placed, *, now: datetime) -> None:
        lang = self.shard(row)
        story = place_article(row, result.decision, lang=lang, holder=self.desks.holder, now=now)
        desk = self.desk_of(row, now=now)
        desk.stories.add(  # in place of its earlier text, where it was revised
            story.pk,
            row.pk,
            result.features,
            at=row.sort_at,
            outlet=row.outlet.name,
            storyline=story.storyline_id,
        )


def _same_reports(article_id: int) -> list[int]:
    as_a = Q(a=article_id) & (Q(containment_a__gte=CARRIES_FROM) | Q(containment_b__gte=HELD_WHOLE))
    as_b = Q(b=article_id) & (Q(containment_b__gte=CARRIES_FROM) | Q(containment_a__gte=HELD_WHOLE))
    pairs = Copy.objects.filter(as_a | as_b)
    return sorted(b if a == article_id else a for a, b in pairs.values_list("a_id", "b_id"))
