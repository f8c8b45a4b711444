"""Reads outlets.toml and events/*.toml into a Newsroom, and says plainly what is wrong in them."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from wireroom.sample.beside import Entry, FactBox, Note, NoteKind
from wireroom.sample.blocks import block_of, paragraphs_of
from wireroom.sample.content import Carry, Correction, Kind, Newsroom, Outlet, Picture, Report
from wireroom.sample.copytext import derive_paragraphs, replace_all
from wireroom.sample.errors import BadContent

__all__ = ["BadContent", "load_newsroom"]

_T = TypeVar("_T", Carry, Correction, Entry, FactBox, Note, Outlet, Picture, Report)
_K = TypeVar("_K", Kind, NoteKind)

HERE: Final = Path(__file__).parent
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BODILESS: Final = {Kind.VIDEO, Kind.EMPTY, Kind.AUTHOR, Kind.GONE}


def load_newsroom(folder: Path = HERE) -> Newsroom:
    """Read the folder's outlets.toml and events/*.toml.

    Raises BadContent, naming file and report, for the first fault found.
    """
    outlets = _read_outlets(folder / "outlets.toml")
    reports: dict[str, Report] = {}
    for path in sorted((folder / "events").glob("*.toml")):
        for report in _read_event(path):
            if report.outlet not in outlets:
                raise BadContent(f"{path.name}: no outlet named {report.outlet!r}")
            if report.key in reports:
                raise BadContent(f"{path.name}: {report.key} is there twice")
            reports[report.key] = report
    newsroom = Newsroom(outlets=outlets, reports=reports)
    for report in reports.values():
        _check_links(newsroom, report)
    return newsroom


def _read_outlets(path: Path) -> dict[str, Outlet]:
    tables = _toml(path)["outlet"]
    outlets = [_build(Outlet, table, where=path.name) for table in tables]
    return {outlet.slug: outlet for outlet in outlets}


def _read_event(path: Path) -> list[Report]:
    event = _toml(path)
    common = {"event": event.get("id"), "section": event.get("section")}
    if not all(common.values()):
        raise BadContent(f"{path.name}: write id and section before the first [[report]]")
    common["storyline"] = event.get("storyline")
    return [_report({**common, **table}, where=path.name) for table in event.get("report", ())]


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise BadContent(f"{path.name}: {error}") from error


def _report(table: dict[str, Any], *, where: str) -> Report:
    where = f"{where}: {table.get('outlet')}/{table.get('slug')}"
    table = pin_days(table, float(table.get("hours_before", 0)))
    table["paragraphs"] = paragraphs_of(table.pop("body", ""))
    byline = table.get("byline", ())
    table["byline"] = (byline,) if isinstance(byline, str) else tuple(byline)
    table["kind"] = _kind(Kind, table.get("kind", "article"), where=where)
    if "image" in table:
        table["image"] = _build(Picture, table["image"], where=where)
    if "carry" in table:
        table["carry"] = _carry(table["carry"], where=where)
    if "correction" in table:
        table["correction"] = _build(Correction, table["correction"], where=where)
    table |= _beside(table, where=where)
    report = _build(Report, table, where=where)
    _check_alone(report, where=where)
    return report


def _beside(table: dict[str, Any], *, where: str) -> dict[str, Any]:
    """Take out of a report's table what is no part of its running text."""
    boxes = [_texted(box) for box in table.pop("fact_box", ())]
    entries = [_texted(entry) for entry in table.pop("entry", ())]
    notes = [
        {**note, "kind": _kind(NoteKind, note.get("kind", "correction"), where=where)}
        for note in table.pop("note", ())
    ]
    return {
        "fact_boxes": [_build(FactBox, box, where=where) for box in boxes],
        "entries": [_build(Entry, entry, where=where) for entry in entries],
        "notes": [_build(Note, note, where=where) for note in notes],
    }


def _texted(table: dict[str, Any]) -> dict[str, Any]:
    others = {name: value for name, value in table.items() if name != "body"}
    return others | {"paragraphs": paragraphs_of(table.get("body", ""))}


def _carry(table: dict[str, Any], *, where: str) -> Carry:
    ends = {name: paragraphs_of(table.get(name, "")) for name in ("lead", "tail")}
    return _build(Carry, {**table, **ends}, where=where)


def _kind(kinds: type[_K], word: str, *, where: str) -> _K:
    try:
        return kinds(word)
    except ValueError:
        raise BadContent(f"{where}: kind {word!r} is none of {', '.join(kinds)}") from None


def _build(kind: type[_T], table: Mapping[str, Any], *, where: str) -> _T:
    known = {spot.name: spot for spot in dataclasses.fields(kind)}
    if unknown := set(table) - set(known):
        raise BadContent(f"{where}: unknown field {', '.join(sorted(unknown))}")
    try:
        return kind(**{name: _frozen(value) for name, value in table.items()})
    except TypeError as error:
        raise BadContent(f"{where}: {error}") from error


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value


def pin_days(value: Any, hours: float) -> Any:
    """Give every bare {{weekday}}, {{date}} or {{day}} the age of the report it was written in.

    Copy that another outlet carries later still names the day the agency meant. What is inside a
    report and has an age of its own, as a note or a live entry, means its own day.
    """
    if isinstance(value, str):
        return re.sub(r"\{\{(weekday|date|day)\}\}", rf"{{{{\1:{hours:g}}}}}", value)
    if isinstance(value, list):
        return [pin_days(part, hours) for part in value]
    if isinstance(value, dict):
        hours = float(value.get("hours_before", hours))
        return {name: pin_days(part, hours) for name, part in value.items()}
    return value


def _check_alone(report: Report, *, where: str) -> None:
    if not _SLUG.fullmatch(report.slug):
        raise BadContent(f"{where}: a slug has only a-z, 0-9 and single hyphens")
    if not 0 < report.hours_before <= 24 * 30:
        raise BadContent(f"{where}: hours_before must lie between 0 and 720")
    has_text = bool(report.paragraphs or report.carry)
    if report.paragraphs and report.carry:
        raise BadContent(f"{where}: give body or carry, not both")
    if has_text == (report.kind in _BODILESS):
        wanted = "no body" if has_text else "a body or a carry"
        raise BadContent(f"{where}: kind {report.kind} needs {wanted}")
    _check_beside(report, where=where)


def _check_beside(report: Report, *, where: str) -> None:
    inner = [
        *(box.paragraphs for box in report.fact_boxes),
        *(entry.paragraphs for entry in report.entries),
    ]
    if not all(inner):
        raise BadContent(f"{where}: a fact box and a live entry need a body")
    for source in (*report.paragraphs, *(source for text in inner for source in text)):
        block_of(source, where=where)
    length = len(report.paragraphs)
    if wrong := [box for box in report.fact_boxes if not 1 <= box.after <= length]:
        raise BadContent(f"{where}: a fact box after block {wrong[0].after} of {length}")
    ages = [entry.hours_before for entry in report.entries]
    if ages != sorted(ages) or (ages and ages[-1] > report.hours_before):
        raise BadContent(f"{where}: live entries stand newest first, none before the report began")


def _check_links(newsroom: Newsroom, report: Report) -> None:
    translated = (report.translates,) if report.translates else ()
    for key in (*report.related, *_next_key(report), *translated):
        if key not in newsroom.reports:
            raise BadContent(f"{report.key}: there is no report {key!r}")
    paragraphs = derive_paragraphs(newsroom, report)
    if report.correction:
        replace_all(paragraphs, report.correction.replace, where=report.key)


def _next_key(report: Report) -> tuple[str, ...]:
    return (f"{report.outlet}/{report.next}",) if report.next else ()
