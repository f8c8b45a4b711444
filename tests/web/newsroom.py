"""A newsroom of invented outlets for tests: functions that make outlets, articles and stories."""

import hashlib
import re
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from wireroom.news.models import (
    Article,
    Copy,
    Membership,
    Outlet,
    Page,
    RareName,
    Revision,
    Story,
    Storyline,
    StoryTopic,
    Topic,
)

_numbers = count(1)
NO_STRUCTURE: Mapping[str, Any] = {}


WHY = "3 names (Farrant, Heron), 2 numbers shared, 4 h apart"


_OWN_SCRIPT = re.compile(r'<script src="/static/[a-z_]+\.js\?v=[0-9a-f]{10}"(?: defer)?></script>')


def other_scripts(page: str) -> list[str]:
    """Return where a page opens a script that is not a file of the site's own."""
    return re.findall(r"<script.{0,60}", _OWN_SCRIPT.sub("", page), re.DOTALL | re.IGNORECASE)


def ago(hours: float) -> datetime:
    """Return a time that many hours before now."""
    return datetime.now(UTC).replace(microsecond=0) - timedelta(hours=hours)


def make_outlet(name: str, **columns: Any) -> Outlet:
    """Make an outlet; excerpt policy of 60 words unless told otherwise."""
    facts: dict[str, Any] = {
        "slug": slugify(columns.get("name_en") or name, allow_unicode=True),
        "name_key": name.casefold(),
        "home_url": f"https://{next(_numbers)}.example/",
        "country": "GB",
        "lang": "en",
        "owner_type": "private",
    }
    return Outlet.objects.create(name=name, **(facts | columns))


def make_article(
    outlet: Outlet,
    headline: str,
    *,
    body: str = "",
    hours: float = 3.0,
    key_points: Sequence[str] = (),
    states: int = 1,
    page_health: str = "",
    structure: Mapping[str, Any] = NO_STRUCTURE,
    **columns: Any,
) -> Article:
    """Make an article of `hours` ago with its page and `states` revisions that keep `structure`."""
    number = next(_numbers)
    at = ago(hours)
    url = columns.pop("url", f"https://{outlet.slug}.example/{number}")
    health = columns.get("health", "article")
    page = Page.objects.create(
        outlet=outlet, url=f"https://pages.example/{number}", seen_at=at, title=headline[:1000],
        health=page_health or health,
    )  # fmt: skip
    facts: dict[str, Any] = {
        "identity": f"t:{number}", "headline_key": "", "role": "main", "url": url,
        "lang": outlet.lang, "published_at": at, "published_from": "stated", "seen_at": at,
        "sort_at": at, "word_count": len(body.split()), "revision_count": states,
    }  # fmt: skip
    article = Article.objects.create(
        page=page, outlet=outlet, headline=headline, **(facts | columns)
    )
    for state in range(1, states + 1):
        Revision.objects.create(
            article=article, number=state, headline=headline, standfirst=article.standfirst,
            key_points=list(key_points), body=body, seen_at=at + timedelta(minutes=20 * state - 20),
            content_hash=hashlib.md5(f"{number}/{state}".encode()).hexdigest(),
            **structure,
        )  # fmt: skip
    return article


def make_story(articles: Sequence[Article], *, rank: float | None = 1.0, **columns: Any) -> Story:
    """Make a story of these articles, led by the first; each has its reason."""
    lead = articles[0]
    names = list(dict.fromkeys(article.outlet.name for article in articles))
    facts: dict[str, Any] = {
        "lang": lead.lang.partition("-")[0], "headline": lead.headline, "lead": lead,
        "section": lead.section, "articles_count": len(articles), "outlets_count": len(names),
        "independent_count": len(names), "outlet_names": names,
        "first_at": min(article.sort_at for article in articles),
        "last_at": max(article.sort_at for article in articles),
    }  # fmt: skip
    story = Story.objects.create(rank=rank, **(facts | columns))
    join_story(story, articles)
    return story


def join_story(story: Story, articles: Sequence[Article]) -> None:
    """Give articles their place in a story."""
    for number, article in enumerate(articles):
        Membership.objects.create(
            article=article, story=story, assigned_at=article.sort_at,
            why="nothing like it before" if number == 0 else WHY,
            score=-1.5 if number == 0 else 3.74,
        )  # fmt: skip


def make_copy(original: Article, carrier: Article, share: float = 0.9, **columns: Any) -> Copy:
    """File that the carrier holds the original's text; `share` of its words stand there."""
    forward = original.pk < carrier.pk
    facts: dict[str, Any] = {
        "direction": "a>b" if forward else "b>a",
        "containment_a": 0.6 if forward else share,
        "containment_b": share if forward else 0.6,
        "why": "same copy; credited to the agency",
    }
    a, b = (original, carrier) if forward else (carrier, original)
    return Copy.objects.create(a=a, b=b, **(facts | columns))


def make_storyline(stories: Sequence[Story]) -> Storyline:
    """Put stories into one storyline."""
    storyline = Storyline.objects.create(lang=stories[0].lang)
    Story.objects.filter(pk__in=[story.pk for story in stories]).update(storyline=storyline)
    return storyline


def share_names(*groups: Sequence[Story], names: Sequence[str] = ("Heron", "Farrant")) -> None:
    """Let the leads of these stories give the same rare names."""
    kept = [(zlib.crc32(name.encode()), name) for name in names]
    stories = [story for group in groups for story in group]
    for story in stories:
        RareName.objects.bulk_create([RareName(key=key, story=story) for key, _ in kept])
    Story.objects.filter(pk__in=[story.pk for story in stories]).update(rare_names=kept)


def make_topic(name: str = "Ostvik", *, kind: str = "place") -> Topic:
    """Make the topic of a place, or of another kind."""
    return Topic.objects.create(
        kind=kind, key=name.casefold(), slug=slugify(name), name=name, names={"en": name},
        created_at=ago(1),
    )  # fmt: skip


def tag_story(story: Story, topic: Topic) -> None:
    """Say that a story is about a topic."""
    StoryTopic.objects.create(story=story, topic=topic, lang=story.lang, at=ago(1))


def words(number: int) -> str:
    """Return a text of that many different words."""
    return " ".join(f"word{place}" for place in range(number))


def short_of_year(told: str) -> str:
    """Return days as pages of now tell them: the year is left out where it is this one."""
    return told.replace(f" {timezone.now().year}", "")
