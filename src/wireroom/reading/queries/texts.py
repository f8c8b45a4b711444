"""A report's body as far as its outlet lets it be shown: what can be marked in it."""

import json
from dataclasses import dataclass

from wireroom.news.models import Article, Outlet, Revision
from wireroom.news.publication import lower_level, read_policy, shown_chars
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.structure import read_live_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """The latest state of a report: offsets in `body` are those of the revision's whole body."""

    report: ReportCard
    revision: int
    body: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the paragraphs that are shown."""
        return tuple(part for part in self.body.split("\n\n") if part.strip())


def read_text(article_id: int) -> ShownText | None:
    """Return what may be shown of a report that is not withdrawn: three queries."""
    report = read_reports([article_id]).get(article_id)
    if report is None:
        return None
    article = Article.objects.select_related("outlet").get(pk=article_id)
    text = Revision.objects.filter(article=article_id).order_by("-number").first()
    body = shown_body(article, text) if text else ""
    number = text.number if text else article.revision_count
    return ShownText(report=report.card, revision=number, body=body)


def shown_body(article: Article, text: Revision) -> str:
    """Return as much of a revision's body as the outlet's terms let be shown."""
    outlet: Outlet = article.outlet
    level = lower_level(outlet.policy, article.most_shown)
    policy = read_policy(level, outlet.excerpt_words, images=outlet.images_allowed)
    chars = shown_chars(
        policy,
        health=article.health,
        standfirst=text.standfirst,
        key_points=tuple(text.key_points),
        body=text.body,
        live_entries=read_live_entries(json.dumps(text.live_entries)),
    )
    return text.body[:chars]
