"""Every block of a page with what the readers took it for: why a line is in the text or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wireroom.engine.pages.body import Body
from wireroom.engine.pages.boxes import places_in_boxes
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import is_credit_line, read_opening
from wireroom.engine.pages.furniture import is_furniture
from wireroom.engine.pages.label_places import (
    Lines,
    bylines,
    comments,
    headlines,
    key_of,
    pictured,
    points,
    standfirsts,
)
from wireroom.engine.pages.lookup import look_up
from wireroom.engine.pages.pictures import is_picture_credit
from wireroom.engine.pages.raw import Raw
from wireroom.engine.pages.region import Region, Span
from wireroom.engine.pages.sheet import Block, Sheet
from wireroom.engine.pages.structure import rows_of
from wireroom.engine.types import Article

# A block that is likelier body than not is always taken at first: see body.py.
_TAKEN: Final = 0.5
_NO_BODY: Final = Body((), 0.0)
# Characters of a line that tell that it is the same text, for texts that others found; and how
# many paragraphs are compared with each line then.
_TELLING: Final = 25
_MOST_COMPARED: Final = 500
_LONGEST_CREDIT: Final = 100


class Label(StrEnum):
    """What a block of a page was taken for."""

    BODY = "body"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    KEY_POINT = "key point"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    COMMENT = "comment"
    FACT_BOX = "fact box"
    CORRECTION = "correction"
    FOREIGN = "foreign article"
    FURNITURE = "furniture"


class Reason(StrEnum):
    """Why a block is furniture: which reader left it out."""

    UNLIKELY = "classifier"  # it reads like no body
    OTHERS = "other reports"  # it stands above the headline or in a list of others
    BOX = "box"  # it stands in a box that offers something
    MEMORY = "memory"  # the outlet's other pages show it, too
    REPEATED = "repeated"  # the text says it elsewhere
    WORDS = "words"  # its words are those of furniture
    OPENING = "no sentence"  # it opens or closes the report and is no part of its sentences
    SECOND_OPINION = "second opinion"  # on a page that the classifier is unsure of
    NO_ARTICLE = "no article"  # the page is none


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found on the way of reading a page: its blocks, and which of them are whose.

    `region` is the main article's part of the page, `spans` are those of the others in order,
    and `raw` is the main article's text before the outlet's memory was asked.
    """

    sheet: Sheet
    region: Region
    raw: Raw
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """One block of a page: its text, its one label, and the chance that it is body, 0 to 1.

    The chance is None in other articles' parts, which the classifier is not asked about. `why`
    tells of furniture alone. `article` is the id of the article that it belongs to, if any.
    """

    text: str
    label: Label
    chance: float | None = None
    why: Reason | None = None
    article: str | None = None


def label_blocks(
    traced: Traced, articles: Sequence[Article], *, left_out: Sequence[str]
) -> tuple[LabelledBlock, ...]:
    """Return every block of a page in reading order with its label.

    `articles` are those that were read from it, the main one first, and `left_out` what the
    outlet's memory took from them. Blocks labelled as body are the main article's text.
    """
    own = iter(_label_own(traced, articles[0], frozenset(left_out)))
    by_position = {article.position: article.id for article in articles}
    owners: dict[int, int] = {}
    for position, (first, last) in enumerate(traced.spans, 1):
        owners.update(dict.fromkeys(range(first, last), position))
    found = []
    for block in traced.sheet.blocks:
        if block.place in owners:
            owner = by_position.get(owners[block.place])
            found.append(LabelledBlock(block.text, Label.FOREIGN, article=owner))
        else:
            found.append(next(own))
    return tuple(found)


def _label_own(
    traced: Traced, article: Article, left_out: frozenset[str]
) -> Iterator[LabelledBlock]:
    """Yield the blocks of the main article's part of the page."""
    sheet = traced.region.sheet
    raw = traced.raw
    chances = (raw.body or _NO_BODY).chances
    body = _body_places(sheet, raw, article.paragraphs)
    labels = _labels(traced, article, body)
    why = _Reasons(sheet, raw, article, left_out)
    for block, chance in zip(sheet.blocks, chances, strict=True):
        label = labels.get(block.place, Label.FURNITURE)
        is_own = label is not Label.FURNITURE and label is not Label.COMMENT
        yield LabelledBlock(
            text=block.text,
            label=label,
            chance=round(float(chance), 3),
            why=why.of(block, float(chance)) if label is Label.FURNITURE else None,
            article=article.id if is_own else None,
        )


