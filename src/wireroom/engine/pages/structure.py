"""The HTML of an article follows its paragraphs: what was dropped or shortened is so there too."""

from collections.abc import Sequence

from wireroom.engine.pages.inline_markup import Span
from wireroom.engine.pages.markup import article_html, plain_html
from wireroom.engine.pages.sheet import Sheet


def html_of(
    sheet: Sheet, places: Sequence[int], paragraphs: Sequence[str], *, base: str | None
) -> str:
    """Return an article's paragraphs as HTML, with the structure of the blocks that gave them.

    `places` are the blocks that the paragraphs come from, more or as many, in page order. What
    stands between them was dropped; the first and the last paragraph may be shortened. Text
    and paragraphs agree word for word: where they cannot be matched, paragraphs are all there is.
    """
    found = _matched([sheet.blocks[place].text for place in places], paragraphs)
    if found is None:
        return plain_html(paragraphs)
    rows = [places[row] for row, _span in found]
    spans = {places[row]: span for row, span in found if span is not None}
    return article_html(sheet, rows, base=base, spans=spans)


def rows_of(
    sheet: Sheet, places: Sequence[int], paragraphs: Sequence[str]
) -> tuple[int, ...] | None:
    """Return the place of the block that gave each paragraph; None where one cannot be told."""
    found = _matched([sheet.blocks[place].text for place in places], paragraphs)
    return None if found is None else tuple(places[row] for row, _span in found)


def _matched(
    texts: Sequence[str], paragraphs: Sequence[str]
) -> list[tuple[int, Span | None]] | None:
    """Return for each paragraph its row among the texts, and its part of that text if cut.

    None where one has no text left. The first row that fits is taken, so none is missed.
    """
    found: list[tuple[int, Span | None]] = []
    row, last = 0, len(paragraphs) - 1
    for number, paragraph in enumerate(paragraphs):
        place = _find(texts, paragraph, row)
        span: Span | None = None
        if place is None and number in (0, last):
            place = next((n for n in range(row, len(texts)) if paragraph in texts[n]), None)
            if place is not None:
                # What opens a report is cut off its first paragraph, what closes it off its last.
                start = (texts[place].rfind if number == 0 else texts[place].find)(paragraph)
                span = (start, start + len(paragraph))
        if place is None:
            return None
        found.append((place, span))
        row = place + 1
    return found


def _find(texts: Sequence[str], paragraph: str, row: int) -> int | None:
    for place in range(row, len(texts)):
        if texts[place] == paragraph:
            return place
    return None
