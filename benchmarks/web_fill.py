"""Fills a database with invented articles and stories, as many as a benchmark wants."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from benchmarks.in_blocks import (
    FIRST_ID,
    FIRST_NAME,
    Block,
    read_span,
    repeat,
    repeat_searched,
)
from benchmarks.in_bulk import Bulk, loosened
from benchmarks.web_articles import Newsroom
from benchmarks.web_briefs import make_briefs
from benchmarks.web_copies import make_long_copies
from benchmarks.web_search import INDEX_TABLE
from benchmarks.web_topics import make_topics, tag_story
from benchmarks.web_words import name
from wireroom.engine.stories.rank import rank_story
from wireroom.engine.stories.voices import Voice, weigh_voices
from wireroom.news.models import (
    Article,
    Brief,
    Copy,
    Membership,
    Outlet,
    Page,
    RareName,
    Revision,
    SearchDocument,
    Story,
    Storyline,
    StoryTopic,
    Topic,
)
from wireroom.news.queries.lineage import Carrying, Lineage
from wireroom.news.queries.standing import keep_standing
from wireroom.news.queries.tree import Leaf, keep_sources, keep_tree

# The rows of a block. Outlets and topics are the same ones throughout, and so are the storylines,
# which have the more stories the longer the archive is.
REPEATED: Final = (
    *(Page, Article, Revision, Copy, Story, Membership, Brief, StoryTopic, RareName),
    SearchDocument,
)
TABLES: Final = (*(model._meta.db_table for model in REPEATED), INDEX_TABLE)
BLOCK: Final = 20_000  # articles that are made, not repeated
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

    news: Newsroom
    storylines: dict[str, Storyline]
    topics: dict[str, list[Topic]]  # by language
    bulk: Bulk


def fill(count: int, *, now: datetime) -> None:
    """Write `count` articles in stories, a fifth of them Arabic; their last ones are of `now`.

    The tables have to be empty. A block of them is made, and repeated as often as it takes, for
    to make a million takes half an hour of a processor. So months tell of the same in turn.
    """
    bulk = Bulk(FIRST_ID)
    blocks = -(-count // BLOCK)
    with loosened(TABLES):
        room = _furnish(now.replace(microsecond=0), bulk)
        _make(count // blocks, room)
        span = read_span()
        others = [Block(number, span) for number in range(1, blocks)]
        for one in others:
            repeat(REPEATED, one)
        for one in others:
            repeat_searched(one)
    bulk.end()
    make_long_copies(room.news.outlets["en"], room.news.now, room.news.chance)


def _make(count: int, room: _Room) -> None:
    made, number = 0, 0
    while made < count:
        batch: list[tuple[Story, int]] = []
        size = 0
        while size < CHUNK and made + size < count:
            coverage = min(_coverage(number, room.news.chance), count - made - size)
            batch.append((_story(number, room), coverage))
            size, number = size + coverage, number + 1
        _write(batch, made, room)
        made += size


def _furnish(now: datetime, bulk: Bulk) -> _Room:
    outlets = bulk.write([_outlet(i, now) for i in range(OUTLETS)])
    by_lang = {lang: [one for one in outlets if one.lang == lang] for lang in _SECTIONS}
    lines = bulk.write([Storyline(lang=lang, created_at=now) for lang in _SECTIONS])
    topics = {lang: make_topics(lang) for lang in _SECTIONS}
    bulk.write([topic for each in topics.values() for topic in each])
    return _Room(
        news=Newsroom(outlets=by_lang, now=now, chance=random.Random(7)),
        storylines={one.lang: one for one in lines},
        topics=topics,
        bulk=bulk,
    )


def _coverage(number: int, chance: random.Random) -> int:
    drawn = chance.choice(COVERAGE)
    return LARGE if number % LARGE_EVERY == 1 else drawn


def _outlet(i: int, now: datetime) -> Outlet:
    return Outlet(
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
        created_at=now,
    )


def _story(number: int, room: _Room) -> Story:
    lang = "ar" if number % 5 == 4 else "en"
    last_at = room.news.now - timedelta(minutes=2 * number)
    return Story(
        lang=lang,
        storyline=room.storylines[lang] if number % 50 in (1, 4) else None,
        section=_SECTIONS[lang][number // 5 % 5],
        first_at=last_at - timedelta(hours=5),
        last_at=last_at,
    )


@transaction.atomic
def _write(batch: Sequence[tuple[Story, int]], first: int, room: _Room) -> None:
    bulk = room.bulk
    stories = bulk.number([story for story, _ in batch])
    placed = [story for story, coverage in batch for _ in range(coverage)]
    articles = room.news.write(placed, first, bulk)
    members: dict[int, list[Article]] = {}
    for article, story in zip(articles, placed, strict=True):
        members.setdefault(story.pk, []).append(article)
    bulk.write(_memberships(members, room))
    bulk.write(_copies(members))
    bulk.write(make_briefs(stories, members))
    tags = (tag_story(one, members[one.pk], room.topics[one.lang]) for one in stories)
    bulk.write([tag for each in tags for tag in each])
    for story in stories:
        _face(story, members[story.pk])
    bulk.write(
        [RareName(key=key, story=story, weight=1) for story in stories for key, _ in _names(story)]
    )
    bulk.write(stories)


def _memberships(members: dict[int, list[Article]], room: _Room) -> list[Membership]:
    return [
        Membership(
            article_id=article.pk,
            story_id=story,
            why=_why(room.news.chance) if place else "nothing like it before",
            score=3.7 if place else -1.2,
            assigned_at=min(article.sort_at + timedelta(minutes=3), room.news.now),
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
            a_id=origin.pk,
            b_id=carrier.pk,
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
    story.rank = rank.total
    story.rare_names = _names(story)


def _names(story: Story) -> list[tuple[int, str]]:
    """Return six names of a story: two that three others give, the rest as common as names are."""
    chance = random.Random(story.pk)
    group = FIRST_NAME + (story.pk - FIRST_ID) // 4 * 2
    keys = {group, group + 1, *(int(chance.paretovariate(0.5)) % NAMES for _ in range(4))}
    return [(key, name(random.Random(key), story.lang)) for key in sorted(keys)]
