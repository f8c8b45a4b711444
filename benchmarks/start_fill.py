"""Fills a database with what indexes are rebuilt from: invented articles, prints and stories."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from benchmarks.copies_scale import WORDS, Press, prints_of
from benchmarks.news_stream import START, NewsStream, spell
from wireroom.engine.copies.fingerprint import pack, word_keys
from wireroom.engine.stories.bulk import Stored

if TYPE_CHECKING:
    from wireroom.news.models import Article, Outlet, Page

_TOGETHER: Final = 8_000
# What else stands in an article's row has to be read past: about as much as a real one's.
_HEADLINE: Final = "Council of the invented town votes on its invented harbour after long debate"
_STANDFIRST: Final = " ".join([_HEADLINE, _HEADLINE, _HEADLINE])


def main() -> None:
    """Fill the database of the environment with so many articles, unless it holds some."""
    import django  # the settings' environment has to be there first

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from wireroom.news.models import Article

    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        return
    fill(int(sys.argv[1]))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def fill(live: int) -> None:
    """Write `live` articles of two weeks."""
    from wireroom.news.models import Outlet, Page

    stream, press = NewsStream(live), Press()
    keys = word_keys([spell(number) for number in range(WORDS)])
    outlets: dict[str, Outlet] = {}
    told: set[int] = set()  # stories that have a row
    outlet = _outlet(outlets, "Outlet 0")
    page = Page.objects.create(outlet=outlet, url="https://a.example/", seen_at=START)
    for first in range(0, live, _TOGETHER):
        stored = stream.stored(first, min(live, first + _TOGETHER))
        drafts = press.batch(len(stored))
        prints = [pack(each) for each in prints_of(press, drafts, keys)]
        _write(stored, prints, page, outlets, told)


def _write(
    stored: Sequence[Stored],
    prints: Sequence[bytes],
    page: "Page",
    outlets: dict[str, "Outlet"],
    told: set[int],
) -> None:
    from django.db import transaction

    from wireroom.news.models import Article, ArticlePrints, Membership, Story

    new = sorted({one.story for one in stored} - told)
    told.update(new)
    with transaction.atomic():
        Story.objects.bulk_create(Story(pk=number, lang="en") for number in new)
        Article.objects.bulk_create(_articles(stored, page, outlets))
        ArticlePrints.objects.bulk_create(
            ArticlePrints(
                article_id=one.article + 1, copy_prints=each, story_features=one.packed,
                pivots=bytes(100),
            )
            for one, each in zip(stored, prints, strict=True)
        )  # fmt: skip
        Membership.objects.bulk_create(
            Membership(
                article_id=one.article + 1, story_id=one.story, assigned_at=one.at,
                why="3 names, place, 2 numbers, 4 h apart",
            )
            for one in stored
        )  # fmt: skip


def _articles(
    stored: Sequence[Stored], page: "Page", outlets: dict[str, "Outlet"]
) -> Iterator["Article"]:
    from wireroom.news.models import Article

    for one in stored:
        yield Article(
            pk=one.article + 1,
            page=page,
            outlet=_outlet(outlets, one.outlet or ""),
            identity=f"{one.article:032x}",
            headline_key=f"{one.article:032x}",
            role="main",
            url=f"https://outlet.example/2031/03/{one.article}/council-votes-on-its-harbour",
            headline=_HEADLINE,
            standfirst=_STANDFIRST,
            lang="en" if one.article % 2 else "en-GB",
            published_at=one.published_at,
            seen_at=one.at.replace(microsecond=0),
            sort_at=one.at,
        )


def _outlet(outlets: dict[str, "Outlet"], name: str) -> "Outlet":
    from wireroom.news.models import Outlet

    if name not in outlets:
        key = name.lower()
        outlets[name] = Outlet.objects.create(
            slug=key.replace(" ", "-"), name=name, name_key=key, home_url="https://a.example/"
        )
    return outlets[name]


if __name__ == "__main__":
    main()
