"""Invented articles for a benchmark's database, with the columns that real ones have."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from benchmarks.web_words import body, name, sentence
from wireroom.news.identity import headline_key, url_identity
from wireroom.news.models import Article, Outlet, Page, Revision, Story


def make_articles(
    placed: Sequence[Story],
    first: int,
    *,
    outlets: dict[str, list[Outlet]],
    now: datetime,
    chance: random.Random,
) -> list[Article]:
    """Write one article for each story in `placed`; the whole table's count stands at `first`."""
    chosen = [outlets[s.lang][(first + i) % len(outlets[s.lang])] for i, s in enumerate(placed)]
    pages = Page.objects.bulk_create(
        Page(
            outlet=outlet,
            url=f"https://{outlet.slug}.example/{first + i}",
            seen_at=now,
            health=_health(first + i),
        )
        for i, outlet in enumerate(chosen)
    )
    aggregators = [outlet for outlet in outlets["en"] if outlet.is_aggregator]
    articles = Article.objects.bulk_create(
        _article(page, story, first + i, aggregators, chance)
        for i, (page, story) in enumerate(zip(pages, placed, strict=True))
    )
    Revision.objects.bulk_create(
        _revision(article, state + 1, chance)
        for article in articles
        for state in range(article.revision_count)
    )
    return articles


def _health(number: int) -> str:
    return "paywall" if number % 20 == 3 else "article"


def _article(
    page: Page, story: Story, number: int, aggregators: Sequence[Outlet], chance: random.Random
) -> Article:
    lang = story.lang
    headline = sentence(chance, 9, lang).rstrip(".")
    at = (story.last_at or page.seen_at) - timedelta(minutes=chance.randrange(300))
    return Article(
        page=page,
        outlet=page.outlet,
        platform=aggregators[number % len(aggregators)] if number % 25 == 9 else None,
        identity=url_identity(page.url),
        headline_key=headline_key(headline),
        role="main",
        url=page.url,
        headline=headline,
        standfirst=sentence(chance, 24, lang) if number % 2 else "",
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
        word_count=315,
        revision_count=2 if number % 6 == 0 else 1,
    )


def _revision(article: Article, number: int, chance: random.Random) -> Revision:
    return Revision(
        article=article,
        number=number,
        headline=article.headline,
        standfirst=article.standfirst,
        key_points=[sentence(chance, 10, article.lang) for _ in range(3)],
        body=body(chance, article.lang),
        content_hash="",
        seen_at=article.seen_at + timedelta(minutes=20 * number - 20),
    )
