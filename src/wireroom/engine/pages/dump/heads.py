"""Headlines found between stretches of prose, scored by what stands around them."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.credit import read_opening
from wireroom.engine.pages.dump.labels import Label, counts_followers
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import OUTLET_WORDS
from wireroom.engine.pages.dump.stems import shared_share, shared_words, stems
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.types import TimeFrom

# Scores were set so that one strong sign (said twice, outlet and time beside it) or three weak
# ones make a headline, on the invented dumps of tests/engine/pages_dump.
_ENOUGH: Final = 3
_NAME_WORDS: Final = 5
_NAME_LENGTH: Final = 45
_FEWEST_TITLE_WORDS: Final = 3
_LONGEST_TITLE: Final = 300
_LONGEST_WORD: Final = 12
# Share of a headline's words that its own report repeats; strangers stay below.
_RELATED_SHARE: Final = 0.3
_STRANGER_SHARE: Final = 0.15
_OWN_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines without prose, [start, end), between two stretches of it."""

    start: int
    end: int
    is_first: bool
    prose_after: str
    prose_before: str


@dataclass(frozen=True, slots=True)
class Head:
    """A headline: its text, its first and last line, and the lines its block begins with."""

    title: str
    start: int
    first: int
    last: int
    score: int


def find_names(lines: list[Line], gap: Gap) -> set[int]:
    """Return the lines that name an outlet or author: short, beside a line that is a time."""
    names: set[int] = set()
    for index in range(gap.start, gap.end):
        if not lines[index].is_time:
            continue
        is_byline = index > gap.start and _is_dated_byline(lines[index - 1], lines[index])
        for neighbour in (index - 1,) if is_byline else (index - 1, index + 1):
            if gap.start <= neighbour < gap.end and _is_name(lines, neighbour, gap):
                names.add(neighbour)
                break
    names |= {
        index - 1
        for index in range(gap.start + 1, gap.end)
        if counts_followers(lines[index].text) and lines[index - 1].kind is Kind.SHORT
    }
    names |= {
        index
        for index in range(gap.start, gap.end)
        if lines[index].is_repeated and canonical_agency(lines[index].text)
    }
    names |= {
        index
        for index in range(max(1, gap.start), gap.end - 2)
        if _is_logo(lines[index - 1 : index + 3])
    }
    names |= {index for index in range(gap.start, gap.end - 1) if _is_outlet_over(lines, index)}
    named = {lines[index].key for index in names}
    return names | {i for i in range(gap.start, gap.end) if lines[i].key in named and lines[i].key}


def _is_outlet_over(lines: list[Line], index: int) -> bool:
    """Tell whether an outlet's name stands right over a headline."""
    line, below = lines[index], lines[index + 1]
    if line.kind is not Kind.SHORT or below.kind is not Kind.SHORT:
        return False
    words = [word for word in line.text.split() if word.casefold() not in _MENU_WORDS]
    is_outlet = any(map(OUTLET_WORDS.fullmatch, words)) and line.text.istitle()
    return is_outlet and line.word_count <= _LOGO_WORDS and below.word_count > _NAME_WORDS


# "Local News" stands in menus, "Harbour Post" does not.
_MENU_WORDS: Final = frozenset(
    ("news", "daily", "today", "live", "online", "media", "tv", "report")
)
_LOGO_WORDS: Final = 3


def _is_logo(lines: list[Line]) -> bool:
    """Tell whether a name stands twice (logo, link) between a list's label and a headline."""
    above, name, again, below = lines
    if above.label not in (Label.RELATED, Label.NEXT) or name.key != again.key or not name.key:
        return False
    is_name = name.word_count <= _LOGO_WORDS and name.text.istitle()
    return is_name and below.kind is Kind.SHORT and below.word_count > name.word_count


def _is_dated_byline(above: Line, time: Line) -> bool:
    """Tell whether a day stands below its byline: aggregators, which name outlets, say "ago"."""
    stated = time.header and time.header.published and time.header.published.time_from
    has_author = bool(above.header and above.header.authors)
    return has_author and stated is not TimeFrom.RELATIVE


def _is_name(lines: list[Line], index: int, gap: Gap) -> bool:
    line = lines[index]
    if line.kind is not Kind.SHORT or line.is_heading:
        return False
    if line.word_count > _NAME_WORDS or len(line.text) > _NAME_LENGTH:
        return False
    if gap.prose_after and _is_told(line, gap):
        return False
    nearby = range(max(gap.start, index - 5), min(gap.end, index + 5))
    return any(
        _may_be_title(lines[other])
        and lines[other].key != line.key
        and (lines[other].word_count >= line.word_count or lines[other].is_repeated)
        for other in nearby
    )


def _is_told(line: Line, gap: Gap) -> bool:
    """Tell whether the text below says the line's words: a short headline, no outlet."""
    said = len(stems(line.text)) >= _FEWEST_SAID and not canonical_agency(line.text)
    return said and shared_share(line.text, gap.prose_after) > _OWN_SHARE


_FEWEST_SAID: Final = 3


