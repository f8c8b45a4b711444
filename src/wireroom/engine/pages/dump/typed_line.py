"""One line of a dump with what it was taken for."""

import re
from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import Header
from wireroom.engine.text.words import fold

# Longer lines are no headline, and said twice they are none either.
LONGEST_REPEATED: Final = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its kind and, where it has one, its label or header."""

    text: str
    kind: Kind
    key: str
    label: Label | None = None
    header: Header | None = None
    is_heading: bool = False
    is_repeated: bool = False
    is_time: bool = False
    after_blank: bool = False

    @property
    def word_count(self) -> int:
        """Words of the line."""
        return count_words(self.text)


def count_words(text: str) -> int:
    """Return how many words a line has; where none are spaced, two signs count as one."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) // 2


_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def line_key(text: str) -> str:
    """Return the text folded so that a headline equals its repetitions."""
    return " ".join(re.findall(r"[^\W_]+", fold(text[:LONGEST_REPEATED])))
