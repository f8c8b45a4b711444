"""The pipeline put together from the settings: executors, fetcher, desks and stages."""

import logging
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from django.conf import settings

from wireroom.adapters.dense import read_weights, say_how_to_learn
from wireroom.adapters.executors import (
    InlineExecutor,
    LocalExecutor,
    LoopExecutor,
    cluster_executor,
)
from wireroom.adapters.http import AiohttpFetcher
from wireroom.adapters.knowing import KnowingExecutor
from wireroom.adapters.polite import PoliteFetcher
from wireroom.adapters.robots import RobotsGate
from wireroom.engine.stories.dense import DenseWeights
from wireroom.engine.writing import Feature
from wireroom.news.services.leases import release_leases
from wireroom.news.services.newsletters import use_mailbox
from wireroom.news.services.writings import forget_asked
from wireroom.pipeline.abroad import Abroad
from wireroom.pipeline.assign import Assign
from wireroom.pipeline.brief import Brief
from wireroom.pipeline.budgets import Budgets
from wireroom.pipeline.coordinator import Coordinator, utc_now
from wireroom.pipeline.desks import Desks
from wireroom.pipeline.extract import Extract
from wireroom.pipeline.fetch import Fetch
from wireroom.pipeline.index import Index
from wireroom.pipeline.listen import Listen
from wireroom.pipeline.match import Match
from wireroom.pipeline.newsletters import Newsletters
from wireroom.pipeline.own_places import take_places
from wireroom.pipeline.poll import Poll
from wireroom.pipeline.publish import Publish
from wireroom.pipeline.put_back import PutBack
from wireroom.pipeline.repair import Repair
from wireroom.pipeline.slot import Slot
from wireroom.pipeline.stage import Executors, Stage
from wireroom.pipeline.subscribe import Subscribe
from wireroom.pipeline.tag import Tag
from wireroom.pipeline.tie import Tie
from wireroom.pipeline.turns import HostTurns
from wireroom.pipeline.write import Host, Write

# The slowest of the 1,000 shared pages takes under 2 s; what takes longer is hostile or broken.
TASK_LIMIT_S: Final = 20.0
CLOSE_LIMIT_S: Final = 5.0
# A replay of 4,000 reports takes 20 s of a free core; on a busy machine it gives way to the
# coordinator and to who reads pages.
BULK_LIMIT_S: Final = 120.0
BULK_NICENESS: Final = 10
# A call, its retry, another way and a repair, each within endpoint.TIMEOUT_S, come to less mostly;
# a server that drips its answer is cut off here.
AI_LIMIT_S: Final = 240.0
# Calls wait rather than work, and a model on this machine answers one at a time.
AI_WORKERS: Final = 2

_log: Final = logging.getLogger(__name__)


@dataclass(slots=True)
class Pipeline:
    """A running pipeline; leaving its `with` block gives everything back."""

    coordinator: Coordinator
    executors: Executors
    desks: Desks
    fetcher: PoliteFetcher
    slot: Slot
    budgets: Budgets
    host: Host | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.desks.release()
        self.budgets.keep()
        release_leases(self.slot.holder, now=utc_now())
        for executor in (self.executors.cpu, self.executors.bulk):
            executor.shutdown(wait=True, cancel_futures=True)
        if self.host is not None:
            self.host.executor.shutdown(wait=True, cancel_futures=True)
        net = self.executors.net
        if isinstance(net, LoopExecutor):
            net.run(self.fetcher.close(), timeout_s=CLOSE_LIMIT_S)
            net.shutdown()
        self.slot.release()


