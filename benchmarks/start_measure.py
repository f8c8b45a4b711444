"""Measures how a language's indexes are rebuilt from the database of the environment."""

import resource
import sys
import time
from datetime import timedelta

from benchmarks.news_stream import DAYS, START
from benchmarks.table import held_bytes, print_table, state_machine
from wireroom.adapters.orphans import spare_collections


def main() -> None:
    """Take the language as a coordinator does, and print what that took."""
    live = int(sys.argv[1])
    import django  # the settings' environment has to be there first

    django.setup()
    spare_collections()  # as the pipeline's own process does
    from wireroom.news.models import Shard
    from wireroom.pipeline.desks import Desks

    Shard.objects.all().delete()  # a kept database may say that an earlier run holds the language
    desks, before = Desks(), held_bytes()
    began, cpu = time.perf_counter(), time.process_time()
    desk = desks.hold("en", now=START + timedelta(days=DAYS))
    wall_s, cpu_s = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    found = len(desk.copies) if desk else 0
    print(state_machine("Django", "numpy"))
    print_table(
        f"indexes of {live:,} articles rebuilt from the tables",
        ("articles", "s", "us an article", "CPU us", "MB held", "MB at most with the file's"),
        [
            (found, wall_s, 1e6 * wall_s / live, 1e6 * cpu_s / live,
             (held_bytes() - before) / 1e6, peak / 1e6)
        ],
    )  # fmt: skip


if __name__ == "__main__":
    main()
