"""Connections to a model's server that a page named, checked at the address that they lead to."""

from collections.abc import Sequence
from typing import Final

# httpx is what the model's client speaks through, and what it takes a transport of.
import httpx
from openai import DefaultHttpxClient

from wireroom.adapters.ai.reach import checked_addresses

_PORTS: Final = {"http": 80, "https": 443}


def open_client(allow: Sequence[str] | None) -> httpx.Client:
    """Return a client, guarded unless `allow` is None.

    It follows no redirect, which would carry the key to wherever it leads. Guarded, it uses no
    proxy of the environment: that would look names up by itself.
    """
    transport = None if allow is None else GuardedTransport(allow)
    return DefaultHttpxClient(follow_redirects=False, transport=transport)


class GuardedTransport(httpx.BaseTransport):
    """Looks a server's name up for each request and connects to what was checked, nowhere else.

    What the name led to when it was kept says nothing of where it leads now. `allow` are the
    guard's exceptions. Raises FetchFailed for a server that may not be asked.
    """

    def __init__(self, allow: Sequence[str]) -> None:
        self._allow = tuple(allow)
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the first of its server's addresses that takes the connection."""
        host = request.url.host
        port = request.url.port or _PORTS[request.url.scheme]
        try:
            addresses = checked_addresses(host, port, allow=self._allow)
        except OSError as error:
            raise httpx.ConnectError(f"no server is called {host!r}: {error}") from error
        for address in addresses[:-1]:
            try:
                return self._send(request, address)
            except httpx.ConnectError:
                continue
        return self._send(request, addresses[-1])

    def _send(self, request: httpx.Request, address: str) -> httpx.Response:
        """Send a request to an address; its Host and its certificate stay those of the name."""
        there = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": request.url.host},
        )
        return self._inner.handle_request(there)

    def close(self) -> None:
        """Give back every connection."""
        self._inner.close()
