"""Mends in the running pipeline: repair, later reports and later readings obey them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wireroom.adapters.executors import InlineExecutor
from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Role
from wireroom.news.models import Article, Membership, Page, Shard, Story
from wireroom.news.services.articles import file_readings
from wireroom.news.services.leases import claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.assign import Assign
from wireroom.pipeline.desks import Desks
from wireroom.pipeline.match import Match
from wireroom.pipeline.mending import mending
from wireroom.pipeline.publish import Publish
from wireroom.pipeline.repair import Repair
from wireroom.pipeline.stage import Executors, Stage

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
FIRE = (
    "A fire destroyed the Corrigan ferry terminal at Vellmouth on Tuesday. Harbour master Edda"
    " Thorsby said 34 passengers were led to safety before the roof of the terminal fell."
)
STRIKE = (
    "Tram drivers in Ostrava Nova voted for a strike over night shifts. Union leader Milan Kubat"
    " said 212 drivers would stay home from Friday until the council offers a new rota."
)

pytestmark = pytest.mark.django_db


@dataclass(slots=True)
class Desk:
    """A pipeline turned by hand, its clock with it."""

    now: datetime
    stages: tuple[Stage[Any], ...]

    def report(self, slug: str, text: str, *, hours: float = 0.0) -> int:
        """Read an article, or read it again; return its id once it was assigned."""
        outlet, _ = file_outlet(OutletFacts(name=f"{slug.title()} Post"))
        url = f"https://{slug}.example/1"
        page, _ = Page.objects.get_or_create(
            url=url, defaults={"outlet": outlet, "seen_at": self.now}
        )
        Page.objects.filter(pk=page.pk).update(step="extract", due_at=self.now)
        (page,) = claim(Page, "extract", now=self.now, limit=1, lease_s=60)
        at = NOW - timedelta(hours=5) + timedelta(hours=hours)
        read = ReadArticle(
            id="a", file="a", position=0, role=Role.MAIN, title=text.split(".")[0],
            paragraphs=(text,), lang="en", published=at, canonical_url=url,
        )  # fmt: skip
        file_readings([(page, [take_prints(read)])], now=self.now)
        self.work()
        return Article.objects.get(url=url).pk

    def work(self) -> None:
        """Let an hour pass and turn every stage until nothing is due."""
        self.now += timedelta(hours=1)
        while sum(self._turn(stage) for stage in self.stages):
            pass

    def _turn(self, stage: Stage[Any]) -> int:
        rows = stage.claim(now=self.now, limit=32)
        if rows:
            futures = stage.start(rows, now=self.now)
            done = [(row, one.result()) for row, one in zip(rows, futures, strict=True)]
            stage.file(done, now=self.now)
        return len(rows)

    def mend(self) -> Any:
        """Return an editor's hand."""
        return mending(by="Ines", why="two fires", now=self.now)


@pytest.fixture
def desk() -> Desk:
    inline = InlineExecutor()
    executors = Executors(inline, inline, inline, inline)
    desks = Desks()
    stages = (
        Match(executors, holder="me", desks=desks),
        Assign(executors, holder="me", desks=desks),
        Repair(executors, holder="me", desks=desks),
        Publish(executors, holder="me"),
    )
    return Desk(NOW, stages)


def _where(article: int) -> int:
    return Membership.objects.get(article=article).story_id


def _fires(desk: Desk) -> tuple[int, int, int]:
    return (
        desk.report("coast", FIRE),
        desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1),
        desk.report("sound", f"{FIRE} Crews from Tolland helped.", hours=2),
    )


def test_a_split_outlives_repair_and_gathers_what_comes_later(desk: Desk) -> None:
    a, b, c = _fires(desk)
    assert _where(a) == _where(b) == _where(c)
    mend = desk.mend().split(_where(a), [c])
    story = _where(c)
    desk.work()
    assert (_where(a), _where(c)) == (_where(b), story)
    assert Membership.objects.get(article=c).why == "an editor parted this here: two fires"
    later = desk.report("cape", f"{FIRE} Crews from Tolland helped.", hours=3)
    desk.work()
    assert _where(later) in (_where(a), story)
    assert _where(a) == _where(b) != _where(c) == story
    desk.mend().undo(mend.pk)
    desk.work()
    assert len({_where(one) for one in (a, b, c, later)}) == 1


def test_a_merge_of_what_the_engine_keeps_apart_outlives_repair(desk: Desk) -> None:
    fire, strike = desk.report("coast", FIRE), desk.report("tram", STRIKE, hours=1)
    assert _where(fire) != _where(strike)
    left = _where(strike)
    desk.mend().merge(left, _where(fire))
    desk.work()
    assert _where(fire) == _where(strike)
    later = desk.report("rail", STRIKE, hours=2)
    desk.work()
    assert _where(later) == _where(fire)
    assert Story.objects.get(pk=left).merged_into_id == _where(fire)


def test_a_spiked_report_stays_away_when_it_is_read_again(desk: Desk) -> None:
    a, b, c = _fires(desk)
    desk.mend().spike_article(b)
    desk.work()
    assert desk.report("bay", f"{FIRE} The pier was rebuilt, and the text was changed.") == b
    desk.work()
    assert not Membership.objects.filter(article=b).exists()
    story = Story.objects.get(pk=_where(a))
    assert (story.articles_count, _where(c)) == (2, story.pk)


def test_a_pin_ends_by_itself(desk: Desk) -> None:
    story_id = _where(desk.report("coast", FIRE))
    before = Story.objects.get(pk=story_id).rank
    desk.mend().pin(story_id, hours=1.5)
    desk.work()
    assert (Story.objects.get(pk=story_id).rank or 0) > 10**6
    desk.work()
    assert Story.objects.get(pk=story_id).rank == before


def test_a_mend_in_mid_work_puts_nothing_off(desk: Desk) -> None:
    first = desk.report("coast", FIRE)
    strike = desk.report("tram", STRIKE)
    # The language was held a moment ago, and nobody asks again within the next seconds.
    desk.mend().merge(_where(strike), _where(first))
    desk.now -= timedelta(hours=1)
    desk.report("bay", f"{FIRE} Ships were sent to Marrow Quay.", hours=1)
    assert not Shard.objects.exclude(due_at=None).exclude(lang="*").exists()
    assert _where(first) == _where(strike)
