"""Editions of countries: what stands first in them, where they are, and what search engines see."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from tests.news.test_queries import plan_of
from tests.web.newsroom import ago, make_article, make_outlet, make_story, make_topic, tag_story

from wireroom.conf.editions import parse_editions
from wireroom.engine.errors import BadInput
from wireroom.engine.stories.rank import Causes, lift_local, rank_story
from wireroom.news.models import LocalRank, Story, StoryTopic
from wireroom.news.queries.cursors import RankCursor
from wireroom.news.queries.front import read_front
from wireroom.news.queries.standing import keep_standing
from wireroom.news.services.local_ranks import file_local_ranks
from wireroom.people.services.accounts import add_person
from wireroom.pipeline.digests import make_letter
from wireroom.reading.models import AlertWishes
from wireroom.reading.queries.lists import Listed
from wireroom.reading.queries.new import NewOf
from wireroom.reading.targets import Kind, Target
from wireroom.web.editions import current_edition, edition_of, preferred_edition

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editions(settings: Settings) -> None:
    settings.WIREROOM_EDITIONS = parse_editions("en, ar, en-ae, ar-sa, en-gb")


def story(headline: str, *, rank: float, country: str = "GB", told: int = 1) -> Story:
    """Make a story that owners of one country tell, with its place in that country's editions."""
    outlet = make_outlet(f"Outlet of {headline}", country=country)
    causes = Causes(first_at=ago(3), fresh_at=ago(3), countries={country: told})
    standing = keep_standing(causes, rank_story(causes), home="")
    made = make_story([make_article(outlet, headline)], rank=rank, standing=standing)
    file_local_ranks([made.pk])
    return made


def headlines(client: Client, path: str) -> list[str]:
    page = client.get(path).content.decode()
    found = re.findall(r'class="headline"[^>]*><a href="[^"]*">([^<]*)</a>', page)
    return list(dict.fromkeys(found))


def test_what_a_country_tells_and_what_happens_there_stands_first(client: Client) -> None:
    story("London", rank=10.0)
    story("Far off", rank=9.6)
    story("Dubai", rank=9.7, country="AE")
    happens = story("Flood", rank=9.3)
    place = make_topic("Ras Halim")
    place.country = "AE"
    place.save()
    tag_story(happens, place)
    StoryTopic.objects.update(salience=1.5)
    file_local_ranks([happens.pk])
    assert headlines(client, "/en/") == ["London", "Dubai", "Far off", "Flood"]
    assert headlines(client, "/en-ae/") == ["Dubai", "Flood", "London", "Far off"]
    assert headlines(client, "/en-gb/") == ["London", "Far off", "Flood", "Dubai"]
    assert headlines(client, "/ar-sa/") == []
    page = client.get(f"/en-ae/story/{happens.pk}/grouping/").content.decode()
    assert "It happens in this edition’s country (United Arab Emirates)" in page


def test_a_place_named_in_passing_is_not_where_it_happens() -> None:
    made = story("Summit", rank=1.0)
    for name, country, salience in (
        ("Halim", "AE", 2.4),
        ("Qasr", "SA", 1.1),
        ("Ostvik", "NO", 1.3),
    ):
        topic = make_topic(name)
        topic.country = country
        topic.save()
        tag_story(made, topic)
        StoryTopic.objects.filter(topic=topic).update(salience=salience)
    file_local_ranks([made.pk])
    rows = LocalRank.objects.filter(story=made, happens=True)
    assert set(rows.values_list("country", flat=True)) == {"AE", "NO"}


def test_told_by_more_lifts_higher_and_never_less_than_the_language_does() -> None:
    lifts = [lift_local(told, happens=False) for told in range(9)]
    assert lifts == sorted(set(lifts))
    assert 0.5 <= lifts[1] < lifts[8] < 1.0 <= lift_local(2, happens=True)


