"""Leaves a service alone for a while that failed again and again."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Final

_FAILURES: Final = 3  # in a row: one is chance, two may be one slow start
_REST_S: Final = 60.0  # a restart of the usual service takes about as long


class Breaker:
    """Counts failures in a row; `clock` gives seconds. Safe to share between threads."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        *,
        failures: int = _FAILURES,
        rest_s: float = _REST_S,
    ) -> None:
        self._clock = clock
        self._most = failures
        self._rest_s = rest_s
        self._lock = Lock()
        self._failures = 0
        self._rests_until = float("-inf")

    @property
    def is_resting(self) -> bool:
        """Tell whether the service is left alone now."""
        return self._clock() < self._rests_until

    def note(self, *, failed: bool) -> None:
        """Count how a call ended."""
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= self._most:
                self._failures = 0
                self._rests_until = self._clock() + self._rest_s
