"""Comments read from JSON Lines, each with what is known around it."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wireroom.cli.article_lines import Report, open_lines, read_identity, read_row, read_time, whole
from wireroom.engine.errors import BadInput
from wireroom.engine.moderation.assessment import Context, Earlier
from wireroom.engine.text.direction import direction_of


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment and its context; `lang` is what the reasons are told in."""

    id: str
    text: str
    lang: str
    context: Context


def comment_lines(names: Iterable[str], *, report: Report) -> Iterator[CommentLine]:
    """Yield the comment of every usable line of the files, "-" being standard input.

    What cannot be used is told to `report` in one line that names file and line.
    """
    for name in names:
        try:
            with open_lines(name) as lines:
                yield from _comments(name, lines, report)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            report(f"{name}: cannot be read ({reason}); give a file of JSON Lines, plain or .gz")


def _comments(name: str, lines: Iterable[bytes], report: Report) -> Iterator[CommentLine]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _comment(read_row(line))
        except BadInput as error:
            report(f"{name}:{number}: {error}")


def _comment(row: dict[str, Any]) -> CommentLine:
    known = read_identity(row.get("id"))
    text = row.get("text")
    if not isinstance(text, str):
        raise BadInput(f"comment {known!r} has no text; nothing to score")
    text, lang = whole(text), row.get("lang")
    if not isinstance(lang, str) or not lang:
        lang = "ar" if direction_of(text) == "rtl" else "en"
    return CommentLine(known, text, lang, _context(row))


def _context(row: dict[str, Any]) -> Context:
    story, age = _list(row, "story"), row.get("account_age_s")
    if not all(isinstance(each, str) for each in story):
        raise BadInput("story is not a list of texts; write it as one")
    if age is not None and (isinstance(age, bool) or not isinstance(age, int | float)):
        raise BadInput("account_age_s is no number; give seconds")
    return Context(
        story=tuple(whole(each) for each in story),
        earlier=tuple(_earlier(each) for each in _list(row, "earlier")),
        at=_time(row),
        account_age_s=age,
    )


def _list(row: dict[str, Any], name: str) -> list[Any]:
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadInput(f"{name} is not a list; write it as one")
    return value


def _earlier(value: object) -> Earlier:
    if isinstance(value, str):
        return Earlier(whole(value))
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return Earlier(whole(value["text"]), _time(value))
    raise BadInput("earlier is not a list of texts, or of text with at; write it as one")


def _time(row: dict[str, Any]) -> datetime | None:
    time, complaint = read_time({"date": row.get("at")})
    if complaint:
        raise BadInput(f"at {row['at']!r} is not ISO 8601; leave it out where it is not known")
    return time
