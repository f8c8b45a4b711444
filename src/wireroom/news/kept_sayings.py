"""Words of a report and their place, as JSON keeps them."""

from collections.abc import Sequence
from typing import Any

from wireroom.engine.insight.ledger.entry import Saying
from wireroom.engine.insight.verify.claim import Span


def keep_saying(saying: Saying) -> list[Any]:
    """Return words and their place: [text, article, revision, start, end]."""
    span = saying.span
    return [saying.text, int(span.article), span.revision, span.start, span.end]


def read_saying(kept: Sequence[Any]) -> Saying:
    """Return what keep_saying() kept."""
    text, article, revision, start, end = kept
    return Saying(text, Span(str(article), revision, start, end))
