"""The plain bytes of a web archive, packed or not, with places at which reading can go on."""

import zlib
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

GZIP: Final = b"\x1f\x8b\x08"
RECORD: Final = b"WARC/"
CHUNK: Final = 65_536
_WBITS: Final = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class Place:
    """A byte of the file, and how many plain bytes of the gzip member there lie behind us."""

    offset: int = 0
    within: int = 0


class Broken(Exception):  # noqa: N818 - never leaves the reader of archives
    """The bytes make no sense at this place."""


class CutOff(Broken):
    """The file ends in the middle of something."""


class Source(Protocol):
    """Plain bytes in their order; every method but `place` may raise Broken."""

    def read(self, most: int) -> bytes:
        """Return some bytes, none at the end."""

    def readline(self, most: int) -> bytes:
        """Return a line with its end, or the first `most` bytes of a longer one."""

    def skip_blanks(self) -> None:
        """Go past the line ends between two records."""

    def place(self) -> Place:
        """Return where the next byte stands."""

    def leap(self, after: Place) -> bool:
        """Go to the next place behind `after` where a record may begin; False if there is none."""


def open_archive(stream: BinaryIO, start: Place) -> Source:
    """Return the archive's bytes from `start` on; the stream has to be one that can seek."""
    stream.seek(0)
    packed = stream.read(len(GZIP)) == GZIP
    source = GzipMembers(stream, start.offset) if packed else PlainBytes(stream, start.offset)
    left = start.within
    while left and (piece := source.read(min(left, CHUNK))):
        left -= len(piece)
    return source


class PlainBytes:
    """An archive that is not packed."""

    def __init__(self, stream: BinaryIO, offset: int) -> None:
        stream.seek(offset)
        self._stream = stream

    def read(self, most: int) -> bytes:
        return self._stream.read(most)

    def readline(self, most: int) -> bytes:
        return self._stream.readline(most)

    def skip_blanks(self) -> None:
        at = self._stream.tell()
        while line := self._stream.readline(3):
            if line.strip(b"\r\n"):
                break
            at = self._stream.tell()
        self._stream.seek(at)

    def place(self) -> Place:
        return Place(self._stream.tell())

    def leap(self, after: Place) -> bool:
        """A line that begins as records do is one; few pages have such a line."""
        self._stream.seek(after.offset)
        self._stream.readline(CHUNK)
        at = self._stream.tell()
        while line := self._stream.readline(CHUNK):
            if line.startswith(RECORD):
                self._stream.seek(at)
                return True
            at = self._stream.tell()
        return False


class GzipMembers:
    """Members that follow one another: mostly one a record, but a record may span several.

    The plain bytes at hand are of one member only, so that each has its place.
    """

    def __init__(self, stream: BinaryIO, offset: int) -> None:
        self._stream = stream
        self._start(offset)

    def _start(self, offset: int) -> None:
        self._stream.seek(offset)
        self._read_to = offset
        self._raw = b""  # read of the file, and not unpacked
        self._plain = b""
        self._given = 0  # plain bytes of this member that are behind us
        self._member_at = offset
        self._unzip: zlib._Decompress | None = None

    def read(self, most: int) -> bytes:
        if not self._fill():
            return b""
        piece, self._plain = self._plain[:most], self._plain[most:]
        self._given += len(piece)
        return piece

    def readline(self, most: int) -> bytes:
        line = b""
        while len(line) < most and not line.endswith(b"\n") and self._fill():
            end = self._plain.find(b"\n") + 1 or len(self._plain)
            line += self.read(min(end, most - len(line)))
        return line

    def skip_blanks(self) -> None:
        while self._unzip is not None:
            rest = self._plain.lstrip(b"\r\n")
            self._given += len(self._plain) - len(rest)
            self._plain = rest
            if rest or self._unzip.eof:
                return
            self._unpack()

    def place(self) -> Place:
        if not self._plain and self._unzip is not None and self._unzip.eof:
            return Place(self._read_to - len(self._unzip.unused_data))
        return Place(self._member_at, self._given)

    def leap(self, after: Place) -> bool:
        """Behind damaged data the next member that begins with a record counts."""
        offset = after.offset
        while (found := _find(self._stream, GZIP, offset + 1)) is not None:
            offset = found
            self._start(offset)
            try:
                if self._fill() and self._plain.startswith(RECORD):
                    return True
            except Broken:
                continue
        return False

    def _fill(self) -> bool:
        """Have plain bytes at hand; False at the end of the file."""
        while not self._plain:
            if (self._unzip is None or self._unzip.eof) and not self._begin_member():
                return False
            self._unpack()
        return True

    def _begin_member(self) -> bool:
        head = self._unzip.unused_data if self._unzip is not None else self._raw
        while len(head := head.lstrip(b"\0")) < len(GZIP) and (more := self._more()):
            head += more
        if not head:
            return False
        self._member_at, self._given = self._read_to - len(head), 0
        self._raw = head
        self._unzip = zlib.decompressobj(_WBITS)
        return True

    def _unpack(self) -> None:
        assert self._unzip is not None
        raw = self._raw or self._more()
        try:
            self._plain = self._unzip.decompress(raw, CHUNK)
        except zlib.error as error:
            raise Broken(f"compressed data: {error}") from error
        self._raw = self._unzip.unconsumed_tail
        if not (raw or self._plain or self._unzip.eof):
            raise CutOff("compressed data end too early")

    def _more(self) -> bytes:
        # Up to the same bytes of the file wherever reading began: what a damaged member gives
        # before its damage hangs on where it is cut.
        raw = self._stream.read(CHUNK - self._read_to % CHUNK)
        self._read_to += len(raw)
        return raw


def _find(stream: BinaryIO, wanted: bytes, offset: int) -> int | None:
    """Return where these bytes stand next in a file."""
    stream.seek(offset)
    kept = b""
    while piece := stream.read(CHUNK):
        window = kept + piece
        at = window.find(wanted)
        if at >= 0:
            return offset + at
        kept = window[-(len(wanted) - 1) :]
        offset += len(window) - len(kept)
    return None
