"""Where the parts of a report that are no running text stand in its page: the readers' places."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from wireroom.engine.pages.boxes import is_labelled_furniture
from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.furniture import is_furniture
from wireroom.engine.pages.hints import headline_place
from wireroom.engine.pages.lookup import look_up, spaced_text, text_size
from wireroom.engine.pages.near import lines_near_headline
from wireroom.engine.pages.pictures import is_named_credit, is_picture_credit
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import BOXES, Block, Element, Sheet
from wireroom.engine.pages.shown_names import elements_of_writers
from wireroom.engine.pages.signatures import is_byline, is_byline_label
from wireroom.engine.text.when import looks_like_time
from wireroom.engine.text.words import words
from wireroom.engine.types import Article

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CAPTION, _COMMENT = bit_of("caption"), bit_of("comment")
_STANDFIRST: Final = bit_of("standfirst")
# Of the shorter text's words, those that two titles must share to be one headline.
_SAME: Final = 0.6
_FEWEST_WORDS: Final = 4
# Characters without a link that a box of comments must hold somewhere: else it is their count,
# buttons, or a list of other reports.
_SAID: Final = 25
_LONGEST_BYLINE: Final = 200
# Characters and pieces of text of an element that is looked at as one saying.
_LONGEST_SAYING, _MOST_PIECES = 1_500, 200


class Lines:
    """The main article's part of a page, what was read from it, and where its text stands."""

    def __init__(self, region: Region, article: Article, body: frozenset[int]) -> None:
        self.region = region
        self.sheet: Sheet = region.sheet
        self.article = article
        self.body = sorted(body)
        self.first_body = min(body, default=len(self.sheet.blocks))
        self.headline = headline_place(region, article.title)

    @cached_property
    def near(self) -> frozenset[str]:
        """The short lines around the headline."""
        return frozenset(lines_near_headline(self.region, self.article.title))

    @cached_property
    def writers(self) -> tuple[str, ...]:
        """The writers' names, folded."""
        return tuple(filter(None, map(key_of, self.article.authors)))

    def holds_report(self, element: Element) -> bool:
        """Tell whether an element holds some of the text, or the headline."""
        first, last = element.first_block, element.last_block
        is_in_text = bisect_left(self.body, first) < bisect_left(self.body, last)
        return is_in_text or first <= self.headline < last

    def names_writer(self, text: str) -> bool:
        """Tell whether a text names one of the writers, folded."""
        own = f" {key_of(text)} "
        return any(f" {name} " in own for name in self.writers)

    def saying(self, keys: set[str], tags: frozenset[str] = BOXES) -> Iterator[Element]:
        """Yield the boxes whose whole text is one of the folded texts."""
        for element in self.sheet.elements[1:] if keys - {""} else ():
            if element.tag not in tags or element.last_piece - element.first_piece > _MOST_PIECES:
                continue
            if text_size(self.sheet, element) > _LONGEST_SAYING:
                continue
            if key_of(spaced_text(self.sheet, element)) in keys:
                yield element


def key_of(text: str) -> str:
    """Return the words of a text folded, one space between them."""
    return " ".join(words(text))


def headlines(lines: Lines) -> Iterator[int]:
    """Yield the blocks of the headings that say the headline, and the one that stands for it."""
    title = key_of(lines.article.title)
    for element in lines.saying({title}, _HEADINGS):
        yield from _rows(element)
    if title and lines.headline >= 0:
        block = lines.sheet.blocks[lines.headline]
        own, wanted = set(words(block.text)), set(title.split())
        is_same = len(own & wanted) >= _SAME * max(1, min(len(own), len(wanted)))
        # The page may show another headline than it states; a site's name is shorter.
        is_own = lines.sheet.elements[block.home].tag == "h1" and len(own) >= _FEWEST_WORDS
        if is_same or is_own:
            yield lines.headline


def points(lines: Lines) -> Iterator[int]:
    """Yield the blocks of the report's key points."""
    keys = set(map(key_of, lines.article.key_points))
    for element in lines.saying(keys, frozenset(("li",))):
        yield from _rows(element)


