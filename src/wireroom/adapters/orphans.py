"""Child processes: they end when their parent is gone, even when that was killed with SIGKILL."""

import gc
import os
import threading
import time
from typing import Final

_LOOK_EVERY_S: Final = 0.5


def die_with_parent() -> None:
    """Watch the parent from a daemon thread and end this process once it has another one."""
    parent = os.getppid()
    threading.Thread(target=_watch, args=(parent,), name="parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_S)
    # No clean-up is owed: leases run out, transactions roll back.
    os._exit(1)


def settle_worker() -> None:
    """Prepare a worker process of a pool."""
    die_with_parent()
    spare_collections()


def spare_collections() -> None:
    """Let the garbage collector look less often.

    Parsed pages and rows are many small objects that die by reference count; looking through
    them for cycles every 700 new ones took a tenth of the time on the shared pages.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
