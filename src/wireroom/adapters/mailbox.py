"""A mailbox of newsletters, looked into by IMAP (RFC 3501) and left exactly as it was."""

import imaplib
import re
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BufferedReader
from typing import Any, Final, cast

from wireroom.engine.errors import FetchFailed

# A look reads so many letters whole, and heads of so many; what is over waits for the next look.
MOST_WHOLE: Final = 10
MOST_HEADS: Final = 200
# Bytes of whole letters: what a slow line brings in a look. One more may begin below it.
_MOST_AT_ONCE: Final = 10_000_000
_TOGETHER: Final = 25  # heads asked for at a time
_HEAD: Final = 200_001  # bytes of a head: one more than is read of it (engine.newsletters.head)
MAX_BYTES: Final = 64_000_000  # that a server may send in a look, whatever it says
_SILENCE_S: Final = 15.0
_LOOK_S: Final = 60.0  # for all of a look
_CHUNK: Final = 65_536
_LONGEST_LINE: Final = 1_000_000
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_UID: Final = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d{1,15})\b")
_CODE: Final = re.compile(r"\[([A-Z]{3,30})\]")
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
    """An e-mail as it lies in the mailbox; `whole` only where it was wanted and is not too long."""

    uid: int
    arrived_at: datetime
    size: int
    head: bytes
    whole: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look found: letters up to `last_uid` of the folder as `validity` numbers it."""

    validity: int
    last_uid: int
    letters: tuple[Letter, ...] = ()
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


class _Bounded(imaplib.IMAP4):
    """A client that reads no more, and for no longer, than a look may take."""

    def __init__(self, host: str, port: int) -> None:
        self._until = time.monotonic() + _LOOK_S
        self._left = MAX_BYTES
        super().__init__(host, port, timeout=_SILENCE_S)

    def read(self, size: int) -> bytes:
        if size > self._left:
            raise self.abort("the server wants to send more than a look may bring")
        pieces: list[bytes] = []
        while size > 0:
            piece = self._count(self._stream.read1(min(size, _CHUNK)))
            if not piece:
                raise self.abort("the connection broke off")
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def readline(self) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            seen = self._stream.peek(1)
            if not seen:
                break
            end = seen.find(b"\n") + 1
            line += self._count(self._stream.read(end or len(seen)))
            if len(line) > _LONGEST_LINE:
                raise self.abort("a line of the server does not end")
        return line

    @property
    def _stream(self) -> BufferedReader:
        return cast("BufferedReader", self.file)

    def _count(self, piece: bytes) -> bytes:
        self._left -= len(piece)
        if self._left < 0 or time.monotonic() > self._until:
            raise self.abort("the look took too long, or brought too much")
        return piece


class _BoundedTls(_Bounded, imaplib.IMAP4_SSL):
    """The same over TLS from the start."""

    def _create_socket(self, timeout: float | None) -> Any:
        plain = imaplib.IMAP4._create_socket(self, timeout)  # type: ignore[attr-defined]
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def _signed_in(account: MailAccount) -> imaplib.IMAP4:
    kind = _BoundedTls if account.tls == "from the start" else _Bounded
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


class _Session:
    """One look through a server that knows us."""

    def __init__(self, server: imaplib.IMAP4, wish: Wish) -> None:
        self._server = server
        self._wish = wish

    def look(self, folder: str) -> Look:
        """Read heads in their order, and whole letters until there are enough of them."""
        # `readonly` is EXAMINE: the server itself lets nothing be changed.
        self._asked(self._server.select(_quoted(folder_name(folder)), readonly=True))
        validity = int(self._server.response("UIDVALIDITY")[1][0] or 0)
        is_known = validity == self._wish.validity
        again = self._whole(self._wish.again[:MOST_WHOLE]) if is_known else []
        uids = self._new_uids(is_known=is_known)
        begun = self._wish.last_uid if is_known else self._last_before(uids)
        heads, wanted, last_uid = self._heads(uids, begun, room=MOST_WHOLE - len(again))
        whole = {one.uid: one for one in self._whole(wanted)}
        return Look(
            validity=validity,
            last_uid=last_uid,
            letters=(*again, *(whole.get(one.uid, one) for one in heads)),
            has_more=any(uid > last_uid for uid in uids),
        )

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

    def _heads(
        self, uids: Sequence[int], begun: int, *, room: int
    ) -> tuple[list[Letter], list[int], int]:
        """Return the letters, those that are to be read whole, and the last number passed."""
        heads: list[Letter] = []
        wanted: list[int] = []
        size = 0
        for first in range(0, min(len(uids), MOST_HEADS), _TOGETHER):
            asked = uids[first : first + _TOGETHER]
            for letter in self._fetch(asked, f"BODY.PEEK[HEADER]<0.{_HEAD}>"):
                if self._is_wanted(letter):
                    if len(wanted) == room or size >= _MOST_AT_ONCE:
                        return heads, wanted, begun
                    wanted.append(letter.uid)
                    size += letter.size
                heads.append(letter)
                begun = max(begun, letter.uid)
            begun = max(begun, asked[-1])  # what went meanwhile is passed, too
        return heads, wanted, begun

    def _is_wanted(self, letter: Letter) -> bool:
        fits = letter.size <= self._wish.longest
        return fits and self._wish.wants(letter.head, letter.arrived_at)

    def _whole(self, uids: Sequence[int]) -> list[Letter]:
        """Return letters whole, one at a time: together they may be more than a look brings."""
        found = [one for uid in uids for one in self._fetch([uid], f"BODY.PEEK[]<0.{self._most}>")]
        return [replace(one, whole=one.head) for one in found if one.size <= self._wish.longest]

    @property
    def _most(self) -> int:
        return self._wish.longest + 1

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
