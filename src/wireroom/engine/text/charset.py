"""From bytes to text: which charset a page or feed is really written in, whatever it says."""

import codecs
import re
from collections.abc import Iterable
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTTP_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_ARABIC_HINT: Final = re.compile(
    rb"""(?:\blang\s*=\s*["']?|<language>\s*)(?:ar|fa|ur)\b|dir\s*=\s*["']?rtl""", re.IGNORECASE
)
# What the web is written in; Python knows stranger codecs (rot13, unicode_escape).
_WEB_CHARSETS: Final = re.compile(
    r"(?:utf|unicode|ascii|us-ascii|latin|iso|win|cp[\d_-]|koi8|gb|big5|euc|shift|s?jis|mac|tis|"
    r"ibm|cs|ms-|\d{3}$|x-)",
    re.IGNORECASE,
)
# WHATWG Encoding Standard, section 4.2: what these labels mean on the web.
_WEB_MEANING: Final = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac-roman",
}
_PYTHON_NAMES: Final = {"windows-874": "cp874"}
# Single-byte charsets are guessed from this much text past the head.
_GUESSED_BYTES: Final = 200_000
# A declared charset may break this share of the characters (a pasted quote, a cut stream).
_BROKEN_SHARE: Final = 200
_CYRILLIC: Final = re.compile(r"[а-яё]{3,}")
_ARABIC_WORD: Final = re.compile(r"[\u0621-\u064a]{3,}")
# Runs of plain letters, and what makes some of them words of windows-1252. Each run is taken
# whole: one that is long would else be tried anew from each of its letters.
_LATIN_RUN: Final = re.compile(r"[a-zA-Z]++([à-öø-ÿßœ]+[a-zà-öø-ÿ]*|[’“”–—])?")
# A word that holds one of the common letter pairs of Arabic is no chance: "ال" opens most nouns.
_ARABIC_COMMON: Final = re.compile(r"\bال[\u0621-\u064a]{2,}|\b(?:في|من|على|إلى|عن|أن|ان)\b")


def decode_web(raw: bytes, *, stated: Iterable[str | None] = ()) -> str:
    """Return the text of what the web brought; never fails, broken characters become U+FFFD.

    The order: byte order mark, UTF-16 by its NULs, UTF-8, the charsets stated in the order
    given, a guess. A stated charset counts only when the bytes fit it; text in another charset
    is almost never valid UTF-8, so valid non-ASCII UTF-8 beats a statement to the contrary.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if (wide := _wide_charset(raw)) is not None:
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_as(_stated_or_guessed(raw, stated), raw)


def http_charset(content_type: str | None) -> str | None:
    """Return the charset that a Content-Type header states."""
    found = _HTTP_CHARSET.search(content_type or "")
    return found[1] if found else None


def _wide_charset(raw: bytes) -> str | None:
    """Return UTF-16 without a mark: it opens with a tag, or every other byte is NUL."""
    # The tag tells it of text whose letters are no ASCII: few bytes of that are NUL.
    if raw[:1] == b"<" and raw[1:4:2] == b"\0\0" and raw[2:3] != b"\0":
        return "utf-16-le"
    if raw[1:2] == b"<" and raw[0:3:2] == b"\0\0" and raw[3:4] != b"\0":
        return "utf-16-be"
    head = raw[:400]
    if len(head) < 8:
        return None
    if head[1::2].count(0) * 10 > len(head) * 4 and head[::2].count(0) == 0:
        return "utf-16-le"
    if head[::2].count(0) * 10 > len(head) * 4 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _stated_or_guessed(raw: bytes, stated: Iterable[str | None]) -> str:
    for label in stated:
        name = _web_name(label)
        if name and _fits(name, raw):
            return name
    return "utf-8" if _fits("utf-8", raw) else _guess(raw)


def _web_name(label: str | None) -> str | None:
    if not label or not _WEB_CHARSETS.match(label):
        return None
    name = _WEB_MEANING.get(label.lower(), label.lower())
    name = _PYTHON_NAMES.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _fits(name: str, raw: bytes) -> bool:
    sample = raw[:1_000_000]
    text = _decoded_as(name, sample)
    if text.count("\ufffd") * _BROKEN_SHARE >= len(text):
        return False
    # windows-1252 decodes anything: it must not win over a page whose bytes read as Arabic.
    return name not in ("cp1252", "iso8859-1") or not _reads_arabic(sample)


def _reads_arabic(sample: bytes) -> bool:
    if not _ARABIC_HINT.search(sample, 0, 20_000):
        return False
    return len(_ARABIC_COMMON.findall(_decoded_as("cp1256", sample))) >= 3


def _guess(raw: bytes) -> str:
    """Return the single- or multi-byte charset in which the bytes make the most words."""
    sample = raw[:_GUESSED_BYTES]
    for name in ("gb18030", "cp932", "euc_jp", "cp949"):
        if _is_cjk(name, sample):
            return name
    scores = {
        "cp1256": 3 * len(_ARABIC_COMMON.findall(_decoded_as("cp1256", sample))),
        "iso8859-6": 3 * len(_ARABIC_COMMON.findall(_decoded_as("iso8859-6", sample))),
        "cp1251": len(_CYRILLIC.findall(_decoded_as("cp1251", sample))),
        "koi8-r": len(_CYRILLIC.findall(_decoded_as("koi8-r", sample))),
        "cp1252": sum(map(bool, _LATIN_RUN.findall(_decoded_as("cp1252", sample)))),
    }
    if _ARABIC_HINT.search(sample, 0, 20_000):
        scores["cp1256"] += 1
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > scores["cp1252"] else "cp1252"


def _is_cjk(name: str, sample: bytes) -> bool:
    text = _decoded_as(name, sample)
    if text.count("\ufffd") * _BROKEN_SHARE >= len(text):
        return False
    foreign = [sign for sign in text if sign > "\x7f"]
    han = sum("\u3040" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u6bff" for sign in foreign)
    hangul = sum("\uac00" <= sign <= "\ud7a3" for sign in foreign)
    return len(foreign) >= 20 and (han + hangul) * 10 >= len(foreign) * 8


def _decoded_as(name: str, raw: bytes) -> str:
    try:
        return raw.decode(name, "replace")
    except (LookupError, UnicodeError):
        return raw.decode("cp1252", "replace")
