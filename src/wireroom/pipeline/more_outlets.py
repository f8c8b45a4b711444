"""Adding outlets to a newsroom that stands: of the starter lists, of an OPML list, a host's own."""

from collections.abc import Collection
from dataclasses import replace

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.opml import read_opml
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.listed_feeds import Filed, file_listed_feeds
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


def add_feeds_of(raw: bytes, *, takes_sample: bool, by: By) -> Filed:
    """File the feeds of an OPML list. Raises BadInput."""
    listed = read_opml(raw)
    if not listed.feeds:
        raise BadInput("no outline of this list has a web address as xmlUrl")
    if takes_sample:
        remove_sample()
    filed = file_listed_feeds(listed.feeds, now=by.now)  # in portions: others write meanwhile
    log_deed(Done(deed="outlet.add", after={"outlets": filed.outlets}), by=by)
    return replace(filed, unusable=filed.unusable + listed.left_out)


def add_own(address: str, *, takes_sample: bool, by: By) -> Added:
    """File the feed behind an address. Raises what `add_address` raises."""
    added = add_address(address)  # asks the network: not inside a transaction
    with transaction.atomic():
        if takes_sample and not added.is_sample:
            remove_sample()
        log_deed(Done(deed="outlet.add", subject=added.outlet_id, name=added.outlet), by=by)
    return added
