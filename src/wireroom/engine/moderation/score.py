"""The moderator's rules over one comment: scores, reasons, a suggestion; no removal."""

from collections.abc import Iterable, Mapping
from typing import Final

from wireroom.engine.moderation.abuse import find_said
from wireroom.engine.moderation.assessment import (
    KINDS,
    Assessment,
    Context,
    Kind,
    Reason,
    suggestion_for,
)
from wireroom.engine.moderation.folding import find_disguised_words
from wireroom.engine.moderation.hidden import find_hidden
from wireroom.engine.moderation.links import find_advertising
from wireroom.engine.moderation.manner import find_flood, find_shouting
from wireroom.engine.moderation.personal import find_personal
from wireroom.engine.moderation.standing import standing_of
from wireroom.engine.moderation.topic import find_off_topic

# Code points. Twenty times a long comment; what stands behind is not read, and people are told.
READ: Final = 20_000
# Reasons below this are kept out of people's sight: words that were found not to be the writer's.
_SHOWN: Final = 0.35
_LONGEST_LIST: Final = 20


def score(text: str, context: Context | None = None) -> Assessment:
    """Return what the rules find in a comment; a higher score asks for people sooner."""
    context = context or Context()
    found = _apart(_find_reasons(text[:READ], context))
    if len(text) > READ:
        found.append(Reason("flood", "too_long", READ, len(text), 0.6))
    scores = _scores(found)
    shown = sorted((each for each in found if each.score >= _SHOWN), key=_order)
    return Assessment(suggestion_for(scores), scores, tuple(shown[:_LONGEST_LIST]))


class Rules:
    """The moderator of an installation without a model (engine.ports.Moderator)."""

    def assess(self, text: str, context: Context | None = None) -> Assessment:
        """Return what the rules find."""
        return score(text, context)


def _find_reasons(text: str, context: Context) -> list[Reason]:
    words = find_disguised_words(text)
    said = list(find_said(words, standing_of(text, words, context.story)))
    return [
        *said,
        *find_advertising(text, _apart(said), context),
        *find_personal(text, "\n".join(context.story)),
        *find_hidden(text),
        *find_shouting(text),
        *find_flood(text, words, context),
        *find_off_topic(text, context),
    ]


def _apart(reasons: Iterable[Reason]) -> list[Reason]:
    """Keep, of reasons of one kind that overlap, the weightiest and longest.

    What says how, not which words (a list of links, the same link again), stands beside others.
    """
    kept: list[Reason] = []
    ends: dict[tuple[Kind, bool], list[tuple[int, int]]] = {}
    for reason in sorted(reasons, key=lambda each: (-each.score, each.start - each.end)):
        spans = ends.setdefault((reason.kind, reason.cause == "offer"), [])
        if not any(start < reason.end and reason.start < end for start, end in spans):
            spans.append((reason.start, reason.end))
            kept.append(reason)
        elif reason.kind == "spam" and reason.cause != "offer":
            kept.append(reason)
    return kept


def _scores(reasons: Iterable[Reason]) -> Mapping[Kind, float]:
    """Return the highest score of each kind; of advertising the evidence adds up (noisy or)."""
    scores: dict[Kind, float] = dict.fromkeys(KINDS, 0.0)
    honest = 1.0
    for reason in reasons:
        if reason.kind == "spam":
            honest *= 1.0 - reason.score
        scores[reason.kind] = max(scores[reason.kind], reason.score)
    scores["spam"] = round(1.0 - honest, 3)
    return scores


def _order(reason: Reason) -> tuple[float, int, int]:
    return -reason.score, reason.start, reason.end
