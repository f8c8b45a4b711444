"""What the text of a block alone tells of it: size, sentences, signs, words, the headline in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from wireroom.engine.pages.numbers import Matrix, log_scaled
from wireroom.engine.pages.odds import Odds, end_words
from wireroom.engine.pages.sheet import Block

_END: Final = frozenset(".!?…。！？؟।")
_CLOSERS: Final = "\"'”’»)]›」』 "
_OTHER_ENDS: Final = ("… ", ".” ", "؟ ", "。", "！", "？")
_SAMPLE: Final = 240  # characters looked at for signs
_SHORT: Final = 200
_LABEL: Final = 20  # characters: hardly a sentence
# A line of a menu: half of all blocks. Its words are not looked at, only where it stands.
_BARE_LINK: Final = 60
_LINK_ROW: Final = (0.0, 1.0, *[0.0] * 20)


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page says of its article outside the text.

    `article_body` is JSON-LD's, white space folded; `headline_place` the block that says the
    headline, -1 where none does; `page_kinds` up to ten marks of what kind of page it is.
    """

    title: str = ""
    article_body: str = ""
    description: str = ""
    headline_place: int = -1
    page_kinds: tuple[float, ...] = ()


def line_features(
    blocks: Sequence[Block], hints: Hints, odds: Odds
) -> tuple[Matrix, Matrix, Matrix]:
    """Return (k, n) features, and the blocks' sizes and linked sizes in characters."""
    texts = [block.text for block in blocks]
    sizes = [*map(len, texts)]
    links = [block.linked for block in blocks]
    repeats = Counter(texts)
    title = frozenset(end_words(hints.title[:_SHORT]))
    rows = [
        _LINK_ROW
        if linked >= size and size < _BARE_LINK
        else _row(block, size, repeats[block.text], hints, title, odds)
        for block, size, linked in zip(blocks, sizes, links, strict=True)
    ]
    table = np.array(rows, dtype=np.float32).reshape(len(blocks), len(_LINK_ROW)).T
    size, linked = np.array(sizes, np.float32), np.array(links, np.float32)
    table[0] = log_scaled(size)
    table[1] = linked / size
    table[5] /= size
    return table, size, linked


def _row(
    block: Block, size: int, repeats: int, hints: Hints, title: frozenset[str], odds: Odds
) -> tuple[float, ...]:
    text = block.text
    head = text[:_SAMPLE]
    spaces = text.count(" ") + 1
    last = text[-1] if text[-1] not in _CLOSERS else text.rstrip(_CLOSERS)[-1:]
    ends = last in _END
    inside = ends + _sentence_ends(text) if size > _LABEL else ends
    words = end_words(text)
    stated = 0.0
    if hints.article_body:
        stated = 1.0 if text[:60] in hints.article_body else -1.0
    return (
        size, block.linked, inside if inside < 8 else 8, ends, repeats > 1 and size > 40,
        block.bold, spaces if spaces < 60 else 60, inside / spaces, text[0].isupper(),
        text[0].islower(), min(head.count(","), 6), repeats if repeats < 4 else 4, "=" in head,
        "|" in head, ":" in head, "@" in head, _shared(words, title) if size < _SHORT else 0.0,
        stated, size > _LABEL and text[:80] in hints.description,
        *odds.of_line(words),
    )  # fmt: skip


def _sentence_ends(text: str) -> int:
    """Return how many sentences end inside a text."""
    count = text.count
    found = count(". ") + count("! ") + count("? ")
    return found if text.isascii() else found + sum(map(count, _OTHER_ENDS))


def _shared(words: list[str], title: frozenset[str]) -> float:
    """Return how much of the words of line and title both have."""
    own = len(title.intersection(words))
    return own / (len(title) + len(words) - own) if own else 0.0
