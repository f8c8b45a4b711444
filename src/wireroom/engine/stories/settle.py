"""What a report's place says of itself once all of its story is known."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.explain import explain_linked, explain_new
from wireroom.engine.stories.large import MERGED


class Settled(NamedTuple):
    """A report, how likely it stands where it should (log odds above the bar), and why."""

    article: int
    score: float
    why: str


def settle(
    decisions: Mapping[int, Decision], assigned: Mapping[int, int], firsts: Mapping[int, int]
) -> Iterator[Settled]:
    """Yield what each report's place says, in the order of `decisions`.

    `assigned` are the stories as the reports came in, `firsts` the first report of the group
    that each ended in. What was decided as it came in stays said where it still holds: the
    report joined what its group was, or opened what its group became.
    """
    sizes = Counter(firsts.values())
    for article, decision in decisions.items():
        first = firsts[article]
        has_opened = decision.story is None
        if (article == first) == has_opened and assigned[article] == assigned[first]:
            yield Settled(article, decision.score, decision.why)
        elif article == first:
            why = explain_new(in_storyline=decision.storyline is not None)
            yield Settled(article, min(decision.score, 0.0), why)
        else:
            mates = [odds for other, odds in decision.near.items() if firsts.get(other) == first]
            score = max(mates) - MERGED if mates else 0.0
            yield Settled(article, score, explain_linked(sizes[first] - 1))
