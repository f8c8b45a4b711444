"""What reports of one language say of each other: the log odds that two tell one event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

# Odds kept of each report: those above what strangers count as, the nearest ones.
_LEAST_ODDS: Final = -6.0
_MOST_ODDS: Final = 12


@dataclass(slots=True)
class Said:
    """Each report's log odds with the reports nearest to it, found from either side."""

    _odds: dict[int, dict[int, float]] = field(default_factory=dict)
    _heard: dict[int, dict[int, None]] = field(default_factory=dict)  # who has odds with whom

    def __len__(self) -> int:
        return len(self._odds)

    def __contains__(self, article: int) -> bool:
        return article in self._odds

    def reports(self) -> list[int]:
        """Return the reports that have said something."""
        return list(self._odds)

    def say(self, article: int, odds: Mapping[int, float]) -> None:
        """Note what a report says, in place of what it said before."""
        self._unsay(article)
        nearest = sorted(odds.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_ODDS]
        near = {other: value for other, value in nearest if value > _LEAST_ODDS}
        self._odds[article] = near
        for other in near:
            self._heard.setdefault(other, {})[article] = None

    def near(self, article: int) -> dict[int, float]:
        """Return the odds between a report and others, the mean where both say something."""
        near = dict(self._odds.get(article, {}))
        for other in self._heard.get(article, ()):
            value = self._odds[other][article]
            near[other] = (near[other] + value) / 2 if other in near else value
        return near

    def forget(self, article: int) -> None:
        """Forget what a report said and what is said of it; unknown ones are ignored."""
        self._unsay(article)
        for other in self._heard.pop(article, ()):
            self._odds[other].pop(article, None)

    def _unsay(self, article: int) -> None:
        for other in self._odds.pop(article, ()):
            drop(self._heard, other, article)


def drop(mates: dict[int, dict[int, None]], of: int, article: int) -> None:
    """Take a report from those of another, which may not be known itself: nothing is left of it."""
    mates.get(of, {}).pop(article, None)
    if not mates.get(of):
        mates.pop(of, None)
