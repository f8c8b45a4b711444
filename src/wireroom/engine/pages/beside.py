"""What stands in a report's row of blocks and is not its running text: notes and fact boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.engine.pages.corrections import find_corrections
from wireroom.engine.pages.fact_boxes import find_fact_boxes
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.types import Correction, FactBox


@dataclass(frozen=True, slots=True)
class Beside:
    """Notes and boxes of a report, and the blocks that they are made of."""

    corrections: tuple[Correction, ...] = ()
    fact_boxes: tuple[FactBox, ...] = ()
    places: frozenset[int] = frozenset()

    def texts(self) -> frozenset[str]:
        """Return their paragraphs, titles included."""
        boxes = (text for box in self.fact_boxes for text in (box.title, *box.paragraphs) if text)
        return frozenset((*boxes, *(note.text for note in self.corrections)))


NOTHING = Beside()


def find_beside(sheet: Sheet, places: Sequence[int], *, lang: str | None) -> Beside:
    """Return what of a report's blocks is no running text; `places` are its blocks."""
    boxes = find_fact_boxes(sheet, places)
    boxed = {place for one in boxes for place in range(one.first, one.last)}
    running = [place for place in places if place not in boxed]
    notes = find_corrections(sheet, running, lang=lang)
    if not boxes and not notes:
        return NOTHING
    noted = [place for one in notes for place in one.places]
    return Beside(
        corrections=tuple(dict.fromkeys(one.note for one in notes)),
        fact_boxes=tuple(dict.fromkeys(one.box for one in boxes)),
        places=frozenset((*boxed, *noted)),
    )
