"""What the reports of an event say, sentence by sentence, and which of them say the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.same import Comparison
from wireroom.engine.insight.key_points.statement import (
    Statement,
    can_be_shown,
    read_statements,
    text_of,
)
from wireroom.engine.insight.key_points.worth import salience_of_terms, telling_weights
from wireroom.engine.insight.perspectives.reading import Mark, Place
from wireroom.engine.insight.perspectives.teller import Teller
from wireroom.engine.insight.perspectives.view import Kind
from wireroom.engine.stories.terms import base_language

# Sentences of an event that are compared in each language, which takes .2 s of CPU, and of each
# report at most.
_MOST_STATEMENTS: Final = 1_000
_MOST_OF_REPORT: Final = 40
_MOST_FACTS: Final = 60
_FEWEST_SAYING: Final = 3  # reports: a fact that fewer tell cannot be uneven


def find_facts(tellers: Sequence[Teller]) -> Iterator[tuple[int, Mark, Place]]:
    """Yield (number of the report, mark, place) of what several reports of a language tell."""
    spoken: defaultdict[str, list[int]] = defaultdict(list)
    for number, teller in enumerate(tellers):
        if teller.body:
            spoken[base_language(teller.lang)].append(number)
    for lang, numbers in sorted(spoken.items()):
        if len(numbers) >= _FEWEST_SAYING:
            for number, key, place in _of_language([tellers[n] for n in numbers]):
                yield numbers[number], Mark(Kind.FACT, f"{lang} {key}"), place


def _of_language(tellers: Sequence[Teller]) -> Iterator[tuple[int, int, Place]]:
    reports = [
        Report(id=str(number), body=one.body, title=one.title, lang=one.lang, published_at=one.at)
        for number, one in enumerate(tellers)
    ]
    most = max(1, min(_MOST_OF_REPORT, _MOST_STATEMENTS // len(reports)))
    statements = read_statements(reports, most=most)
    base = base_language(tellers[0].lang)
    weights, salience = (
        telling_weights(statements, base),
        salience_of_terms(statements, reports),
    )
    comparison = Comparison(statements, weights, salience)
    for key, said in enumerate(_facts(statements, comparison)):
        for place in said:
            one = statements[place]
            about = text_of(one, reports) if can_be_shown(one, reports) else ""
            yield one.report, key, Place(one.start, one.end, about)


def _facts(statements: Sequence[Statement], comparison: Comparison) -> Iterator[Sequence[int]]:
    """Yield the sentences that say one thing, what most reports say first; no sentence twice."""
    said: Mapping[int, Sequence[int]] = {
        place: [place, *comparison.say_the_same(place)] for place in range(len(statements))
    }
    taken: set[int] = set()
    found = 0
    for place in sorted(said, key=lambda one: (-len(said[one]), one)):
        if found == _MOST_FACTS or len(said[place]) < _FEWEST_SAYING:
            return
        if place not in taken:
            taken.update(said[place])
            found += 1
            yield said[place]
