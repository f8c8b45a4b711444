"""Leaves a service alone for a while that failed again and again."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Final

from wireroom.engine.errors import TranslationFailed

_FAILURES: Final = 3  # in a row: one is chance, two may be one slow start
_REST_S: Final = 60.0  # a restart of the usual service takes about as long


class Breaker:
    """Counts failures in a row; `clock` gives seconds. Safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._rests_until = 0.0

    @property
    def is_resting(self) -> bool:
        """Tell whether the service is left alone now."""
        return self._clock() < self._rests_until

    def check(self) -> None:
        """Raise TranslationFailed while the service is left alone."""
        if self.is_resting:
            raise TranslationFailed("the translator failed several times and rests for a minute")

    def note(self, *, failed: bool) -> None:
        """Count how a call ended."""
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= _FAILURES:
                self._failures = 0
                self._rests_until = self._clock() + _REST_S
