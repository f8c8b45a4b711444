"""The piece that a reader reports an error of, and the errors that wait for editors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.news.models import ErrorState, ReportedError
from wireroom.news.publication import Level, count_words
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.coverage import Report, read_reports
from wireroom.news.queries.rows import read_row

_WORDS: Final = """
SELECT substr(body, %s, %s) FROM news_revision WHERE article_id = %s AND number = %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPiece:
    """Words as a page showed them, in which language, and the report that they are of."""

    text: str
    lang: str
    report: ReportCard
    is_translated: bool = False


def read_piece(article: int, revision: int, start: int, end: int) -> ShownPiece | None:
    """Return the words at a place, in two queries; None where they may not be shown now."""
    report = read_reports([article]).get(article)
    row = read_row(_WORDS, (start + 1, end - start, article, revision)) if report else None
    if report is None or row is None or not row[0] or not _may_show(row[0], report):
        return None
    return ShownPiece(text=row[0], lang=report.card.lang, report=report.card)


def _may_show(text: str, report: Report) -> bool:
    policy = report.policy
    if not report.may_be_read or policy.level not in (Level.EXCERPT, Level.FULL):
        return False
    return policy.level is Level.FULL or count_words(text) <= policy.excerpt_words


def read_errors(
    *, all_states: bool = False, most: int = 200, beyond: int | None = None
) -> Sequence[ReportedError]:
    """Return the errors that wait for an editor, the oldest first; or the latest of all.

    Those after the error `beyond` in that order, where one is given.
    """
    errors = ReportedError.objects.select_related("article__outlet")
    if all_states:
        earlier = errors if beyond is None else errors.filter(pk__lt=beyond)
        return list(earlier.order_by("-pk")[:most])
    later = errors if beyond is None else errors.filter(pk__gt=beyond)
    return list(later.filter(state=ErrorState.OPEN).order_by("pk")[:most])


def read_hidden(articles: Iterable[int]) -> set[tuple[int, str]]:
    """Return (article, piece_key) of what editors hid of these articles."""
    agreed = ReportedError.objects.filter(state=ErrorState.AGREED, article__in=set(articles))
    return set(agreed.values_list("article_id", "key"))
