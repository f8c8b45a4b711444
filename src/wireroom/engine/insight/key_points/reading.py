"""A story read once: its compared reports, their sentences, and what the story is about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.insight.key_points.opinion import COMMENT_FROM, opinion_of
from wireroom.engine.insight.key_points.report import Report, choose_compared
from wireroom.engine.insight.key_points.revised import Revised, find_revised
from wireroom.engine.insight.key_points.same import Comparison
from wireroom.engine.insight.key_points.statement import Statement, read_statements
from wireroom.engine.insight.key_points.worth import (
    centrality_of,
    salience_of_terms,
    telling_weights,
)
from wireroom.engine.stories.terms import base_language

# Sentences read of a story together, and of each report: 1,680 take some 0.3 s of CPU. Fewer
# than the first of a report would miss what its opening tells; what follows the second is
# background.
_MOST_STATEMENTS: Final = 1_680
_FEWEST_OF_REPORT: Final = 14
_MOST_OF_REPORT: Final = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What key points, timeline and news are chosen from.

    `reports` are those compared, `voices` how many tell the story in all. `salience` says for each
    term how much the story is about it, `top` how much of that the most central sentence says,
    `comments` which of the reports speak for their writers; none where all do. `comparison` says
    which of the statements say the same, `revised` what revisions put right.
    """

    reports: tuple[Report, ...]
    voices: int
    statements: tuple[Statement, ...]
    salience: Mapping[str, float]
    top: float
    comparison: Comparison
    comments: frozenset[int] = frozenset()
    revised: Revised = field(default_factory=lambda: Revised({}, {}))

    @property
    def compared(self) -> int:
        """How many voices were compared."""
        return len({report.telling for report in self.reports})

    @property
    def lang(self) -> str:
        """The language that all of the reports are written in."""
        return base_language(self.reports[0].lang) if self.reports else "und"


def read_story(reports: Iterable[Report]) -> Reading:
    """Read the reports that are in the language of most, MOST_COMPARED at most."""
    spoken = _in_main_language(list(reports))
    compared = choose_compared(spoken)
    share = _MOST_STATEMENTS // max(1, len(compared))
    most = min(_MOST_OF_REPORT, max(_FEWEST_OF_REPORT, share))
    statements = read_statements(compared, most=most)
    salience = salience_of_terms(statements, compared)
    weights = telling_weights(statements, base_language(compared[0].lang) if compared else "und")
    return Reading(
        reports=tuple(compared),
        voices=len({report.telling for report in spoken}),
        statements=tuple(statements),
        salience=salience,
        top=max((centrality_of(one, salience) for one in statements), default=0.0),
        comparison=Comparison(statements, weights, salience),
        comments=_comments(compared),
        revised=find_revised(statements, compared),
    )


def _comments(reports: Sequence[Report]) -> frozenset[int]:
    if len(reports) < 2:
        return frozenset()
    found = (n for n, report in enumerate(reports) if opinion_of(report) >= COMMENT_FROM)
    comments = frozenset(found)
    return comments if len(comments) < len(reports) else frozenset()


def _in_main_language(reports: Sequence[Report]) -> list[Report]:
    counts = Counter(base_language(report.lang) for report in reports)
    main = min(counts, key=lambda lang: (-counts[lang], lang), default="und")
    return [report for report in reports if base_language(report.lang) == main]
