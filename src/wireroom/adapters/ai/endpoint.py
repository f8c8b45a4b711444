"""Where the host's model answers, and what it may cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.errors import BadInput
from wireroom.engine.writing import Budget, Feature, Price

# A small model on two cores writes 1,500 tokens in about a minute.
TIMEOUT_S: Final = 60.0
_LONGEST_NAME: Final = 500  # as wide as its column, news.models.ModelServer.name


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's address, as "http://127.0.0.1:8080/v1", and the name of the model there.

    It is the host's own choice and may be on this machine: nothing of a report leads to it.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)  # never in a log
    timeout_s: float = TIMEOUT_S

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