def standfirsts(lines: Lines, taken: Sequence[int]) -> Iterator[int]:
    """Yield the blocks that say the standfirst, and those named so that were cut off the text."""
    if lines.article.standfirst:
        for element in lines.saying({key_of(lines.article.standfirst)}):
            yield from _rows(element)
    for place in taken:
        home = lines.sheet.elements[lines.sheet.blocks[place].home]
        if place < lines.first_body and home.place and home.kinds & _STANDFIRST:
            yield place


def bylines(lines: Lines) -> Iterator[int]:
    """Yield the blocks that name a writer where readers of bylines look, and their labels.

    Where some stand above the text, names below it are of the box about the writer, unless they
    say that they sign.
    """
    blocks = lines.sheet.blocks
    found = {*_marked_bylines(lines, anywhere=False), *_bylines_in_line(lines)}
    found = found or set(_marked_bylines(lines, anywhere=True))
    above = {place for place in found if place < lines.first_body}
    for place in found:
        if above and place not in above and not is_byline(blocks[place].text):
            continue
        yield place
        if place and is_byline_label(blocks[place - 1].text):
            yield place - 1


def _marked_bylines(lines: Lines, *, anywhere: bool) -> Iterator[int]:
    if not lines.writers:
        return
    for element in elements_of_writers(lines.region, anywhere=anywhere):
        for place in _rows(element):
            text = lines.sheet.blocks[place].text
            if _may_sign(text) and lines.names_writer(text):
                yield place


def _bylines_in_line(lines: Lines) -> Iterator[int]:
    """Yield the lines near the headline that name a writer, and those that say so anywhere."""
    for block in look_up(lines.region).lines() if lines.writers else ():
        text = block.text
        if _may_sign(text) and (text in lines.near or is_byline(text)) and lines.names_writer(text):
            yield block.place


def _may_sign(text: str) -> bool:
    return (
        len(text) <= _LONGEST_BYLINE and not looks_like_time(text) and not is_picture_credit(text)
    )


def pictured(lines: Lines) -> tuple[set[int], set[int]]:
    """Return the blocks of pictures' captions and those of their credits."""
    sheet, image = lines.sheet, lines.article.image
    captions, credited, shown = set[int](), set[int](), set[int]()
    end = 0
    for element in sheet.elements[1:]:
        is_caption = element.tag == "figcaption" or bool(element.kinds & _CAPTION)
        if not is_caption and element.tag != "figure":
            if element.place < end and is_named_credit(element):
                credited.update(_whole_rows(sheet, element))
        elif not lines.holds_report(element):
            end = max(end, element.end)
            shown.update(_rows(element))
            captions.update(_rows(element) if is_caption else ())
    signed = key_of(image.credit) if image and image.credit else None
    for place in shown:
        text = sheet.blocks[place].text
        if is_picture_credit(text) or key_of(text) == signed:
            credited.add(place)
    return captions, credited


def comments(lines: Lines) -> Iterator[int]:
    """Yield the blocks of what readers said: boxes named so, without their forms and buttons."""
    sheet = lines.sheet
    end = 0
    for element in sheet.elements[1:]:
        if element.place < end or not element.kinds & _COMMENT or lines.holds_report(element):
            continue
        end = element.end
        if not any(map(_is_said, sheet.blocks[element.first_block : element.last_block])):
            continue
        forms = [one for one in (element, *sheet.inside(element)) if one.tag == "form"]
        used = {place for form in forms for place in _rows(form)}
        for place in _rows(element):
            text = sheet.blocks[place].text
            if place in used or is_furniture(text) or is_labelled_furniture(text):
                continue
            if _is_said(sheet.blocks[place]) or len(text) < _SAID:
                yield place


def _is_said(block: Block) -> bool:
    return len(block.text) >= _SAID and block.linked * 2 < len(block.text)


def _rows(element: Element) -> range:
    return range(element.first_block, element.last_block)


def _whole_rows(sheet: Sheet, element: Element) -> Iterator[int]:
    """Yield the blocks that hold nothing but the element's text, or a part of it."""
    own = key_of(sheet.text(element))
    return (place for place in _rows(element) if key_of(sheet.blocks[place].text) in own)
