"""A paragraph in the sentences that are translated and looked at one by one, quotes whole."""

import re
from typing import Final

from wireroom.engine.insight.verify.sentences import sentence_spans

# One family or another, opening or closing: translators change the style, seldom the number.
MARKS: Final = re.compile(r"[“”„‟«»\"「」『』]")
# A quote left open is followed so far; a mark that somebody forgot must not join a whole text.
_MOST_JOINED: Final = 4
_ORDINAL: Final = re.compile(r"(?<!\d)\d{1,2}\.\Z")  # "am 3." of "am 3. Januar"


def cut_sentences(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph in order; a quote of several sentences is one piece."""
    pieces: list[str] = []
    joined = 0
    for start, end in sentence_spans(paragraph):
        sentence = paragraph[start:end]
        if pieces and joined < _MOST_JOINED and _goes_on(pieces[-1], sentence):
            pieces[-1] = f"{pieces[-1]} {sentence}"
            joined += 1
        else:
            pieces.append(sentence)
            joined = 0
    return tuple(pieces)


def _goes_on(before: str, sentence: str) -> bool:
    is_open = len(MARKS.findall(before)) % 2 == 1
    return is_open or sentence[0].islower() or bool(_ORDINAL.search(before))
