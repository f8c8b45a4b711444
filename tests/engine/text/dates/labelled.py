"""Sentences with their dates marked, and how well a reader finds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from wireroom.engine.text.dates.find import dates_in

_MARK: Final = re.compile(r"\[([^\[\]|]+)\|(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?\]")
Truth = tuple[int, int, date, date]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence without its marks, and what they said."""

    text: str
    lang: str
    published_at: datetime
    truth: tuple[Truth, ...]


def read_labelled(path: Path) -> Iterator[Labelled]:
    """Yield the sentences of a file."""
    lang, published = "en", datetime(2024, 11, 20, 12, tzinfo=UTC)
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("= "):
            _sign, lang, day = line.split()
            published = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        elif line and not line.startswith("#"):
            yield _labelled(line, lang, published)


def _labelled(line: str, lang: str, published: datetime) -> Labelled:
    text, truth, end = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        first = date.fromisoformat(mark[2])
        last = date.fromisoformat(mark[3]) if mark[3] else first
        truth.append((len(text), len(text) + len(mark[1]), first, last))
        text += mark[1]
        end = mark.end()
    return Labelled(text + line[end:], lang, published, tuple(truth))


@dataclass(slots=True)
class Score:
    """Counts of what was found, what of it was right, and what there was."""

    found: int = 0
    right: int = 0
    told: int = 0
    wrong: list[str] | None = None

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """The share of what there was that was found."""
        return self.right / max(self.told, 1)


def score(sentences: list[Labelled]) -> Score:
    """Compare: a find is right where it overlaps a mark and gives the same days."""
    total = Score(wrong=[])
    for one in sentences:
        found = dates_in(one.text, published_at=one.published_at, lang=one.lang)
        got = [(it.start, it.end, it.first, it.last) for it in found]
        right = sum(any(_agree(a, b) for b in one.truth) for a in got)
        total.found += len(got)
        total.right += right
        total.told += len(one.truth)
        if right < max(len(got), len(one.truth)) and total.wrong is not None:
            told = [(one.text[a:b], str(c), str(d)) for a, b, c, d in got]
            total.wrong.append(f"{one.text} => {told}")
    return total


def _agree(found: Truth, told: Truth) -> bool:
    return found[2:] == told[2:] and found[0] < told[1] and told[0] < found[1]
