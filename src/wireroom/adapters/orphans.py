"""A child process that ends when its parent is gone, even when that was killed with SIGKILL."""

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
