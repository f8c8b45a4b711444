"""Why an article stands in its story, in words a reader understands."""

from collections.abc import Collection, Mapping
from typing import Final

import numpy as np

from wireroom.engine.stories.events import Tie
from wireroom.engine.stories.features import NAME, NUMBER, TITLE, Features
from wireroom.engine.stories.pairs import Vector

_SHOWN_NAMES: Final = 4
_SHOWN_KINDS: Final = 3
_RARE: Final = 3.0  # natural log: held by fewer than one article in twenty


def explain_copy(copy_of: Collection[int], followed: int, gap: str) -> str:
    """Say that the text is a copy: "same copy 92%, 4 h apart"."""
    share = f" {100 * copy_of[followed]:.0f}%" if isinstance(copy_of, Mapping) else ""
    return f"same copy{share}, {gap}"


def explain_new(*, in_storyline: bool) -> str:
    """Say why a story is new."""
    return "a new event in a running storyline" if in_storyline else "nothing like it before"


def explain_too_short() -> str:
    """Say why an article with next to no text stands alone."""
    return "too little text to tell"


def explain_linked(reports: int) -> str:
    """Say that a report stands with others that it is nearest to on the whole."""
    return f"on average nearest to {_count(reports, 'report')} of this story"


def explain_mend(deed: str, why: str) -> str:
    """Say that an editor did it: "an editor moved this here: it is the later fire"."""
    said = " ".join(why.split())
    return f"an editor {deed}: {said}" if said else f"an editor {deed}"


def explain_across(tie: Tie) -> str:
    """Say what a story of another language shares: "in another language: Velmora, 31, fire"."""
    said = (*tie.names, *tie.likeness.numbers, *tie.likeness.kinds[:_SHOWN_KINDS])
    words = ", ".join(word.lstrip("#=") for word in said)
    return f"the same event in another language: {words}"


def explain_shared(ours: Vector, theirs: Vector, features: Features) -> str:
    """Say what two articles share: "3 names (Belta, Minsk, ...), 2 numbers shared, 4 h apart"."""
    keys, mine, other = np.intersect1d(
        ours.terms["key"], theirs.terms["key"], assume_unique=True, return_indices=True
    )
    flags = ours.terms["flag"][mine] & theirs.terms["flag"][other]
    rare = ours.terms["rare"][mine] > _RARE
    surface = dict(zip(features.name_keys, features.names, strict=True))
    names = keys[rare & ((flags & NAME) > 0)].tolist()
    shown = sorted(surface[key] for key in names if key in surface)[:_SHOWN_NAMES]
    parts = [
        _count(len(names), "name") + (f" ({', '.join(shown)})" if shown else ""),
        _count(int(np.sum(rare & ((flags & NUMBER) > 0))), "number"),
        _count(int(np.sum(rare & ((flags & TITLE) > 0) & ((flags & NAME) == 0))), "headline word"),
    ]
    said = [part for part in parts if part] or [_count(int(np.sum(rare)), "rare word") or "subject"]
    return f"{', '.join(said)} shared, {say_gap(ours, theirs)}"


def say_gap(ours: Vector, theirs: Vector) -> str:
    """Say how far apart in time: "25 min apart", "4 h apart", "3 days apart"."""
    if ours.published_at is None or theirs.published_at is None:
        return "time between them unknown"
    minutes = abs((ours.published_at - theirs.published_at).total_seconds()) / 60
    if minutes < 90:
        return f"{minutes:.0f} min apart"
    hours = minutes / 60
    return f"{hours:.0f} h apart" if hours < 48 else f"{hours / 24:.0f} days apart"


def _count(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"
