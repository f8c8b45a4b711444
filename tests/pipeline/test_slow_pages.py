"""A page that takes too long to read is read again before it is given up."""

import zlib
from concurrent.futures import Executor, Future
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.web.newsroom import make_outlet

from wireroom.adapters.executors import InlineExecutor
from wireroom.news.models import Article, Page, PageContent
from wireroom.pipeline.extract import Extract
from wireroom.pipeline.stage import Executors

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
REPORT = "<html><body><article><h1>Ferry sinks off Ostvik</h1>{}</article></body></html>".format(
    "<p>Nine people were saved from the water off Ostvik on Tuesday, the harbour said.</p>" * 6
)


class BusyMachine(Executor):
    """Workers of which the first tasks take too long by the clock."""

    def __init__(self, slow: int) -> None:
        self._slow = slow
        self._free = InlineExecutor()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._slow -= 1
        if self._slow < 0:
            return self._free.submit(fn, *args, **kwargs)
        late: Future[Any] = Future()
        late.set_exception(TimeoutError())
        return late


def read(slow: int) -> Page:
    """Read a page on a machine that is busy for so many tries; return what became of it."""
    url = "https://tidewire.example/news/ferry-sinks-off-ostvik"
    page = Page.objects.create(
        outlet=make_outlet("Tidewire"), url=url, title="Ferry sinks", seen_at=NOW,
        step="extract", due_at=NOW,
    )  # fmt: skip
    PageContent.objects.create(
        page=page, url=url, content_type="text/html", captured_at=NOW,
        deflated=zlib.compress(REPORT.encode()),
    )  # fmt: skip
    inline = InlineExecutor()
    stage = Extract(Executors(inline, BusyMachine(slow), inline, inline), holder="a")
    now = NOW
    while page.step == "extract":
        rows = stage.claim(now=now, limit=8)
        for row, future in zip(rows, stage.start(rows, now=now), strict=True):
            if (error := future.exception()) is None:
                stage.file([(row, future.result())], now=now)
            else:
                stage.fail(row, error, now=now)
        now += timedelta(seconds=20)
        page.refresh_from_db()
    return page


def test_a_busy_machine_loses_no_page() -> None:
    assert read(slow=2).health == "article"
    assert Article.objects.get().headline == "Ferry sinks off Ostvik"


def test_a_page_that_is_always_too_slow_is_kept_with_its_reason() -> None:
    page = read(slow=99)
    assert (page.health, page.dead_at) == ("timeout", None)
    assert "took too long" in page.health_note
    assert Article.objects.get().headline == "Ferry sinks"
