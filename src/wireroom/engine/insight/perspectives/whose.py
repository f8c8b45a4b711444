"""Whose text a report is, by the passages that it shares with others and whom it credits."""

from typing import Final

from wireroom.engine.insight.perspectives.teller import Text
from wireroom.engine.text.words import words

# Shares of a report's words that stand in another's. From the first on it is that other's text
# (as in lineages); agency paragraphs inside an own report take 15 to 40% in news practice.
CARRIED: Final = 0.5
_MIXED: Final = 0.15


def whose_text(share: float, *, credit: str = "", outlet: str = "") -> Text:
    """Return whose words a report is made of, `share` of which it has from another report.

    An agency credits itself by a part of its name or a longer form of it.
    """
    if share >= CARRIED:
        return Text.WIRE
    credited, own = set(words(credit)), set(words(outlet))
    if credited and not (credited <= own or own <= credited):
        return Text.WIRE
    return Text.MIXED if share >= _MIXED else Text.OWN
