"""What the lines around a headline tell: times, names and outlets, and the labels of lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.heads import HEADINGS, Head, Row, is_prose
from wireroom.engine.pages.sheet import Block, Sheet
from wireroom.engine.text.when import find_times, looks_like_time
from wireroom.engine.text.words import words

_HEADER_BLOCKS: Final = 7  # lines between a headline and its first paragraph
_NEAR_BLOCKS: Final = 4  # where the headline may be a list's: its rows have dates, too
_OUTLET_WORDS: Final = 5  # beside a time, in a line that is no sentence
_LONGEST_LINE: Final = 90
_LONGEST_LABEL: Final = 60
_DIGIT: Final = re.compile(r"\d")
_BY_WORDS: Final = frozenset(["by", "von", "par", "por", "di", "av", "af", "door", "بقلم"])
_STANDFIRSTS: Final = 2  # paragraphs between a headline and its byline
_LONGEST_STANDFIRST: Final = 400
_TIMED: Final = bit_of("time", "byline")
_NAMED: Final = bit_of("byline")
_OUTLET: Final = ("source", "outlet", "publisher", "provider")
_BY: Final = re.compile(
    r"^(?:by|von|par|por|di|av|af|door|przez|oleh|автор|текст|بقلم|كتب|كتبت|"
    r"written by|text:|autor:)\s+\S",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"^\W*(?:related|recommended|trending|popular|most (?:read|popular)|"
    r"(?:follow|about the) author|more\b.{0,20}$|more (?:from|on|in|stories|news|articles)|"
    r"latest\b|follow\b|you (?:may|might)|read (?:more|also|next)|similar|up next|next\b.{0,12}$|"
    r"don'?t miss|in other news|top stories|others? (?:stories|articles)|"
    r"ähnliche|verwandte|mehr (?:zum|auf|aus|von|artikel|themen)|auch interessant|lesen sie|"
    r"das könnte|weitere (?:artikel|themen|nachrichten|meldungen)|meistgelesen|passend zum|"
    r"à lire|lire aussi|articles? (?:liés|similaires)|sur le même|dans la même|"
    r"(?:\w+ )?relacionad|te puede|lee también|más (?:noticias|sobre)|leia|mais (?:lidas|sobre)|"
    r"veja também|você pode|talvez|leggi anche|articoli correlati|ti potrebbe|"
    r"potrebbe interessarti|"
    r"lees ook|gerelateerd|meer (?:over|nieuws)|les også|läs (?:också|även|mer)|læs også|"
    r"czytaj|zobacz (?:też|także)|podobne|polecane|související|čtěte|"
    r"читайте|похожие|по теме|ilgili|bunlar|baca juga|berita terkait|artikel terkait|"
    r"関連|おすすめ|相关|相關|推荐|관련|"
    r"مقالات|مواضيع|أخبار (?:ذات|مشابهة|متعلقة)|اقرأ أيضا|ذات صلة|المزيد|قد يعجبك|قد يهمك|"
    r"مطالب مرتبط|اخبار مرتبط)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeaderLines:
    """What stands between a headline and its text, or right above it where that is a habit."""

    times: bool = False
    names: bool = False
    outlet: bool = False

    def joined(self, other: "HeaderLines") -> "HeaderLines":
        """Return what two lines tell together."""
        return HeaderLines(
            self.times or other.times, self.names or other.names, self.outlet or other.outlet
        )

    def __bool__(self) -> bool:
        return self.times or self.names


def header_lines(row: Row, head: Head, *, sure: bool) -> HeaderLines:
    """Return what the lines under a headline tell, up to its first paragraph.

    Of one that is surely a headline more is believed: a name in a box for names, and a line
    that is marked as byline or time below a standfirst, which is a paragraph too.
    """
    found = HeaderLines()
    own: list[str] | None = None
    previous = ""
    passed = 0
    most = _HEADER_BLOCKS if sure else _NEAR_BLOCKS
    for block in row.sheet.blocks[head.last : head.last + most]:
        if is_prose(block):
            if _tag(row.sheet, block) == "li":  # a key point
                continue
            passed += 1
            if not sure or passed > _STANDFIRSTS or len(block.text) > _LONGEST_STANDFIRST:
                break
            continue
        if _tag(row.sheet, block) in HEADINGS:
            own = own or words(head.text)
            if words(block.text) != own:
                if not sure or passed:
                    break
                passed += 1  # a standfirst set as a heading
            continue
        told = _tells(row.sheet, block, previous, sure=sure)
        if not passed and found.times and not told and _may_name_outlet(block.text):
            told = HeaderLines(outlet=True)
        if not passed or (told and _is_marked(row.sheet, block)):
            found = found.joined(told)
        previous = block.text
    return found


def may_have_header(row: Row, head: Head) -> bool:
    """Tell at little cost whether a short line stands above or near below a headline.

    Most headings of a report have none: paragraphs surround them up to the next heading.
    """
    if head.first and not is_prose(row.sheet.blocks[head.first - 1]):
        return True
    for block in row.sheet.blocks[head.last : head.last + _HEADER_BLOCKS]:
        if not is_prose(block):
            return _tag(row.sheet, block) not in HEADINGS or head.tag == "h1"
    return False


def time_above(row: Row, head: Head) -> bool:
    """Tell whether the line right above a headline is a time or a byline."""
    if head.first == 0:
        return False
    block = row.sheet.blocks[head.first - 1]
    return bool(_tells(row.sheet, block))


def _tells(sheet: Sheet, block: Block, previous: str = "", *, sure: bool = False) -> HeaderLines:
    """Return what one line tells; `previous` is the line before it, which may name the outlet."""
    text = block.text
    if len(text) > _LONGEST_LINE or _tag(sheet, block) in HEADINGS:
        return HeaderLines()
    names = len(text) < _LONGEST_LABEL and (
        _holds_byline(sheet, block) or (sure and bool(_kinds(sheet, block) & _NAMED))
    )
    outlet = _is_named_outlet(sheet, block)
    if _holds_time_element(sheet, block):
        return HeaderLines(True, names, outlet or _may_name_outlet(previous))
    spans = find_times(text) if may_tell_time(text) else ()
    if not spans:
        return HeaderLines(False, names, outlet)
    rest = words(text[: spans[0].start] + " " + text[spans[-1].end :])
    if not rest or looks_like_time(text):
        return HeaderLines(True, names, outlet or _may_name_outlet(previous))
    if text.endswith((".", "?", "!", ":", "؟")):
        return HeaderLines(False, names, outlet)
    few = len(rest) <= _OUTLET_WORDS
    if few and not _BY_WORDS.isdisjoint(rest):
        return HeaderLines(True, True, outlet)
    timed = few or bool(_kinds(sheet, block) & _TIMED)
    return HeaderLines(timed, names, outlet or few)


def may_tell_time(text: str) -> bool:
    """Tell whether a line is worth a close look: it has a digit, or is as short as "just now".

    A single word is none: a bare weekday heads a plan's row, too.
    """
    return _DIGIT.search(text) is not None or 0 < text.count(" ") < _OUTLET_WORDS


def _may_name_outlet(line: str) -> bool:
    return bool(line) and len(line.split()) < _OUTLET_WORDS and not line.endswith((".", "!", "?"))


def _kinds(sheet: Sheet, block: Block) -> int:
    """Return the kinds of a line's home and of what holds that, if it is no large box."""
    home = sheet.elements[block.home]
    parent = sheet.elements[home.parent] if home.parent >= 0 else home
    small = parent.last_block - parent.first_block <= _HEADER_BLOCKS
    return home.kinds | parent.kinds if small else home.kinds


