"""What hubs are asked and what of theirs is believed: links, leases, signatures."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.feeds.hub import (
    HubLinks,
    can_be_called,
    find_hub,
    is_signed,
    lease_end,
    renewal,
)
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import ParsedFeed

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
URL = "https://tidewire.example/feed"
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Tidewire</title>
<link rel="hub" href="https://hub.example/"/><link rel="self" href="https://tidewire.example/f"/>
<entry><id>a</id><title>Ferry</title><link href="https://tidewire.example/a"/></entry></feed>"""


def test_a_feed_names_its_hub_and_itself_and_headers_come_first() -> None:
    feed = parse_feed(ATOM, url=URL)
    assert find_hub(feed, {}, url=URL) == HubLinks(
        "https://hub.example/", "https://tidewire.example/f"
    )
    link = '<https://other.example/h>; rel="hub", <https://tidewire.example/x?a=1>; rel=self'
    assert find_hub(feed, {"link": link}, url=URL) == HubLinks(
        "https://other.example/h", "https://tidewire.example/x?a=1"
    )
    assert find_hub(ParsedFeed(kind="rss"), {}, url=URL) is None
    assert find_hub(ParsedFeed(kind="rss", hub_url="javascript:x"), {}, url=URL) is None


LONG = f"https://hub.example/{'h' * 2000}"


@pytest.mark.parametrize(
    ("link", "in_feed", "expected"),
    [
        ("</hub>; rel=hub, <f?a=1>; rel=self", None,
         HubLinks("https://tidewire.example/hub", "https://tidewire.example/f?a=1")),
        ("<javascript:x>; rel=hub, <mailto:x>; rel=self", "https://hub.example/",
         HubLinks("https://hub.example/", URL)),
        ("<HTTPS://Hub.example>; rel=hub, <HTTPS://Tidewire.example>; rel=self", None,
         HubLinks("https://hub.example/", "HTTPS://Tidewire.example")),
        (f"<{LONG[:-20]}>; rel=hub", None, HubLinks(LONG[:-20], URL)),
        (f"<{LONG}>; rel=hub", None, None),
        ("", LONG, None),
        (f"</{'ü' * 500}>; rel=hub", None, None),
    ],
)  # fmt: skip
def test_links_are_taken_whole_or_not_at_all(
    link: str, in_feed: str | None, expected: HubLinks | None
) -> None:
    feed = ParsedFeed(kind="rss", hub_url=in_feed)
    assert find_hub(feed, {"link": link}, url=URL) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40))
def test_no_header_of_a_hub_breaks_anything(link: str, told: str) -> None:
    find_hub(ParsedFeed(kind="rss"), {"link": f"<{link}>; rel={told}"}, url=URL)
    assert not is_signed(told, b"body", secret="s")
    end = lease_end(told, now=NOW)
    assert NOW + timedelta(minutes=5) <= end <= NOW + timedelta(days=30)
    assert NOW < renewal(end, now=NOW) < end


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_a_signature_is_of_the_whole_body_with_our_secret(method: str) -> None:
    told = f"{method}=" + hmac.new(b"ours", b"news", getattr(hashlib, method)).hexdigest()
    assert is_signed(told, b"news", secret="ours")
    assert not is_signed(told, b"news!", secret="ours")
    assert not is_signed(told, b"news", secret="theirs")
    assert not is_signed(told.replace(method, "md5"), b"news", secret="ours")


@pytest.mark.parametrize(
    ("url", "allow", "can"),
    [
        ("https://news.example/", (), True), ("https://8.8.8.8/", (), True),
        ("http://localhost:8000/", (), False), ("http://10.0.0.3/", (), False),
        ("http://[::1]:8000/", (), False), ("http://press.local/", (), False),
        ("http://127.0.0.1:8000/", ("127.0.0.1:8000",), True), ("nonsense", (), False),
    ],
)  # fmt: skip
def test_hubs_are_asked_only_where_they_can_call_back(
    url: str, allow: tuple[str, ...], can: bool
) -> None:
    assert can_be_called(url, allow=allow) is can
