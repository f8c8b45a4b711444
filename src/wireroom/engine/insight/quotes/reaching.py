"""Over what a verb of saying reaches marked words that do not stand right beside it."""

from typing import Final

from wireroom.engine.insight.quotes.clauses import is_finite
from wireroom.engine.insight.quotes.reading import Stretch, Told
from wireroom.engine.insight.quotes.sentences import WORD
from wireroom.engine.insight.quotes.word_list import word_list

_RELATIVES: Final = word_list("who which whose where whom")
# What ties marked words to what stands before them; all other words tell nothing.
_TIES: Final = word_list(
    "that as to of for was is were are be been being in with by on at from like than about and "
    "the a an his her its their he she it they would will could had has have not"
)
_GAPS: Final = ((0, "none"), (2, "small"), (5, "some"), (10, "wide"))  # tokens between


def reach_signs(told: Told, at: int, stretch: Stretch | None) -> set[str]:
    """Return how the verb that the rules chose reaches the marked words at a token."""
    if stretch is None or stretch.assigned.event is None or stretch.way != "reached":
        return set()
    event, tokens = told.events[stretch.assigned.event], told.sentence.tokens
    if event.begins > at:
        return {"reach back", f"reach by {event.manner}"}
    between = tokens[event.ends + 1 : at]
    gap = next((name for most, name in _GAPS if len(between) <= most), "far")
    signs = {f"reach {gap}", f"reach by {event.manner}"}
    words = {token.lower for token in between if token.kind == WORD}
    if not words.isdisjoint(_RELATIVES):
        signs.add("reach over relative")
    if "that" in words:
        signs.add("reach over that")
    if any(token.is_name for token in between):
        signs.add("reach over name")
    if any(token.text in ",—–" for token in between):
        signs.add("reach over comma")
    if is_finite(between, 0, len(between)):
        signs.add("reach over verb")
    before = tokens[at - 1].lower
    signs.add(f"reach tied {before if before in _TIES else tokens[at - 1].kind}")
    return signs
