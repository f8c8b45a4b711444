"""The stage repair: a language's recent stories decided again, in the order of publication."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final

from wireroom.engine.stories.features import Features
from wireroom.engine.stories.replay import Entrant, Replayed, replay
from wireroom.news.models import Article, Membership, Shard
from wireroom.news.queries.mends import read_mends
from wireroom.news.services.events import ask_for_ties
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.regroup import file_replay
from wireroom.news.services.rows import find_due_langs
from wireroom.pipeline.desks import WINDOW, Desk, Desks, in_shard
from wireroom.pipeline.shares import carried_shares, shares_of
from wireroom.pipeline.stage import Executors, Stage

# A replay decides about 200 articles a second. Beyond this many live articles it would take
# half a minute: only what was touched since the last repair is linked anew, in this process, in
# .2 to .4 s for as many reports, and they are measured again before, which takes some 4 ms each:
# of so many the coordinator is busy for a second and a half a minute.
MOST_REPLAYED: Final = 4000
MOST_RELINKED: Final = 4000
MOST_AGAIN: Final = 400
RELINK_AFTER_S: Final = 60.0
# After a restart nothing is known of the reports beside those; comparing this many again takes the
# coordinator a second.
MOST_LEARNT: Final = 250
# A repair is asked for after the last of a burst was likely assigned, and costs under a tenth
# of a worker's time however large the language is.
SETTLE_S: Final = 5.0
SETTLE_PER_ARTICLE_S: Final = 0.05
# Several languages are mostly repaired one after another. Tying costs 1 ms an article, all
# languages together: with this, a twentieth of a worker's time at most.
TIES_AFTER_S: Final = 2.0
TIES_PER_ARTICLE_S: Final = 0.02


def repair_at(desk: Desk, *, now: datetime) -> datetime:
    """Return when the desk's stories are next worth a repair."""
    if _is_large(desk):
        return now + timedelta(seconds=RELINK_AFTER_S)
    return now + timedelta(seconds=max(SETTLE_S, SETTLE_PER_ARTICLE_S * len(desk.stories)))


def _is_large(desk: Desk) -> bool:
    return len(desk.stories) > MOST_REPLAYED


def ties_at(desks: Desks, *, now: datetime) -> datetime:
    """Return when the stories of all languages are next worth being tied to events."""
    return now + timedelta(seconds=TIES_AFTER_S + TIES_PER_ARTICLE_S * desks.live)


class Repair(Stage[Shard]):
    """Replay the language in a worker, move what it places elsewhere."""

    step = "repair"
    model = Shard
    lease_s: ClassVar[float] = 300.0  # it may have to wait for another, and for tie
    in_flight = 1

    def __init__(self, executors: Executors, *, holder: str, desks: Desks) -> None:
        super().__init__(executors, holder=holder)
        self.desks = desks

    def claim(self, *, now: datetime, limit: int) -> list[Shard]:
        """Take what is due among the languages held here."""
        due = find_due_langs(Shard, self.step, now=now)
        held = [lang for lang in due if self.desks.hold(lang, now=now) is not None]
        if not held:
            return []
        return claim(
            Shard,
            self.step,
            now=now,
            limit=limit,
            lease_s=self.lease_s,
            holder=self.holder,
            langs=held,
        )

    def start(self, rows: Sequence[Shard], *, now: datetime) -> list[Future[Any]]:
        return [self._replay(row, now=now) for row in rows]

    def _replay(self, row: Shard, *, now: datetime) -> Future[Any]:
        desk = self._desk(row, now)
        mends = read_mends(row.lang)
        if _is_large(desk):
            held = {article for mend in mends for article in (*mend.subject, *mend.together)}
            return self.executors.inline.submit(
                desk.relinker.relink,
                desk.stories,
                held=held,
                most=MOST_RELINKED,
                most_again=MOST_AGAIN,
                most_learnt=MOST_LEARNT,
                shares=shares_of,
            )
        entrants = _entrants(row.lang, now=now)
        return self.executors.bulk.submit(replay, row.lang, entrants, mends, self.desks.dense)

    def file(self, done: Sequence[tuple[Shard, tuple[Replayed, ...]]], *, now: datetime) -> None:
        for row, result in done:
            self._file(row, result, now=now)

    def _file(self, row: Shard, result: tuple[Replayed, ...], *, now: datetime) -> None:
        self.desks.confirm(row.lang, now=now)
        desk = self._desk(row, now)
        desk.repair_asked = False
        if _is_large(desk):
            missed = desk.relinker.is_behind
            repaired_at = row.repaired_at if missed else now
        else:
            # Claiming moved this on by the lease: what was assigned before was there to be read.
            repaired_at = row.due_at and row.due_at - timedelta(seconds=self.lease_s)
            missed = bool(result) and _is_behind(row.lang, {one.article for one in result}, now=now)
        moved = file_replay(
            row,
            result,
            holder=self.desks.holder,
            now=now,
            due_at=repair_at(desk, now=now) if missed else None,
            repaired_at=repaired_at,
        )
        desk.relinker.confirm()
        ask_for_ties(due_at=ties_at(self.desks, now=now))
        if moved and not _is_large(desk):
            self.desks.forget(row.lang)  # its index is rebuilt from the tables
            return
        for article, story in moved.items():
            desk.stories.move(article, story.pk, storyline=story.storyline_id)

    def _desk(self, row: Shard, now: datetime) -> Desk:
        desk = self.desks.hold(row.lang, now=now)
        if desk is None:
            raise LeaseLost(f"shard {row.lang}")
        return desk


def _entrants(lang: str, *, now: datetime) -> tuple[Entrant, ...]:
    articles = (
        Article.objects.filter(in_shard(lang), sort_at__gte=now - WINDOW)
        .exclude(membership=None)
        .exclude(prints=None)
        .values_list(
            *("pk", "prints__story_features", "prints__dense", "published_at"),
            *("sort_at", "identity", "outlet__name"),
        )
    )
    shares = carried_shares(lang, since=now - WINDOW)
    return tuple(
        Entrant(
            article=pk,
            features=replace(
                Features.unpack(bytes(packed)), published_at=published_at, dense=bytes(dense)
            ),
            at=at,
            order=identity,
            outlet=outlet,
            copy_of=shares.get(pk, {}),
        )
        for pk, packed, dense, published_at, at, identity, outlet in articles.iterator(
            chunk_size=500
        )
    )


def _is_behind(lang: str, placed: set[int], *, now: datetime) -> bool:
    """Say whether articles were assigned while the replay ran."""
    recent = Membership.objects.filter(
        article__sort_at__gte=now - WINDOW, story__lang=lang, article__prints__isnull=False
    )
    return not set(recent.values_list("article_id", flat=True)) <= placed