def _may_be_title(line: Line) -> bool:
    if line.kind is not Kind.SHORT or len(line.text) > _LONGEST_TITLE or not line.key:
        return False
    if line.text.endswith((":", "：")) or (
        _CRUMB.search(line.text) and line.word_count <= _NAME_WORDS
    ):
        return False  # what stands over a headline or a list
    if canonical_agency(line.text):
        return False
    if line.is_repeated and not line.is_heading:
        return line.word_count > 1 or len(line.text) >= _LONGEST_WORD  # scripts without spaces
    return line.word_count >= _FEWEST_TITLE_WORDS or line.is_heading


_CRUMB: Final = re.compile(r"\s[|›»>]\s")


def find_heads(lines: list[Line], gap: Gap) -> list[Head]:
    """Return the gap's headlines in order; few signs around a line mean that it is none.

    The text below the gap belongs to one of them, and what stands between the two (a caption, a
    byline, a standfirst) heads nothing.
    """
    found = candidates(lines, gap)
    heads = [head for head in found if head.score >= _ENOUGH]
    if not heads or not gap.prose_after:
        return heads
    if _goes_on(lines, gap, heads):
        return []
    own = max(
        (
            head
            for head in found
            if head in heads
            or _is_over_text(lines, gap, head)
            or _is_over_standfirst(lines, gap, head, heads)
        ),
        key=lambda head: (nearness(lines, gap, head), head.first),
    )
    return [head for head in heads if head.first < own.first] + [own]


# A report that goes on below a box of links repeats its own words rather than those of the links.
_GOES_ON_SHARE: Final = 0.12
_FEWEST_SHARED: Final = 3


def _goes_on(lines: list[Line], gap: Gap, heads: list[Head]) -> bool:
    """Tell whether the report above goes on below links to others, each with a day."""
    marks = (Label.RELATED, Label.INLINE)
    if gap.is_first or not any(line.label in marks for line in lines[gap.start : gap.end]):
        return False
    if any(head.first != head.last or lines[head.first].is_heading for head in heads):
        return False
    if shared_share(heads[-1].title, gap.prose_after) >= _OWN_SHARE:
        return False
    shared, of = shared_words(gap.prose_after, gap.prose_before)
    return shared >= max(_FEWEST_SHARED, _GOES_ON_SHARE * of)


def _is_over_standfirst(lines: list[Line], gap: Gap, head: Head, heads: list[Head]) -> bool:
    """Tell whether a line with few signs stands right over one that who and when stand below."""
    if lines[head.first].word_count in _TERSE:
        return False
    below = next((other for other in heads if other.first == head.last + 1), None)
    after = below.last + 1 if below else gap.end
    return after < gap.end and lines[after].kind is Kind.HEADER


def _is_over_text(lines: list[Line], gap: Gap, head: Head) -> bool:
    """Tell whether a line with few signs shares words with the text and stands close above it."""
    is_near = head.last >= gap.end - _TEXT_REACH or _is_over_header(lines, gap, head)
    return is_near and shared_share(head.title, gap.prose_after) >= _OWN_SHARE


def _is_over_header(lines: list[Line], gap: Gap, head: Head) -> bool:
    places = [
        *range(head.first + 1, head.first + 1 + _HEADER_REACH),
        *range(head.last + 1, head.last + 1 + _HEADER_REACH),
    ]
    return any(lines[at].kind is Kind.HEADER for at in places if at < gap.end)


# Weights of what makes a headline of the gap the one of the text below: words that both have,
# and its place above who and when. Set on the invented dumps.
_WORDS_WEIGH: Final = 4.0
# One to three words name the page, its section or a topic more often than they head a report.
_TERSE: Final = {1: 4, 2: 4, 3: 1}
_RIGHT_OVER: Final = 1.5
_HEADER_REACH: Final = 6
_TEXT_REACH: Final = 8


def nearness(lines: list[Line], gap: Gap, head: Head) -> float:
    """Weigh what speaks for it that the headline is the one of the text below the gap."""
    share = shared_share(head.title, gap.prose_after)
    near = _WORDS_WEIGH * share + 2 * (head.first != head.last) + lines[head.first].is_heading
    if not lines[head.first].is_heading:
        near -= _TERSE.get(lines[head.first].word_count, 0)
    near += _RIGHT_OVER * _is_right_over(lines, gap, head)
    near -= bool(_STOPPED.search(head.title)) + _below_title(lines, gap, head)
    is_related = share >= _RELATED_SHARE
    near += _is_over_header(lines, gap, head) * (3 if is_related else gap.is_first)
    if gap.is_first:
        return near + 0.5 * is_related
    return near + (head.last == gap.end - 1)


def _is_right_over(lines: list[Line], gap: Gap, head: Head) -> bool:
    """Tell whether who or when stands right below a line that no longer line stands above."""
    if head.last + 1 >= gap.end or lines[head.last + 1].kind is not Kind.HEADER:
        return False
    above = lines[head.first - 1] if head.first > gap.start else None
    return above is None or above.kind is not Kind.SHORT or above.word_count in _TERSE


