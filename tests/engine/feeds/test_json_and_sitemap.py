"""JSON Feed and sitemaps."""

import json
from datetime import UTC, datetime

from wireroom.engine.feeds.parse import parse_feed

HOME = "https://gazette.example/"
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def test_json_feed() -> None:
    feed = parse_feed(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Harbour Gazette",
                "home_page_url": HOME,
                "language": "ar",
                "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
                "items": [
                    {
                        "id": 7,
                        "url": "/news/7?fbclid=1",
                        "title": "Port &amp; ferry",
                        "content_html": "<p>Hi <script>x</script><a href='a'>a</a></p>",
                        "date_published": "2026-03-02T10:00:00+03:00",
                        "authors": [{"name": "Mina"}, "not a person"],
                        "tags": ["Sea", 5, None],
                        "image": "/p.jpg",
                    },
                    {"id": "x"},
                    "not an entry",
                    {"id": HOME + "news/8", "date_published": 5, "summary": "a < b\ud800\x00"},
                ],
            }
        ).encode(),
        url=HOME + "feed.json",
    )
    assert (feed.kind, feed.title, feed.lang) == ("json", "Harbour Gazette", "ar")
    assert feed.hub_url == "https://hub.example/"
    assert feed.warnings == ("1 entries without a link were left out",)
    first, second = feed.entries
    assert (first.guid, first.url, first.title) == ("7", HOME + "news/7", "Port & ferry")
    assert first.published_at == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert (first.authors, first.tags) == (("Mina",), ("Sea",))
    assert first.image_url == HOME + "p.jpg"
    assert first.content_html is not None
    assert "script" not in first.content_html
    assert (second.url, second.summary, second.published_at) == (HOME + "news/8", "a < b", None)


def test_news_sitemap() -> None:
    text = (
        f'<?xml version="1.0"?><urlset {SITEMAP} '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        "<url><loc> https://gazette.example/a </loc><lastmod>2026-03-03</lastmod>"
        "<image:image><image:loc>/p.jpg</image:loc><image:title>No</image:title></image:image>"
        "<news:news><news:publication><news:name>Harbour Gazette</news:name>"
        "<news:language>en</news:language></news:publication>"
        "<news:publication_date>2026-03-02T10:00Z</news:publication_date>"
        "<news:title>Ferry &amp; port</news:title><news:keywords>sea, ship</news:keywords>"
        "</news:news></url><url><loc>javascript:x</loc></url></urlset>"
    )
    feed = parse_feed(text.encode(), url=HOME)
    assert (feed.kind, feed.title, len(feed.entries)) == ("sitemap", "Harbour Gazette", 1)
    first = feed.entries[0]
    assert (first.url, first.title, first.lang) == (HOME + "a", "Ferry & port", "en")
    assert first.published_at == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert first.updated_at == datetime(2026, 3, 3, tzinfo=UTC)
    assert (first.tags, first.image_url) == (("sea", "ship"), HOME + "p.jpg")


def test_sitemap_index_names_its_sitemaps() -> None:
    text = f"<sitemapindex {SITEMAP}><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>"
    feed = parse_feed(text.encode(), url=HOME)
    assert (feed.kind, feed.entries) == ("sitemap", ())
    assert (feed.sitemaps, feed.warnings) == ((f"{HOME}s1.xml",), ())


def test_an_index_names_news_first_then_what_changed_last() -> None:
    rows = "".join(
        f"<sitemap><loc>/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for name, day in (("old", "2031-01-01"), ("fresh", "2031-03-01"), ("news-1", ""))
    )
    feed = parse_feed(f"<sitemapindex {SITEMAP}>{rows}</sitemapindex>".encode(), url=HOME)
    assert feed.sitemaps == tuple(f"{HOME}{name}.xml" for name in ("news-1", "fresh", "old"))


def test_a_json_feed_has_authors_for_all_and_pictures_attached() -> None:
    sound, picture = ({"url": f"/a.{k}", "mime_type": f"{k}/x"} for k in ("audio", "image"))
    items = [
        {"id": "1", "url": "/1", "attachments": [sound, picture, "no attachment"]},
        {"id": "2", "url": "/2", "author": {"name": "Ilsa"}, "banner_image": "/b.png"},
    ]
    text = json.dumps({"items": items, "authors": [{"name": "Mina"}]})
    first, second = parse_feed(text.encode(), url=HOME).entries
    assert (first.authors, first.image_url) == (("Mina",), HOME + "a.image")
    assert (second.authors, second.image_url) == (("Ilsa",), HOME + "b.png")


def test_a_sitemap_that_breaks_off_keeps_its_beginning() -> None:
    text = f"<urlset {SITEMAP}><url><loc>{HOME}a</loc></url><url><loc>{HOME}b</l"
    feed = parse_feed(text.encode())
    assert [entry.url for entry in feed.entries] == [HOME + "a"]
    assert "breaks off" in feed.warnings[0]


def test_a_huge_sitemap_is_cut() -> None:
    rows = "".join(f"<url><loc>{HOME}{n}</loc></url>" for n in range(30_000))
    feed = parse_feed(f"<urlset {SITEMAP}>{rows}</urlset>".encode())
    assert len(feed.entries) == 1_000
    assert len(feed.warnings) == 1
