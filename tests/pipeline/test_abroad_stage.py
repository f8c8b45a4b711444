"""The stage abroad: what it files of reports in two languages, and what becomes of it."""

from concurrent.futures import Executor, Future
from datetime import timedelta
from typing import Any

import pytest
from tests.engine.copies.test_translated import ARABIC, ENGLISH, OWN
from tests.pipeline.test_publish import publish
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.types import CopyKind
from wireroom.news.models import Article, Copy, Membership, Revision, Shard, Story
from wireroom.news.services.translations import TRANSLATIONS, ask_for_translations
from wireroom.pipeline.abroad import Abroad
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.shares import shares_of
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db


class Counting(Executor):
    """Runs at once what it is given, and counts how often that was."""

    def __init__(self) -> None:
        self.ran = 0

    def submit(self, call: Any, /, *args: Any, **options: Any) -> Future[Any]:
        self.ran += 1
        future: Future[Any] = Future()
        future.set_result(call(*args, **options))
        return future


def look() -> int:
    """Let the stage do what is due; return how often a worker was asked."""
    now = utc_now()
    ask_for_translations(due_at=now - timedelta(minutes=1))
    cpu, inline = Counting(), Counting()
    stage = Abroad(Executors(net=inline, cpu=cpu, bulk=cpu, inline=inline), holder="me")
    while rows := stage.claim(now=utc_now(), limit=1):
        done = [future.result() for future in stage.start(rows, now=now)]
        stage.file(list(zip(rows, done, strict=True)), now=now)
    assert Shard.objects.get(lang=TRANSLATIONS).due_at is None
    return cpu.ran


def newsroom() -> tuple[Story, Story]:
    """Make an event told in English by one and in Arabic by two, of whom one translates."""
    english = make_outlet("Osterby Post")
    arabic = [make_outlet(name, lang="ar") for name in ("المنار", "الأفق")]
    one = make_story([make_article(english, "Kiln explodes", body=ENGLISH, hours=5)])
    other = make_story(
        [
            make_article(arabic[0], "انفجار فرن", body=ARABIC, hours=3),
            make_article(arabic[1], "عمال فارانت", body=OWN, hours=4),
        ]
    )
    Story.objects.filter(pk__in=(one.pk, other.pk)).update(event=one, last_at=utc_now())
    return one, other


def translated() -> list[tuple[str, str]]:
    pairs = Copy.objects.filter(kind=CopyKind.TRANSLATED)
    return list(pairs.values_list("a__outlet__name", "b__outlet__name"))


def test_a_translation_is_filed_and_no_independent_report() -> None:
    newsroom()
    look()
    assert translated() == [("Osterby Post", "المنار")]


def test_a_translation_is_no_witness_of_its_own() -> None:
    one, other = newsroom()
    publish()
    assert Story.objects.get(pk=other.pk).independent_count == 2
    look()
    due = set(Story.objects.filter(step="publish").values_list("pk", flat=True))
    assert due == {one.pk, other.pk}
    publish()
    assert Story.objects.get(pk=one.pk).independent_count == 1
    told = Story.objects.get(pk=other.pk)
    assert (told.independent_count, told.articles_count) == (1, 2)
    (source, carriers, _), *_ = told.lineage["sources"]
    assert (source[1], carriers[0][1], carriers[0][7]) == ("Osterby Post", "المنار", "translated")


def test_a_translation_alone_has_nobody_independent_behind_it() -> None:
    _, other = newsroom()
    Membership.objects.filter(article__outlet__name="الأفق").delete()
    look()
    publish()
    assert Story.objects.get(pk=other.pk).independent_count == 0


def test_it_stays_in_the_story_of_its_own_language() -> None:
    newsroom()
    look()
    assert shares_of(Article.objects.values_list("pk", flat=True)) == {}


def test_what_did_not_change_is_not_compared_again() -> None:
    newsroom()
    assert look() == 1
    assert look() == 0
    article = Article.objects.get(outlet__name="الأفق")
    Revision.objects.create(
        article=article, number=2, headline="ثانية", body=ARABIC, seen_at=utc_now()
    )
    Article.objects.filter(pk=article.pk).update(revision_count=2)
    assert look() == 1
    assert len(translated()) == 2


def test_stories_that_are_tied_no_more_share_nothing() -> None:
    one, other = newsroom()
    look()
    Story.objects.filter(pk=other.pk).update(event=None)
    look()
    assert translated() == []
    Story.objects.filter(pk=other.pk).update(event=one)
    look()
    assert len(translated()) == 1


def test_nothing_is_asked_of_a_worker_where_no_event_is_told_twice() -> None:
    make_story([make_article(make_outlet("Osterby Post"), "Kiln explodes", body=ENGLISH)])
    assert look() == 0