def _below_title(lines: list[Line], gap: Gap, head: Head) -> int:
    """Weigh that the line above is a headline of the same text: then this is its standfirst."""
    above = head.first - 1
    if above < gap.start or head.first != head.last or not _may_be_title(lines[above]):
        return 0
    words = lines[above].word_count
    if words in _TERSE:
        return 0  # over the headline: what it belongs to
    enough = _OWN_SHARE if words <= _NAME_WORDS else _RELATED_SHARE
    return 2 if shared_share(lines[above].text, gap.prose_after) >= enough else 1


_STOPPED: Final = re.compile(r"[.][\"'”’»)]*$")


def likeliest_head(lines: list[Line], gap: Gap) -> Head | None:
    """Return the gap's best headline, the lowest of equals, None where no line may be one."""
    found = candidates(lines, gap)
    return max(found, key=lambda head: (head.score, head.first), default=None)


def candidates(lines: list[Line], gap: Gap) -> list[Head]:
    """Return every line of the gap that may be a headline, in order, with its score."""
    names = find_names(lines, gap)
    groups: dict[str, list[int]] = {}
    for index in range(gap.start, gap.end):
        if index not in names and _may_be_title(lines[index]):
            groups.setdefault(_group_key(lines[index].key, groups), []).append(index)
    firsts = sorted(indexes[0] for indexes in groups.values())
    heads = []
    for indexes in groups.values():
        later = bisect_right(firsts, indexes[-1])
        is_last = later == len(firsts)
        end = gap.end if is_last else firsts[later]
        heads.append(_scored(lines, gap, names, indexes, end, is_last=is_last))
    return sorted(heads, key=lambda head: head.first)


# A tab's title stands within a few lines of the headline.
_TAB_REACH: Final = 8


def _group_key(key: str, groups: dict[str, list[int]]) -> str:
    """A browser tab's "Headline - Outlet" belongs to its headline."""
    for other in islice(reversed(groups), _TAB_REACH):
        shorter, longer = sorted((other, key), key=len)
        if len(shorter) > 20 and longer.startswith(shorter + " "):
            return other
    return key


def _scored(
    lines: list[Line], gap: Gap, names: set[int], indexes: list[int], end: int, *, is_last: bool
) -> Head:
    title = min((lines[index].text for index in indexes), key=len)
    first, last = indexes[0], indexes[-1]
    start = _block_start(lines, names, gap, first, last)
    score = 3 * (len(indexes) > 1) + 2 * lines[first].is_heading + gap.is_first
    below = lines[last + 1 : end]
    prose = gap.prose_after if is_last else ""
    share = shared_share(title, prose)
    above = [line for line in lines[start:first] if line.kind is not Kind.URL]
    score += _marks_beside(below, above, share, is_stranger=bool(prose))
    if is_last and not below and prose and _opens_report(prose):
        score += 1
    score += _label_score(lines, gap, start)
    if share >= _RELATED_SHARE or (
        not gap.prose_after
        and shared_share(title, gap.prose_before) >= _RELATED_SHARE
        and gap.is_first
    ):
        score += 2
    return Head(title, start, first, last, score)


def _marks_beside(below: list[Line], above: list[Line], share: float, *, is_stranger: bool) -> int:
    near = below[:4]
    score = 0
    if above or any(line.kind is Kind.HEADER for line in near):
        score += 2 if is_stranger and share < _STRANGER_SHARE else 3
    if any(line.kind is Kind.URL for line in near[:2]):
        score += 2
    if below and below[0].kind is Kind.BULLET:
        score += 1
    if any(line.label is Label.KEY_POINTS for line in near[:2]):
        score += 1
    return score


def _opens_report(prose: str) -> bool:
    opening = read_opening(prose[:400])
    return bool(opening.dateline or opening.wire_credit)


def _label_score(lines: list[Line], gap: Gap, start: int) -> int:
    if start == gap.start:
        return 0
    above = start - 1
    if lines[above].kind is Kind.SHORT and lines[above].word_count <= _NAME_WORDS:
        above -= 1  # whose report it is
    label = lines[above].label if above >= gap.start else None
    return 1 if label in (Label.RELATED, Label.NEXT) else 0


def _block_start(lines: list[Line], names: set[int], gap: Gap, first: int, last: int) -> int:
    """Go up over outlet and time lines that stand right above a headline, when they are its own.

    They are its own where nothing of the kind stands below the headline before it. The day of a
    masthead is not: buttons stand between, and the report has its own time below the headline.
    """
    below = lines[last + 1 : min(gap.end, last + 1 + _HEADER_REACH)]
    has_own_time = any(line.header and line.header.has_time for line in below)
    start = at = first
    is_apart = False
    while at > gap.start:
        at -= 1
        if is_apart and lines[at].kind is Kind.HEADER and has_own_time:
            break
        if lines[at].kind in (Kind.HEADER, Kind.URL) or at in names:
            start = at
        elif lines[at].label in (Label.FURNITURE, Label.SHORT_LINK):
            is_apart = True
        else:
            break
    above = start - 1
    if above >= gap.start and _may_be_title(lines[above]):
        is_menu = gap.is_first and not shared_share(lines[above].text, gap.prose_after)
        return start if is_menu else first  # those lines follow another headline
    return start
