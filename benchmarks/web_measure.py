"""Measures the pages of one database in this process: time a request, and queries."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from wireroom.adapters.orphans import spare_collections


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
        fill(count)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    _measure(count, requests)


def _measure(count: int, requests: int) -> None:
    from benchmarks.table import percentile, print_table, state_machine
    from wireroom.news.models import Article, Story

    stories = list(Story.objects.order_by("-rank").values_list("pk", flat=True)[:requests])
    large = list(Story.objects.order_by("-articles_count").values_list("pk", flat=True)[:20])
    articles = list(Article.objects.order_by("-pk").values_list("pk", flat=True)[:requests])
    pages = {
        "front": ["/en/"] * requests,
        "story": [f"/en/story/{pk}/" for pk in stories],
        "largest stories": [f"/en/story/{pk}/" for pk in large] * (requests // 20),
        "article": [f"/en/article/{pk}/" for pk in articles],
    }
    rows = []
    for name, urls in pages.items():
        times_ms, cpu_ms, queries = _time(urls)
        rows.append(
            [
                name,
                percentile(times_ms, 0.5),
                percentile(times_ms, 0.99),
                1000 * len(urls) / sum(times_ms),
                cpu_ms,
                queries,
            ]
        )
    print(state_machine("Django", "Jinja2"))
    head = ["page", "p50 ms", "p99 ms", "requests/s", "CPU ms", "queries"]
    print_table(f"web, {count:,} articles, one process", head, rows)


def _time(urls: Sequence[str]) -> tuple[list[float], float, int]:
    """Return the milliseconds of each request, CPU ms a request, and the most queries of one."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    for url in urls[:20]:  # warm caches as a running site has them
        assert client.get(url).status_code == 200, url
    with CaptureQueriesContext(connection) as captured:
        client.get(urls[0])
    queries = len(captured)  # now: later requests clear the log
    times_ms = []
    cpu_before = time.process_time()
    for url in urls:
        started = time.perf_counter()
        client.get(url)
        times_ms.append(1000 * (time.perf_counter() - started))
    cpu_ms = 1000 * (time.process_time() - cpu_before) / len(urls)
    return times_ms, cpu_ms, queries


if __name__ == "__main__":
    main()
