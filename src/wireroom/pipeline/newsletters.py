"""The stage letters: newsletters of a mailbox, looked into when the decider says so."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from django.conf import settings

from wireroom.adapters.mailbox import Letter, Look, MailAccount, Wish, look_into
from wireroom.adapters.polite import PoliteFetcher
from wireroom.engine.addresses import site_of
from wireroom.engine.errors import FetchFailed
from wireroom.engine.feeds.rhythm import unpack_rhythm
from wireroom.engine.feeds.schedule import (
    PollDecision,
    PollLimits,
    PollOutcome,
    PollState,
    decide_poll,
)
from wireroom.engine.newsletters.head import read_envelope, read_head
from wireroom.engine.newsletters.issue import Envelope, NotTaken
from wireroom.engine.newsletters.links import is_front, own_address
from wireroom.engine.newsletters.parts import MAX_LETTER
from wireroom.engine.newsletters.read import Issue, Linked, read_issue
from wireroom.engine.types import FetchRequest, GivesWay
from wireroom.news.models import Mailbox
from wireroom.news.queries.newsletters import Admitted, read_admitted, waiting_uids
from wireroom.news.services.leases import finish
from wireroom.news.services.newsletters import LATELY, OUTLET_RESTS, Came, file_letters
from wireroom.pipeline.fetch import ACCEPT, OK
from wireroom.pipeline.stage import LOST, Executors, Stage

log = logging.getLogger(__name__)
# For the links of one letter: counters of clicks are one host mostly, asked once a second.
FOLLOW_S: Final = 60.0
_SPACING_S: Final = 1.0  # between pages of one host, as fetches keep it


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look brought: where it ended, what the letters are, and which were not found again."""

    look: Look
    came: tuple[Came, ...]
    gone: tuple[int, ...] = ()


class Newsletters(Stage[Mailbox]):
    """Look into the mailbox, read letters of admitted senders in workers, file what they bring."""

    step = "letters"
    model = Mailbox
    lease_s = 900.0  # ten letters, each with links to be followed
    in_flight = 1

    def __init__(
        self, executors: Executors, *, holder: str, fetcher: PoliteFetcher, account: MailAccount
    ) -> None:
        super().__init__(executors, holder=holder)
        self._fetcher = fetcher
        self._account = account

    def start(self, rows: Sequence[Mailbox], *, now: datetime) -> list[Future[Any]]:
        admitted = read_admitted()
        return [
            self.executors.net.submit(self._look, _wish(row, admitted, now=now), admitted)
            for row in rows
        ]

    async def _look(self, wish: Wish, admitted: Mapping[str, Admitted]) -> Seen:
        look = await asyncio.to_thread(look_into, self._account, wish)
        came = await asyncio.to_thread(lambda: [_came(letter) for letter in look.letters])
        read = [
            await self._read(one, letter, admitted)
            for one, letter in zip(came, look.letters, strict=True)
        ]
        return Seen(look, tuple(read), _gone(wish, look))

    async def _read(self, one: Came, letter: Letter, admitted: Mapping[str, Admitted]) -> Came:
        """Return what a letter brings; one that cannot be read stops no other."""
        known = admitted.get(one.envelope.sender.key) if one.envelope else None
        if known is None:
            return one
        if not known.is_on:
            return replace(one, reason=OUTLET_RESTS)
        if letter.trouble:
            return replace(one, reason=letter.trouble)
        if letter.whole is None:
            return replace(one, reason=f"it has more than {MAX_LETTER // 1_000_000} MB")
        work = self.executors.cpu.submit(
            read_issue,
            letter.whole,
            arrived_at=letter.arrived_at,
            hosts=known.hosts,
            mailbox=self._account.user,
        )
        try:
            issue = await asyncio.wrap_future(work)
        except NotTaken as error:
            return replace(one, reason=str(error))
        except LOST:
            raise  # no fault of the letter
        except Exception as error:  # noqa: BLE001 - whatever a letter does to its reader
            log.warning(
                "a letter of %s cannot be read: %r", one.envelope and one.envelope.sender.key, error
            )
            return replace(one, reason=f"it could not be read ({type(error).__name__})")
        return await self._followed(replace(one, outlet_id=known.outlet_id), issue, known)

    async def _followed(self, one: Came, issue: Issue, known: Admitted) -> Came:
        """Return the issue with its links led to where they end, on its outlet's own site."""
        if issue.page:
            return replace(one, issue=issue)
        ends = await asyncio.gather(*(self._end(link, issue, known) for link in issue.links))
        links = {link.url: link for link in ends if link is not None}
        if not links:
            return replace(one, reason="none of its links leads to a page of its outlet")
        return replace(one, issue=replace(issue, links=tuple(links.values())))

    async def _end(self, link: Linked, issue: Issue, known: Admitted) -> Linked | None:
        if link.is_direct:
            return link
        # A letter leads to addresses inside no more than a page of its outlet would.
        request = FetchRequest(
            url=link.url, named_by=known.home_url, accept=ACCEPT, gives_way=GivesWay.TO_FEEDS
        )
        try:
            async with asyncio.timeout(FOLLOW_S):
                answer = await self._fetcher.fetch_page(request)
        except (FetchFailed, TimeoutError) as error:
            log.info("a link of a newsletter leads nowhere: %s", error)
            return None
        url = own_address(answer.url, issue.recipient)
        is_own = url is not None and site_of(url) == known.site and not is_front(url)
        return replace(link, url=url) if url and is_own and answer.status in OK else None

    def file(self, done: Sequence[tuple[Mailbox, Seen]], *, now: datetime) -> None:
        for row, seen in done:
            taken = [one.arrived_at for one in seen.came if one.issue is not None]
            outcome = PollOutcome(status=200, new_entries=len(taken), new_at=tuple(taken))
            decision = _decide(row, outcome, now=now)
            columns = _columns(decision) | {"ok_at": now}
            if seen.look.has_more:
                columns["due_at"] = now
            file_letters(
                row,
                seen.came,
                now=now,
                spacing_s=_SPACING_S,
                validity=seen.look.validity,
                last_uid=seen.look.last_uid,
                gone=seen.gone,
                **columns,
            )

    def fail(self, row: Mailbox, error: BaseException, *, now: datetime) -> None:
        """A mailbox is never given up for being away: it is looked into more and more rarely."""
        if not isinstance(error, FetchFailed) or self.is_exhausted(row):
            super().fail(row, error, now=now)
            return
        decision = _decide(row, PollOutcome(error=str(error)), now=now)
        if not row.error_count:  # said once, when it begins
            log.warning("%s", decision.reason)
        finish(row, **_columns(decision))


