"""What the host's monitoring asks for: figures for Prometheus, to this machine or a token alone."""

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client.core import GaugeMetricFamily

from wireroom import __version__
from wireroom.adapters.metrics import gauge, written_metrics
from wireroom.news.queries.dead_letters import count_dead
from wireroom.news.queries.measures import database_bytes, feed_counts
from wireroom.news.queries.queue import read_queues

_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_AGE_S: Final = 15  # nobody scrapes more often
_KEPT: Final = "metrics"
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_FORWARDED: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
                     "X-Real-Ip", "Via")  # fmt: skip


@require_safe
def show_metrics(request: HttpRequest) -> HttpResponse:
    """Show the figures; to anybody else there is nothing here."""
    if not _may_see(request):
        raise Http404
    response = HttpResponse(written_metrics(settings.VAR, _kept()), content_type=_TYPE)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _may_see(request: HttpRequest) -> bool:
    """Tell whether it is the host who asks.

    With a token by that alone. Without one a request must come straight from this machine to a
    site that is not public: behind a proxy on it all the world comes from 127.0.0.1.
    """
    token = settings.WIREROOM_METRICS_TOKEN
    if token:
        return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}")
    is_passed_on = any(name in request.headers for name in _FORWARDED)
    hosts = (urlsplit(settings.WIREROOM_URL).hostname, urlsplit(f"//{request.get_host()}").hostname)
    is_local = all(host in _LOCAL for host in hosts)
    return is_local and not is_passed_on and _is_here(request.META.get("REMOTE_ADDR", ""))


def _is_here(peer: str) -> bool:
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _kept() -> tuple[GaugeMetricFamily, ...]:
    """Return what was measured, by this process, not long ago."""
    cache = caches["process"]
    kept: tuple[GaugeMetricFamily, ...] | None = cache.get(_KEPT)
    if kept is None:
        kept = tuple(_measure())
        cache.set(_KEPT, kept, _AGE_S)
    return kept


def _measure() -> Iterator[GaugeMetricFamily]:
    yield gauge("wireroom_info", "The version that runs", [((__version__,), 1)], ("version",))
    now = timezone.now()
    queues = list(read_queues(now=now))
    due = [((queue.step, "due"), float(queue.due)) for queue in queues]
    later = [((queue.step, "later"), float(queue.later)) for queue in queues]
    yield gauge(
        "wireroom_queue_rows",
        "Rows that a stage has before it, due now or later",
        due + later,
        ("stage", "when"),
    )
    yield gauge(
        "wireroom_queue_lag_seconds",
        "How long a stage's first due row has waited",
        [((queue.step,), queue.lag_s(now)) for queue in queues],
        ("stage",),
    )
    yield gauge(
        "wireroom_feeds",
        "Feeds by how their last polls went",
        [((state,), float(feeds)) for state, feeds in feed_counts(now=now).items()],
        ("state",),
    )
    yield gauge("wireroom_database_bytes", "Size of the database", [((), float(database_bytes()))])
    yield gauge(
        "wireroom_dead_letters",
        "Rows that were given up",
        [((step,), float(rows)) for step, rows in count_dead().items()],
        ("stage",),
    )
