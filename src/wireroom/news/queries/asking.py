"""What a story's reports answer to a reader's question, as far as their outlets let it be shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from wireroom.engine.insight.ask.answer import Reply
from wireroom.engine.insight.ask.find import ask
from wireroom.engine.insight.key_points.report import Report as Asked
from wireroom.engine.insight.key_points.report import voices_by_lead
from wireroom.news.hidden import is_hidden
from wireroom.news.publication import Level
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.cited import Cited, Citing
from wireroom.news.queries.columns import TEXT_TABLE, StoryRow
from wireroom.news.queries.coverage import Report, read_coverage, read_reports
from wireroom.news.queries.errors import read_hidden
from wireroom.news.queries.rows import marks, read_rows, written_moment

# A question is asked by whoever likes, so that what it costs must not grow with the story: the
# first reports and the latest are read.
_FIRST: Final = 30
_LATEST: Final = 50
_BODIES: Final = f"""
SELECT article.id, article.revision_count, article.headline, article.lang,
    CAST(article.sort_at AS text), text.body
FROM news_article AS article {TEXT_TABLE}
WHERE article.id IN ({{ids}})
"""
_COPIES: Final = """
SELECT a_id, b_id FROM news_copy
WHERE a_id IN ({ids}) AND b_id IN ({ids}) AND kind IN ('whole', 'edited', 'cut')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """A question about a story and its answer; `asked` is empty where nobody asked yet.

    `is_withheld` tells that the reports answer and that no outlet lets its words be shown.
    """

    story: StoryCard
    asked: str
    replies: tuple[Cited, ...] = ()
    is_withheld: bool = False
    read: int = 0


def answer_question(story: StoryRow, question: str, before: Sequence[str] = ()) -> AskPage:
    """Return what a story's reports answer, in five queries whatever the story's size."""
    card = story_card(story)
    if not question:
        return AskPage(story=card, asked="")
    reports = read_reports(_bounded(read_coverage(card.id).order))
    answer = ask(question, _asked(reports), before=before)
    sayings = [_saying(reply) for reply in answer.replies]
    hidden = read_hidden({saying[1] for saying in sayings})
    citing = Citing(reports, hidden)
    left = [saying for saying in sayings if not is_hidden(saying, hidden)]
    shown = [citing.cite([saying]) for saying in left]
    replies = tuple(one for one in shown if one is not None)
    return AskPage(
        story=card,
        asked=question,
        replies=replies,
        is_withheld=bool(left) and not replies,
        read=answer.compared,
    )


def _bounded(order: Sequence[int]) -> Sequence[int]:
    if len(order) <= _FIRST + _LATEST:
        return order
    return [*order[:_FIRST], *order[-_LATEST:]]


def _asked(reports: dict[int, Report]) -> list[Asked]:
    """Return those reports whose words may be chosen and shown."""
    ids = [
        number
        for number, report in reports.items()
        if report.may_be_read and report.policy.level in (Level.EXCERPT, Level.FULL)
    ]
    voices = _voices(ids)
    return [
        Asked(
            id=str(row[0]),
            revision=row[1],
            title=row[2],
            lang=row[3],
            published_at=written_moment(row[4]),
            body=row[5] or "",
            outlet=reports[row[0]].card.outlet.name,
            voice=voices.get(str(row[0])),
        )
        for row in read_rows(_BODIES.format(ids=marks(ids)), ids)
    ]


def _voices(ids: Collection[int]) -> dict[str, str]:
    rows = read_rows(_COPIES.format(ids=marks(list(ids))), [*ids, *ids])
    return voices_by_lead((str(a), str(b)) for a, b in rows)


def _saying(reply: Reply) -> list[Any]:
    span = reply.span
    return [reply.text, int(span.article), span.revision, span.start, span.end]
