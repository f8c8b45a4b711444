"""Child processes: they end when their parent is gone, even when that was killed with SIGKILL."""

import ctypes
import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# The process that `up` is, for those that it starts.
SUPERVISED_VARIABLE: Final = "WIREROOM_SUPERVISED"
_LOOK_EVERY_S: Final = 0.5
# glibc's names for its settings (mallopt(3)), and bytes: above the first a piece of memory is the
# kernel's own and goes back to it at once; with more than the second free at its end the heap does.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_LARGE: Final = 512 * 1024
_SPARE: Final = 2 * _LARGE


def die_with_supervisor() -> None:
    """End this process once the `up` that started it is gone, also if it is by now."""
    told = os.environ.get(SUPERVISED_VARIABLE, "")
    if told:
        # Asked of the system instead, whoever took over the orphan would be taken for its parent.
        _end_without(int(told) if told.isdecimal() else os.getppid())


def die_with_parent() -> None:
    """End this process, one of a pool, once the process that started it is gone."""
    maker = multiprocessing.parent_process()
    _end_without(maker.pid if maker is not None and maker.pid else os.getppid())


def _end_without(parent: int) -> None:
    threading.Thread(target=_watch, args=(parent,), name="parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_S)
    # No clean-up is owed: leases run out, transactions roll back.
    os._exit(1)


def settle_worker(niceness: int = 0) -> None:
    """Prepare a worker process of a pool, which gives way to others by its niceness (nice(2))."""
    os.nice(niceness)
    die_with_parent()
    spare_collections()
    return_large_memory()


def spare_collections() -> None:
    """Let the garbage collector look less often.

    Parsed pages and rows are many small objects that die by reference count; looking through
    them for cycles every 700 new ones took a tenth of the time on the shared pages.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@contextmanager
def pause_collections() -> Iterator[None]:
    """Keep the garbage collector from looking while much is made that stays and has no cycles.

    It took a sixteenth of the time in which indexes of 200,000 articles are rebuilt.
    """
    is_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_enabled:
            gc.enable()


def return_large_memory() -> None:
    """Have large pieces of memory go back to the system as soon as they are free.

    glibc raises its threshold with every large page read, until all of them lie in one heap with
    holes between: on the shared pages 270 MB instead of 250. Other C libraries have no such
    setting and are left as they are.
    """
    try:
        set_option = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return
    set_option(_MMAP_THRESHOLD, _LARGE)
    set_option(_TRIM_THRESHOLD, _SPARE)