def test_pages_of_a_front_meet_without_gap_or_repeat() -> None:
    for number in range(23):
        country = ("AE", "GB", "SA")[number % 3]
        story(f"S{number}", rank=number / 4, country=country, told=number % 4)
    seen, cursor = [], None
    while True:
        page = read_front(("en",), country="AE", before=cursor, limit=4)
        seen += [(card.headline) for card in page.stories]
        cursor = page.older
        if cursor is None:
            break
    own = {row.story_id: row.rank for row in LocalRank.objects.filter(country="AE")}
    wanted = sorted(Story.objects.all(), key=lambda one: (-own.get(one.pk, one.rank or 0), one.pk))
    assert seen == [one.headline for one in wanted]


@pytest.mark.parametrize("country", ["AE", "GB"])
def test_rows_read_are_few_where_a_country_tells_everything_or_nothing(country: str) -> None:
    for number in range(12):
        story(f"S{number}", rank=float(number), country="AE")
    shown = [card.headline for card in read_front(("en",), country=country, limit=5).stories]
    assert shown == [f"S{number}" for number in range(11, 6, -1)]


def test_a_withdrawn_or_merged_story_leaves_and_an_empty_one_has_no_row(client: Client) -> None:
    gone, kept = story("Gone", rank=2.0, country="AE"), story("Kept", rank=1.0, country="AE")
    Story.objects.filter(pk=gone.pk).update(rank=None)
    assert headlines(client, "/en-ae/") == ["Kept"]
    file_local_ranks([gone.pk, kept.pk])
    assert list(LocalRank.objects.values_list("story", flat=True)) == [kept.pk]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's query plans")
def test_a_countrys_front_reads_indexes_and_sorts_nothing() -> None:
    for number in range(40):
        story(f"S{number}", rank=float(number), country="AE")
    with CaptureQueriesContext(connection) as queries:
        read_front(("en",), country="AE", before=RankCursor(90.0, 0))
    asked = [one["sql"] for one in queries if "ORDER BY" in one["sql"]]
    assert len(asked) == 2
    plan = plan_of(asked)
    unique = "sqlite_autoindex_news_localrank_1"
    assert {"local_front", "story_front", unique} <= set(re.findall(r"\w+", plan))
    assert "TEMP B-TREE" not in plan
    assert "SCAN" not in plan


def test_filing_again_writes_nothing() -> None:
    made = story("Dubai", rank=1.0, country="AE")
    with CaptureQueriesContext(connection) as queries:
        file_local_ranks([made.pk])
    assert not [one for one in queries if not one["sql"].startswith("SELECT")]


def test_search_engines_see_one_page_of_a_story_and_every_front(client: Client) -> None:
    made = story("Dubai", rank=1.0, country="AE")
    front = client.get("/en-ae/").content.decode()
    assert '<html lang="en-AE" dir="ltr">' in front
    assert '<link rel="canonical" href="http://testserver/en-ae/">' in front
    assert 'hreflang="ar-SA" href="http://testserver/ar-sa/"' in front
    assert 'hreflang="x-default" href="http://testserver/"' in front
    page = client.get(f"/en-ae/story/{made.pk}/").content.decode()
    assert f'<link rel="canonical" href="http://testserver/en/story/{made.pk}/">' in page
    told = re.findall(r'<link rel="alternate" hreflang="([^"]*)"', page)
    assert told == ["en", "ar", "x-default"]
    assert f'href="http://testserver/ar-sa/story/{made.pk}/" lang="ar-SA"' in page  # the menu
    assert "العربية (المملكة العربية السعودية)" in page
    assert "English (United Arab Emirates)" in page


def test_every_kind_of_page_is_there_and_stays_in_its_edition(client: Client) -> None:
    made = story("Dubai", rank=1.0, country="AE")
    lead = made.lead_id
    today = ago(0).date().isoformat()
    for path in (
        "", "feed.xml", f"front/{today}/", f"story/{made.pk}/", f"article/{lead}/", "wrap-up/",
        "wrap-up/feed.xml", f"wrap-up/{today}/text/", "search/?q=Dubai&of=ae", "topics/",
        "outlets/", "gaps/", "about/", "app/", "offline/", "search/suggest/?q=Du",
        "app/manifest.webmanifest", f"story/{made.pk}/feed.xml", "search/opensearch.xml",
    ):  # fmt: skip
        for code, tag in (("en-ae", "en-AE"), ("ar-sa", "ar-SA")):
            answer = client.get(f"/{code}/{path}")
            assert answer.status_code == 200, path
            assert answer["Content-Language"] == tag
            assert not re.search(r'href="/(en|ar)/', answer.content.decode()), path
    told = json.loads(client.get("/ar-sa/app/manifest.webmanifest").content)
    assert (told["lang"], told["dir"], told["start_url"]) == ("ar-SA", "rtl", "/ar-sa/")


