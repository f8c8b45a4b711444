"""After a take-down no word of the report stands in any column of any table, nor on any shelf."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import FeedEntry, Role
from wireroom.news.models import (
    Article,
    Brief,
    Feed,
    Membership,
    Outlet,
    Page,
    PageContent,
    RareName,
    Story,
    StoryTopic,
    Topic,
    Writing,
)
from wireroom.news.queries.deed_log import Asked, read_deed_log
from wireroom.news.services.articles import file_readings
from wireroom.news.services.deed_log import By
from wireroom.news.services.feeds import add_feed, file_poll
from wireroom.news.services.leases import claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.people.services.accounts import add_person
from wireroom.pipeline.mending import mending
from wireroom.pipeline.taking_down import take_reports_down
from wireroom.reading.models import Highlight
from wireroom.reading.services.kept import save
from wireroom.reading.targets import Kind, Target

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
WORD = "Zyqwarth"  # of the report alone: no table had it before, none may have it after
HEADLINE = f"{WORD} ferry burns off the islands"
TEXT = " ".join(f"The {WORD} burned for {n} hours before a tug came." for n in range(6))
AT = "https://tidewire.example/"
pytestmark = pytest.mark.django_db


def report(title: str = HEADLINE, text: str = TEXT, role: Role = Role.MAIN) -> ReadArticle:
    return ReadArticle(
        id=title, file="a", position=0, role=role, title=title, paragraphs=(text,), lang="en"
    )


def read(owner: Outlet, name: str, *held: ReadArticle) -> Page:
    """Have a page fetched and read that holds these."""
    found, _ = Page.objects.get_or_create(url=AT + name, defaults={"outlet": owner, "seen_at": NOW})
    Page.objects.filter(pk=found.pk).update(step="extract", due_at=NOW, title=HEADLINE)
    content = {"deflated": zlib.compress(TEXT.encode()), "url": found.url, "captured_at": NOW}
    PageContent.objects.update_or_create(page=found, defaults=content)
    (page,) = claim(Page, "extract", now=NOW, limit=1, lease_s=60)
    file_readings([(page, [take_prints(one) for one in held])], now=NOW)
    found.refresh_from_db()
    return found


def poll(owner: Outlet, *names: str) -> None:
    feed, _ = add_feed(owner, f"{AT}feed", now=NOW)
    Feed.objects.filter(pk=feed.pk).update(step="poll", due_at=NOW)
    (claimed,) = claim(Feed, "poll", now=NOW, limit=1, lease_s=60)
    entries = [FeedEntry(guid=name, url=AT + name, title=HEADLINE, summary=TEXT) for name in names]
    file_poll(claimed, entries, now=NOW, due_at=NOW + timedelta(hours=1))


def tell(article: Article, other: Article) -> Story:
    """Have stories tell the report: one that it leads, one merged into that, with all they hold."""
    face = {"lang": "en", "lead": article, "headline": HEADLINE, "outlet_names": [WORD]}
    face |= {"rare_names": [["1", WORD]], "rank": 1.0, "event_why": {"names": [WORD]}}
    story = Story.objects.create(**face)
    merged = Story.objects.create(**face, merged_into=story)
    Membership.objects.create(article=article, story=story, assigned_at=NOW)
    RareName.objects.create(key=1, story=story)
    topic = Topic.objects.create(kind="place", key="o", slug="o", name="O", created_at=NOW)
    mentions = [[WORD, article.pk, 1, 0, 8, 0], ["ferry", other.pk, 1, 0, 5, 0]]
    StoryTopic.objects.create(story=story, topic=topic, lang="en", at=NOW, mentions=mentions)
    for one in (story, merged):
        Brief.objects.create(story=one, content={"said": TEXT})
        Writing.objects.create(story=one, content={"said": TEXT})
    return story


def left() -> Iterator[str]:
    """Yield where the word stands in the database, packed bytes unpacked."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    if WORD.casefold() in _as_text(value):
                        yield f"{table}.{name}"


def _as_text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        try:
            value = zlib.decompress(bytes(value))
        except zlib.error:
            value = bytes(value)
        return value.decode("utf-8", "replace").casefold()
    return str(value).casefold()


@pytest.fixture
def taken(settings: Settings, tmp_path: Path) -> Outlet:
    """Take the report down that was announced, moved, met elsewhere, told, saved and marked."""
    settings.VAR = tmp_path
    for shelf in ("audio", "pictures/kept", "cards"):
        (tmp_path / shelf).mkdir(parents=True)
        (tmp_path / shelf / "1.wav").write_text(TEXT)
    tidewire, _ = file_outlet(OutletFacts(name="Tidewire", home_url=AT))
    poll(tidewire, "first", "second")
    old = read(tidewire, "first", report())
    Page.objects.filter(pk=old.pk).update(health="gone")
    below = report("Harbour reopens at noon", "Ships may enter again.", Role.NEXT)
    read(tidewire, "moved", report(), below)
    read(tidewire, "second", report())
    article = Article.objects.get(headline=HEADLINE)
    other = Article.objects.get(headline=below.title)
    assert article.page.url == f"{AT}moved"
    story = tell(article, other)
    ilsa = add_person("ilsa@tidewire.example")
    save(ilsa, Target(Kind.STORY, story.pk), now=NOW)
    save(ilsa, Target(Kind.ARTICLE, article.pk), now=NOW)
    Highlight.objects.create(person=ilsa, article=article, revision=1, start=0, end=8, words=WORD)
    mending(by="ilsa", why="", now=NOW).pin(story.pk, hours=2)
    assert {"news_entry.title", "news_pagecontent.deflated", "news_story.headline"} < {*left()}
    take_reports_down([article.pk], by=By(who="ilsa", now=NOW))
    return tidewire


def test_no_column_of_any_table_and_no_shelf_has_a_word_of_it(
    taken: Outlet, tmp_path: Path
) -> None:
    assert sorted(left()) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert [line.called for line in read_deed_log(Asked(kind="story"))] == [""]
    # The page below which another report stood is kept for that one's sake.
    assert {page.url for page in Page.objects.all()} == {f"{AT}moved"}
    assert Article.objects.get().headline == "Harbour reopens at noon"


def test_wherever_it_is_met_again_nothing_of_it_stays(taken: Outlet) -> None:
    poll(taken, "first", "second", "moved")
    assert not Page.objects.filter(step="fetch").exists()
    poll(taken, "third")
    page = read(taken, "third", report())
    assert sorted(left()) == []
    assert page.due_at is None
    poll(taken, "third")
    assert sorted(left()) == []
    assert not Page.objects.filter(step="fetch").exists()


def test_a_page_that_holds_another_report_by_now_keeps_it(taken: Outlet) -> None:
    first = read(taken, "slot", report("Vote is put off", TEXT.replace(WORD, "council")))
    Page.objects.filter(pk=first.pk).update(health="gone")
    own = read(taken, "vote", report("Vote is put off", TEXT.replace(WORD, "council")))
    assert Article.objects.get(headline="Vote is put off").page == own
    again = replace(report("Bridge opens early", "Cars may cross from noon."), id="b")
    assert read(taken, "slot", again).second_of is not None
    gone = Article.objects.get(headline="Vote is put off")
    take_reports_down([gone.pk], by=By(who="ilsa", now=NOW))
    assert Article.objects.get(headline="Bridge opens early").page == first
    assert PageContent.objects.filter(page=first).exists()
