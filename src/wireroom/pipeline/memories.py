"""The memories of outlets as a coordinator holds them: read again only when they have changed."""

from collections import OrderedDict
from collections.abc import Collection
from typing import Final

from wireroom.news.models import OutletMemory

# Outlets held, of at most 31.5 KB each.
_MOST_HELD: Final = 256


class Memories:
    """Packed memories by outlet, the least asked for going first."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, tuple[int, bytes]] = OrderedDict()

    def packed_of(self, outlet_ids: Collection[int]) -> dict[int, bytes]:
        """Return the memories that there are: a small query, and one more for what changed."""
        wanted = OutletMemory.objects.filter(outlet__in=set(outlet_ids))
        learnt = dict(wanted.values_list("outlet_id", "learnt"))
        stale = {one for one, count in learnt.items() if self._held.get(one, (-1,))[0] != count}
        found = {one: self._held[one][1] for one in learnt if one not in stale}
        if stale:
            rows = OutletMemory.objects.filter(outlet__in=stale)
            for outlet_id, count, packed in rows.values_list("outlet_id", "learnt", "packed"):
                found[outlet_id] = bytes(packed)
                self._held[outlet_id] = count, bytes(packed)
        for outlet_id in found:
            self._held.move_to_end(outlet_id)
        while len(self._held) > _MOST_HELD:
            self._held.popitem(last=False)
        return found
