"""Words between quotation marks: what two reports share there, they may have from the speaker."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.copies.bodywords import BodyWords
from wireroom.engine.copies.passages import WordPassage

_QUOTED: Final = re.compile(
    r"“[^“”\n]{3,1500}?[”\n]|\"[^\"\n]{3,1500}?[\"\n]|«[^«»\n]{3,1500}?»"
    r"|(?<!\w)['‘](?=\w)[^\n]{3,1500}?['’](?!\w)"
)
# A shorter quote is a phrase that many use; a passage of a quote runs on over a word or two of
# "she said", and what else two reports share may be a name with its office.
_FEWEST_WORDS: Final = 12
_MOSTLY_QUOTED: Final = 0.75
_MOST_OTHERS: Final = 12


def find_quoted_words(text: BodyWords) -> NDArray[np.bool_]:
    """Return for every word whether it stands between quotation marks."""
    quoted = np.zeros(len(text), dtype=np.bool_)
    for match in _QUOTED.finditer(text.body):
        quoted[bisect_left(text.starts, match.start()) : bisect_left(text.starts, match.end())] = 1
    return quoted


def measure_quoted(
    found: WordPassage, quoted_a: NDArray[np.bool_], quoted_b: NDArray[np.bool_]
) -> float:
    """Return the share of a passage that is quoted in both texts, 0 to 1."""
    share_a = float(quoted_a[found.a : found.a_end].mean())
    share_b = float(quoted_b[found.b : found.b_end].mean())
    return min(share_a, share_b)


def keep_quotes(a: BodyWords, b: BodyWords, found: Sequence[WordPassage]) -> list[WordPassage]:
    """Return the passages that both quote; none where the two share more than such words."""
    quoted_a, quoted_b = find_quoted_words(a), find_quoted_words(b)
    kept = [each for each in found if measure_quoted(each, quoted_a, quoted_b) >= _MOSTLY_QUOTED]
    words = sum(each.equal for each in kept)
    others = sum(each.equal for each in found) - words
    return kept if words >= _FEWEST_WORDS and others <= _MOST_OTHERS else []
