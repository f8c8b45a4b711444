"""Digests and alerts sent beside the stages: a slow mail server keeps no story waiting."""

import logging
from threading import Event, Thread
from types import TracebackType
from typing import Final, Self

from django.db import DatabaseError, close_old_connections, connection

from wireroom.pipeline.alerts import send_alerts
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.digests import send_digests
from wireroom.pipeline.silences import tell_editors

log: Final = logging.getLogger(__name__)
_EVERY_S: Final = 20.0
# A letter under way ends by its own time limits; what is not sent by then is sent after a start.
_PATIENCE_S: Final = 15.0


def tell_people() -> tuple[int, int]:
    """Send what is due to everybody; return how many digests went out, and push messages."""
    return send_digests(now=utc_now()), send_alerts(now=utc_now())


class Telling:
    """A thread that tells people what is due until the block ends."""

    def __init__(self) -> None:
        self._ended = Event()
        self._thread = Thread(target=self._run, name="telling", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join(_PATIENCE_S)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                tell_people()
                tell_editors(now=utc_now())
            except DatabaseError as error:  # away, or locked for long: later
                log.warning("nobody can be told: %s", str(error).strip())
                close_old_connections()
            except Exception:  # the edge of a thread: it goes on
                log.exception("nobody can be told")
            self._ended.wait(_EVERY_S)
        connection.close()
