"""Fuzz cases of newsletters: letters of invented outlets, strange, damaged and forged."""

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Final
from urllib.parse import unquote

from benchmarks.fuzz_checks import check_html, check_value
from benchmarks.fuzz_kind import Kind, damaged, expect
from benchmarks.listing_words import WORDS, headline
from wireroom.engine.newsletters.head import read_envelope, read_head
from wireroom.engine.newsletters.read import MOST_LINKS, read_issue
from wireroom.engine.urls import canonical_url

_ARRIVED: Final = datetime(2031, 3, 2, 10, 0, tzinfo=UTC)
_READER: Final = "ada.lindqvist@reader.example"
_FIELDS: Final = (
    f"To: Ada Lindqvist <{_READER}>",
    "To: undisclosed-recipients:;",
    f"Delivered-To: {_READER}",
    "Subject: =?utf-8?q?The_bridge_=C3=A9?=",
    "Subject: =?utf-16?b?////?= =?x?q?=ZZ?=",
    "Subject: \xff",
    "Date: Sun, 29 Nov 2030 07:00:00 +0100",
    "Date: 99 Foo 9999",
    "Date: Fri, 31 Dec 9999 23:59:59 -1200",
    "Message-ID: <1@tide.example>",
    "List-Id: Tide <daily.tide.example>",
    "List-Id: <bank.example>",
    "List-Unsubscribe: <https://tide.example/u>, <mailto:u@tide.example>",
    "Authentication-Results: mx.example; dmarc=pass; dkim=fail (x (y)) ",
    "Reply-To: a,b,c",
    "Authentication-Results: mx.example; dmarc=fail",
    "X: " + "y" * 3_000,
    " folded",
    "no colon",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: x-uuencode",
    ":",
)
_FROM: Final = (
    "a@b.example, c@d.example",
    "<a@[::1>",
    "a@[192.0.2.1]",
    "x",
    "a@tideé.example",
    "<a@b\x00.example>",
    "Ada <a@b.example> <c@d.example>",
    "=?utf-8?q?Tide?= <A@TIDE.example>",
    "a@-.example",
    "@",
    "<@x>",
    "a@tide.example/b",
    "a@b@tide.example",
    "a@" + "b." * 200 + "example",
    '"<x@y.example>" <a@b.example>',
)
_KINDS: Final = (
    "text/html; charset=utf-8",
    "text/html; charset=windows-1256",
    "text/plain",
    "text/html",
    "text/html; charset=zlib_codec",
    'text/plain; format=flowed; charset="utf-16"',
    "image/png",
    "message/rfc822",
    "multipart/mixed",
    "x",
    "",
    "text/html; charset*=utf-8''x%",
    "text/calendar",
)
_WAYS: Final = ("", "", "7bit", "base64", "quoted-printable", "x-uuencode", "8bit", "\x00")
_ADDRESSES: Final = (
    "https://tide.example/2031/03/02/{}",
    "https://click.example/c/{}?u=https%3A%2F%2Ftide.example%2F{}",
    "https://tide.example/x?email=ada.lindqvist@reader.example&n={}",
    "javascript:alert({})",
    "http://[{}",
    "https://click.example/aHR0cHM6Ly90aWRlLmV4YW1wbGUveA",
    "mailto:{}@tide.example",
    "https://tide.example/",
)


@dataclass(frozen=True, slots=True)
class _Letter:
    raw: bytes
    hosts: frozenset[str]


def _cell(chance: Random, lang: str) -> str:
    told = headline(chance, lang)
    url = chance.choice(_ADDRESSES).format(*chance.sample(range(10_000), 2))
    return chance.choice(
        (
            f'<h2><a href="{url}">{told}</a></h2>',
            f"<p>{told}. {told}.</p>" * 3,
            f'<a href="{url}">Read more</a>',
            f"<script>alert(1)</script><img src=x onerror=alert(1)>{told}",
            f"<p>Hello Ada, {told} {_READER}</p>",
            f'<a href="{url}">Unsubscribe</a>',
            f"&lt;script&gt;{told}&lt;/script&gt; &#0; &#xD800; {url}",
            f'<div style="display:none">{told}</div><table><tr><td>{told}',
        )
    )


def _part(chance: Random, border: str, depth: int) -> str:
    kind = chance.choice(_KINDS)
    lang = chance.choice(list(WORDS))
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {chance.choice(_WAYS)}\r\n\r\n"
    if chance.random() < 0.3 and depth < 4:
        parts = (_part(chance, f"{border}{n}", depth + 1) for n in range(chance.randint(0, 3)))
        inside = "".join(f"\r\n--{border}\r\n{part}" for part in parts)
        end = "" if chance.random() < 0.2 else f"\r\n--{border}--"
        kind = chance.choice(("alternative", "mixed", "related", "digest", "report"))
        return f'Content-Type: multipart/{kind}; boundary="{border}"\r\n\r\n{inside}{end}'
    cells = (_cell(chance, lang) for _ in range(chance.randint(0, 12)))
    return head + "<html><body>" + "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)


def _make(chance: Random) -> _Letter:
    named = '"Tide Daily" <daily@mail.tide.example>'
    if chance.random() < 0.1:
        named = chance.choice(_FROM)
    fields = [f"From: {named}", *chance.sample(_FIELDS, chance.randint(0, 6))]
    chance.shuffle(fields)
    head = ("\r\n".join(fields) + "\r\nMIME-Version: 1.0\r\n").encode("utf-8", "replace")
    body = _part(chance, "b", 0).encode()
    # A damaged head is refused mostly, and its body not looked into.
    raw = damaged(head + body, chance) if chance.random() < 0.2 else head + damaged(body, chance)
    return _Letter(raw, frozenset({"tide.example"}))


def _take(letter: _Letter) -> None:
    envelope = read_envelope(read_head(letter.raw), arrived_at=_ARRIVED)
    check_value(envelope)
    expect(envelope.sent_at <= _ARRIVED, "it was sent after it came")
    expect(len(envelope.subject) <= 500 and envelope.sender.key, "an envelope out of bounds")
    issue = read_issue(letter.raw, arrived_at=_ARRIVED, hosts=letter.hosts, mailbox=_READER)
    check_value(issue)
    expect(bool(issue.page) != bool(issue.links), "neither a page nor links, or both")
    expect(len(issue.links) <= MOST_LINKS, "more links than are followed")
    for link in issue.links:
        expect(link.title and len(link.title) <= 250, "a title out of bounds")
        expect(not link.is_direct or canonical_url(link.url) == link.url, "a link is not canonical")
    body = issue.page.decode("utf-8").partition("<body>")[2]
    check_html(body.partition("</body>")[0])
    expect(_READER not in unquote(body).lower(), "a page names its reader")
    expect(len(body) <= 20 * len(letter.raw) + 10_000, "a page out of bounds")


KINDS: Final[dict[str, Kind]] = {"newsletter": Kind(12, _make, _take)}
