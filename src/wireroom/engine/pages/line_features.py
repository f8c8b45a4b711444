"""What the text of a block alone tells of it: size, sentences, signs, words, the headline in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from wireroom.engine.pages.numbers import Matrix, log_scaled
from wireroom.engine.pages.odds import Odds
from wireroom.engine.pages.sheet import Block

_END: Final = frozenset(".!?…。！？؟।")
_CLOSERS: Final = "\"'”’»)]›」』 "
_SENTENCE: Final = re.compile(r"[.!?…؟।][\"'”’»)\]]*(?=\s|$)|[。！？]")
_TIME: Final = re.compile(r"\b(?:19|20)\d\d\b|\d:\d\d")
_SAMPLE: Final = 240  # characters looked at for signs
_LETTERS: Final = 60  # and for letters and capitals
_SHORT: Final = 200
# A line of a menu: half of all blocks. Its words are not looked at, only where it stands.
_BARE_LINK: Final = 60
_LINK_ROW: Final = (0.0, 1.0, *[0.0] * (17 + 4 + 3))


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
    """Return a row of features a block, and the blocks' sizes and linked sizes in characters."""
    repeats = Counter([block.text for block in blocks])
    title = hints.title.casefold()
    title_words = frozenset(title.split())
    rows = [
        _LINK_ROW
        if block.linked >= len(block.text) and len(block.text) < _BARE_LINK
        else (*_row(block, repeats[block.text]),
              *_against(block.text, hints, title, title_words), *odds.of_text(block.text))
        for block in blocks
    ]  # fmt: skip
    table = np.array(rows, dtype=np.float32).reshape(len(blocks), len(_LINK_ROW))
    size = np.fromiter([len(block.text) for block in blocks], np.float32, len(blocks))
    linked = np.fromiter([block.linked for block in blocks], np.float32, len(blocks))
    table[:, 0] = log_scaled(size)
    table[:, 1] = linked / size
    table[:, 5] /= size
    return table, size, linked


def _row(block: Block, repeats: int) -> tuple[float, ...]:
    text = block.text
    size = len(text)
    head = text[:_SAMPLE]
    words = text.count(" ") + 1
    sentences = len(_SENTENCE.findall(text)) if size > 20 else 0
    last = text[-1] if text[-1] not in _CLOSERS else text.rstrip(_CLOSERS)[-1:]
    start = text[:_LETTERS]
    first = text[0]
    return (
        size, block.linked, min(sentences, 8), last in _END, repeats > 1 and size > 40,
        block.bold, min(words, 60), sentences / words, sum(map(str.isupper, start)) / len(start),
        first.isupper(), first.isdigit(), first.islower(), min(head.count(","), 6),
        min(repeats, 4), size < 120 and _TIME.search(text) is not None,
        "=" in head, "|" in head, ":" in head, "@" in head,
    )  # fmt: skip


def _against(text: str, hints: Hints, title: str, title_words: frozenset[str]) -> tuple[float, ...]:
    """Return how the text agrees with headline, JSON-LD's text and description."""
    inside = 0.0
    if hints.article_body:
        inside = 1.0 if text[:60] in hints.article_body else -1.0
    shared = same = 0.0
    if title_words and len(text) < _SHORT:
        folded = text.casefold()
        words = set(folded.split())
        shared = len(words & title_words) / len(words | title_words)
        same = float(folded == title)
    return shared, same, inside, float(len(text) > 20 and text[:80] in hints.description)
