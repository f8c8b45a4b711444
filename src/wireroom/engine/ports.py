"""What the engine and the pipeline ask of the world; `wireroom.adapters` answers."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.moderation.assessment import Assessment, Context
from wireroom.engine.types import FetchRequest, FetchResult
from wireroom.engine.writing import Unwritten, WriteRequest, Written


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


class Embedder(Protocol):
    """Turns texts into directions: texts that mean alike point alike, whatever their words."""

    @property
    def name(self) -> str:
        """Name the model: vectors of two names are never compared."""
        ...

    def knows(self, lang: str) -> bool:
        """Say whether it was made for a language, by its BCP 47 tag."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit row a text; of a text that says nothing, a row of zeros."""
        ...


class Writer(Protocol):
    """A model that writes; nothing of what it writes is shown unless it was verified."""

    def write(self, request: WriteRequest) -> Written | Unwritten:
        """Return its answer, an object of the request's schema, or why there is none.

        Never raises: whatever a server does is an Unwritten.
        """
        ...


class Translator(Protocol):
    """Puts sentences into another language; what it says is verified before anyone sees it."""

    @property
    def name(self) -> str:
        """Name the service as readers are told it."""
        ...

    def knows(self, source: str, target: str) -> bool:
        """Say, at once, whether it translates one language (a primary subtag) into another."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        """Return the texts in the other language, in order.

        Raises TranslationFailed when no usable answer came in time.
        """
        ...


class Speaker(Protocol):
    """Reads texts aloud."""

    def knows(self, lang: str) -> bool:
        """Say whether it has a voice for a language, by its BCP 47 tag."""
        ...

    def speak(self, text: str, lang: str) -> bytes:
        """Return the audio, as WAV or MP3. Raises SpeechFailed when none came in time."""
        ...


class Moderator(Protocol):
    """Reads a comment for those who moderate; what it suggests is theirs to follow or not."""

    def assess(self, text: str, context: Context | None = None) -> Assessment:
        """Return scores, reasons and whether to show, look at or hold the comment.

        Never raises for any text. `engine.moderation.score.Rules` is the default; what a model
        says is added to it by `with_opinion`, which at most asks people to look.
        """
        ...
