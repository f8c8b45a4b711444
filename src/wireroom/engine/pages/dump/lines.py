"""A dump's lines: cut, unwrapped, freed of Markdown signs and bullets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import Final

_BREAKS: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Signs without width that copying from a page leaves at the ends of lines.
_EDGES: Final = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
# "28. 4. 2023" is a day, no item of a list.
_BULLET: Final = re.compile(r"^(?:[-•*–—·▪●◦‣■►»✓]|\d{1,2}[.)](?!\s+\d{1,2}\.))\s+(?=\S)")
_HEADING: Final = re.compile(r"^#{1,6}\s+(?P<text>.+?)\s*#*$")
_RULE: Final = re.compile(r"^(?:[-*_=~#]\s?){3,}$")
_MD_IMAGE: Final = re.compile(r"!\[[^\]\[]{0,300}\]\([^)(\s]{0,500}\)")
_MD_LINK: Final = re.compile(
    r"(?<!!)\[(?P<text>[^\]\[]{1,300})\]\((?:https?://|/|#|mailto:)[^)(\s]{0,500}\)"
)
_MD_STRONG: Final = re.compile(
    r"(?<![\w*])(\*\*|__|\*)(?=\S)(?P<text>[^*_]{1,200}?)(?<=\S)\1(?![\w*])"
)
_MD_SIGNS: Final = re.compile(r"(?m)^#{1,6}\s+\S|\]\(https?://|\*\*\S")
_URL: Final = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?:/\S*)?$|^https?://\S+$|^mailto:\S*$", re.IGNORECASE
)

# "20 August 202514:30": a day and a clock that stood in two boxes side by side.
_GLUED_CLOCK: Final = re.compile(r"(?<=\b20\d\d)(?=\d{1,2}:\d\d(?!\d))")
# "by Jane RoeNovember 21, 202501747": a name, a day and a count of views.
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_GLUED_DAY: Final = re.compile(rf"(?<=[a-z])(?={_MONTH} \d{{1,2}}, 20\d\d)")
_GLUED_COUNT: Final = re.compile(rf"({_MONTH} \d{{1,2}}, 20\d\d)\d+(?: (?:[Vv]iews?|[Ss]hares?))?$")
_GLUED_LABEL: Final = re.compile(r"(?<=[\dA-Z])(?=(?:Last updated|Updated|Published|Modified)\b)")
# "ByJane RoeSenior reporter": three boxes side by side.
_GLUED_BY: Final = re.compile(r"^By(?=[A-Z])")
_GLUED_ROLE: Final = re.compile(
    r"(?<=[a-z])(?=[A-Z][\w ]{0,30}\b(?:reporter|editor|writer|correspondent|journalist)s?$)"
)
_GLUED_ICON: Final = re.compile(r"^time(?=(?:an?|one|\d+) \w+ ago\b)")
# How agencies say that a report ends, on its last line.
_ENDS: Final = re.compile(r"(?<=[.!?”\"])\s?(?:Enditem|ENDS|/end/|■|∎|-30-)$")
_LONGEST_DATED: Final = 160

_LINK_LABEL: Final = re.compile(
    r"^(?:short (?:link|url)|permalink|link|url|source|الرابط(?: المختصر)?|رابط(?: مختصر| المقال)?|"
    r"lien court|kurzlink|enlace corto)\s*[:：]\s*(?=https?://\S+$)",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a line is by its own look."""

    PROSE = auto()
    SHORT = auto()  # a headline, a name, a caption, a button: only its neighbours can tell
    BULLET = auto()
    URL = auto()
    HEADER = auto()  # who and when
    LABEL = auto()


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line's text without its marks, and the marks that were there."""

    text: str
    is_heading: bool = False
    is_bullet: bool = False
    is_url: bool = False
    after_blank: bool = False
    width: int = 0  # signs of the line as it stood, marks included


