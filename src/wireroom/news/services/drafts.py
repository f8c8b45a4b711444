"""Articles about to be filed, and the filing of many that no row and no other draft could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from wireroom.engine.reading import Reading
from wireroom.engine.terms import join_terms, most_shown, reserves_ai, split_terms
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Health
from wireroom.news.mapping import article_columns, revision_columns
from wireroom.news.models import Article, ArticlePrints, Outlet, Page, Revision
from wireroom.news.services.search import ask_for_index

# Only what can be read as a report is grouped; the rest is kept and shown as a headline.
GROUPED: Final = frozenset({Health.ARTICLE, Health.PAYWALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reading, completed from its page's announcement, with what identifies its article."""

    page: Page
    read: ReadArticle
    reading: Reading
    outlet: Outlet
    identity: str
    headline_key: str
    url: str

    @property
    def is_grouped(self) -> bool:
        """Whether the article is to be matched and to have a story."""
        return self.read.health in GROUPED

    def columns(self, *, seen_at: datetime) -> dict[str, Any]:
        """Return the article's columns that every reading sets anew."""
        return {
            **article_columns(self.read, headline_key=self.headline_key, seen_at=seen_at),
            "outlet": self.outlet,
            "platform": self.page.outlet if self.outlet.pk != self.page.outlet_id else None,
            "identity": self.identity,
            "url": self.url,
            "ai_reserved": reserves_ai(self.terms),
            "most_shown": most_shown(self.terms),
        }

    @property
    def terms(self) -> str:
        """What its page states of its use, unless the host has the outlet's leave."""
        if self.outlet.overrules_terms:
            return ""
        return join_terms(split_terms(self.page.terms), self.reading.terms)


def first_met(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that share identity, or outlet and headline, with no row or earlier draft.

    A draft that shares one may be the same article, or adopt it: those are looked up one by one,
    after what came before them is filed.
    """
    keys = {key for draft in drafts for key in _keys(draft)}
    known = Article.objects.filter(identity__in=[k for k in keys if isinstance(k, str)])
    taken: set[_Key] = set(known.values_list("identity", flat=True))
    taken |= set(
        Article.objects.filter(
            outlet__in={draft.outlet.pk for draft in drafts},
            headline_key__in={draft.headline_key for draft in drafts},
        ).values_list("outlet_id", "headline_key")
    )
    # A page that was read before may hold the same report under another headline and address.
    pages = {draft.page.pk for draft in drafts}
    read_before = set(Article.objects.filter(page__in=pages).values_list("page_id", flat=True))
    found = []
    for draft in drafts:
        if draft.page.pk not in read_before and taken.isdisjoint(_keys(draft)):
            found.append(draft)
        taken.update(_keys(draft))
    return found


_Key = str | tuple[int, str]


def _keys(draft: Draft) -> tuple[_Key, ...]:
    return draft.identity, (draft.outlet.pk, draft.headline_key)


def file_new(drafts: Sequence[Draft], *, now: datetime) -> int:
    """File drafts whose articles are new; return how many are to be matched."""
    articles = Article.objects.bulk_create(
        [
            Article(
                page=draft.page,
                seen_at=now,
                step="match" if draft.is_grouped else "",
                due_at=now if draft.is_grouped else None,
                **draft.columns(seen_at=min(now, draft.page.fetched_at or now)),
            )
            for draft in drafts
        ]
    )
    both = list(zip(articles, drafts, strict=True))
    Revision.objects.bulk_create(
        [
            Revision(article=article, number=1, seen_at=now, **revision_columns(draft.read))
            for article, draft in both
        ]
    )
    ask_for_index([article.pk for article in articles], now=now)
    grouped = [(article, draft.reading) for article, draft in both if draft.is_grouped]
    keep_prints(grouped)
    return len(grouped)


def keep_prints(kept: Sequence[tuple[Article, Reading]]) -> None:
    """Keep the prints of the articles' latest texts, in place of earlier ones."""
    ArticlePrints.objects.bulk_create(  # one statement, new or not
        [
            ArticlePrints(
                article=article,
                copy_prints=reading.copy_prints,
                story_features=reading.story_features,
                pivots=reading.pivots,
                dense=reading.dense,
                attributions=reading.attributions,
            )
            for article, reading in kept
        ],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["copy_prints", "story_features", "pivots", "dense", "attributions"],
    )
