"""Filing an address that somebody names, to be fetched and read as if a feed had announced it."""

from datetime import datetime

from wireroom.engine.errors import BadInput
from wireroom.engine.urls import canonical_url
from wireroom.news.identity import url_identity
from wireroom.news.models import OutletState, Page
from wireroom.news.queries.take_downs import taken_keys
from wireroom.news.services.feeds import URL_LENGTH
from wireroom.news.services.outlets import outlet_of_url


class Refused(Exception):  # noqa: N818 - says why
    """The address is not asked here; the message says why."""


def usable_address(told: str) -> str:
    """Return the canonical form of an address. Raises BadInput where it is none."""
    url = canonical_url(told.strip())
    if url is None or len(url) > URL_LENGTH:
        raise BadInput("give an address that starts with https:// or http://")
    return url


def name_page(told: str, *, now: datetime) -> tuple[Page, bool]:
    """Have an address fetched unless it is known; the second value says whether it is new.

    Raises BadInput for what is no address, Refused where it was taken down or is blocked.
    """
    url = usable_address(told)
    if taken_keys([url_identity(url)]):
        raise Refused("this report was taken down here")
    known = Page.objects.filter(url=url).first()
    if known is not None:
        return known, False
    outlet = outlet_of_url(url)
    if outlet.state == OutletState.BLOCKED:
        raise Refused("its outlet is blocked here")
    return Page.objects.get_or_create(
        url=url, defaults={"outlet": outlet, "seen_at": now, "step": "fetch", "due_at": now}
    )
