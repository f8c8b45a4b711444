"""Which records of a web archive hold a page that can be taken in, and why others do not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.pages.warc import Record
from wireroom.engine.pages.warc_answer import NoPage, check_is_page, read_answer
from wireroom.engine.terms import header_terms
from wireroom.engine.urls import canonical_url

# As much as the fetcher takes of a page.
LARGEST: Final = 10_000_000
_LONGEST_URL: Final = 2_000  # that a page's row has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """A page as it stood at its canonical address; `captured_at` is aware."""

    url: str
    body: bytes
    content_type: str
    captured_at: datetime
    terms: tuple[str, ...] = ()


def page_of(record: Record) -> ArchivedPage:
    """Return the page of an HTTP response's record. Raises NoPage with a reason of few words.

    What its crawler cut off is none: a part of a report would stand as its correction. Nor is a
    revisit, which says that the bytes were those of an earlier record.
    """
    if record.kind != "response":
        raise NoPage(f"{record.kind[:20] or 'nameless'} record")
    if record.headers.get("warc-truncated"):
        raise NoPage("cut off by its crawler")
    url = canonical_url(record.url or "")
    if url is None or len(url) > _LONGEST_URL:
        raise NoPage("no usable address")
    if record.captured_at is None:
        raise NoPage("no time")
    answer = read_answer(record.block, largest=LARGEST)
    check_is_page(answer.content_type, answer.body)
    return ArchivedPage(
        url=url,
        body=answer.body,
        content_type=answer.content_type or "",
        captured_at=record.captured_at,
        terms=header_terms(answer.headers),
    )
