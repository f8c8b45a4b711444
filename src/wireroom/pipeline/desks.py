"""The languages this coordinator holds, each with its indexes, rebuilt from the tables."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from time import monotonic
from typing import Final

from django.db.models import Q

from wireroom.adapters.orphans import pause_collections
from wireroom.engine.copies.fingerprint import Prints, unpack
from wireroom.engine.copies.index import CopyIndex
from wireroom.engine.stories.bulk import Stored
from wireroom.engine.stories.dense import DenseWeights
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.relink import Relinker
from wireroom.news.models import Article
from wireroom.news.queries.indexed import PAGE, Indexed, read_indexed
from wireroom.news.queries.unrepaired import find_unrepaired
from wireroom.news.services.shards import Hold, hold_shard, release_shards

# Copies and follow-ups come within days; two weeks of a large host's intake fit in memory.
WINDOW: Final = timedelta(days=14)
SHARD_LEASE_S: Final = 20.0
RENEW_S: Final = 5.0
EXPIRE_EVERY: Final = timedelta(hours=1)


def shard_of(lang: str) -> str:
    """Return the language without script and region: one shard for en-GB and en-US."""
    return lang.split("-", 1)[0].lower() or "und"


def in_shard(lang: str, path: str = "") -> Q:
    """Return the condition that the article at `path` ("" for itself) belongs to the shard."""
    return Q(**{f"{path}lang": lang}) | Q(**{f"{path}lang__startswith": f"{lang}-"})


@dataclass(slots=True)
class Desk:
    """One held language."""

    lang: str
    copies: CopyIndex
    stories: StoryIndex
    renewed_at: datetime
    expired_at: datetime
    relinker: Relinker = field(default_factory=Relinker)
    repair_asked: bool = False


@dataclass(slots=True)
class Desks:
    """Every language held here; a desk that is lost to another coordinator is forgotten."""

    holder: str = field(default_factory=lambda: uuid.uuid4().hex[:12])
    dense: DenseWeights | None = None  # what an embedder's vectors are worth, where one is used
    _held: dict[str, Desk] = field(default_factory=dict)

    def hold(self, lang: str, *, now: datetime) -> Desk | None:
        """Return the language's desk, taking it where it is free; None while another has it."""
        desk = self._held.get(lang)
        if desk is not None and (now - desk.renewed_at).total_seconds() < RENEW_S:
            return desk
        held = hold_shard(lang, self.holder, now=now, lease_s=SHARD_LEASE_S)
        if held is not Hold.STILL:
            self._held.pop(lang, None)  # another has written, or will
        if held is Hold.NOT:
            return None
        desk = self._held.get(lang)
        if desk is None:
            with pause_collections():
                desk = self._rebuild(lang, now=now)
        if desk is None:
            return None
        desk.renewed_at = now
        self._expire(desk, now=now)
        return desk

    def confirm(self, lang: str, *, now: datetime) -> Desk | None:
        """Hold the language by its row: an editor may have taken it since it was last asked."""
        held = hold_shard(lang, self.holder, now=now, lease_s=SHARD_LEASE_S)
        if held is not Hold.STILL:
            self.forget(lang)
        return None if held is Hold.NOT else self.hold(lang, now=now)

    @property
    def live(self) -> int:
        """Return how many articles stand in the indexes held here."""
        return sum(len(desk.stories) for desk in self._held.values())

    def forget(self, lang: str) -> None:
        """Drop a desk whose indexes may disagree with the tables; it is rebuilt when next held."""
        self._held.pop(lang, None)

    def release(self) -> None:
        """Give every language back at the end."""
        self._held.clear()
        release_shards(self.holder)

    def _rebuild(self, lang: str, *, now: datetime) -> Desk | None:
        """Return the desk made from the tables; None where another took the language meanwhile."""
        stories = StoryIndex(lang, dense=self.dense)
        began, desk = monotonic(), Desk(lang, CopyIndex(), stories, now, now)
        # Also those that are not matched yet: one whose comparison is under way would otherwise
        # be missed by all that are matched until it is filed. A pair found from both is one row.
        recent = Article.objects.filter(in_shard(lang), sort_at__gte=now - WINDOW)
        langs = recent.values_list("lang", flat=True).distinct()
        articles = read_indexed(sorted(langs), since=now - WINDOW)
        while batch := list(islice(articles, PAGE)):
            _index(desk, batch)
            # A large language takes longer to rebuild than a lease lasts.
            by_now = now + timedelta(seconds=monotonic() - began)
            held = hold_shard(lang, self.holder, now=by_now, lease_s=SHARD_LEASE_S)
            if held is not Hold.STILL:
                return None
        desk.copies.settle()
        desk.stories.settle()
        desk.relinker.touch(find_unrepaired(lang))
        self._held[lang] = desk
        return desk

    def _expire(self, desk: Desk, *, now: datetime) -> None:
        if now - desk.expired_at >= EXPIRE_EVERY:
            desk.copies.expire(now - WINDOW)
            desk.stories.expire(now - WINDOW)
            desk.relinker.keep(desk.stories)
            desk.expired_at = now


def _index(desk: Desk, articles: Sequence[Indexed]) -> None:
    """Put articles into both indexes, those without a story into that of copies alone."""
    desk.copies.load(
        [(one.article, unpack(one.copy_prints), one.outlet, one.at) for one in articles]
    )
    desk.stories.load(
        [
            Stored(
                article=one.article,
                story=one.story,
                storyline=one.storyline,
                packed=one.story_features,
                published_at=one.published_at,
                at=one.at,
                outlet=one.outlet,
                dense=one.dense,
            )
            for one in articles
            if one.story is not None
        ]
    )


def add_copy(desk: Desk, article: int, prints: Prints, *, outlet: str, at: datetime) -> None:
    """Put the article's latest prints into the copy index, in place of earlier ones."""
    desk.copies.remove(article)
    desk.copies.add(article, prints, outlet=outlet, at=at)
