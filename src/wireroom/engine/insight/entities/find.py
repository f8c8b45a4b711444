"""Finding the names of people, places and organisations in an article, without a model."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.entities.arabic_merge import find_arabic_entities
from wireroom.engine.insight.entities.common import common_words
from wireroom.engine.insight.entities.decide import Named, collect, decide
from wireroom.engine.insight.entities.entity import PERSON, PLACE, Entity
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.insight.entities.merge import merge_names
from wireroom.engine.insight.entities.reading import Candidate, Reading, read_text
from wireroom.engine.insight.entities.trim import find_candidates
from wireroom.engine.stories.features import is_title_case
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.words import fold

_LONGEST: Final = 60_000  # characters of a body that are read; live blogs run on
_MOST_WORDS: Final = 8  # of a name in a title


def find_entities(title: str, body: str, lang: str) -> list[Entity]:
    """Return who and what an article names, most often named first; pure, any input."""
    base = base_language(lang)
    if base == "ar":
        return find_arabic_entities(title, body[:_LONGEST], lang)
    reading = read_text(body[:_LONGEST], base)
    found = [(reading, each) for each in find_candidates(reading)]
    heading, is_telling = read_text(title, base, in_title=True), not is_title_case(title)
    if is_telling:
        found.extend(_in_title(heading, reading))
    named = collect(found)
    decide(named)
    if not is_telling:
        add_known(named, heading)
    return merge_names(named, lang)


def add_known(named: dict[str, Named], title: Reading) -> None:
    """Note where a title with all words in capitals names what the body names, longest first."""
    words, place = title.words, 0
    people = [one for one in named.values() if one.kind is PERSON and not one.is_single]
    surnames = {one.words[-1] for one in people}
    while place < len(words):
        for last in range(min(place + _MOST_WORDS, len(words)) - 1, place - 1, -1):
            key = fold(title.text[words[place].start : words[last].end])
            if key in named and named[key].kind:
                named[key].found.append((title, Candidate(place, last)))
                place = last
                break
            if one := _new_in_title(surnames, title, Candidate(place, last)):
                named[key] = one
                place = last
                break
        place += 1


def _new_in_title(surnames: Collection[str], title: Reading, candidate: Candidate) -> Named | None:
    """Return a surname of somebody the body names, or a country, that stands in the title only."""
    name = title.name_of(candidate)
    key = fold(name)
    if not title.words[candidate.first].is_capital or key in common_words():
        return None
    places = find_places(name, title.base)
    if key in surnames:
        kind = PERSON
    elif places and not places[0].is_city:
        kind = PLACE
    else:
        return None
    one = Named(key, name, [(title, candidate)], kind=kind)
    one.score[kind] = 2.0
    return one


def _in_title(title: Reading, body: Reading) -> Iterator[tuple[Reading, Candidate]]:
    """Yield names of a title not all of whose words have capitals; the body knows small words."""
    reading = replace(title, small=title.small | body.small, inside=body.inside)
    for candidate in find_candidates(reading):
        yield reading, candidate
