"""Fills a database with what indexes are rebuilt from: invented articles, prints and stories."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from benchmarks.copies_scale import WORDS, Press, prints_of
from benchmarks.news_stream import START, NewsStream, spell
from wireroom.engine.copies.fingerprint import pack, word_keys
from wireroom.engine.stories.bulk import Stored

_TOGETHER: Final = 8_000
_OUTLETS: Final = 400
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
    """Write `live` articles of two weeks; their ids are from 2 on, 1 is the row they are like."""
    stream, press = NewsStream(live), Press()
    keys = word_keys([spell(number) for number in range(WORDS)])
    outlets = _make_first()
    told: set[int] = set()  # stories that have a row
    for first in range(0, live, _TOGETHER):
        stored = stream.stored(first, min(live, first + _TOGETHER))
        drafts = press.batch(len(stored))
        prints = [pack(each) for each in prints_of(press, drafts, keys)]
        new = sorted({one.story + 1 for one in stored} - told)
        told.update(new)
        _write(stored, prints, new, outlets)


def _make_first() -> dict[str, int]:
    """Write the outlets, and a first article with all that belongs to one; return outlets' ids."""
    from wireroom.news.models import Article, ArticlePrints, Membership, Outlet, Page, Story

    names = [f"Outlet {number}" for number in range(_OUTLETS)]
    outlets = Outlet.objects.bulk_create(
        Outlet(slug=name.lower().replace(" ", "-"), name=name, name_key=name.lower(),
               home_url="https://outlet.example/")
        for name in names
    )  # fmt: skip
    page = Page.objects.create(outlet=outlets[0], url="https://outlet.example/", seen_at=START)
    article = Article.objects.create(
        pk=1, page=page, outlet=outlets[0], identity="1", headline_key=f"{1:032x}", role="main",
        url="https://outlet.example/2031/03/council-votes-on-its-harbour", headline=_HEADLINE,
        standfirst=_STANDFIRST, lang="en", seen_at=START, sort_at=START, spiked_at=START,
    )  # fmt: skip
    story = Story.objects.create(pk=1, lang="en")
    ArticlePrints.objects.create(
        article=article, copy_prints=b"", story_features=b"", pivots=bytes(100)
    )
    why = "3 names, place, 2 numbers, 4 h apart"
    Membership.objects.create(article=article, story=story, assigned_at=START, why=why)
    return {outlet.name: outlet.pk for outlet in outlets}


def _write(
    stored: Sequence[Stored],
    prints: Sequence[bytes],
    new: Sequence[int],
    outlets: Mapping[str, int],
) -> None:
    from django.db import transaction

    from wireroom.news.models import Article, ArticlePrints, Membership, Story
    from wireroom.news.queries.rows import time_value

    pairs = list(zip(stored, prints, strict=True))
    with transaction.atomic():
        _repeat(Story, ("id",), ((number,) for number in new))
        _repeat(
            Article,
            ("id", "outlet_id", "identity", "lang", "published_at", "sort_at", "spiked_at"),
            (
                (one.article + 2, outlets[one.outlet or ""], f"{one.article + 2:032x}",
                 "en" if one.article % 2 else "en-GB", time_value(one.at), time_value(one.at), None)
                for one in stored
            ),
        )  # fmt: skip
        _repeat(
            ArticlePrints,
            ("article_id", "copy_prints", "story_features"),
            ((one.article + 2, each, one.packed) for one, each in pairs),
        )
        _repeat(
            Membership,
            ("article_id", "story_id"),
            ((one.article + 2, one.story + 1) for one in stored),
        )


def _repeat(model: Any, changed: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows like the first of a table, but for some columns; a model a row costs too much."""
    from django.db import connection

    meta = model._meta
    columns = [field.column for field in meta.concrete_fields]
    order = [changed.index(column) for column in columns if column in changed]
    values = ", ".join("%s" if column in changed else column for column in columns)
    sql = (
        f"INSERT INTO {meta.db_table} ({', '.join(columns)})"
        f" SELECT {values} FROM {meta.db_table} WHERE {meta.pk.column} = 1"
    )
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[row[place] for place in order] for row in rows])


if __name__ == "__main__":
    main()
