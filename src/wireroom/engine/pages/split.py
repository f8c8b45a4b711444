"""Several articles on one page: where each begins and what belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

from wireroom.engine.pages.blocks import HEADINGS, Block, blocks_of, stands_in_report
from wireroom.engine.pages.dom import ancestors, class_words
from wireroom.engine.pages.headline import heading_text
from wireroom.engine.pages.kin import alike, are_siblings, leads_away, names_outlet, same_box_kind
from wireroom.engine.pages.page import Page, node_for
from wireroom.engine.pages.structured import types_of
from wireroom.engine.text.when import find_times, looks_like_time
from wireroom.engine.text.words import words
from wireroom.engine.types import Role

# A report in full rather than a teaser: an excerpt has one short paragraph.
_FULL_TEXT: Final = 300
_FULL_PARAGRAPHS: Final = 2
# Teasers have a sentence or two.
_FEWEST_SENTENCES: Final = 2
_SENTENCES: Final = re.compile(r"[.!?؟。！？…][\"'”’»)\]]*(?=\s|$)")
_LINKED_TEXT: Final = 600
_NUMBERED: Final = re.compile(r"^\W*[\d\u0660-\u0669]{1,3}\s?[.):]\s")
_SHORT_TEXT: Final = 160
_BRIEF: Final = 120  # the one paragraph of an aggregator's cut report
_HEADER_BLOCKS: Final = 5  # lines between a headline and its first paragraph
_OUTLET_WORDS: Final = 4  # beside a time, in a line that is no sentence
_MARKS: Final = frozenset(
    [
        "date",
        "time",
        "datetime",
        "published",
        "publish",
        "pubdate",
        "timestamp",
        "byline",
        "author",
        "source",
        "outlet",
        "publisher",
        "provider",
        "dateline",
        "posted",
    ]
)
_RELATED: Final = re.compile(
    r"^\W*(?:related|recommended|trending|popular|most read|(?:follow|about the) author|"
    r"more\b.{0,20}$|more (?:from|on|in|stories|news|articles)|"
    r"latest\b|follow\b|you (?:may|might)|"
    r"read (?:more|also|next)|similar|others? (?:stories|articles)|ähnliche|verwandte|"
    r"à lire|articles liés|relacionad|مقالات|مواضيع|أخبار ذات|اقرأ أيضا|ذات صلة|المزيد|قد يعجبك|"
    r"أخبار مشابهة)",
    re.IGNORECASE,
)
_RELATED_WORDS: Final = frozenset(["related", "recommended", "recommendation", "similar", "more"])
_TEASER_END: Final = re.compile(r"(?:…|\.\.\.|\[…\]|read more|continue reading|المزيد)\W*$", re.I)
_LIVE: Final = "LiveBlogPosting"
_BY: Final = re.compile(r"^(?:by|von|par|por|بقلم|كتب|كتبت)\s+\S", re.IGNORECASE)
_MOST_ARTICLES: Final = 60
_MOST_HEADS: Final = 150  # looked at; each costs a walk over the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One article of a page: its headline and either its own element or its row of blocks."""

    title: str
    heading: LexborNode
    role: Role
    unit: LexborNode | None
    blocks: tuple[Block, ...]


def split_page(page: Page, *, title: str) -> tuple[Part, ...]:
    """Return the further articles that a page holds in full, nothing where it holds one.

    `title` is the headline of the page's main article. Another one begins at a heading that
    JSON-LD knows, or that opens a box of its own and has a time beside it or a twin in the main
    headline, and that is followed by text in full: headings inside a report have none of these,
    teasers hold no full text.
    """
    body = page.tree.body
    if body is None or len(body.css("h1, h2, h3, h4")) < 2 or _is_live(page):
        return ()
    row = blocks_of(body)
    starts = _starts(page, row, title)
    if len(starts) < 2:
        return ()
    return tuple(_parts(row, starts[:_MOST_ARTICLES]))


