"""Pages that might stand beside a real one: its template with another headline and text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from random import Random
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.page_labels import label_blocks, words_of
from benchmarks.splice_hosts import Story
from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.sheet import Block, Sheet, lay_out

_FOUND: Final = 0.97  # of the truth's words must stand in elements that can be given other text
# What belongs to one article however many pages its outlet has.
_OWN: Final = bit_of(
    "headline", "kicker", "standfirst", "byline", "time", "caption", "credit", "tags", "comment",
    "quote", "related", "popular", "picture", "factbox", "table", "bio", "live", "correction",
)  # fmt: skip
_LINKED: Final = 0.5
_TELLING: Final = 25  # characters: text of its own that stayed would count as its template's
_ASIDE: Final = frozenset(("h1", "figcaption", "time", "td", "th", "blockquote"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A page to be given other text; `story` is its own."""

    html: str
    url: str | None
    story: Story


def has_siblings(html: str, story: Story) -> bool:
    """Tell whether nearly all of a page's text can be replaced."""
    sheet = lay_out(LexborHTMLParser(html))
    marks = _marks(sheet, story)
    homes = _homes(sheet, marks)
    replaced = {place for row in homes for place in row}
    left = [n for n, mark in enumerate(marks) if mark == 1 and n not in replaced]
    if any(len(sheet.blocks[n].text) >= _TELLING for n in left):
        return False
    found = sum(len(words_of(sheet.blocks[n].text)) for n in replaced)
    return found >= _FOUND * len(words_of(story.body))


def make_sibling(template: Template, other: Story, heads: Sequence[str], random: Random) -> str:
    """Return the page with another story's headline and text in place of its own.

    Whatever belongs to one article alone (links, captions, byline, times ...) gets other words
    too, from `heads`: only what templates repeat stays.
    """
    tree = LexborHTMLParser(template.html)
    sheet = lay_out(tree)
    marks = _marks(sheet, template.story)
    paragraphs = list(other.paragraphs)
    fresh: list[tuple[LexborNode, str]] = []
    homes = _homes(sheet, marks)
    for row, here in zip(homes, _dealt(paragraphs, len(homes)), strict=True):
        node = sheet.elements[sheet.blocks[row[0]].home].node
        fresh.append((node, "<br><br>".join(map(escape, here))))
    for block, mark in zip(sheet.blocks, marks, strict=True):
        if mark != 1 and _is_alone(sheet, block) and _is_own(sheet, block, mark):
            fresh.append((sheet.elements[block.home].node, escape(random.choice(heads))))
    for node, inner in fresh:
        node.inner_html = inner
    html, title = tree.html or "", template.story.title
    return html.replace(escape(title), escape(other.title)).replace(title, other.title)


def _marks(sheet: Sheet, story: Story) -> list[int]:
    return label_blocks([block.text for block in sheet.blocks], story.body, story.optional)


def _homes(sheet: Sheet, marks: Sequence[int]) -> list[list[int]]:
    """Return the body's blocks by their elements, those of elements that hold nothing else."""
    rows: dict[int, list[int]] = {}
    for block in sheet.blocks:
        rows.setdefault(block.home, []).append(block.place)
    whole = []
    for home, row in rows.items():
        element = sheet.elements[home]
        if len(row) == element.last_block - element.first_block and all(marks[n] == 1 for n in row):
            whole.append(row)
    return whole


def _dealt(paragraphs: list[str], count: int) -> Iterator[list[str]]:
    """Deal paragraphs over so many places: what is left over goes to the last place."""
    for place in range(count):
        yield paragraphs[place:] if place == count - 1 else paragraphs[place : place + 1]


def _is_alone(sheet: Sheet, block: Block) -> bool:
    element = sheet.elements[block.home]
    return element.last_block - element.first_block == 1


def _is_own(sheet: Sheet, block: Block, mark: int) -> bool:
    element = sheet.elements[block.home]
    above = [element, *list(sheet.ancestors(element.place))[:2]]
    if mark < 0 or element.tag in _ASIDE or any(one.kinds & _OWN for one in above):
        return True
    return block.linked >= _LINKED * len(block.text)
