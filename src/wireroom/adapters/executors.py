"""Where engine functions run: in this process, in local worker processes, or on a Dask cluster."""

import asyncio
import multiprocessing
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, Future
from typing import Any, Final, ParamSpec, TypeVar

from pebble import ProcessPool

from wireroom.adapters.orphans import settle_worker

P = ParamSpec("P")
T = TypeVar("T")

# A worker is replaced after so many tasks: C parsers fragment memory (RSS grew about 20 MB per
# 1,000 pages of the shared set), and a fresh process costs one second.
TASKS_PER_WORKER: Final = 1500


class InlineExecutor(Executor):
    """Runs the call at once, in this thread: for engine functions that take microseconds."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future carries whatever was raised
            future.set_exception(error)
        return future


class LocalExecutor(Executor):
    """Worker processes with a time limit a task and crash isolation (pebble).

    A task that runs longer than `limit_s` raises TimeoutError and its worker is replaced;
    a worker that dies raises ProcessExpired for its own task alone. A pool that broke (pebble
    gives up when an idle worker is killed) is replaced by a new one. No process is started before
    the first task.
    """

    def __init__(self, *, workers: int, limit_s: float, niceness: int = 0) -> None:
        self._workers = workers
        self._limit_s = limit_s
        self._niceness = niceness
        self._lock = threading.Lock()
        self._closed = False
        self._pool = self._new_pool()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        with self._lock:
            if not self._pool.active and not self._closed:
                self._pool.stop()
                self._pool = self._new_pool()
            future: Future[T] = self._pool.schedule(
                fn, args=list(args), kwargs=dict(kwargs), timeout=self._limit_s
            )
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._closed = True
        if cancel_futures:
            self._pool.stop()
        else:
            self._pool.close()
        if wait:
            self._pool.join()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=TASKS_PER_WORKER,
            initializer=settle_worker,
            initargs=[self._niceness],
            # Not fork: the coordinator has threads, and a forked lock stays locked for ever.
            context=multiprocessing.get_context("spawn"),
        )


class LoopExecutor(Executor):
    """Runs coroutine functions on one asyncio loop in a thread: the I/O counterpart of a pool."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="net", daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[P, Any], /, *args: P.args, **kwargs: P.kwargs) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(fn(*args, **kwargs), self._loop)

    def run(self, coroutine: Coroutine[Any, Any, T], *, timeout_s: float) -> T:
        """Wait for one coroutine (start-up and closing of clients)."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout_s)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._loop.call_soon_threadsafe(self._stop)
        if wait:
            self._thread.join(5)

    def _stop(self) -> None:
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.call_soon(self._loop.stop)


def follow(first: Future[T], submit: Callable[[T], Future[Any]]) -> Future[Any]:
    """Return a future for what `submit` starts once `first` is done; errors pass through."""
    whole: Future[Any] = Future()

    def hand_on(done: Future[Any]) -> None:
        try:
            whole.set_result(done.result())
        except BaseException as error:  # noqa: BLE001 - a future carries whatever was raised
            whole.set_exception(error)

    def go_on(done: Future[T]) -> None:
        try:
            submit(done.result()).add_done_callback(hand_on)
        except BaseException as error:  # noqa: BLE001
            whole.set_exception(error)

    first.add_done_callback(go_on)
    return whole


def answered(value: T) -> Future[T]:
    """Return a future of what is there already."""
    whole: Future[T] = Future()
    whole.set_result(value)
    return whole


def cluster_executor(address: str, *, timeout_s: float = 15.0) -> Executor:
    """Connect to a Dask scheduler; its workers need this package installed, no database.

    Raises ConnectionError with a sentence that says what to do.
    """
    # Imported here: `distributed` is installed only where WIREROOM_CLUSTER is set.
    from distributed import Client

    try:
        client = Client(address, timeout=timeout_s, set_as_default=False)
    except OSError as error:
        raise ConnectionError(
            f"no Dask scheduler answers at {address}: start one (dask scheduler),"
            " or unset WIREROOM_CLUSTER to work on this machine alone"
        ) from error
    executor: Executor = client.get_executor(pure=False)
    return executor
