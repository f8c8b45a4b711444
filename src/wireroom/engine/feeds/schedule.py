"""When to poll a feed next: old state, what came and the clock in; a decision with a reason out.

Follows RFC 9110 (Retry-After, validators, 301, 308, 410), RFC 9111 (freshness) and RSS 2.0 (pace).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

from wireroom.engine.feeds.freshness import fresh_s, http_date
from wireroom.engine.feeds.pace import Pace, after_skips
from wireroom.engine.feeds.rhythm import Rhythm, observe, rate_at, wait_by

MIN_INTERVAL_S: Final = 300
MAX_INTERVAL_S: Final = 86_400
# Until a day was watched, and no rhythm is known:
_SHORTER: Final = 0.5  # something new: look twice as often
_LONGER: Final = 1.5  # nothing new: a feed of one report a day is asked hourly after 7 polls
# A hub tells of news as they come; what it forgets is found within a quarter of a day.
_PUSHED_S: Final = 21_600
_ERROR_BASE_S: Final = 300
# Doubled waits are as long as the outage so far: a feed that was down for two days was asked again
# half a day after it was back, and what left it meanwhile was lost. While the last good answer is
# not a week old it is asked at a quarter of its usual pace, and four times a day at least.
_ERROR_LONGEST_S: Final = 21_600
_ERROR_PACE: Final = 4
_LATELY: Final = timedelta(days=7)
_MAX_REST_S: Final = 7 * 86_400  # a Retry-After beyond a week is a mistake
_LEAST_REST_S: Final = 10.0  # the server names a time and we keep it, but never hammer
_JITTER: Final = 0.1  # of the interval; spreads feeds that were added together
_GONE: Final = (404, 410)
_MOVES_TO_BELIEVE: Final = 3  # a captive portal or a broken deploy seldom lasts three polls


@dataclass(frozen=True, slots=True, kw_only=True)
class PollLimits:
    """The bounds of a host's choice, in seconds."""

    min_s: int = MIN_INTERVAL_S
    max_s: int = MAX_INTERVAL_S


