"""Lines that look like a report's text and are none: comments, what sells the site, offers."""

from typing import Final

from wireroom.engine.pages.dump.labels import Label, speaks_to_reader
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.stems import stems
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.types import TimeFrom


def find_hushed(lines: list[Line]) -> set[int]:
    """Return the lines that belong to no report although they read as text."""
    return _comment_lines(lines) | _sales_lines(lines) | _offer_lines(lines)


def _comment_lines(lines: list[Line]) -> set[int]:
    """Return the lines of a comment section: from its label to the next report or list."""
    hushed: set[int] = set()
    inside = has_text = False
    for index, line in enumerate(lines):
        has_text |= line.kind is Kind.PROSE
        if line.label in (Label.COMMENTS, Label.AUTHOR_LIST):
            inside = has_text  # above the report it leads down to them
        elif line.label in (Label.RELATED, Label.NEXT) or _opens_article(line):
            inside = False
        elif inside and _opens_report(lines, index):
            inside = False
            hushed.difference_update(range(max(0, index - _HEADER_REACH), index))
        if inside and line.label is None:
            hushed.add(index)
    return hushed


_HEADER_REACH: Final = 3
_FEWEST_TITLE_WORDS: Final = 4
_LONG_TEXT: Final = 100  # signs; comments under a line of four words and a day are seldom longer


def _opens_report(lines: list[Line], index: int) -> bool:
    """Tell whether a headline with its day beside it stands over a paragraph."""
    line = lines[index]
    if line.kind is not Kind.SHORT or line.word_count < _FEWEST_TITLE_WORDS:
        return False
    below = lines[index + 1 : index + 1 + _HEADER_REACH]
    text = next((one for one in below if one.kind is Kind.PROSE), None)
    near = [*lines[max(0, index - _HEADER_REACH) : index], *below]
    is_dated = any(
        one.header and one.header.published and one.header.published.time_from is TimeFrom.STATED
        for one in near
    )
    return text is not None and len(text.text) >= _LONG_TEXT and is_dated


# Share of an offer's words that the report holds; set on the invented dumps.
_OFFER_SHARE: Final = 0.15


def _offer_lines(lines: list[Line]) -> set[int]:
    """Return the sentences below a paywall that sell it: they share no words with the report."""
    told: set[str] = set()
    offers: list[int] = []
    is_inside = False
    for index, line in enumerate(lines):
        if line.label is Label.PAYWALL and told:
            is_inside = True
        elif line.label in (Label.RELATED, Label.NEXT, Label.COMMENTS) or _opens_article(line):
            is_inside = False
        elif line.kind is Kind.PROSE and is_inside:
            offers.append(index)
        elif line.kind is Kind.PROSE:
            told |= stems(line.text)
    own = stems(" ".join(lines[index].text for index in offers))
    return set(offers) if len(own & told) < _OFFER_SHARE * len(own) else set()


def _sales_lines(lines: list[Line]) -> set[int]:
    """Return the sentences below buttons that go on selling the app, the letter, the site."""
    sales: set[int] = set()
    for index in range(1, len(lines)):
        is_button = lines[index - 1].label in (Label.FURNITURE, Label.PAYWALL)
        follows = is_button or index - 1 in sales
        if follows and lines[index].kind is Kind.PROSE and speaks_to_reader(lines[index].text):
            sales.add(index)
    return sales


def _opens_article(line: Line) -> bool:
    return line.kind is Kind.URL or line.is_heading or line.is_repeated
