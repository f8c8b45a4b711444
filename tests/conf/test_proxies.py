"""Proxies before the site: who is believed, which origin forms have, and whether TLS is told."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.conf.proxies import LOOPBACK, proxy_header, read_origin, read_proxies
from wireroom.engine.errors import BadInput


def test_a_proxy_on_the_same_machine_needs_no_setting() -> None:
    networks = read_proxies(LOOPBACK)
    for address, is_proxy in (("127.0.0.1", True), ("::1", True), ("10.0.0.1", False)):
        assert any(ip_address(address) in network for network in networks) is is_proxy


def test_addresses_and_networks_are_proxies_and_nothing_is_none() -> None:
    assert [str(one) for one in read_proxies("10.0.0.5, 10.1.2.3/16,2001:db8::/48,")] == [
        "10.0.0.5/32", "10.1.0.0/16", "2001:db8::/48",
    ]  # fmt: skip
    assert read_proxies("") == ()


@pytest.mark.parametrize("told", ["proxy.example", "10.0.0.0/99", "10.0.0.5:80"])
def test_what_is_no_address_is_told(told: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_PROXIES"):
        read_proxies(told)


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("https://News.example/", ["https://news.example"]),
        ("https://news.example:443/deep/path?q", ["https://news.example"]),
        ("http://news.example:8080", ["http://news.example:8080"]),
        ("https://[2001:db8::1]:8443/", ["https://[2001:db8::1]:8443"]),
        ("news.example", []),
        ("ftp://news.example/", []),
        ("https://news.example:port/", []),
        ("", []),
    ],
)
def test_forms_have_the_origin_of_the_site_s_address(url: str, origins: list[str]) -> None:
    assert read_origin(url) == origins


@given(st.text(max_size=40))
def test_any_address_has_an_origin_or_none(url: str) -> None:
    for told in (url, f"https://{url}"):
        assert all("://" in origin for origin in read_origin(told))


def test_tls_is_told_by_a_named_proxy_of_a_site_with_tls_alone() -> None:
    told = ("HTTP_X_FORWARDED_PROTO", "https")
    assert proxy_header("10.0.0.5", "https://news.example/") == told
    assert proxy_header("10.0.0.5", "http://news.example/") is None
    assert proxy_header(None, "https://news.example/") is None
    assert proxy_header(" ", "https://news.example/") is None
