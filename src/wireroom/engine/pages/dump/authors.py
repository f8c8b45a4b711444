"""Pages about a writer, which hold a life in brief and a list of headlines but no report."""

from dataclasses import replace
from typing import Final

from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.types import Article, Health

# A life in brief is a paragraph or two.
_MOST_PARAGRAPHS: Final = 3


def as_author_page(
    lines: list[Line], segments: list[Segment], articles: tuple[Article, ...]
) -> tuple[Article, ...]:
    """Mark a page that is about a writer; other pages come back unchanged."""
    if len(articles) != 1 or len(articles[0].paragraphs) > _MOST_PARAGRAPHS:
        return articles
    end = segments[0].body[-1]
    below = [line for line in lines[end + 1 :] if line.label is Label.AUTHOR_LIST]
    name = articles[0].title.casefold()
    opens_with_name = articles[0].paragraphs[:1] and articles[0].paragraphs[
        0
    ].casefold().startswith(name)
    if not below or not (opens_with_name or any(name in line.text.casefold() for line in below)):
        return articles
    warning = "a page about its author: no report of its own"
    return (
        replace(articles[0], health=Health.AUTHOR_PAGE, warnings=(*articles[0].warnings, warning)),
    )
