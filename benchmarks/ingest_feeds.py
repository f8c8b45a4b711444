"""Prepares the database of the ingest benchmark, and counts what came of it."""

import os
import sys
import time


def main() -> None:
    """With an address: make the tables and the feed. --wait: for the end. --count: what came."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    import django  # the settings' environment has to be there first

    django.setup()
    if sys.argv[1] == "--count":
        _count()
    elif sys.argv[1] == "--wait":
        _wait()
    else:
        _prepare(sys.argv[1])


def _prepare(url: str) -> None:
    from django.core.management import call_command

    from wireroom.news.services.feeds import add_feed
    from wireroom.news.services.outlets import OutletFacts, file_outlet
    from wireroom.pipeline.coordinator import utc_now

    call_command("migrate", verbosity=0)
    outlet, _ = file_outlet(OutletFacts(name="Bench", home_url=f"{url}/"))
    add_feed(outlet, f"{url}/feed.xml", now=utc_now())


def _wait() -> None:
    from wireroom.news.models import Article, Page, Story

    # A page that was read falls due for another look in half an hour.
    looks = Page.objects.filter(step="fetch", fetched_at__isnull=False).values("pk")
    work = (Page.objects.exclude(pk__in=looks), Article.objects.all(), Story.objects.all())
    while not Page.objects.exclude(fetched_at=None).exists() or any(
        rows.filter(due_at__isnull=False).exists() for rows in work
    ):
        time.sleep(0.25)


def _count() -> None:
    from wireroom.news.models import Article, Copy, Page, Story

    print("pages-fetched", Page.objects.exclude(fetched_at=None).count())
    print("pages-unreadable", Page.objects.exclude(health__in=["article", ""]).count())
    print("dead-letters", Page.objects.exclude(dead_at=None).count())
    print("articles", Article.objects.count())
    print("copies", Copy.objects.count())
    print("stories", Story.objects.exclude(rank=None).count())


if __name__ == "__main__":
    main()
