"""Match, assign, repair and publish turned by hand, in this process and without waiting."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from wireroom.adapters.dense import add_vectors
from wireroom.adapters.embed import OnnxEmbedder
from wireroom.adapters.executors import InlineExecutor
from wireroom.engine.reading import Reading, take_prints
from wireroom.engine.stories.dense import DenseWeights
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Role
from wireroom.news.models import Article, Page
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


@dataclass(slots=True)
class Desk:
    """A pipeline turned by hand, its clock with it."""

    now: datetime
    stages: tuple[Stage[Any], ...]
    embedder: OnnxEmbedder | None = None  # what its workers read with

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
        readings: tuple[Reading, ...] = (take_prints(read),)
        if self.embedder is not None:
            readings = add_vectors(readings, self.embedder)
        file_readings([(page, readings)], now=self.now)
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


def make_desk(
    now: datetime = NOW,
    *,
    embedder: OnnxEmbedder | None = None,
    dense: DenseWeights | None = None,
) -> Desk:
    """Return a desk as a coordinator that has just started has it."""
    inline = InlineExecutor()
    executors = Executors(inline, inline, inline, inline)
    desks = Desks(dense=dense)
    stages = (
        Match(executors, holder="me", desks=desks),
        Assign(executors, holder="me", desks=desks),
        Repair(executors, holder="me", desks=desks),
        Publish(executors, holder="me"),
    )
    return Desk(now, stages, embedder)
