"""Who asks: the peer, a reader behind our own proxies, and nobody whom a stranger names."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from wireroom.people.clients import client_network, sender_key

NOW = datetime(2026, 3, 3, 12, 30, tzinfo=UTC)


@pytest.fixture
def proxies(settings: Settings) -> None:
    told = ("127.0.0.0/8", "::1/128", "10.1.0.0/16")
    settings.WIREROOM_PROXIES = tuple(map(ip_network, told))


def network(peer: str, forwarded: str = "") -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client_network(RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer))


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("192.0.2.7", "", "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", "192.0.2.7"),  # a stranger's word
        ("10.9.0.1", "198.51.100.1", "10.9.0.1"),  # a private network that nobody named
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"),  # the first is the reader's
        ("127.0.0.1", "203.0.113.9, 198.51.100.1, 10.1.0.5", "198.51.100.1"),
        ("127.0.0.1", "10.1.0.5", "10.1.0.5"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, unknown", "127.0.0.1"),
        ("", "198.51.100.1", "198.51.100.1"),  # a socket file
        ("::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:127.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
    ],
)
@pytest.mark.usefixtures("proxies")
def test_a_reader_is_whom_the_last_of_our_proxies_names(
    peer: str, forwarded: str, found: str
) -> None:
    assert network(peer, forwarded) == found


def test_where_no_proxy_is_named_nobody_is_believed(settings: Settings) -> None:
    settings.WIREROOM_PROXIES = ()
    assert network("127.0.0.1", "198.51.100.1") == "127.0.0.1"


@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=40))
def test_any_header_names_somebody(forwarded: str) -> None:
    assert network("127.0.0.1", forwarded)


@pytest.mark.usefixtures("proxies")
def test_readers_behind_one_proxy_are_told_apart_and_hours_too() -> None:
    def key(forwarded: str, now: datetime = NOW) -> str:
        request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})
        return sender_key(request, now=now)

    assert key("198.51.100.1") != key("198.51.100.2")
    assert key("2001:db8::1") == key("2001:db8::2")
    assert key("198.51.100.1") != key("198.51.100.1", NOW + timedelta(hours=1))