def _body_places(sheet: Sheet, raw: Raw, paragraphs: Sequence[str]) -> set[int]:
    """Return the blocks that the paragraphs come from."""
    found = rows_of(sheet, raw.places, paragraphs)
    if found is not None:
        return set(found)
    return _places_saying(sheet, paragraphs)


def _places_saying(sheet: Sheet, paragraphs: Sequence[str]) -> set[int]:
    """Return the blocks that say what others read without our blocks, each paragraph once."""
    by_text: dict[str, list[int]] = {}
    for block in reversed(sheet.blocks):
        by_text.setdefault(block.text, []).append(block.place)
    same = {text: by_text[text].pop() if by_text.get(text) else None for text in paragraphs}
    found = {place for place in same.values() if place is not None}
    cut = [text for text, place in same.items() if place is None and len(text) >= _TELLING]
    whole = "\n".join(cut)
    for block in sheet.blocks if cut else ():
        text = block.text
        if block.place in found or len(text) < _TELLING or text in same:
            continue
        if text in whole or any(one in text for one in cut[:_MOST_COMPARED]):
            found.add(block.place)
    return found


def _labels(traced: Traced, article: Article, body: set[int]) -> dict[int, Label]:
    """Return the label of every block that has one; a block keeps the first that it is given."""
    lines = Lines(traced.region, article, frozenset(body))
    found: dict[int, Label] = dict.fromkeys(body, Label.BODY)
    beside = traced.raw.beside
    noted = {key_of(note.text) for note in beside.corrections}
    blocks = lines.sheet.blocks
    for place in beside.places:
        is_note = any(key_of(blocks[place].text) in text for text in noted)
        found.setdefault(place, Label.CORRECTION if is_note else Label.FACT_BOX)
    captions, credited = pictured(lines)
    for label, places in (
        (Label.HEADLINE, headlines(lines)),
        (Label.KEY_POINT, points(lines)),
        (Label.STANDFIRST, standfirsts(lines, traced.raw.places)),
        (Label.CREDIT, credited),
        (Label.CAPTION, captions),
        (Label.BYLINE, bylines(lines)),
        (Label.DATELINE, _datelines(lines, traced.raw.places)),
        (Label.COMMENT, comments(lines)),
        (Label.CREDIT, _credits(lines, traced.raw.places)),
    ):
        for place in places:
            found.setdefault(place, label)
    return found


def _datelines(lines: Lines, places: Sequence[int]) -> Iterator[int]:
    """Yield the blocks above the text that hold nothing but its dateline."""
    dateline = lines.article.dateline
    for place in places if dateline else ():
        text = lines.sheet.blocks[place].text
        if place < lines.first_body and read_opening(text).rest == "":
            yield place


def _credits(lines: Lines, places: Sequence[int]) -> Iterator[int]:
    """Yield the blocks that hold nothing but whom the report, or a picture of it, credits."""
    credit = key_of(lines.article.wire_credit or "")
    for place in places if credit else ():
        text = lines.sheet.blocks[place].text
        if is_credit_line(text) or not read_closing(text).rest:
            yield place
    for block in look_up(lines.region).lines():
        text = block.text
        if len(text) > _LONGEST_CREDIT:
            continue
        is_pictures = is_picture_credit(text) and "©" not in text  # which is the site's at its end
        is_agencys = bool(credit) and key_of(text) == credit
        if is_pictures or is_agencys:
            yield block.place


class _Reasons:
    """Finds out which reader left a block out: the classifier first, then those it goes on to."""

    def __init__(self, sheet: Sheet, raw: Raw, article: Article, left_out: frozenset[str]) -> None:
        self._left_out = left_out
        self._said = frozenset(article.paragraphs)
        self._boxed = places_in_boxes(sheet)
        self._raw = frozenset(raw.places)
        self._taken = frozenset((raw.body or _NO_BODY).places)

    def of(self, block: Block, chance: float) -> Reason:
        """Return why a block is furniture."""
        place, text = block.place, block.text
        if text in self._left_out:
            return Reason.MEMORY
        if place not in self._taken and place not in self._raw:
            return Reason.OTHERS if chance >= _TAKEN else Reason.UNLIKELY
        if not self._said:
            return Reason.NO_ARTICLE
        if text in self._said:
            return Reason.REPEATED
        if place in self._boxed:
            return Reason.BOX
        if place not in self._raw:
            return Reason.SECOND_OPINION
        return Reason.WORDS if is_furniture(text) else Reason.OPENING
