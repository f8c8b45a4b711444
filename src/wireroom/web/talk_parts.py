"""The markup of comments: made here of escaped words, and of nothing that a commenter wrote."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from wireroom.engine.moderation.assessment import Reason
from wireroom.engine.talk.blocks import Block, Piece, find_blocks
from wireroom.web.direction import text_direction
from wireroom.web.parts import tongue

# Nobody's word here speaks for the site that is linked, nor learns who came from where.
_LEADS_OUT: Final = 'rel="nofollow ugc noopener noreferrer"'
_LONGEST_ADDRESS: Final = 60


def comment_html(text: str, lang: str = "") -> Markup:
    """Return a comment's paragraphs and quotes, each in its own direction."""
    blocks = "\n".join(_block(block, lang) for block in find_blocks(text))
    return Markup(f'<div class="comment-text"{tongue(lang)}>{blocks}</div>')  # noqa: S704


def marked_html(text: str, reasons: Sequence[Reason]) -> Markup:
    """Return a comment's text, line by line, with the words marked that reasons rest on."""
    borders = sorted({0, len(text), *(at for one in reasons for at in (one.start, one.end))})
    kinds = [(one.start, one.end) for one in reasons if one.end - one.start < len(text)]
    runs = []
    for start, end in pairwise(borders):
        words = _visible(text[start:end])
        is_marked = any(first <= start and end <= last for first, last in kinds)
        runs.append(f"<mark>{words}</mark>" if is_marked else words)
    shown = "".join(runs)
    way = text_direction(text)
    return Markup(f'<div class="comment-raw" dir="{way}">{shown}</div>')  # noqa: S704


def _block(block: Block, lang: str) -> str:
    said = "".join(piece.text for line in block.lines for piece in line)
    lines = "<br>".join("".join(map(_piece, line)) for line in block.lines)
    way = text_direction(said, lang)
    if block.is_quote:  # its rule stands where its lines begin
        return f'<blockquote dir="{way}"><p>{lines}</p></blockquote>'
    return f'<p dir="{way}">{lines}</p>'


def _piece(piece: Piece) -> str:
    if piece.kind == "link":
        return _link(piece.text)
    return _visible(piece.text)


def _link(address: str) -> str:
    shown = address if len(address) <= _LONGEST_ADDRESS else f"{address[: _LONGEST_ADDRESS - 1]}…"
    return f'<a href="{escape(address)}" {_LEADS_OUT}><bdi dir="ltr">{escape(shown)}</bdi></a>'


def _visible(text: str) -> str:
    """Return escaped words in which a sign that turns its neighbours is a mark that does not."""
    return "".join(
        f'<span class="turned-sign">U+{ord(sign):04X}</span>'
        if "\u202a" <= sign <= "\u202e"
        else str(escape(sign))
        for sign in text
    )
