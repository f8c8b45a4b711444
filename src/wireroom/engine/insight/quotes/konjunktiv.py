"""German reported speech without a verb of saying: its sentences stand in the Konjunktiv."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import NO_NAMES

# Third persons of Konjunktiv I that differ from the indicative.
_FORMS: Final = word_list(
    "sei seien habe werde könne müsse solle wolle dürfe möge wisse gebe gehe komme stehe bleibe "
    "liege halte brauche mache sehe nehme lasse führe zeige finde bringe sage spreche denke "
    "glaube hoffe fühle trage bestehe entstehe verdiene erwarte bedeute gehöre handle helfe "
    "arbeite lebe spiele verstehe bekomme erhalte treffe rechne plane setze suche kenne zeichne "
    "entzaubere"
)
_OPEN_FORMS: Final = frozenset({"würden", "hätten", "wären"})
_PRONOUNS: Final = frozenset({"er", "es", "man"})


def is_reported(tokens: Sequence[Token], *, goes_on: bool = False) -> bool:
    """Tell whether a sentence, its quotes aside, gives somebody's words in the Konjunktiv.

    Where a report `goes_on`, forms count that alone may be a wish ("würden").
    """
    words = [token for token in tokens if token.kind == WORD]
    # After "ich" the same forms are the indicative.
    if any(word.lower == "ich" for word in words):
        return False
    forms = _FORMS | _OPEN_FORMS if goes_on else _FORMS
    return any(word.text in forms for word in words) or _has_form_beside(words)


def _has_form_beside(words: Sequence[Token]) -> bool:
    """Tell "Er schäme sich" and "Nun brauche es": a verb in -e beside its pronoun."""
    for before, after in pairwise(words):
        verb, pronoun = (after, before) if before.lower in _PRONOUNS else (before, after)
        is_verb = verb.text.islower() and verb.text.endswith("e")
        is_verb = is_verb and not verb.text.endswith(("te", "wurde", "rade"))
        if pronoun.lower in _PRONOUNS and is_verb and verb.lower not in NO_NAMES:
            return pronoun is after or before is words[0]
    return False
