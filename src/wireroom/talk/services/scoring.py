"""What the scorer finds in a comment, written beside its text."""

from functools import cache
from typing import Any, Final

from wireroom.engine.moderation.assessment import Assessment, Context
from wireroom.engine.moderation.score import Rules
from wireroom.engine.ports import Moderator
from wireroom.engine.text.language import language_of

_MODERATOR: Final[Moderator] = Rules()


def assess(text: str, context: Context) -> Assessment:
    """Return the moderator's scores, suggestion and reasons."""
    return _MODERATOR.assess(text, context)


@cache
def load_rules() -> None:
    """Load what the first comment of a process needs, which takes a second on a busy machine.

    Called before a transaction is open: on SQLite all others who write would wait for it.
    """
    language_of("The first words that a process reads.")
    assess("The first words that a process reads.", Context())


def columns_of(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as the columns of a comment."""
    return {
        "suggestion": assessment.suggestion,
        "scores": dict(assessment.scores),
        "reasons": [
            [one.kind, one.cause, one.start, one.end, one.score] for one in assessment.reasons
        ],
    }
