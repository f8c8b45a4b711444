"""How much a report speaks for its writer: comments make poor key points of a story."""

import re
from functools import cache
from typing import Final

from wireroom.engine.insight.key_points.openers import OPINION, SELF
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.stand_alone import without_quotes
from wireroom.engine.insight.key_points.worth import MOST_TITLE
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.words import fold

_READ: Final = 4_000  # characters
# News of the development stories stays below .9, comments begin at 1.2.
COMMENT_FROM: Final = 1.2
_ACRONYM: Final = re.compile(r"\b[A-Z]{2,}\b")  # the US is not us
_COMMENT: Final = re.compile(
    r"\b(?:opinion|op-ed|editorial|column|commentary|analysis|kommentar|meinung|tribune|opinión)\b|راي"
)


@cache
def _signs(base: str) -> re.Pattern[str]:
    words = SELF.get(base, frozenset()) | OPINION.get(base, frozenset())
    return re.compile(
        "|".join([rf"\b(?:{'|'.join(sorted(words))})\b", "[?؟]"] if words else ["[?؟]"])
    )


def opinion_of(report: Report) -> float:
    """Return how much of a report is opinion: signs of it for each 100 words outside quotes."""
    text = fold(_ACRONYM.sub(" ", without_quotes(report.body[:_READ])))
    found = len(_signs(base_language(report.lang)).findall(text))
    named = bool(_COMMENT.search(fold(f"{report.title[:MOST_TITLE]} {report.outlet or ''}")))
    return 100 * found / max(100, text.count(" ")) + named
