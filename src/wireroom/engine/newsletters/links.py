"""Links of letters: where they lead behind counters of clicks, and without what names a reader."""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Collection
from functools import lru_cache
from hashlib import md5, sha1, sha256
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from wireroom.engine.newsletters.recipient import Recipient
from wireroom.engine.urls import canonical_url

_DEEPEST: Final = 4  # a mail filter's redirect around a sender's around a shortener's
_INSIDE: Final = re.compile(r"https?(?::|%3A)(?:/|%2F){2}.+", re.IGNORECASE | re.DOTALL)
_CODED: Final = re.compile(r"(?:aHR0c|eyJ)[A-Za-z0-9_\-+/]{8,}={0,2}")
# Parameters that say who reads, by the names that senders of mail give them.
_PERSONAL_NAMES: Final = (
    "access_token auth c_id cid contact contact_id contactid customer e eid email email_id "
    "emailid emailhash hash hashed_email isfreemail jwt k key lid login m magic member "
    "member_id mid nl_id p_id person pid r reader recipient recipient_id rid s sc_uid sid sig "
    "signature sub sub_id subid subscriber subscriber_id subscriberid t token tok trk "
    "triedredirect u u_id uid unsub user user_id userid uuid v_id vid visitor"
)
_PERSONAL: Final = frozenset(_PERSONAL_NAMES.split())
_PART: Final = re.compile(r"[^A-Za-z0-9]+")
_MOST_PLAIN: Final = 11  # letters and digits mixed: a model or a court's number has fewer


def own_address(raw: str, recipient: Recipient) -> str | None:
    """Return where a link leads, as far as it tells, without tracking and personal parameters.

    None where it is no web address, or names the recipient in its path.
    """
    canonical = canonical_url(target_of(raw))
    if canonical is None:
        return None
    front, _, query = canonical.partition("?")
    kept = [pair for pair in query.split("&") if pair and not _is_personal(pair, recipient)]
    bare = f"{front}?{'&'.join(kept)}" if kept else front
    return None if recipient.is_named_in(unquote(bare)) or _is_hashed(bare, recipient) else bare


def target_of(raw: str) -> str:
    """Return the address that a link holds inside, as far as it tells; else the link itself."""
    url = raw
    for _ in range(_DEEPEST):
        inner = _inner(url)
        if inner is None:
            break
        url = inner
    return url


def may_name_reader(url: str) -> bool:
    """Tell whether a part of an address looks made for one reader, or for one click."""
    parts = urlsplit(url)
    return bool(parts.query) or any(
        _is_token(unquote(segment)) for segment in parts.path.split("/")
    )


def is_front(url: str) -> bool:
    """Tell whether an address is that of a site's front, which is no article."""
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def is_on(url: str, hosts: Collection[str]) -> bool:
    """Tell whether an address stands on one of these hosts, with or without "www."."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return host in hosts


def _inner(url: str) -> str | None:
    """Return the address that another one holds: in a parameter, in its path, or coded."""
    try:
        parts = urlsplit(url)
        values = [value for _, value in parse_qsl(parts.query, max_num_fields=100)]
    except ValueError:
        return None
    told = [unquote(parts.path).lstrip("/"), *values]
    for value in told:
        match = _INSIDE.match(value.strip())
        if match is not None:
            return match[0]
    nested = _INSIDE.search(parts.path)
    if nested is not None:
        return unquote(nested[0].partition("/")[0] if "%2F" in nested[0] else nested[0])
    return next(
        filter(None, map(_decoded, _CODED.findall(f"{parts.path} {' '.join(values)}"))), None
    )


def _decoded(coded: str) -> str | None:
    """Return the address in a text of Base64, plain or as a value of JSON."""
    try:
        text = urlsafe_b64decode(
            coded.replace("+", "-").replace("/", "_") + "=" * (-len(coded) % 4)
        ).decode("utf-8")
        if text.startswith("{"):
            held = json.loads(text)
            told = [value for value in held.values() if isinstance(value, str)]
            return next((value for value in told if _INSIDE.match(value)), None)
    except (ValueError, RecursionError):
        return None
    return text if _INSIDE.match(text) else None


def _is_personal(pair: str, recipient: Recipient) -> bool:
    name, _, value = pair.partition("=")
    value = unquote(value)
    # Senders leave out the "=", or a letter's coding (quoted-printable) takes it away.
    if name.lower() in _PERSONAL or "@" in unquote(pair) or recipient.is_named_in(unquote(pair)):
        return True
    return _is_token(value) or _is_hashed(value, recipient)


def _is_token(text: str) -> bool:
    """Tell whether letters and digits stand in an order that no words and dates have."""
    return any(
        len(part) > _MOST_PLAIN
        and any(sign.isdigit() for sign in part)
        and any(sign.isalpha() for sign in part)
        for part in _PART.split(text)
    ) or any(len(part) > 2 * _MOST_PLAIN and not part.isdigit() for part in _PART.split(text))


def _is_hashed(text: str, recipient: Recipient) -> bool:
    lowered = text.lower()
    return any(digest in lowered for digest in _digests(recipient.addresses))


@lru_cache(maxsize=16)
def _digests(addresses: frozenset[str]) -> tuple[str, ...]:
    """Return addresses as senders name readers to those who count clicks; asked for every link."""
    return tuple(
        made(address.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        for address in addresses
        for made in (md5, sha1, sha256)
    )
