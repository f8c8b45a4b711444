"""Several articles on one page: where each begins and which blocks are its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.pages.head_lines import (
    HeaderLines,
    header_lines,
    is_label,
    label_between,
    may_have_header,
    time_above,
)
from wireroom.engine.pages.heads import (
    Head,
    Row,
    headings_of,
    headline_of,
    is_chrome,
    main_head,
    naming_words,
)
from wireroom.engine.pages.kin import Kinship, kinship, own_box
from wireroom.engine.pages.page import Page, node_for
from wireroom.engine.pages.region import Span
from wireroom.engine.pages.sheet import Block, Element
from wireroom.engine.pages.structured import types_of
from wireroom.engine.text.words import words
from wireroom.engine.types import Role

# A report in full rather than a teaser: an excerpt has one short paragraph.
_FULL_TEXT: Final = 300
_LONG_TEXT: Final = 1_000
_SHORT_TEXT: Final = 160  # in two paragraphs
_BRIEF: Final = 120  # the one paragraph of an aggregator's cut report
_LINKED_TEXT: Final = 600  # under a headline that leads away, which a teaser's does
_LINES_AFTER: Final = 4  # below a teaser, in which it says where to read on
_LONGEST_LINK: Final = 40
_FEWEST_SENTENCES: Final = 2
_SENTENCES: Final = re.compile(r"[.!?؟。！？…][\"'”’»)\]]*(?=\s|$)|[。！？]")
_NUMBERED: Final = re.compile(r"^\W*[\d\u0660-\u0669]{1,3}\s?[.):]\s")
_TEASER_END: Final = re.compile(
    r"(?:…|\.\.\.|\[…\]|read more|continue reading|mehr lesen|weiterlesen|lire la suite|"
    r"المزيد)\W*$",
    re.IGNORECASE,
)
_RELATED: Final = frozenset(["related", "recommended", "recommendation", "recommendations",
                             "similar", "more"])  # fmt: skip
_FOLLOW: Final = frozenset(["follow", "author"])
_MOST_PARTS: Final = 60
_MOST_HEADS: Final = 150  # looked at closely; each costs a walk up the page
_LEAST: Final = 3.0  # evidence that a heading opens another article
_LEAST_ALONE: Final = 3.5  # where only one heading does


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One further article of a page: its headline, its role, and the blocks that it owns."""

    title: str
    heading: Element
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class _Start:
    """A heading that may open an article, and what speaks for it."""

    head: Head
    box: Element
    end: int
    known: bool  # to JSON-LD
    header: HeaderLines
    kin: Kinship
    listed: bool  # under a label such as "Related"
    mirrored: bool = False  # its header tells what the main one's tells
    weight: float = 0.0

    @property
    def first(self) -> int:
        """The place of the first block that it owns."""
        return self.box.first_block


def split_page(page: Page, *, title: str) -> tuple[Part, ...]:
    """Return the further articles that a page holds in full, nothing where it holds one.

    `title` is the headline of the page's main article. Another one begins at a heading that
    is followed by text in full and has a header of its own, a box like the main one's or its
    own JSON-LD: headings inside a report have none of these, teasers hold no full text. Spans
    are in page order and do not overlap. Time is linear in the page.
    """
    sheet = page.sheet
    heads = headings_of(sheet)
    if len(heads) < 2 or _is_live(page):
        return ()
    main = main_head(sheet, heads, title)
    if main is None:
        return ()
    later = [head for head in heads if head.first >= main.last]
    if not later:
        return ()
    row = Row(sheet, later, main)
    starts = _chosen(row, _candidates(page, row))
    return tuple(_parts(row, starts[:_MOST_PARTS]))


def _is_live(page: Page) -> bool:
    return any("LiveBlogPosting" in types_of(node) for node in page.structured.articles)


def _candidates(page: Page, row: Row) -> list[_Start]:
    """Return the headings with text in full under them that something speaks for.

    The cheap test comes first: most headings of a page have no prose of their own.
    """
    found: list[_Start] = []
    looked = 0
    ends = _row_ends(row)
    may_be_known = len(page.structured.articles) > 1
    for head, end in zip(row.heads, ends, strict=True):
        if looked >= _MOST_HEADS:
            break
        if row.prose(head.last, end) < _BRIEF:
            continue
        if not (may_be_known or head.tag == "h1" or may_have_header(row, head)):
            continue
        if not _may_open(row, head):
            continue
        looked += 1
        start = _backed(page, row, head, end, found[-1] if found else None)
        if start is not None:
            found.append(start)
    if not found:
        return found
    main = header_lines(row, row.main, sure=True)
    mirrored = [replace(one, mirrored=bool(main) and one.header == main) for one in found]
    return [replace(one, weight=_weight(row, one)) for one in mirrored]


