"""Which sentences of a model may be shown: stricter than the verifier, which is not tight enough.

Each must be one cited sentence with whole phrases left out, or with its words moved; the verifier
has to pass it, too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.key_points.stand_alone import stands_alone
from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.tokens import read
from wireroom.engine.insight.verify.wording import say
from wireroom.engine.insight.written.material import Numbered
from wireroom.engine.insight.written.reordered import is_reordered
from wireroom.engine.insight.written.request import WrittenPoint
from wireroom.engine.insight.written.seams import is_shortened

# Sentences that a point names beyond these are not looked at.
_MOST_CITED: Final = 8


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence that may be shown; each of its spans carries it alone."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that may not be shown, and why, in words for editors."""

    text: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a model said, parted."""

    points: tuple[Point, ...] = ()
    withheld: tuple[Withheld, ...] = ()


def judge_points(
    told: Sequence[WrittenPoint],
    material: Sequence[Numbered],
    articles: Iterable[CitedArticle],
) -> Judged:
    """Return which of a model's points may be shown; never raises, whatever it wrote."""
    numbered = {one.number: one for one in material}
    by_id = {article.id: article for article in articles}
    points: list[Point] = []
    withheld: list[Withheld] = []
    shown: set[Span] = set()
    for one in told:
        spans, why = _carriers(one, numbered, by_id)
        if spans and not shown.isdisjoint(spans):
            spans, why = (), ("an earlier point is of the same sentence",)
        if spans:
            points.append(Point(one.text, spans))
            shown.update(spans)
        else:
            withheld.append(Withheld(one.text, why))
    return Judged(tuple(points), tuple(withheld))


def _carriers(
    point: WrittenPoint, numbered: Mapping[int, Numbered], by_id: Mapping[str, CitedArticle]
) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return the cited sentences that carry the point, else why none does."""
    cited = [numbered[n].span for n in dict.fromkeys(point.sentences) if n in numbered]
    if not cited:
        return (), ("it cites no sentence that was given",)
    lang = by_id[cited[0].article].lang
    if len(sentence_spans(point.text)) != 1 or not stands_alone(point.text, lang):
        return (), ("it is not one sentence that can be read alone",)
    faults: dict[str, None] = {}
    carried = []
    for span in cited[:_MOST_CITED]:
        found = find_faults(point.text, span, by_id[span.article])
        faults |= dict.fromkeys(found)
        carried += [] if found else [span]
    return tuple(carried), tuple(faults)


def find_faults(text: str, span: Span, article: CitedArticle) -> tuple[str, ...]:
    """Return why a sentence of a report does not carry a model's sentence; nothing if it does."""
    verdict = verify(Claim(text, (span,)), (article,))
    if not verdict.passed:
        return tuple(say(finding) for finding in verdict.findings)
    cited = read(article.text[span.start : span.end], is_cited=True)
    told = read(text)
    if is_shortened(told, cited) or is_reordered(told, cited):
        return ()
    return ("it is not the cited sentence with phrases left out or moved",)
