"""The sitemaps: what they name is there, once, and asks to be found; the sample has none."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic, tag_story

from wireroom.news.models import Story, Topic
from wireroom.news.queries import sitemap

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read(client: Client, path: str) -> ElementTree.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    return ElementTree.fromstring(answer.content)


def places(client: Client, path: str) -> list[str]:
    return [
        str(one.text).removeprefix(SITE) for one in read(client, path).iterfind(".//map:loc", NAMES)
    ]


def others(client: Client, path: str) -> dict[str, dict[str, str]]:
    """Return the alternates of each address of a sitemap, by language."""
    return {
        str(one.findtext("map:loc", "", NAMES)): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in one.iterfind("xhtml:link", NAMES)
        }
        for one in read(client, path).iterfind("map:url", NAMES)
    }


@pytest.fixture
def topic() -> Topic:
    """Make a newsroom of two languages, one topic of both and one of English alone."""
    tide, mawj = make_outlet("Tidewire"), make_outlet("موج", lang="ar", name_en="Mawj & Co")
    english = make_story([make_article(tide, "Ferry & tug\x0b sink off Ostvik")], rank=60_000.0)
    arabic = make_story([make_article(mawj, "غرق عبّارة")], rank=60_000.0)
    make_outlet("Nobody heard of it")
    ostvik, alone = make_topic("Ostvik"), make_topic("Farrant")
    Topic.objects.filter(pk=make_topic("Hidden").pk).update(hidden_at=timezone.now())
    tag_story(english, ostvik)
    tag_story(arabic, ostvik)
    tag_story(english, alone)
    return ostvik


def test_what_is_named_is_there_and_asks_to_be_found(client: Client, topic: Topic) -> None:
    pieces = places(client, "/sitemap.xml")
    assert {one for one in pieces if one.startswith("/sitemap-")} == set(pieces)
    named = [one for piece in pieces if "news" not in piece for one in places(client, piece)]
    assert len(named) == len(set(named))
    for path in named:
        page = client.get(path)
        text = page.content.decode()
        assert page.status_code == 200, path
        assert "noindex" not in text, path
        assert f'<link rel="canonical" href="{SITE}{path}">' in text
    assert {path.split("/")[2] for path in named} == {
        "", "story", "topic", "topics", "outlet", "outlets", "about", "app",
    }  # fmt: skip


def test_pages_tell_the_same_of_other_languages(client: Client, topic: Topic) -> None:
    for piece in places(client, "/sitemap.xml"):
        for path, told in others(client, piece).items():
            page = client.get(path.removeprefix(SITE)).content.decode()
            head = dict(re.findall(r'hreflang="([\w-]+)" href="([^"]+)"', page))
            assert told.items() <= head.items()
            assert not told or path in told.values()
    of_topics = others(client, "/sitemap-topics-1.xml")
    in_both = {f"{SITE}/{lang}/topic/{topic.slug}-{topic.pk}/" for lang in ("en", "ar")}
    assert {path for path, told in of_topics.items() if told} == in_both
    assert len(of_topics) == 3  # and one of English alone


def test_news_are_of_two_days_in_their_language(client: Client, topic: Topic) -> None:
    tide = Story.objects.get(lang="en")
    old = make_story([make_article(tide.lead.outlet, "Of old", hours=72)], rank=60_001.0)  # type: ignore[union-attr]
    root = read(client, "/sitemap-news.xml")
    titles = [one.text for one in root.iterfind(".//news:title", NAMES)]
    assert titles == ["Ferry & tug sink off Ostvik", "غرق عبّارة"]
    assert [one.text for one in root.iterfind(".//news:language", NAMES)] == ["en", "ar"]
    assert f"/en/story/{old.pk}/" in places(client, "/sitemap-stories-1.xml")


def test_withdrawn_and_merged_stories_are_not_named(client: Client, topic: Topic) -> None:
    tide, mawj = Story.objects.order_by("pk")
    Story.objects.filter(pk=tide.pk).update(spiked_at=timezone.now())
    Story.objects.filter(pk=mawj.pk).update(merged_into=tide)
    assert client.get("/sitemap-stories-1.xml").status_code == 404
    assert not places(client, "/sitemap-news.xml")
    assert "stories" not in " ".join(places(client, "/sitemap.xml"))


def test_changes_show_and_none_is_of_tomorrow(client: Client, topic: Topic) -> None:
    Story.objects.update(last_at=timezone.now() + timedelta(days=3))
    for kind in ("stories", "topics", "outlets"):
        root = read(client, f"/sitemap-{kind}-1.xml")
        times = [str(one.text) for one in root.iterfind(".//map:lastmod", NAMES)]
        assert len(times) == len(root)
        assert max(times) <= timezone.now().isoformat()


def test_the_sample_has_none_and_robots_names_them_elsewhere(client: Client) -> None:
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()
    story = make_story([make_article(make_outlet("Paper", is_sample=True), "H")])
    assert "Sitemap:" not in client.get("/robots.txt").content.decode()
    for name in ("", "-pages", "-news", "-stories-1"):
        assert client.get(f"/sitemap{name}.xml").status_code == 404
    assert story.pk


@pytest.mark.parametrize("number", ["0", "7", "999999999999999999", "9" * 40])
def test_pieces_that_are_not_there(client: Client, topic: Topic, number: str) -> None:
    for kind in ("stories", "topics", "outlets", "people"):
        assert client.get(f"/sitemap-{kind}-{number}.xml").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_pieces_end_where_the_next_begin(rows: int) -> None:
    outlet = make_outlet("Tidewire")
    stories = [
        make_story([make_article(outlet, f"H {n}")], id=sitemap.A_PIECE * (10 + 3 * n) + n)
        for n in range(rows)
    ]
    with CaptureQueriesContext(connection) as queries:
        pieces = sitemap.read_pieces("stories")
        found = [one.id for number in pieces for one in sitemap.read_listed_stories(number)]
    assert found == [story.pk for story in stories]
    assert sitemap.read_listed_stories(pieces[-1] + 1) == []
    assert pieces == [10, 14, 17][:rows]
    assert len(queries) == 1 + len(pieces)