def _row_ends(row: Row) -> list[int]:
    """Return for each heading where the next one of its rank or a higher begins.

    The headline may be said twice: the same words end nothing.
    """
    ends: list[int] = []
    open_: list[tuple[str, str, int]] = []  # rank, text, first place: of what follows
    for head in reversed(row.heads):
        while open_ and open_[-1][0] > head.tag:
            open_.pop()
        following = next((one for one in reversed(open_) if one[1] != head.text), None)
        ends.append(following[2] if following else len(row.sheet.blocks))
        open_.append((head.tag, head.text, head.first))
        if len(open_) > _MOST_HEADS:
            del open_[0]
    return ends[::-1]


def _may_open(row: Row, head: Head) -> bool:
    """Tell whether a heading reads like a headline: no label, no number, not the main one."""
    text = head.text
    spaces = text.count(" ")
    if (spaces < 2 and text.isascii()) or (spaces < 4 and text.isupper()) or is_label(text):
        return False
    return not (_NUMBERED.match(text) or is_chrome(row.sheet, head, row.main))


def _says_another(row: Row, head: Head) -> bool:
    """Tell whether a heading's words are a headline's, and another one than the main one's."""
    said = words(headline_of(row.sheet, head))
    if len(said) < 3 or said[-1] in _FOLLOW:
        return False
    return said != words(headline_of(row.sheet, row.main))


def _backed(page: Page, row: Row, head: Head, end: int, before: _Start | None) -> _Start | None:
    """Return a heading with what speaks for it, None where nothing does."""
    known = _is_known(page, row, head)
    kin = kinship(row, head)
    header = header_lines(row, head, sure=bool(kin) or head.tag == row.main.tag == "h1")
    if not header and time_above(row, head) and time_above(row, row.main):
        header = replace(header, times=True)
    if not (known or header or (kin.siblings and head.tag == "h1")):
        return None
    if not _says_another(row, head):
        return None
    box = own_box(row, head)
    listed = _is_listed(row, head, box, kin) or _goes_on(before, head, header)
    return _Start(head, box, end, known, header, kin, listed)


def _goes_on(before: _Start | None, head: Head, header: HeaderLines) -> bool:
    """Tell whether a heading is of one kind with the one before, which stands in a list."""
    if before is None or not before.listed:
        return False
    return (before.head.tag, before.header) == (head.tag, header)


def _is_known(page: Page, row: Row, head: Head) -> bool:
    if len(page.structured.articles) < 2:
        return False
    node = node_for(page, headline_of(row.sheet, head))
    return node is not None and ("datePublished" in node or "author" in node)


def _weight(row: Row, start: _Start) -> float:
    head, header, kin = start.head, start.header, start.kin
    first, last = _stretch(row, start)
    boxed = start.box.last_block >= last
    weight = 4.0 * start.known + 1.5 * header.times + 1.0 * header.names + 0.5 * header.outlet
    weight += 1.5 * kin.siblings + 1.0 * kin.alike + 1.0 * kin.same_box + 0.5 * kin.same_heading
    weight += 0.5 * boxed + 1.0 * (head.tag == row.main.tag == "h1")
    weight += 0.5 * (row.prose(first, last) >= _LONG_TEXT)
    weight += 1.0 * start.mirrored + 0.5 * start.listed
    weight += 1.0 * (header.times and start.box.tag == "article" and not kin.siblings)
    return weight


def _stretch(row: Row, start: _Start) -> Span:
    """Return the blocks under a heading up to the next one, not beyond its box if that has text.

    A heading in a box without text owns the row only where it is surely a headline: otherwise
    a promotion inside a report would take the rest of the report.
    """
    head, box = start.head, start.box
    if row.prose(head.last, box.last_block) >= _BRIEF:
        return head.last, min(box.last_block, start.end)
    if box.last_block > head.last and not _is_sure(row, start):
        return head.last, box.last_block
    return head.last, start.end


def _chosen(row: Row, found: Sequence[_Start]) -> list[_Start]:
    """Return the starts that hold; the others' text stays the main article's."""
    sound = [one for one in found if one.weight >= _LEAST and not _is_teaser(row, one)]
    full = [one for one in sound if _is_full(row, one)]
    tags = {(one.head.tag, one.header) for one in full}
    # A list is of one kind: where one of it is a report, a single paragraph is a cut one.
    alike = [one for one in sound if one in full or (one.head.tag, one.header) in tags]
    chosen = _without_standfirsts(row, alike)
    while chosen and not _stands(row, chosen):
        chosen.pop(0)  # a standfirst, or a box between the headline and its report
    if len(chosen) == 1 and (_is_doubtful(chosen[0]) or _outweighs(row, chosen[0])):
        return []
    return chosen


def _without_standfirsts(row: Row, starts: Sequence[_Start]) -> list[_Start]:
    """Drop a heading that stands between a headline and its text: a standfirst set as one.

    Of two of one rank the later one is the headline.
    """
    kept: list[_Start] = []
    for start in starts:
        if kept and row.prose(kept[-1].head.last, start.head.first) == 0:
            if start.head.tag > kept[-1].head.tag:
                continue
            kept.pop()
        kept.append(start)
    return kept


