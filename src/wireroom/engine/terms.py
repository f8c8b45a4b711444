"""What publishers say to machines of the use of their text, in all the places where they say it.

A statement is a term and where it was said, "noai:ai.txt": noai (no use by AI; also a reserved
right of text and data mining), noarchive (no copy of the page), nosnippet (the headline alone),
and ai, which takes back a reservation that the site makes for all of its pages.

Sources: X-Robots-Tag and robots meta (Google's "Robots meta tag specifications"; noai and noml
by convention), TDM Reservation Protocol (W3C Community Group, header, meta and
/.well-known/tdmrep.json), ai.txt (Spawning), Content-Signal in robots.txt (Cloudflare).
"""

import json
import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Final

from wireroom.engine.errors import BadInput

NO_AI: Final = "noai"
NO_ARCHIVE: Final = "noarchive"
NO_SNIPPET: Final = "nosnippet"
_AI: Final = "ai"
_TDM_FILE: Final = "tdmrep.json"
_AGENT: Final = "wireroom"
_SAID: Final = {
    "noai": NO_AI, "noml": NO_AI, "noarchive": NO_ARCHIVE, "nocache": NO_ARCHIVE,
    "nosnippet": NO_SNIPPET, "max-snippet:0": NO_SNIPPET,
}  # fmt: skip
# Directives that take a value after a colon, unlike the name of a robot.
_VALUED: Final = ("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after")
# Within a line: \s would read on over empty lines from every one of them anew.
_SIGNAL: Final = re.compile(
    r"^[ \t]*content-signal[ \t]*:.*\bai-input[ \t]*=[ \t]*(yes|no)", re.I | re.M
)
_HEAD: Final = 131_072  # bytes of a page in which its head stands; the longest met has 90,000
_META: Final = re.compile(rb"<meta\b[^>]{1,500}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"""\b(name|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I
)
_MOST_RULES: Final = 1_000
_HEADERS: Final = ("X-Robots-Tag", "tdm-reservation")
_META_MARK: Final = " meta"  # ends the source of what a page's own head says


def header_terms(headers: Mapping[str, str]) -> tuple[str, ...]:
    """Return what an answer's headers (lower-case names) say."""
    robots, tdm = _HEADERS
    found = _directives(headers.get("x-robots-tag", ""), robots)
    return _each_once([*found, *_reserved(headers.get("tdm-reservation", ""), tdm)])


def meta_terms(raw: bytes) -> tuple[str, ...]:
    """Return what the meta tags of a page's head say."""
    found: list[str] = []
    for tag in _META.findall(raw[:_HEAD]):
        said = {
            name.lower(): unescape(first or second or third)
            for name, first, second, third in _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
        }
        name = said.get("name", "").strip().lower()
        if name in ("robots", _AGENT):
            found += _directives(said.get("content", ""), f"robots{_META_MARK}")
        elif name == "tdm-reservation":
            found += _reserved(said.get("content", ""), f"tdm-reservation{_META_MARK}")
    return _each_once(found)


def signal_terms(robots_txt: str) -> tuple[str, ...]:
    """Return what the content signals in a robots.txt say."""
    signal = _SIGNAL.search(robots_txt)
    return (f"{NO_AI}:robots.txt",) if signal and signal[1].lower() == "no" else ()


def tdm_rules(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the rules of a tdmrep.json: path patterns, and whether the rights are reserved.

    Raises BadInput where it is none.
    """
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput("no JSON") from error
    if not isinstance(rows, list):
        raise BadInput("no list of rules")
    rules = [row for row in rows[:_MOST_RULES] if isinstance(row, dict)]
    return tuple(
        (str(row.get("location", "")), str(row.get("tdm-reservation")) == "1") for row in rules
    )


def tdm_terms(rules: Iterable[tuple[str, bool]], path: str) -> tuple[str, ...]:
    """Return what a tdmrep.json says of a page: the first pattern that fits its path decides."""
    for pattern, reserved in rules:
        if _fits(path, pattern):
            return (f"{NO_AI}:{_TDM_FILE}",) if reserved else ()
    return ()


def _fits(path: str, pattern: str) -> bool:
    """TDMRep's patterns know "*" alone, and fit what begins like them.

    No regular expression: to compile one of every rule of a hostile file takes half a minute.
    """
    first, *others = pattern.split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in others:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def join_terms(*stated: Iterable[str]) -> str:
    """Return statements as one line, each once, in order; what the page takes back is left out."""
    all_stated = _each_once(one for some in stated for one in some)
    if any(one.startswith(f"{_AI}:") for one in all_stated):
        all_stated = tuple(one for one in all_stated if one != f"{NO_AI}:{_TDM_FILE}")
    return "; ".join(one for one in all_stated if not one.startswith(f"{_AI}:"))


def own_terms(stated: Iterable[str], *, source: str = "transcript") -> tuple[str, ...]:
    """Return statements as a page's own: an answer for the page itself says nothing of them."""
    return tuple(f"{one.partition(':')[0]}:{source}{_META_MARK}" for one in stated)


def restate(kept: str, stated: Iterable[str], *, is_whole: bool) -> str | None:
    """Return what site and headers state by now, as one line; None where they did so before.

    `kept` is the line of the last look; what it has of the page's own head is left aside. An
    answer that is not whole (304) may leave out headers that still hold (RFC 9110, 15.4.5).
    """
    before = [one for one in split_terms(kept) if not one.endswith(_META_MARK)]
    held = [] if is_whole else [one for one in before if one.partition(":")[2] in _HEADERS]
    line = join_terms(stated, held)
    return None if set(split_terms(line)) == set(before) else line


def split_terms(line: str) -> tuple[str, ...]:
    """Return the statements of a line that join_terms() made."""
    return tuple(line.split("; ")) if line else ()


def reserves_ai(line: str) -> bool:
    """Tell whether a page's statements keep its text from AI."""
    return _says(line, NO_AI)


def most_shown(line: str) -> str:
    """Return the most that the statements let be shown: "headline", "excerpt" or "" for all."""
    if _says(line, NO_SNIPPET):
        return "headline"
    return "excerpt" if _says(line, NO_ARCHIVE) else ""


def _says(line: str, term: str) -> bool:
    return any(one.partition(":")[0] == term for one in split_terms(line))


def _directives(text: str, source: str) -> list[str]:
    """Return the terms among directives; those to another robot are left out, but for noai.

    Where headers were joined nobody can tell to whom a noai was said: the publisher is believed.
    """
    found: list[str] = []
    ours = True
    for part in text.lower().split(","):
        directive = re.sub(r"\s+", "", part)
        name, colon, rest = directive.partition(":")
        if colon and name not in _VALUED:
            ours, directive = name in ("*", _AGENT), rest
        term = _SAID.get(directive)
        if term and (ours or term == NO_AI):
            found.append(f"{term}:{source}")
    return found


def _reserved(stated: str, source: str) -> list[str]:
    term = {"1": NO_AI, "0": _AI}.get(stated.strip())
    return [f"{term}:{source}"] if term else []


def _each_once(stated: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stated))
