"""What a sentence is worth as a key point: where it stands, what it shares, what it tells."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.statement import (
    Statement,
    rarities,
    rarity_of,
    text_of,
)
from wireroom.engine.stories.terms import base_language, split_terms

# Parts of a worth of about 1. Position leads, as in every test of summaries of news; the others
# were set by reading what was chosen for the tuned half of the development stories.
_PLACE: Final = 0.4
_CENTRE: Final = 0.4
_FACTS: Final = 0.12
_PLACE_FALLS: Final = 0.3  # a sentence further down
# An opening that says less than this of what the story is about is colour: it stands first to
# draw readers in.
_RELEVANT: Final = 0.5
_MOST_FACTS: Final = 5  # names and numbers; lists of them are no point
# Long sentences share more, for their length alone.
_LENGTH_EVENED: Final = 8
_LONG_WORDS: Final = 38
_TOO_LONG: Final = 0.06
_QUOTED: Final = 0.08
_OWN_NAME: Final = 0.4  # an outlet that opens with itself speaks of itself
_OPENING: Final = 12  # characters
_YESTERDAY: Final = 0.05
_REPORTED: Final = 0.08
_OPINION: Final = 0.2
# "The closures began": which, a sentence before said.
_DEFINITE: Final = re.compile(
    r"The [a-z'’-]+(?: [a-z'’-]+)?(?:, (?:which|who|whose|first)\b"
    r"| (?:was|were|is|are|had|has|have|will|would|began|said|came|took|follow(?:s|ed)|"
    r"marks?|marked|ended|also|includ(?:es|ed))\b)"
)
_COUNTED_FROM_TODAY: Final = re.compile("(?:Yesterday|Today|Tomorrow|Tonight|Hier|Gestern|Ayer)\\b")
_DEFINITE_AR: Final = re.compile(
    r"[وف]?(?:قال|قالت|يقول|تقول|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|أوضح|أوضحت|ترى|يرى|أشار|أشارت) "
    r"ال\w+ (?:إن|أن|:)"
)
_KNOWN_BEFORE: Final = 0.1
_YEARS_AGO: Final = 0.15  # background
_LAST_YEAR: Final = 1
# "In 2014, ...", "On 11 September 2002, ...", "Back in March 2009 ..."
_YEAR: Final = re.compile(r"(?:\w+ ){1,4}((?:1[89]|20)\d\d)\b")
_YEAR_LAST: Final = re.compile(r"\b(?:in|since) ((?:1[89]|20)\d\d)\.\Z")
_LONGEST_LAST: Final = len("since 2000.")
MOST_TITLE: Final = 500  # characters
_IN_TITLE: Final = 1.0
_QUOTE_MARKS: Final = frozenset('“”«»"„')


def salience_of_terms(
    statements: Sequence[Statement], reports: Sequence[Report]
) -> dict[str, float]:
    """Return for each term how much the story is about it."""
    base = base_language(reports[0].lang) if reports else "und"
    counts = Counter(chain.from_iterable([one.terms for one in statements]))
    by_voice: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        by_voice[statement.voice] |= statement.terms
    held = Counter(chain.from_iterable(by_voice.values()))
    titled = _share_of_titles(reports, base)
    voices = len({report.telling for report in reports})
    rarity = rarities(base)
    return {
        term: rarity(term)
        * (held[term] / voices)
        * math.log1p(count)
        * (1 + _IN_TITLE * titled.get(term, 0.0))
        for term, count in counts.items()
    }


def _share_of_titles(reports: Sequence[Report], base: str) -> Mapping[str, float]:
    counts = Counter(
        term for report in reports for term in set(split_terms(report.title[:MOST_TITLE], base))
    )
    return {term: count / len(reports) for term, count in counts.items()}


def named_in_titles(statements: Sequence[Statement], reports: Sequence[Report]) -> list[float]:
    """Return for each sentence how much of what the headlines say it says, 0 to 1."""
    base = base_language(reports[0].lang)
    titled = _share_of_titles(reports, base)
    weights = {term: share * rarity_of(term, base) for term, share in titled.items()}
    total = sum(weights.values()) or 1.0
    return [sum(weights.get(term, 0.0) for term in one.terms) / total for one in statements]


def telling_weights(statements: Sequence[Statement], base: str) -> dict[str, float]:
    """Return for each term how well it tells the sentences of the story from one another."""
    counts = Counter(chain.from_iterable([one.terms for one in statements]))
    most = math.log(len(statements) + 1) or 1.0
    rarity = rarities(base)
    return {
        term: rarity(term) * (0.2 + math.log((len(statements) + 1) / count) / most)
        for term, count in counts.items()
    }


def worth_of(statement: Statement, salience: Mapping[str, float], *, top: float) -> float:
    """Return what a sentence is worth, about 0 to 1, its wording aside.

    `top` is the highest centrality of any sentence of the story.
    """
    facts = min(_MOST_FACTS, len(statement.names) + 2 * len(statement.numbers)) / _MOST_FACTS
    centre = centrality_of(statement, salience) / (top or 1.0)
    place = min(1.0, centre / _RELEVANT) / (1 + _PLACE_FALLS * statement.number)
    worth = _PLACE * place + _CENTRE * centre
    return worth + _FACTS * facts


def centrality_of(statement: Statement, salience: Mapping[str, float]) -> float:
    """Return how much of what the story is about the sentence says, for its length."""
    total = sum(map(salience.__getitem__, statement.terms))
    return total / math.sqrt(len(statement.terms) + _LENGTH_EVENED)


def faults_of(statement: Statement, reports: Sequence[Report]) -> float:
    """Return what a sentence loses for its wording: quotes, length, opinion, what it presumes.

    It loses less, down to below 0, where it says when, or who says so.
    """
    report = reports[statement.report]
    text = text_of(statement, reports)
    fault = _QUOTED if not _QUOTE_MARKS.isdisjoint(text) else 0.0
    if report.outlet and report.outlet in text[: len(report.outlet) + _OPENING]:
        fault += _OWN_NAME
    if _COUNTED_FROM_TODAY.match(text):
        fault += _YESTERDAY
    if _DEFINITE.match(text) or _DEFINITE_AR.match(text):
        fault += _KNOWN_BEFORE
    if text.count(" ") >= _LONG_WORDS:
        fault += _TOO_LONG
    if _tells_of_years_ago(text, report):
        fault += _YEARS_AGO
    fault += _OPINION * statement.is_opinion
    return fault - _REPORTED * statement.is_reported


def _tells_of_years_ago(text: str, report: Report) -> bool:
    """Tell whether a sentence opens or ends with a year that was over long before the report."""
    end = max(0, len(text) - _LONGEST_LAST)
    year = (_YEAR.match(text) or _YEAR_LAST.search(text, end)) if report.published_at else None
    return bool(
        year and report.published_at and int(year[1]) < report.published_at.year - _LAST_YEAR
    )
