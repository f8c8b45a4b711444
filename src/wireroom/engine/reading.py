"""From fetched bytes to articles with the prints of their texts: one task of a worker."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from wireroom.engine.copies.attributions import keep_attributions
from wireroom.engine.copies.fingerprint import fingerprint, pack, unpack
from wireroom.engine.copies.lineage import compare
from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.read import read_with_memory
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.pivots import find_pivots
from wireroom.engine.terms import meta_terms, own_terms, split_terms
from wireroom.engine.transcripts.report import (
    TEXTLESS,
    GivenTranscript,
    read_given,
    report_of,
    with_transcript,
)
from wireroom.engine.types import Article, ArticleText, CopyKind, CopyPair, Document

_ZLIB_OR_GZIP: Final = zlib.MAX_WBITS | 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as read, with what copies and stories keep of its text.

    A page's main article also has what the page showed, packed, for its outlet's memory, and
    the paragraphs that the memory left out. `dense` is filled in where an embedder is used.
    `terms` is what the page's head states of its use (engine.terms).
    """

    article: Article
    copy_prints: bytes
    story_features: bytes
    pivots: bytes = b""
    dense: bytes = b""
    attributions: str = ""
    shown: bytes = b""
    left_out: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


# Pairs that share a quote alone, filed by one article: a statement that a thousand reports have
# makes three thousand rows, not half a million.
MOST_QUOTES: Final = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """Which articles a text was compared with, and the pairs that share passages."""

    others: tuple[str, ...] = ()
    pairs: tuple[CopyPair, ...] = ()


def read_page(
    deflated: bytes,
    *,
    url: str,
    content_type: str | None,
    captured_at: datetime,
    memory: bytes = b"",
    transcript: GivenTranscript | None = None,
) -> tuple[Reading, ...]:
    """Read every article of a page kept as a zlib stream or gzip file.

    `memory` is its outlet's, packed; bytes of another version count as none. `transcript` is the
    main article's text where the page has none of its own. Raises UnreadablePage with its reason.
    """
    if transcript is not None and transcript.is_page:
        return _read_spoken(
            url, replace(transcript, deflated=deflated, content_type=content_type or "")
        )
    said = read_given(transcript) if transcript is not None else ()
    terms = own_terms(split_terms(transcript.terms)) if transcript is not None else ()
    try:
        readings = _read_written(deflated, url, content_type, captured_at, memory)
    except UnreadablePage:
        if not said:
            raise
        return (replace(take_prints(report_of(url, said)), terms=terms),)
    if not said or not readings or readings[0].article.health not in TEXTLESS:
        return readings
    main = readings[0]
    told = replace(
        take_prints(with_transcript(main.article, said)),
        shown=main.shown,
        left_out=main.left_out,
        terms=(*main.terms, *terms),
    )
    return (told, *readings[1:])


def _read_spoken(url: str, transcript: GivenTranscript) -> tuple[Reading, ...]:
    said = read_given(transcript)
    if not said:
        raise UnreadablePage("not_a_page", "no transcript after all, or one of a few words")
    return (take_prints(report_of(url, said)),)


def _read_written(
    deflated: bytes, url: str, content_type: str | None, captured_at: datetime, memory: bytes
) -> tuple[Reading, ...]:
    document = Document(
        name=url,
        raw=zlib.decompress(deflated, _ZLIB_OR_GZIP),
        url=url,
        content_type=content_type or None,
        captured_at=captured_at,
    )
    page = read_with_memory(document, Memory.unpack(memory))
    readings = [take_prints(article) for article in page.articles]
    if readings:
        shown = page.shown.pack() if page.shown else b""
        readings[0] = replace(readings[0], shown=shown, left_out=page.left_out)
    terms = meta_terms(document.raw)
    return tuple(replace(one, terms=terms) for one in readings) if terms else tuple(readings)


def take_prints(article: Article) -> Reading:
    """Add the prints of the article's text."""
    text = ArticleText(
        id=article.id,
        title=article.title,
        body=article.body,
        published_at=article.published,
        lang=article.lang,
        outlet=article.outlet,
        wire_credit=article.wire_credit,
    )
    return Reading(
        article=article,
        copy_prints=pack(fingerprint(article.body)),
        story_features=extract_features(text).pack(),
        pivots=find_pivots(text).pack(),
        attributions=keep_attributions(article.body),
    )


def compare_with(
    text: ArticleText, others: Sequence[ArticleText], *, furniture: bytes = b""
) -> Compared:
    """Return the pairs of `text` with those of `others` that share passages with it.

    `furniture` are the packed prints of `text` that stand in too many articles to tell anything.
    A statement may stand in hundreds of reports: few of those that share no more are kept.
    """
    known = unpack(furniture)
    compared = (compare(text, other, furniture=known, quotes=True) for other in others)
    pairs = [pair for pair in compared if pair is not None]
    quotes = [pair for pair in pairs if pair.kind is CopyKind.QUOTE]
    quotes.sort(key=_quoted_most)
    copies = (pair for pair in pairs if pair.kind is not CopyKind.QUOTE)
    return Compared(
        others=tuple(other.id for other in others), pairs=(*copies, *quotes[:MOST_QUOTES])
    )


def _quoted_most(pair: CopyPair) -> tuple[float, str]:
    return -max(pair.containment_a, pair.containment_b), pair.b
