"""Fuzz cases of the decider: any state, any answer, any clock; polled again with what it said."""

import struct
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Final

from benchmarks.fuzz_checks import check_value
from benchmarks.fuzz_kind import Kind, expect
from wireroom.engine.feeds.hub import lease_end, renewal
from wireroom.engine.feeds.pace import Pace, read_pace
from wireroom.engine.feeds.rhythm import Rhythm, observe_push, rate_at, unpack_rhythm
from wireroom.engine.feeds.schedule import (
    PollDecision,
    PollLimits,
    PollOutcome,
    PollState,
    decide_poll,
)
from wireroom.engine.feeds.silence import MISSED, missed_since

_NOW: Final = datetime(2031, 3, 2, 10, 0, tzinfo=UTC)
_DAY: Final = 86_400
# A week of rest and its spread; the days that a feed asks to skip, up to three and the last one.
_LONGEST_REST_S: Final = 7 * _DAY * 1.1
_SKIPS_S: Final = 4 * _DAY
_STATUSES: Final = (None, 200, 200, 200, 304, 304, 203, 226, 301, 404, 410, 429, 503, 500, 0, 999)
_SPANS: Final = (
    "",
    "0",
    "60",
    "3600",
    "-5",
    "1e9",
    "9" * 30,
    "٣",
    "²",
    "nan",
    "inf",
    " 12 ",
    "0x10",
    "soon",
    "Sun, 02 Mar 2031 10:05:00 GMT",
    "Sun, 02 Mar 2031 10:05:00 -9999",
    "Thu, 01 Jan 9999 00:00:00 GMT",
    "Mon, 01 Jan 0001 00:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 -1200",
    "02 Mar 31 10:05 EST",
    "\x00",
    "Sun, 99 Foo 2031",
    "Thu, 01 Jan 1970 00:00:00 +2359",
    "1 Jan 2031 24:61:61 GMT",
    "," * 200,
)
_CONTROLS: Final = (
    "max-age=600",
    "max-age=99999999999",
    "no-store",
    "max-age=-1",
    'max-age="300"',
    "Max-Age = 9",
    "private, max-age=0",
    "s-maxage=3,max-age=",
    "",
    "max-age=٣٠٠",
    "max-age=" + "9" * 5_000,
)
_ERRORS: Final = (None, None, None, "no answer", "", "this is no feed", "x" * 500)
_TIMES: Final = (
    None,
    _NOW,
    _NOW - timedelta(hours=1),
    _NOW - timedelta(days=20),
    _NOW + timedelta(days=400),
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
)
_PACE_BYTES: Final = (
    b"<skipHours><hour>0</hour><hour>24</hour><hour>99</hour></skipHours>",
    b"<skipDays>",
    b"<skipDays><day>Monday</day><day>sunday</day></skipDays>",
    b"<skipHours><hour> 7 </hour>",
    b"<skiphours x=1><HOUR>23</HOUR></skiphours>",
    b"\xd9\xa3",
    b"<skipDays><day>\xff</day></skipDays>",
)


@dataclass(frozen=True, slots=True)
class _Case:
    """A feed's state, what came at each poll, the host's limits and the shaken clock."""

    state: PollState
    polls: tuple[tuple[datetime, PollOutcome], ...]
    limits: PollLimits
    lease: str


def _at(chance: Random) -> datetime | None:
    if chance.random() < 0.2:
        return chance.choice(_TIMES)
    return _NOW + timedelta(seconds=chance.uniform(-30, 2) * _DAY)


def _rhythm(chance: Random) -> Rhythm:
    odds = chance.random()
    if odds < 0.3:
        return Rhythm()
    if odds < 0.5:
        return unpack_rhythm(chance.randbytes(chance.choice((128, 128, 128, 0, 127, 129))))
    most = chance.choice((1.0, 50.0, 1e6, 3e38))
    watched = chance.choice((0.0, 1e-40, 86_400.0, 1e6, 3e38))
    return unpack_rhythm(struct.pack("<32f", watched, *(chance.random() * most for _ in range(31))))


def _pace(chance: Random) -> Pace:
    raw = b"".join(chance.choice(_PACE_BYTES) for _ in range(chance.randint(0, 3)))
    return read_pace(raw, ttl_s=chance.choice((None, 0, 3_600, 2_592_000, -1)))


