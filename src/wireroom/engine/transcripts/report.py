"""A transcript as a report's text, where the report's own page has none."""

import zlib
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.pages.markup import plain_html
from wireroom.engine.text.direction import direction_of
from wireroom.engine.text.language import language_of
from wireroom.engine.transcripts.read import MAX_BYTES, read_transcript
from wireroom.engine.types import Article, Health, Role, TranscriptKind

# What a page is that has no text of a report. One behind a paywall has, and keeps it there.
TEXTLESS: Final = frozenset({Health.EMPTY, Health.VIDEO_ONLY, Health.AUDIO_ONLY, Health.FURNITURE})
# Characters: what is shorter is a caption or a jingle. Pages have to hold as much to be reports.
_LEAST: Final = 240
_ZLIB_OR_GZIP: Final = zlib.MAX_WBITS | 32


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTranscript:
    """A transcript as it was kept: a zlib stream or gzip file, and what it states of its use.

    `is_page` is true where no other page tells of the recording: its bytes are the page's.
    """

    kind: TranscriptKind
    deflated: bytes = b""
    content_type: str = ""
    terms: str = ""
    is_page: bool = False


def read_given(given: GivenTranscript) -> tuple[str, ...]:
    """Return the transcript's paragraphs; none where there are too few to be a report."""
    try:
        raw = zlib.decompressobj(_ZLIB_OR_GZIP).decompress(given.deflated, MAX_BYTES)
    except zlib.error:
        return ()
    said = read_transcript(raw, given.kind, content_type=given.content_type or None)
    return said if sum(map(len, said)) >= _LEAST else ()


def with_transcript(article: Article, said: tuple[str, ...]) -> Article:
    """Return the report with what is said as its text; few words of its page lead to it."""
    words = " ".join([article.title, *said])[:2_000]
    stated = None if article.lang == "und" else article.lang
    return replace(
        article,
        standfirst=article.standfirst or " ".join(article.paragraphs) or None,
        paragraphs=said,
        html=plain_html(said),
        lang=language_of(words, stated=stated),
        dir=direction_of(words),
        health=Health.ARTICLE,
        warnings=(),
        is_transcript=True,
    )


def report_of(name: str, said: tuple[str, ...]) -> Article:
    """Return a report of which nothing is known but what is said: its announcement names it."""
    bare = Article(id=name, file=name, position=0, role=Role.MAIN, title="")
    return with_transcript(bare, said)
