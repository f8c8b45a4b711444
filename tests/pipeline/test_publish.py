"""The stage publish: what it files of a story's rank, and which names it is found by later."""

from collections.abc import Sequence
from concurrent.futures import Executor, Future
from datetime import timedelta
from typing import Any, Final

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import ago, make_article, make_copy, make_outlet, make_story

from wireroom.news.models import Article, LocalRank, Membership, RareName, Story
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.publish import Publish
from wireroom.pipeline.stage import Executors

pytestmark = pytest.mark.django_db


class Inline(Executor):
    """Runs at once what it is given."""

    def submit(self, call: Any, /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(call(*args, **options))
        return future


def publish() -> int:
    """Publish all stories anew; return how many queries that took."""
    now = utc_now()
    Story.objects.update(step="publish", due_at=now - timedelta(minutes=1))
    inline = Inline()
    stage = Publish(Executors(net=inline, cpu=inline, bulk=inline, inline=inline), holder="me")
    with CaptureQueriesContext(connection) as queries:
        rows = stage.claim(now=now, limit=1000)
        done = [future.result() for future in stage.start(rows, now=now)]
        stage.file(list(zip(rows, done, strict=True)), now=now)
    return len(queries)


def front(client: Client) -> str:
    return client.get("/en/").content.decode()


def order(page: str, *headlines: str) -> list[str]:
    return sorted(headlines, key=page.index)


def test_outlets_of_one_owner_are_one_voice(client: Client) -> None:
    owned = [
        make_outlet(f"Title {n}", owner=owner) for n, owner in enumerate(["Estuary", "estuary "])
    ]
    free = [make_outlet(f"Free {n}") for n in range(2)]
    one = make_story([make_article(outlet, "Told by a chain") for outlet in owned])
    two = make_story([make_article(outlet, "Told by two") for outlet in free])
    publish()
    assert order(front(client), "Told by a chain", "Told by two")[0] == "Told by two"
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.independent_count, one.standing["owners"]) == (2, 1)
    assert (two.independent_count, two.standing["owners"]) == (2, 2)
    assert two.rank == pytest.approx(sum(two.standing["parts"].values()), abs=1e-3)


def test_a_hundred_posts_of_one_outlet_do_not_fill_the_front(client: Client) -> None:
    loud, at = make_outlet("The Foghorn"), ago(0.1)
    for number in range(40):
        make_story([make_article(loud, f"Foghorn {number}", sort_at=at)])
    quiet = make_outlet("The Ledger")
    own = [f"Ledger {number}" for number in range(12)]
    for number, headline in enumerate(own):
        make_story([make_article(quiet, headline, hours=1 + number / 2)])
    publish()
    page = front(client)
    first_loud = page.index("Foghorn ")
    assert all(page.index(headline) < first_loud for headline in own)


def test_a_hundred_identical_reports_of_one_outlet_are_one_voice() -> None:
    loud, outlets = make_outlet("The Foghorn"), [make_outlet(f"Free {n}") for n in range(2)]
    same = [make_article(loud, "The same again", hours=5 - n / 10) for n in range(12)]
    for copy in same[1:]:
        make_copy(same[0], copy)
    flood = make_story(same)
    told = make_story([make_article(outlet, "Told by two", hours=5) for outlet in outlets])
    publish()
    flood.refresh_from_db()
    told.refresh_from_db()
    assert told.rank is not None
    assert flood.rank is not None
    assert flood.rank < told.rank


def test_an_editions_country_lifts_a_story(settings: Any) -> None:
    settings.WIREROOM_COUNTRIES = {"en": "AE"}
    here, there = make_outlet("Gulf Ledger", country="AE"), make_outlet("The Ledger")
    home = make_story([make_article(here, "Told here")])
    away = make_story([make_article(there, "Told there")])
    publish()
    home.refresh_from_db()
    away.refresh_from_db()
    assert (home.standing["home"], away.standing["home"]) == (1, 0)
    assert (home.rank or 0) - (away.rank or 0) == pytest.approx(0.25, abs=1e-3)
    local = {row.country: row for row in LocalRank.objects.all()}
    assert {country: row.story_id for country, row in local.items()} == {
        "AE": home.pk,
        "GB": away.pk,
    }
    # In a country's edition the language's bonus is none: both are told there by one owner.
    assert local["AE"].rank == pytest.approx(local["GB"].rank, abs=1e-3)
    Membership.objects.filter(story=home).delete()
    publish()
    assert set(LocalRank.objects.values_list("country", flat=True)) == {"GB"}


