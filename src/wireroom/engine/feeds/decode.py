"""From bytes to the text of a feed: unpacked, in the right charset, trimmed to a bound."""

import codecs
import re
import zlib
from typing import Final

from wireroom.engine.errors import NotAFeed

# A poll reads what is new: real feeds hold 10 to 500 entries, news sitemaps up to 1,000
# (the limit of Google's news sitemap), a few podcast and archive feeds more.
MAX_ENTRIES: Final = 1_000
MAX_BYTES: Final = 60_000_000  # read at all; a sitemap may have 50 MB (sitemaps.org)
MAX_CHARS: Final = 10_000_000  # parsed; as much as a fetch brings
_BLOATED_TAG: Final = re.compile(r"<[A-Za-z](?:[^<>=]*=){1000}")  # costs a parser its square
_TAIL_CHARS: Final = 100_000  # where the end tags of the whole document are looked for
MAX_TAGS: Final = 150_000  # about 3 CPU seconds of feedparser in the worst case
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_HTTP_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._-]+)""", re.IGNORECASE)
_ARABIC_HINT: Final = re.compile(rb"""(?:<language>\s*|lang=["'])(?:ar|fa|ur)\b""")
# XML 1.0 section 2.2: characters that no document may hold.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHARSETS: Final = re.compile(
    r"(utf[-_]?(8|16|32)|ascii|us-ascii|latin|iso|windows|cp\d|koi8|gb|big5|euc|shift|s?jis|mac|tis|x-)",
    re.IGNORECASE,
)  # what feeds are written in; Python knows stranger codecs (rot13, unicode_escape)


def decode_feed(raw: bytes, content_type: str | None = None) -> str:
    """Return the text of a feed; raises NotAFeed when it is empty, too large or no text."""
    raw = _unpacked(raw)
    if len(raw) > MAX_BYTES:
        raise NotAFeed(f"this is larger than {MAX_BYTES // 1_000_000} MB; give a smaller feed")
    if not raw.strip():
        raise NotAFeed("the answer is empty: no feed is there (any more)")
    text = _decoded(raw, content_type)
    if _looks_binary(text):
        raise NotAFeed("this is a binary file (a picture, an archive ...), not a feed")
    return _FORBIDDEN.sub("", text)


def trim_entries(text: str, *names: str) -> tuple[str, bool]:
    """Cut the entries (elements called `names`) past the bounds; the rest stays well-formed.

    Returns the text and whether something was cut. Raises NotAFeed when the first entry
    already passes them.
    """
    if _BLOATED_TAG.search(text):
        raise NotAFeed("this is no sensible feed: one of its elements has over 1,000 attributes")
    element = rf"(?:[\w.-]+:)?(?:{'|'.join(names)})"
    starts = [match.start() for match in re.finditer(rf"<{element}(?=[\s>/])", text)]
    if len(starts) <= MAX_ENTRIES and _fits(text):
        return text, False
    bounds = starts[1 : MAX_ENTRIES + 1]
    cut = _last_fitting(text, bounds)
    if cut is None:
        raise NotAFeed("this has too much markup for a feed; its first entry is over the limit")
    near = max(cut, len(text) - _TAIL_CHARS)
    ends = [match.end() for match in re.finditer(rf"</{element}\s*>", text[near:])]
    return text[:cut] + (text[near + ends[-1] :] if ends else ""), True


def _fits(text: str) -> bool:
    return len(text) <= MAX_CHARS and _weight(text, 0, len(text)) <= MAX_TAGS


def _weight(text: str, start: int, end: int) -> int:
    # A reference costs feedparser an eighth of what a tag does.
    return text.count("<", start, end) + text.count("&", start, end) // 8


def _last_fitting(text: str, bounds: list[int]) -> int | None:
    best, tags, done = None, 0, 0
    for bound in bounds:
        tags += _weight(text, done, bound)
        done = bound
        if bound > MAX_CHARS or tags > MAX_TAGS:
            break
        best = bound
    return best


def _unpacked(raw: bytes) -> bytes:
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    try:
        return zlib.decompressobj(wbits=31).decompress(raw, MAX_BYTES + 1)
    except zlib.error as error:
        raise NotAFeed("this is a damaged gzip file, not a feed") from error


def _decoded(raw: bytes, content_type: str | None) -> str:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if (wide := _wide_charset(raw)) is not None:
        return raw.decode(wide, "replace")
    try:
        # Text in another charset is almost never valid UTF-8, whatever it declares.
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_as(_charset(raw, content_type), raw)


def _wide_charset(raw: bytes) -> str | None:
    if raw[:1] == b"<" and raw[1:4:2] == b"\0\0" and raw[2:3] != b"\0":
        return "utf-16-le"
    if raw[1:2] == b"<" and raw[0:3:2] == b"\0\0":
        return "utf-16-be"
    return None


def _decoded_as(charset: str, raw: bytes) -> str:
    try:
        return raw.decode(charset, "replace")
    except (LookupError, UnicodeError):
        return raw.decode("windows-1252", "replace")


def _charset(raw: bytes, content_type: str | None) -> str:
    declared = _DECLARED.search(raw, 0, 1024)
    http = _HTTP_CHARSET.search(content_type or "")
    for name in (declared and declared[1].decode("ascii"), http and http[1]):
        if name and _CHARSETS.match(name) and _is_honest(name, raw):
            return name
    if _is_honest("utf-8", raw):
        return "utf-8"
    return "windows-1256" if _ARABIC_HINT.search(raw, 0, 5000) else "windows-1252"


def _is_honest(name: str, raw: bytes) -> bool:
    """Whether the charset exists and at most one character in 200 of the text is broken."""
    try:
        text = raw[:1_000_000].decode(name, "replace")
    except (LookupError, UnicodeError):
        return False
    return text.count("\ufffd") * 200 < len(text)


def _looks_binary(text: str) -> bool:
    head = text[:2000]
    return len(_FORBIDDEN.findall(head)) + head.count("\ufffd") > max(2, len(head) // 20)
