"""Fills a database with invented articles and stories, as many as a benchmark wants."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db import transaction

from benchmarks.web_articles import make_articles
from benchmarks.web_briefs import make_briefs
from benchmarks.web_copies import make_long_copies
from benchmarks.web_topics import make_topics, tag_stories
from benchmarks.web_words import name
from wireroom.engine.stories.rank import rank_story
from wireroom.engine.stories.voices import Voice, weigh_voices
from wireroom.news.models import (
    Article,
    Copy,
    Membership,
    Outlet,
    RareName,
    Story,
    Storyline,
    Topic,
)
from wireroom.news.queries.lineage import Carrying, Lineage
from wireroom.news.queries.standing import keep_standing
from wireroom.news.queries.tree import Leaf, keep_sources, keep_tree

OUTLETS: Final = 200
CHUNK: Final = 2000
# Coverage of a story: most have one report, a few have very many.
COVERAGE: Final = (1, 1, 1, 1, 2, 2, 3, 5, 8, 40)
# And one in a few hundred is the event that everybody reports.
LARGE: Final = 300
LARGE_EVERY: Final = 400
# Wire copies are pairs of everyone with everyone; so many neighbours fill each page of coverage.
NEIGHBOURS: Final = 12
# Different rare names, of which the commonest stand in most stories.
NAMES: Final = 60_000
_SECTIONS: Final = {
    "en": ("World", "Economy", "Science", "Culture", "Sport"),
    "ar": ("العالم", "اقتصاد", "علوم", "ثقافة", "رياضة"),
}


@dataclass(frozen=True, slots=True)
class _Room:
    """What stories are filled from."""

    now: datetime
    outlets: dict[str, list[Outlet]]  # by language
    storylines: dict[str, Storyline]
    topics: dict[str, list[Topic]]  # by language
    chance: random.Random


def fill(count: int) -> None:
    """Write `count` articles in stories, a fifth of them Arabic; their last ones are of now."""
    chance = random.Random(7)
    room = _Room(
        now=datetime.now(UTC).replace(microsecond=0),
        outlets=_make_outlets(),
        storylines={lang: Storyline.objects.create(lang=lang) for lang in ("en", "ar")},
        topics={lang: make_topics(lang) for lang in ("en", "ar")},
        chance=chance,
    )
    made, number = 0, 0
    while made < count:
        batch: list[tuple[Story, int]] = []
        size = 0
        while size < CHUNK and made + size < count:
            coverage = min(_coverage(number, chance), count - made - size)
            batch.append((_story(number, room), coverage))
            size, number = size + coverage, number + 1
        _write(batch, made, room)
        made += size
    make_long_copies(room.outlets["en"], room.now, chance)


def _coverage(number: int, chance: random.Random) -> int:
    drawn = chance.choice(COVERAGE)
    return LARGE if number % LARGE_EVERY == 1 else drawn


def _make_outlets() -> dict[str, list[Outlet]]:
    Outlet.objects.bulk_create(
        Outlet(
            slug=f"outlet-{i}",
            name=f"صحيفة {i}" if i % 5 == 0 else f"Outlet {i}",
            name_key=f"outlet {i}",
            name_en=f"Outlet {i}",
            home_url=f"https://outlet{i}.example/",
            country="GB",
            owner_type="private",
            lang="ar" if i % 5 == 0 else "en",
            is_aggregator=i % 50 == 1,
            policy=("excerpt", "full", "headline")[i % 3],
        )
        for i in range(OUTLETS)
    )
    found: dict[str, list[Outlet]] = {"en": [], "ar": []}
    for outlet in Outlet.objects.order_by("pk"):
        found[outlet.lang].append(outlet)
    return found


def _story(number: int, room: _Room) -> Story:
    lang = "ar" if number % 5 == 4 else "en"
    last_at = room.now - timedelta(minutes=2 * number % 100_000)
    return Story(
        lang=lang,
        storyline=room.storylines[lang] if number % 50 in (1, 4) else None,
        section=_SECTIONS[lang][number // 5 % 5],
        first_at=last_at - timedelta(hours=5),
        last_at=last_at,
    )


@transaction.atomic
def _write(batch: Sequence[tuple[Story, int]], first: int, room: _Room) -> None:
    stories = Story.objects.bulk_create([story for story, _ in batch])
    placed = [
        story for story, (_, coverage) in zip(stories, batch, strict=True) for _ in range(coverage)
    ]
    articles = make_articles(placed, first, outlets=room.outlets, now=room.now, chance=room.chance)
    members: dict[int, list[Article]] = {}
    for article, story in zip(articles, placed, strict=True):
        members.setdefault(story.pk, []).append(article)
    Membership.objects.bulk_create(_memberships(members, room))
    Copy.objects.bulk_create(_copies(members))
    make_briefs(stories, members)
    for lang, topics in room.topics.items():
        tag_stories([story for story in stories if story.lang == lang], members, topics)
    for story in stories:
        _face(story, members[story.pk])
    RareName.objects.bulk_create(
        [RareName(key=key, story=story, weight=1) for story in stories for key, _ in _names(story)]
    )
    fields = ["lead", "headline", "articles_count", "outlets_count", "independent_count",
              "outlet_names", "sources", "lineage", "rank", "standing", "rare_names"]  # fmt: skip
    Story.objects.bulk_update(stories, fields, batch_size=500)


def _memberships(members: dict[int, list[Article]], room: _Room) -> list[Membership]:
    return [
        Membership(
            article=article,
            story_id=story,
            why=_why(room.chance) if place else "nothing like it before",
            score=3.7 if place else -1.2,
            assigned_at=min(article.sort_at + timedelta(minutes=3), room.now),
        )
        for story, articles in members.items()
        for place, article in enumerate(articles)
    ]


def _why(chance: random.Random) -> str:
    """Return a reason as stories give them: its names and numbers are every report's own."""
    names = f"{name(chance, 'en')}, {name(chance, 'en')}"
    counted = f"{chance.randint(2, 9)} names ({names}), {chance.randint(2, 30)} rare words"
    return f"{counted}, subject shared, {chance.randint(1, 40)} h apart"


