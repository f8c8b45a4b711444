"""Whether a line reads as prose."""

import re
from typing import Final

_PROSE: Final = 60  # characters
_SENTENCE: Final = 25  # characters, where it ends like one
_SENTENCE_END: Final = re.compile(r"[.!?؟…][\"'”’»)\]]*$")


def is_sentence(line: str) -> bool:
    """Tell whether a line reads as prose: long, or ended like a sentence."""
    return len(line) >= _PROSE or (len(line) >= _SENTENCE and bool(_SENTENCE_END.search(line)))
