"""The head of an e-mail: its fields decoded, however broken they are (RFC 5322, RFC 2047)."""

import binascii
import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from quopri import decodestring
from typing import Final

from wireroom.engine.addresses import site_of
from wireroom.engine.newsletters.issue import Envelope, NotTaken, Sender
from wireroom.engine.text.charset import decode_web
from wireroom.engine.urls import canonical_url

# Letters of large senders have heads of 5 to 20 kB, most of it signatures.
MAX_HEAD: Final = 200_000
_MOST_FIELDS: Final = 1_000
_LONGEST: Final = 2_000  # characters of a field that is decoded
_ENCODED: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN: Final = re.compile(r"(\?=)\s+(?==\?)")
# What stands behind the "@" is a name: no address literal ("[192.0.2.1]") is anybody's site.
_DOMAIN: Final = r"[^<>\s@,;\"()\[\]/?#\\:%]+"
_ANGLED: Final = re.compile(rf"(.*)<\s*([^<>\s@,;]+@{_DOMAIN})\s*>", re.DOTALL)
_BARE: Final = re.compile(rf"[^<>\s@,;\"()]+@{_DOMAIN}")
_HOST_NAME: Final = re.compile(r"[\w.-]+")
_LIST_ID: Final = re.compile(r"<\s*([^<>\s/]{1,200})\s*>\s*\Z")
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Head:
    """An e-mail's fields in their order, as they came: names in lower case, bytes as they are."""

    fields: tuple[tuple[str, str], ...]

    def raw(self, name: str, *, longest: int = _LONGEST) -> Sequence[str]:
        """Return what every field of the name says, not decoded, in one line."""
        return [" ".join(value[:longest].split()) for known, value in self.fields if known == name]

    def text(self, name: str) -> str:
        """Return what the first field of the name says, decoded; empty where there is none."""
        told = self.raw(name)
        return decode_words(told[0]) if told else ""


def read_head(raw: bytes) -> Head:
    """Return the fields of an e-mail. Raises NotTaken where no letter has a head so long."""
    end = _HEAD_END.search(raw, 0, MAX_HEAD)
    if end is None and len(raw) > MAX_HEAD:
        raise NotTaken("its head is longer than that of any letter")
    parsed = BytesHeaderParser().parsebytes(raw[: end.end()] if end else raw)
    fields = tuple((name.lower(), str(value)) for name, value in parsed.raw_items())
    if len(fields) > _MOST_FIELDS:
        raise NotTaken("its head has more fields than that of any letter")
    return Head(fields)


def decode_words(value: str) -> str:
    """Return a field's text in one line: encoded words and raw bytes decoded, nothing raised."""
    text = _ENCODED.sub(_decoded, _BETWEEN.sub(r"\1", _from_bytes(value)))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _from_bytes(value: str) -> str:
    if not any("\udc80" <= sign <= "\udcff" for sign in value):
        return value
    return decode_web(value.encode("utf-8", "surrogateescape"), stated=("utf-8",))


def _decoded(match: re.Match[str]) -> str:
    charset, way, text = match[1].partition("*")[0], match[2].lower(), match[3]
    try:
        if way == "b":
            raw = b64decode(text + "=" * (-len(text) % 4))
        else:
            raw = decodestring(text.encode("ascii"), header=True)
    except (binascii.Error, ValueError):
        return match[0]
    return decode_web(raw, stated=(charset,))


def read_envelope(head: Head, *, arrived_at: datetime) -> Envelope:
    """Return who sent what, and when. Raises NotTaken where nobody in particular did."""
    sender = _sender(head)
    told = head.raw("message-id")
    known_by = f"{sender.key} {told[0] if told else head.fields}"
    return Envelope(
        key=blake2b(known_by.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        sender=sender,
        subject=head.text("subject")[:500],
        sent_at=_sent_at(head, arrived_at),
    )


def _sender(head: Head) -> Sender:
    """The list where the letter names one, else the address; a list counts with its From's site.

    Anybody can write another's List-Id: what stands behind it is the site that has to answer for
    the letter by DKIM and DMARC, and that is the site of the From address.
    """
    told = head.raw("from")
    if len(told) != 1:
        raise NotTaken(f"it has {len(told)} From fields instead of one")
    name, address = split_address(told[0])
    site = _site(address)
    if not site:
        raise NotTaken("its From names no one address")
    listed = _LIST_ID.search(_from_bytes("".join(head.raw("list-id")[:1])))
    key = address
    if listed is not None and listed[1].isprintable():
        of_list = listed[1].lower().strip(".")
        is_own = of_list == site or of_list.endswith(f".{site}")
        key = of_list if is_own else f"{of_list}/{site}"
    return Sender(key=key[:300], name=name[:200] or address, site=site)


def _site(address: str) -> str:
    """Return the site of an address; empty where it is none, or holds what no database keeps.

    The host is nothing but a name: of "a.example/.b.example" mail servers check b.example.
    """
    host = address.rpartition("@")[2]
    is_name = address.isprintable() and _HOST_NAME.fullmatch(host) is not None
    canonical = canonical_url(f"https://{host}/") if is_name else None
    return site_of(canonical) if canonical else ""


def split_address(value: str) -> tuple[str, str]:
    """Return name and address of a field that holds one mailbox; no address where it holds more."""
    value = _from_bytes(value)
    angled = _ANGLED.fullmatch(value.strip())
    if angled is None:
        bare = value.strip()
        return "", bare.lower() if _BARE.fullmatch(bare) else ""
    if "@" in angled[1] and ">" in angled[1]:
        return "", ""
    return decode_words(angled[1]).strip(" \"'"), angled[2].lower()


def _sent_at(head: Head, arrived_at: datetime) -> datetime:
    """Return the letter's own time, which is no later than its arrival."""
    try:
        sent_at = parsedate_to_datetime("".join(head.raw("date")[:1]))
        sent_at = sent_at if sent_at.tzinfo else sent_at.replace(tzinfo=UTC)
        return min(sent_at.astimezone(UTC), arrived_at)
    except (ValueError, TypeError, OverflowError, IndexError):
        return arrived_at
