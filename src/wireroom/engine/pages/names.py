"""The id of an article: the file's name without its endings, numbered on pages of several."""

import re
from typing import Final

_ENDINGS: Final = re.compile(r"\.(?:gz|html?|txt|xml|rss|atom|json|warc)\Z", re.IGNORECASE)


def article_id(name: str, position: int) -> str:
    """Return "page" for page.html.gz and "page#1" for its next article; a URL keeps its path."""
    stem = name.rstrip("/")
    if "://" not in stem:
        stem = stem.replace("\\", "/").rpartition("/")[2]
    previous = None
    while stem != previous:
        previous, stem = stem, _ENDINGS.sub("", stem)
    return f"{stem or 'page'}#{position}" if position else stem or "page"
