"""Filing what pages showed in the memories of their outlets."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from wireroom.engine.pages.memory import LEARNING, Memory
from wireroom.engine.pages.shown import Shown
from wireroom.engine.reading import Reading
from wireroom.news.models import OutletMemory, Page

log = logging.getLogger(__name__)


def learn_pages(read: Sequence[tuple[Page, Sequence[Reading]]], *, now: datetime) -> None:
    """Add what pages showed to their outlets' memories, inside the caller's transaction.

    Called last, and in the order of the outlets, so that two coordinators wait for each other
    but never in a circle. A row is locked while it is changed: only where two file the first
    pages of an outlet at the same moment are one's pages forgotten; they are learnt again when
    they are read again, and others teach the same.
    """
    shown = _shown(read)
    if not shown:
        return
    rows = OutletMemory.objects.select_for_update().order_by("pk").in_bulk(list(shown))
    changed = []
    for outlet_id in sorted(shown):
        row = rows.get(outlet_id)
        known = Memory.unpack(bytes(row.packed)) if row else Memory()
        memory = known
        for page in shown[outlet_id]:
            memory = memory.learn(page)
        if memory is not known:
            changed.append(_row(outlet_id, memory, now))
    OutletMemory.objects.bulk_create(  # one statement, new or not
        changed,
        update_conflicts=True,
        unique_fields=["outlet"],
        update_fields=["version", "packed", "learnt", "updated_at"],
    )


def _row(outlet_id: int, memory: Memory, now: datetime) -> OutletMemory:
    return OutletMemory(
        outlet_id=outlet_id,
        version=LEARNING,
        packed=memory.pack(),
        learnt=memory.learnt,
        updated_at=now,
    )


def _shown(read: Sequence[tuple[Page, Sequence[Reading]]]) -> dict[int, list[Shown]]:
    found: dict[int, list[Shown]] = defaultdict(list)
    for page, readings in read:
        packed = readings[0].shown if readings else b""
        if not packed:
            continue
        try:
            found[page.outlet_id].append(Shown.unpack(packed))
        except ValueError:  # a worker of another release: its articles count, no more
            log.info("what %s showed is of another version: not learnt", page)
    return found