def cut_lines(text: str) -> list[RawLine]:
    """Return the lines that hold something, hard wraps undone."""
    cut = [line.strip(_EDGES) for line in _BREAKS.split(text)]
    cut = [_unglued(line) if len(line) <= _LONGEST_DATED else line for line in cut]
    if _MD_SIGNS.search(text):
        cut = [_without_markdown(line) for line in cut]
    lines = list(_marked(cut))
    return _unwrapped(lines)


def _unglued(line: str) -> str:
    if _GLUED_BY.match(line):
        line = _GLUED_ROLE.sub(", ", _GLUED_BY.sub("By ", line))
    line = _GLUED_COUNT.sub(r"\1", _GLUED_DAY.sub(" ", line))
    return _ENDS.sub("", _GLUED_ICON.sub("", _GLUED_LABEL.sub(" ", _GLUED_CLOCK.sub(" ", line))))


def _without_markdown(line: str) -> str:
    line = _MD_LINK.sub(lambda link: link["text"], _MD_IMAGE.sub("", line))
    if line.startswith("> "):
        line = line[2:]
    return _MD_STRONG.sub(lambda strong: strong["text"], line).strip()


def _marked(cut: list[str]) -> Iterator[RawLine]:
    after_blank = True
    for line in cut:
        if not line or _RULE.match(line):
            after_blank = True
            continue
        heading = _HEADING.match(line)
        bullet = _BULLET.match(line)
        if heading:
            yield RawLine(
                heading["text"], is_heading=True, after_blank=after_blank, width=len(line)
            )
        elif bullet:
            text = line[bullet.end() :]
            yield RawLine(text, is_bullet=True, after_blank=after_blank, width=len(line))
        else:
            width, line = len(line), _LINK_LABEL.sub("", line)
            is_url = len(line) < 2000 and bool(_URL.match(line))
            yield RawLine(line, is_url=is_url, after_blank=after_blank, width=width)
        after_blank = False


# Terminals and mail break at 72 to 80 signs; nobody's screen wraps a copy above 100.
_WIDEST_WRAP: Final = 100
_NARROWEST_WRAP: Final = 50
_FEWEST_FULL_LINES: Final = 3
_REPEAT_REACH: Final = 6  # a headline is said again within so many lines
_SLACK: Final = 15  # a long word and its space
_SENTENCE_END: Final = re.compile(r"[.!?؟…:]['\"”’»)\]]*$")


def _unwrapped(lines: list[RawLine]) -> list[RawLine]:
    """Join lines that were broken because the next word did not fit the width."""
    width = max((line.width for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or not _is_wrapped(lines, width):
        return lines
    is_spaced = _is_spaced(lines, width)
    joined: list[RawLine] = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        near = [other.text for other in lines[max(0, index - _REPEAT_REACH) : max(0, index - 1)]]
        ends_headline = above is not None and above.text in near and line.text not in near
        if above and not ends_headline and _continues(above, line, width, is_spaced=is_spaced):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _is_wrapped(lines: list[RawLine], width: int) -> bool:
    full = [line for line in lines if line.width > width - _SLACK]
    broken = [line for line in full if not _SENTENCE_END.search(line.text)]
    return len(broken) >= _FEWEST_FULL_LINES and len(broken) * 2 > len(full)


def _is_spaced(lines: list[RawLine], width: int) -> bool:
    """Tell whether blank lines divide the paragraphs: then a full stop at the edge ends none."""
    ends = [
        below.after_blank
        for line, below in pairwise(lines)
        if line.width <= width - _SLACK and _SENTENCE_END.search(line.text)
    ]
    return sum(ends) * 3 >= len(ends) * 2


def _continues(above: RawLine, line: RawLine, width: int, *, is_spaced: bool) -> bool:
    if line.after_blank or line.is_bullet or line.is_url or line.is_heading:
        return False
    if above.text == line.text or above.is_url:
        return False
    first_word = line.text.split(maxsplit=1)[0]
    if above.width + 1 + len(first_word) <= width:
        return False
    starts_anew = bool(_SENTENCE_END.search(above.text)) and not first_word[0].islower()
    return is_spaced or not starts_anew
