"""The texts of an e-mail: its HTML and its plain text, found in whatever nest of parts (MIME)."""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Final

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.feeds.sanitise import drop_unwritable
from wireroom.engine.newsletters.issue import NotTaken
from wireroom.engine.pages.charset import decode_page
from wireroom.engine.pages.intake import take_in
from wireroom.engine.types import Document

# The longest of a week's newsletters seen was .4 MB without its attachments; pictures are
# attached by some.
MAX_LETTER: Final = 5_000_000
# Parts that hold parts: a forwarded letter with pictures and two texts has five.
_MOST_NESTED: Final = 40
_MOST_PARTS: Final = 500
_HOLDER: Final = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.M)
_BOUNDARY: Final = re.compile(rb"boundary\s*=\s*\"?([^\"\s;]{1,200})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Texts:
    """What a letter says: as HTML, and in plain text; empty where it does not."""

    html: str = ""
    plain: str = ""


def read_texts(raw: bytes) -> Texts:
    """Return the first HTML and the first plain text that are no attachments. Raises NotTaken."""
    _refuse_bombs(raw)
    found = {"text/html": "", "text/plain": ""}
    waiting = [BytesParser().parsebytes(raw)]
    while waiting and not all(found.values()):
        part = waiting.pop()
        kind = part.get_content_type()
        held = part.get_payload() if part.is_multipart() else None
        if kind.startswith("multipart/") and isinstance(held, list):
            waiting += [one for one in reversed(held) if isinstance(one, Message)]
        elif kind in found and not found[kind] and not _is_attached(part):
            found[kind] = _text(part, is_html=kind == "text/html")
    return Texts(found["text/html"], found["text/plain"])


def _refuse_bombs(raw: bytes) -> None:
    """Refuse what takes minutes or gigabytes to take apart, by what its bytes show at a glance."""
    if len(raw) > MAX_LETTER:
        raise NotTaken(f"it has more than {MAX_LETTER // 1_000_000} MB")
    if len(_HOLDER.findall(raw)) > _MOST_NESTED:
        raise NotTaken("its parts are nested deeper than those of any letter")
    borders = set(_BOUNDARY.findall(raw))
    is_crowded = len(borders) > 2 * _MOST_NESTED
    if is_crowded or sum(raw.count(b"--" + border) for border in borders) > _MOST_PARTS:
        raise NotTaken("it has more parts than any letter")


def _is_attached(part: Message) -> bool:
    return str(part.get("content-disposition", "")).strip().lower().startswith("attachment")


def _text(part: Message, *, is_html: bool) -> str:
    """Return a part's text; empty where it is none."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return ""
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    stated = str(part.get("content-type", ""))
    if not is_html:
        return drop_unwritable(decode_page(payload, content_type=stated))
    document = Document(name="letter", raw=payload, content_type=stated)
    try:
        return take_in(document)[0]
    except UnreadablePage as error:
        if error.reason in ("empty", "not_text"):
            return ""
        raise NotTaken(f"its page cannot be read: {error}") from error
