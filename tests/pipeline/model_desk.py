"""Briefs and a model's key points turned by hand, with a scripted model behind them."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from wireroom.adapters.ai.endpoint import AiSettings, Endpoint
from wireroom.adapters.executors import InlineExecutor
from wireroom.engine.writing import Budget, Feature, Price
from wireroom.news.models import Story, Writing
from wireroom.news.services.briefs import ask_for_briefs
from wireroom.pipeline.brief import Brief
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.stage import Executors, Stage
from wireroom.pipeline.write import Host, Write

PLENTY = Budget(tokens=1_000_000)


def _tomorrow_morning() -> datetime:
    """Return a time behind which a day has hours left: what a model costs is summed by days."""
    return (utc_now() + timedelta(days=1)).replace(hour=6)


@dataclass(slots=True)
class ModelDesk:
    """Two stages over the tables, and the clock that they see."""

    url: str
    budget: Budget = PLENTY
    price: Price = field(default_factory=Price)
    timeout_s: float = 30.0
    executor: Executor = field(default_factory=InlineExecutor)
    now: datetime = field(default_factory=_tomorrow_morning)

    @property
    def settings(self) -> AiSettings:
        """The settings of a host with this model."""
        return AiSettings(self.endpoint, {Feature.KEY_POINTS: self.budget}, self.price)

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(url=self.url, model="tiny", timeout_s=self.timeout_s)

    def brief(self, *stories: Story) -> None:
        """Make the stories' briefs; a model's words are due afterwards."""
        ask_for_briefs([story.pk for story in stories], now=self.now)
        self.turn(Brief(_executors(), holder="me", asks_model=True), after_s=60)

    def write(self, *, after_s: float = 3600) -> None:
        """Let time pass and ask the model for all that is due."""
        self.turn(self.stage(), after_s=after_s)

    def write_one(self) -> None:
        """Ask the model for the next that is due, as a coordinator with room for one."""
        self.now += timedelta(seconds=1)
        stage = self.stage()
        self._run(stage, stage.claim(now=self.now, limit=1))

    def stage(self) -> Write:
        """Return the stage as a coordinator has it."""
        host = Host(
            endpoint=self.endpoint, budget=self.budget, price=self.price,
            executor=self.executor,
        )  # fmt: skip
        return Write(_executors(), holder="me", host=host)

    def turn(self, stage: Stage[Any], *, after_s: float) -> None:
        """Claim, start and file what is due after some seconds, as the coordinator does."""
        self.now += timedelta(seconds=after_s)
        while rows := stage.claim(now=self.now, limit=32):
            self._run(stage, rows)

    def _run(self, stage: Stage[Any], rows: Sequence[Any]) -> None:
        for row, future in zip(rows, stage.start(rows, now=self.now), strict=True):
            error = future.exception()
            if error is not None:
                stage.fail(row, error, now=self.now)
            else:
                stage.file([(row, future.result())], now=self.now)


def _executors() -> Executors:
    inline = InlineExecutor()
    return Executors(net=inline, cpu=inline, bulk=inline, inline=inline)


def written(story: Story) -> list[str]:
    """Return the points that are kept of a story."""
    content = Writing.objects.get(story=story).content
    return [point["text"] for point in content.get("points", ())]


def withheld(story: Story) -> Sequence[dict[str, Any]]:
    """Return what was withheld of a story."""
    kept: Sequence[dict[str, Any]] = Writing.objects.get(story=story).content["withheld"]
    return kept
