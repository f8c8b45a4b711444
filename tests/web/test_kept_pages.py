"""Public pages are kept in each process, and no process shows what any writer has changed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from tests.pipeline.test_publish import publish
from tests.web.newsroom import (
    join_story,
    make_article,
    make_copy,
    make_outlet,
    make_story,
    make_topic,
    tag_story,
)
from tests.web.talking_room import make_comment, make_person

from wireroom.news.models import Article, Outlet, Story, Topic
from wireroom.news.services.deed_log import By
from wireroom.news.services.outlet_deeds import edit_outlet
from wireroom.news.services.topic_mends import TopicMending
from wireroom.pipeline.mending import mending
from wireroom.pipeline.taking_down import take_reports_down
from wireroom.web import keeping
from wireroom.web.kept_pages import KeptPages

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
BODY = "The night ferry sank off Ostvik.\n\nAll 31 people on board were saved by trawlers."


class OneProcess:
    """A process of the site: pages that it keeps, and a connection of its own."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._kept = KeptPages(most_bytes=1 << 22)
        self._thread = ThreadPoolExecutor(1)

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page; return its status and text."""
        return self._thread.submit(self._get, path).result()

    def count_queries(self, path: str) -> int:
        """Ask for a page; return how many queries that took."""
        return self._thread.submit(self._count, path).result()

    def forget(self) -> None:
        self._kept.forget()

    def end(self) -> None:
        self._thread.submit(connections.close_all).result()
        self._thread.shutdown()

    def _get(self, path: str) -> tuple[int, str]:
        self._patch.setattr(keeping, "KEPT", self._kept)
        response = Client().get(path)
        return response.status_code, response.content.decode()

    def _count(self, path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            self._get(path)
        return len(captured)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Let time stand still: what is made anew is then the same, letter for letter."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[OneProcess]]:
    made = [OneProcess(monkeypatch) for _ in range(3)]
    yield made
    for process in made:
        process.end()


@pytest.fixture(autouse=True)
def _empty_log(transactional_db: None) -> Iterator[None]:
    """Empty the desk's log at the end: SQLite refuses it to whoever empties all tables."""
    yield
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master"
                " WHERE type = 'trigger' AND tbl_name = 'news_loggeddeed'"
            )
            triggers = cursor.fetchall()
            for name, _made in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute("DELETE FROM news_loggeddeed")
            for _name, made in triggers:
                cursor.execute(made)


class Newsroom:
    """Two reports of a story, a copy, a topic; and everybody who writes."""

    def __init__(self, now: datetime) -> None:
        self.by = By(who="desk", now=now, why="a test")
        self.outlet = make_outlet("Tidewire", policy="full")
        self.lead = make_article(self.outlet, "Ferry sinks off Ostvik", body=BODY)
        self.other = make_article(make_outlet("Quayside Post"), "A ferry is lost", body=BODY)
        self.story = make_story([self.lead, self.other])
        self.topic = make_topic()
        make_copy(self.lead, self.other)
        tag_story(self.story, self.topic)
        publish()

    def pages(self) -> dict[str, str]:
        return {
            "front": "/en/",
            "story": f"/en/story/{self.story.pk}/",
            "grouping": f"/en/story/{self.story.pk}/grouping/",
            "article": f"/en/article/{self.lead.pk}/",
            "compare": f"/en/compare/{self.lead.pk}/{self.other.pk}/",
            "outlet": "/en/outlet/tidewire/",
            "topic": f"/en/topic/ostvik-{self.topic.pk}/",
        }

    def deeds(self) -> list[tuple[Callable[[], object], str]]:
        """Return what is written, one after the other, and the pages that say otherwise then."""
        desk = mending(by="desk", why="a test", now=self.by.now)
        topics = TopicMending(by="desk", why="a test", now=self.by.now)
        terms = {"policy": "headline"}
        return [
            (self._report, "front story grouping topic"),
            (self._say, "story"),
            (lambda: edit_outlet(self.outlet.pk, terms, by=self.by), "story article compare"),
            (lambda: _sql("UPDATE news_outlet SET name = 'Ledger'"), "front story article outlet"),
            (self._correct, "article outlet compare"),
            (lambda: desk.lead(self.story.pk, self.other.pk), "front story topic"),
            (lambda: take_reports_down([self.lead.pk], by=self.by), "article compare outlet"),
            (lambda: topics.rename(self.topic.pk, "Ostvik harbour", lang="en"), "topic"),
            (lambda: desk.spike_story(self.story.pk), "front story"),
            (_delete_all, "outlet topic"),
        ]

    def _report(self) -> None:
        """File one more report and let the stage make the story's face anew."""
        join_story(self.story, [make_article(make_outlet("Sund News"), "Ferry goes down")])
        publish()

    def _correct(self) -> None:
        _sql(f"UPDATE news_article SET headline = 'Lost' WHERE id = {self.lead.pk}")

    def _say(self) -> None:
        make_comment(self.story, make_person("Ilsa"))


def _sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _delete_all() -> None:
    with transaction.atomic():
        Topic.objects.all().delete()
        Story.objects.all().delete()
        Article.objects.update(headline="Gone")
        Outlet.objects.filter(slug="tidewire").update(slug="elsewhere")


def test_what_any_writer_changes_stands_on_the_next_page_of_every_process(
    clock: datetime, processes: list[OneProcess], settings: Settings
) -> None:
    settings.WIREROOM_COMMENTS = True
    newsroom = Newsroom(clock)
    *sites, fresh = processes
    before = {page: fresh.get(path) for page, path in newsroom.pages().items()}
    for number, (write, changed) in enumerate(newsroom.deeds()):
        for path in newsroom.pages().values():
            for site in sites:
                site.get(path)
        write()
        fresh.forget()
        after = {page: fresh.get(path) for page, path in newsroom.pages().items()}
        for page, path in newsroom.pages().items():
            for site in sites:
                assert site.get(path) == after[page], (number, page)
        same = [page for page in changed.split() if after[page] == before[page]]
        assert not same, (number, "is not to be seen on", same)
        before = after


def test_while_nothing_is_written_a_page_costs_one_question_at_most(
    clock: datetime, processes: list[OneProcess]
) -> None:
    newsroom = Newsroom(clock)
    site = processes[0]
    for path in newsroom.pages().values():
        first = site.get(path)
        assert first[0] == 200, path
        assert site.count_queries(path) <= 1, path
        assert site.get(path) == first
        assert site.count_queries(f"{path}?a=b") > 1 or path == "/en/"


def test_a_page_of_another_minute_is_made_anew(
    clock: datetime, processes: list[OneProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Newsroom(clock).pages()["story"]
    _status, first = processes[0].get(path)
    monkeypatch.setattr(timezone, "now", lambda: clock + timedelta(hours=2))
    _status, later = processes[0].get(path)
    assert "3 hours ago" in first
    assert "5 hours ago" in later
