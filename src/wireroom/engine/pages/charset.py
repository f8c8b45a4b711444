"""The charset of a page: what HTTP and the page state, in this order."""

import re
from typing import Final

from wireroom.engine.text.charset import decode_web, http_charset

_META_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)""",
    re.IGNORECASE,
)


def decode_page(raw: bytes, *, content_type: str | None = None) -> str:
    """Return the text of a page; never fails, broken characters become U+FFFD."""
    meta = _META_CHARSET.search(raw, 0, 8192)
    declared = (meta[1] or meta[2]).decode("ascii") if meta else None
    return decode_web(raw, stated=(http_charset(content_type), declared))
