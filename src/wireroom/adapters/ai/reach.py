"""Whether a model's server may be asked from a page: on this machine, or on the public internet."""

import socket
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from wireroom.adapters.ai.endpoint import check_url
from wireroom.adapters.guard import AddressGuard
from wireroom.engine.errors import BadInput, FetchFailed

# Of this machine every port may be meant: model servers choose their own.
THIS_MACHINE: Final = ("127.0.0.0/8", "::1/128")
_PORTS: Final = {"http": 80, "https": 443}


def check_reach(url: str, *, allow: Iterable[str]) -> str:
    """Return a server's address whose every IP address the guard lets through. Raises BadInput.

    Commands and settings are not asked this: they are the host's word. A page is, for the name
    in a form may lead anywhere.
    """
    sound = check_url(url)
    parts = urlsplit(sound)
    port = parts.port or _PORTS[parts.scheme]
    guard = AddressGuard(allow)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        for *_, target in found:
            guard.check_address(str(target[0]), port)
    except (OSError, UnicodeError) as error:
        raise BadInput(f"no server is called {parts.hostname!r}: {error}") from error
    except FetchFailed as error:
        raise BadInput(f"{error}; or set WIREROOM_AI_URL yourself") from error
    return sound
