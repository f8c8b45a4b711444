"""The stage tag: whom, where and what a story is about, after its coverage changed."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from wireroom.engine.insight.topics.choose import choose_topics
from wireroom.engine.insight.topics.topic import StoryTopic
from wireroom.news.models import Tagging
from wireroom.news.services.tags import file_tags
from wireroom.pipeline.reports import read_story_reports
from wireroom.pipeline.stage import Stage


class Tag(Stage[Tagging]):
    """Read the reports, choose the topics in a worker, file them."""

    step = "tag"
    model = Tagging
    # They wait for the bulk worker behind the briefs, which readers look for first.
    in_flight = 8
    together = 8

    def start(self, rows: Sequence[Tagging], *, now: datetime) -> list[Future[Any]]:
        reports = read_story_reports([row.story_id for row in rows])
        return [
            self.executors.bulk.submit(choose_topics, reports[row.story_id])
            if reports.get(row.story_id)
            else self.executors.inline.submit(tuple)
            for row in rows
        ]

    def file(self, done: Sequence[tuple[Tagging, Sequence[StoryTopic]]], *, now: datetime) -> None:
        file_tags(done, now=now)
