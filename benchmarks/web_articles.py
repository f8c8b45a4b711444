"""Invented articles for a benchmark's database, with the columns that real ones have."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import numpy as np

from benchmarks.in_bulk import Bulk
from benchmarks.web_search import Searched
from benchmarks.web_texts import Text, write_text
from benchmarks.web_words import BODY, draw_ranks, name, sentence, write_headline
from wireroom.news.identity import headline_key, url_identity
from wireroom.news.models import Article, Outlet, Page, Revision, Story

_HEADLINE: Final = 9


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What articles are written from."""

    outlets: dict[str, list[Outlet]]  # by language
    now: datetime
    chance: random.Random
    searched: Searched = field(default_factory=Searched)
    drawn: np.random.Generator = field(default_factory=lambda: np.random.default_rng(5))

    def write(self, placed: Sequence[Story], first: int, bulk: Bulk) -> list[Article]:
        """Write one article for each story in `placed`; `first` are there already."""
        pages = [self._page(story, first + i) for i, story in enumerate(placed)]
        bulk.write(pages)
        headlines = draw_ranks(self.drawn, len(placed), _HEADLINE)
        texts = [write_text(first + i, one.lang) for i, one in enumerate(placed)]
        articles = [
            self._article(page, story, first + i, (headlines[i], texts[i]))
            for i, (page, story) in enumerate(zip(pages, placed, strict=True))
        ]
        bulk.write(articles)
        bulk.write(
            [
                _revision(article, state + 1, text, self.chance)
                for article, text in zip(articles, texts, strict=True)
                for state in range(article.revision_count)
            ]
        )
        self.searched.write(list(zip(articles, headlines, texts, strict=True)), bulk)
        return articles

    def _page(self, story: Story, number: int) -> Page:
        outlets = self.outlets[story.lang]
        outlet = outlets[number % len(outlets)]
        url = f"https://{outlet.slug}.example/{number}"
        return Page(outlet=outlet, url=url, seen_at=self.now, health=_health(number))

    def _article(
        self, page: Page, story: Story, number: int, said: tuple[Sequence[int], Text]
    ) -> Article:
        lang, chance = story.lang, self.chance
        headline = write_headline(said[0], lang)
        at = (story.last_at or page.seen_at) - timedelta(minutes=chance.randrange(300))
        return Article(
            page_id=page.pk,
            outlet=page.outlet,
            platform_id=self._platform(number),
            identity=url_identity(page.url),
            headline_key=headline_key(headline),
            role="main",
            url=page.url,
            headline=headline,
            standfirst=said[1].standfirst,
            authors=[name(chance, lang)],
            dateline=name(chance, lang).upper() if number % 3 == 0 else "",
            wire_credit="Kestrel Agency" if number % 4 == 0 else "",
            section=story.section,
            tags=[name(chance, lang) for _ in range(3)],
            image_url=f"https://img.example/{number}.jpg" if number % 3 else "",
            image_caption=sentence(chance, 12, lang),
            lang=lang,
            published_at=at,
            published_from="stated",
            updated_at=at + timedelta(minutes=20) if number % 6 == 0 else None,
            seen_at=at + timedelta(minutes=2),
            sort_at=at,
            health=_health(number),
            word_count=BODY,
            revision_count=2 if number % 6 == 0 else 1,
        )

    def _platform(self, number: int) -> Any:
        if number % 25 != 9:
            return None
        aggregators = [outlet for outlet in self.outlets["en"] if outlet.is_aggregator]
        return aggregators[number % len(aggregators)].pk


def _health(number: int) -> str:
    return "paywall" if number % 20 == 3 else "article"


def _revision(article: Article, number: int, text: Text, chance: random.Random) -> Revision:
    return Revision(
        article_id=article.pk,
        number=number,
        headline=article.headline,
        standfirst=text.standfirst,
        key_points=[sentence(chance, 10, article.lang) for _ in range(3)],
        body=text.body if number == article.revision_count else text.was,
        content_hash="",
        seen_at=article.seen_at + timedelta(minutes=20 * number - 20),
    )
