"""What the moderator is told of a comment and what it answers: scores, a suggestion and reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

Kind = Literal[
    "insult", "threat", "hate", "harassment", "sexual", "spam", "flood", "shouting", "personal",
    "off_topic", "hidden",
]  # fmt: skip
Suggestion = Literal["show", "look", "hold"]

KINDS: Final[tuple[Kind, ...]] = (
    "threat", "hate", "harassment", "sexual", "personal", "insult", "spam", "flood", "shouting",
    "hidden", "off_topic",
)  # fmt: skip
# A rule is written with its score, so these only name two borders on the scale: from `LOOK` on a
# person should see the comment, from `HOLD` on before everybody else does.
LOOK: Final = 0.45
HOLD: Final = 0.8


@dataclass(frozen=True, slots=True)
class Earlier:
    """A comment that the same writer made before."""

    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a comment; each part may be missing."""

    story: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    at: datetime | None = None
    account_age_s: float | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a kind has its score: a rule, and the code points of the comment that it rests on."""

    kind: Kind
    cause: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is suggested to people; nothing here removes a comment."""

    suggestion: Suggestion
    scores: Mapping[Kind, float]
    reasons: tuple[Reason, ...] = field(default=())


def suggestion_for(scores: Mapping[Kind, float]) -> Suggestion:
    """Return what the highest score asks for."""
    highest = max(scores.values(), default=0.0)
    if highest >= HOLD:
        return "hold"
    return "look" if highest >= LOOK else "show"


def with_opinion(assessment: Assessment, opinion: Assessment) -> Assessment:
    """Add a model's opinion: it may ask people to look, never hold or clear a comment alone."""
    asks = opinion.suggestion != "show" and assessment.suggestion == "show"
    scores = {
        kind: max(assessment.scores.get(kind, 0.0), opinion.scores.get(kind, 0.0)) for kind in KINDS
    }
    return Assessment(
        "look" if asks else assessment.suggestion, scores, assessment.reasons + opinion.reasons
    )
