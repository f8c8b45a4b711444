"""A list's feeds come to the outlet whose home page theirs is: by path, and on every screen."""

from datetime import UTC, datetime

import pytest
from tests.web.newsroom import make_outlet

from wireroom.engine.feeds.opml import ListedFeed
from wireroom.news.models import Feed
from wireroom.news.services.listed_feeds import Filed, file_listed_feeds

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def file_homes(*homes: str) -> tuple[Filed, list[str]]:
    """File a feed for each home page; return what was filed and the outlets that they came to."""
    listed = [
        ListedFeed(url=f"https://feeds.example/{number}", title="The Sentinel", home_url=home)
        for number, home in enumerate(homes)
    ]
    filed = file_listed_feeds(listed, now=NOW)
    return filed, list(Feed.objects.order_by("pk").values_list("outlet__name", flat=True))


def test_outlets_of_one_host_are_told_apart_by_path_and_faces_are_one() -> None:
    make_outlet("Arabic", home_url="https://example.org/arabic")
    make_outlet("Sport", home_url="https://www.example.org/sport/")
    filed, names = file_homes(
        "https://example.org/sport", "https://example.org/arabic/",
        "https://m.example.org/sport/cricket", "https://m.example.org/",
    )  # fmt: skip
    assert names == ["Sport", "Arabic", "Sport", "Arabic"]
    assert filed.outlets == 0


def test_what_the_list_makes_is_known_to_its_next_feeds() -> None:
    make_outlet("The Sentinel", name_key="sentinel", home_url="https://other.example/")
    filed, names = file_homes("https://m.example.org/", "https://example.org/sport")
    assert (filed.outlets, names) == (1, ["example.org", "example.org"])


def file_urls(*urls: str) -> list[str]:
    """File feeds that name no home page, each under a title of its own; return their outlets."""
    listed = [ListedFeed(url=url, title=f"List {number}") for number, url in enumerate(urls)]
    file_listed_feeds(listed, now=NOW)
    by_url = dict(Feed.objects.values_list("url", "outlet__name"))
    return [by_url[url] for url in urls]


def test_feeds_without_home_pages_come_to_the_outlet_of_their_site() -> None:
    names = file_urls(
        "https://feeds.tidewire.co.uk/world.xml",
        "https://www.tidewire.co.uk/sport/rss",
        "https://rss.tidewire.co.uk/culture",
        "https://feeds.sentinel.co.uk/all",
    )
    assert names == ["List 0", "List 0", "List 0", "List 3"]
    homes = set(Feed.objects.values_list("outlet__home_url", flat=True))
    assert homes == {"https://tidewire.co.uk/", "https://sentinel.co.uk/"}


def test_a_feed_without_a_home_page_waits_for_the_one_of_its_site_that_has_one() -> None:
    listed = [
        ListedFeed(url="https://feeds.tidewire.example/1", title="Tidewire: world"),
        ListedFeed(
            url="https://x.example/2", title="Tidewire", home_url="https://tidewire.example"
        ),
    ]
    assert file_listed_feeds(listed, now=NOW).outlets == 1
    assert set(Feed.objects.values_list("outlet__name", flat=True)) == {"Tidewire"}


def test_publishers_on_shared_hosts_stay_apart() -> None:
    urls = (
        "https://ada.blogspot.com/feeds/posts/default", "https://bo.blogspot.com/feeds/posts",
        "https://feeds.feedburner.com/ada", "https://feeds.feedburner.com/bo",
        "https://ada.substack.com/feed", "https://bo.substack.com/feed",
        "https://medium.com/feed/@ada", "https://medium.com/feed/@bo",
    )  # fmt: skip
    assert len(set(file_urls(*urls))) == len(urls)
    assert file_urls("https://www.ada.substack.com/feed/podcast") == [file_urls(urls[4])[0]]


def test_of_two_outlets_of_a_site_neither_gets_another_hosts_feed() -> None:
    make_outlet("North", home_url="https://north.tidewire.example/")
    make_outlet("South", home_url="https://south.tidewire.example/")
    names = file_urls("https://south.tidewire.example/rss", "https://feeds.tidewire.example/rss")
    assert names == ["South", "List 1"]
