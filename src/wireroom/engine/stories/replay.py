"""Stories decided anew in the order of publication: what came late falls in place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.stories.features import Features
from wireroom.engine.stories.index import StoryIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """An article of the stream. `order` breaks ties of `at` without regard to arrival.

    `copy_of` maps articles whose text it carries to the share that it carries.
    """

    article: int
    features: Features
    at: datetime
    order: str
    outlet: str | None
    copy_of: Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """Where an article stands after the replay; groups and lines are numbered from 1."""

    article: int
    group: int
    line: int
    score: float
    why: str


def replay(lang: str, entrants: Iterable[Entrant]) -> tuple[Replayed, ...]:
    """Decide every article's story again, earliest first.

    The result depends on the articles alone, not on when each of them arrived.
    """
    index = StoryIndex(lang)
    ordered = sorted(entrants, key=lambda one: (one.at, one.order))
    groups = 0
    found = []
    for one in ordered:
        # Only what is placed already can be carried: a copy published later does not decide.
        known = {key: share for key, share in one.copy_of.items() if key in index}
        decision = index.decide(one.features, at=one.at, outlet=one.outlet, copy_of=known)
        if decision.story is None:
            groups += 1
        group = decision.story or groups
        line = index.storyline_of(group) or decision.storyline or group
        index.add(group, one.article, one.features, at=one.at, outlet=one.outlet, storyline=line)
        found.append(
            Replayed(
                article=one.article,
                group=group,
                line=line,
                score=decision.score,
                why=decision.why,
            )
        )
    return tuple(found)
