"""One address for one page: canonical URLs, so that the same article is found once."""

import ipaddress
import re
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

import idna

from wireroom.engine.addresses import leave_cache
from wireroom.engine.trackers import is_tracker

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_MAX_LENGTH: Final = 4096  # twice what browsers and the sitemap protocol (2,048) accept
# Of what is longer nothing is read: the parts that are left out of an address (what counts visits,
# a fragment) have at most hundreds of characters, and whoever writes pages chooses how many links
# of which length to have read.
_LONGEST_RAW: Final = 2 * _MAX_LENGTH
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# RFC 3986's characters of each part, beside letters, digits and "-._~"; queries in the wild keep
# brackets and bars, as browsers do.
_SAFE_IN_PATH: Final = "!$&'()*+,;=:@/%"
_SAFE_IN_QUERY: Final = "!$'()*+,;=:@/?[]|%"
_SAFE_IN_FRAGMENT: Final = "!$&'()*+,;=:@/?%"
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})|%")
_HOST: Final = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?")
_SESSION: Final = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
_REMOVED: Final = dict.fromkeys((*range(0x20), 0x7F))  # WHATWG URL: tab and newline vanish
# What most addresses are: canonical as they stand, and absolute, whatever the base; in no cache
# of AMP pages.
_CANONICAL: Final = re.compile(
    r"https?://[a-z0-9_][a-z0-9_-]*+(?:\.[a-z0-9_][a-z0-9_-]*+)*+(?<!-)"
    r"(?<!\.ampproject\.org)(?::(?!(?:80|443)/)[1-9][0-9]{1,3}(?=/))?(?!/+[aA][mM][pP])"
    r"(?:/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]*+)++"
)
_ABSOLUTE: Final = re.compile(r"https?://[A-Za-z0-9]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def canonical_url(raw: str, base: str | None = None) -> str | None:
    """Return the one address of a page, or None where `raw` is no web address or far too long.

    Resolved against `base`; scheme http or https; lower-case host (IDN in punycode) without
    user and default port; dot segments resolved, escapes normalised (RFC 3986 section 6.2.2),
    tracking parameters and fragments dropped ("#!" routes stay), parameters in their order; of a
    page in an AMP cache the site's own address.
    Idempotent: the canonical form of a canonical URL is itself.
    """
    if is_canonical(raw):
        return raw
    if len(raw) > _LONGEST_RAW:
        return None
    url = _composed(raw, base)
    while url is not None and (own := leave_cache(url)) != url:
        url = _composed(own, None)
    return url


def is_canonical(url: str) -> bool:
    """Whether an address is canonical as it stands; of some that are, this is not found."""
    return len(url) <= _MAX_LENGTH and _CANONICAL.fullmatch(url) is not None


def _composed(raw: str, base: str | None) -> str | None:
    try:
        parts = urlsplit(_absolute(raw, base))
        if parts.scheme not in _DEFAULT_PORTS:
            return None
        netloc = _netloc(parts)
    except ValueError:  # urlsplit and idna: brackets, ports or labels that cannot be
        return None
    if netloc is None:
        return None
    url = f"{parts.scheme}://{netloc}{_path(parts.path)}{_query(parts.query)}"
    if parts.fragment.startswith("!"):
        url += "#" + _escaped(parts.fragment, _SAFE_IN_FRAGMENT)
    return url if len(url) <= _MAX_LENGTH else None


def _absolute(raw: str, base: str | None) -> str:
    cleaned = _writable(raw).translate(_REMOVED).strip()
    front, mark, query = cleaned.partition("?")
    if ":" not in front or front[:4].lower() == "http":
        front = front.replace("\\", "/")  # as browsers read it
    cleaned = front + mark + query
    if base and len(base) <= _LONGEST_RAW and not _ABSOLUTE.match(cleaned):
        return urljoin(_writable(base), cleaned)
    return cleaned


def _writable(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)


def _netloc(parts: SplitResult) -> str | None:
    host = _host(parts.hostname or "")
    if host is None:
        return None
    port = parts.port  # raises ValueError beyond 65535
    return host if port in (None, 0, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"


def _host(name: str) -> str | None:
    if ":" in name:
        address = ipaddress.IPv6Address(name.partition("%")[0])
        return f"[{address.compressed}]"
    name = unquote(name).strip().lower().rstrip(".")
    if not name.isascii():
        name = idna.encode(name, uts46=True).decode("ascii").lower().rstrip(".")
    return name if _HOST.fullmatch(name) and ".." not in name else None


def _path(path: str) -> str:
    escaped = _SESSION.sub("", _escaped(path, _SAFE_IN_PATH))
    kept: list[str] = []
    segments = escaped.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _query(query: str) -> str:
    pairs = (_escaped(pair, _SAFE_IN_QUERY) for pair in query.split("&"))
    kept = [pair for pair in pairs if pair and not is_tracker(pair)]
    return "?" + "&".join(kept) if kept else ""


def _escaped(text: str, safe: str) -> str:
    """Percent-encode what must be, decode what need not be, in UTF-8; "%" alone is "%25"."""
    if "%" in text:
        text = _ESCAPE.sub(_normal_escape, text)
    return quote(text, safe=safe)


def _normal_escape(match: re.Match[str]) -> str:
    if match[1] is None:
        return "%25"
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else f"%{match[1].upper()}"
