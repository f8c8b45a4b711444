"""Reads outlets.toml and events/*.toml into a Newsroom, and says plainly what is wrong in them."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from wireroom.sample.content import Carry, Correction, Kind, Newsroom, Outlet, Picture, Report
from wireroom.sample.copytext import derive_paragraphs, replace_all
from wireroom.sample.errors import BadContent

__all__ = ["BadContent", "load_newsroom"]

_T = TypeVar("_T", Carry, Correction, Outlet, Picture, Report)

HERE: Final = Path(__file__).parent
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BLANK_LINES = re.compile(r"\n\s*\n")
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
    table["kind"] = _kind(table.get("kind", "article"), where=where)
    if "image" in table:
        table["image"] = _build(Picture, table["image"], where=where)
    if "carry" in table:
        table["carry"] = _carry(table["carry"], where=where)
    if "correction" in table:
        table["correction"] = _build(Correction, table["correction"], where=where)
    report = _build(Report, table, where=where)
    _check_alone(report, where=where)
    return report


def _carry(table: dict[str, Any], *, where: str) -> Carry:
    ends = {name: paragraphs_of(table.get(name, "")) for name in ("lead", "tail")}
    return _build(Carry, {**table, **ends}, where=where)


def _kind(word: str, *, where: str) -> Kind:
    try:
        return Kind(word)
    except ValueError:
        raise BadContent(f"{where}: kind {word!r} is none of {', '.join(Kind)}") from None


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
    """Give every bare {{weekday}} or {{date}} the age of the report it was written in.

    Copy that another outlet carries later still names the day the agency meant.
    """
    if isinstance(value, str):
        return re.sub(r"\{\{(weekday|date)\}\}", rf"{{{{\1:{hours:g}}}}}", value)
    if isinstance(value, list):
        return [pin_days(part, hours) for part in value]
    if isinstance(value, dict):
        return {name: pin_days(part, hours) for name, part in value.items()}
    return value


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Split at blank lines; inside a paragraph every run of white space is one space."""
    parts = (" ".join(part.split()) for part in _BLANK_LINES.split(text))
    return tuple(part for part in parts if part)


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


def _check_links(newsroom: Newsroom, report: Report) -> None:
    for key in (*report.related, *_next_key(report)):
        if key not in newsroom.reports:
            raise BadContent(f"{report.key}: there is no report {key!r}")
    paragraphs = derive_paragraphs(newsroom, report)
    if report.correction:
        replace_all(paragraphs, report.correction.replace, where=report.key)


def _next_key(report: Report) -> tuple[str, ...]:
    return (f"{report.outlet}/{report.next}",) if report.next else ()