def _is_doubtful(start: _Start) -> bool:
    """Tell whether a lone further headline has little more than a date: sections have dates."""
    return start.weight < _LEAST_ALONE and not start.kin and not start.listed


def _is_teaser(row: Row, start: _Start) -> bool:
    """Tell whether a heading is followed by the beginning of a report that stands elsewhere."""
    first, last = _stretch(row, start)
    size = row.prose(first, last)
    if start.known and size >= _FULL_TEXT:
        return False
    if _leads_away(row, start.head) and size < _LINKED_TEXT and not start.header.outlet:
        return True
    prose = row.prose_blocks(first, last)
    if size < _LONG_TEXT and prose and _ends_early(row, prose[-1], last):
        return True
    return sum(len(_SENTENCES.findall(block.text)) for block in prose) < _FEWEST_SENTENCES


def _ends_early(row: Row, block: Block, last: int) -> bool:
    """Tell whether a paragraph breaks off, or a line after it says where to read on."""
    after = row.sheet.blocks[block.place + 1 : min(last, block.place + 1 + _LINES_AFTER)]
    short = [one.text for one in after if len(one.text) < _LONGEST_LINK and one.linked]
    return any(_TEASER_END.search(text) for text in (block.text, *short))


def _is_full(row: Row, start: _Start) -> bool:
    """Tell whether the text under a heading is more than an excerpt."""
    first, last = _stretch(row, start)
    size = row.prose(first, last)
    if size >= _FULL_TEXT or start.known:
        return True
    if start.header.outlet and start.mirrored:
        return True
    several = len(row.prose_blocks(first, last)) > 1
    return several and (start.header.outlet or not _is_doubtful(start))


def _leads_away(row: Row, head: Head) -> bool:
    """Tell whether a headline is a link, as a teaser's is."""
    blocks = row.sheet.blocks[head.first : head.last]
    return 10 * sum(block.linked for block in blocks) > 8 * len(head.text)


def _stands(row: Row, starts: Sequence[_Start]) -> bool:
    """Tell whether the main article has text before the next one begins.

    Where several follow, one paragraph is enough: aggregators cut.
    """
    first, last = row.main.last, starts[0].first
    size = row.prose(first, last)
    if size >= _FULL_TEXT or (len(starts) > 1 and size >= _BRIEF):
        return True
    return size >= _SHORT_TEXT and len(row.prose_blocks(first, last)) > 1


def _outweighs(row: Row, start: _Start) -> bool:
    """Tell whether a lone further headline holds the page's report and the main one does not."""
    first, last = _stretch(row, start)
    own, rest = row.prose(row.main.last, start.first), row.prose(first, last)
    return own < _FULL_TEXT and own * 4 < rest and not header_lines(row, row.main, sure=True)


def _parts(row: Row, starts: Sequence[_Start]) -> list[Part]:
    """Return the parts: each ends with its box, or where the next heading of its rank begins."""
    parts: list[Part] = []
    for place, start in enumerate(starts):
        limit = starts[place + 1].first if place + 1 < len(starts) else len(row.sheet.blocks)
        span = _span(row, start, limit)
        role = Role.RELATED if start.listed else Role.NEXT
        if parts and parts[-1].role is Role.RELATED and parts[-1].heading.tag == start.head.tag:
            role = Role.RELATED  # a list goes on
        parts.append(
            Part(
                title=headline_of(row.sheet, start.head),
                heading=start.head.element,
                role=role,
                span=span,
            )
        )
    return parts


def _span(row: Row, start: _Start, limit: int) -> Span:
    """Return the blocks of a part: its box, or the row up to `limit` if its text stands there."""
    box = own_box(row, start.head, end=limit)
    end = min(limit, start.end, _home_end(row, box))
    boxed = row.prose(start.head.last, box.last_block)
    if boxed >= _BRIEF and not (
        _is_sure(row, start) and boxed * 2 < row.prose(box.last_block, end)
    ):
        return box.first_block, box.last_block
    return box.first_block, max(end, box.last_block)


def _home_end(row: Row, box: Element) -> int:
    """Return where the element ends in which a box is one of several."""
    return row.sheet.elements[box.parent].last_block if box.parent >= 0 else box.last_block


def _is_sure(row: Row, start: _Start) -> bool:
    """Tell whether a heading is a headline, whatever its box holds."""
    return start.known or (start.head.tag == row.main.tag == "h1" and not start.listed)


def _is_listed(row: Row, head: Head, box: Element, kin: Kinship) -> bool:
    """Tell whether a heading stands in a list of further reading, by its boxes or a label.

    A label above an <article> beside the main one ends what stands before it.
    """
    for parent in (box, *row.sheet.ancestors(head.element.place)):
        if parent.first_block <= row.main.first:
            break
        attributes = parent.attributes
        naming = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if naming != " " and not _RELATED.isdisjoint(naming_words(naming)):
            return True
    if kin.siblings or head.tag == "h1":
        return False
    return label_between(row, row.main.last, box.first_block)
