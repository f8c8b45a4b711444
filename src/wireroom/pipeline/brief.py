"""The stage brief: quotes and more of a story's reports, after its coverage changed."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from wireroom.engine.insight.story_brief import StoryBrief, brief_story
from wireroom.news.briefs import keep_brief, keep_quotes
from wireroom.news.models import ArticleInsight
from wireroom.news.models import Brief as BriefRow
from wireroom.news.services.briefs import Made, file_briefs
from wireroom.pipeline.reports import read_story_reports
from wireroom.pipeline.stage import Executors, Stage
from wireroom.pipeline.tellers import read_told


class Brief(Stage[BriefRow]):
    """Read the reports, choose of them in a worker, file what was chosen."""

    step = "brief"
    model = BriefRow
    # They wait for the bulk worker, which gives way to those that read what comes in.
    in_flight = 16
    together = 32

    def __init__(self, executors: Executors, *, holder: str, asks_model: bool = False) -> None:
        super().__init__(executors, holder=holder)
        self.asks_model = asks_model

    def start(self, rows: Sequence[BriefRow], *, now: datetime) -> list[Future[Any]]:
        stories = [row.story_id for row in rows]
        reports, told = read_story_reports(stories), read_told(stories, now=now)
        return [
            self.executors.bulk.submit(brief_story, reports[story], *told[story])
            if reports.get(story)
            else self.executors.inline.submit(StoryBrief)
            for story in stories
        ]

    def file(self, done: Sequence[tuple[BriefRow, StoryBrief]], *, now: datetime) -> None:
        file_briefs(
            [(row, _made(brief)) for row, brief in done], now=now, asks_model=self.asks_model
        )


def _made(brief: StoryBrief) -> Made:
    return Made(
        content=keep_brief(brief),
        insights=[
            ArticleInsight(
                article_id=int(one.article), revision=one.revision, quotes=keep_quotes(one.quotes)
            )
            for one in brief.found
        ],
    )
