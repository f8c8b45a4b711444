"""HEAD on what programs read: the headers of GET, its length too, and no body."""

import pytest
from django.core.cache import cache
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Article, Story

pytestmark = pytest.mark.django_db
_OWN = frozenset({"ETag", "Content-Security-Policy"})  # a moment later another is right
_PATHS = (
    "/en/feed.xml", "/en/story/{story}/feed.xml", "/en/outlet/tidewire/feed.xml",
    "/en/search/feed.xml?q=ferry", "/en/search/opensearch.xml", "/en/search/suggest/?q=fer",
    "/en/wrap-up/feed.xml", "/en/wrap-up/podcast.xml", "/en/story/{story}/comments/feed.xml",
    "/en/outlets/outlets.opml", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml",
    "/sitemap-story-1.xml", "/robots.txt", "/healthz", "/favicon.ico", "/sw.js",
    "/en/app/manifest.webmanifest", "/api/v1/openapi.json", "/api/v1/front",
    "/api/v1/stories/{story}", "/api/v1/articles/{article}",
    "/api/v1/search?q=ferry", "/api/v1/stories/999999", "/api/v1/search", "/en/",
)  # fmt: skip


def _of_both(name: str, value: str) -> str:
    return "" if name in _OWN else value


@pytest.fixture
def newsroom() -> dict[str, int]:
    make_story([make_article(make_outlet("Tidewire"), "Ferry sinks off Ostvik")])
    return {"story": Story.objects.get().pk, "article": Article.objects.get().pk}


def test_it_answers_as_get_does(client: Client, newsroom: dict[str, int]) -> None:
    for path in (path.format(**newsroom) for path in _PATHS):
        cache.clear()
        got = client.get(path)
        cache.clear()
        asked = client.head(path)
        assert (asked.status_code, asked.content) == (got.status_code, b""), path
        told = [{k: _of_both(k, v) for k, v in one.items()} for one in (asked, got)]
        assert told[0] == told[1], path


def test_conditions_hold_and_forms_stay_refused(client: Client, newsroom: dict[str, int]) -> None:
    tag = client.head("/api/v1/front")["ETag"]
    assert client.head("/api/v1/front", headers={"if-none-match": tag}).status_code == 304
    story = f"/api/v1/stories/{newsroom['story']}"
    packed = client.head(story, headers={"accept-encoding": "gzip"})
    assert (packed.get("Content-Encoding"), packed.content) == ("gzip", b"")
    assert client.head("/api/mcp").status_code == client.get("/api/mcp").status_code == 405
