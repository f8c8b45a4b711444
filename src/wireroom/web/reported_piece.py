"""The words that a link to report an error was made for, as their page shows them now."""

from wireroom.news.queries.article import read_article
from wireroom.news.queries.errors import ShownPiece, read_piece
from wireroom.news.queries.machine_translation import read_translation
from wireroom.news.services.errors import TRANSLATION
from wireroom.news.translatable import join_pieces
from wireroom.web.editions import current_edition
from wireroom.web.error_links import Place


def find_piece(place: Place) -> ShownPiece | None:
    """Return the words at a place; None where they may not be shown now."""
    if place.room == TRANSLATION:
        return _find_translated(place)
    return read_piece(place.article, place.revision, place.start, place.end)


def _find_translated(place: Place) -> ShownPiece | None:
    page, lang = read_article(place.article), current_edition().lang
    words = page.translatable if page else None
    told = read_translation(words, lang) if words else None
    if page is None or told is None or page.report.revision_count != place.revision:
        return None
    text = join_pieces(told.texts[place.start]) if place.start < len(told.texts) else ""
    return (
        ShownPiece(text=text, lang=lang, report=page.report, is_translated=True) if text else None
    )
