"""From the spans of a claim to the passages that may support it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.verify.claim import CitedArticle, Finding, Reason, Span
from wireroom.engine.insight.verify.instructions import is_instruction
from wireroom.engine.insight.verify.sentences import widen
from wireroom.engine.insight.verify.tokens import Reading, read

# Wider than any paragraph of the sample newsroom; whoever cites a whole article cites nothing.
WIDEST_SPAN: Final = 2000
WIDEST_TOGETHER: Final = 6000
MOST_SPANS: Final = 8
_GAP: Final = 8  # white space between neighbouring paragraphs
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


def strike(span: Span, article: CitedArticle) -> Finding | None:
    """Return a finding where the paragraph of a sound span is an instruction to a model."""
    if is_instruction(_paragraph(article.text, span.start, span.end)):
        return Finding(Reason.INSTRUCTION, article.text[span.start : span.end].strip()[:80])
    return None


@dataclass(frozen=True, slots=True)
class Extract:
    """A span stretched to whole sentences, not read yet."""

    article: CitedArticle
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words that it cites."""
        return self.article.text[self.start : self.end]


def read_passage(extract: Extract) -> Passage:
    """Return the extract with what it reads."""
    reading = read(extract.text, is_cited=True)
    return Passage(extract.article, extract.start, extract.end, reading)


def cite(spans: Iterable[Span], articles: Mapping[str, CitedArticle]) -> list[Extract]:
    """Return the extracts of sound spans: whole sentences, neighbours joined."""
    spans = tuple(spans)
    extracts: list[Extract] = []
    for name in dict.fromkeys(span.article for span in spans):
        article = articles[name]
        wide = sorted(
            widen(article.text, span.start, span.end, reach=_REACH)
            for span in spans
            if span.article == name
        )
        extracts += [Extract(article, start, end) for start, end in _joined(wide, article.text)]
    return extracts


def _joined(wide: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in wide:
        if joined and not text[joined[-1][1] : start].strip() and start - joined[-1][1] <= _GAP:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _paragraph(text: str, start: int, end: int) -> str:
    low = max(text.rfind("\n", max(0, start - WIDEST_SPAN), start) + 1, start - WIDEST_SPAN, 0)
    high = text.find("\n", end, end + WIDEST_SPAN)
    return text[low : high if high >= 0 else end + WIDEST_SPAN]
