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
from wireroom.engine.insight.differences.quantities import find_quantities
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
    cited: list[Figure] = []
    body = report.body[:most]
    for start, text, times in timed_sentences(body, report.lang, report.published_at):
        if len(text) > LONGEST_SENTENCE or not may_count(text) or not _may_cite(text):
            continue
        reading = read(text)
        if _points_back(reading, start, times):
            return True
        if not find_cited(reading.tokens):
            continue
        found = figures_in_sentence(0, reading, start, times, today, None)
        cited += [figure for figure in found if figure.cited and figure.cited.keys]
    return any(_may_differ(one, two) for one, two in combinations(cited, 2))


def _may_cite(text: str) -> bool:
    """Tell whether a sentence may cite anybody; points may stand inside of a word ("s.a.i.d.")."""
    folded = fold(text).replace(".", "")
    return any(map(folded.__contains__, _CITING)) or bool(_ARABIC.search(folded))


def _points_back(reading: Reading, start: int, times: list[DateMention]) -> bool:
    """Tell whether a sentence leaves what it counts to the one before it."""
    taken = [(time.start - start, time.end - start) for time in times]
    quantities = find_quantities(reading, taken)
    return bool(quantities) and leaves_out(reading.tokens, quantities[0])


def _may_differ(one: Figure, two: Figure) -> bool:
    is_of_kind = one.measure is two.measure and one.amount.dimension == two.amount.dimension
    if not is_of_kind or agree(one.amount, two.amount):
        return False
    return cite_two(one, two) and not is_barred(one, two)
