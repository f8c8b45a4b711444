"""A running sample newsroom, as tests speak to it."""

import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime

from wireroom.sample.reading import load_newsroom
from wireroom.sample.site import Site

# Today: a sample set in the future would be news that nobody can have seen yet.
EPOCH = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Press:
    """A running sample server."""

    base_url: str

    @property
    def site(self) -> Site:
        return Site(newsroom=load_newsroom(), epoch=EPOCH, base_url=self.base_url)

    @property
    def address(self) -> str:
        return self.base_url.removeprefix("http://")

    @property
    def port(self) -> str:
        return self.base_url.rsplit(":", 1)[1]

    def correct(self) -> None:
        """Bring the corrections out at once."""
        request = urllib.request.Request(f"{self.base_url}/_control/correct", method="POST")
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.status in (200, 204)
