"""Measures the pages of one database in this process: time a request, and queries.

Each page is made anew, and then asked for once more, when it is kept.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.util import setup_testing_defaults

from wireroom.adapters.orphans import spare_collections

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of each request, by the clock and of the processor, and the most queries.

    `again_ms` are those by the clock of pages that were asked for just before.
    """

    wall_ms: list[float]
    cpu_ms: list[float]
    again_ms: list[float]
    queries: int


def main() -> None:
    """Fill the database of the environment where it is empty, then measure it."""
    count, requests = int(sys.argv[1]), int(sys.argv[2])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    Path(os.environ["WIREROOM_VAR"]).mkdir(parents=True, exist_ok=True)
    import django  # the settings' environment has to be there first

    django.setup()
    spare_collections()  # as conf/wsgi.py does
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from benchmarks.web_fill import fill
    from wireroom.news.models import Article

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        started = time.process_time()
        fill(count, now=datetime.now(UTC))
        print(f"filled in {time.process_time() - started:.0f} s of CPU", file=sys.stderr)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    _measure(count, requests)


def _measure(count: int, requests: int) -> None:
    from benchmarks.table import percentile, print_table, state_machine

    rows = []
    for name, urls in choose_addresses(requests).items():
        timing = time_addresses(urls)
        wall, cpu = timing.wall_ms, timing.cpu_ms
        rows.append(
            [
                name,
                *(percentile(times, share) for times in (cpu, wall) for share in (0.5, 0.99)),
                percentile(timing.again_ms, 0.5),
                1000 * len(urls) / sum(wall),
                timing.queries,
            ]
        )
    print(state_machine("Django", "Jinja2"))
    head = [
        "page",
        "CPU p50",
        "CPU p99",
        "wall p50",
        "wall p99",
        "again p50",
        "requests/s",
        "queries",
    ]
    print_table(f"web, {count:,} articles, one process, ms a request", head, rows)


def choose_addresses(requests: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of page: what readers open, and what is largest.

    Stories are those of the first fronts; articles come from anywhere in the table, so that
    most of their rows are read for the first time.
    """
    from wireroom.news.models import Article, Copy, Outlet, Story, Topic

    ranked = Story.objects.filter(lang="en").order_by("-rank")
    stories = list(ranked.values_list("pk", flat=True)[:requests])
    large = list(Story.objects.order_by("-articles_count").values_list("pk", flat=True)[:20])
    chance = random.Random(11)
    known = Article.objects.values_list("pk", flat=True)
    articles = chance.sample(list(known), min(requests, len(known)))
    outlets = list(Outlet.objects.order_by("pk").values_list("slug", flat=True))
    arabic = Story.objects.filter(lang="ar").order_by("-rank").values_list("pk", flat=True)
    pair = Copy.objects.latest("pk")  # the two of 1,000 words
    compared = f"/en/compare/{pair.a_id}/{pair.b_id}/"
    topics = [f"{one.slug}-{one.pk}" for one in Topic.objects.order_by("pk")]
    addresses = {
        "front": ["/en/"],
        "front, Arabic": ["/ar/"],
        "story": [f"/en/story/{pk}/" for pk in stories],
        "story, Arabic": [f"/ar/story/{pk}/" for pk in arabic[:requests]],
        "largest stories": [f"/en/story/{pk}/?page={n}" for pk in large for n in (1, 2, 9)],
        "article": [f"/en/article/{pk}/" for pk in articles],
        "comparison": [compared],
        "comparison, changes": [f"{compared}?show=changes"],
        "outlet": [f"/en/outlet/{slug}/" for slug in outlets],
        "grouping": [f"/en/story/{pk}/grouping/" for pk in stories],
        "largest groupings": [f"/en/story/{pk}/grouping/" for pk in large],
        "quotes": [f"/en/story/{pk}/quotes/" for pk in stories],
        "wrap-up": ["/en/wrap-up/"],
        "largest topics": [f"/en/topic/{named}/" for named in topics[:20]],
        "topic": [f"/en/topic/{named}/" for named in topics[: len(topics) // 2]],
        "topics": ["/en/topics/"],
        "search": _queries(requests),
    }
    return {
        name: (urls * (requests // len(urls) + 1))[:requests] for name, urls in addresses.items()
    }


def _queries(requests: int) -> list[str]:
    """Return so many queries, as many of each kind that `bench search` tells apart."""
    from benchmarks.search_measure import choose_queries

    kinds = choose_queries(requests).values()
    return [url for of_each in zip(*kinds, strict=True) for url in of_each][:requests]


def time_addresses(urls: Sequence[str]) -> Timing:
    """Ask this process's site for each address in turn, after a few that warm it."""
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from wireroom.web.keeping import KEPT

    site = get_wsgi_application()  # as the server calls it: a test client costs 0.2 ms a request
    queries = 0
    for url in [*dict.fromkeys(urls)][:20]:  # warm templates and imports as a running site has them
        KEPT.forget()
        with CaptureQueriesContext(connection) as captured:
            assert _get(site, url).startswith("200"), url
        queries = max(queries, len(captured))
    timing = Timing([], [], [], queries)
    for url in urls:
        KEPT.forget()
        started, worked = time.perf_counter(), time.process_time()
        _get(site, url)
        timing.cpu_ms.append(1000 * (time.process_time() - worked))
        timing.wall_ms.append(1000 * (time.perf_counter() - started))
        started = time.perf_counter()
        _get(site, url)
        timing.again_ms.append(1000 * (time.perf_counter() - started))
    return timing


def _get(site: "WSGIApplication", url: str) -> str:
    """Ask the site for an address, read the answer through and return its status."""
    path, _, query = url.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
    setup_testing_defaults(environ)
    status: list[str] = []

    def start(
        line: str, headers: list[tuple[str, str]], error: Any = None
    ) -> Callable[[bytes], object]:
        status.append(line)
        return lambda _: None

    answer = site(environ, start)
    b"".join(answer)
    if close := getattr(answer, "close", None):
        close()  # ends the request: connections go back
    return status[0]


if __name__ == "__main__":
    main()