def build_pipeline() -> Pipeline:
    """Make the pipeline of the settings.

    Raises ConnectionError when the cluster is away, BadInput when the embedder or the host's file
    of places cannot be used.
    """
    dense = _dense_weights()
    net = LoopExecutor()
    cpu, bulk = _work_executors()
    executors = Executors(net=net, cpu=cpu, bulk=bulk, inline=InlineExecutor())
    slot = Slot.take(settings.VAR)
    # Whoever had this slot is dead: what it had claimed need not wait for its lease to run out.
    release_leases(slot.holder, now=utc_now())
    desks = Desks(holder=slot.holder, dense=dense)
    fetcher = net.run(_make_fetcher(), timeout_s=CLOSE_LIMIT_S)
    host = _host()
    stages: tuple[Stage[Any], ...] = (
        Poll(executors, holder=slot.holder, fetcher=fetcher),
        Subscribe(executors, holder=slot.holder, fetcher=fetcher),
        Fetch(executors, holder=slot.holder, fetcher=fetcher),
        Extract(executors, holder=slot.holder, embedder=settings.WIREROOM_EMBEDDER),
        Listen(executors, holder=slot.holder, fetcher=fetcher),
        Match(executors, holder=slot.holder, desks=desks),
        Assign(executors, holder=slot.holder, desks=desks),
        Repair(executors, holder=slot.holder, desks=desks),
        Tie(executors, holder=slot.holder),
        Abroad(executors, holder=slot.holder),
        Publish(executors, holder=slot.holder),
        Brief(executors, holder=slot.holder, asks_model=host is not None),
        Tag(executors, holder=slot.holder),
        Index(executors, holder=slot.holder),
    )
    if host is not None:
        stages = (*stages, Write(executors, holder=slot.holder, host=host))
    account = settings.WIREROOM_MAILBOX
    use_mailbox(account.name if account else None, now=utc_now())
    if account is not None:
        looking = Newsletters(executors, holder=slot.holder, fetcher=fetcher, account=account)
        stages = (*stages, looking)
    budgets = Budgets(fetcher.budget)
    turns = HostTurns(fetcher)
    put_back = PutBack()

    def beside() -> None:
        put_back()
        budgets()
        turns()

    coordinator = Coordinator(stages, beside=beside)
    return Pipeline(coordinator, executors, desks, fetcher, slot, budgets, host)


def _host() -> Host | None:
    """Return the host's model, with workers that are started when it is first asked."""
    ai = settings.AI
    if ai is None:
        forget_asked()  # what was due when it was turned off would be due for ever
        return None
    return Host(
        endpoint=ai.endpoint,
        budget=ai.budgets[Feature.KEY_POINTS],
        price=ai.price,
        executor=LocalExecutor(workers=AI_WORKERS, limit_s=AI_LIMIT_S, niceness=BULK_NICENESS),
    )


def _work_executors() -> tuple[Executor, Executor]:
    """Return who works on tasks of milliseconds, and who on those of seconds."""
    places = take_places(now=utc_now())
    cpu: Executor
    bulk: Executor
    if settings.WIREROOM_CLUSTER:
        cpu = bulk = cluster_executor(settings.WIREROOM_CLUSTER)
    else:
        cpu = LocalExecutor(workers=settings.WIREROOM_WORKERS, limit_s=TASK_LIMIT_S)
        bulk = LocalExecutor(workers=1, limit_s=BULK_LIMIT_S, niceness=BULK_NICENESS)
    # Names are looked for in bulk alone.
    return cpu, KnowingExecutor(bulk, places) if places else bulk


def _dense_weights() -> DenseWeights | None:
    if not settings.WIREROOM_EMBEDDER:
        return None
    folder = Path(settings.WIREROOM_EMBEDDER)
    weights = read_weights(folder)
    if weights is None:
        _log.warning("%s: %s", folder, say_how_to_learn(folder))
    return weights


async def _make_fetcher() -> PoliteFetcher:
    fetcher = AiohttpFetcher(
        contact_url=settings.WIREROOM_URL,
        allow=tuple(settings.WIREROOM_ALLOW),
        day_budget=settings.WIREROOM_HOST_BUDGET,
    )
    return PoliteFetcher(fetcher, RobotsGate(fetcher))
