"""Stories decided anew in the order of publication: what came late falls in place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.dense import DenseWeights
from wireroom.engine.stories.features import Features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.linkage import SURE, Linkage, given_again
from wireroom.engine.stories.mends import Mend, Mended, apply_mends
from wireroom.engine.stories.settle import settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """An article of the stream. `order` breaks ties of `at` without regard to arrival.

    `at` is its own time, else when it arrived; `copy_of` maps articles whose text it carries to the
    share that it carries.
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


def replay(
    lang: str,
    entrants: Iterable[Entrant],
    mends: Iterable[Mend] = (),
    dense: DenseWeights | None = None,
) -> tuple[Replayed, ...]:
    """Decide every article's story again, earliest first.

    Assigned in order first, then linked by what each is on average to the others, then put where
    editors' mends say. The result depends on articles and mends alone, and not on when within an
    hour those without a time arrived. With `dense` the vectors of articles count, too.
    """
    index, linkage = StoryIndex(lang, dense=dense), Linkage()
    ordered = sorted(map(_undated_by_the_hour, entrants), key=lambda one: (one.at, one.order))
    decisions: dict[int, Decision] = {}
    assigned: dict[int, int] = {}
    stories = 0
    for one in ordered:
        # Only what is placed already can be joined as this comes in; all are bound below.
        known = {key: share for key, share in one.copy_of.items() if key in index}
        decision = index.decide(one.features, at=one.at, outlet=one.outlet, copy_of=known)
        stories += decision.story is None
        story = decision.story or stories
        line = index.storyline_of(story) or decision.storyline or story
        index.add(story, one.article, one.features, at=one.at, outlet=one.outlet, storyline=line)
        linkage.add(one.article, decision.near)
        decisions[one.article], assigned[one.article] = decision, story
    copies = list(_carried(index, ordered))
    near = {key: one.near for key, one in decisions.items()}
    place = {
        one.article: number for number, one in enumerate(ordered)
    }  # keys tell who arrived first
    sure = linkage.groups(assigned, copies, above=SURE)
    look_again(index, linkage, sure, {key: place[first] for key, first in sure.items()})
    mended = apply_mends(linkage.groups(assigned, copies), mends, near)
    settled = {k: replace(one, near=linkage.odds_of(k)) for k, one in decisions.items()}
    return tuple(_replayed(index, settled, assigned, mended))


def _undated_by_the_hour(one: Entrant) -> Entrant:
    """Let an article that came without a time enter as its hour began: when in it is chance."""
    if one.at == one.features.published_at:
        return one
    return replace(one, at=one.at.replace(minute=0, second=0, microsecond=0))


def _carried(index: StoryIndex, entrants: Iterable[Entrant]) -> Iterator[tuple[int, int]]:
    """Yield each article that carries another's text with that one, whichever came first."""
    for one in entrants:
        carried = index.carried_by(one.article, one.copy_of)
        if carried is not None:
            yield one.article, carried


def look_again(
    index: StoryIndex, linkage: Linkage, articles: Iterable[int], groups: Mapping[int, int]
) -> None:
    """Measure reports' odds again, now that it is known what came later.

    `groups` are those that are sure to tell one event.
    """
    index.weigh_anew()
    for article in articles:
        odds = index.odds_of(article, groups)
        linkage.correct(article, given_again(odds, is_counted=index.is_counted))


def _replayed(
    index: StoryIndex,
    decisions: Mapping[int, Decision],
    assigned: Mapping[int, int],
    mended: Mended,
) -> Iterator[Replayed]:
    numbers: dict[int, int] = {}
    for place in settle(decisions, assigned, mended.groups):
        first = mended.groups[place.article]
        said = mended.why.get(place.article)
        yield Replayed(
            article=place.article,
            group=numbers.setdefault(first, len(numbers) + 1),
            line=index.storyline_of(assigned[first]) or assigned[first],
            score=place.score if said is None else 0.0,
            why=place.why if said is None else said,
        )
