"""The guard's verdict on single addresses."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from wireroom.adapters.guard import AddressGuard, is_public
from wireroom.engine.errors import BadInput, FetchFailed

INSIDE = [
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
    "240.0.0.1", "192.88.99.1", "::", "::1", "::127.0.0.1", "fc00::1", "fdab::1", "fe80::1",
    "fec0::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1",
    "2001:db8::1", "::ffff:0:127.0.0.1", "100::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_inside_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(FetchFailed, match="not on the public internet") as caught:
        AddressGuard().check_address(address, 80)
    assert caught.value.permanent


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "1.1.1.1"])
def test_public_on_web_ports(address: str) -> None:
    for port in (80, 443, 8080, 8443):
        AddressGuard().check_address(address, port)
    for port in (22, 25, 6379, 11211):
        with pytest.raises(FetchFailed, match="not a web port"):
            AddressGuard().check_address(address, port)


def test_the_mapped_form_counts_as_what_it_reaches() -> None:
    with pytest.raises(FetchFailed):
        AddressGuard().check_address("::ffff:127.0.0.1", 80)
    AddressGuard(["127.0.0.1:80"]).check_address("::ffff:127.0.0.1", 80)


def test_exceptions_reach_no_further_than_they_say() -> None:
    guard = AddressGuard(["127.0.0.1:8001", "10.0.0.0/8", "[::1]:9"])
    guard.check_address("127.0.0.1", 8001)
    guard.check_address("10.200.1.1", 9999)
    guard.check_address("::1", 9)
    for host, port in (("127.0.0.1", 8002), ("127.0.0.2", 8001), ("11.0.0.1", 22), ("::1", 8)):
        with pytest.raises(FetchFailed):
            guard.check_address(host, port)


def test_what_is_trusted_is_what_is_written() -> None:
    guard = AddressGuard(["127.0.0.1:8001", "press.lan:80"])
    assert guard.trusts(URL("http://127.0.0.1:8001/x"))
    assert guard.trusts(URL("http://PRESS.lan/x"))
    assert not guard.trusts(URL("http://127.0.0.1/x"))
    assert not guard.trusts(URL("http://other.lan/x"))


@pytest.mark.parametrize("exception", ["", "10.0.0.0/99", "host", "host:port", ":80"])
def test_an_exception_that_means_nothing(exception: str) -> None:
    with pytest.raises(BadInput, match="write host:port"):
        AddressGuard([exception])


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=6, network="fc00::/7"))
def test_private_networks_are_never_public(address: object) -> None:
    assert not is_public(ip_address(str(address)))