def _is_marked(sheet: Sheet, block: Block) -> bool:
    return bool(_kinds(sheet, block) & _TIMED) or _holds_time_element(sheet, block) or (
        _BY.match(block.text) is not None
    )  # fmt: skip


def _tag(sheet: Sheet, block: Block) -> str:
    return sheet.elements[block.home].tag


def _inline_of(sheet: Sheet, block: Block) -> list[str]:
    """Return the class values of the inline elements and the home of a line; few by nature."""
    home = sheet.elements[block.home]
    inside = sheet.elements[home.place + 1 : min(home.end, home.place + 12)]
    return [home.attribute("class"), *(element.attribute("class") for element in inside)]


def _holds_byline(sheet: Sheet, block: Block) -> bool:
    """Tell whether a line, or an inline element of it, opens as a byline does."""
    if _BY.match(block.text):
        return True
    pieces = sheet.pieces[block.first_piece : block.last_piece]
    return len(pieces) > 1 and any(_BY.match(piece.strip()) for piece in pieces)


def _is_named_outlet(sheet: Sheet, block: Block) -> bool:
    naming = "\n".join(_inline_of(sheet, block)).casefold()
    return any(map(naming.__contains__, _OUTLET))


def _holds_time_element(sheet: Sheet, block: Block) -> bool:
    home = sheet.elements[block.home]
    return any(
        element.tag == "time"
        for element in sheet.elements[home.place : min(home.end, home.place + 12)]
        if element.first_block == block.place
    )


def is_label(text: str) -> bool:
    """Tell whether a line opens a list of further reading."""
    return len(text) < _LONGEST_LABEL and _LABEL.match(text) is not None


def label_between(row: Row, first: int, last: int) -> bool:
    """Tell whether the last lines of a stretch hold the label of a list."""
    near: Sequence[Block] = row.sheet.blocks[max(first, last - 3) : last]
    return any(is_label(block.text) for block in near)
