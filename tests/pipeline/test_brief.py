"""The stage brief: quotes of a story's reports, made anew whenever these change."""

from concurrent.futures import Executor, Future
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.news.models import Article, ArticleInsight, Brief, Outlet, Revision, Story
from wireroom.news.services.briefs import ask_for_briefs
from wireroom.news.services.leases import LeaseLost
from wireroom.pipeline.brief import Brief as BriefStage
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db

SAID = "“We have waited far too long for this line,” said Ilsa Corran."
LATER = "“The price will not be paid by those who bake our bread,” said Ilsa Corran."


class Inline(Executor):
    """Runs at once what it is given."""

    def submit(self, call: Any, /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(call(*args, **options))
        return future


def stage() -> BriefStage:
    inline = Inline()
    return BriefStage(Executors(net=inline, cpu=inline, bulk=inline, inline=inline), holder="me")


def brief(*stories: Story) -> list[list[str]]:
    """Make the stories' briefs; return the quotes of each."""
    now = utc_now() - timedelta(minutes=1)
    ask_for_briefs([story.pk for story in stories], now=now)
    turn = stage()
    rows = turn.claim(now=utc_now(), limit=100)
    done = [future.result() for future in turn.start(rows, now=now)]
    turn.file(list(zip(rows, done, strict=True)), now=utc_now())
    return [words(story) for story in stories]


def words(story: Story) -> list[str]:
    content = Brief.objects.get(story=story).content
    return [quote["saying"][0] for quote in content["quotes"]]


def revise(article: Article, body: str) -> None:
    number = article.revision_count + 1
    Revision.objects.create(
        article=article, number=number, headline=article.headline, body=body,
        seen_at=utc_now(), content_hash=str(number),
    )  # fmt: skip
    Article.objects.filter(pk=article.pk).update(revision_count=number)


@pytest.fixture
def outlet() -> Outlet:
    return make_outlet("Tidewire", policy="full")


def test_a_story_has_the_quotes_of_its_reports(outlet: Outlet) -> None:
    other = make_outlet("Ledger", policy="full")
    story = make_story([make_article(outlet, "A", body=SAID), make_article(other, "B", body=LATER)])
    assert len(brief(story)[0]) == 2


def test_an_unchanged_text_is_not_read_again(outlet: Outlet) -> None:
    article = make_article(outlet, "A", body=SAID)
    story = make_story([article])
    brief(story)
    ArticleInsight.objects.filter(article=article).update(quotes=[])
    assert brief(story) == [[]]


def test_a_revised_text_is_read_anew(outlet: Outlet) -> None:
    article = make_article(outlet, "A", body=SAID)
    story = make_story([article])
    brief(story)
    revise(article, LATER)
    (quotes,) = brief(story)
    assert quotes == [LATER.partition(",")[0].strip("“")]


def test_an_outlet_that_allows_no_machine_reading_is_left_out(outlet: Outlet) -> None:
    closed = make_outlet("Closed", policy="full", ai_allowed=False)
    story = make_story(
        [make_article(outlet, "A", body=SAID), make_article(closed, "B", body=LATER)]
    )
    assert len(brief(story)[0]) == 1
    assert brief(make_story([make_article(closed, "C", body=SAID)])) == [[]]


def test_copies_are_one_witness(outlet: Outlet) -> None:
    first = make_article(outlet, "A", body=SAID, hours=5)
    second = make_article(make_outlet("Ledger"), "B", body=SAID, hours=3)
    make_copy(first, second)
    story = make_story([first, second])
    brief(story)
    (quote,) = Brief.objects.get(story=story).content["quotes"]
    assert (quote["carried"], quote["independent"]) == (2, 1)


def test_what_comes_in_while_a_brief_is_made_is_not_lost(outlet: Outlet) -> None:
    story = make_story([make_article(outlet, "A", body=SAID)])
    now = utc_now()
    ask_for_briefs([story.pk], now=now)
    turn = stage()
    rows = turn.claim(now=now, limit=10)
    (made,) = (future.result() for future in turn.start(rows, now=now))
    ask_for_briefs([story.pk], now=now)
    with pytest.raises(LeaseLost):
        turn.file([(rows[0], made)], now=now)
    assert Brief.objects.get(story=story).due_at is not None


def test_a_story_of_many_reports_is_read_in_part(outlet: Outlet) -> None:
    outlets = [make_outlet(f"Outlet {n}", policy="full") for n in range(70)]
    story = make_story([make_article(one, one.name, body=SAID) for one in outlets])
    assert len(brief(story)[0]) == 1
    assert ArticleInsight.objects.count() == 60


def test_the_story_page_shows_who_said_what(client: Client, outlet: Outlet) -> None:
    story = make_story([make_article(outlet, "A", body=SAID)])
    brief(story)
    page = client.get(f"/en/story/{story.pk}/").content.decode()
    assert "We have waited far too long for this line" in page
    assert "Ilsa Corran" in page