def _is_live(page: Page) -> bool:
    return any(_LIVE in types_of(node) for node in page.structured.articles)


def _starts(page: Page, row: Sequence[Block], title: str) -> list[Block]:
    """Return the heading blocks that open an article, the page's main one first."""
    heads = [block for block in row if block.tag in HEADINGS and stands_in_report(block.node)]
    main = _main_head(row, heads, title)
    if main is None:
        return []
    later = [head for head in heads if head.place > main.place]
    marked = [head for head in later if _is_marked(page, row, head, main)]
    marked = _without_repeats(row, marked)[:_MOST_HEADS]
    full = [
        head
        for head in marked
        if _is_full(own := _own_blocks(page, row, head, main))
        or (node_for(page, heading_text(head.node)) and _longest(own) >= _BRIEF)
    ]
    while full and not _stands(row[main.place + 1 : full[0].place], alone=len(full) == 1):
        full.pop(0)  # a standfirst, or a box between the headline and its report
    full = [head for head in full if _has_evidence(page, row, head, main)]
    if len(full) == 1 and (
        not _is_surely_another(page, row, full[0], main) or _outweighs(row, full[0], main)
    ):
        return [main]
    return [main, *full]


def _has_evidence(page: Page, row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a headline has a header of its own and several sentences under it.

    A header: a time or a byline beside it, or its own JSON-LD. A headline that leads away needs
    more text: it may open a teaser. In doubt a page is left whole.
    """
    if node_for(page, heading_text(head.node)) is not None:
        return True
    if _NUMBERED.match(head.text) or not _has_header(row, head, main):
        return False
    prose = [block for block in _own_blocks(page, row, head, main) if block.is_prose]
    size = sum(len(block.text) for block in prose)
    if leads_away(head) and size < _LINKED_TEXT and not names_outlet(row, head):
        return False
    return sum(len(_SENTENCES.findall(block.text)) for block in prose) >= _FEWEST_SENTENCES


def _outweighs(row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a lone further headline holds the page's report and the main one does not."""
    if any(_is_header_line(block) for block in row[main.place + 1 : main.place + 4]):
        return False
    own, other = row[main.place + 1 : head.place], row[head.place + 1 :]
    size, rest = (sum(len(b.text) for b in some if b.is_prose) for some in (own, other))
    return size < _FULL_TEXT and size * 4 < rest


def _is_surely_another(page: Page, row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a single further headline has more than a date beside it.

    Sections of guides and calendars have dates; several of one kind would be a list.
    """
    if node_for(page, heading_text(head.node)):
        return True
    prose = [block for block in _own_blocks(page, row, head, main) if block.is_prose]
    if (head.tag == "h1" or head.linked > 0.8) and len(prose) >= _FULL_PARAGRAPHS:
        return True
    if are_siblings(head, main) or alike(head, main):
        return True
    if any(parent.tag == "article" for parent in ancestors(head.node)) and _has_time(row, head):
        return True
    return _role(row, row[0], head) is Role.RELATED


def _has_time(row: Sequence[Block], head: Block) -> bool:
    near = row[max(0, head.place - 1) : head.place + _HEADER_BLOCKS]
    return any(block.node.css_first("time") is not None or block.tag == "time" for block in near)


def _stands(blocks: Sequence[Block], *, alone: bool) -> bool:
    """Tell whether the main article has text before the next one begins.

    Where several follow, one paragraph is enough: aggregators cut.
    """
    return _is_full(blocks) or (not alone and _longest(blocks) >= _BRIEF)


def _longest(blocks: Sequence[Block]) -> int:
    return max((len(block.text) for block in blocks if block.is_prose), default=0)


def _own_blocks(page: Page, row: Sequence[Block], head: Block, main: Block) -> Sequence[Block]:
    """Return the blocks that are the heading's own: those of its box, or its stretch of the row.

    A heading in a box without text owns the row only where it is surely a headline: otherwise
    a promotion inside a report would take the rest of the report.
    """
    own = row[head.place + 1 : _own_end(row, head)]
    box = _largest_box(head, [main.node, *_prose_before(row, head)])
    if box is None:
        return own
    inside = {block.node.mem_id for block in blocks_of(box)}
    boxed = [block for block in own if block.node.mem_id in inside]
    if any(block.is_prose for block in boxed):
        return boxed
    sure = head.tag == main.tag == "h1" or node_for(page, heading_text(head.node)) is not None
    return own if sure else ()


def _main_head(row: Sequence[Block], heads: Sequence[Block], title: str) -> Block | None:
    """Return the heading that says the title, the last of it where it is said twice at once."""
    wanted = words(title)
    same = [head for head in heads if words(heading_text(head.node)) == wanted]
    if same:
        return _without_repeats(row, same)[0]
    return next((head for head in heads if head.tag == "h1"), None)


def _without_repeats(row: Sequence[Block], heads: Sequence[Block]) -> list[Block]:
    """Drop a headline that is shown again before any of its text, and keep the later one."""
    kept: list[Block] = []
    for head in heads:
        same = bool(kept) and words(kept[-1].text) == words(head.text)
        if same and not any(block.is_prose for block in row[kept[-1].place : head.place]):
            kept.pop()
        kept.append(head)
    return kept


def _own_end(row: Sequence[Block], head: Block) -> int:
    """Return the place of the next heading of the same or a higher rank."""
    following = (block for block in row[head.place + 1 :] if block.tag in HEADINGS)
    same = words(head.text)
    return next(
        (block.place for block in following if block.tag <= head.tag and words(block.text) != same),
        len(row),
    )


def _is_marked(page: Page, row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a later heading opens another article rather than a section of this one."""
    own_words = words(heading_text(head.node))
    if (
        len(own_words) < 3
        or (head.text.isupper() and len(own_words) < 5)
        or _RELATED.match(head.text)
    ):
        return False
    if own_words[-1] in ("follow", "author") or own_words == words(heading_text(main.node)):
        return False
    node = node_for(page, heading_text(head.node))
    if node is not None and ("datePublished" in node or "author" in node):
        return True
    if not _opens_own_box(head, main):
        return False
    return _has_header(row, head, main) or same_box_kind(head, main) or are_siblings(head, main)


def _opens_own_box(head: Block, main: Block) -> bool:
    """Tell whether the heading is the first of an element that does not hold the main one.

    In a flat row of blocks there are no boxes: there an <h1> like the main one, or a linked
    headline, stands for it.
    """
    box = _box(head, main)
    if box is None:
        return head.tag == main.tag == "h1" or head.linked > 0.8
    first = box.css_first("h1, h2, h3, h4")
    return first is not None and words(heading_text(first)) == words(heading_text(head.node))


def _box(head: Block, main: Block) -> LexborNode | None:
    """Return the largest element around a heading, with text in it, that lacks the main one."""
    outside = {parent.mem_id for parent in ancestors(main.node)}
    best = None
    for parent in ancestors(head.node):
        if parent.mem_id in outside:
            break
        if parent.css_first("p, div") is not None or parent.tag == "article":
            best = best or parent
    return best


def _has_header(row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a time, or an outlet and a time, stands right beside the headline.

    Before it only where the main one has it there too: elsewhere that line ends what precedes.
    """
    for block in row[head.place + 1 : head.place + 1 + _HEADER_BLOCKS]:
        if _is_header_line(block):
            return True
        if block.is_prose or (block.tag in HEADINGS and words(block.text) != words(head.text)):
            break
    before = [row[one.place - 1] for one in (head, main) if one.place]
    return len(before) == 2 and all(map(_is_header_line, before))


def _is_header_line(block: Block) -> bool:
    if len(block.text) > 90 or block.tag in HEADINGS:
        return False
    if block.node.tag == "time" or block.node.css_first("time") is not None:
        return True
    if looks_like_time(block.text) or (len(block.text) < 60 and _BY.match(block.text)):
        return True
    spans = find_times(block.text)
    if not spans or block.text.rstrip().endswith((".", "?", "!", ":")):
        return False
    rest = block.text[: spans[0].start] + " " + block.text[spans[-1].end :]
    return bool(class_words(block.node) & _MARKS) or len(words(rest)) <= _OUTLET_WORDS


def _is_full(blocks: Sequence[Block]) -> bool:
    prose = [block for block in blocks if block.is_prose]
    size = sum(len(block.text) for block in prose)
    if not prose or (_TEASER_END.search(prose[-1].text) and len(prose) == 1):
        return False
    return size >= _FULL_TEXT or (len(prose) >= _FULL_PARAGRAPHS and size >= _SHORT_TEXT)


def _parts(row: Sequence[Block], starts: Sequence[Block]) -> list[Part]:
    """Return the parts after the main one: what remains of the page is the main one's."""
    parts: list[Part] = []
    for place, head in enumerate(starts[1:], 1):
        end = _own_end(row, head)
        if place + 1 < len(starts):
            end = min(end, starts[place + 1].place)
        own = _to_next_label(row[head.place + 1 : end])
        unit = _unit(row, head, starts)
        if unit is not None and not _holds_most(unit, own):
            unit = None
        role = _role(row, starts[place - 1], head)
        if role is Role.NEXT and parts and parts[-1].role is Role.RELATED and unit is not None:
            role = _role_like(parts[-1], head)
        parts.append(
            Part(title=heading_text(head.node), heading=head.node, role=role, unit=unit, blocks=own)
        )
    return parts


def _unit(row: Sequence[Block], head: Block, starts: Sequence[Block]) -> LexborNode | None:
    """Return the largest element that holds this headline and nothing of another article."""
    others = [other.node for other in starts if other is not head]
    labels = [block.node for block in row[: head.place] if block.tag in HEADINGS]
    return _largest_box(head, [*others, *labels, *_prose_before(row, head)])


def _largest_box(head: Block, foreign: Sequence[LexborNode]) -> LexborNode | None:
    outside = {parent.mem_id for node in foreign for parent in ancestors(node)}
    best = None
    for parent in ancestors(head.node):
        if parent.mem_id in outside or parent.tag in ("body", "html"):
            break
        best = parent
    return best


def _prose_before(row: Sequence[Block], head: Block) -> list[LexborNode]:
    """Return the paragraphs before a headline: an article has none above its own."""
    return [block.node for block in row[: head.place] if block.is_prose]


def _holds_most(unit: LexborNode, own: Sequence[Block]) -> bool:
    inside = {block.node.mem_id for block in blocks_of(unit)}
    prose = [block for block in own if block.is_prose]
    held = [block for block in prose if block.node.mem_id in inside]
    size, all_size = (sum(len(block.text) for block in some) for some in (held, prose))
    return size * 2 > all_size and _is_full(held)


def _to_next_label(own: Sequence[Block]) -> tuple[Block, ...]:
    """Cut a row of blocks where a label such as "Related" opens something else."""
    kept: list[Block] = []
    for block in own:
        if _RELATED.match(block.text) and len(block.text) < 60 and not block.is_prose:
            break
        kept.append(block)
    return tuple(kept)


def _role_like(before: Part, head: Block) -> Role:
    """A list goes on: the headline after a related one of the same kind is related too."""
    return Role.RELATED if before.heading.tag == head.tag else Role.NEXT


def _role(row: Sequence[Block], before: Block, head: Block) -> Role:
    """Tell an article of a related list from the next one of an endless page."""
    for parent in ancestors(head.node):
        if parent.tag in ("body", "html"):
            break
        if class_words(parent) & _RELATED_WORDS:
            return Role.RELATED
    labels = row[before.place + 1 : head.place]
    if any(_RELATED.match(block.text) and len(block.text) < 60 for block in labels):
        return Role.RELATED
    return Role.NEXT
