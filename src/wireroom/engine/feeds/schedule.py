"""When to poll a feed next: old state, what came and the clock in; a decision with a reason out.

Follows RFC 9110 (Retry-After, validators, 301, 308, 410) and RFC 9111 (max-age, Expires).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import Final

MIN_INTERVAL_S: Final = 300
MAX_INTERVAL_S: Final = 86_400
_SHORTER: Final = 0.5  # something new: look twice as often
_LONGER: Final = 1.5  # nothing new: a feed of one report a day is asked hourly after 7 polls
_ERROR_BASE_S: Final = 300
_MAX_REST_S: Final = 7 * 86_400  # a Retry-After beyond a week is a mistake
_LEAST_REST_S: Final = 10.0  # the server names a time and we keep it, but never hammer
_JITTER: Final = 0.1  # of the interval; spreads feeds that were added together
_MOVES_TO_BELIEVE: Final = 3  # a captive portal or a broken deploy seldom lasts three polls
_MAX_AGE: Final = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PollLimits:
    """The bounds of a host's choice, in seconds."""

    min_s: int = MIN_INTERVAL_S
    max_s: int = MAX_INTERVAL_S


@dataclass(frozen=True, slots=True, kw_only=True)
class PollState:
    """What is remembered of a feed between two polls.

    `moved_to` is where permanent redirects have led, `moved_seen` how many polls in a row.
    """

    url: str
    interval_s: int = 3_600
    etag: str | None = None
    last_modified: str | None = None
    error_count: int = 0
    moved_to: str | None = None
    moved_seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOutcome:
    """What one poll brought: `status` None means no answer, `error` then says why.

    `headers` have lower-case names. `error` with a status is an answer that was no feed.
    `ttl_s` is what the feed itself asks for.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    new_entries: int = 0
    ttl_s: int | None = None
    error: str | None = None
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


def decide_poll(
    state: PollState, outcome: PollOutcome, now: datetime, *, limits: PollLimits | None = None
) -> PollDecision:
    """Decide when the feed is due again and what to remember of this poll.

    `due_at` is always after `now` (aware), and at most `limits.max_s` later, unless the
    server asked for a longer rest by Retry-After (429, 503), which is kept up to a week.
    """
    limits = limits or PollLimits()
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
    date = _http_date(text)
    return max((date - now).total_seconds(), 0.0) if date else None


def _succeeded(
    state: PollState, outcome: PollOutcome, now: datetime, limits: PollLimits
) -> PollDecision:
    factor = _SHORTER if outcome.new_entries else _LONGER
    interval_s = _bounded(state.interval_s * factor, limits)
    reason = _news(outcome)
    asked_s, asker = _asked(outcome, now)
    wait_s = interval_s
    if asked_s > interval_s:
        wait_s = _bounded(asked_s, limits)
        reason += f"; {asker}"
    etag, last_modified = _validators(state, outcome)
    return PollDecision(
        due_at=_due(state.url, now, wait_s, 0, limits),
        reason=f"{reason}; next look in {_span(wait_s)}",
        url=state.url,
        interval_s=interval_s,
        etag=etag,
        last_modified=last_modified,
    )


def _news(outcome: PollOutcome) -> str:
    if outcome.status == 304:
        return "nothing changed (304)"
    if not outcome.new_entries:
        return "nothing new"
    return "1 new entry" if outcome.new_entries == 1 else f"{outcome.new_entries} new entries"


def _asked(outcome: PollOutcome, now: datetime) -> tuple[float, str]:
    """Return the longest time for which server or feed say that asking is of no use."""
    wishes = [
        (float(outcome.ttl_s or 0), "the feed asks for this pace"),
        (_fresh_s(outcome.headers, now), "the server calls its answer fresh until then"),
    ]
    return max(wishes, key=lambda wish: wish[0])


def _fresh_s(headers: Mapping[str, str], now: datetime) -> float:
    control = headers.get("cache-control", "")
    if "no-cache" in control.lower() or "no-store" in control.lower():
        return 0.0
    if (match := _MAX_AGE.search(control)) is not None:
        age = headers.get("age", "").strip()
        spent = int(age[:9]) if age.isascii() and age.isdigit() else 0
        return float(max(int(match[1]) - spent, 0))
    expires = _http_date(headers.get("expires", ""))
    # Measured from the server's own clock where it shows it: clocks differ.
    start = _http_date(headers.get("date", "")) or now
    return max((expires - start).total_seconds(), 0.0) if expires else 0.0


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
    what = outcome.error or f"the server answered {outcome.status}"
    nth = "first failure" if attempt == 1 else f"failure {attempt} in a row"
    reason = f"{what} ({nth}); next try in {_span(wait_s)}"
    return _kept(state, _due(state.url, now, wait_s, attempt, limits), reason)


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


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7_200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.0f} h" if seconds < 172_800 else f"{seconds / 86_400:.0f} days"
