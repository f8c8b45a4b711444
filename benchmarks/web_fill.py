"""Fills a database with invented articles and stories, as many as a benchmark wants."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.db import transaction

from wireroom.news.identity import headline_key, url_identity
from wireroom.news.models import (
    Article,
    Copy,
    Membership,
    Outlet,
    Page,
    Revision,
    Story,
    Storyline,
)

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
OUTLETS = 200
CHUNK = 2000
# Coverage of a story: most have one report, a few have very many.
COVERAGE = (1, 1, 1, 1, 2, 2, 3, 5, 8, 40)
SYLLABLES = ("ka", "ro", "mi", "ven", "tal", "dor", "esh", "lu", "pra", "nim", "ost", "ger", "fal")


def fill(count: int) -> None:
    """Write `count` articles in stories; a third of a story's articles carry its first's copy."""
    chance = random.Random(7)
    outlets = _outlets()
    storyline = Storyline.objects.create(lang="en")
    made, number = 0, 0
    while made < count:
        batch: list[tuple[Story, int]] = []
        size = 0
        while size < CHUNK and made + size < count:
            coverage = min(chance.choice(COVERAGE), count - made - size)
            batch.append((_story(number, storyline, chance), coverage))
            size, number = size + coverage, number + 1
        _write(batch, made, outlets, chance)
        made += size


def _outlets() -> list[Outlet]:
    Outlet.objects.bulk_create(
        Outlet(
            slug=f"outlet-{i}",
            name=f"Outlet {i}",
            name_key=f"outlet {i}",
            home_url=f"https://outlet{i}.example/",
            lang="en",
            policy=("excerpt", "full", "headline")[i % 3],
        )
        for i in range(OUTLETS)
    )
    return list(Outlet.objects.order_by("pk"))


def _story(number: int, storyline: Storyline, chance: random.Random) -> Story:
    last_at = NOW - timedelta(minutes=number % 100_000)
    return Story(
        lang="en",
        storyline=storyline if number % 50 == 0 else None,
        headline=_sentence(chance, 9),
        section=("World", "Economy", "Science", "Culture", "Sport")[number % 5],
        first_at=last_at - timedelta(hours=5),
        last_at=last_at,
    )


@transaction.atomic
def _write(
    batch: list[tuple[Story, int]], first: int, outlets: list[Outlet], chance: random.Random
) -> None:
    stories = Story.objects.bulk_create([story for story, _ in batch])
    placed = [
        story for story, (_, coverage) in zip(stories, batch, strict=True) for _ in range(coverage)
    ]
    articles = _articles(placed, first, outlets, chance)
    Membership.objects.bulk_create(
        Membership(article=a, story=s, why="3 names and 2 numbers shared", assigned_at=NOW)
        for a, s in zip(articles, placed, strict=True)
    )
    members: dict[int, list[Article]] = {}
    for article, story in zip(articles, placed, strict=True):
        members.setdefault(story.pk, []).append(article)
    Copy.objects.bulk_create(_copies(members))
    for story in stories:
        _face(story, members[story.pk])
    fields = ["lead", "headline", "articles_count", "outlets_count", "independent_count",
              "outlet_names", "rank"]  # fmt: skip
    Story.objects.bulk_update(stories, fields, batch_size=500)


def _articles(
    placed: list[Story], first: int, outlets: list[Outlet], chance: random.Random
) -> list[Article]:
    pages = Page.objects.bulk_create(
        Page(
            outlet=outlets[(first + i) % OUTLETS],
            url=f"https://outlet{(first + i) % OUTLETS}.example/{first + i}",
            seen_at=NOW,
            health="article",
        )
        for i in range(len(placed))
    )
    articles = Article.objects.bulk_create(
        _article(page, story, chance) for page, story in zip(pages, placed, strict=True)
    )
    Revision.objects.bulk_create(
        Revision(
            article=article,
            number=1,
            headline=article.headline,
            key_points=[_sentence(chance, 10)],
            body="\n\n".join(_sentence(chance, 45) for _ in range(7)),
            content_hash="",
            seen_at=NOW,
        )
        for article in articles
    )
    return articles


def _article(page: Page, story: Story, chance: random.Random) -> Article:
    headline = _sentence(chance, 9)
    at = (story.last_at or NOW) - timedelta(minutes=chance.randrange(300))
    return Article(
        page=page,
        outlet_id=page.outlet_id,
        identity=url_identity(page.url),
        headline_key=headline_key(headline),
        role="main",
        url=page.url,
        headline=headline,
        authors=[_sentence(chance, 2).rstrip(".").title()],
        lang="en",
        published_at=at,
        published_from="stated",
        seen_at=at,
        sort_at=at,
        word_count=315,
    )


def _copies(members: dict[int, list[Article]]) -> Iterator[Copy]:
    for articles in members.values():
        for carrier in articles[1::3]:
            yield Copy(
                a=articles[0],
                b=carrier,
                direction="a>b",
                containment_a=0.9,
                containment_b=0.95,
                passages=[[0, 100, 0, 100, 0.98]],
                why="same copy 95%",
            )


def _face(story: Story, articles: list[Article]) -> None:
    names = list(dict.fromkeys(f"Outlet {int(a.outlet_id) % OUTLETS}" for a in articles))
    story.lead = articles[0]
    story.headline = articles[0].headline
    story.articles_count = len(articles)
    story.outlets_count = len(names)
    story.independent_count = len(articles) - len(articles[1::3])
    story.outlet_names = names
    last_at = story.last_at or NOW
    story.rank = last_at.timestamp() / 45_000 + len(articles) ** 0.3


def _sentence(chance: random.Random, words: int) -> str:
    text = " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(words)
    )
    return f"{text.capitalize()}."
