"""What the pipeline has done so far, said on the terminal when it changed."""

import time
from typing import Final

from wireroom.adapters.terminal import tell
from wireroom.pipeline.coordinator import Coordinator

EVERY_S: Final = 2.0
_DONE: Final = {
    "poll": "feeds polled",
    "letters": "looks for newsletters",
    "fetch": "pages fetched",
    "extract": "pages read",
    "listen": "transcripts fetched",
    "match": "articles matched",
    "assign": "grouped",
    "publish": "stories published",
    "index": "texts indexed",
    "brief": "briefs made",
    "tag": "stories tagged",
    "repair": "repairs",
    "tie": "looks across languages",
    "abroad": "looks for translations",
}


class Progress:
    """Says a line at most every two seconds, on standard error."""

    def __init__(self, coordinator: Coordinator, *, quiet: bool) -> None:
        self._coordinator = coordinator
        self._quiet = quiet
        self._said = ""
        self._said_at = time.monotonic()

    def beat(self) -> None:
        """Called once a turn of the loop."""
        if self._quiet or time.monotonic() - self._said_at < EVERY_S:
            return
        self._said_at = time.monotonic()
        filed = self._coordinator.filed
        line = ", ".join(f"{filed[step]} {text}" for step, text in _DONE.items() if filed[step])
        if line and line != self._said:
            self._said = line
            tell(f"pipeline: {line}")
