"""Who sends newsletters, and which of their letters are to be read again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from wireroom.engine.addresses import site_of
from wireroom.news.models import IssueFate, Mailbox, NewsletterIssue, NewsletterSender, OutletState


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A sender whose letters are taken: its outlet, and where that outlet's own pages stand."""

    outlet_id: int
    is_on: bool
    home_url: str
    hosts: frozenset[str]  # without "www."
    site: str


def read_admitted() -> Mapping[str, Admitted]:
    """Return the senders that the host has admitted, by key: one query."""
    rows = NewsletterSender.objects.exclude(outlet=None).select_related("outlet")
    return {row.key: _admitted(row) for row in rows}


def _admitted(row: NewsletterSender) -> Admitted:
    assert row.outlet is not None
    host = (urlsplit(row.outlet.home_url).hostname or row.site).removeprefix("www.")
    return Admitted(
        outlet_id=row.outlet.pk,
        is_on=row.outlet.state == OutletState.ON,
        home_url=row.outlet.home_url or f"https://{host}/",
        hosts=frozenset((host,)),
        site=site_of(f"https://{host}/"),
    )


def waiting_uids(mailbox: Mailbox) -> Sequence[int]:
    """Return the letters whose senders were admitted after they had come."""
    rows = NewsletterIssue.objects.filter(
        mailbox=mailbox, validity=mailbox.validity, fate=IssueFate.WAITING
    )
    return list(rows.order_by("uid").values_list("uid", flat=True)[:100])


def read_senders(*, limit: int = 1_000) -> Sequence[NewsletterSender]:
    """Return who sends letters, those that wrote last first."""
    return list(NewsletterSender.objects.select_related("outlet").order_by("-last_at")[:limit])
