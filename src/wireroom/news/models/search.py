"""Which articles can be searched, and where the search index has them."""

from django.db import models

from wireroom.news.models.articles import Article
from wireroom.news.models.work import Work, dead_index, due_index


class SearchDocument(Work):
    """An article in the search index; `step` is "index" when its words changed.

    `key` is its row there, by time (services/search.py); empty until it is indexed. The index
    itself is no model: an FTS5 table in SQLite, a tsvector in PostgreSQL (adapters/search_*).
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="searched")
    key = models.BigIntegerField(null=True, blank=True, unique=True)

    class Meta:
        indexes = [due_index("search_due"), dead_index("search_dead")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"words of {self.article_id}"
