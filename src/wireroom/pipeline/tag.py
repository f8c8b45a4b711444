"""The stage tag: whom, where and what a story is about, after its coverage changed."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from wireroom.engine.insight.topics.tag import StoryTags, tag_story
from wireroom.news.kept_names import keep_names
from wireroom.news.models import ArticleNames, Tagging
from wireroom.news.services.tags import file_tags
from wireroom.pipeline.reports import read_named_reports
from wireroom.pipeline.stage import Stage


class Tag(Stage[Tagging]):
    """Read the reports, choose the topics in a worker, file them."""

    step = "tag"
    model = Tagging
    # They wait for the bulk worker behind the briefs, which readers look for first.
    in_flight = 8
    together = 8

    def start(self, rows: Sequence[Tagging], *, now: datetime) -> list[Future[Any]]:
        reports = read_named_reports([row.story_id for row in rows])
        return [
            self.executors.bulk.submit(tag_story, reports[row.story_id])
            if reports.get(row.story_id)
            else self.executors.inline.submit(StoryTags)
            for row in rows
        ]

    def file(self, done: Sequence[tuple[Tagging, StoryTags]], *, now: datetime) -> None:
        file_tags(
            [(row, tags.topics) for row, tags in done],
            now=now,
            names=[
                ArticleNames(
                    article_id=int(one.article), revision=one.revision, names=keep_names(one.names)
                )
                for _, tags in done
                for one in tags.found
            ],
        )
