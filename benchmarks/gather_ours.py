"""Polls every feed once a round, by the stage and the loop of a running newsroom."""

import os
import subprocess
import sys


def main() -> None:
    """Prepare, then at each line of standard input: `due` makes all due, `go` polls them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    import django  # the settings' environment has to be there first

    django.setup()
    from wireroom.adapters.orphans import spare_collections
    from wireroom.engine.feeds.answer import read_answer
    from wireroom.engine.types import FetchResult
    from wireroom.news.models import Feed
    from wireroom.pipeline.build import build_pipeline
    from wireroom.pipeline.coordinator import Coordinator, utc_now

    _prepare(sys.argv[1], int(sys.argv[2]))
    spare_collections()
    with build_pipeline() as pipeline:
        loop = Coordinator(pipeline.coordinator.stages[:1])
        gone = FetchResult(status=410, url=sys.argv[1], headers={}, body=b"")
        for started in [pipeline.executors.cpu.submit(read_answer, gone) for _ in range(8)]:
            started.result()  # workers are there when a newsroom polls
        print("ready", flush=True)
        for line in sys.stdin:
            if line.strip() == "due":
                Feed.objects.update(due_at=utc_now())
            else:
                loop.run(is_enough=lambda: not Feed.objects.filter(due_at__lte=utc_now()).exists())
            print("done", flush=True)
        print(_held(), flush=True)


def _prepare(base: str, feeds: int) -> None:
    from wireroom.news.models import Feed
    from wireroom.news.services.outlets import OutletFacts, file_outlet

    # In a process of its own, as `up` does: what steps leave in memory is no part of polling.
    subprocess.run(
        [sys.executable, "-m", "wireroom", "manage", "migrate", "--verbosity", "0"], check=True
    )
    outlet, _ = file_outlet(OutletFacts(name="Bench", home_url=f"{base}/"))
    Feed.objects.bulk_create(
        Feed(outlet=outlet, url=f"{base}/feed/{number}.xml", step="poll") for number in range(feeds)
    )


def _held() -> int:
    from wireroom.news.models import Entry

    return Entry.objects.count()


if __name__ == "__main__":
    main()
