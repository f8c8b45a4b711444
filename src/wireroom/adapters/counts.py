"""Where a process keeps what it counts, so that another one can show the counts of all.

Apart from `metrics.py`, for prometheus_client asks for the folder when it is imported.
"""

import logging
import os
import shutil
from pathlib import Path
from typing import Final

COUNTS_VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"
_log: Final = logging.getLogger(__name__)


def keep_counts(var: Path) -> None:
    """Have this process, and those it starts, keep its counts in a folder of its own.

    Counts of processes that are gone are removed: to Prometheus that is a restart. Where the disk
    is full, nobody else sees what this one counts.
    """
    try:
        os.environ[COUNTS_VARIABLE] = str(_own_folder(var / "metrics"))
    except OSError as error:
        _log.warning("what is counted is not kept: %s", error)


def _own_folder(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for kept in folder.iterdir():
        if not _is_running(kept.name) or kept.name == str(os.getpid()):
            shutil.rmtree(kept, ignore_errors=True)
    own = folder / str(os.getpid())
    own.mkdir()
    return own


def _is_running(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:  # another user's
        return True
    return True
