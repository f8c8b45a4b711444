"""Which addresses Wireroom may speak to: the public internet, and what the host has allowed.

Checked on the final address of every connection, so that no name, literal in another
notation (0x7f.1, 2130706433), redirect or changed DNS answer leads inside.
"""

import socket
from collections.abc import Iterable
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Final

from aiohttp import ThreadedResolver
from aiohttp.abc import ResolveResult
from yarl import URL

from wireroom.engine.errors import BadInput, FetchFailed
from wireroom.engine.faults import Fault

_Address = IPv4Address | IPv6Address
_PUBLIC_PORTS: Final = frozenset({80, 443, 8080, 8443})
_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")  # RFC 4291; NAT64's 64:ff9b::/96 is outside
# Global by Python 3.11's tables, but able to carry any IPv4 address inside, loopback too.
_TUNNELS: Final = (
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
    IPv4Network("192.88.99.0/24"),
)
_AddrInfo = tuple[int, int, int, str, tuple[str | int | bytes, ...]]


class AddressGuard:
    """Refuses every connection that leads neither to the public internet nor to `allow`.

    `allow` names exceptions for local networks: "host:port", "[::1]:port" or a network such
    as "10.0.0.0/8" (any port). Raises BadInput when an exception cannot be understood.
    """

    def __init__(self, allow: Iterable[str] = ()) -> None:
        self._networks: list[IPv4Network | IPv6Network] = []
        self._hosts: set[tuple[str, int]] = set()
        for exception in allow:
            self._admit(exception.strip().lower())

    def _admit(self, exception: str) -> None:
        try:
            if "/" in exception:
                self._networks.append(ip_network(exception, strict=False))
                return
            host, _, port = exception.rpartition(":")
            self._hosts.add((_plain_host(host), int(port)))
        except ValueError as error:
            raise BadInput(
                "cannot use %(address)s as an allowed address; "
                "write host:port or a network such as 10.0.0.0/8",
                address=repr(exception),
            ) from error

    def check_url(self, url: URL) -> None:
        """Raise FetchFailed (permanent) unless this is an http(s) URL without credentials."""
        if url.scheme not in ("http", "https"):
            raise FetchFailed(
                "refused: %(scheme)s is not http or https",
                scheme=url.scheme or Fault.of("no scheme"),
                permanent=True,
            )
        if url.user is not None or url.password is not None:
            raise FetchFailed("refused: the URL holds a user name or password", permanent=True)
        if not url.host:
            raise FetchFailed("refused: the URL names no host", permanent=True)

    def trusts(self, url: URL) -> bool:
        """Whether the URL's host, as it is written, is one that `allow` names."""
        host, port = _plain_host(url.host or ""), url.port or 0
        address = _parsed(host)
        return (host, port) in self._hosts or (address is not None and self._allows(address, port))

    def trust(self, host: str, port: int, addresses: Iterable[str]) -> None:
        """Allow the addresses that an allowed host name was resolved to."""
        if (host.lower(), port) in self._hosts:
            self._hosts.update((_plain_host(address), port) for address in addresses)

    def open_socket(self, addr_info: _AddrInfo) -> socket.socket:
        """Make the socket of a connection (aiohttp's socket_factory).

        Raises FetchFailed (permanent) when the address is not allowed.
        """
        family, kind, protocol, _, target = addr_info
        self.check_address(str(target[0]), int(target[1]))
        return socket.socket(family, kind, protocol)

    def check_address(self, host: str, port: int) -> None:
        """Raise FetchFailed (permanent) when `host`, a numeric address, is not allowed."""
        address = _parsed(host)
        if address is None:
            raise FetchFailed("refused: %(host)s is no numeric address", host=host, permanent=True)
        if self._allows(address, port):
            return
        if not is_public(address):
            raise FetchFailed(
                "refused: %(address)s is not on the public internet (allow it as %(place)s "
                "if it is yours)",
                address=str(address),
                place=f"{address}:{port}",
                permanent=True,
            )
        if port not in _PUBLIC_PORTS:
            raise FetchFailed(
                "refused: port %(port)s is not a web port (allow it as HOST:%(port)s if you trust "
                "it)",
                port=port,
                permanent=True,
            )

    def _allows(self, address: _Address, port: int) -> bool:
        if (str(address), port) in self._hosts:
            return True
        return any(address in net for net in self._networks if net.version == address.version)


def is_public(address: _Address) -> bool:
    """Whether an address belongs to a host on the public internet."""
    if any(address in net for net in _TUNNELS if net.version == address.version):
        return False
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


class TrustingResolver(ThreadedResolver):
    """The system's resolver, telling the guard what allowed host names lead to."""

    def __init__(self, guard: AddressGuard) -> None:
        super().__init__()
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Resolve as the system does."""
        found = await super().resolve(host, port, family)
        self._guard.trust(host, port, [result["host"] for result in found])
        return found


def _plain_host(host: str) -> str:
    """Return a host in one spelling: addresses compressed and unmapped, names as they are."""
    bare = host.strip("[]").lower()
    if not bare:
        raise ValueError(host)
    address = _parsed(bare)
    return bare if address is None else str(address)


@lru_cache(maxsize=1024)  # asked for each poll, of few hosts
def _parsed(host: str) -> _Address | None:
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped  # ::ffff:127.0.0.1 reaches 127.0.0.1
    return address
