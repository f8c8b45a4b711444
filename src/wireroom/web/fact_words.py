"""What a fact is called of which reports give different values, and how they differ."""

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from wireroom.engine.insight.differences.report import Kind, Measure


def name_fact(about: str) -> str:
    """Return the heading of a known kind of fact; empty where the reports' own word names it.

    A fact that no word names has its measure for one.
    """
    known = _STATES.get(about) or _MEASURES_BY_NAME.get(about)
    return known() if known else ""


def name_measure(measure: str) -> str:
    """Return what kind of value a fact has, to stand before the reports' own word for it."""
    return _MEASURES[Measure(measure)]()


def say_kind(kind: str) -> str:
    """Return how the values differ."""
    return _KINDS[Kind(kind)]()


_STATES: Final[dict[str, Callable[[], str]]] = {
    "dead": lambda: _("How many died"),
    "injured": lambda: _("How many were injured"),
    "missing": lambda: _("How many are missing"),
    "arrested": lambda: _("How many were arrested"),
    "rescued": lambda: _("How many were rescued"),
    "displaced": lambda: _("How many lost their homes or fled"),
    "evacuated": lambda: _("How many were evacuated"),
    "infected": lambda: _("How many fell ill"),
    "trapped": lambda: _("How many are trapped"),
    "place": lambda: _("Where it happened"),
    "quote": lambda: _("Who said it"),
}
_MEASURES: Final[dict[Measure, Callable[[], str]]] = {
    Measure.COUNT: lambda: _("How many"),
    Measure.MONEY: lambda: _("Amount of money"),
    Measure.PERCENT: lambda: _("Share"),
    Measure.POINTS: lambda: _("Points"),
    Measure.AMOUNT: lambda: _("How much"),
    Measure.MAGNITUDE: lambda: _("Magnitude"),
    Measure.AGE: lambda: _("Age"),
    Measure.SCORE: lambda: _("Score"),
    Measure.ORDINAL: lambda: _("Which in order"),
    Measure.DAY: lambda: _("On which day"),
    Measure.CLOCK: lambda: _("At what hour"),
    Measure.PLACE: lambda: _("Where it happened"),
    Measure.SPEAKER: lambda: _("Who said it"),
}
_MEASURES_BY_NAME: Final = {measure.value: name for measure, name in _MEASURES.items()}
_KINDS: Final[dict[Kind, Callable[[], str]]] = {
    Kind.UPDATE: lambda: _("changed as more became known"),
    Kind.CONTRADICTION: lambda: _("the reports disagree"),
    Kind.SOURCES: lambda: _("sources give different values"),
}