def _outcome(chance: Random) -> PollOutcome:
    headers = {
        "retry-after": chance.choice(_SPANS),
        "expires": chance.choice(_SPANS),
        "date": chance.choice(_SPANS),
        "age": chance.choice(_SPANS),
        "cache-control": chance.choice(_CONTROLS),
        "etag": chance.choice(("", '"x"', "\x00")),
    }
    new = chance.choice((0, 0, 1, 3, 1_000))
    return PollOutcome(
        status=chance.choice(_STATUSES),
        headers={name: value for name, value in headers.items() if chance.random() < 0.4},
        new_entries=new,
        changed_entries=chance.choice((0, 2)),
        left_out=chance.choice((0, 5)),
        new_at=tuple(_at(chance) for _ in range(chance.randint(0, min(new, 5)))),
        pace=chance.choice((None, _pace(chance))),
        error=chance.choice(_ERRORS),
        held_s=chance.choice((None,) * 9 + (0.0, -5.0, 1e12, 3_600.0)),
        moved_to=chance.choice(
            (None, None, "https://tide.example/rss", "https://gazette.example/x")
        ),
    )


def _make(chance: Random) -> _Case:
    now = _NOW.astimezone(timezone(timedelta(minutes=chance.randint(-720, 840))))
    polls = []
    for _ in range(chance.randint(1, 4)):
        polls.append((now, _outcome(chance)))
        now += timedelta(seconds=chance.choice((-3_600.0, 0.0, 1e-6, 300.0, 90_000.0, 1e8)))
    state = PollState(
        url=chance.choice(("https://gazette.example/rss", "", "\ud800")),
        interval_s=chance.choice((0, 300, 3_600, 86_400, 10**9)),
        error_count=chance.choice((0, 1, 30, 10_000)),
        moved_to=chance.choice((None, "https://tide.example/rss")),
        moved_seen=chance.randint(0, 4),
        ok_at=_at(chance),
        push_until=_at(chance),
        pace=_pace(chance),
        rhythm=_rhythm(chance),
    )
    least = chance.choice((1, 60, 300))
    limits = PollLimits(min_s=least, max_s=chance.choice((least, 3_600, 86_400)))
    return _Case(state, tuple(polls), limits, chance.choice(_SPANS))


def _take(case: _Case) -> None:
    state = case.state
    for now, outcome in case.polls:
        decision = decide_poll(state, outcome, now, limits=case.limits)
        _check(decision, outcome, now, case.limits)
        expect(decide_poll(state, outcome, now, limits=case.limits) == decision, "it is of chance")
        kept = {
            one.name: getattr(decision, one.name)
            for one in fields(PollState)
            if hasattr(decision, one.name)
        }
        is_good = outcome.error is None and outcome.status in (200, 304)
        state = PollState(
            **kept | {"ok_at": now if is_good else state.ok_at, "push_until": state.push_until}
        )
        _check_rhythm(state.rhythm, now, outcome, state.ok_at)
        end = lease_end(case.lease, now=now)
        expect(
            now < renewal(end, now=now) < end <= now + timedelta(days=30), "a lease out of bounds"
        )


def _check(decision: PollDecision, outcome: PollOutcome, now: datetime, limits: PollLimits) -> None:
    wait_s = (decision.due_at - now).total_seconds()
    rests = outcome.held_s is not None or outcome.status in (429, 503)
    most_s = max(_LONGEST_REST_S, limits.max_s) if rests else limits.max_s + _SKIPS_S
    expect(0 < wait_s <= most_s, f"the next poll is {wait_s} s away")
    expect(decision.reason.strip() and len(decision.reason) < 2_000, "no reason, or one too long")
    expect(decision.error_count >= 0 and decision.interval_s >= 0, "a count below 0")
    is_asked = outcome.status in (200, 304) and outcome.error is None and outcome.held_s is None
    bounded = limits.min_s <= decision.interval_s <= limits.max_s
    expect(bounded or not is_asked, f"an interval of {decision.interval_s} s")
    if decision.url.isprintable() and '"x"' in (decision.etag or '"x"'):
        check_value(decision)


def _check_rhythm(
    rhythm: Rhythm, now: datetime, outcome: PollOutcome, since: datetime | None
) -> None:
    packed = rhythm.pack()
    expect(unpack_rhythm(packed).pack() == packed, "a rhythm is not unpacked as it was packed")
    pushed = observe_push(rhythm, outcome.new_at, since=since, now=now)
    expect(sum(pushed.hours) >= sum(rhythm.hours), "a push takes entries away")
    check_value((rate_at(pushed, now), pushed.hours, pushed.days))
    if since is not None:
        missed = missed_since(rhythm, since, now)
        expect(missed >= 0, f"{missed} entries were missed")
        check_value(missed)
        expect(MISSED > 0, "a silence without a bar")


KINDS: Final[dict[str, Kind]] = {"decider": Kind(200, _make, _take)}
