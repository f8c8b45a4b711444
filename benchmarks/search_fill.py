"""Fills a database with invented reports to search, of words as common as a language's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from typing import Any, Final

import numpy as np
from django.db import connection, transaction

from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import document_marks
from wireroom.engine.search.terms import search_terms
from wireroom.news.models import (
    Article,
    Membership,
    Outlet,
    Page,
    Revision,
    SearchDocument,
    Story,
)
from wireroom.news.queries.keys import first_key

OUTLETS: Final = 200
VOCABULARY: Final = 200_000
# A word's share falls with its rank as in natural language (Zipf's law, exponent 1.07), the
# commonest standing in nearly every report.
_EXPONENT: Final = 1.07
_HEADLINE: Final = 9
_BODY: Final = 240
_EVERY: Final = timedelta(seconds=40)  # a million reports are fifteen months of a busy newsroom
_CHUNK: Final = 2_000
_SYLLABLES: Final = (
    *("ka", "ro", "mi", "ven", "tal", "dor", "esh", "lu", "pra", "nim", "ost"),
    *("ger", "fal", "ba", "chi", "su", "wen", "gol", "ji", "tra", "quo", "lim"),
)


def make_vocabulary() -> list[str]:
    """Return the different words, the commonest first."""
    made = ("".join(parts) for size in (2, 3, 4) for parts in product(_SYLLABLES, repeat=size))
    return list(islice(made, VOCABULARY))


@dataclass(frozen=True, slots=True)
class _Words:
    """The vocabulary as written and as terms, and how often each word is drawn."""

    written: Sequence[str]
    terms: Sequence[str]
    steps: Any  # cumulative shares

    def draw(self, chance: np.random.Generator, size: tuple[int, int]) -> Any:
        return np.searchsorted(self.steps, chance.random(size))


def fill(count: int) -> None:
    """Write `count` reports, each in a story of its own, and what is looked up of them."""
    written = make_vocabulary()
    shares = np.arange(1, VOCABULARY + 1) ** -_EXPONENT
    steps = np.cumsum(shares / shares.sum())
    words = _Words(written, [search_terms(one, "en")[0] for one in written], steps)
    outlets = _make_outlets()
    chance = np.random.default_rng(5)
    start = datetime.now(UTC).replace(microsecond=0) - count * _EVERY
    for first in range(0, count, _CHUNK):
        numbers = range(first, min(first + _CHUNK, count))
        _write(numbers, start, words, outlets, chance)


def _make_outlets() -> list[Outlet]:
    return Outlet.objects.bulk_create(
        Outlet(slug=f"outlet-{i}", name=f"Outlet {i}", name_key=f"outlet {i}", lang="en",
               country=("GB", "US", "IE", "IN")[i % 4], policy=("excerpt", "full")[i % 2])
        for i in range(OUTLETS)
    )  # fmt: skip


@transaction.atomic
def _write(
    numbers: range,
    start: datetime,
    words: _Words,
    outlets: Sequence[Outlet],
    chance: np.random.Generator,
) -> None:
    drawn = words.draw(chance, (len(numbers), _HEADLINE + _BODY))
    articles = _articles(numbers, start, words, outlets, drawn)
    Revision.objects.bulk_create(
        Revision(
            article=article, number=1, headline=article.headline, seen_at=article.seen_at,
            body=" ".join(words.written[i] for i in row[_HEADLINE:]), content_hash="",
        )
        for article, row in zip(articles, drawn, strict=True)
    )  # fmt: skip
    stories = Story.objects.bulk_create(
        Story(lang="en", headline=one.headline, lead=one, rank=1.0, independent_count=i % 7 + 1,
              articles_count=i % 7 + 1)
        for i, one in enumerate(articles)
    )  # fmt: skip
    Membership.objects.bulk_create(
        Membership(article=article, story=story, assigned_at=article.seen_at)
        for article, story in zip(articles, stories, strict=True)
    )
    keys = [first_key(one.sort_at) for one in articles]
    SearchDocument.objects.bulk_create(
        SearchDocument(article=one, key=key) for one, key in zip(articles, keys, strict=True)
    )
    index: Any = search_sqlite if connection.vendor == "sqlite" else search_postgres
    with connection.cursor() as cursor:
        rows: Any = list(_rows(index, articles, keys, words, drawn))
        cursor.executemany(index.FILE, rows)


def _articles(
    numbers: range, start: datetime, words: _Words, outlets: Sequence[Outlet], drawn: Any
) -> list[Article]:
    chosen = [outlets[i % len(outlets)] for i in numbers]
    pages = Page.objects.bulk_create(
        Page(outlet=outlet, url=f"https://{outlet.slug}.example/{i}", seen_at=start)
        for i, outlet in zip(numbers, chosen, strict=True)
    )
    return Article.objects.bulk_create(
        Article(
            page=page, outlet=page.outlet, identity=f"u:{i}", headline_key="", role="main",
            url=page.url, headline=" ".join(words.written[k] for k in row[:_HEADLINE]),
            section=("World", "Sport")[i % 2], lang="en", published_at=start + i * _EVERY,
            published_from="stated", seen_at=start + i * _EVERY, sort_at=start + i * _EVERY,
            wire_credit="Kestrel Agency" if i % 4 == 0 else "", word_count=_BODY,
        )
        for i, page, row in zip(numbers, pages, drawn, strict=True)
    )  # fmt: skip


def _rows(
    index: Any, articles: Sequence[Article], keys: Sequence[int], words: _Words, drawn: Any
) -> Iterator[tuple[object, ...]]:
    for article, key, row in zip(articles, keys, drawn, strict=True):
        terms = [words.terms[i] for i in row]
        marks = document_marks(
            outlet=article.outlet_id, country=article.outlet.country, lang="en",
            section=article.section,
        )  # fmt: skip
        headline, body = " ".join(terms[:_HEADLINE]), " ".join(terms[_HEADLINE:])
        yield index.as_row(key, headline, body, marks)
