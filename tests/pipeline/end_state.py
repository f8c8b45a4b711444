"""What an ingest left in the database, without ids and times: equal for equal outcomes.

Run as a script it answers questions, each a line of JSON: what is asked for, and its words.
"""

import contextlib
import io
import json
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import django
from django.db.models import F


def end_state() -> dict[str, Any]:
    """Return the end state as sorted JSON values; Django has to be set up."""
    from wireroom.news.models import Article, Brief, Copy, Entry, Feed, Page, Revision, Story

    names = {a.pk: _name(a) for a in Article.objects.select_related("outlet", "platform")}
    stories: dict[int, list[str]] = {}
    for pk, story in Article.objects.exclude(membership=None).values_list(
        "pk", "membership__story"
    ):
        stories.setdefault(story, []).append(names[pk])
    return {
        "feeds": sorted([f.url, f.kind, bool(f.retired_at)] for f in Feed.objects.all()),
        "entries": sorted(list(e) for e in Entry.objects.values_list("feed__url", "page__url")),
        "pages": sorted(list(p) for p in Page.objects.values_list("url", "health", "step")),
        "articles": sorted(names.values()),
        "reports": [_report(r) for r in _latest(Revision)],
        "revisions": sorted(
            [names[r.article_id], r.number, r.content_hash] for r in Revision.objects.all()
        ),
        "copies": sorted(
            _pair(names[c.a_id], names[c.b_id], c.direction, len(c.passages))
            for c in Copy.objects.all()
        ),
        "stories": sorted(sorted(members) for members in stories.values()),
        "events": sorted(sorted(members) for members in _events(Story).values()),
        "faces": sorted(
            list(s)
            # A story that a repair emptied only leads on: it is on no front.
            for s in Story.objects.exclude(rank=None).values_list(
                "headline", "articles_count", "outlets_count", "independent_count"
            )
        ),
        "quotes": sorted(
            [quote["saying"][0], quote["speakers"], names[quote["saying"][1]], quote["carried"]]
            for content in Brief.objects.values_list("content", flat=True)
            for quote in content.get("quotes", ())
        ),
    }


def _events(stories: Any) -> dict[int, list[list[str]]]:
    """Return by event what its stories are called in each language."""
    found: dict[int, list[list[str]]] = {}
    told = stories.objects.exclude(event=None).filter(merged_into=None)
    for event, lang, headline in told.values_list("event", "lang", "headline"):
        found.setdefault(event, []).append([lang, headline])
    return found


def _latest(revisions: Any) -> Any:
    latest = revisions.objects.filter(number=F("article__revision_count"))
    return latest.select_related("article__outlet", "article__platform").order_by(
        "article__identity"
    )


def _report(revision: Any) -> dict[str, Any]:
    words = revision.body.split()
    return {
        "page_of": (revision.article.platform or revision.article.outlet).slug,
        "outlet": revision.article.outlet.name,
        "headline": revision.headline,
        "lang": revision.article.lang,
        "dateline": revision.article.dateline,
        "wire_credit": revision.article.wire_credit,
        "paragraphs": len(revision.body.split("\n\n")) if words else 0,
        "first_words": " ".join(words[:8]),
        "last_words": " ".join(words[-8:]),
    }


def _name(article: Any) -> str:
    platform = article.platform.slug if article.platform else ""
    return f"{article.outlet.slug}@{platform}: {article.headline} ({article.health})"


def _pair(a: str, b: str, direction: str, passages: int) -> list[Any]:
    if a > b:
        a, b = b, a
        direction = {"a>b": "b>a", "b>a": "a>b"}.get(direction, direction)
    return [a, b, direction, passages]


def is_quiet(*, feeds: bool) -> bool:
    """Say whether nothing is left to do but polling feeds again; `feeds`: all were good once."""
    from wireroom.news.models import Article, Brief, Feed, Page, Shard, Story
    from wireroom.pipeline.coordinator import utc_now

    stages = (Page, Article, Story, Shard, Brief)
    # Pages that were read wait for another look, half an hour away or more.
    soon = utc_now() + timedelta(minutes=20)
    busy = any(m.objects.filter(due_at__lte=soon).exists() for m in stages)
    unpolled = Feed.objects.filter(ok_at=None, retired_at=None, due_at__isnull=False)
    if not feeds:
        unpolled = unpolled.filter(polled_at=None)
    return not busy and not unpolled.exists()


def count_words() -> tuple[int, int]:
    """Return how many briefs were made, and for how many a model wrote something."""
    from wireroom.news.models import Brief, Writing

    made = Brief.objects.filter(made_at__isnull=False).count()
    return made, Writing.objects.filter(written_at__isnull=False).exclude(content={}).count()


def has_read() -> bool:
    """Say whether a page was read."""
    from wireroom.news.models import Article

    return bool(Article.objects.exists())


def run(code: str, *words: str) -> str:
    """Run some code as a script with words; return what it prints."""
    sys.argv = ["", *words]
    with contextlib.redirect_stdout(io.StringIO()) as told:
        exec(code, {"__name__": "__main__"})
    return told.getvalue()


ANSWERS: Final[dict[str, Callable[..., Any]]] = {
    "state": end_state,
    "words": count_words,
    "read": has_read,
    "quiet": lambda: is_quiet(feeds=True),
    "settled": lambda: is_quiet(feeds=False),
    "run": run,
}


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        asked, *words = json.loads(line)
        print(json.dumps(ANSWERS[asked](*words)), flush=True)
