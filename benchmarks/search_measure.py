"""Measures the search page over one database in this process: time a request, and queries."""

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

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
        started = time.process_time()
        fill(count, now=datetime.now(UTC))
        print(f"filled in {time.process_time() - started:.0f} s of CPU", file=sys.stderr)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    _measure(count, requests)


def _measure(count: int, requests: int) -> None:
    from benchmarks.table import percentile, print_table, state_machine
    from benchmarks.web_measure import time_addresses

    rows = []
    spent: list[float] = []
    waited: list[float] = []
    for name, urls in choose_queries(requests).items():
        timing = time_addresses(urls)
        spent += timing.cpu_ms
        waited += timing.wall_ms
        times = (timing.cpu_ms, timing.wall_ms)
        shares = [percentile(one, share) for one in times for share in (0.5, 0.99)]
        rows.append([name, *shares, timing.queries])
    shares = [percentile(one, share) for one in (spent, waited) for share in (0.5, 0.99)]
    rows.append(["all of these", *shares, 6])
    print(state_machine("Django", "Jinja2"))
    head = ["query", "CPU p50", "CPU p99", "wall p50", "wall p99", "queries"]
    print_table(f"search, {count:,} reports, one process, ms a request", head, rows)


def choose_queries(requests: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of query, no two alike."""
    from benchmarks.web_words import vocabulary

    chance = random.Random(3)
    words = vocabulary("en")

    def pick(first: int, last: int) -> str:
        return words[chance.randrange(first, last)]

    kinds: dict[str, Callable[[], dict[str, str]]] = {
        "a word in nearly every report": lambda: {"q": pick(0, 20)},
        "a word in one of twenty": lambda: {"q": pick(300, 1_000)},
        "a rare word": lambda: {"q": pick(20_000, 190_000)},
        "two words": lambda: {"q": f"{pick(0, 200)} {pick(200, 2_000)}"},
        "two rare words": lambda: {"q": f"{pick(5_000, 50_000)} {pick(5_000, 50_000)}"},
        "four words": lambda: {"q": " ".join(pick(20, 3_000) for _ in range(4))},
        "either of two": lambda: {"q": f"{pick(20, 2_000)} OR {pick(20, 2_000)}"},
        "a phrase": lambda: {"q": f'"{pick(0, 60)} {pick(0, 60)}"'},
        "a phrase of no report": lambda: {"q": f'"{pick(100, 900)} {pick(30_000, 90_000)}"'},
        "one left out": lambda: {"q": f"{pick(200, 2_000)} -{pick(0, 20)}"},
        "of an outlet": lambda: {"q": f"{pick(20, 2_000)} outlet:outlet-{chance.randrange(200)}"},
        "own reporting": lambda: {"q": f"{pick(20, 2_000)} is:own"},
        "before a day": lambda: {"q": f"{pick(20, 2_000)} before:{_day(chance)}"},
        "the newest first": lambda: {"q": pick(20, 5_000), "sort": "new"},
    }
    return {
        name: [f"/en/search/?{urlencode(kind())}" for _ in range(requests)]
        for name, kind in kinds.items()
    }


def _day(chance: random.Random) -> str:
    return str((datetime.now(UTC) - timedelta(days=chance.randrange(3, 60))).date())


if __name__ == "__main__":
    main()
