"""From the spans of a claim to the passages that may support it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.verify.claim import CitedArticle, Finding, Reason, Span
from wireroom.engine.insight.verify.instructions import is_instruction
from wireroom.engine.insight.verify.sentences import widen
from wireroom.engine.insight.verify.tokens import Reading, read

# Wider than any paragraph of the sample newsroom; whoever cites a whole article cites nothing.
WIDEST_SPAN: Final = 2000
MOST_SPANS: Final = 8
_REACH: Final = 500  # characters a side within which a cut sentence is made whole


@dataclass(frozen=True, slots=True)
class Passage:
    """A span stretched to whole sentences, and what it reads."""

    article: CitedArticle
    start: int
    end: int
    reading: Reading


def find_fault(span: Span, articles: Mapping[str, CitedArticle]) -> Reason | None:
    """Return why a span cites nothing, or None."""
    article = articles.get(span.article)
    if article is None:
        return Reason.UNKNOWN_ARTICLE
    if article.revision != span.revision:
        return Reason.OTHER_REVISION
    if not 0 <= span.start < span.end <= len(article.text):
        return Reason.SPAN_OUT_OF_RANGE
    if span.end - span.start > WIDEST_SPAN:
        return Reason.SPAN_TOO_WIDE
    if not article.text[span.start : span.end].strip():
        return Reason.SPAN_OUT_OF_RANGE
    return None


def cite(span: Span, article: CitedArticle) -> Passage | Finding:
    """Return the passage of a sound span, or a finding where it holds an instruction."""
    start, end = widen(article.text, span.start, span.end, reach=_REACH)
    if is_instruction(_paragraph(article.text, start, end)):
        return Finding(Reason.INSTRUCTION, article.text[start:end].strip()[:80])
    return Passage(article, start, end, read(article.text[start:end]))


def _paragraph(text: str, start: int, end: int) -> str:
    low = max(text.rfind("\n", max(0, start - WIDEST_SPAN), start) + 1, start - WIDEST_SPAN, 0)
    high = text.find("\n", end, end + WIDEST_SPAN)
    return text[low : high if high >= 0 else end + WIDEST_SPAN]