def test_a_search_keeps_to_the_countrys_outlets_where_that_is_chosen(client: Client) -> None:
    page = client.get("/en-ae/search/").content.decode()
    assert '<option value="AE">United Arab Emirates</option>' in page
    assert '<option value="AE"' not in client.get("/en/search/").content.decode()
    assert '<option value="AE" selected>' in client.get("/en-ae/search/?of=ae").content.decode()


def test_a_digest_leads_to_the_edition_that_it_was_asked_for_in() -> None:
    made = story("Dubai", rank=1.0, country="AE")
    wishes = AlertWishes(person=add_person("ilsa@tidewire.example"), lang="ar-sa")
    (card,) = read_front(("en",)).stories
    follow = Listed(id=1, target=Target(Kind.STORY, made.pk), name="Dubai", lang="en", at=ago(1))
    letter = make_letter(wishes, (NewOf(follow=follow, stories=(card,)),))
    assert f"/ar-sa/story/{made.pk}/" in letter.body
    assert '<html lang="ar-SA" dir="rtl">' in str(letter.alternatives[0][0])
    assert "/ar-sa/unsubscribe/" in letter.extra_headers["List-Unsubscribe"]


@pytest.mark.parametrize(
    ("asked", "status", "leads"),
    [
        ("/en-AE/story/5/?page=2", 308, "/en-ae/story/5/?page=2"),
        ("/EN/", 308, "/en/"),
        ("/EN/topic/half%3F-50%25-%23-5/", 308, "/en/topic/half%3F-50%25-%23-5/"),
        ("/en-fr/wrap-up/", 307, "/en/wrap-up/"),
        ("/AR-eg/", 307, "/ar/"),
        ("/en-ae//evil.example/", 404, ""),
        ("/en-AE//evil.example/", 308, "/en-ae//evil.example/"),
        ("/en-zz/", 404, ""),
        ("/fr-fr/", 404, ""),
        ("/fr/", 404, ""),
        ("/en-ae-x/", 404, ""),
    ],
)
def test_addresses_lead_to_the_edition_that_they_mean(
    client: Client, asked: str, status: int, leads: str
) -> None:
    answer = client.get(asked)
    assert answer.status_code == status
    assert answer.headers.get("Location", "") == leads


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("en-AE,en;q=0.9", "en-ae"),
        ("ar-EG", "ar"),
        ("fr-FR, ar-Arab-SA;q=0.4", "ar-sa"),
        ("en-US,en;q=0.9,en-AE;q=0.1", "en"),
        ("en-AE;q=0, ar", "ar"),
        ("", "en"),
    ],
)
def test_the_root_leads_to_what_the_browser_asks_for(
    client: Client, header: str, code: str
) -> None:
    assert preferred_edition(header).code == code
    assert client.get("/", headers={"accept-language": header})["Location"] == f"/{code}/"


def test_without_a_setting_there_are_the_languages_alone(
    client: Client, settings: Settings
) -> None:
    settings.WIREROOM_EDITIONS = parse_editions("")
    assert parse_editions(" , ") == ("en", "ar")
    assert "<details>" not in client.get("/en/").content.decode()
    assert client.get("/en-ae/about/")["Location"] == "/en/about/"
    settings.WIREROOM_EDITIONS = parse_editions("en-ae")
    assert settings.WIREROOM_EDITIONS == ("en", "en-ae")
    assert client.get("/ar/about/")["Location"] == "/en/about/"
    assert edition_of("ar").code == current_edition().code == "en"


@pytest.mark.parametrize("text", ["fr", "en-xx", "english", "en-ae-dubai", "e"])
def test_an_edition_that_cannot_be_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_EDITIONS"):
        parse_editions(f"en, {text}")
