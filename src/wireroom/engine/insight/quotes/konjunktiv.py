"""German reported speech without a verb of saying: its sentences stand in the Konjunktiv."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list

# Third persons of Konjunktiv I that differ from the indicative.
_FORMS: Final = word_list(
    "sei seien habe werde könne müsse solle wolle dürfe möge wisse gebe gehe komme stehe bleibe "
    "liege halte brauche mache sehe nehme lasse führe zeige finde bringe sage spreche denke "
    "glaube hoffe fühle trage bestehe entstehe verdiene erwarte bedeute gehöre handle helfe "
    "arbeite lebe spiele verstehe bekomme erhalte treffe rechne plane setze suche kenne zeichne "
    "entzaubere"
)


def is_reported(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence, its quotes aside, gives somebody's words in the Konjunktiv."""
    words = [token for token in tokens if token.kind == WORD]
    # After "ich" the same forms are the indicative.
    return any(word.text in _FORMS for word in words) and all(word.lower != "ich" for word in words)
