"""The stage publish: a story's face made anew after its coverage changed."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import asdict
from datetime import datetime
from typing import Any

from wireroom.news.models import Article, Copy, Revision, Story
from wireroom.news.queries.lineage import SharedText
from wireroom.news.services.stories import file_face
from wireroom.pipeline.faces import Covering, Face, make_face
from wireroom.pipeline.stage import Stage


class Publish(Stage[Story]):
    """Gather the coverage, decide inline, file the face."""

    step = "publish"
    model = Story
    lease_s = 60.0

    def start(self, row: Story, *, now: datetime) -> Future[Any]:
        coverage = _coverage(row)
        shared = _shared_text([one.article for one in coverage])
        return self.executors.inline.submit(make_face, coverage, shared)

    def file(self, row: Story, result: Face | None, *, now: datetime) -> None:
        # Without coverage the story leaves the fronts; its address stays.
        file_face(row, asdict(result) if result else {"rank": None, "articles_count": 0})


def _coverage(story: Story) -> list[Covering]:
    members = Article.objects.filter(membership__story=story).select_related("outlet")
    articles = list(members.defer("standfirst", "tags", "authors", "image_caption"))
    revised = _revision_times([a.pk for a in articles if a.revision_count > 1])
    return [
        Covering(
            article=article.pk,
            outlet=article.outlet.name,
            headline=article.headline,
            section=article.section,
            at=article.sort_at,
            chars=6 * article.word_count,  # near enough to tell a full report from a brief
            has_image=bool(article.image_url),
            revised_at=revised.get(article.pk),
        )
        for article in articles
    ]


def _revision_times(articles: Sequence[int]) -> dict[int, datetime]:
    if not articles:
        return {}
    rows = Revision.objects.filter(article__in=articles, number__gt=1).order_by("number")
    return dict(rows.values_list("article_id", "seen_at"))


def _shared_text(articles: Sequence[int]) -> list[SharedText]:
    if len(articles) < 2:
        return []
    pairs = Copy.objects.filter(a__in=articles, b__in=articles)
    return [
        SharedText(
            a=pair.a_id,
            b=pair.b_id,
            direction=pair.direction,
            containment_a=pair.containment_a,
            containment_b=pair.containment_b,
        )
        for pair in pairs.defer("passages", "why")
    ]