def _copies(members: dict[int, list[Article]]) -> list[Copy]:
    return [
        Copy(
            a=origin,
            b=carrier,
            direction="unknown" if place else "a>b",
            containment_a=0.9,
            containment_b=0.95,
            passages=[[0, 100, 0, 100, 0.98]],
            why=f"same copy 90%; {origin.outlet.name} was published first",
        )
        for articles in members.values()
        for number, carrier in enumerate(articles[1::3])
        for place, origin in enumerate(
            [articles[0], *articles[1::3][max(number - NEIGHBOURS, 0) : number]]
        )
    ]


def _lineages(articles: Sequence[Article]) -> list[Lineage]:
    """Return the lineages that _copies() makes: the first report, and those that carry it."""
    first, carriers = articles[0].pk, [article.pk for article in articles[1::3]]
    carrying = (
        Carrying(carrier=carrier, original=first, share=0.95, is_certain=True)
        for carrier in carriers
    )
    own = (article.pk for article in articles[1:] if article.pk not in set(carriers))
    return [
        Lineage(original=first, carriers=tuple(carrying)),
        *(Lineage(original=article, carriers=()) for article in own),
    ]


def _face(story: Story, articles: Sequence[Article]) -> None:
    names = list(dict.fromkeys(article.outlet.name for article in articles))
    story.lead = articles[0]
    story.headline = articles[0].headline
    story.articles_count = len(articles)
    story.outlets_count = len(names)
    story.independent_count = len(articles) - len(articles[1::3])
    story.outlet_names = names
    outlets = {article.pk: article.outlet.name for article in articles}
    lineages = _lineages(articles)
    story.sources = keep_sources(lineages, outlets)
    leaves = {one.pk: Leaf(outlet=one.outlet.name, at=one.sort_at) for one in articles}
    story.lineage = keep_tree(lineages, leaves)
    causes = weigh_voices(Voice(owner=one.outlet.name, at=one.sort_at) for one in articles)
    rank = rank_story(causes)
    story.standing = keep_standing(causes, rank, home="")
    last_at = story.last_at or articles[0].sort_at
    story.rank = last_at.timestamp() / 45_000 + len(articles) ** 0.3
    story.rare_names = _names(story)


def _names(story: Story) -> list[tuple[int, str]]:
    """Return six names of a story: two that three others give, the rest as common as names are."""
    chance = random.Random(story.pk)
    group = NAMES + story.pk // 4 * 2
    keys = {group, group + 1, *(int(chance.paretovariate(0.5)) % NAMES for _ in range(4))}
    return [(key, name(random.Random(key), story.lang)) for key in sorted(keys)]
