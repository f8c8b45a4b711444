"""Which blocks of a page are the report: two forests over features, then the best cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from wireroom.engine.pages.classifier import classifier
from wireroom.engine.pages.context import context_of
from wireroom.engine.pages.features import features_of
from wireroom.engine.pages.line_features import Hints
from wireroom.engine.pages.numbers import Matrix
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.pages.strays import without_strays
from wireroom.engine.pages.tables import with_whole_tables

# However unsure a page is, a block that is more likely no body than this is not taken ...
_LOWEST_CUT: Final = 0.1
# ... and one that is more likely body than this always is. Cross-validated on the shared pages,
# other pairs (0 to .4, .4 to .6) differ by less than .003, but for pages of a few words.
_HIGHEST_CUT: Final = 0.5
# Set by eye on the shared pages that repeat themselves, not swept. Characters: shorter lines
# ("Pros", "Yes.") may well be said twice.
_REPEATED: Final = 40
_WHOLE_COPY: Final = 400
_MOSTLY: Final = 0.7
# Paragraphs: looking for each in each takes time of their square.
_MOST_COMPARED: Final = 500


@dataclass(frozen=True, slots=True)
class Body:
    """The places of the blocks taken, and the F1 to expect of them, 0 to 1.

    `chances` has for every block of the sheet the chance that it is body.
    """

    places: tuple[int, ...]
    confidence: float
    chances: Sequence[float] | Matrix = field(default=(), compare=False, repr=False)


def find_body(sheet: Sheet, hints: Hints) -> Body:
    """Return the blocks of a sheet that are the report, in reading order."""
    if not sheet.blocks:
        return Body((), 0.0)
    model = classifier()
    features = features_of(sheet, hints, model.odds)
    first = model.first.probabilities(features.rows)
    rows = np.concatenate([features.rows, context_of(first, features)], axis=1)
    chances = model.second.probabilities(rows)
    cut, confidence = best_cut(chances, features.sizes)
    taken = np.flatnonzero(chances >= cut).tolist()
    own = without_strays(sheet, taken, hints.headline_place)
    return Body(tuple(with_whole_tables(sheet, own)), confidence, chances)


def best_cut(chances: Matrix, sizes: Matrix) -> tuple[float, float]:
    """Return the chance from which on blocks are taken, and the F1 that this cut promises.

    The cut maximises the expected F1 over characters (Lewis 1995): half the F1 that can be
    reached, so that a page in doubt gives more rather than nothing.
    """
    order = np.argsort(-chances, kind="stable")
    sorted_chances, sorted_sizes = chances[order], sizes[order]
    hits = np.cumsum(sorted_chances * sorted_sizes)
    expected = 2 * hits / np.maximum(1.0, np.cumsum(sorted_sizes) + hits[-1])
    best = int(expected.argmax())
    cut = min(max(float(sorted_chances[best]), _LOWEST_CUT), _HIGHEST_CUT)
    return cut, float(expected[best])


def texts_of_blocks(sheet: Sheet, places: Sequence[int]) -> list[str]:
    """Return the texts of the blocks taken, without what a page says again elsewhere.

    Pages repeat paragraphs in pull quotes and in copies for other screens, which stand in
    boxes of their own; the first one stays. What is said twice in one box is meant so. A block
    that holds most of the others' text again is such a copy in one piece.
    """
    blocks = [sheet.blocks[place] for place in places]
    texts = [block.text for block in blocks]
    kept: list[str] = []
    boxes: dict[str, int] = {}
    for block in blocks:
        text, box = block.text, sheet.elements[block.home].parent
        is_long = len(text) >= _REPEATED
        if is_long and (boxes.setdefault(text, box) != box or _holds_others(text, texts)):
            continue
        kept.append(text)
    return kept


def _holds_others(text: str, texts: Sequence[str]) -> bool:
    """Tell whether a block says in one what at least two others say, and little else."""
    if len(text) < _WHOLE_COPY or len(texts) > _MOST_COMPARED:
        return False
    inside = [other for other in texts if _REPEATED <= len(other) < len(text) and other in text]
    return len(inside) > 1 and sum(map(len, inside)) > _MOSTLY * len(text)
