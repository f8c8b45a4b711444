"""Names before a colon ("Ada Quill: ..."), as SubRip and plain text tell who speaks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from wireroom.engine.transcripts.cues import Cue

_LABEL: Final = re.compile(r"([^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}) ?[:：](?:\s+|$)")
_SEARCHED: Final = 80  # characters; the longest names with office have 60
_PARTICLES: Final = frozenset(
    ("al", "bin", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "of", "van", "von", "y")
)
# A name is said again; "Note:" before one sentence stays where it stands.
_OFTEN: Final = 2


def name_speakers(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield the cues with names before a colon as their speakers, where a name comes again."""
    kept = list(cues)
    labels = [_label(cue) for cue in kept]
    counts = Counter(found[1] for found in labels if found is not None)
    for cue, found in zip(kept, labels, strict=True):
        if found is None:
            yield cue
        elif counts[found[1]] < _OFTEN:
            yield replace(cue, is_new=True)
        else:
            rest = cue.lines[0][found.end() :]
            lines = (rest, *cue.lines[1:]) if rest else cue.lines[1:]
            yield replace(cue, lines=lines, speaker=found[1])


def _label(cue: Cue) -> re.Match[str] | None:
    if cue.speaker or not cue.lines:
        return None
    found = _LABEL.match(cue.lines[0][:_SEARCHED])
    return found if found is not None and all(map(_is_of_name, found[1].split())) else None


def _is_of_name(word: str) -> bool:
    """Whether a word may stand in a name: "He said:" is none."""
    return not word[0].islower() or word in _PARTICLES
