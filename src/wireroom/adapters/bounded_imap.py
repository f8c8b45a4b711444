"""A client of IMAP that reads no more, and for no longer, than a look into a mailbox may take."""

import imaplib
import ssl
import time
from contextlib import suppress
from io import BufferedReader
from typing import Any, Final, cast

MAX_BYTES: Final = 64_000_000  # that a server may send in a look, whatever it says
SILENCE_S: Final = 15.0
LOOK_S: Final = 60.0  # for all of a look
_CHUNK: Final = 65_536
_LONGEST_LINE: Final = 1_000_000


class Bounded(imaplib.IMAP4):
    """A client that reads no more, and for no longer, than a look may take.

    What is more ends the connection: `brought_too_much` and `took_too_long` say why.
    """

    brought_too_much = False
    took_too_long = False

    def __init__(self, host: str, port: int) -> None:
        self._until = time.monotonic() + LOOK_S
        self._left = MAX_BYTES
        super().__init__(host, port, timeout=SILENCE_S)

    def __exit__(self, *ended: object) -> None:
        try:
            self.logout()
        except (imaplib.IMAP4.error, OSError):  # what was read until then is good
            with suppress(OSError):
                self.shutdown()

    def read(self, size: int) -> bytes:
        if size > self._left:
            self.brought_too_much = True
        self._check()
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
        self.brought_too_much |= self._left < 0
        self.took_too_long |= time.monotonic() > self._until
        self._check()
        return piece

    def _check(self) -> None:
        # Once it is over nothing is read any more: the rest of an answer would pass for the next.
        if self.brought_too_much:
            raise self.abort("the server wants to send more than a look may bring")
        if self.took_too_long:
            raise self.abort("the look took too long")


class BoundedTls(Bounded, imaplib.IMAP4_SSL):
    """The same over TLS from the start."""

    def _create_socket(self, timeout: float | None) -> Any:
        plain = imaplib.IMAP4._create_socket(self, timeout)  # type: ignore[attr-defined]
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
