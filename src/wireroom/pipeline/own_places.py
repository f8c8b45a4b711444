"""The host's own places at the pipeline's start: what is wrong with the file, and what is new."""

import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings

from wireroom.adapters.places_file import PlacesFile, find_places_file, read_places_file
from wireroom.news.services.tags import ask_for_names

# Lines of the log about rows that are none: whoever mended those sees the next.
_MOST_TOLD: Final = 10
# Stories told since are looked at again where the file changed; older ones hardly are read.
_BACK: Final = timedelta(days=7)
_KEPT: Final = "places_known"  # in the folder of WIREROOM_VAR

_log: Final = logging.getLogger(__name__)


def take_places(*, now: datetime) -> PlacesFile | None:
    """Return the file that workers are to know; None where no setting names one.

    Where it is another than at the last start, the names in late stories are looked for anew.
    Raises BadInput where it cannot be used.
    """
    file = _read(Path(settings.WIREROOM_PLACES)) if settings.WIREROOM_PLACES else None
    kept = Path(settings.VAR) / _KEPT
    digest = file.digest if file else ""
    if digest != (kept.read_text("utf-8") if kept.exists() else ""):
        ask_for_names(since=now - _BACK, now=now)
        kept.write_text(digest, "utf-8")
    return file


def _read(path: Path) -> PlacesFile:
    file, faults = find_places_file(path), read_places_file(path).faults
    for fault in faults[:_MOST_TOLD]:
        _log.warning("%s, %s", path, fault)
    if len(faults) > _MOST_TOLD:
        _log.warning("%s: %d further lines are no places", path, len(faults) - _MOST_TOLD)
    return file
