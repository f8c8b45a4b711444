"""What the engine and the pipeline ask of the world; `wireroom.adapters` answers."""

from typing import Protocol

from wireroom.engine.types import FetchRequest, FetchResult


class Fetcher(Protocol):
    """The only way to the network: conditional, polite, guarded GET."""

    async def fetch(self, request: FetchRequest) -> FetchResult:
        """Return the answer whatever its status.

        Raises FetchFailed when no answer came, or when the address is not allowed.
        """
        ...

    async def close(self) -> None:
        """Give back every connection."""
        ...
