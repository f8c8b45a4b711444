"""What a language's indexes are rebuilt from: its live articles in order of time, page by page.

A page is a stretch of the table's own index by language and time: the database sorts nothing, and
no more than a page of each variety of the language is in memory.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from typing import Final, NamedTuple

from django.db import connection

from wireroom.news.queries.rows import Row, read_row, read_rows, time_value, written_moment

PAGE: Final = 16_000  # 35 MB of prints and features
_PAGE: Final = """
SELECT article.id, article.outlet_id, CAST(article.sort_at AS text),
    CAST(article.published_at AS text), prints.copy_prints, prints.story_features,
    prints.dense, membership.story_id, story.storyline_id
FROM news_article AS article
JOIN news_articleprints AS prints ON prints.article_id = article.id
LEFT JOIN news_membership AS membership ON membership.article_id = article.id
LEFT JOIN news_story AS story ON story.id = membership.story_id
WHERE article.lang = %s AND article.sort_at >= %s AND article.spiked_at IS NULL
    AND (article.sort_at > %s OR article.id > %s)
ORDER BY article.sort_at, article.id LIMIT %s
"""
_MOST_MAPPED: Final = 1 << 31  # SQLite takes a page less
_OUTLETS: Final = "SELECT id, name FROM news_outlet"


class Indexed(NamedTuple):
    """An article as indexes know it; without a story where it is not assigned yet."""

    at: datetime
    article: int
    outlet: str
    published_at: datetime | None
    copy_prints: bytes
    story_features: bytes
    dense: bytes
    story: int | None
    storyline: int | None


def read_indexed(langs: Iterable[str], *, since: datetime) -> Iterator[Indexed]:
    """Yield what has prints, is not withdrawn and is in one of the languages, earliest first.

    Merged by pages: row by row takes a fifth of the time of reading them.
    """
    outlets: dict[int, str] = dict(read_rows(_OUTLETS))
    streams = [_read(lang, since, outlets) for lang in langs]
    with _mapped():
        yield from chain.from_iterable(_merged(streams))


def _merged(streams: Sequence[Iterator[list[Indexed]]]) -> Iterator[list[Indexed]]:
    pages = [next(stream, []) for stream in streams]
    while any(pages):
        until = min(page[-1] for page in pages if page)  # up to there all is known
        cuts = [bisect_right(page, until) for page in pages]
        yield sorted(chain(*(page[:cut] for page, cut in zip(pages, cuts, strict=True))))
        rest = [page[cut:] for page, cut in zip(pages, cuts, strict=True)]
        pages = [page or next(stream, []) for page, stream in zip(rest, streams, strict=True)]


@contextmanager
def _mapped() -> Iterator[None]:
    """Have SQLite map as much of its file as it can, 2 GB, while it is read from end to end.

    What lies behind the quarter of a gigabyte that it maps else took half as long again to read.
    """
    usual = read_row("PRAGMA mmap_size") if connection.vendor == "sqlite" else None
    if usual is None:  # of a database in memory, too
        yield
        return
    read_rows(f"PRAGMA mmap_size = {_MOST_MAPPED}")
    try:
        yield
    finally:
        read_rows(f"PRAGMA mmap_size = {usual[0]}")


def _read(lang: str, since: datetime, outlets: dict[int, str]) -> Iterator[list[Indexed]]:
    last, article = since, 0
    while True:
        at = time_value(last)
        found = [_indexed(row, outlets) for row in read_rows(_PAGE, (lang, at, at, article, PAGE))]
        yield found
        if len(found) < PAGE:
            return
        last, article = found[-1].at, found[-1].article


def _indexed(row: Row, outlets: dict[int, str]) -> Indexed:
    article, outlet, sort_at, published_at, prints, features, dense, story, storyline = row
    at = written_moment(sort_at)
    if published_at is None or published_at == sort_at:  # mostly: one time is made, and kept
        stated = at if published_at else None
    else:
        stated = written_moment(published_at)
    kept = bytes(prints), bytes(features), bytes(dense)
    return Indexed(at, article, outlets[outlet], stated, *kept, story, storyline)
