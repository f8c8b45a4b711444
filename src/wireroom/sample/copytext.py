"""Derives the text that an outlet carries from the text it carries: whole, cut or edited."""

from collections.abc import Sequence

from wireroom.sample.content import Newsroom, Report
from wireroom.sample.errors import BadContent


def derive_paragraphs(
    newsroom: Newsroom, report: Report, *, seen: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the report's paragraphs in its first state, days still unfilled.

    Raises BadContent when a carry names no report, itself, a paragraph that is not there or
    a text to replace that does not occur.
    """
    carry = report.carry
    if carry is None:
        return report.paragraphs
    if report.key in seen:
        raise BadContent(f"{report.key}: carries itself through {', '.join(seen)}")
    if carry.of not in newsroom.reports:
        raise BadContent(f"{report.key}: carries {carry.of!r}, which is not there")
    carried = derive_paragraphs(newsroom, newsroom.reports[carry.of], seen=(*seen, report.key))
    if not carried:
        raise BadContent(f"{report.key}: carries {carry.of}, which has no text")
    kept = _keep(carried, carry.keep, where=report.key)
    edited = replace_all(kept, carry.replace, where=report.key)
    return (*carry.lead, *edited, *carry.tail)


def origin_of(newsroom: Newsroom, report: Report) -> Report:
    """Follow the carries to the report whose own text it is."""
    while report.carry:
        report = newsroom.reports[report.carry.of]
    return report


def _keep(paragraphs: Sequence[str], keep: Sequence[int], *, where: str) -> tuple[str, ...]:
    if not keep:
        return tuple(paragraphs)
    if wrong := [number for number in keep if not 1 <= number <= len(paragraphs)]:
        raise BadContent(f"{where}: keeps paragraph {wrong[0]} of {len(paragraphs)}")
    return tuple(paragraphs[number - 1] for number in keep)


def replace_all(
    paragraphs: Sequence[str], pairs: Sequence[tuple[str, str]], *, where: str
) -> tuple[str, ...]:
    """Replace every old text by the new one; BadContent when an old text does not occur."""
    changed = list(paragraphs)
    for old, new in pairs:
        if not any(old in paragraph for paragraph in changed):
            raise BadContent(f"{where}: {old!r} does not occur, so it cannot be replaced")
        changed = [paragraph.replace(old, new) for paragraph in changed]
    return tuple(changed)
