"""The transcript of a recording as a feed gives it: by its address, or in the entry itself."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.feeds.entries import lang_tag, web_url
from wireroom.engine.feeds.raw_entry import Attributes, RawEntry
from wireroom.engine.feeds.sanitise import drop_unwritable
from wireroom.engine.types import Transcript, TranscriptKind

# A talk of three hours has some 160,000 characters.
MAX_TEXT: Final = 300_000
_MOST: Final = 50  # of one entry, languages times kinds; podcasts give up to five
_KINDS: Final = {
    "text/vtt": TranscriptKind.VTT,
    "application/srt": TranscriptKind.SRT,
    "application/x-subrip": TranscriptKind.SRT,
    "application/x-srt": TranscriptKind.SRT,
    "text/srt": TranscriptKind.SRT,
    "application/json": TranscriptKind.JSON,
    "text/html": TranscriptKind.HTML,
    "application/xhtml+xml": TranscriptKind.HTML,
    "text/plain": TranscriptKind.PLAIN,
}
_ENDINGS: Final = {
    ".vtt": TranscriptKind.VTT, ".srt": TranscriptKind.SRT, ".json": TranscriptKind.JSON,
    ".html": TranscriptKind.HTML, ".htm": TranscriptKind.HTML, ".txt": TranscriptKind.PLAIN,
}  # fmt: skip
# JSON and captions tell who speaks and when; a page may hold anything besides.
_BEST: Final = tuple(TranscriptKind(name) for name in ("json", "vtt", "srt", "html", "plain"))


def entry_transcript(raw: RawEntry, base: str | None, lang: str | None) -> Transcript | None:
    """Return the transcript that tells most, in the entry's own language where that is stated."""
    linked = [
        (_is_foreign(link, "language", lang), _BEST.index(one.kind), place, one)
        for place, link in enumerate((raw.transcripts or ())[:_MOST])
        if (one := _linked(link, base)) is not None
    ]
    return min(linked)[3] if linked else _inline(raw.spoken or (), lang)


def _linked(link: Attributes, base: str | None) -> Transcript | None:
    url = web_url(link.get("url"), base)
    kind = kind_of(link.get("type"), url or "")
    return Transcript(kind=kind, url=url) if url and kind else None


def kind_of(stated: object, url: str) -> TranscriptKind | None:
    """Return how a transcript is written by its media type; by its address where it states none."""
    name = str(stated or "").partition(";")[0].strip().lower()
    if name:
        return _KINDS.get(name)
    path = urlsplit(url).path.lower()
    return next((kind for ending, kind in _ENDINGS.items() if path.endswith(ending)), None)


def _inline(spoken: Iterable[Attributes], lang: str | None) -> Transcript | None:
    """Join texts of Media RSS, which may come in pieces with times, in one language."""
    texts = [text for text in spoken if text.get("text")]
    if not texts:
        return None
    first = min(texts, key=lambda text: _is_foreign(text, "lang", lang))
    kept = (text["text"] for text in texts if text.get("lang") == first.get("lang"))
    is_html = "html" in str(first.get("type") or "")
    said = drop_unwritable("\n".join(kept)[:MAX_TEXT]).strip()
    kind = TranscriptKind.HTML if is_html else TranscriptKind.PLAIN
    return Transcript(kind=kind, text=said) if said else None


def _is_foreign(stated: Attributes, name: str, lang: str | None) -> bool:
    told = lang_tag(stated.get(name))
    return bool(told and lang and told.partition("-")[0] != lang.partition("-")[0])
