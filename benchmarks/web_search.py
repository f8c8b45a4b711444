"""What the search index has of a benchmark's invented reports, as the stage index files it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from django.db import connection

from benchmarks.in_bulk import Bulk
from benchmarks.web_texts import Text
from benchmarks.web_words import write_terms
from wireroom.adapters import search_postgres, search_sqlite
from wireroom.engine.search.lookup import document_marks
from wireroom.news.models import Article, SearchDocument
from wireroom.news.queries.keys import PLACES, first_key

INDEX_TABLE: Final = "news_search"


# A report, the ranks of its headline's words, and its text.
_Said: TypeAlias = tuple[Article, Sequence[int], Text]


@dataclass(frozen=True, slots=True)
class Searched:
    """Files reports in the index of the database at hand."""

    taken: set[int] = field(default_factory=set)

    def write(self, said: Sequence[_Said], bulk: Bulk) -> None:
        """File reports: in the order of the index, in which they mostly come, where many are."""
        index: Any = search_sqlite if connection.vendor == "sqlite" else search_postgres
        keys = [self._key(article) for article, _, _ in said]
        bulk.write(
            [
                SearchDocument(article_id=one.pk, key=key)
                for (one, _, _), key in zip(said, keys, strict=True)
            ]
        )
        ordered = sorted(zip(keys, said, strict=True), key=lambda row: row[0])
        with connection.cursor() as cursor:
            rows: Any = list(_rows(index, ordered))
            cursor.executemany(index.FILE, rows)

    def _key(self, article: Article) -> int:
        first = first_key(article.sort_at)
        place = article.pk % PLACES
        while first + place in self.taken:
            place = (place + 1) % PLACES
        self.taken.add(first + place)
        return first + place


def _rows(index: Any, ordered: Sequence[tuple[int, _Said]]) -> Iterator[tuple[object, ...]]:
    for key, (article, headline, text) in ordered:
        marks = document_marks(
            outlet=article.outlet_id, country=article.outlet.country, lang=article.lang,
            section=article.section,
        )  # fmt: skip
        yield index.as_row(key, write_terms(headline, article.lang), text.terms, marks)
