"""A dump cut into articles: which prose belongs to which headline, and what goes with them."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from wireroom.engine.pages.dump.heads import Gap, Head, find_heads, likeliest_head
from wireroom.engine.pages.dump.hushed import find_hushed
from wireroom.engine.pages.dump.labels import Label, ends_page
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.stems import shared_share
from wireroom.engine.pages.dump.teasers import Teaser, find_teasers
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.text.direction import direction_of


@dataclass(slots=True)
class Segment:
    """One article in the making: indexes of its headline block, its body and its tail.

    `is_likely` marks a report that the classifiers found on a copied page.
    """

    head: Head | None
    block: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)
    is_likely: bool = False


def cut_segments(lines: list[Line]) -> list[Segment]:
    """Return the articles in page order; headlines without prose are left out."""
    hushed = find_hushed(lines)
    teasers = find_teasers(lines, hushed)
    hushed |= {teaser.text for teaser in teasers}
    segments = [Segment(None)]
    has_ended = False
    for gap in _gaps(lines, hushed):
        heads = find_heads(lines, gap)
        has_ended = not heads and (has_ended or _ends(lines[gap.start : gap.end], segments[-1]))
        _add_gap(lines, segments, gap, heads, hushed)
        if not heads:
            _fill_body(lines, segments[-1], gap, hushed)
        if not has_ended:
            segments[-1].body += _prose_from(lines, gap.end, hushed)
    found = _joined(_paired(lines, segments)) or _untitled(lines, segments[0])
    dated = [_listed(lines, teaser) for teaser in teasers if teaser.time is not None]
    return sorted([*found, *dated], key=lambda segment: segment.body[0]) if found else []


def _joined(segments: list[Segment]) -> list[Segment]:
    """Join a report to the standfirst above it where the headline is said again between them."""
    joined: list[Segment] = []
    for segment in segments:
        above = joined[-1] if joined else None
        is_same = above and above.head and segment.head and above.head.title == segment.head.title
        if above and is_same and len(above.body) <= _LONGEST_STANDFIRST:
            above.block = [*above.block, *above.tail, *segment.block]
            above.body, above.tail = [*above.body, *segment.body], segment.tail
        else:
            joined.append(segment)
    return joined


def _ends(gap: list[Line], segment: Segment) -> bool:
    """Tell whether the page says whose it is: what stands below, but for headlines, is its own."""
    ends = (line.label is Label.FURNITURE and ends_page(line.text) for line in gap)
    return bool(segment.body) and any(ends)


def _listed(lines: list[Line], teaser: Teaser) -> Segment:
    """Return what a list tells of a further report: its headline, a sentence, its time."""
    title = lines[teaser.title]
    head = Head(title.text, teaser.title, teaser.title, teaser.title, 0)
    return Segment(head, [teaser.title], [teaser.text], [teaser.time] if teaser.time else [])


def _untitled(lines: list[Line], front: Segment) -> list[Segment]:
    """Take the likeliest line of the first gap for a headline when no line has signs enough."""
    if not front.body or front.body[0] == 0:
        return []
    first, text = front.body[0], _text(lines, front.body)
    head = likeliest_head(lines, Gap(0, first, True, text, ""))
    if any(line.label is Label.AUTHOR_LIST for line in lines[first:]):
        head = head or Head(lines[first - 1].text, first - 1, first - 1, first - 1, 0)
    elif len(text) < _SHORTEST_UNTITLED:
        head = None
    if head is None:
        return []
    return [Segment(head, list(range(head.start, first)), front.body, front.tail)]


# Less prose than this under a line without any sign of a headline is a notice.
_SHORTEST_UNTITLED: Final = 200


def _is_body(lines: list[Line], index: int, hushed: set[int]) -> bool:
    return lines[index].kind is Kind.PROSE and index not in hushed


def _prose_from(lines: list[Line], start: int, hushed: set[int]) -> list[int]:
    end = start
    while end < len(lines) and _is_body(lines, end, hushed):
        end += 1
    return list(range(start, end))


def _gaps(lines: list[Line], hushed: set[int]) -> list[Gap]:
    """Return every stretch without prose, an empty one before prose that opens the dump."""
    stops = [index for index in range(len(lines)) if _is_body(lines, index, hushed)]
    starts = [0, *(index + 1 for index in stops)]
    ends = [*stops, len(lines)]
    spans = [(a, b) for a, b in zip(starts, ends, strict=True) if b > a or a == 0]
    first = next((span for span in spans if span[1] > span[0]), None)
    ends_with = {run[-1]: run for run in _runs(stops)}
    gaps = []
    for start, end in spans:
        before = ends_with.get(start - 1, [])
        is_first = (start, end) == first
        gaps.append(Gap(start, end, is_first, _prose_after(lines, end), _text(lines, before)))
    return gaps


# A standfirst or an advert may stand between a headline and the text that repeats its words.
_LINES_LOOKED_AT: Final = 30


def _prose_after(lines: list[Line], start: int) -> str:
    """Return the prose that begins at a line, over small gaps, up to the next section."""
    prose: list[str] = []
    for line in lines[start : start + _LINES_LOOKED_AT]:
        if line.label in (Label.RELATED, Label.NEXT) or line.is_repeated:
            break
        if line.kind is Kind.PROSE:
            prose.append(line.text)
    return "\n".join(prose)


def _runs(stops: list[int]) -> list[list[int]]:
    runs: list[list[int]] = [[stops[0]]] if stops else []
    for above, below in pairwise(stops):
        if below == above + 1:
            runs[-1].append(below)
        else:
            runs.append([below])
    return runs


def _text(lines: list[Line], run: list[int]) -> str:
    return "\n".join(lines[index].text for index in run[:40])


def _add_gap(
    lines: list[Line], segments: list[Segment], gap: Gap, heads: list[Head], hushed: set[int]
) -> None:
    tail_end = heads[0].start if heads else gap.end
    tail = [index for index in range(gap.start, tail_end) if index not in hushed]
    if heads:
        _fill_body(
            lines, segments[-1], Gap(gap.start, tail_end, False, "", gap.prose_before), hushed
        )
    if not heads and _is_byline_gap(lines, segments[-1], gap):
        segments[-1].block += tail
    else:
        segments[-1].tail += tail
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        end = following.start if following else gap.end
        segments.append(Segment(head, list(range(head.start, end))))


# An Arabic paragraph often ends without a full stop; shorter lines are subheads and buttons.
_SHORTEST_UNSTOPPED: Final = 50


def _fill_body(lines: list[Line], segment: Segment, gap: Gap, hushed: set[int]) -> None:
    """Take lists and unstopped paragraphs that stand right below prose into the body."""
    if not segment.body or segment.body[-1] != gap.start - 1:
        return
    for index in range(gap.start, gap.end):
        line = lines[index]
        is_list = line.kind is Kind.BULLET and bool(gap.prose_after)
        if line.label is Label.FURNITURE and index == gap.start:
            continue  # one advert or button between two paragraphs
        if index in hushed or not (is_list or _is_unstopped(line)):
            break
        segment.body.append(index)


def _is_unstopped(line: Line) -> bool:
    if line.kind is not Kind.SHORT or line.is_repeated or line.is_heading:
        return False
    if line.text.endswith((",", ";", "،", "؛")):
        return True
    return len(line.text) >= _SHORTEST_UNSTOPPED and direction_of(line.text) == "rtl"


# A standfirst has a sentence or two.
_LONGEST_STANDFIRST: Final = 2


def _is_byline_gap(lines: list[Line], segment: Segment, gap: Gap) -> bool:
    """Tell whether the gap is the byline that stands between a standfirst and its report."""
    if not segment.head or not gap.prose_after or len(segment.body) > _LONGEST_STANDFIRST:
        return False
    if any(_is_signed(lines[index]) for index in segment.block):
        return False
    between = lines[gap.start : gap.end]
    if any(line.label in (Label.RELATED, Label.NEXT, Label.INLINE) for line in between):
        return False
    return any(line.kind is Kind.HEADER for line in between[:_BYLINE_LINES])


_BYLINE_LINES: Final = 6


def _is_signed(line: Line) -> bool:
    return bool(line.header and (line.header.authors or line.header.names or line.header.byline))


def _paired(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """Give prose that stands before every headline to the headline it belongs to.

    A page whose text was copied from the middle has its first report above its headline:
    then the n-th stretch of prose goes with the n-th headline.
    """
    front, heads = segments[0], segments[1:]
    if front.body and heads:
        empty = next((n for n, segment in enumerate(heads) if not segment.body), None)
        if empty is None or not _follows(lines, front, heads[0]):
            _settle_front(lines, front, heads[0])
        else:
            bodies = [front.body, *(segment.body for segment in heads[:empty])]
            for segment, body in zip(heads, bodies, strict=False):
                segment.body = body
    return [segment for segment in heads if segment.body]


# A headline repeats words of its report; with fewer in common it is another's.
_OWN_SHARE: Final = 0.25


def _follows(lines: list[Line], front: Segment, first: Segment) -> bool:
    text = _text(lines, front.body)
    return first.head is not None and shared_share(first.head.title, text) >= _OWN_SHARE


def _settle_front(lines: list[Line], front: Segment, first: Segment) -> None:
    """Prose above a headline that has its own text is its opening, or furniture."""
    text = _text(lines, front.body)
    if first.head and shared_share(first.head.title, text) >= 0.5:
        first.body = front.body + first.body
