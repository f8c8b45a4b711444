"""The stage match: which earlier articles share passages with this one."""

from concurrent.futures import Future
from datetime import datetime
from typing import Any, Final

from django.db.models import Q

from wireroom.engine.copies.fingerprint import pack, unpack
from wireroom.engine.reading import Compared, compare_with
from wireroom.engine.types import ArticleText
from wireroom.news.mapping import article_text
from wireroom.news.models import Article, Revision
from wireroom.news.services.copies import file_copies
from wireroom.pipeline.desks import Desk, add_copy
from wireroom.pipeline.sharded import ShardedStage

# A text that more articles than this carry is wire copy by any measure: the best-contained
# candidates tell who; aligning with every further one tells nothing new and costs time.
MAX_CANDIDATES: Final = 40


class Match(ShardedStage):
    """Look the article's prints up, align it with the candidates in a worker, file the pairs."""

    step = "match"

    def start(self, row: Article, *, now: datetime) -> Future[Any]:
        desk = self.desk_of(row, now=now)
        prints = bytes(row.prints.copy_prints)
        candidates = _candidates(desk, row, prints)
        # Indexed before its own result is there: of two copies that are matched at the same
        # time, the second then finds the first.
        add_copy(desk, row, prints)
        if not candidates:
            return self.executors.inline.submit(Compared)
        texts = _texts([row.pk, *candidates])
        own = texts.pop(row.pk)
        furniture = pack(desk.copies.furniture(unpack(prints)))
        return self.executors.cpu.submit(
            compare_with, own, tuple(texts.values()), furniture=furniture
        )

    def file(self, row: Article, result: Compared, *, now: datetime) -> None:
        file_copies(
            row,
            result.pairs,
            compared=[int(other) for other in result.others],
            now=now,
        )


def _candidates(desk: Desk, row: Article, prints: bytes) -> list[int]:
    found = desk.copies.candidates(unpack(prints))
    ranked = sorted(found, key=lambda pair: (-pair[1], pair[0]))
    return [key for key, _ in ranked if key != row.pk][:MAX_CANDIDATES]


def _texts(article_ids: list[int]) -> dict[int, ArticleText]:
    """Return the latest texts, a query for the articles and one for their revisions."""
    articles = {
        a.pk: a for a in Article.objects.filter(pk__in=article_ids).select_related("outlet")
    }
    wanted = Q()
    for article in articles.values():
        wanted |= Q(article_id=article.pk, number=article.revision_count)
    revisions = Revision.objects.filter(wanted)
    return {r.article_id: article_text(articles[r.article_id], r) for r in revisions}
