"""Numbers for what the sentence before counts: "The ministry spoke of 1.8 billion", "says 55"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.report import Measure
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token

_MEASURES: Final = frozenset((Measure.COUNT, Measure.MONEY, Measure.PERCENT))
_LEADS: Final = frozenset(("of", "عن"))  # "spoke of three", "تحدثت عن 11"
# What points back to a number: "put the figure at 55 per cent".
_POINTING: Final = frozenset(("figure", "number", "total", "toll", "it", "them", "العدد", "الرقم"))
# A sentence that opens with these tells of another place or time: "In Sele the council said 5".
_ELSEWHERE: Final = wording.PLACE_WORDS | wording.ARABIC_PLACE_WORDS
_NEAR: Final = 3  # tokens before the number in which such a word may stand


def leaves_out(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number leaves to the sentence before what it counts.

    Somebody says it, and nothing of its own follows it; or it is called the figure.
    """
    if quantity.measure not in _MEASURES or quantity.is_former or tokens[0].word in _ELSEWHERE:
        return False
    lead = [token.word for token in tokens[max(0, quantity.first - _NEAR) : quantity.first]]
    if lead[-1:] == ["at"] and not _POINTING.isdisjoint(lead):
        return True
    said = lead[:-1] if lead and lead[-1] in _LEADS else lead
    rest = tokens[quantity.last : quantity.last + 1]
    is_bare = not rest or rest[0].clause != tokens[quantity.last - 1].clause
    return is_bare and _is_said(said)


def _is_said(lead: Sequence[str]) -> bool:
    """Whether the words end in a verb of saying; in Arabic who says it stands behind it."""
    if lead[-1:] and is_arabic(lead[-1]):
        return any(word in wording.SAYS or word[1:] in wording.SAYS for word in lead)
    return any(word in wording.SAYS for word in lead[-1:])


def complete(figure: Figure, before: Figure) -> Figure:
    """Return a figure as one of what the figure before it is of; itself where it cannot be."""
    is_plain = figure.measure is Measure.COUNT
    if before.measure not in _MEASURES or not (is_plain or figure.measure is before.measure):
        return figure
    told = before.amount
    amount = replace(figure.amount, dimension=told.dimension, unit=told.unit)
    return replace(
        before,
        start=figure.start,
        end=figure.end,
        amount=amount if is_plain else figure.amount,
        near=(*before.near, *figure.near),
        words=(*before.words, *figure.words),
        around=(*before.around, *figure.around),
        cited=figure.cited,
        answers=before if _is_by_another(figure, before) else None,
        is_corrected=figure.is_corrected,
        is_wished=figure.is_wished,
    )


def _is_by_another(figure: Figure, before: Figure) -> bool:
    """Whether a figure is given by somebody else, as far as the sentence before names anybody."""
    if figure.cited is None or not figure.cited.keys:
        return False
    known = before.cited.keys if before.cited else frozenset[str]()
    return not (known and (known <= figure.cited.keys or figure.cited.keys <= known))