@dataclass(frozen=True, slots=True, kw_only=True)
class PollState:
    """What is remembered of a feed between two polls.

    `moved_to` is where permanent redirects have led, `moved_seen` how many polls in a row.
    `ok_at` is the last good answer, `push_until` the end of a lease at the feed's hub (WebSub).
    """

    url: str
    interval_s: int = 3_600
    etag: str | None = None
    last_modified: str | None = None
    error_count: int = 0
    moved_to: str | None = None
    moved_seen: int = 0
    ok_at: datetime | None = None
    push_until: datetime | None = None
    pace: Pace = field(default_factory=Pace)
    rhythm: Rhythm = field(default_factory=Rhythm)


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOutcome:
    """What one poll brought: `status` None means no answer, `error` then says why.

    `headers` have lower-case names. `error` with a status is an answer that was no feed.
    `left_out` is how many entries the host's filters left out.
    `new_at` are the times that new entries state. `pace` is what the feed itself asks for, None
    where no feed came. `held_s` is for how long nothing may be asked: no request was made.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    new_entries: int = 0
    changed_entries: int = 0
    left_out: int = 0
    new_at: tuple[datetime | None, ...] = ()
    pace: Pace | None = None
    error: str | None = None
    held_s: float | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PollDecision:
    """What to store with the feed, and why, in words for a host."""

    due_at: datetime
    reason: str
    url: str
    interval_s: int
    etag: str | None = None
    last_modified: str | None = None
    error_count: int = 0
    moved_to: str | None = None
    moved_seen: int = 0
    retired: bool = False
    pace: Pace = field(default_factory=Pace)
    rhythm: Rhythm = field(default_factory=Rhythm)


def decide_poll(
    state: PollState, outcome: PollOutcome, now: datetime, *, limits: PollLimits | None = None
) -> PollDecision:
    """Decide when the feed is due again and what to remember of this poll.

    `due_at` is always after `now` (aware), and at most `limits.max_s` later, unless the
    server asked for a longer rest by Retry-After (429, 503), which is kept up to a week, or
    the feed for hours and days without a poll, which are kept up to three days more.
    """
    limits = limits or PollLimits()
    if outcome.held_s is not None:
        return _held(state, outcome, now, outcome.held_s)
    if outcome.status in _GONE and state.moved_to and outcome.moved_to is None:
        return _led_on(state, state.moved_to, outcome, now, limits)
    if outcome.status == 410:
        return _retired(state, now, limits)
    if outcome.status in (429, 503):
        return _rested(state, outcome, now, limits)
    if outcome.error is not None or outcome.status not in (200, 203, 226, 304):
        return _failed(state, outcome, now, limits)
    return _moved(state, outcome, _succeeded(state, outcome, now, limits))


def retry_after_s(stated: str | None, *, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for; None where it says nothing."""
    text = (stated or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    date = http_date(text)
    return max((date - now).total_seconds(), 0.0) if date else None


def _succeeded(
    state: PollState, outcome: PollOutcome, now: datetime, limits: PollLimits
) -> PollDecision:
    stated = (*outcome.new_at, *(None,) * (outcome.new_entries - len(outcome.new_at)))
    rhythm = observe(state.rhythm, stated, since=state.ok_at, now=now)
    pace = outcome.pace or state.pace
    interval_s = _interval_s(replace(state, rhythm=rhythm), outcome, now, limits)
    reason = _news(outcome)
    asked_s, asker = _asked(pace, state, outcome, now)
    wait_s = interval_s
    if asked_s > interval_s:
        wait_s = _bounded(asked_s, limits)
        reason += f"; {asker}"
    elif rhythm.is_known:
        reason += f"; {_usual(rate_at(rhythm, now))}"
    due_at = _due(state.url, now, wait_s, 0, limits)
    free_at = after_skips(due_at, pace)
    skips = ", for the feed asks to be left alone until then" if free_at > due_at else ""
    span = _span((free_at - now).total_seconds() if skips else wait_s)
    etag, last_modified = _validators(state, outcome)
    return PollDecision(
        due_at=free_at,
        reason=f"{reason}; next look in {span}{skips}",
        url=state.url,
        interval_s=interval_s,
        etag=etag,
        last_modified=last_modified,
        pace=pace,
        rhythm=rhythm,
    )


def _interval_s(state: PollState, outcome: PollOutcome, now: datetime, limits: PollLimits) -> int:
    """Return the wait that the feed's news are worth, whatever server and feed ask for."""
    if state.rhythm.is_known:
        return _bounded(wait_by(state.rhythm, now, most_s=limits.max_s), limits)
    return _bounded(state.interval_s * (_SHORTER if outcome.new_entries else _LONGER), limits)


def _usual(rate: float) -> str:
    if rate >= 1:
        return f"about {rate:.0f} an hour come at this time"
    return f"about {rate * 24:.1f} a day come at this time"


def _news(outcome: PollOutcome) -> str:
    if outcome.status == 304 and not outcome.new_entries + outcome.changed_entries:
        return "nothing changed (304)"
    told = []
    if outcome.new_entries:
        entries = "entry" if outcome.new_entries == 1 else "entries"
        told.append(f"{outcome.new_entries} new {entries}")
    if outcome.changed_entries:
        told.append(f"{outcome.changed_entries} changed")
    said = ", ".join(told) or "nothing new"
    return f"{said}, {outcome.left_out} left out by filters" if outcome.left_out else said


def _asked(pace: Pace, state: PollState, outcome: PollOutcome, now: datetime) -> tuple[float, str]:
    """Return the longest time for which server, feed or hub say that asking is of no use."""
    pushed = state.push_until is not None and state.push_until > now
    wishes = [
        (float(pace.ttl_s), "the feed asks for this pace"),
        (fresh_s(outcome.headers, now), "the server calls its answer fresh until then"),
        (float(_PUSHED_S if pushed else 0), "its hub tells of news meanwhile"),
    ]
    return max(wishes, key=lambda wish: wish[0])


def _validators(state: PollState, outcome: PollOutcome) -> tuple[str | None, str | None]:
    """The pair belongs together: a 200 replaces both, a 304 may renew either."""
    etag, last_modified = outcome.headers.get("etag"), outcome.headers.get("last-modified")
    if outcome.status == 304:
        return etag or state.etag, last_modified or state.last_modified
    return etag, last_modified


def _moved(state: PollState, outcome: PollOutcome, decision: PollDecision) -> PollDecision:
    """Take over a new address once permanent redirects have named it often enough."""
    target = outcome.moved_to
    if target is None or target == state.url:
        return decision
    seen = state.moved_seen + 1 if target == state.moved_to else 1
    if seen >= _MOVES_TO_BELIEVE:
        return replace(decision, url=target, reason=f"moved to {target}; {decision.reason}")
    return replace(decision, moved_to=target, moved_seen=seen)


def _led_on(
    state: PollState, target: str, outcome: PollOutcome, now: datetime, limits: PollLimits
) -> PollDecision:
    """Ask where permanent redirects led, when they end before they were seen often enough."""
    wait_s = _bounded(_ERROR_BASE_S, limits)
    said = f"the server answered {outcome.status}, and led to {target} before"
    kept = _kept(state, _due(state.url, now, wait_s, 1, limits), said)
    return replace(
        kept,
        reason=f"{said}; next look there in {_span(wait_s)}",
        url=target, etag=None, last_modified=None, moved_to=None, moved_seen=0,
    )  # fmt: skip


def _rested(
    state: PollState, outcome: PollOutcome, now: datetime, limits: PollLimits
) -> PollDecision:
    asked_s = retry_after_s(outcome.headers.get("retry-after"), now=now)
    if asked_s is None:
        return _failed(state, outcome, now, limits)
    wait_s = max(min(asked_s, _MAX_REST_S), _LEAST_REST_S)
    spread_s = _jitter(state.url, state.error_count + 1) * min(wait_s, limits.max_s)
    due_at = now + timedelta(seconds=min(wait_s + spread_s, max(_MAX_REST_S, wait_s)))
    reason = f"the server is busy ({outcome.status}) and asks to wait {_span(asked_s)}"
    return _kept(state, due_at, reason)


def _failed(
    state: PollState, outcome: PollOutcome, now: datetime, limits: PollLimits
) -> PollDecision:
    attempt = state.error_count + 1
    wait_s = _bounded(_ERROR_BASE_S * 2 ** min(attempt - 1, 20), limits)
    if state.ok_at is not None and now - state.ok_at < _LATELY:
        longest_s = min(max(state.interval_s * _ERROR_PACE, 3_600), _ERROR_LONGEST_S)
        wait_s = min(wait_s, _bounded(longest_s, limits))
    what = outcome.error or f"the server answered {outcome.status}"
    nth = "first failure" if attempt == 1 else f"failure {attempt} in a row"
    reason = f"{what} ({nth}); next try in {_span(wait_s)}"
    return _kept(state, _due(state.url, now, wait_s, attempt, limits), reason)


def _held(state: PollState, outcome: PollOutcome, now: datetime, held_s: float) -> PollDecision:
    """Nobody was asked, so nobody failed."""
    wait_s = max(min(held_s, _MAX_REST_S), _LEAST_REST_S)
    due_at = now + timedelta(seconds=wait_s * (1 + _jitter(state.url, 0)))
    reason = f"{outcome.error or 'no request was made'}; next try in {_span(wait_s)}"
    return replace(_kept(state, due_at, reason), error_count=state.error_count)


def _retired(state: PollState, now: datetime, limits: PollLimits) -> PollDecision:
    due_at = now + timedelta(seconds=limits.max_s)
    decision = _kept(state, due_at, "the server says that this feed is gone for good (410)")
    return replace(decision, retired=True)


def _kept(state: PollState, due_at: datetime, reason: str) -> PollDecision:
    """The last good state stays; only the failure is counted."""
    return PollDecision(
        due_at=due_at,
        reason=reason,
        url=state.url,
        interval_s=state.interval_s,
        etag=state.etag,
        last_modified=state.last_modified,
        error_count=state.error_count + 1,
        moved_to=state.moved_to,
        moved_seen=state.moved_seen,
        pace=state.pace,
        rhythm=state.rhythm,
    )


def _due(url: str, now: datetime, wait_s: float, attempt: int, limits: PollLimits) -> datetime:
    spread = wait_s * (1 + _jitter(url, attempt))
    return now + timedelta(seconds=max(min(spread, limits.max_s), 1))


def _jitter(url: str, attempt: int) -> float:
    """Return a share between 0 and _JITTER that only depends on the feed and the attempt."""
    digest = blake2b(f"{attempt} {url}".encode("utf-8", "replace"), digest_size=4).digest()
    return _JITTER * int.from_bytes(digest) / 0xFFFFFFFF


def _bounded(seconds: float, limits: PollLimits) -> int:
    return round(max(limits.min_s, min(seconds, limits.max_s)))


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7_200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.0f} h" if seconds < 172_800 else f"{seconds / 86_400:.0f} days"
