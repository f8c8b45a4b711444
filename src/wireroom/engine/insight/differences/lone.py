"""Whether the only report of a story may tell two values of one fact: a look before all is read.

Its words are of one time and of one voice: they differ only where it cites two who do. Most
stories have one report, and few of these cite anybody twice for numbers of a kind.
"""

import re
from itertools import combinations
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.amount import agree
from wireroom.engine.insight.differences.bars import cite_two, is_barred
from wireroom.engine.insight.differences.cited import find_cited
from wireroom.engine.insight.differences.counting import may_count
from wireroom.engine.insight.differences.elided import leaves_out
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.figures import (
    LONGEST_SENTENCE,
    figures_in_sentence,
    timed_sentences,
)
from wireroom.engine.insight.differences.quantities import Quantity, find_quantities
from wireroom.engine.insight.differences.report import Report
from wireroom.engine.insight.verify.tokens import Reading, read
from wireroom.engine.text.dates.mention import DateMention
from wireroom.engine.text.words import fold, without_longer

# Arabic writes more to the words one of which stands wherever somebody is cited: its sentences
# are all read.
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_WORDS: Final = wording.SAYS | wording.ACCORDING | wording.BODIES | {"according"}
_CITING: Final = without_longer(word for word in _WORDS if not _ARABIC.search(word))


def may_differ_alone(report: Report, most: int) -> bool:
    """Tell whether figures of the first `most` characters may be two accounts of one fact.

    True where only a full reading can tell.
    """
    today = report.published_at.date() if report.published_at else None
    told: list[tuple[int, Reading, list[DateMention]]] = []
    amounts: list[Quantity] = []
    body = report.body[:most]
    for start, text, times in timed_sentences(body, report.lang, report.published_at):
        if len(text) > LONGEST_SENTENCE or not may_count(text) or not _may_cite(text):
            continue
        reading = read(text)
        quantities = find_quantities(reading, [(t.start - start, t.end - start) for t in times])
        if not quantities:
            continue
        if leaves_out(reading.tokens, quantities[0]):
            return True  # it leaves what it counts to the sentence before it
        if find_cited(reading.tokens):
            told.append((start, reading, times))
            amounts += quantities
    if not any(_are_rivals(one, two) for one, two in combinations(amounts, 2)):
        return False
    found = (
        figure
        for start, reading, times in told
        for figure in figures_in_sentence(0, reading, start, times, today, None)
    )
    cited = [figure for figure in found if figure.cited and figure.cited.keys]
    return any(_may_differ(one, two) for one, two in combinations(cited, 2))


def _may_cite(text: str) -> bool:
    """Tell whether a sentence may cite anybody; points may stand inside of a word ("s.a.i.d.")."""
    folded = fold(text).replace(".", "")
    return any(map(folded.__contains__, _CITING)) or bool(_ARABIC.search(folded))


def _may_differ(one: Figure, two: Figure) -> bool:
    return _are_rivals(one, two) and cite_two(one, two) and not is_barred(one, two)


def _are_rivals(one: Quantity | Figure, two: Quantity | Figure) -> bool:
    """Tell whether two amounts are of a kind, and not the same."""
    is_of_kind = one.measure is two.measure and one.amount.dimension == two.amount.dimension
    return is_of_kind and not agree(one.amount, two.amount)
