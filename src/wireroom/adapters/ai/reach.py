"""Whether a model's server may be asked from a page: on this machine, or on the public internet."""

import socket
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from wireroom.adapters.ai.endpoint import check_url
from wireroom.adapters.guard import AddressGuard
from wireroom.engine.errors import BadInput, FetchFailed

_PORTS: Final = {"http": 80, "https": 443}


def check_reach(url: str, *, allow: Iterable[str]) -> str:
    """Return a server's address whose every IP address the guard lets through. Raises BadInput.

    Commands and settings are not asked this: they are the host's word. A page is, for the name
    in a form may lead anywhere, and anywhere else tomorrow: see guarded.
    """
    sound = check_url(url)
    parts = urlsplit(sound)
    host = str(parts.hostname)
    try:
        checked_addresses(host, parts.port or _PORTS[parts.scheme], allow=allow)
    except (OSError, UnicodeError) as error:
        raise BadInput(f"no server is called {host!r}: {error}") from error
    except FetchFailed as error:
        raise BadInput(f"{error}; or set WIREROOM_AI_URL yourself") from error
    return sound


def checked_addresses(host: str, port: int, *, allow: Iterable[str]) -> tuple[str, ...]:
    """Return what a host's name leads to now, one address at least. Raises FetchFailed, OSError.

    All are checked and not the first alone: which of them is taken may hang on who answers.
    """
    guard = AddressGuard(allow)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = tuple(dict.fromkeys(str(target[0]) for *_, target in found))
    guard.trust(host, port, addresses)
    for address in addresses:
        guard.check_address(address, port)
    return addresses
