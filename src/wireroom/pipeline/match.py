"""The stage match: which earlier articles share passages with this one."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from wireroom.engine.copies.fingerprint import pack, unpack
from wireroom.engine.reading import Compared, compare_with
from wireroom.engine.types import ArticleText
from wireroom.news.mapping import article_text
from wireroom.news.models import Article
from wireroom.news.queries.latest import latest_revisions
from wireroom.news.services.copies import Matched, file_copies
from wireroom.pipeline.desks import add_copy
from wireroom.pipeline.sharded import ShardedStage

# A text that more articles than this carry is wire copy by any measure: the best-contained
# candidates tell who; aligning with every further one tells nothing new and costs time.
MAX_CANDIDATES: Final = 40


class Match(ShardedStage):
    """Look the article's prints up, align it with the candidates in a worker, file the pairs."""

    step = "match"

    def start(self, rows: Sequence[Article], *, now: datetime) -> list[Future[Any]]:
        sought = [self._look_up(row, now=now) for row in rows]
        with_some = {key for one in sought if one.candidates for key in one.articles}
        texts = read_texts(with_some) if with_some else {}
        return [self._compare(one, texts) for one in sought]

    def _look_up(self, row: Article, *, now: datetime) -> "_Sought":
        desk = self.desk_of(row, now=now)
        prints = unpack(bytes(row.prints.copy_prints))
        found, furniture = desk.copies.look_up(prints)
        # Indexed before its own result is there: of two copies that are matched at the same
        # time, the second then finds the first.
        add_copy(desk, row.pk, prints, outlet=row.outlet.name, at=row.sort_at)
        ranked = sorted(found, key=lambda pair: (-pair[1], pair[0]))
        candidates = [key for key, _ in ranked if key != row.pk][:MAX_CANDIDATES]
        return _Sought(row.pk, candidates, pack(furniture) if candidates else b"")

    def _compare(self, sought: "_Sought", texts: Mapping[int, ArticleText]) -> Future[Any]:
        if not sought.candidates:
            return self.executors.inline.submit(Compared)
        others = tuple(texts[key] for key in sought.candidates if key in texts)
        return self.executors.cpu.submit(
            compare_with, texts[sought.article], others, furniture=sought.furniture
        )

    def file(self, done: Sequence[tuple[Article, Compared]], *, now: datetime) -> None:
        file_copies(
            [
                Matched(row, found.pairs, [int(other) for other in found.others])
                for row, found in done
            ],
            now=now,
        )


@dataclass(frozen=True, slots=True)
class _Sought:
    """An article and those that it is worth comparing with."""

    article: int
    candidates: Sequence[int]
    furniture: bytes

    @property
    def articles(self) -> tuple[int, ...]:
        return self.article, *self.candidates


def read_texts(article_ids: Collection[int]) -> dict[int, ArticleText]:
    """Return the latest texts, a query for the articles and one for their revisions."""
    found = Article.objects.filter(pk__in=article_ids).select_related("outlet")
    articles = {article.pk: article for article in found}
    revisions = latest_revisions(article_ids)
    return {key: article_text(articles[key], one) for key, one in revisions.items()}