def test_how_many_stories_there_are_makes_no_more_queries() -> None:
    def fill(stories: int) -> None:
        for number in range(stories):
            outlet = make_outlet(f"Outlet {stories}-{number}")
            make_story([make_article(outlet, "H", body="They met Halvard Brekke in Ostrel.")])

    fill(2)
    few = publish()
    fill(5)
    assert publish() <= few + 1


ENGLISH: Sequence[str] = (
    "The inquiry heard Halvard Brekke of Ostrel on the old tunnel.",
    "Years before, it was Halvard Brekke who closed the quay.",
)
ARABIC: Sequence[str] = (
    "زار هالفارد بريكه ميناء أوسترل، وتحدث عن نفق كيسل.",
    "قبل سنوات أغلق هالفارد بريكه الرصيف عند نفق كيسل.",
)


# The number of a story that has hundreds before it: then a name of two is a rare one.
OLD_ARCHIVE: Final = 1_000_000


@pytest.mark.parametrize(("lang", "bodies"), [("en", ENGLISH), ("ar", ARABIC)])
@pytest.mark.parametrize("where", ["article", "story"])
def test_the_archive_is_found_by_rare_names(
    client: Client, where: str, lang: str, bodies: Sequence[str]
) -> None:
    outlet = make_outlet("The Courier", lang=lang, owner="")
    new, old = (
        make_story(
            [make_article(outlet, f"Headline {n}", body=body, lang=lang, hours=20_000 * n + 1)]
        )
        for n, body in enumerate(bodies)
    )
    recent = make_article(outlet, "Merely recent", body="Nothing of note.", lang=lang, hours=1)
    make_story([recent], pk=OLD_ARCHIVE)
    publish()
    here = new.lead_id if where == "article" else new.pk
    page = client.get(f"/en/{where}/{here}/").content.decode()
    assert f"/en/story/{old.pk}/" in page
    assert ("Halvard Brekke</bdi>" if lang == "en" else "بريكه</bdi>") in page
    assert "Merely recent" not in page


@pytest.mark.once  # numbers of rows start anew there
def test_in_a_young_archive_one_name_ties_nothing(client: Client) -> None:
    outlet = make_outlet("The Courier")
    new, old = (
        make_story([make_article(outlet, f"Headline {n}", body=body, hours=20 * n + 1)])
        for n, body in enumerate(ENGLISH)
    )
    publish()
    assert f"/en/story/{old.pk}/" not in client.get(f"/en/story/{new.pk}/").content.decode()


def test_a_name_that_everybody_gives_ties_nothing(client: Client) -> None:
    outlet = make_outlet("The Courier")
    for number in range(40):
        body = "They met Halvard Brekke there."
        make_story([make_article(outlet, f"Meeting {number}", body=body, hours=number + 2)])
    publish()
    story = Story.objects.latest("pk")
    assert "Also mentions" not in client.get(f"/en/story/{story.pk}/").content.decode()


def test_a_story_that_lost_its_coverage_gives_its_names_back() -> None:
    article = make_article(make_outlet("The Courier"), "H", body="They met Halvard Brekke there.")
    story = make_story([article])
    publish()
    assert RareName.objects.filter(story=story).count() == 1
    publish()  # again: nothing twice
    assert RareName.objects.filter(story=story).count() == 1
    Article.objects.filter(pk=article.pk).delete()
    publish()
    assert not RareName.objects.exists()
    story.refresh_from_db()
    assert (story.rank, story.rare_names, story.standing) == (None, [], {})
