"""Random HTML trees for tests of the flat page, and an independent walk of what they show."""

from collections.abc import Iterator

from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.sheet import Sheet, lay_out

# Tags that the parser leaves where they are written; tables and forms have rules of their own.
BOXES = ("div", "section", "article", "main", "footer", "ul", "blockquote", "nav", "aside")
INLINE = ("span", "b", "strong", "em", "a")
_HIDDEN = ("script", "style", "template", "svg", "button")
_TEXT = st.text(alphabet="abcXYZ äé نص .,\n\u00ad\u200b", min_size=1, max_size=12)


def _wrapped(tags: tuple[str, ...], inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda tag, held: f"<{tag}>{held}</{tag}>", st.sampled_from(tags), inside)


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=4).map("".join)


_LINES = st.recursive(
    _TEXT | st.sampled_from(("<br>", "<br><br>", "<br> <br>", "<img src=x>")),
    lambda inner: _wrapped(INLINE, _joined(inner)),
    max_leaves=6,
)
_UNSEEN = _wrapped(_HIDDEN, st.just("hidden"))
BODIES = _joined(
    st.recursive(_LINES | _UNSEEN, lambda inner: _wrapped(BOXES, _joined(inner)), max_leaves=20)
)


def sheet_of(body: str) -> Sheet:
    """Return the flat page of a body."""
    return lay_out(
        LexborHTMLParser(f"<html><head><title>t</title></head><body>{body}</body></html>")
    )


def shown_letters(node: LexborNode) -> Iterator[str]:
    """Yield the texts below a node that a reader sees, by plain recursion over the tree."""
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            yield child.text_content or ""
        elif tag == "footer" and not _within_report(child):
            continue
        elif tag not in (*_HIDDEN, "nav", "-comment"):
            yield from shown_letters(child)


def _within_report(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in ("article", "main"):
            return True
        above = above.parent
    return False
