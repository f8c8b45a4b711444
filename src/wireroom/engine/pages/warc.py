"""Records and pages out of web archives (WARC 1.0 and 1.1, ISO 28500), plain or packed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final

from wireroom.engine.errors import BadInput
from wireroom.engine.pages.warc_answer import LARGEST_LINE, NoPage, read_answer, read_headers
from wireroom.engine.pages.warc_bytes import CHUNK, Broken, CutOff, Place, Source, open_archive
from wireroom.engine.text.when import resolve_time
from wireroom.engine.types import Document

# A news page is under 2 MB; what unpacks to more than this is a trap or a video.
LARGEST_PAGE: Final = 50_000_000
_VERSION: Final = re.compile(rb"WARC/\d+\.\d+\s*\Z")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its headers with lower-case names and its block of bytes.

    Of a block that is larger than a page may be only the beginning is kept.
    """

    headers: Mapping[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        """The record's type, in small letters."""
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str | None:
        """The address that was asked for."""
        return self.headers.get("warc-target-uri", "").strip("<>") or None

    @property
    def captured_at(self) -> datetime | None:
        """When it was asked for."""
        time = resolve_time(self.headers.get("warc-date", ""), captured_at=None)
        return time.at if time else None


@dataclass(frozen=True, slots=True)
class Met:
    """A record, or why none could be read here; `next` is where to go on in another run.

    Where the file is cut off, or nothing readable follows damage, that is the beginning of the
    record: more of it may come.
    """

    next: Place
    record: Record | None = None
    trouble: str = ""
    is_end: bool = False


def read_records(
    stream: BinaryIO, *, start: Place | None = None, largest: int = LARGEST_PAGE
) -> Iterator[Met]:
    """Yield the archive's records from `start` on; past damage the next readable one counts.

    One record is in memory at a time. Members of gzip may hold one record, many, or a part.
    """
    try:
        source = open_archive(stream, start or Place())
    except Broken as stop:  # the file is another one than that which the place is of
        yield Met(start or Place(), trouble=str(stop), is_end=True)
        return
    is_more = True
    while is_more:
        began = source.place()
        try:
            record = _next_record(source, largest)
        except CutOff as stop:
            yield Met(began, trouble=str(stop), is_end=True)
            return
        except Broken as stop:
            is_more = source.leap(began)
            yield Met(source.place() if is_more else began, trouble=str(stop), is_end=not is_more)
            continue
        if record is None:
            return
        yield Met(source.place(), record)


def read_warc(stream: BinaryIO, *, name: str, largest: int = LARGEST_PAGE) -> Iterator[Document]:
    """Yield the pages of the archive's HTTP responses (status 200) and resource records.

    A page that would unpack to more than `largest` bytes, and one in an encoding that is not
    known, is left out. The document's `name` is the archive's and the record's number,
    `captured_at` the record's WARC-Date.

    Raises BadInput at the end of an archive that is damaged or cut off: what could be read of
    it has been yielded.
    """
    number, troubles, cut = 0, [], False
    for met in read_records(stream, largest=largest):
        if met.record is None:
            troubles.append(met.trouble)
            cut = cut or met.is_end
            continue
        number += 1
        document = _document_of(met.record, f"{name}#{number}", largest)
        if document:
            yield document
    if troubles and cut and len(troubles) == 1:
        raise BadInput(
            f"{name}: the archive ends inside record {number + 1} ({troubles[0]}); "
            f"the {number} before it were read"
        )
    if troubles:
        raise BadInput(
            f"{name}: the archive is damaged at {len(troubles)} places ({troubles[0]}); "
            f"the {number} other records were read"
        )
    if not number:
        raise BadInput(f"{name}: the file is empty")


def _next_record(source: Source, largest: int) -> Record | None:
    source.skip_blanks()
    line = source.readline(LARGEST_LINE)
    while line in (b"\r\n", b"\n"):
        line = source.readline(LARGEST_LINE)
    if not line:
        return None
    if not _VERSION.match(line):
        raise Broken("no WARC version line where a record should begin")
    try:
        headers = read_headers(source.readline)
    except NoPage as error:
        raise (CutOff if source.read(1) == b"" else Broken)(str(error)) from error
    record = Record(headers, _read_block(source, headers, largest))
    source.skip_blanks()
    return record


def _read_block(source: Source, headers: Mapping[str, str], largest: int) -> bytes:
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) <= 18):
        raise Broken("no usable Content-Length")
    wanted, kept, held = int(length), [], 0
    while wanted:
        piece = source.read(min(CHUNK, wanted))
        if not piece:
            raise CutOff(f"{wanted} bytes are missing")
        wanted -= len(piece)
        if held <= largest:  # the rest is read past, not kept
            kept.append(piece)
            held += len(piece)
    return b"".join(kept)


def _document_of(record: Record, name: str, largest: int) -> Document | None:
    if record.kind not in ("response", "resource") or len(record.block) > largest:
        return None
    raw, content_type = record.block, record.headers.get("content-type")
    if record.kind == "response":
        try:
            answer = read_answer(record.block, largest=largest)
        except NoPage:
            return None
        raw, content_type = answer.body, answer.content_type
    return Document(
        name=name,
        raw=raw,
        url=record.url,
        content_type=content_type,
        captured_at=record.captured_at,
    )
