"""The stage write: key points by the host's model, beside the brief and never before it."""

import logging
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, TypeAlias

from django.db import OperationalError

from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.adapters.ai.points import PointsReply, PointsTask, write_points
from wireroom.engine.insight.written.request import key_of, request_points
from wireroom.engine.writing import (
    PASSING,
    Budget,
    Failure,
    Feature,
    Price,
    Spent,
    Unwritten,
    WriteRequest,
    Written,
)
from wireroom.news.models import Writing
from wireroom.news.services.leases import LeaseLost
from wireroom.news.services.servers import admit, way_of
from wireroom.news.services.spending import Cost, reserve
from wireroom.news.services.writings import (
    SETTLE,
    Outcome,
    file_nothing,
    file_outcome,
    known_answers,
    note_asked,
    wait_until,
)
from wireroom.news.writings import keep_judged
from wireroom.pipeline.material import Material, read_material
from wireroom.pipeline.retry import retry_at
from wireroom.pipeline.stage import Executors, Stage

_log: Final = logging.getLogger(__name__)
# A token has two characters at the least in the languages that are asked for; a request may be
# repaired once, with the first answer beside it.
_CHARS_A_TOKEN: Final = 2
_FEATURE: Final = Feature.KEY_POINTS
Claim: TypeAlias = tuple[int, str]  # a row and the lease under which it is claimed


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """The host's model, what may be spent on it, and the executor that waits for it."""

    endpoint: Endpoint
    budget: Budget
    price: Price
    executor: Executor


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request under way: what was reserved for it, and where its answer is kept."""

    request: WriteRequest
    material: Material
    key: str
    day: date
    reserved: Cost
    is_asked: bool


@dataclass(frozen=True, slots=True)
class _Held:
    """A request that is not sent now."""

    until: datetime
    failure: str


class Write(Stage[Writing]):
    """Give the model what it may have, judge what it says in a worker, file what stands."""

    step = "write"
    model = Writing
    in_flight = 4
    # Two wait for the executor's two while each takes its time limit, see build.AI_LIMIT_S.
    lease_s = 600.0

    def __init__(self, executors: Executors, *, holder: str, host: Host) -> None:
        super().__init__(executors, holder=holder)
        self.host = host
        # By claim: a row that changes meanwhile is claimed anew while its first call is under way.
        self._asked: dict[Claim, _Asked] = {}

    def start(self, rows: Sequence[Writing], *, now: datetime) -> list[Future[Any]]:
        found = read_material([row.story_id for row in rows])
        wanted = {
            row.pk: (material, request_points(material.sentences))
            for row in rows
            if (material := found.get(row.story_id)) and material.sentences
        }
        model = self.host.endpoint.model
        keys = {pk: key_of(request, model) for pk, (_, request) in wanted.items()}
        known = known_answers(keys.values())
        under_way = {pk for pk, _ in self._asked}
        futures: list[Future[Any]] = []
        for row in rows:
            future: Future[Any]
            if row.pk in under_way:
                future = self.executors.inline.submit(_Held, now + SETTLE, row.failure)
            elif row.pk in wanted:
                key = keys[row.pk]
                future = self._begin_safely(row, *wanted[row.pk], key, known.get(key), now)
            else:
                future = self.executors.inline.submit(_nothing)
            futures.append(future)
        return futures

    def _begin_safely(self, row: Writing, *request: Any) -> Future[Any]:
        """Return what fails as a future that failed: the calls begun before it have theirs."""
        try:
            return self._begin(row, *request)
        except Exception as error:  # noqa: BLE001 - the row fails by itself
            future: Future[Any] = Future()
            future.set_exception(error)
            return future

    def _begin(
        self,
        row: Writing,
        material: Material,
        request: WriteRequest,
        key: str,
        known: Any,
        now: datetime,
    ) -> Future[Any]:
        name, cost = self.host.endpoint.name, Cost()
        if known is None:
            if until := admit(name, now=now):
                return self.executors.inline.submit(_Held, until, Failure.CIRCUIT)
            cost = self._cost(_at_most(request))
            if not reserve(_FEATURE, cost, self.host.budget, day=now.date()):
                return self.executors.inline.submit(_Held, _next_day(now), Failure.BUDGET)
        self._asked[_claim_of(row)] = _Asked(
            request, material, key, now.date(), cost, known is None
        )
        if known is None:
            note_asked(row, now=now)
        task = PointsTask(
            endpoint=self.host.endpoint,
            way=way_of(name),
            material=material.sentences,
            articles=material.articles,
            known=known,
        )
        return self.host.executor.submit(write_points, task)

    def file(self, done: Sequence[tuple[Writing, Any]], *, now: datetime) -> None:
        for row, result in done:  # one: see Stage.together
            if isinstance(result, _Held):
                wait_until(row, until=result.until, failure=result.failure)
            elif isinstance(result, PointsReply):
                self._file_reply(row, result, now=now)
            else:
                file_nothing(row)

    def fail(self, row: Writing, error: BaseException, *, now: datetime) -> None:
        """Count what broke on the way to the model as its server's failure."""
        asked = self._asked.get(_claim_of(row))
        if asked is None:
            super().fail(row, error, now=now)
            return
        kind = Failure.TIMEOUT if isinstance(error, TimeoutError) else Failure.CRASHED
        why = str(error) or type(error).__name__
        reply = Unwritten(failure=kind, why=why, spent=Spent(calls=int(asked.is_asked)))
        try:
            self._file_reply(row, PointsReply(reply), now=now)
        except LeaseLost:
            _log.info("write of %s: changed meanwhile, what the call cost is counted", row.pk)
        finally:
            self._asked.pop(_claim_of(row), None)

    def _file_reply(self, row: Writing, result: PointsReply, *, now: datetime) -> None:
        claim = _claim_of(row)
        asked, reply = self._asked[claim], result.reply
        bodies = {article.id: article.text for article in asked.material.articles}
        outcome = Outcome(
            server=self.host.endpoint.name,
            feature=_FEATURE,
            reply=reply,
            day=asked.day,
            key=asked.key,
            is_asked=asked.is_asked,
            prompt=asked.request.prompt,
            content=keep_judged(result.judged, bodies),
            reserved=asked.reserved,
            spent=self._spent(asked, reply),
            again_at=_again_at(row, reply, now=now),
        )
        try:
            file_outcome(row, outcome, now=now)
        except (LeaseLost, OperationalError):
            del self._asked[claim]  # whatever else is raised comes back to `fail`
            raise
        del self._asked[claim]

    def _spent(self, asked: _Asked, reply: Written | Unwritten) -> Cost:
        """Return what is counted: all that a call may have cost whose end nobody saw."""
        known = self._cost(reply.spent)
        if not _may_have_cost(reply):
            return known
        most = asked.reserved
        return Cost(max(known.tokens, most.tokens), max(known.micros, most.micros))

    def _cost(self, spent: Spent) -> Cost:
        return Cost(spent.tokens, self.host.price.micros(spent))


def _claim_of(row: Writing) -> Claim:
    return row.pk, row.lease


def _nothing() -> None:
    """Stand for a story of which a model may be given nothing."""


def _at_most(request: WriteRequest) -> Spent:
    """Return what a request costs at the most: asked once, and repaired once."""
    sent = (len(request.system) + len(request.material)) // _CHARS_A_TOKEN
    return Spent(tokens_in=2 * sent + request.most_tokens, tokens_out=2 * request.most_tokens)


def _may_have_cost(reply: object) -> bool:
    return isinstance(reply, Unwritten) and reply.failure in (Failure.TIMEOUT, Failure.CRASHED)


def _again_at(row: Writing, reply: object, *, now: datetime) -> datetime | None:
    if not isinstance(reply, Unwritten) or reply.failure not in PASSING:
        return None
    return retry_at(
        key=f"write:{row.pk}", attempts=row.attempts, now=now, at_least_s=reply.retry_after_s
    )


def _next_day(now: datetime) -> datetime:
    tomorrow = now.date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), now.tzinfo)
