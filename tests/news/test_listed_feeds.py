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
