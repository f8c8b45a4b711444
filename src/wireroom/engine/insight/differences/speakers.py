"""Who is said to have spoken: quotes that several reports give to different people."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wireroom.engine.insight.differences.amount import name_amount
from wireroom.engine.insight.differences.figure import Citation, Figure
from wireroom.engine.insight.differences.report import Measure, Report
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.generic import is_generic
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.text.words import fold_word, words

_MARKED: Final = re.compile(r"[\"“«„]([^\"“”«»„\n]{20,400})[\"”»“]")
_FEWEST: Final = 6  # words; shorter ones many people say
_OPENING: Final = 8  # words by which two quotes are the same
_MOST_READ: Final = 12  # reports whose speakers are looked for: that takes a while
_SURE: Final = 0.7


def find_speakers(
    reports: Sequence[Report], voices: Sequence[int], most: int
) -> list[list[Figure]]:
    """Return groups of figures, each of one quote that reports give to different speakers.

    `voices` are the numbers of the reports that speak for themselves, of which the first `most`
    characters are read.
    """
    told: defaultdict[str, list[tuple[int, Quote]]] = defaultdict(list)
    for number in _sharing(reports, voices, most):
        report = reports[number]
        for quote in _quotes_of(report, most):
            speaker = quote.speaker_resolved if quote.kind != "indirect" else None
            if speaker and quote.confidence >= _SURE and not is_generic(speaker):
                told[_opening(quote.quote)].append((number, quote))
    groups = (_differing(same, reports) for key, same in told.items() if key)
    return [group for group in groups if group]


def _quotes_of(report: Report, most: int) -> Iterable[Quote]:
    if report.quotes is None:
        return find_quotes(report.body[:most], report.lang)
    return (quote for quote in report.quotes if quote.end <= most)


def _sharing(reports: Sequence[Report], voices: Sequence[int], most: int) -> list[int]:
    """Return the reports that have a longer quote in common with another one."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number in voices:
        for marked in _MARKED.finditer(reports[number].body[:most]):
            holders[_opening(marked[1])].add(number)
    shared = {n for key, own in holders.items() if key and len(own) > 1 for n in own}
    return sorted(shared)[:_MOST_READ]


def _opening(quote: str) -> str:
    said = words(quote)
    return " ".join(said[:_OPENING]) if len(said) >= _FEWEST else ""


def _differing(same: Sequence[tuple[int, Quote]], reports: Sequence[Report]) -> list[Figure]:
    first: dict[int, Quote] = {}
    for number, quote in same:
        first.setdefault(number, quote)
    if any(_may_be_one(first, one, two, reports) for one, two in _pairs(first)):
        return []
    return [_figure(number, quote) for number, quote in first.items()] if len(first) > 1 else []


def _pairs(first: dict[int, Quote]) -> Iterator[tuple[int, int]]:
    numbers = sorted(first)
    yield from ((one, two) for place, one in enumerate(numbers) for two in numbers[place + 1 :])


def _names(quote: Quote) -> frozenset[str]:
    return frozenset(words(quote.speaker_resolved or ""))


def _may_be_one(first: dict[int, Quote], one: int, two: int, reports: Sequence[Report]) -> bool:
    """Whether two speakers may be one: names shared, a role or pronoun that may stand for one."""
    ours, theirs = _names(first[one]), _names(first[two])
    if ours & theirs:
        return True
    if not (_is_named(first[one]) and _is_named(first[two])):
        return True
    return (
        _last_name(first[one]) in reports[two].body or _last_name(first[two]) in reports[one].body
    )


def _is_named(quote: Quote) -> bool:
    """Whether the sentence itself names who speaks, by name: not "she", not "the minister"."""
    said = (quote.speaker or "").split()
    resolved = (quote.speaker_resolved or "").split()
    is_written = bool(said) and said[-1] in resolved and len(resolved) > 1
    return is_written and (said[-1][:1].isupper() or is_arabic(fold_word(said[-1])))


def _last_name(quote: Quote) -> str:
    return (quote.speaker_resolved or "").split()[-1]


def _figure(number: int, quote: Quote) -> Figure:
    return Figure(
        report=number,
        start=quote.start,
        end=quote.end,
        measure=Measure.SPEAKER,
        amount=name_amount(" ".join(sorted(_names(quote)))),
        cited=Citation(quote.speaker_start or 0, quote.speaker_end or 0, _names(quote)),
        shown="quote",
    )
