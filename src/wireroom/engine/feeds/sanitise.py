"""Markup of others made safe: allowed HTML only (nh3), or plain text."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import nh3

from wireroom.engine.feeds.declarations import mend_declarations
from wireroom.engine.feeds.paragraphs import REL, safe_paragraphs

_TAG_NAMES: Final = (
    "a abbr b blockquote br cite code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i "
    "img ins li ol p pre q s small span strong sub sup table tbody td th thead tr u ul"
)
_TAGS: Final = frozenset(_TAG_NAMES.split())
_ATTRIBUTES: Final = {
    "*": {"dir", "lang"},
    "a": {"href"},
    "blockquote": {"cite"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
# Their text is code or a form, not words of the report; of frames see _unframed.
_DROPPED_WITH_TEXT: Final = {
    "script", "style", "noscript", "template", "iframe", "svg", "math", "textarea", "select",
    "title", "head",
}  # fmt: skip
# A tag with "<" or ">" in a value is left to the parser.
_FRAME: Final = re.compile(
    r"""<iframe\b[^<>"']*+(?:(?:"[^"<>]*+"|'[^'<>]*+')[^<>"']*+)*+>""", re.IGNORECASE
)
_FRAME_END: Final = re.compile("</iframe", re.IGNORECASE)
_FRAME_TAG: Final = re.compile(rf"{_FRAME.pattern}|</iframe\b[^<>]*+>", re.IGNORECASE)
_WORDS_ONLY: Final = nh3.Cleaner(tags=set(), clean_content_tags=_DROPPED_WITH_TEXT)
_SCHEMES: Final = {"http", "https", "mailto"}
# What a document holds beside its running text: menus, forms, times of day.
_ASIDE: Final = {"nav", "header", "footer", "aside", "form", "button", "time", "figure"}
_BLOCK_NAMES: Final = "p br div li h1 h2 h3 h4 h5 h6 tr blockquote dd dt section article"
_BLOCKS_ONLY: Final = nh3.Cleaner(
    tags={*_BLOCK_NAMES.split(), "cite"},
    attributes={},
    clean_content_tags=_DROPPED_WITH_TEXT | _ASIDE,
)
_BETWEEN: Final = re.compile(rf"</?(?:{_BLOCK_NAMES.replace(' ', '|')})>|(</?cite>)")
_BLOCK_END: Final = re.compile(r"<(?:br|/?(?:p|div|li|h[1-6]|tr|blockquote))\b[^<>]*>", re.I)
# XML 1.0 section 2.2: characters that no document may hold.
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS: Final = bytes({*range(0x20)} - {*b"\t\n\r"})
_SHORT: Final = 150  # characters; of longer texts encoding tells sooner than asking for each one
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# Tables and forms are left out: parsers move what stands wrong in them.
_SIMPLE_TAG: Final = re.compile(
    r"<(?:(br|/?(?:p|div|li|h[2-6]|blockquote))|/?(?:a|abbr|b|cite|code|dd|del|dl|dt|em|figcaption"
    r"|figure|i|img|ins|ol|q|s|small|span|strong|sub|sup|u|ul))"
    r"""(?:\s+[A-Za-z:-]++(?:="[^"<>]*+"|='[^'<>]*+')?)*+\s*+/?>"""
)
# Left to the parser: what has no end, and numbers of which some are no characters.
_ODD_REFERENCE: Final = re.compile(
    "&(?!(?:[A-Za-z]{2,8}|#(?:3[2-9]|1[6-9][0-9]|2[0-4][0-9]|8[0-9]{3}|x[2-6][0-9A-Fa-f]));)"
)
_ANY_TAG: Final = re.compile(r"<[^<>]*>")
_VOID: Final = frozenset(("br", "img", "hr", "wbr", "input", "link", "meta", "source", "area"))
_MAX_TREE: Final = 500_000  # depth x tags; real entries stay under 50,000, a bomb is in the 10**9
_MAX_PLAIN: Final = (
    700  # characters; were each a tag inside the one before, they would not cost much
)
MAX_MARKUP: Final = 500_000  # characters of one text; ten times the longest report seen in feeds


def clean_html(markup: str, *, base: str | None = None) -> str:
    """Return `markup` with allowed elements only; relative links are resolved or dropped."""
    markup = _bounded(markup)
    if (paragraphs := safe_paragraphs(markup, base)) is not None:
        return paragraphs
    if _is_costly(markup):
        return html.escape(_without_tags(markup))
    return _cleaner(base if base and _is_web(base) else None).clean(markup).strip()


