"""The topics of a story: what its reports name and are about, as far as it is sure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.entities.across import Shared, join_entities
from wireroom.engine.insight.entities.entity import ORGANISATION, PERSON, PLACE, Entity, Kind
from wireroom.engine.insight.entities.find import find_entities
from wireroom.engine.insight.entities.subjects import has_subjects, subjects_of
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.filed import subject_of_section
from wireroom.engine.insight.topics.keys import body_key, person_key
from wireroom.engine.insight.topics.naming import Candidate, bare_name, is_topic, says_country
from wireroom.engine.insight.topics.places import PlaceOf, find_spots, official_names, place_key
from wireroom.engine.insight.topics.subjects import MEDIA_TOPICS
from wireroom.engine.insight.topics.topic import Mention, StoryTopic, TopicKind
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.words import fold

_MOST_TOPICS: Final = 40  # of a story; a page shows eight
_MOST_MENTIONS: Final = 40  # of a topic in a story: each report's first, then further ones
# A live blog names hundreds; who is not named early or often is none of its topics.
_MOST_READ: Final = 24_000  # characters of a body
_IN_TITLE: Final = 0.5
_EARLY: Final = 600  # characters of a body that say what the report is about
_EARLY_WEIGHT: Final = 0.3
_SUBJECT_SHARE: Final = 0.5  # of the reports whose words tell a subject
# Of all whose words could tell one, those that do: a tram is no education because one report of
# five has the words of the university where it stops. One of three is enough: of real stories of
# three reports of which one told a subject, it was right in 27 or 28 of 29.
_TELLING_SHARE: Final = 1 / 3


def choose_topics(reports: Sequence[StoryReport]) -> tuple[StoryTopic, ...]:
    """Return the topics of a story's reports, most salient first; pure, any input.

    What two independent reports name is taken, or what is named three times, if its kind is sure.
    """
    named = [find_names(one) if one.names is None else one.names for one in reports]
    kinds = _kinds(named)
    passed = [
        one
        for shared in _join(named)
        if is_topic(one := _candidate(shared, reports), kinds[fold(one.name)])
    ]
    people = {fold(one.name) for one in passed if one.kind is PERSON}
    places = find_spots(named)
    topics = _merged(
        _topic(one, reports, places) for one in passed if not _is_of_people(one, people)
    )
    ranked = sorted(topics, key=lambda each: (-each.salience, each.key))
    return (*_subjects(reports), *ranked[:_MOST_TOPICS])


def _is_of_people(one: Candidate, people: Collection[str]) -> bool:
    """Tell whether what was taken for a body is somebody, or holds somebody's whole name."""
    if one.kind is not ORGANISATION:
        return False
    name = fold(one.name)
    return any(name == each.split()[-1] or each in name for each in people)


def find_names(report: StoryReport) -> list[Entity]:
    """Return what a report names, people without the titles that stand before them.

    Most of the work on a story's topics: of a text that stays, the same every time.
    """
    found = find_entities(report.title, report.body[:_MOST_READ], report.lang)
    return [_untitled(each) if each.kind is PERSON else each for each in found]


def _untitled(person: Entity) -> Entity:
    name = bare_name(person.name, person.lang)
    return person if name == person.name else replace(person, name=name)


def _kinds(named: Sequence[Sequence[Entity]]) -> Mapping[str, Counter[Kind]]:
    """Count as what the reports take each name."""
    found: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for entities in named:
        for each in entities:
            found[fold(each.name)][each.kind] += 1
    return found


def _join(named: Sequence[Sequence[Entity]]) -> list[Shared]:
    """Join what the reports name, reading alike entities once: most of sixty reports' are."""
    groups: dict[tuple[Kind, str, tuple[str, ...], str], list[tuple[int, Entity]]] = {}
    for number, entities in enumerate(named):
        for each in entities:
            key = (each.kind, each.name, tuple(sorted(each.aliases)), each.lang)
            groups.setdefault(key, []).append((number, each))
    alike = list(groups.values())
    joined = join_entities([[group[0][1]] for group in alike])
    return [
        Shared(one.kind, one.name, tuple(row for at, _ in one.members for row in alike[at]))
        for one in joined
    ]


def _candidate(shared: Shared, reports: Sequence[StoryReport]) -> Candidate:
    voices = {reports[number].original for number, _ in shared.members}
    return Candidate(shared.kind, _foremost(shared.members), shared.members, len(voices))


def _foremost(members: Sequence[tuple[int, Entity]]) -> str:
    """Return the name that most reports give; a surname alone gives way to a full name."""
    counts = Counter(" ".join(each.name.split()) for _, each in members)
    full = [name for name in counts if " " in name] or list(counts)
    return max(full, key=lambda name: (counts[name], -len(name), name))


