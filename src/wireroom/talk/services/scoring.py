"""What the scorer finds in a comment, written beside its text."""

from typing import Any, Final

from wireroom.engine.moderation.assessment import Assessment, Context
from wireroom.engine.moderation.score import Rules
from wireroom.engine.ports import Moderator

_MODERATOR: Final[Moderator] = Rules()


def assess(text: str, context: Context) -> Assessment:
    """Return the moderator's scores, suggestion and reasons."""
    return _MODERATOR.assess(text, context)


def columns_of(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as the columns of a comment."""
    return {
        "suggestion": assessment.suggestion,
        "scores": dict(assessment.scores),
        "reasons": [
            [one.kind, one.cause, one.start, one.end, one.score] for one in assessment.reasons
        ],
    }
