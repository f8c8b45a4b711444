"""Highlights as files that other programs read: Markdown and JSON, piece by piece."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from wireroom.reading.queries.highlights import Marked
from wireroom.web.direction import plain_text
from wireroom.web.parts import page_url

# What Markdown (CommonMark 0.31) may take for markup, anywhere in a line.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def as_markdown(marks: Iterable[Marked], root: str) -> Iterator[str]:
    """Yield a Markdown document: each highlight a quote, where it is from, and the note."""
    yield f"# {_('Highlights')}\n"
    for one in marks:
        yield "\n"
        said = _("[withdrawn]") if one.report is None else _("[shown no longer]")
        for line in (one.words or said).splitlines():
            yield f"> {_plain(line)}\n"
        if one.report:
            address = f"{root}{page_url('article', article_id=one.report.id)}"
            headline = _plain(one.report.headline)
            yield f"\n{_plain(one.report.outlet.name)}, [{headline}]({address}), "
        else:
            yield "\n"
        yield f"{one.at.date().isoformat()}\n"
        if one.note:
            yield "\n" + "\n".join(_plain(line) for line in one.note.splitlines()) + "\n"


def as_json(marks: Iterable[Marked], root: str) -> Iterator[str]:
    """Yield a JSON list of highlights; offsets are code points of the latest body, or null."""
    yield "["
    for place, one in enumerate(marks):
        yield (",\n" if place else "\n") + json.dumps(_row(one, root), ensure_ascii=False)
    yield "\n]\n"


def _row(one: Marked, root: str) -> dict[str, Any]:
    report = one.report
    return {
        "words": one.words,
        "note": one.note,
        "at": one.at.isoformat(),
        "outlet": report.outlet.name if report else None,
        "headline": report.headline if report else None,
        "lang": report.lang if report else None,
        "url": report.link if report else None,
        "page": f"{root}{page_url('article', article_id=report.id)}" if report else None,
        "stands": one.stands.value,
        "start": one.start,
        "end": one.end,
    }


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", plain_text(text))
