"""Which font draws which stretch of a text, or that none can: a card never shows empty boxes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wireroom.adapters.cards.coverage import signs_of
from wireroom.engine.text.direction import direction_of

MOST_CHARS: Final = 400  # six lines of the smallest size hold some 290
_MORE: Final = "…"
# No language stacks more marks on a letter than Vietnamese, Hebrew and Arabic do: three.
_MOST_MARKS: Final = 4
_JOINERS: Final = "\u200c\u200d"  # Persian and the scripts of India are misspelt without
_UNSEEN: Final = re.compile("[\ufe00-\ufe0f]")  # variation selectors
_RIGHT_TO_LEFT: Final = ("R", "AL")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text, and the font file that has all its signs."""

    text: str
    font: Path


@dataclass(frozen=True, slots=True)
class SetText:
    """A text ready to be drawn, in the order in which it is read."""

    runs: tuple[Run, ...]
    is_rtl: bool


def set_text(text: str, fonts: Sequence[Path], *, stands_rtl: bool | None = None) -> SetText | None:
    """Return a text with its fonts; None where they lack a sign of it, or it has none.

    `stands_rtl` is how the line runs that it stands in, where that is known: "Headline: X" runs
    as its edition does, whatever X is written in.

    A text with letters that run right to left is set in one font: in which order its stretches
    stand is told by the whole line alone, and the shaper sees one font's stretch at a time.
    """
    text = tidy(text)
    if not text:
        return None
    is_rtl = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)
    if is_rtl:
        font = next((font for font in fonts if _draws(font, text)), None)
        runs: tuple[Run, ...] = (Run(text, font),) if font else ()
        is_rtl = direction_of(text) == "rtl" if stands_rtl is None else stands_rtl
    else:
        runs = _split(text, fonts)
    return SetText(runs, is_rtl) if runs else None


def tidy(text: str) -> str:
    """Return a text on one line without signs that steer its neighbours or nobody sees."""
    signs: list[str] = []
    marks = 0
    # Twice as many are looked at as are shown: the rest is unseen or it is cut.
    for sign in _UNSEEN.sub("", text[: 2 * MOST_CHARS]):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if sign.isspace() or kind == "Cc":
            signs.append(" ")
        elif marks <= _MOST_MARKS and (sign in _JOINERS or kind[0] != "C"):
            signs.append(sign)
    words = " ".join("".join(signs).split())
    is_cut = len(words) > MOST_CHARS or len(text) > 2 * MOST_CHARS
    return f"{words[:MOST_CHARS].rstrip()}{_MORE}" if words and is_cut else words


def ellipsis_of(font: Path) -> str:
    """Return what a font has to tell that a text goes on."""
    return next((more for more in (_MORE, "...") if _draws(font, more)), "")


def _split(text: str, fonts: Sequence[Path]) -> tuple[Run, ...]:
    """Return the stretches of a text, each as long as its font goes; none if one is lacked."""
    runs: list[Run] = []
    for cluster in _clusters(text):
        if runs and _draws(runs[-1].font, cluster):
            runs[-1] = Run(runs[-1].text + cluster, runs[-1].font)
        elif (font := next((font for font in fonts if _draws(font, cluster)), None)) is not None:
            runs.append(Run(cluster, font))
        else:
            return ()
    return tuple(runs)


def _clusters(text: str) -> list[str]:
    """Return the text in letters, each with its marks and joiners: one font draws all of it."""
    clusters: list[str] = []
    for sign in text:
        if clusters and (sign in _JOINERS or unicodedata.category(sign)[0] == "M"):
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return clusters


def _draws(font: Path, text: str) -> bool:
    signs = signs_of(font)
    return all(ord(sign) in signs for sign in text if sign not in _JOINERS)
