"""Feeds that pages name."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.feeds.discover import discover_feeds

HOME = "https://gazette.example/front"


def found(page: str) -> list[str]:
    links = discover_feeds(page.encode("utf-8", "replace"), url=HOME)
    return [link.url for link in links if not link.guessed]


def test_declared_then_anchors_then_comments_then_guesses() -> None:
    links = discover_feeds(
        b"<head><link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
        b"<link rel='ALTERNATE home' type='application/atom+xml; charset=utf-8' title='All\n news' "
        b"href='/a.xml'></head><a href='/rss/sport'> <b>Sport</b></a><a href='/feeding-time'>x</a>",
        url=HOME,
    )
    assert [link.url for link in links[:3]] == [
        "https://gazette.example/a.xml",
        "https://gazette.example/rss/sport",
        "https://gazette.example/comments/feed/",
    ]
    assert (links[0].kind, links[0].title) == ("atom", "All news")
    assert all(link.guessed for link in links[3:])
    assert len(links) > 6


def test_only_the_web() -> None:
    bad = ("file:///etc/passwd", "javascript:alert(1)//rss", "data:text/xml,feed", "ftp://a/rss")
    page = "".join(
        f"<link rel=alternate type=application/rss+xml href='{url}'><a href='{url}'>RSS</a>"
        for url in bad
    )
    assert found(page) == []


def test_base_and_feed_schemes() -> None:
    page = (
        "<base href='https://cdn.example/x/'><link rel=alternate type=application/rss+xml href=f>"
        "<a href='feed://other.example/atom.xml'>a</a><a href='feed:https://third.example/rss'>b</a>"
    )
    assert found(page) == [
        "https://cdn.example/x/f",
        "http://other.example/atom.xml",
        "https://third.example/rss",
    ]


def test_what_only_looks_alternate() -> None:
    page = (
        "<link rel=alternate hreflang=ar href=/ar><link rel=stylesheet href=/feed.css>"
        "<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/7>"
    )
    assert found(page) == []


def test_hostile_pages_are_bounded() -> None:
    assert found("<div>" * 400_000) == []
    assert len(discover_feeds(b"<a href=/rss/1>" * 100_000, url=HOME)) < 20
    assert (
        len(discover_feeds(b"".join(b"<a href=/rss/%d>" % n for n in range(9999)), url=HOME)) == 50
    )
    assert discover_feeds(b"\xff\x00\xfe", url="not a url") == ()


@given(st.text(alphabet="<>a link='\"/:rssfeed&", max_size=80))
def test_never_fails(page: str) -> None:
    assert all(url.startswith("http") for url in found(page))
