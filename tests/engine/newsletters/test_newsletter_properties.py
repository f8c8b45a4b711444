"""No letter crashes its reader, takes it long, or has it name who got the letter."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.newsletters.newsletter_letters import (
    ARRIVED,
    HEADLINES,
    PARAGRAPHS,
    READER,
    in_table,
    letter,
)

from wireroom.engine.newsletters.head import read_envelope, read_head
from wireroom.engine.newsletters.issue import NotTaken
from wireroom.engine.newsletters.links import own_address
from wireroom.engine.newsletters.read import Issue, read_issue
from wireroom.engine.newsletters.recipient import Recipient

pytestmark = pytest.mark.once
GOOD = letter(in_table(*PARAGRAPHS), plain="\n\n".join(PARAGRAPHS), list_id="<d.tidewire.example>")
ME = Recipient(addresses=frozenset({READER}))


def read(raw: bytes) -> Issue:
    return read_issue(raw, arrived_at=ARRIVED, hosts=frozenset({"tidewire.example"}))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.just(GOOD), st.data())
def test_any_bytes_are_read_or_refused(raw: bytes, data: st.DataObject) -> None:
    if raw == GOOD:  # and letters that are broken somewhere
        at = data.draw(st.integers(0, len(GOOD)))
        raw = (
            GOOD[:at] + data.draw(st.binary(max_size=8)) + GOOD[at + data.draw(st.integers(0, 9)) :]
        )
    with suppress(NotTaken):
        read_envelope(read_head(raw), arrived_at=ARRIVED)
    with suppress(NotTaken):
        issue = read(raw)
        assert issue.page or issue.links


WORDS = st.sampled_from(
    [
        "Ada",
        "ada lindqvist",
        READER,
        READER.upper(),
        "Ada Calloway",
        "the mayor",
        ",",
        "!",
        " said ",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=5))
def test_no_page_names_the_reader(lines: list[str]) -> None:
    linked = [f'{line} <a href="https://c.example/?to={line}">{line}</a>' for line in lines]
    page = read(letter(in_table(*lines, *linked, *PARAGRAPHS))).page.decode().lower()
    assert READER not in page
    assert "ada lindqvist" not in page
    assert "to=" not in page


URLS = st.builds(
    "{}://{}/{}?{}".format,
    st.sampled_from(["http", "https", "HTTPS", "ftp"]),
    st.sampled_from(["a.example", "click.example", "[::1", "a.example:99999"]),
    st.text(max_size=20) | st.sampled_from(["aHR0cHM6Ly9hLmV4YW1wbGUveA", "eyJlIjp7fX0aaaaaaa"]),
    st.lists(st.tuples(st.text(max_size=6), st.text(max_size=20) | st.just(READER))).map(
        lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
    ),
)


def test_an_address_without_a_parameter_s_name_is_personal() -> None:
    for other in (READER, "mail%C2%AD" + READER[2:], READER.replace("@", "%40") + "&x=1"):
        assert "reader" not in (own_address(f"https://a.example/b?{other}", ME) or "")


@settings(max_examples=60, deadline=None)
@given(URLS | st.text(max_size=60))
def test_any_link_is_cleaned(raw: str) -> None:
    url = own_address(raw, ME)
    if url is not None:
        assert url.startswith(("http://", "https://"))
        assert READER not in url.lower()


@pytest.mark.parametrize(
    "field",
    [
        b"From: Tide <a@[x>",
        b"From: a@[::1",
        b"From: a@[192.0.2.1]",
        b"From: a@b\x00.example",
        b"From: a\x01@b.example",
        b"From: a@b.example/c",
    ],
)
def test_a_sender_that_is_no_address_is_refused(field: bytes) -> None:
    with pytest.raises(NotTaken, match="From"):
        read_envelope(read_head(field + b"\r\n\r\n"), arrived_at=ARRIVED)


def test_a_sender_of_another_script_and_a_broken_list() -> None:
    raw = "From: ada@tideé.example\r\nList-Id: <d\x00.tideé.example>\r\n\r\n".encode()
    sender = read_envelope(read_head(raw), arrived_at=ARRIVED).sender
    assert (sender.key, sender.site) == ("ada@tideé.example", "xn--tide-epa.example")


def test_a_charset_in_parts_is_a_charset() -> None:
    """RFC 2231: the parameter is three values then, which the standard library cannot decode."""
    kind = b"text/html; charset*=utf-8''utf-8"
    assert read(part(kind, in_table(*PARAGRAPHS, "café").encode())).page


def test_no_headline_of_a_plain_letter_holds_what_no_database_takes() -> None:
    lines = (f"{one}\0\x01\nhttps://tidewire.example/2031/{n}\n" for n, one in enumerate(HEADLINES))
    links = read(part(b"text/plain", "\n".join(lines).encode())).links
    assert links
    assert all(link.title.isprintable() for link in links)


def nested(depth: int) -> bytes:
    head, parts = b"From: a@b.example\r\nMIME-Version: 1.0\r\n", b""
    for level in range(depth):
        parts += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
    return head + parts + b"Content-Type: text/plain\r\n\r\n" + PARAGRAPHS[0].encode() * 4


def part(kind: bytes, body: bytes) -> bytes:
    return b"From: a@b.example\r\nContent-Type: " + kind + b"\r\n\r\n" + body


TEXT = " ".join(PARAGRAPHS)
HOSTILE = {
    "nested 1,000 deep": nested(1_000),
    "nested 30 deep": nested(30),
    "50 MB": part(b"text/plain", b"x" * 50_000_000),
    "a flood of fields": b"X: 1\r\n" * 40_000 + GOOD,
    "one long field": b"X: " + b"x" * 4_000_000 + b"\r\n" + GOOD,
    "encoded words": part(b"text/html\r\nSubject: " + b"=?utf-8?q?=41?= " * 9_000, TEXT.encode()),
    "parts": part(b"multipart/mixed; boundary=z", b"--z\r\n\r\nx\r\n" * 300_000),
    "borders": part(b"multipart/mixed; boundary=z", b"boundary=%d " % 7 * 300_000),
    "elements 100,000 deep": part(b"text/html", b"<div><table><td>" * 100_000 + TEXT.encode()),
    "breaks": part(b"text/html", b"<br>" * 140_000 + TEXT.encode()),
    "links": part(b"text/html", b'<a href="http://a.example/?u=http">x y z w</a><p>' * 40_000),
    "unclosed": part(b"text/html", b"<a href='" * 100_000),
    "wrong charset": part(b"text/html; charset=utf-16", TEXT.encode() * 3),
    "no charset": part(b"text/html; charset=zlib_codec", TEXT.encode() * 3),
    "wrong base64": part(b"text/html\r\nContent-Transfer-Encoding: base64", b"=?!" * 9_000),
    "uuencoded": part(b"text/html\r\nContent-Transfer-Encoding: x-uuencode", b"begin 1 x\n\xff"),
    "addresses": part(b"text/plain", b"https://a.example/" + b"%2F" * 100_000),
    "names": b"To: " + b'"a <' * 50_000 + b"\r\n" + GOOD,
    "spaces": part(b"text/plain", b" \n" * 2_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_letter_takes_long(name: str) -> None:
    began = time.monotonic()
    with suppress(NotTaken):
        read_envelope(read_head(HOSTILE[name]), arrived_at=ARRIVED)
    with suppress(NotTaken):
        read(HOSTILE[name])
    assert time.monotonic() - began < 10  # half of what a worker is given


SIGNS = st.sampled_from(
    [b"a", b"mail", b".", b"[", b"]", b":", b"/", b"%", b"\x00", b"\xff", b"\xd8"]
)


@settings(max_examples=100, deadline=None)
@given(*[st.lists(SIGNS, min_size=1, max_size=6).map(b"".join)] * 3)
def test_whoever_writes_has_a_name_that_databases_keep(user: bytes, host: bytes, of: bytes) -> None:
    raw = b"From: Tidewire <%s@%s.example>\r\nList-Id: <%s.example>\r\n\r\n" % (user, host, of)
    with suppress(NotTaken):
        sender = read_envelope(read_head(raw), arrived_at=ARRIVED).sender
        told = f"{sender.key}{sender.name}{sender.site}"
        assert told.encode()
        assert "\x00" not in told


def test_a_letter_to_many_readers_is_read_in_time() -> None:
    readers = ", ".join(f"r{number}@reader.example" for number in range(50))
    query = "&".join(f"x{number}=1" for number in range(400))
    links = [
        f'<a href="https://tidewire.example/{number}?{query}">{PARAGRAPHS[0]}</a>'
        for number in range(60)
    ]
    raw = letter(in_table(*links), cc=readers)
    began = time.process_time()
    read(raw)
    assert time.process_time() - began < 2
