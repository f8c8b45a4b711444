"""How pages show what groups of outlets tell: within their terms, by any axis, in Arabic too."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.engine.stories.rank import rank_of_time
from wireroom.news.models import Article, Brief, Outlet, Story

pytestmark = pytest.mark.django_db

WORDS = "We had asked for a higher wall"


def articles(number: int, **terms: Any) -> list[Article]:
    made = []
    for _ in range(number):
        outlet = make_outlet(f"Outlet {Outlet.objects.count()}", **({"policy": "full"} | terms))
        made.append(make_article(outlet, f"By {outlet.name}", body="Rain."))
    return made


def finding(*by: Article, text: str = WORDS, **more: Any) -> dict[str, Any]:
    sayings = [[text, one.pk, 1, 0, len(text)] for one in by]
    return {
        "kind": "quoted", "side": "omits", "about": "Ilsa Corran", "sayings": sayings,
        "here": [0, 5], "elsewhere": [7, 9], **more,
    }  # fmt: skip


def group(value: str, *findings: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "value": value, "outlets": 5, "reports": 6, "texts": 5, "opening": {},
        "first_at": "2026-11-03T10:00:00+00:00", "last_at": "2026-11-03T12:00:00+00:00",
        "first_outlet": "Orme Gazette", "findings": list(findings), **more,
    }  # fmt: skip


def story_of(made: list[Article], **kept: Any) -> Story:
    story = make_story(made, rank=rank_of_time(datetime.now(UTC)))
    Brief.objects.create(story=story, content=kept)
    return story


def by_country(*groups: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"axis": "country", "groups": list(groups)}]


def page_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_what_a_group_leaves_out_stands_in_the_words_of_others(client: Client) -> None:
    made = articles(2)
    views = by_country(group("EG", finding(made[0])), group("GB"))
    story = story_of(made, perspectives=views)
    for tail in ("", "perspectives/"):
        page = page_of(client, f"/en/story/{story.pk}/{tail}")
        assert "Does not quote <bdi>Ilsa Corran</bdi>" in page
        assert "0 of 5 outlets here, 7 of 9 elsewhere" in page
        assert f"<q>{WORDS}</q>" in page
        assert f'href="/en/article/{made[0].pk}/#:~:text=We%20had' in page
        assert "Egypt" in page


@pytest.mark.parametrize(
    "terms", [{"policy": "headline"}, {"policy": "excerpt", "excerpt_words": 5},
              {"policy": "full", "ai_allowed": False}],
)  # fmt: skip
def test_no_outlet_is_cited_beyond_its_terms(client: Client, terms: dict[str, Any]) -> None:
    made = articles(2, **terms)
    opening = {"sayings": [[WORDS, made[1].pk, 1, 0, 30]], "distinct": True}
    views = by_country(group("EG", finding(made[0]), opening=opening), group("GB"))
    page = page_of(client, f"/en/story/{story_of(made, perspectives=views).pk}/perspectives/")
    assert WORDS not in page
    assert "Ilsa Corran" not in page
    assert "5 of 10 outlets that tell it in any language" in page


def test_a_storys_own_page_counts_the_outlets_of_groups_that_it_leaves_out(client: Client) -> None:
    views = by_country(*(group(code, outlets=2) for code in ("EG", "GB", "FR", "SA", "DE")))
    story = story_of(articles(2), perspectives=views)
    own = page_of(client, f"/en/story/{story.pk}/")
    assert own.count('<section class="group">') == 4
    for page in (own, page_of(client, f"/en/story/{story.pk}/perspectives/")):
        assert "2 of 10 outlets that tell it in any language" in page


def test_another_outlets_words_stand_in_for_those_that_may_not_be_shown(client: Client) -> None:
    closed, open_ = articles(1, policy="headline")[0], articles(1)[0]
    views = by_country(group("EG", finding(closed, open_)), group("GB"))
    story = story_of([closed, open_], perspectives=views)
    assert f"/en/article/{open_.pk}/#:~:text" in page_of(
        client, f"/en/story/{story.pk}/perspectives/"
    )


def test_a_reader_chooses_the_axis_by_a_link(client: Client) -> None:
    made = articles(2)
    views = [
        *by_country(group("EG", finding(made[0])), group("GB")),
        {"axis": "owner", "groups": [group("state"), group("private")]},
    ]
    path = f"/en/story/{story_of(made, perspectives=views).pk}/perspectives/"
    assert '<a href="?axis=country" aria-current="page">' in page_of(client, path)
    page = page_of(client, f"{path}?axis=owner")
    assert '<a href="?axis=owner" aria-current="page">' in page
    assert "Owned by a state" in page
    assert "No group differs from the others" in page
    assert "Egypt" in page_of(client, f"{path}?axis=<b>")


def test_groups_too_small_to_be_compared_are_counted(client: Client) -> None:
    views = by_country(group("EG", outlets=3, texts=0), group("GB", outlets=2, texts=0))
    page = page_of(
        client, f"/en/story/{story_of(articles(1), perspectives=views).pk}/perspectives/"
    )
    assert "3 of 5 outlets that tell it in any language" in page
    assert "Too few independent texts in each group to say how their words differ." in page
    assert "texts compared" not in page


def test_the_arabic_page_is_arabic(client: Client) -> None:
    made = articles(2)
    one = finding(made[0], side="has", about="إلسا كوران")
    views = by_country(group("EG", one), group("GB"))
    page = page_of(client, f"/ar/story/{story_of(made, perspectives=views).pk}/perspectives/")
    assert "تقتبس من <bdi>إلسا كوران</bdi>" in page
    assert "زوايا النظر" in page
    assert "Perspectives" not in page


def test_a_story_of_few_outlets_has_no_perspectives(client: Client) -> None:
    made = articles(2)
    views = by_country(group("EG", outlets=1), group("GB", outlets=1))
    story = story_of(made, perspectives=views)
    assert "Perspectives" not in page_of(client, f"/en/story/{story.pk}/")
    page = page_of(client, f"/en/story/{story.pk}/perspectives/")
    assert "Too few outlets tell this story to compare them." in page
    assert "Too few outlets" in page_of(
        client, f"/en/story/{make_story(articles(1)).pk}/perspectives/"
    )


GAPS = [
    ["country", "EG", "few", 0, 12, 20, 40],
    ["owner", "state", "only", 12, 12, 14, 40],
    ["text", "", "one text", 1, 12, 0, 40],
]


def test_gaps_of_the_day_by_axis(client: Client) -> None:
    story_of(articles(2), gaps=GAPS)
    story_of(articles(1), gaps=[])
    page = page_of(client, "/en/gaps/")
    assert "Egypt: covered by none of 20 outlets known here" in page
    assert "of all, 12 of 40 tell it" in page
    assert "Owned by a state only: all 12 outlets" in page
    assert "One text only: all 12 outlets carry it" in page
    assert page.count("<h2") == 1
    chosen = page_of(client, "/en/gaps/?axis=owner")
    assert "Owned by a state only" in chosen
    assert "Egypt" not in chosen
    assert "No story of the last day has a gap" in page_of(client, "/en/gaps/?axis=language")


def test_a_storys_page_tells_its_widest_gap(client: Client) -> None:
    story = story_of(articles(2), gaps=GAPS)
    page = page_of(client, f"/en/story/{story.pk}/")
    assert "Egypt: covered by none of 20 outlets known here" in page
    assert "Owned by a state" not in page
    assert "One text only" in page_of(client, f"/en/story/{story.pk}/perspectives/")


def test_old_stories_and_other_editions_have_their_own_gaps(client: Client) -> None:
    assert "No story of the last day" in page_of(client, "/en/gaps/")
    story = story_of(articles(1), gaps=GAPS)
    assert "لا قصة في اليوم الأخير" in page_of(client, "/ar/gaps/")
    Story.objects.filter(pk=story.pk).update(last_at="2020-01-01T00:00:00Z")
    assert "No story of the last day" in page_of(client, "/en/gaps/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_of_perspectives_is_constant(client: Client, rows: int) -> None:
    made = articles(rows)
    views = by_country(*(group(f"Q{n}", finding(*made)) for n in range(rows + 1)))
    stories = [story_of(made, perspectives=views, gaps=GAPS)]
    stories += [story_of(articles(1), gaps=GAPS) for _ in range(rows)]
    client.get("/en/gaps/")
    for path, most in ((f"/en/story/{stories[0].pk}/perspectives/", 3), ("/en/gaps/", 2)):
        with CaptureQueriesContext(connection) as queries:
            page_of(client, path)
        assert len(queries) == most, path