def _topic(one: Candidate, reports: Sequence[StoryReport], places: PlaceOf) -> StoryTopic | None:
    kind, where, country = TopicKind(one.kind.value), None, ""
    keys = _keys(one)
    if one.kind is PLACE:
        where = places.spot(one)
        if where is None:
            return None
        keys = [place_key(where)]
    elif one.kind is ORGANISATION and (text := says_country(one.name)) is not None:
        country = places.foremost_country()
        if not (country and text):
            return None
        keys = [f"{text} ({country})"]
    return StoryTopic(
        kind=kind,
        key=keys[0],
        other_keys=tuple(keys[1:]),
        name=one.name,
        names=_names(one) | (official_names(where, _langs(one)) if where else {}),
        mentions=_mentions(one, reports),
        reports=len({number for number, _ in one.members}),
        voices=one.voices,
        salience=_salience(one, reports),
        where=where,
        country=country or (where.country if where else ""),
    )


def _keys(one: Candidate) -> list[str]:
    """Return the folded full name, then other full names it is known by."""
    names = [one.name]
    for _, entity in one.members:
        names += [each for each in (entity.name, *entity.aliases) if _is_full(each, one.kind)]
    keys = (person_key(each) if one.kind is PERSON else body_key(each) for each in names)
    return list(dict.fromkeys(keys))


def _is_full(name: str, kind: Kind) -> bool:
    """A surname or a first word may be anybody's; letters that stand for words are not."""
    return " " in name or (kind is ORGANISATION and name.isupper() and len(name) > 2)


def _names(one: Candidate) -> dict[str, str]:
    """Return the foremost name in each language."""
    found: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
    for row in one.members:
        found[base_language(row[1].lang)].append(row)
    return {lang: _foremost(rows) for lang, rows in found.items()}


def _langs(one: Candidate) -> list[str]:
    return sorted({base_language(each.lang) for _, each in one.members})


def _mentions(one: Candidate, reports: Sequence[StoryReport]) -> tuple[Mention, ...]:
    """Return the first mention of each report in turn, then the second of each, and so on."""
    ranked = [
        (place, number, span)
        for number, entity in one.members
        for place, span in enumerate(sorted(entity.spans, key=lambda each: each.in_title))
    ]
    ranked.sort(key=lambda each: each[:2])
    return tuple(
        Mention(
            article=reports[number].article,
            revision=reports[number].revision,
            start=span.start,
            end=span.end,
            text=(reports[number].title if span.in_title else reports[number].body)[
                span.start : span.end
            ],
            in_title=span.in_title,
        )
        for _, number, span in ranked[:_MOST_MENTIONS]
    )


def _salience(one: Candidate, reports: Sequence[StoryReport]) -> float:
    """Return the share of voices that name it, more for those in headlines and early on."""
    voices = max(len({each.original for each in reports}), 1)
    titled = {reports[n].original for n, each in one.members for s in each.spans if s.in_title}
    early = {
        reports[number].original
        for number, each in one.members
        for span in each.spans
        if not span.in_title and span.start < _EARLY
    }
    often = min(one.count / max(len(one.members), 1), 5) / 10
    weighed = one.voices + _IN_TITLE * len(titled) + _EARLY_WEIGHT * len(early)
    return round(weighed / voices + often, 4)


def _merged(topics: Iterable[StoryTopic | None]) -> list[StoryTopic]:
    """Keep one topic a key, the more salient: two names of one place may both have passed."""
    found: dict[tuple[TopicKind, str], StoryTopic] = {}
    for each in topics:
        if each is None:
            continue
        known = found.get((each.kind, each.key))
        if known is None or known.salience < each.salience:
            found[each.kind, each.key] = each
    return list(found.values())


def _subjects(reports: Sequence[StoryReport]) -> list[StoryTopic]:
    """Return the subjects that half of the telling reports have, if enough of all tell any."""
    read = [(report, _subjects_of(report)) for report in reports]
    told = [(report, names) for report, names in read if names]
    silent = sum(not names and has_subjects(report.lang) for report, names in read)
    if len(told) < _TELLING_SHARE * (len(told) + silent):
        return []
    voices = {report.original for report, _ in told}
    votes: defaultdict[str, set[str]] = defaultdict(set)
    for report, names in told:
        for name in names:
            votes[name].add(report.original)
    kept = [name for name in votes if len(votes[name]) > _SUBJECT_SHARE * len(voices)]
    return [
        StoryTopic(
            kind=TopicKind.SUBJECT,
            key=name,
            name=MEDIA_TOPICS[name],
            names={},
            reports=sum(name in names for _, names in told),
            voices=len(votes[name]),
            salience=round(len(votes[name]) / len(voices), 4),
        )
        for name in sorted(kept, key=lambda each: (-len(votes[each]), each))
    ]


def _subjects_of(report: StoryReport) -> list[str]:
    """Return what a report's words tell, and what its outlet filed it under."""
    told = [each.name for each in subjects_of(report.title, report.body, report.lang)]
    filed = subject_of_section(report.section)
    return told if filed is None or filed in told else [*told, filed]
