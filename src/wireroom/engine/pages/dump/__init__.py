"""Text dumps of article pages, as a browser's "select all, copy" gives them, read into articles."""

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.dump.articles import make_articles
from wireroom.engine.pages.dump.authors import as_author_page
from wireroom.engine.pages.dump.cards import find_cards
from wireroom.engine.pages.dump.classify import classify
from wireroom.engine.pages.dump.likely import find_likely
from wireroom.engine.pages.dump.lines import cut_lines
from wireroom.engine.pages.dump.live import find_entries, live_segment, with_live_entries
from wireroom.engine.pages.dump.segment import cut_segments
from wireroom.engine.pages.dump.whole import is_live, with_likely
from wireroom.engine.types import Article, Document


def read_dump(text: str, document: Document) -> tuple[Article, ...]:
    """Return the dump's articles in page order, the page's own first.

    Structure decides, not wording alone: headlines are lines that are said twice or have
    outlet, time, link or bullets beside them; prose goes with the headline above it, or with
    the one below where the copy began in mid-page. Relative times need
    `document.captured_at`; what the dump does not say stays None.

    Raises UnreadablePage ("empty", "not_a_page") when no report is found.
    """
    lines = classify(cut_lines(text), document.captured_at)
    if not lines:
        raise UnreadablePage("empty", f"{document.name}: the file holds no text")
    likely = find_likely(lines)
    entries = find_entries(lines)
    blog = live_segment(lines, entries) if entries else None
    if blog and not is_live(lines, blog, likely):
        blog = None
    read, cards = (lines, []) if blog else find_cards(lines)
    if read is not lines:
        lines, likely = read, find_likely(read)
    segments = [blog] if blog else cards or with_likely(lines, cut_segments(lines), likely)
    if not segments:
        raise UnreadablePage(
            "empty", f"{document.name}: no article found, only menus, links or notices"
        )
    articles = make_articles(lines, segments, document)
    if blog:
        return (with_live_entries(articles[0], lines, blog, entries),)
    return as_author_page(lines, segments, articles)


__all__ = ["read_dump"]
