"""Addresses that open a report on the exact words that are cited."""

import re
from typing import Final
from urllib.parse import quote

from wireroom.news.queries.cited import Cited
from wireroom.web.parts import page_url

# A text fragment (WICG, "URL Fragment Text Directives"): the first and the last words are enough
# to find a long passage, and a browser that does not know them opens the page at its top.
_EDGE_WORDS: Final = 5
_SPACES: Final = re.compile(r"\s+")


def cite_url(cited: Cited) -> str:
    """Return where the words stand: on the report's page here, else at its publisher's."""
    here = page_url("article", article_id=cited.report.id)
    address = cited.report.link if cited.leads_out else here
    return address if "#" in address else address + text_fragment(cited.text)


def text_fragment(text: str) -> str:
    """Return the fragment that finds a text in a page, however it is spaced there."""
    given = _SPACES.split(text.strip())
    if len(given) <= 2 * _EDGE_WORDS:
        return f"#:~:text={_encoded(given)}" if text.strip() else ""
    return f"#:~:text={_encoded(given[:_EDGE_WORDS])},{_encoded(given[-_EDGE_WORDS:])}"


def _encoded(given: list[str]) -> str:
    # Hyphens and commas have a meaning of their own there.
    return quote(" ".join(given), safe="").replace("-", "%2D")
