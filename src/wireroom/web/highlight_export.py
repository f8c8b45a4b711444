"""Highlights as files that other programs read: Markdown and JSON, piece by piece."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from wireroom.reading.queries.highlights import Marked
from wireroom.web.direction import plain_text
from wireroom.web.parts import page_url

# What Markdown (CommonMark 0.31) may take for markup, anywhere in a line.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the request's edition says, and where its pages are: read while the request lasts, for
    the pieces are made once it is over.
    """

    heading: str
    withdrawn: str
    hidden: str
    before: str
    after: str

    def page(self, article_id: int) -> str:
        """Return the address of a report's page."""
        return f"{self.before}{article_id}{self.after}"


def as_markdown(marks: Iterable[Marked], root: str) -> Iterator[str]:
    """Return a Markdown document: each highlight a quote, where it is from, and the note."""
    return _markdown(marks, _read_said(root))


def as_json(marks: Iterable[Marked], root: str) -> Iterator[str]:
    """Return a JSON list of highlights; offsets are code points of the latest body, or null."""
    return _json(marks, _read_said(root))


def _read_said(root: str) -> _Said:
    before, _zero, after = page_url("article", article_id=0).rpartition("0")
    return _Said(
        heading=_("Highlights"),
        withdrawn=_("[withdrawn]"),
        hidden=_("[shown no longer]"),
        before=f"{root}{before}",
        after=after,
    )


def _markdown(marks: Iterable[Marked], said: _Said) -> Iterator[str]:
    yield f"# {said.heading}\n"
    for one in marks:
        yield "\n"
        unshown = said.hidden if one.report else said.withdrawn
        for line in (one.words or unshown).splitlines():
            yield f"> {_plain(line)}\n"
        if one.report:
            address = said.page(one.report.id)
            headline = _plain(one.report.headline)
            yield f"\n{_plain(one.report.outlet.name)}, [{headline}]({address}), "
        else:
            yield "\n"
        yield f"{one.at.date().isoformat()}\n"
        if one.note:
            yield "\n" + "\n".join(_plain(line) for line in one.note.splitlines()) + "\n"


def _json(marks: Iterable[Marked], said: _Said) -> Iterator[str]:
    yield "["
    for place, one in enumerate(marks):
        yield (",\n" if place else "\n") + json.dumps(_row(one, said), ensure_ascii=False)
    yield "\n]\n"


def _row(one: Marked, said: _Said) -> dict[str, Any]:
    report = one.report
    return {
        "words": one.words,
        "note": one.note,
        "at": one.at.isoformat(),
        "outlet": report.outlet.name if report else None,
        "headline": report.headline if report else None,
        "lang": report.lang if report else None,
        "url": report.link if report else None,
        "page": said.page(report.id) if report else None,
        "stands": one.stands.value,
        "start": one.start,
        "end": one.end,
    }


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", plain_text(text))
