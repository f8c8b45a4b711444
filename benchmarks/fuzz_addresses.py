"""Fuzz cases of addresses, and of the patterns and rewrites that a host has for them."""

from dataclasses import dataclass
from random import Random
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from benchmarks.fuzz_checks import check_value
from benchmarks.fuzz_kind import Kind, expect
from wireroom.engine.addresses import address_key, leave_device, site_of
from wireroom.engine.feeds.patterns import Pattern, fault_of
from wireroom.engine.feeds.rules import (
    Deed,
    Filter,
    Part,
    Rewrite,
    Rules,
    Where,
    check_rules,
    rewrite,
    sift,
)
from wireroom.engine.listings.shape import shape_of
from wireroom.engine.newsletters.links import is_front, may_name_reader, own_address, target_of
from wireroom.engine.newsletters.recipient import Recipient
from wireroom.engine.types import FeedEntry
from wireroom.engine.urls import canonical_url

_READER: Final = Recipient(addresses=frozenset({"ada@reader.example"}))
_SCHEMES: Final = (
    "https://",
    "http://",
    "HTTPS://",
    "//",
    "/",
    "",
    "http:",
    "https:\\\\",
    "feed:",
    "javascript:",
    "data:",
    "ftp://",
    "https:///",
    "http://user:pa@",
    "\thttps://",
    "https://[",
)
_HOSTS: Final = (
    "gazette.example",
    "www.tide.co.uk",
    "m.com.au",
    "amp.gazette.example",
    "MÜNCHEN.example",
    "[::1]",
    "[::ffff:1.2.3.4%25eth0]",
    "127.0.0.1",
    "0x7f.1",
    "xn--mgbh0fb.example",
    "مثال.example",
    "a..b",
    "-x-.example",
    "x_y.example",
    "gazette-example.cdn.ampproject.org/c/s/gazette.example",
    "www.google.com/amp/s/amp.tide.example",
    "a%2eb.example",
    "ß.example",
    "１２７.0.0.1",
    "",
    "www.www.m.amp.example",
    "gazette.example.",
    "xn--a",
    "xn--zzzzzz.example",
    "☃.example",
    "com",
)
_PORTS: Final = ("", "", "", "", ":80", ":443", ":8080", ":0", ":99999", ":x", ":", ":-1", ":٣")
_PIECES: Final = (
    "/",
    "//",
    "..",
    ".",
    "%2e%2e",
    "%2F",
    "%",
    "%zz",
    "%E9",
    "%ED%A0%80",
    "a",
    "news",
    "index.html",
    "amp",
    ".amp",
    ".html",
    "?",
    "&",
    "=",
    "#",
    "#!",
    ";jsessionid=F0",
    "utm_source=x",
    "amp=1",
    "outputType=amp",
    "id=7",
    "é",
    "أخبار",
    "\ud800",
    "\x00",
    "\n",
    " ",
    "\\",
    "[",
    "]",
    "|",
    "@",
    ":",
    "<",
    '"',
    "'",
    "+",
    "\u200f",
    "\uff0f",
    "%00",
    "https://tide.example/x",
    "x" * 300,
    "-",
    "_",
    "*",
    "aHR0cHM6Ly90aWRlLmV4YW1wbGUveA",
    "eyJ1IjoiaHR0cHM6Ly90aWRlLmV4YW1wbGUveCJ9",
    "default.aspx",
    "ada@reader.example",
    "u=https%3A%2F%2Ftide.example%2Fx",
    "2031",
    "03",
    "1234567",
)
_TITLES: Final = (
    "Ferry strike",
    "ferry*",
    "*",
    "",
    "مرحبا",
    "الميناء",
    "تَصْوِيت",
    "*-*",
    "a*b",
    "straße",
    "İ",
    "ﬁre",
    "“quoted”",
    "sport",
    "transport",
    "x" * 60,
    "\u0640",
    "０１",
    "e\u0301",
    "\u200d",
)


def _url(chance: Random) -> str:
    path = "".join(chance.choice(_PIECES) for _ in range(chance.randint(0, 8)))
    if chance.random() < 0.1:
        at = chance.randrange(len(path) + 1)
        path = path[:at] + chr(chance.randrange(0x110000)) + path[at:]
    if chance.random() < 0.002:
        path *= chance.choice((50, 1_000, 10_000))
    front = chance.choice(_SCHEMES) if chance.random() < 0.4 else "https://"
    slash = "/" if chance.random() < 0.8 else ""
    return f"{front}{chance.choice(_HOSTS)}{chance.choice(_PORTS)}{slash}{path}"


def _make_url(chance: Random) -> tuple[str, str | None]:
    base = chance.choice((None, "https://gazette.example/a/b?c", _url(chance)))
    return _url(chance), base


