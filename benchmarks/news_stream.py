"""An invented stream of news whose words, names and stories are spread as in real news.

Words follow Zipf's law over 50,000; each of 2,000 subjects prefers 400 of them. Names follow
Zipf's law over a pool that grows with the stream (Heaps 1978), so that a president is in
thousands of reports and most people in one event's. A story has a subject, twelve words and six
names of its own; its number of reports is drawn from a Pareto law (mean about 4, most have one or
two, the largest 300), its reports come after each other some hours apart. A report has 300 words
and a headline of eight; about 190 different terms are left of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.stories.bulk import Stored
from wireroom.engine.stories.features import LEAD, NAME, TITLE, PackedTerms, pack_terms, term_key
from wireroom.engine.stories.terms import stem_word
from wireroom.engine.types import ArticleText

START: Final = datetime(2031, 3, 1, tzinfo=UTC)
DAYS: Final = 14
_WORDS, _SUBJECTS, _PREFERRED = 50_000, 2_000, 400
_TITLE, _BODY, _LEAD = 8, 300, 90
_OUTLETS: Final = 400
_LARGEST: Final = 300
_KEPT: Final = 200  # terms, as of real reports
_SYLLABLES: Final = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en")]

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its story's number, its time, and its words' numbers, headline first."""

    story: int
    at: datetime
    words: Ids
    outlet: str


class NewsStream:
    """So many reports over fourteen days, then `coming` more of the same kind; seeded."""

    def __init__(self, live: int, *, coming: int = 0, seed: int = 7) -> None:
        self.live = live
        self._rng = rng = np.random.default_rng(seed)
        self._pool = 20_000 + live // 2
        self._common = zipf(_WORDS, 1.0)
        self._names = zipf(self._pool, 0.9)
        self._prefers = rng.integers(0, _WORDS, (_SUBJECTS, _PREFERRED))
        self._liked = zipf(_PREFERRED, 0.8)
        total = live + coming
        sizes = np.minimum(_LARGEST, rng.pareto(1.25, total) + 1).astype(np.int64)
        stories = int(np.searchsorted(np.cumsum(sizes), total)) + 1
        self._story_of = np.repeat(np.arange(stories), sizes[:stories])[:total]
        span = DAYS * 24.0 * total / max(1, live)
        hours = rng.uniform(0, span, stories)[self._story_of] + rng.exponential(10, total)
        hours %= span  # a late report belongs into the stream all the same
        order = np.argsort(hours, kind="stable")
        self._story_of, self._hours = self._story_of[order], hours[order]
        self._own = rng.integers(2_000, _WORDS, (stories, 12))
        self._about = _WORDS + _draw(rng, self._names, (stories, 6))
        self._subject = rng.integers(0, _SUBJECTS, stories)
        self._keys: Ids = np.array([_key(number) for number in range(_WORDS + self._pool)])

    def reports(self, first: int, stop: int) -> Iterator[Report]:
        """Yield the reports with these numbers, in order of time."""
        words, outlets = self._write(first, stop)
        for place, number in enumerate(range(first, stop)):
            at = START + timedelta(hours=float(self._hours[number]))
            yield Report(int(self._story_of[number]), at, words[place], f"Outlet {outlets[place]}")

    def stored(self, first: int, stop: int) -> list[Stored]:
        """Return reports as the tables would hold them, each under its true story."""
        words, outlets = self._write(first, stop)
        terms = _gather(self._keys[words], words >= _WORDS)
        return [
            Stored(
                article=number,
                story=int(self._story_of[number]) + 1,
                storyline=int(self._story_of[number]) + 1,
                packed=pack_terms(lang="en", published_at=at, terms=each),
                published_at=at,
                at=at,
                outlet=f"Outlet {outlet}",
            )
            for number, each, outlet in zip(range(first, stop), terms, outlets, strict=True)
            if (at := START + timedelta(hours=float(self._hours[number])))
        ]

    def _write(self, first: int, stop: int) -> tuple[Ids, list[int]]:
        """Return the words of reports, a row each, and who publishes them."""
        story = self._story_of[first:stop]
        count = len(story)
        words = _draw(self._rng, self._common, (count, _TITLE + _BODY))
        kind = self._rng.random((count, _TITLE + _BODY))
        kind[:, :_TITLE] = np.linspace(0.65, 0.99, _TITLE)  # headlines are mostly about the event
        liked = _draw(self._rng, self._liked, words.shape)
        chosen = self._rng.integers(0, 1 << 20, words.shape)
        row = story[:, None]
        words = np.where(kind > 0.70, self._prefers[self._subject[row], liked], words)
        words = np.where(kind > 0.78, self._own[row, chosen % 12], words)
        words = np.where(kind > 0.92, self._about[row, chosen % 6], words)
        return words, self._rng.integers(0, _OUTLETS, count).tolist()


def _gather(keys: Ids, is_name: NDArray[np.bool_]) -> Iterator[PackedTerms]:
    """Yield each row's different terms in the order of their keys, 200 at most."""
    place = np.arange(keys.shape[1])
    # Key, name or not, place: sorted as one number, many rows together.
    laid = np.sort((keys << 16) | (is_name << 15) | place, axis=1)
    key = laid >> 16
    opens = np.diff(key, axis=1, prepend=-1) > 0
    for row, first in zip(laid, map(np.flatnonzero, opens), strict=True):
        counts = np.diff(first, append=len(row))[:_KEPT]
        found = row[first[:_KEPT]]
        stands = found & 0x7FFF
        flags = np.where(stands < _TITLE, TITLE, np.where(stands < _TITLE + _LEAD, LEAD, 0))
        flags |= np.where(found & (1 << 15), NAME, 0)
        yield PackedTerms(
            (found >> 16).astype("<u4").tobytes(),
            np.rint((1 + np.log(counts)) * 16).astype("u1").tobytes(),
            flags.astype("u1").tobytes(),
        )


def as_article(key: int, report: Report) -> ArticleText:
    """Return a report as text: sentences of about twelve words, paragraphs of four sentences."""
    words = [spell(number) for number in report.words.tolist()]
    sentences = [
        " ".join(words[start : start + 12]).capitalize() + "."
        for start in range(_TITLE, len(words), 12)
    ]
    paragraphs = (" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))
    return ArticleText(
        id=str(key), title=" ".join(words[:_TITLE]).capitalize(), body="\n\n".join(paragraphs),
        published_at=report.at, outlet=report.outlet, lang="en",
    )  # fmt: skip


def zipf(count: int, exponent: float) -> NDArray[np.float64]:
    """Return the cumulative shares of Zipf's law."""
    shares = 1.0 / np.arange(1, count + 1) ** exponent
    cumulative: NDArray[np.float64] = np.cumsum(shares) / shares.sum()
    return cumulative


def _draw(
    rng: np.random.Generator, law: NDArray[np.float64], shape: Sequence[int]
) -> NDArray[np.int64]:
    return np.minimum(np.searchsorted(law, rng.random(shape)), len(law) - 1).astype(np.int64)


@cache
def spell(number: int) -> str:
    """Return the word of a number, a name with a capital."""
    rest, parts = number + 97, []
    while rest:
        rest, part = divmod(rest, len(_SYLLABLES))
        parts.append(_SYLLABLES[part])
    return "".join(parts).capitalize() if number >= _WORDS else "".join(parts)


def _key(number: int) -> int:
    return term_key(stem_word(spell(number).lower(), "en"))
