"""The paragraphs of pages that mark none: lines in bare boxes, or parted by empty lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.blocks import BLOCKS, stands_in_report
from wireroom.engine.pages.dom import ancestors, fold_space, seen_text
from wireroom.engine.text.words import words

# Of all words of a page: what holds so many is the page rather than a report on it.
_WHOLE_PAGE: Final = 0.85
_HEADLINE_WORDS: Final = 3
_PROSE: Final = 60  # characters
_SENTENCE: Final = 25  # characters, where it ends like one
_SENTENCE_END: Final = re.compile(r"[.!?؟…][\"'”’»)\]]*$")
_ANY_END: Final = re.compile(r"\w{2}[.!?؟…。！？][\"'”’»)\]]*(?:\s|$)")
_EMPTY_LINE: Final = re.compile(r"\n[ \t\r\f]*(?:\n\s*)+")
# How much of a box's prose counts for the boxes around it: the nearest that holds all wins.
_WEIGHTS: Final = (1.0, 1.0, 0.7, 0.5)
_MOST_RUNS: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Run:
    """The text that stands in one box without a box between; its lines may be paragraphs."""

    home: LexborNode
    lines: tuple[str, ...]
    size: int


def is_whole_page(paragraphs: Sequence[str], tree: LexborHTMLParser, *, title: str) -> bool:
    """Tell whether what was read as one paragraph is the page from its logo to its imprint.

    It is where it holds nearly every word of the page, or the headline among other words.
    """
    if len(paragraphs) != 1 or tree.body is None:
        return False
    if holds_headline(paragraphs[0], title):
        return True
    return len(words(paragraphs[0])) >= _WHOLE_PAGE * len(words(seen_text(tree.body)))


def holds_headline(text: str, title: str) -> bool:
    """Tell whether a text says the headline and other words too."""
    own, headline = words(text), words(title)
    if len(headline) < _HEADLINE_WORDS or own == headline:
        return False
    return " ".join(headline) in " ".join(own)


def has_sentence(text: str) -> bool:
    """Tell whether a sentence ends anywhere in the text."""
    return bool(_ANY_END.search(text))


def read_plain(tree: LexborHTMLParser) -> list[str]:
    """Return the lines of the box that holds most of the page's sentences, none where none does.

    Lines come apart where a box begins or ends and at an empty line (two <br>).
    """
    runs = [run for run in _runs(tree) if run.home.tag not in ("html", "head")]
    box = _fullest(run for run in runs if run.size and stands_in_report(run.home))
    if box is None:
        return []
    inside = [run for run in runs if _is_in(run.home, box)]
    first = next(place for place, run in enumerate(inside) if run.size)
    last = max(place for place, run in enumerate(inside) if run.size)
    return [line for run in inside[first : last + 1] for line in run.lines]


def _fullest(runs: Iterator[_Run]) -> LexborNode | None:
    sizes: dict[int, float] = {}
    boxes: dict[int, LexborNode] = {}
    for run in runs:
        for weight, node in zip(_WEIGHTS, (run.home, *ancestors(run.home)), strict=False):
            if node.tag not in ("html", "body") or node.mem_id == run.home.mem_id:
                boxes.setdefault(node.mem_id, node)
                sizes[node.mem_id] = sizes.get(node.mem_id, 0.0) + weight * run.size
    best = max(sizes, key=lambda key: sizes[key], default=None)
    return boxes[best] if best is not None else None


def _is_in(node: LexborNode, box: LexborNode) -> bool:
    return node.mem_id == box.mem_id or any(up.mem_id == box.mem_id for up in ancestors(node))


def _runs(tree: LexborHTMLParser) -> Iterator[_Run]:
    """Walk the page in reading order; a run ends where a box begins or another one goes on."""
    home: LexborNode | None = None
    pieces: list[str] = []
    linked = found = 0
    for node in tree.body.traverse(include_text=True) if tree.body is not None else ():
        tag = node.tag or ""
        if tag == "br":
            pieces.append("\n")
        elif tag in BLOCKS or tag == "-text":
            own = _home_of(node) if tag == "-text" else None
            if home is not None and (own is None or own.mem_id != home.mem_id):
                yield _run(home, pieces, linked)
                found, home, pieces, linked = found + 1, None, [], 0
            if own is not None:
                home = own
                text = (node.text_content or "").replace("\n", " ")
                pieces.append(text)
                linked += len(text.strip()) if _is_linked(node, own) else 0
        if found > _MOST_RUNS:
            return
    if home is not None:
        yield _run(home, pieces, linked)


def _home_of(text: LexborNode) -> LexborNode | None:
    return next((parent for parent in ancestors(text) if parent.tag in BLOCKS), None)


def _is_linked(text: LexborNode, home: LexborNode) -> bool:
    for parent in ancestors(text):
        if parent.tag == "a":
            return True
        if parent.mem_id == home.mem_id:
            break
    return False


def _run(home: LexborNode, pieces: Sequence[str], linked: int) -> _Run:
    lines = [fold_space(line) for line in _EMPTY_LINE.split("".join(pieces))]
    kept = tuple(line for line in lines if line)
    size = sum(len(line) for line in kept if is_sentence(line))
    is_links = linked * 2 > sum(map(len, kept))
    return _Run(home, () if is_links else kept, 0 if is_links else size)


def is_sentence(line: str) -> bool:
    """Tell whether a line reads as prose: long, or ended like a sentence."""
    return len(line) >= _PROSE or (len(line) >= _SENTENCE and bool(_SENTENCE_END.search(line)))
