"""The loop: results are filed together, and a bad one takes no good one with it."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from wireroom.adapters.executors import InlineExecutor
from wireroom.news.models import Page
from wireroom.news.services.leases import LeaseLost
from wireroom.pipeline.coordinator import Coordinator
from wireroom.pipeline.stage import Executors, Stage

INLINE = InlineExecutor()


class Lengths(Stage[Page]):
    """Files the length of addresses; some cannot be started, worked on or filed."""

    step = "length"
    model = Page
    together = 10

    def __init__(self, urls: Sequence[str]) -> None:
        super().__init__(Executors(INLINE, INLINE, INLINE, INLINE), holder="test")
        self.due = [Page(pk=number, url=url) for number, url in enumerate(urls)]
        self.log = Log()

    def claim(self, *, now: datetime, limit: int) -> list[Page]:
        claimed, self.due = self.due[:limit], self.due[limit:]
        return claimed

    def start(self, rows: Sequence[Page], *, now: datetime) -> list[Future[Any]]:
        if any(row.url == "no start" for row in rows):
            raise ValueError("cannot be started")
        return [self.executors.inline.submit(_length, row.url) for row in rows]

    def file(self, done: Sequence[tuple[Page, int]], *, now: datetime) -> None:
        self.log.sizes.append(len(done))
        if any(row.url == "lost" for row, _ in done):
            raise LeaseLost("another has it")
        if any(row.url == "no filing" for row, _ in done):
            raise ValueError("cannot be filed")
        self.log.filed |= {row.url: length for row, length in done}

    def fail(self, row: Page, error: BaseException, *, now: datetime) -> None:
        self.log.failed[row.url] = str(error)


@dataclass(slots=True)
class Log:
    """What the stage was asked to do."""

    sizes: list[int] = field(default_factory=list)
    filed: dict[str, int] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def _length(url: str) -> int:
    if url == "no work":
        raise ValueError("cannot be worked on")
    return len(url)


def _run(*urls: str) -> Log:
    stage = Lengths(urls)
    coordinator = Coordinator([cast(Stage[Any], stage)])
    coordinator.run(is_enough=lambda: True)
    assert coordinator.filed["length"] == len(stage.log.filed)
    return stage.log


def test_what_is_done_is_filed_together() -> None:
    log = _run("a", "bb", "ccc")
    assert log.filed == {"a": 1, "bb": 2, "ccc": 3}
    assert log.sizes == [3]


def test_one_that_cannot_be_filed_fails_alone() -> None:
    log = _run("a", "no filing", "ccc")
    assert log.filed == {"a": 1, "ccc": 3}
    assert log.failed == {"no filing": "cannot be filed"}


def test_one_that_failed_in_its_worker_keeps_the_others_together() -> None:
    log = _run("a", "no work", "ccc")
    assert (log.filed, log.failed) == ({"a": 1, "ccc": 3}, {"no work": "cannot be worked on"})
    assert log.sizes == [2]


def test_one_that_cannot_be_started_fails_alone() -> None:
    log = _run("a", "no start", "ccc")
    assert (log.filed, log.failed) == ({"a": 1, "ccc": 3}, {"no start": "cannot be started"})


def test_a_lost_lease_drops_its_own_result_only() -> None:
    log = _run("a", "lost", "ccc")
    assert (log.filed, log.failed) == ({"a": 1, "ccc": 3}, {})


class LosesItsRows(Lengths):
    """A stage whose rows another coordinator has by the time that they fail."""

    def fail(self, row: Page, error: BaseException, *, now: datetime) -> None:
        super().fail(row, error, now=now)
        raise LeaseLost("another has it")


def test_a_row_that_is_lost_as_it_fails_stops_no_others() -> None:
    stage = LosesItsRows(["no work", "bb", "no filing", "dddd"])
    Coordinator([cast(Stage[Any], stage)]).run(is_enough=lambda: True)
    assert stage.log.filed == {"bb": 2, "dddd": 4}
    assert set(stage.log.failed) == {"no work", "no filing"}
