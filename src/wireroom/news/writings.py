"""Between what a model wrote and what the tables keep of it: plain values for JSON."""

from collections.abc import Mapping
from typing import Any

from wireroom.engine.insight.ledger.entry import Saying
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.insight.written.gate import Judged
from wireroom.news.kept_sayings import keep_saying


def keep_judged(judged: Judged, bodies: Mapping[str, str]) -> dict[str, Any]:
    """Return what is kept: points with the sentences that carry them, and what was withheld."""
    return {
        "points": [
            {"text": one.text, "cited": [keep_saying(_saying(span, bodies)) for span in one.spans]}
            for one in judged.points
        ],
        "withheld": [{"text": one.text, "why": list(one.why)} for one in judged.withheld],
    }


def _saying(span: Span, bodies: Mapping[str, str]) -> Saying:
    return Saying(bodies[span.article][span.start : span.end], span)
