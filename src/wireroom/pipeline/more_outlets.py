"""Adding outlets to a newsroom that stands: those of the starter lists, or a host's own."""

from collections.abc import Collection

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.lists import file_outlets, remove_sample
from wireroom.pipeline.adding import Added, add_address
from wireroom.pipeline.founding import chosen_outlets


@transaction.atomic
def add_listed(names: Collection[str], *, takes_sample: bool, by: By) -> int:
    """File outlets of the starter lists; return how many are new. Raises BadInput."""
    chosen = chosen_outlets(names)
    if not chosen:
        raise BadInput("no outlet was chosen")
    if takes_sample:
        remove_sample()
    new, _feeds = file_outlets([(one.facts, one.feeds) for one in chosen], now=by.now)
    log_deed(Done(deed="outlet.add", after={"outlets": new}), by=by)
    return new


def add_own(address: str, *, takes_sample: bool, by: By) -> Added:
    """File the feed behind an address. Raises what `add_address` raises."""
    added = add_address(address)  # asks the network: not inside a transaction
    with transaction.atomic():
        if takes_sample and not added.is_sample:
            remove_sample()
        log_deed(Done(deed="outlet.add", subject=added.outlet_id, name=added.outlet), by=by)
    return added
