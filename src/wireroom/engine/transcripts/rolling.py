"""Rolling captions folded: each line once, though it is shown again as the next one comes in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from wireroom.engine.transcripts.cues import Cue

_MOST_LINES: Final = 8  # of a cue that are compared; a screen has up to four
# People do say a thing twice. Where this share of cues begins with what the one before showed,
# captions roll: in files that were made by hand it stays under a twentieth.
_ROLLS: Final = 0.25
_LONG: Final = 4  # words that nobody says twice in the same breath
_BREATH_S: Final = 1.0


def fold_rolling(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield the cues without what the one before them has shown already."""
    kept = list(cues)
    nothing = Cue(())  # before the first
    shared = [_shared(one, other) for one, other in zip([nothing, *kept], kept, strict=False)]
    rolls = sum(map(bool, shared)) > _ROLLS * len(kept)
    for cue, count in zip(kept, shared, strict=True):
        text = " ".join(cue.lines)
        is_repeated = rolls or len(text[:count].split()) >= _LONG
        rest = text[count:].strip() if is_repeated else text
        if rest:
            yield replace(cue, lines=(rest,))


def _shared(one: Cue, other: Cue) -> int:
    """Return how many characters of the later cue stand at the end of the earlier one's."""
    if one.end is not None and other.start is not None and other.start > one.end + _BREATH_S:
        return 0
    if one.start is None or (other.speaker and other.speaker != one.speaker) or other.is_new:
        return 0
    before, after = " ".join(one.lines), " ".join(other.lines)
    if after.startswith(before) and not after[len(before) : len(before) + 1].isalnum():
        return len(before)
    for count in range(min(len(one.lines), len(other.lines), _MOST_LINES), 0, -1):
        if one.lines[-count:] == other.lines[:count]:
            return len(" ".join(other.lines[:count]))
    return 0
