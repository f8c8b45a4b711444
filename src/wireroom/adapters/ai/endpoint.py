"""Where the host's model answers, and what it may cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.errors import BadInput
from wireroom.engine.writing import Budget, Feature, Price

# A small model on two cores writes 1,500 tokens in about a minute.
TIMEOUT_S: Final = 60.0
# Of this machine every port may be meant: model servers choose their own.
_THIS_MACHINE: Final = ("127.0.0.0/8", "::1/128")
_LONGEST_NAME: Final = 500  # as wide as its column, news.models.ModelServer.name


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's address, as "http://127.0.0.1:8080/v1", and the name of the model there.

    It is the host's own choice and may be on this machine: nothing of a report leads to it.
    `allow` are the exceptions of the guard that holds where a page named the server; None where
    the environment did, which may name any.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)  # never in a log
    timeout_s: float = TIMEOUT_S
    allow: tuple[str, ...] | None = None

    @property
    def name(self) -> str:
        """Name the server and its model; what is known of one holds for it alone."""
        return f"{self.model} at {self.url}"[:_LONGEST_NAME]


@dataclass(frozen=True, slots=True)
class AiSettings:
    """The host's model, and what may be spent on it."""

    endpoint: Endpoint
    budgets: Mapping[Feature, Budget]
    price: Price = field(default_factory=Price)


def check_url(url: str) -> str:
    """Return a server's address. Raises BadInput with what to write."""
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_sound = False
    if not is_sound or parts.username is not None:
        raise BadInput(
            f"WIREROOM_AI_URL is no address of a server: {url!r};"
            " write it as http://127.0.0.1:8080/v1, the key apart in WIREROOM_AI_KEY"
        )
    return url.rstrip("/")


def exceptions_for(url: str, allow: Iterable[str]) -> tuple[str, ...]:
    """Return the guard's exceptions for a server: this machine is meant where it is named."""
    return _THIS_MACHINE if _names_this_machine(url) else tuple(allow)


def _names_this_machine(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