def _wish(row: Mailbox, admitted: Mapping[str, Admitted], *, now: datetime) -> Wish:
    def wants(head: bytes, arrived_at: datetime) -> bool:
        try:
            sender = _envelope(head, arrived_at).sender
        except NotTaken:
            return False
        return sender.key in admitted

    return Wish(
        validity=row.validity,
        last_uid=row.last_uid,
        since=(row.ok_at or now) - LATELY,
        wants=wants,
        again=waiting_uids(row),
        longest=MAX_LETTER,
    )


def _gone(wish: Wish, look: Look) -> tuple[int, ...]:
    """Return the letters that were to be read a second time, and were not to be had."""
    if look.validity != wish.validity:
        return ()
    there = {letter.uid for letter in look.letters}
    return tuple(uid for uid in look.again if uid not in there)


def _came(letter: Letter) -> Came:
    """Return what a letter's head tells."""
    envelope: Envelope | None = None
    reason = ""
    try:
        envelope = _envelope(letter.head, letter.arrived_at)
    except NotTaken as error:
        reason = str(error)
    return Came(
        uid=letter.uid,
        key=envelope.key if envelope else _key(letter),
        arrived_at=letter.arrived_at,
        envelope=envelope,
        reason=letter.trouble if envelope is None and letter.trouble else reason,
    )


def _key(letter: Letter) -> str:
    """Name a letter whose head says nothing; by its number where not even the head came."""
    return blake2b(letter.head or str(letter.uid).encode(), digest_size=16).hexdigest()


def _envelope(head: bytes, arrived_at: datetime) -> Envelope:
    """Return what a head tells. Raises NotTaken for every one that cannot be read.

    Anybody can send anything: one letter may not keep the mailbox from all others.
    """
    try:
        return read_envelope(read_head(head), arrived_at=arrived_at)
    except NotTaken:
        raise
    except Exception as error:
        log.warning("the head of a letter cannot be read: %r", error)
        raise NotTaken(f"its head could not be read ({type(error).__name__})") from error


def _decide(row: Mailbox, outcome: PollOutcome, *, now: datetime) -> PollDecision:
    state = PollState(
        url=row.key,
        interval_s=row.interval_s,
        error_count=row.error_count,
        ok_at=row.ok_at,
        rhythm=unpack_rhythm(bytes(row.rhythm)),
    )
    return decide_poll(state, outcome, now, limits=PollLimits(min_s=settings.WIREROOM_POLL_MIN_S))


def _columns(decision: PollDecision) -> dict[str, Any]:
    return {
        "step": "letters",
        "due_at": decision.due_at,
        "interval_s": decision.interval_s,
        "error_count": decision.error_count,
        "rhythm": decision.rhythm.pack(),
        "reason": decision.reason[:300],
    }