@lru_cache(maxsize=64)  # making one costs more than a short text; a feed has one base
def _cleaner(base: str | None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        clean_content_tags=_DROPPED_WITH_TEXT,
        url_schemes=_SCHEMES,
        url_relative=("rewrite_with_base", base) if base else "deny",
        link_rel=REL,
    )


def plain_text(markup: str) -> str:
    """Return the words of `markup`: no tags, entities decoded once, white space folded."""
    if "<" not in markup and "&" not in markup:
        return writable_line(markup[:MAX_MARKUP])
    markup = _bounded(markup)
    if _is_costly(markup):
        return _without_tags(markup)
    if (words := _simple_words(markup)) is not None:
        return words
    spaced = _BLOCK_END.sub(r" \g<0>", markup)
    return fold_space(html.unescape(_WORDS_ONLY.clean(spaced)))


def _simple_words(markup: str) -> str | None:
    """Return the words of markup in which no parser would find others, None of any other.

    Each "<" opens a whole tag of an element that keeps its words in their order, each "&" a
    whole reference.
    """
    texts = _SIMPLE_TAG.split(markup)
    if 2 * markup.count("<") >= len(texts):
        return None
    texts[1::2] = [" " if block else "" for block in texts[1::2]]
    if "&" not in markup:
        return fold_space("".join(texts))
    return None if _ODD_REFERENCE.search(markup) else fold_space(html.unescape("".join(texts)))


def block_texts(markup: str) -> Iterator[tuple[bool, str]]:
    """Yield the words of each block, and whether it is a name (`cite`); none of menus and forms."""
    markup = _bounded(markup)
    if _is_costly(markup):
        yield False, _without_tags(markup)
        return
    parts = _BETWEEN.split(_BLOCKS_ONLY.clean(markup))
    for before, part in zip([None, *parts[1::2]], parts[::2], strict=True):
        if words := fold_space(html.unescape(part)):
            yield before == "<cite>", words


def _bounded(markup: str) -> str:
    """Return markup as it is cleaned: not too long, writable, no frames, comments closed."""
    markup = mend_declarations(drop_unwritable(markup[:MAX_MARKUP]))
    return _unframed(markup) if "<iframe" in markup.lower() else markup


def _unframed(markup: str) -> str:
    """Return markup with what frames hold instead of the frames: it is said to who sees none.

    It is cleaned like the rest. Where a frame's own tag cannot be told without a parser, what is
    inside goes with it.
    """
    if len(_FRAME.findall(markup)) == markup.lower().count("<iframe"):
        return _FRAME_TAG.sub("", markup)
    return _without_open_frames(markup)


def _without_open_frames(markup: str) -> str:
    """Leave out frames that "/>" closes, or nothing: to a parser all that follows is inside."""
    closed_before = max((match.start() for match in _FRAME_END.finditer(markup)), default=-1)

    def kept(match: re.Match[str]) -> str:
        is_open = match.start() > closed_before or match[0].endswith("/>")
        return "" if is_open else match[0]

    return _FRAME.sub(kept, markup)


def drop_unwritable(text: str) -> str:
    """Return `text` without what no database takes: control characters, lone surrogates."""
    is_short = len(text) < _SHORT and text.isprintable()
    return text if is_short or _is_writable(text) else UNWRITABLE.sub("", text)


def _is_writable(text: str) -> bool:
    # A quarter of the pattern's time, of the length of a feed; nearly every text is clean.
    try:
        raw = text.encode()
    except UnicodeEncodeError:  # half a pair of surrogates
        return False
    return len(raw.translate(None, _CONTROLS)) == len(raw) and not (
        "\ufffe" in text or "\uffff" in text
    )


def fold_space(text: str) -> str:
    """Return `text` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def writable_line(text: str) -> str:
    """Return `text` without what no database takes, its white space folded."""
    if text.isprintable():  # which is true of no white space but the space
        return fold_space(text) if "  " in text else text.strip()
    return fold_space(drop_unwritable(text))


def _is_costly(markup: str) -> bool:
    """Whether the HTML tree algorithm, quadratic in nesting, would take long on `markup`."""
    if len(markup) < _MAX_PLAIN or markup.count("<") ** 2 <= _MAX_TREE:
        return False  # not even if every tag were inside the one before
    depth = deepest = tags = 0
    for match in _TAG.finditer(markup):
        tags += 1
        if match[1]:
            depth = max(depth - 1, 0)
        elif match[2].lower() not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest * tags > _MAX_TREE


def _without_tags(markup: str) -> str:
    return fold_space(html.unescape(_ANY_TAG.sub(" ", markup)))


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))
