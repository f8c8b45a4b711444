"""Which topic a story's name is: one that is known, or a new one; two languages made one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.insight.entities.across import is_same
from wireroom.engine.insight.entities.entity import Entity, Kind
from wireroom.engine.insight.topics.topic import StoryTopic, TopicKind

# Two people of one name are told apart only where nothing joins them and three things part them.
_FEWEST_COMPANIONS: Final = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside a topic in its stories: keys of other names, countries, subjects."""

    names: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """A topic that is there; `langs` are those it has a name in, `names` these names.

    `is_here` tells that the story has it already, `is_tied` that the same event does in another
    language. `context` is None where nobody asked for it.
    """

    id: int
    kind: TopicKind
    keys: frozenset[str]
    names: tuple[tuple[str, str], ...] = ()
    is_here: bool = False
    is_tied: bool = False
    is_wished: bool = False  # an editor put the story there
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """For each of a story's topics the known one it is, None for a new one.

    `merges` are pairs of known topics that are one thing in two languages: younger, elder.
    """

    ids: tuple[int | None, ...]
    merges: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Search:
    """The known topics by key and kind, and those that another language's story has."""

    by_key: dict[tuple[TopicKind, str], list[Known]] = field(
        default_factory=lambda: defaultdict(list)
    )
    tied: list[Known] = field(default_factory=list)


def join_topics(
    found: Sequence[StoryTopic],
    known: Sequence[Known],
    *,
    parted: frozenset[frozenset[int]] = frozenset(),
) -> Joining:
    """Say which known topic each of a story's is; `parted` are pairs an editor keeps apart.

    A topic that the story has already is kept, so that looking again changes nothing.
    """
    search = _Search()
    for one in sorted(known, key=lambda each: each.id):
        for key in one.keys:
            search.by_key[one.kind, key].append(one)
        if one.is_tied:
            search.tied.append(one)
    here = context_of(found)
    ids: list[int | None] = []
    merges: dict[int, int] = {}
    for topic in found:
        own = _choose(search, topic, here)
        foreign = _foreign(search, topic, found, parted, own)
        if own and foreign:
            elder, younger = sorted((own.id, foreign.id))
            merges.setdefault(younger, elder)
        best = own or foreign
        ids.append(best.id if best else None)
    return Joining(_once(ids), tuple(sorted(merges.items())))


def context_of(found: Sequence[StoryTopic]) -> Context:
    """Return what stands beside each of a story's topics: all of them, itself included."""
    named = [each for each in found if each.kind is not TopicKind.SUBJECT]
    places = (each for each in named if each.kind is TopicKind.PLACE)
    return Context(
        frozenset(f"{each.kind} {each.key}" for each in named),
        frozenset(each.country for each in places if each.country),
        frozenset(each.key for each in found if each.kind is TopicKind.SUBJECT),
    )


def _once(ids: Sequence[int | None]) -> tuple[int | None, ...]:
    """Let a known topic stand for one of the story's only, the first."""
    seen: set[int] = set()
    kept: list[int | None] = []
    for each in ids:
        kept.append(None if each in seen else each)
        seen |= {each} if each is not None else set()
    return tuple(kept)


def _choose(search: _Search, topic: StoryTopic, here: Context) -> Known | None:
    """Return the known topic of this name; of several the one that an editor or context says."""
    matches = search.by_key.get((topic.kind, topic.key)) or _by_other(search, topic)
    sure = [one for one in matches if one.is_wished] or [one for one in matches if one.is_here]
    if sure:
        return sure[0]
    own = f"{topic.kind} {topic.key}"
    fitting = [one for one in matches if not are_two(here, one.context, own)]
    return max(fitting, key=lambda one: (_shared(here, one.context, own), -one.id), default=None)


def _by_other(search: _Search, topic: StoryTopic) -> list[Known]:
    """Return the one topic that another of the names means, if there is just one."""
    ids = {
        one.id: one for key in topic.other_keys for one in search.by_key.get((topic.kind, key), ())
    }
    return list(ids.values()) if len(ids) == 1 else []


def are_two(here: Context, there: Context | None, own: str) -> bool:
    """Tell whether two people of one name are two, by what their stories tell.

    Only on evidence: both have companions and share none, both are set in countries and these
    differ, both have subjects and these differ. Anything less keeps them one.
    """
    if there is None or not own.startswith(TopicKind.PERSON.value):
        return False
    names, others = here.names - {own}, there.names - {own}
    if min(len(names), len(others)) < _FEWEST_COMPANIONS or names & others:
        return False
    return _differ(here.countries, there.countries) and _differ(here.subjects, there.subjects)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _shared(here: Context, there: Context | None, own: str) -> int:
    return len((here.names - {own}) & there.names) if there else 0


def _foreign(
    search: _Search,
    topic: StoryTopic,
    found: Sequence[StoryTopic],
    parted: frozenset[frozenset[int]],
    own: Known | None,
) -> Known | None:
    """Return the topic of the same event in another language that is called alike.

    One alone on either side: where two sound alike, none is taken. A place needs no sound: it is
    known by where it lies.
    """
    if topic.kind not in (TopicKind.PERSON, TopicKind.ORGANISATION):
        return None
    alike = [one for one in search.tied if _sounds(topic, one) and one is not own]
    if own is not None and own.is_tied:
        return None
    if len(alike) != 1 or sum(_sounds(each, alike[0]) for each in found) != 1:
        return None
    if own is not None and frozenset((own.id, alike[0].id)) in parted:
        return None
    return alike[0]


def _sounds(topic: StoryTopic, one: Known) -> bool:
    """Tell whether a name in one script is a known one in another, both in full."""
    if topic.kind is not one.kind or {lang for lang, _ in one.names} & topic.names.keys():
        return False
    return any(is_same(ours, theirs) for ours in _entities(topic) for theirs in _known(one))


def _entities(topic: StoryTopic) -> Iterator[Entity]:
    kind = Kind(topic.kind.value)
    for lang, name in topic.names.items():
        yield Entity(kind, name, (), 1.0, (), lang)


def _known(one: Known) -> Iterator[Entity]:
    for lang, name in one.names:
        yield Entity(Kind(one.kind.value), name, (), 1.0, (), lang)
