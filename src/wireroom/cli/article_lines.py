"""Articles read from JSON Lines: what `read` writes, and simpler lines with date and source."""

import gzip
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

from wireroom.engine.errors import BadInput
from wireroom.engine.types import ArticleText
from wireroom.engine.urls import canonical_url

Report = Callable[[str], None]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# BCP 47 as news state it; "English" and what else is no tag counts as none.
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_TIMES: Final = ("published", "published_at", "date")
_GZIP_MAGIC: Final = b"\x1f\x8b"


class Failures:
    """Writes one line a failed input to stderr, and counts them for the exit code."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        self.count = 0
        self._stream = stream

    def __call__(self, line: str) -> None:
        self.count += 1
        print(line, file=self._stream or sys.stderr)


def article_lines(
    names: Iterable[str], *, report: Report, headlines: bool = False
) -> Iterator[ArticleText]:
    """Yield the article of every usable line of the files, "-" being standard input.

    Fields: id, title, body (or paragraphs), published (or published_at, date), lang,
    outlet (or source), wire_credit, canonical_url (or url), country, owner_type. What cannot be
    used is told to `report` in one line that names file and line, and the rest goes on: a file
    that cannot be read, a line that is no JSON object, a missing body, an id seen before. A time
    that cannot be read is reported and its article kept without a time; with `headlines`, so is
    one without a body that has a title. Lone surrogates become U+FFFD, which keeps every offset.
    Plain or gzip, UTF-8 with or without a byte order mark.
    """
    seen: set[str] = set()
    for name in names:
        try:
            with open_lines(name) as lines:
                yield from _articles(name, lines, seen, report, headlines=headlines)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            report(f"{name}: cannot be read ({reason}); give a file of JSON Lines, plain or .gz")


@contextmanager
def open_lines(name: str) -> Iterator[IO[bytes]]:
    """Open a file, plain or gzip, or standard input for "-"."""
    if name == "-":
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as plain:
        zipped = plain.peek(2)[:2] == _GZIP_MAGIC
        if not zipped:
            yield plain
            return
        with gzip.open(plain, "rb") as stream:
            yield stream  # type: ignore[misc]


def _articles(
    name: str, lines: Iterable[bytes], seen: set[str], report: Report, *, headlines: bool
) -> Iterator[ArticleText]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            row = read_row(line)
            article, complaints = _article(row, seen, headlines=headlines)
        except BadInput as error:
            report(f"{where}: {error}")
            continue
        for complaint in complaints:
            report(f"{where}: {complaint}")
        yield article


def read_row(line: bytes) -> dict[str, Any]:
    """Return the object of a line. Raises BadInput that says what to do."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput("not UTF-8; write the file as UTF-8 JSON Lines") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("not JSON; write one JSON object a line") from error
    if not isinstance(row, dict):
        raise BadInput("not a JSON object; write one JSON object a line")
    return row


def _article(
    row: dict[str, Any], seen: set[str], *, headlines: bool
) -> tuple[ArticleText, list[str]]:
    known = read_identity(row.get("id"))
    if known in seen:
        raise BadInput(f"id {known!r} was there before; give every article its own id")
    title, body = _text(row, "title") or "", _body(row)
    complaints = []
    if not body.strip():
        if not (headlines and title):
            raise BadInput(f"article {known!r} has no body; nothing to compare")
        complaints.append(f"article {known!r} has no body; it is placed by its headline")
    seen.add(known)
    time, complaint = read_time(row)
    complaints += [complaint] if complaint else []
    url = _text(row, "canonical_url", "url")
    article = ArticleText(
        id=known,
        title=title,
        body=body,
        published_at=time,
        lang=_lang(row),
        outlet=_text(row, "outlet", "source"),
        wire_credit=_text(row, "wire_credit"),
        url=canonical_url(url) if url else None,
        country=_text(row, "country") or "",
        owner_type=_text(row, "owner_type") or "",
    )
    return article, complaints


def read_identity(value: object) -> str:
    """Return an id as a string. Raises BadInput where there is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value.strip():
        return whole(value)
    raise BadInput("no id; every line needs an id")


def _body(row: dict[str, Any]) -> str:
    body = row.get("body")
    if isinstance(body, str):
        return whole(body)
    paragraphs = row.get("paragraphs")
    if isinstance(paragraphs, list):
        return whole("\n\n".join(each for each in paragraphs if isinstance(each, str)))
    return ""


def _text(row: dict[str, Any], *names: str) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return whole(value).strip()
    return None


def _lang(row: dict[str, Any]) -> str:
    stated = _text(row, "lang") or ""
    return stated if _LANGUAGE.fullmatch(stated) else "und"


def whole(text: str) -> str:
    """Return a text with lone surrogates replaced, which keeps every offset."""
    return _SURROGATE.sub("\ufffd", text)


def read_time(row: dict[str, Any]) -> tuple[datetime | None, str | None]:
    """Return the time of a line in UTC, or what is wrong with it."""
    stated = next((row[name] for name in _TIMES if row.get(name) not in (None, "")), None)
    if stated is None:
        return None, None
    try:
        time = datetime.fromisoformat(str(stated).strip())
        # A time without a zone is taken as UTC: what most archives mean by it.
        aware = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        shown = whole(str(stated)[:40])
        return None, f"time {shown!r} is not ISO 8601; the article is kept without a time"
    return aware, None
