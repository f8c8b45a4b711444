"""Several articles on one page: where each begins and what belongs to it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

from wireroom.engine.pages.blocks import HEADINGS, Block, blocks_of, stands_in_report
from wireroom.engine.pages.dom import ancestors, attribute, class_words
from wireroom.engine.pages.headline import heading_text
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
    if len(full) == 1 and not _is_surely_another(page, row, full[0], main):
        return [main]
    return [main, *full]


def _has_evidence(page: Page, row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a headline has a header of its own and several sentences under it.

    A header: a time or a byline beside it, or its own JSON-LD. A linked headline over a single
    paragraph is a teaser, however long. In doubt a page is left whole.
    """
    known = node_for(page, heading_text(head.node)) is not None
    if not known and not _has_header(row, head):
        return False
    prose = [block for block in _own_blocks(page, row, head, main) if block.is_prose]
    if not known and len(prose) < _FULL_PARAGRAPHS and _leads_away(head):
        return False
    return known or sum(len(_SENTENCES.findall(block.text)) for block in prose) >= _FEWEST_SENTENCES


def _leads_away(head: Block) -> bool:
    return head.linked > 0.8 or any(parent.tag == "a" for parent in ancestors(head.node))


def _is_surely_another(page: Page, row: Sequence[Block], head: Block, main: Block) -> bool:
    """Tell whether a single further headline has more than a date beside it.

    Sections of guides and calendars have dates; several of one kind would be a list.
    """
    if head.tag == "h1" or head.linked > 0.8 or node_for(page, heading_text(head.node)):
        return True
    if _are_siblings(head, main) or _alike(head, main):
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
    if own_words == words(heading_text(main.node)):
        return False
    node = node_for(page, heading_text(head.node))
    if node is not None and ("datePublished" in node or "author" in node):
        return True
    if not _opens_own_box(head, main):
        return False
    return _has_header(row, head) or _same_box_kind(head, main) or _are_siblings(head, main)


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


def _same_box_kind(head: Block, main: Block) -> bool:
    """Tell whether both headlines are <h1> in boxes of one kind: the mark of endless pages."""
    if head.tag != "h1" or main.tag != "h1":
        return False
    own, shared = _named_box(head.node), _named_box(main.node)
    if own is None or shared is None or own.mem_id == shared.mem_id:
        return False
    same = own.tag == shared.tag and attribute(own, "class") == attribute(shared, "class")
    return same and (own.tag == "article" or bool(attribute(own, "class")))


def _are_siblings(head: Block, main: Block) -> bool:
    """Tell whether both headlines stand in <article> elements side by side."""
    own, shared = _own_article(head.node), _own_article(main.node)
    if own is None or shared is None or own.mem_id == shared.mem_id:
        return False
    mine, theirs = own.parent, shared.parent
    return mine is not None and theirs is not None and mine.mem_id == theirs.mem_id


def _alike(head: Block, main: Block) -> bool:
    """Tell whether both headlines stand in neighbouring boxes of one tag and class."""
    shared = {parent.mem_id for parent in ancestors(main.node)}
    own = _below(head.node, shared)
    home = own.parent if own is not None else None
    if own is None or home is None or not attribute(own, "class"):
        return False
    other = _below(main.node, {home.mem_id})
    return (
        other is not None
        and other.tag == own.tag
        and attribute(other, "class").split()[:1] == attribute(own, "class").split()[:1]
    )


def _below(node: LexborNode, tops: Collection[int]) -> LexborNode | None:
    """Return the ancestor of a node, or itself, right below the first of `tops`."""
    below = node
    for parent in ancestors(node):
        if parent.mem_id in tops:
            return below
        below = parent
    return None


def _own_article(node: LexborNode) -> LexborNode | None:
    return next((parent for parent in ancestors(node) if parent.tag == "article"), None)


def _named_box(node: LexborNode) -> LexborNode | None:
    """Return the nearest ancestor that is more than a header around a headline."""
    for parent in ancestors(node):
        if parent.tag == "article" or len(parent.css("p")) >= _FULL_PARAGRAPHS:
            return parent
    return None


def _has_header(row: Sequence[Block], head: Block) -> bool:
    """Tell whether a time, or an outlet and a time, stands right beside the headline."""
    for block in row[head.place + 1 : head.place + 1 + _HEADER_BLOCKS]:
        if _is_header_line(block):
            return True
        if block.is_prose or (block.tag in HEADINGS and words(block.text) != words(head.text)):
            break
    before = row[head.place - 1] if head.place else None
    return before is not None and _is_header_line(before)


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
    return _largest_box(head, [*others, *_prose_before(row, head)])


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