def _take_url(case: tuple[str, str | None]) -> None:
    raw, base = case
    url = canonical_url(raw, base)
    target = target_of(raw)
    expect(len(target) <= len(raw), "a link holds more than itself")
    if url is None:
        return
    check_canonical(url)
    _check_key(url)
    expect(site_of(url) and url.isascii(), "an address without a site")
    own = own_address(raw, _READER)
    if own is not None:
        check_canonical(own)
        expect("ada@reader.example" not in unquote(own).lower(), "an address names its reader")
        is_front(own)
        may_name_reader(own)
    shape_of(url)


def check_canonical(url: str) -> None:
    """Hold an address to the form that rows and links count on."""
    parts = urlsplit(url)
    expect(canonical_url(url) == url, f"not idempotent: {canonical_url(url)!r}")
    expect(canonical_url(url, "https://other.example/x") == url, "its base changes it")
    expect(url.isascii() and url.isprintable() and " " not in url, "signs that no address has")
    expect(len(url) <= 4096 and parts.scheme in ("http", "https"), "no web address")
    expect(parts.hostname and "@" not in parts.netloc, "no host, or a user's name")
    expect(not parts.fragment or parts.fragment.startswith("!"), "a fragment")
    check_value(url)


def _check_key(url: str) -> None:
    """One article keeps one key, however its site is asked for it."""
    key = address_key(url)
    parts = urlsplit(url)
    scheme = "http" if parts.scheme == "https" else "https"
    ports = {"http": 80, "https": 443}
    if parts.port != ports[scheme]:
        expect(address_key(url.replace(parts.scheme, scheme, 1)) == key, "the scheme is in the key")
    if "." in leave_device(parts.netloc) and not parts.netloc.startswith("["):
        host = parts.netloc
        expect(address_key(url.replace(host, f"www.{host}", 1)) == key, "www. is in the key")
    again = canonical_url(f"{parts.scheme}://{key}")
    # Of "/...amp" the key is "/..", which as an address would lead up.
    expect(
        again is None or "/." in key or address_key(again) == key,
        f"the key of {again!r} is another",
    )


@dataclass(frozen=True, slots=True)
class _Sifting:
    rules: Rules
    entries: tuple[FeedEntry, ...]


def _pattern(chance: Random) -> str:
    stars = chance.choice(("", "*", " * ", "**", " "))
    some = [chance.choice((*_TITLES, *_PIECES)) for _ in range(chance.randint(1, 4))]
    if chance.random() < 0.95:
        some.append("quay")  # so that most patterns have a word
    return stars.join(some) if chance.random() < 0.97 else chance.choice("*a ") * 300


def _rewrite(chance: Random) -> Rewrite:
    part = chance.choice(list(Part))
    texts = {
        Part.SCHEME: ("http", "https"),
        Part.HOST: (
            "gazette.example",
            "GAZETTE.example",
            "tide.example:99999",
            "[::1",
            "a..b",
            "ß",
        ),
        Part.PATH: (*_PIECES, "/a/"),
        Part.QUERY: _PIECES,
    }[part]
    return Rewrite(part=part, find=chance.choice(texts), put=chance.choice((*texts, "")))


def _entry(chance: Random, number: int) -> FeedEntry:
    url = canonical_url(_url(chance)) or f"https://gazette.example/{number}"
    some = [chance.choice(_TITLES) for _ in range(chance.randint(0, 5))]
    return FeedEntry(guid=str(number), url=url, title=" ".join(some), tags=tuple(some))


def _make_sifting(chance: Random) -> _Sifting:
    filters = tuple(
        Filter(
            deed=chance.choice(list(Deed)),
            where=chance.choice(list(Where)),
            pattern=_pattern(chance),
        )
        for _ in range(chance.randint(0, 4))
    )
    rewrites = tuple(_rewrite(chance) for _ in range(chance.randint(0, 3)))
    entries = tuple(_entry(chance, number) for number in range(3))
    return _Sifting(Rules(filters, rewrites), entries)


def _check_filter(one: Filter) -> None:
    is_of_address = one.where is Where.ADDRESS  # where signs alone are words, too
    pattern = (Pattern.of_address if is_of_address else Pattern.of_words)(one.pattern)
    expect(not fault_of(one.pattern, pattern), "a faulty pattern was let in")
    if "*" not in one.pattern:
        is_in = pattern.is_in_address if is_of_address else pattern.is_in_words
        expect(is_in(one.pattern), "a pattern is not in its own words")


def _take_sifting(case: _Sifting) -> None:
    check_rules(case.rules)
    sifted = sift(case.entries, case.rules)
    check_value(sifted)
    expect(len(sifted.entries) + sifted.left_out.total() == len(case.entries), "entries are lost")
    for entry in sifted.entries:
        check_canonical(entry.url)
    for one in case.rules.filters:
        _check_filter(one)
    for entry in case.entries:
        again = rewrite(entry.url, case.rules.rewrites)
        expect(again == rewrite(entry.url, case.rules.rewrites), "a rewrite is of chance")
        quote(again)


KINDS: Final[dict[str, Kind]] = {
    "url": Kind(480, _make_url, _take_url),
    "patterns": Kind(74, _make_sifting, _take_sifting),
}
