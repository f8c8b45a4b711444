"""A mailbox of newsletters, looked into by IMAP (RFC 3501) and left exactly as it was."""

import imaplib
import re
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from wireroom.adapters.bounded_imap import LOOK_S, Bounded, BoundedTls
from wireroom.engine.errors import FetchFailed

# A look reads so many letters whole, and heads of so many; what is over waits for the next look.
MOST_WHOLE: Final = 10
MOST_HEADS: Final = 200
# Bytes of whole letters: what a slow line brings in a look. One more may begin below it.
_MOST_AT_ONCE: Final = 10_000_000
_TOGETHER: Final = 25  # heads asked for at a time
_HEAD: Final = 200_001  # bytes of a head: one more than is read of it (engine.newsletters.head)
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_UID: Final = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d{1,15})\b")
_CODE: Final = re.compile(r"\[([A-Z]{3,30})\]")
# What a server says of itself, not of a letter (RFC 5530).
_PASSING: Final = ("UNAVAILABLE", "INUSE", "LIMIT", "OVERQUOTA", "AUTHENTICATIONFAILED", "EXPIRED")
_ARRIVED: Final = re.compile(rb'\bINTERNALDATE "([^"]{10,40})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount:
    """Where the mailbox is; `tls` is "from the start", "start", or "" on this machine."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str
    tls: str

    @property
    def name(self) -> str:
        """What a host calls it; no password."""
        return f"{self.user} at {self.host}, {self.folder}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An e-mail as it lies in the mailbox; `whole` only where it was wanted and is not too long.

    `trouble` says why it was not to be had, though a look tried nothing else before.
    """

    uid: int
    arrived_at: datetime
    size: int
    head: bytes
    whole: bytes | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look found: letters up to `last_uid` of the folder as `validity` numbers it.

    `again` are the letters that it looked for a second time, found or not.
    """

    validity: int
    last_uid: int
    letters: tuple[Letter, ...] = ()
    again: tuple[int, ...] = ()
    has_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of a look.

    Letters behind `last_uid`, where the folder still has the numbering `validity`; else those
    that arrived since `since`. Letters of `again` are read a second time, whole.
    `wants` tells by head and arrival whether a letter is to be read whole.
    """

    validity: int
    last_uid: int
    since: datetime
    wants: Callable[[bytes, datetime], bool]
    again: Sequence[int] = ()
    longest: int = 5_000_000


def look_into(account: MailAccount, wish: Wish) -> Look:
    """Read what is new in the mailbox; nothing is marked, moved or deleted. Raises FetchFailed."""
    try:
        with _signed_in(account) as server:
            return _Session(server, wish).look(account.folder)
    except ssl.SSLError as error:
        raise FetchFailed(f"no secure connection to {account.host}: {error.reason}") from error
    except (imaplib.IMAP4.error, OSError, ValueError) as error:
        # What a server answers may hold what it was told.
        told = str(error).replace(account.password, "…") if account.password else str(error)
        raise FetchFailed(
            f"mailbox {account.name}: {told[:200] or type(error).__name__}"
        ) from error


def _signed_in(account: MailAccount) -> Bounded:
    kind = BoundedTls if account.tls == "from the start" else Bounded
    server = kind(account.host, account.port)
    try:
        if account.tls == "start":
            server.starttls(ssl.create_default_context())
        _sign_in(server, account)
    except BaseException:
        with suppress(OSError):
            server.shutdown()
        raise
    return server


def _sign_in(server: imaplib.IMAP4, account: MailAccount) -> None:
    try:
        if (account.user + account.password).isascii():
            server.login(_quoted(account.user), account.password)
        else:
            told = f"\0{account.user}\0{account.password}".encode()
            server.authenticate("PLAIN", lambda _: told)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        # What a server answers may hold what it was told: only its code is repeated (RFC 5530).
        code = _CODE.search(str(error))
        reason = f" ({code[1]})" if code else ""
        refused = f"mailbox {account.name}: the server refuses user or password{reason}"
        raise FetchFailed(refused) from None


@dataclass(slots=True)
class _Found:
    """What a look has so far; `size` is of letters that were read whole."""

    last_uid: int
    letters: list[Letter] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    whole: int = 0
    size: int = 0

    @property
    def is_full(self) -> bool:
        return self.whole == MOST_WHOLE or self.size >= _MOST_AT_ONCE


class _Session:
    """One look through a server that knows us."""

    def __init__(self, server: Bounded, wish: Wish) -> None:
        self._server = server
        self._wish = wish

    def look(self, folder: str) -> Look:
        """Read heads in their order, and whole letters until there are enough of them."""
        # `readonly` is EXAMINE: the server itself lets nothing be changed.
        self._asked(self._server.select(_quoted(folder_name(folder)), readonly=True))
        validity = int(self._server.response("UIDVALIDITY")[1][0] or 0)
        is_known = validity == self._wish.validity
        uids = self._new_uids(is_known=is_known)
        begun = self._wish.last_uid if is_known else self._last_before(uids)
        found, is_cut = _Found(begun), False
        try:
            if is_known:
                self._read_again(found)
            self._read_new(found, uids)
        except (imaplib.IMAP4.error, OSError):
            # What was read is filed, and the next look begins behind it.
            if not found.letters and not found.again:
                raise
            is_cut = True
        return Look(
            validity=validity,
            last_uid=found.last_uid,
            letters=tuple(found.letters),
            again=tuple(found.again),
            has_more=is_cut or any(uid > found.last_uid for uid in uids),
        )

    def _read_again(self, found: _Found) -> None:
        for uid in self._wish.again[:MOST_WHOLE]:
            for head in self._heads([uid], found):
                if head.size <= self._wish.longest:
                    self._add_whole(found, head)
            found.again.append(uid)

    def _read_new(self, found: _Found, uids: Sequence[int]) -> None:
        """Read heads, ever more at a time, and each wanted letter whole before more heads.

        So every look ends behind where it began, however slow the line is.
        """
        first, many = 0, 1
        while first < min(len(uids), MOST_HEADS):
            asked = uids[first : first + many]
            for head in self._heads(asked, found):
                if not self._is_wanted(head):
                    found.letters.append(head)
                elif found.is_full:
                    return
                else:
                    self._add_whole(found, head)
                found.last_uid = max(found.last_uid, head.uid)
            found.last_uid = max(found.last_uid, asked[-1])  # what went meanwhile is passed, too
            first, many = first + many, min(2 * many, _TOGETHER)

    def _new_uids(self, *, is_known: bool) -> list[int]:
        since = self._wish.since
        of_day = f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}"
        begun = self._wish.last_uid
        asked = f"UID {begun + 1}:*" if is_known else of_day
        found = self._asked(self._server.uid("SEARCH", asked))[0] or b""
        uids = [int(one) for one in found.split() if one.isdigit()]
        # "n:*" names the last letter of all where none is behind n.
        return sorted(uid for uid in set(uids) if not is_known or uid > begun)

    def _last_before(self, uids: Sequence[int]) -> int:
        """Return the last number that a first look leaves out: of older letters, or of none."""
        if uids:
            return uids[0] - 1
        # What came between the two questions has this number, or a higher one.
        told = self._server.response("UIDNEXT")[1][-1] or b"1"
        return max(int(told), 1) - 1

    def _heads(self, uids: Sequence[int], found: _Found) -> list[Letter]:
        """Return letters' heads; one that alone cannot be had is passed over with its trouble."""
        try:
            return self._fetch(uids, f"BODY.PEEK[HEADER]<0.{_HEAD}>")
        except imaplib.IMAP4.error as error:
            # So few bytes that do not come are the line's fault, and no letter's.
            if found.letters or len(uids) > 1 or not self._is_of_letter(error, may_be_slow=False):
                raise
            at = datetime.now(UTC)  # nothing told
            return [Letter(uid=uids[0], arrived_at=at, size=0, head=b"", trouble=self._trouble())]

    def _is_wanted(self, letter: Letter) -> bool:
        fits = letter.size <= self._wish.longest
        return fits and self._wish.wants(letter.head, letter.arrived_at)

    def _add_whole(self, found: _Found, head: Letter) -> None:
        """Add a letter whole; what does not come whole though it was the first is refused."""
        try:
            got = self._fetch([head.uid], f"BODY.PEEK[]<0.{self._wish.longest + 1}>")
        except imaplib.IMAP4.error as error:
            if found.letters or not self._is_of_letter(error, may_be_slow=True):
                raise
            found.letters.append(replace(head, trouble=self._trouble()))
            return
        fitting = [one for one in got if one.size <= self._wish.longest]
        found.letters += [replace(one, whole=one.head) for one in fitting] or [head]
        found.whole += 1
        found.size += head.size

    def _is_of_letter(self, error: imaplib.IMAP4.error, *, may_be_slow: bool) -> bool:
        """Tell whether the server will not give this letter, or not within what a look may take."""
        if not isinstance(error, imaplib.IMAP4.abort):
            code = _CODE.search(str(error))
            return code is None or code[1] not in _PASSING
        return self._server.brought_too_much or (may_be_slow and self._server.took_too_long)

    def _trouble(self) -> str:
        if self._server.brought_too_much:
            return "the server sends more of it than a look may bring"
        if self._server.took_too_long:
            return f"it does not come within {LOOK_S:.0f} s"
        return "the server will not give it"

    def _fetch(self, uids: Sequence[int], what: str) -> list[Letter]:
        asked = f"(UID RFC822.SIZE INTERNALDATE {what})"
        told = self._asked(self._server.uid("FETCH", ",".join(map(str, uids)), asked))
        found = (_letter(facts, raw) for facts, raw in _answers(told))
        letters = {one.uid: one for one in found if one is not None and one.uid in uids}
        return [letters[uid] for uid in sorted(letters)]

    def _asked(self, answer: tuple[str, list[Any]]) -> list[Any]:
        """Return what the server told. Raises an error of imaplib where it would not."""
        state, told = answer
        if state != "OK":
            said = told[0] if told and isinstance(told[0], bytes) else b""
            raise self._server.error(said.decode("utf-8", "replace"))
        return told


def _answers(told: Sequence[Any]) -> Iterator[tuple[bytes, bytes]]:
    """Yield a letter's facts and text: facts may stand on both sides of the text."""
    for place, part in enumerate(told):
        if isinstance(part, tuple):
            behind = told[place + 1] if place + 1 < len(told) else b""
            yield part[0] + (behind if isinstance(behind, bytes) else b""), part[1]


def _letter(facts: bytes, raw: bytes) -> Letter | None:
    uid, size, arrived = _UID.search(facts), _SIZE.search(facts), _ARRIVED.search(facts)
    if uid is None or size is None or arrived is None:
        return None
    try:
        arrived_at = parsedate_to_datetime(arrived[1].decode("ascii")).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Letter(uid=int(uid[1]), arrived_at=arrived_at, size=int(size[1]), head=raw)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def folder_name(folder: str) -> str:
    """Return a folder's name as IMAP writes it: modified UTF-7 (RFC 3501 section 5.1.3)."""
    return re.sub(r"[^ -~]+|&", _shifted, folder)


def _shifted(match: re.Match[str]) -> str:
    if match[0] == "&":
        return "&-"
    coded = b64encode(match[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",")
    return f"&{coded}-"
