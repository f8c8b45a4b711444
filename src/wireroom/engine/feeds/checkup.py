"""What one look at a listed feed tells: whether it answers, with news, and in its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from wireroom.engine.feeds.answer import Polled
from wireroom.engine.text.language import language_of
from wireroom.engine.types import FeedEntry

# Longer than any public holiday keeps a newspaper from publishing.
_STALE: Final = timedelta(days=21)
_READ_ENTRIES: Final = 20  # headlines of one day: enough words to tell a language


class Verdict(StrEnum):
    """What a feed turned out to be; all but FINE and MOVED want somebody to look."""

    FINE = "fine"
    MOVED = "moved"
    OTHER_LANGUAGE = "other-language"
    STALE = "stale"
    EMPTY = "empty"
    NOT_A_FEED = "not-a-feed"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


SOUND: Final = frozenset({Verdict.FINE, Verdict.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """A feed after one look; `lang` is the language found, empty where too little tells."""

    url: str
    outlet: str
    verdict: Verdict
    note: str = ""
    status: int = 0
    moved_to: str = ""
    entries: int = 0
    newest_at: datetime | None = None
    stated_lang: str = ""
    lang: str = ""


def judge_answer(
    polled: Polled, *, url: str, outlet: str, stated_lang: str, now: datetime
) -> Checkup:
    """Say what an answer is worth to somebody who would list the feed."""
    status, moved_to = polled.answer.status, polled.answer.moved_to or ""
    entries = polled.feed.entries if polled.feed else ()
    newest_at, lang = _newest(entries, now), _language(entries, stated_lang)
    verdict, note = _verdict(polled, newest_at=newest_at, lang=lang, stated=stated_lang, now=now)
    return Checkup(
        url=url,
        outlet=outlet,
        verdict=verdict,
        note=note,
        status=status,
        moved_to=moved_to,
        entries=len(entries),
        newest_at=newest_at,
        stated_lang=stated_lang,
        lang=lang,
    )


def _verdict(
    polled: Polled, *, newest_at: datetime | None, lang: str, stated: str, now: datetime
) -> tuple[Verdict, str]:
    answer, feed = polled.answer, polled.feed
    if feed is None:
        return Verdict.REFUSED, f"the server answered {answer.status}"
    if not feed.entries:
        return Verdict.EMPTY, "it has no entry"
    if newest_at is not None and newest_at < now - _STALE:
        return Verdict.STALE, f"nothing newer than {newest_at:%Y-%m-%d}"
    if lang and stated and lang.split("-")[0] != stated.split("-")[0]:
        return Verdict.OTHER_LANGUAGE, f"listed as {stated}, reads as {lang}"
    if answer.moved_to:
        return Verdict.MOVED, f"list {answer.moved_to} instead"
    return Verdict.FINE, ""


def _newest(entries: Sequence[FeedEntry], now: datetime) -> datetime | None:
    """Return the latest time that is not in the future, for no clock is trusted."""
    stated = [one.published_at for one in entries if one.published_at and one.published_at <= now]
    return max(stated, default=None)


def _language(entries: Sequence[FeedEntry], stated: str) -> str:
    """Return the language of the headlines; the listed one unless they clearly say another."""
    headlines = "\n".join(one.title for one in entries[:_READ_ENTRIES])
    found = language_of(headlines, stated=stated or None)
    return "" if found == "und" else found
