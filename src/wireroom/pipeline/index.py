"""The stage index: an article's words into the search index, after its text changed."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from wireroom.engine.search.terms import IndexedText, index_text
from wireroom.news.models import Revision, SearchDocument
from wireroom.news.queries.latest import latest_revisions
from wireroom.news.services.search import Read, file_indexed
from wireroom.pipeline.stage import Stage


class Index(Stage[SearchDocument]):
    """Stem the words in a worker, file them in the index of the database."""

    step = "index"
    model = SearchDocument
    related = ("article", "article__outlet")
    in_flight = 64
    together = 64

    def start(self, rows: Sequence[SearchDocument], *, now: datetime) -> list[Future[Any]]:
        latest = latest_revisions([row.article_id for row in rows])
        return [self._read(row, latest.get(row.article_id)) for row in rows]

    def _read(self, row: SearchDocument, text: Revision | None) -> "Future[IndexedText]":
        article = row.article
        body = text.body if text is not None else ""
        return self.executors.cpu.submit(
            index_text, article.headline, article.standfirst, body, article.lang
        )

    def file(self, done: Sequence[tuple[SearchDocument, IndexedText]], *, now: datetime) -> None:
        file_indexed([Read(row, text) for row, text in done])
