"""Pages of topics: what they show, in whose words, and what they leave out."""

import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.newsroom import ago, make_article, make_outlet, make_story

from wireroom.news.models import Article, Brief, Story, StoryTopic, Topic

pytestmark = pytest.mark.django_db
NEAR = [[{"en": "Amman", "ar": "عمّان"}, 31.95, 35.95], [{"en": "Tanta"}, 30.79, 31.0]]


def make_topic(name: str, kind: str = "person", **columns: Any) -> Topic:
    facts: dict[str, Any] = {
        "key": name.casefold(), "slug": name.casefold().replace(" ", "-"), "names": {"en": name},
        "created_at": ago(1),
    }  # fmt: skip
    return Topic.objects.create(kind=kind, name=name, **(facts | columns))


def make_place(name: str = "Cairo", latitude: float = 30.06, longitude: float = 31.25) -> Topic:
    return make_topic(
        name, "place", country="EG", latitude=latitude, longitude=longitude, is_city=True,
        near=NEAR, names={"en": name, "ar": "القاهرة"},
    )  # fmt: skip


def tell(
    headline: str, *topics: Topic, hours: float = 3.0, salience: float = 1.0, **terms: Any
) -> Story:
    """Make a story of one report that names the topics at the front of its body."""
    lang = terms.get("lang", "en")
    outlet = make_outlet(f"Outlet of {headline}", **({"policy": "full"} | terms))
    body = " and ".join(topic.name for topic in topics) + " met."
    article = make_article(outlet, headline, body=body, hours=hours)
    story = make_story([article])
    for topic in topics:
        at = body.index(topic.name)
        mention = [topic.name, article.pk, 1, at, at + len(topic.name), 0]
        StoryTopic.objects.create(
            story=story, topic=topic, lang=lang, at=article.sort_at, salience=salience, reports=1,
            voices=1, mentions=[mention],
        )  # fmt: skip
    return story


