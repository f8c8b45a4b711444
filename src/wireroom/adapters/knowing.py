"""Executors whose workers know the host's own places, which each process reads once."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from wireroom.adapters.places_file import PlacesFile, read_places_file
from wireroom.engine.insight.entities.gazetteer import know_places

P = ParamSpec("P")
T = TypeVar("T")


def know_file(file: PlacesFile) -> None:
    """Let this process know the file's places, once. Raises BadInput."""
    with _lock:
        if _known != [file]:
            know_places(read_places_file(Path(file.path)).places)
            _known[:] = [file]


_known: Final[list[PlacesFile]] = []
_lock: Final = threading.Lock()  # a Dask worker has several threads


def knowing(file: PlacesFile, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Call an engine function in a process that knows the file's places."""
    know_file(file)
    return fn(*args, **kwargs)


class KnowingExecutor(Executor):
    """An executor whose workers know the host's places before they do anything."""

    def __init__(self, inner: Executor, file: PlacesFile) -> None:
        self._inner: Final = inner
        self._file: Final = file

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        return self._inner.submit(knowing, self._file, fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._inner.shutdown(wait=wait, cancel_futures=cancel_futures)