def address(topic: Topic, edition: str = "en") -> str:
    return f"/{edition}/topic/{topic.slug}-{topic.pk}/"


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_a_topic_has_its_stories_the_latest_first_each_once(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    tell("Old", jane, hours=30)
    tell("New", jane, hours=2)
    tell("Of others", make_topic("Joan Heron"))
    page = text_of(client, address(jane))
    assert page.index("New</a>") < page.index("Old</a>")
    assert "Of others" not in page
    assert "Jane Farrant" in page
    assert "see it in the report" in page


def test_an_edition_lists_its_own_stories_and_counts_the_others(client: Client) -> None:
    jane = make_topic("Jane Farrant", names={"en": "Jane Farrant", "ar": "جين فرانت"})
    tell("In English", jane)
    tell("بالعربية", jane, lang="ar")
    english, arabic = text_of(client, address(jane)), text_of(client, address(jane, "ar"))
    assert "In English" in english
    assert "بالعربية" not in english
    assert "1 story" in english
    assert f'href="{address(jane, "ar")}"' in english
    assert re.search(r"<h1>.*جين فرانت.*</h1>", arabic)
    assert "In English" not in arabic


def test_older_stories_stand_on_further_pages(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    for number in range(23):
        tell(f"Story no. {number}.", jane, hours=number + 1)
    first = text_of(client, address(jane))
    (cursor,) = re.findall(r'rel="next" href="(\?before=[^"]+)"', first)
    second = text_of(client, address(jane) + cursor)
    assert len(re.findall(r"Story no\. \d+\.</a>", first)) == 20
    assert re.findall(r"Story no\. (\d+)\.</a>", second) == ["20", "21", "22"]
    assert 'rel="next"' not in second


def test_a_person_is_quoted_with_who_told_it(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    story = tell("Bridge", jane)
    article = story.lead_id

    def quote(text: str, *speakers: str) -> dict[str, Any]:
        return {
            "saying": [text, article, 1, 0, 12], "kind": "direct", "speakers": list(speakers),
            "addressee": "", "via": [], "others": [], "carried": 1, "independent": 1,
            "first": article,
        }  # fmt: skip

    quotes = [
        quote("It is late.", "Jane Q. Farrant"),
        quote("It is early.", "Joan Heron"),
        quote("It is noon.", "Jane Farrant", "Joan Heron"),
    ]
    Brief.objects.create(story=story, content={"quotes": quotes})
    page = text_of(client, address(jane))
    assert "It is late." in page
    assert "It is early." not in page
    assert "It is noon." not in page
    assert f'<a class="topic" href="{address(jane)}"><bdi>Jane Q. Farrant' in text_of(
        client, f"/en/story/{story.pk}/"
    )


def test_outlets_that_let_no_words_be_shown_are_not_cited(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    tell("Closed", jane, policy="headline")
    page = text_of(client, address(jane))
    assert "Closed" in page
    assert "see it in the report" not in page


def test_a_place_has_a_map(client: Client) -> None:
    cairo = make_place()
    tell("Rain", cairo)
    page = text_of(client, address(cairo))
    assert 'aria-label="Where it is: Cairo"' in page
    assert "Amman" in page
    arabic = text_of(client, address(cairo, "ar"))
    assert "عمّان" in arabic


def test_a_story_shows_its_tags_and_where_it_happens(client: Client) -> None:
    tags = [make_topic(f"Ada Roe {chr(97 + n)}") for n in range(9)]
    story = tell("Rain", *tags)
    for place in (make_place(), make_place("Alexandria", 31.2, 29.9)):
        StoryTopic.objects.create(story=story, topic=place, lang="en", at=ago(1), salience=9.0)
    page = text_of(client, f"/en/story/{story.pk}/")
    assert page.count('<li><a class="topic"') == 8
    assert page.index(">Cairo<") < page.index(">Ada Roe a<")
    assert 'aria-label="Where it happens: Cairo, Alexandria"' in page


def test_a_country_is_drawn_only_where_none_of_its_cities_is(client: Client) -> None:
    egypt = make_topic("Egypt", "place", country="EG", latitude=30.06, longitude=31.25)
    alone, with_city = tell("Vote", egypt), tell("Rain", egypt, make_place())
    assert "Where it happens: Egypt" in text_of(client, f"/en/story/{alone.pk}/")
    assert 'Where it happens: Cairo"' in text_of(client, f"/en/story/{with_city.pk}/")
    assert "مصر" in text_of(client, address(egypt, "ar"))


def test_who_is_named_along_with_it(client: Client) -> None:
    jane, joan, sport = make_topic("Jane Farrant"), make_topic("Joan Heron"), make_topic(
        "Sport", "subject", key="sport"
    )  # fmt: skip
    tell("Both", jane, joan, sport)
    page = text_of(client, address(jane))
    assert f'<a class="topic" href="{address(joan)}">' in page
    assert "#Sport" not in page


def test_subjects_are_sections(client: Client) -> None:
    sport = make_topic("Sport", "subject", key="sport")
    tell("Cup", sport)
    assert "Cup" in text_of(client, "/en/section/sport/")
    assert "الرياضة" in text_of(client, "/ar/section/sport/")
    moved = client.get(address(sport))
    assert (moved.status_code, moved["Location"]) == (302, "/en/section/sport/")
    assert client.get("/en/section/cooking/").status_code == 404


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_each_topic_is_a_feed(client: Client, edition: str) -> None:
    jane = make_topic("Jane Farrant")
    story = tell("Of <bridges>", jane, lang=edition)
    feed = feedparser.parse(client.get(f"{address(jane, edition)}feed.xml").content)
    assert feed.bozo == 0
    (entry,) = feed.entries
    assert entry.link.endswith(f"/{edition}/story/{story.pk}/")
    assert entry.title == "Of &lt;bridges&gt;" or entry.title == "Of <bridges>"


def test_the_index_has_what_the_week_was_most_about(client: Client) -> None:
    jane, joan, old = (make_topic(n) for n in ("Jane Farrant", "Joan Heron", "Old Roe"))
    for number in range(3):
        tell(f"S{number}", jane, *([joan] if number else []))
    tell("Last month", old, hours=24 * 30)
    page = text_of(client, "/en/topics/")
    assert page.index("Jane Farrant") < page.index("3 stories") < page.index("Joan Heron")
    assert "Old Roe" not in page
    assert "ليس لأي قصة" in text_of(client, "/ar/topics/")


def test_addresses_without_a_topic(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    assert client.get("/en/topic/jane-farrant-999999/").status_code == 404
    assert client.get("/en/topic/jane-farrant/").status_code == 404
    moved = client.get(f"/en/topic/someone-{jane.pk}/")
    assert (moved.status_code, moved["Location"]) == (302, address(jane))


def test_a_topic_without_stories_is_no_page_for_search_engines(client: Client) -> None:
    page = text_of(client, address(make_topic("Jane Farrant")))
    assert "No story of this edition is about it now." in page
    assert '<meta name="robots" content="noindex">' in page


def test_spiked_articles_and_unpublished_stories_are_not_there(client: Client) -> None:
    jane = make_topic("Jane Farrant")
    story, gone = tell("Stays", jane), tell("Goes", jane)
    Article.objects.filter(leads=story).update(spiked_at=ago(1))
    Story.objects.filter(pk=gone.pk).update(rank=None)
    page = text_of(client, address(jane))
    assert "Goes" not in page
    assert "see it in the report" not in page


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("path", "most"), [("topic", 7), ("feed", 7), ("index", 2)])
def test_the_number_of_queries_is_constant(client: Client, rows: int, path: str, most: int) -> None:
    jane = make_topic("Jane Farrant")
    others = [make_topic(f"Ada Roe {n}") for n in range(rows)]
    for number in range(rows):
        tell(f"S{number}", jane, *others, hours=number + 1)
    where = {"topic": address(jane), "feed": f"{address(jane)}feed.xml", "index": "/en/topics/"}
    with CaptureQueriesContext(connection) as queries:
        assert client.get(where[path]).status_code == 200
    assert len(queries) == most, "\n".join(query["sql"] for query in queries)


def test_a_country_of_the_hosts_own_is_called_by_its_name(
    client: Client, tmp_path: Path, settings: Any
) -> None:
    file = tmp_path / "places.csv"
    file.write_text(
        "name,names,country,latitude,longitude,kind\nVarland,ar:فارلاند,XV,-20,-12,country\n",
        "utf-8",
    )
    settings.WIREROOM_PLACES = str(file)
    town = make_topic(
        "Orme Haven", "place", country="XV", latitude=-20.0, longitude=-12.5, is_city=True
    )
    tell("A bridge opens", town)
    address = f"/topic/orme-haven-{town.pk}/"
    english = client.get(f"/en{address}").content.decode()
    assert "<span>Varland</span>" in english
    assert "own list" in english
    assert "<span>فارلاند</span>" in client.get(f"/ar{address}").content.decode()
