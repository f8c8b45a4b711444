"""Segments of a dump made into articles: bodies cleaned, roles and names given."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import find_credit, read_opening
from wireroom.engine.pages.dump.brand import LOGO, find_brand, name_of_address, squeezed
from wireroom.engine.pages.dump.captions import is_caption
from wireroom.engine.pages.dump.facts import Facts, read_facts, read_section
from wireroom.engine.pages.dump.labels import Label, label_of
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import OUTLET_WORDS, is_person, may_be_person
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.signed_near import find_signed_near
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.text.direction import direction_of
from wireroom.engine.text.language import language_of
from wireroom.engine.text.when import ResolvedTime
from wireroom.engine.types import Article, Document, Health, Role, TimeFrom

_TITLE_WORDS: Final = 5
# A page names itself among its first lines, below a wall of consent or a link to its content.
_MASTHEAD: Final = 12
_STANDFIRST_WORDS: Final = 7
_STANDFIRST_REACH: Final = 3  # a button or a film's length may stand between
# A standfirst is a sentence or two between headline and byline.
_LONGEST_STANDFIRST: Final = 320


def make_articles(
    lines: list[Line], segments: list[Segment], document: Document
) -> tuple[Article, ...]:
    """Return the segments as articles in page order."""
    facts = [read_facts(lines, segment) for segment in segments]
    for segment, found in zip(segments, facts, strict=True):
        if segment.is_likely and not found.authors:
            found.authors += find_signed_near(lines, segment)
    first = segments[0].head.first if segments and segments[0].head else 0
    _sign(facts, [line.text for line in lines[:first] if line.kind is Kind.SHORT])
    platform, is_address = _find_platform(lines, segments, facts, document)
    if is_address:
        for found in facts:
            _move_agencies(found)
            _move_people(found, platform)
    elif platform and len(facts) == 1 and facts[0].published and not _is_ago(facts[0].published):
        _move_people(facts[0], platform)
    outlets = [_outlet_of(found, platform) for found in facts]
    articles = []
    for position, (segment, found) in enumerate(zip(segments, facts, strict=True)):
        role = _role_of(lines, segments, position, outlets)
        article = _article(lines, segment, found, document, position, role)
        articles.append(replace(article, outlet=outlets[position] or platform, platform=platform))
    if articles:
        articles[0] = _with_page_facts(lines, segments[0], articles[0])
    return tuple(articles)


def _with_page_facts(lines: list[Line], segment: Segment, main: Article) -> Article:
    before = lines[: segment.block[0] + 1] if segment.block else lines[:5]
    sections = (read_section(line.text) for line in before)
    return replace(main, section=next((name for name in sections if name), None))


def _article(
    lines: list[Line],
    segment: Segment,
    facts: Facts,
    document: Document,
    position: int,
    role: Role,
) -> Article:
    title = segment.head.title if segment.head else ""
    standfirst, body = _standfirst_and_body(lines, segment)
    paragraphs, dateline, credit = _clean_body(body)
    published = facts.published or facts.updated
    stem = name_stem(document.name)
    return Article(
        id=stem if position == 0 else f"{stem}#{position}",
        file=document.name,
        position=position,
        role=role,
        title=title,
        paragraphs=tuple(paragraphs),
        standfirst=standfirst,
        key_points=tuple(facts.key_points),
        authors=tuple(name for name in facts.authors if not canonical_agency(name)),
        published=published.at if published else None,
        published_from=published.time_from if published else TimeFrom.UNKNOWN,
        updated=_update_after(facts.updated, published),
        dateline=dateline or facts.dateline,
        wire_credit=credit or facts.wire_credit or find_credit((), facts.byline),
        short_url=facts.short_url,
        canonical_url=facts.canonical_url,
        lang=language_of(f"{title}\n{' '.join(paragraphs)}"[:3000]),
        dir=direction_of(" ".join(paragraphs) or title),
        tags=tuple(facts.tags),
        comments_count=facts.comments,
        warnings=("paywall: the text may be cut",) if facts.is_paywalled else (),
        health=Health.PAYWALL if facts.is_paywalled else Health.ARTICLE,
    )


def _update_after(updated: ResolvedTime | None, published: ResolvedTime | None) -> datetime | None:
    """Return when the report was updated; a bare day that it was published on says nothing."""
    if updated is None or (published and updated.day_only and updated.at < published.at):
        return None
    return updated.at


def name_stem(name: str) -> str:
    """Return the file name without folders and extensions, an address unchanged."""
    if "://" in name:
        return name
    file_name = PurePosixPath(name.replace("\\", "/")).name
    return file_name.lstrip(".").split(".", 1)[0] or file_name


def _standfirst_and_body(lines: list[Line], segment: Segment) -> tuple[str | None, list[str]]:
    """Take a sentence between headline and byline out of the body."""
    body = segment.body
    first = lines[body[0]].text
    texts = [lines[index].text for index in body]
    short = _short_standfirst(lines, segment)
    if short:
        return short, texts
    if len(body) < 2 or len(first) > _LONGEST_STANDFIRST or not segment.head:
        return None, texts
    if segment.head.first > body[0]:
        return None, texts
    above = [
        line.header for line in (lines[i] for i in segment.block if i < body[0]) if line.header
    ]
    if any(header.names or header.authors or header.byline for header in above):
        return None, texts
    between = [lines[index] for index in range(body[0] + 1, body[1])]
    headers = [line.header for line in between if line.header and not line.label]
    if headers and (not above or any(header.authors for header in headers)):
        return first, texts[1:]
    return None, texts


def _short_standfirst(lines: list[Line], segment: Segment) -> str | None:
    """Return the line below the headline that goes on telling: who and when stand below or above.

    It lacks a full stop, or it would be prose.
    """
    head = segment.head
    if head is None:
        return None
    below = (lines[i] for i in segment.block if head.last < i <= head.last + _STANDFIRST_REACH)
    line = next((line for line in below if line.label is not Label.FURNITURE), None)
    if (
        line is None
        or line.kind is not Kind.SHORT
        or line.is_repeated
        or line.word_count < _STANDFIRST_WORDS
    ):
        return None
    words = line.text.split()
    if sum(word[0].isupper() for word in words) * 2 > len(words) or line.is_heading:
        return None  # people and places
    has_header = any(lines[index].kind is Kind.HEADER for index in segment.block)
    return line.text if has_header else None


def _clean_body(texts: list[str]) -> tuple[list[str], str | None, str | None]:
    """Return paragraphs without dateline and credits, and those."""
    opening = read_opening(texts[0])
    rest = [opening.rest, *texts[1:]]
    credit, closing = opening.wire_credit, read_closing(rest[-1])
    if closing.wire_credit:
        rest[-1] = closing.rest
        credit = credit or closing.wire_credit
    return [text for text in rest if text], opening.dateline, credit


def _role_of(
    lines: list[Line], segments: list[Segment], position: int, outlets: Sequence[str | None]
) -> Role:
    """The first article is the page's own; later ones are what the last label above them says."""
    if position == 0:
        return Role.MAIN
    first = min(_indexes(segments[0]))
    own = min(_indexes(segments[position]))
    held = {index for segment in segments for index in _indexes(segment)}
    inside = {
        index
        for segment in segments[:position]
        for index in range(segment.body[0], segment.body[-1])
    }
    is_list = False
    for index in range(own - 1, first - 1, -1):
        line = lines[index]
        is_list |= index not in held and line.kind is Kind.SHORT and line.word_count >= _TITLE_WORDS
        if line.label is Label.RELATED and index in inside:
            continue  # a box of links within a report
        if line.label is Label.RELATED:
            if is_list and outlets[position] == outlets[0]:
                return Role.NEXT  # the label was that of headlines without text
            return Role.RELATED
        if line.label is Label.NEXT:
            return Role.NEXT
        if line.label is Label.INLINE and line.text:
            return Role.RELATED
    named, main = outlets[position], outlets[0]
    return Role.RELATED if named and main and named != main else Role.NEXT


def _indexes(segment: Segment) -> list[int]:
    return [*segment.block, *segment.body]


def _outlet_of(facts: Facts, platform: str | None) -> str | None:
    """Return the name that is the outlet's: the platform's own, else the first one."""
    for name in facts.names:
        if platform and squeezed(name) == squeezed(platform):
            return name
        if platform and _DESK.fullmatch(name.removeprefix(platform)):
            return platform
    return facts.names[0] if facts.names else None


# "Harbour Courier Staff" is the courier.
_DESK: Final = re.compile(
    r"\s(?:staff(?: \w+)?|(?:\w+ )?desk|reporters?|team|newsroom|bureau|correspondent|"
    r"redaktion|online)",
    re.IGNORECASE,
)


def _find_platform(
    lines: list[Line], segments: list[Segment], facts: list[Facts], document: Document
) -> tuple[str | None, bool]:
    """Return who runs the page, and whether only its links or address say so.

    Asked in this order: the page's own furniture, its only outlet, its links, its address.
    """
    bodies = {index for segment in segments for index in segment.body}
    titles = [segment.head.title for segment in segments if segment.head]
    furniture = [
        line.text
        for index, line in enumerate(lines)
        if index not in bodies
        and line.kind in (Kind.SHORT, Kind.LABEL)
        and line.text not in titles
        and not is_caption(line.text)
    ]
    named = list(dict.fromkeys(name for found in facts for name in found.names[:1]))
    labels = [
        line.text
        for index, line in enumerate(lines)
        if index not in bodies
        and line.kind in (Kind.LABEL, Kind.PROSE)
        and not is_caption(line.text)
    ]
    brand = find_brand(_mastheads(lines, segments), furniture, titles, named, labels)
    is_only = len(named) == 1 and all(found.names for found in facts)
    if brand or (is_only and not canonical_agency(named[0])):
        return brand or named[0], False
    links = [link for found in facts for link in (found.short_url, found.canonical_url) if link]
    for link in [*links, *([document.url] if document.url else [])]:
        name = name_of_address(link, named)
        if name:
            return name, True
    return None, False


def _move_agencies(facts: Facts) -> None:
    """On a newspaper's own page an agency in the byline's place is the credit, not the outlet."""
    agencies = [name for name in facts.names if canonical_agency(name)]
    facts.names = [name for name in facts.names if name not in agencies]
    if agencies and facts.wire_credit is None:
        facts.wire_credit = canonical_agency(agencies[0])


def _is_ago(time: ResolvedTime) -> bool:
    """Aggregators, beside whose times outlets stand, say how long ago it was."""
    return time.time_from is TimeFrom.RELATIVE


def _sign(facts: list[Facts], opening: list[str]) -> None:
    """Take the person beside a stated day for the writer: on a page of one report, or where the
    outlet stands there, too. What the page opens with is its own name, and where that is an
    outlet's, a name without capitals is a person's.
    """
    own = {squeezed(text) for text in opening}
    has_outlet = any(map(OUTLET_WORDS.search, opening))
    for found in facts:
        named = [one for one in found.names if squeezed(one) not in own]
        people = [one for one in named if is_person(one) or (has_outlet and may_be_person(one))]
        is_alone = len(facts) == 1 or len(people) < len(found.names)
        if people and is_alone and found.published and not _is_ago(found.published):
            found.names = [name for name in found.names if name not in people]
            found.authors += [name for name in people if name not in found.authors]


def _move_people(facts: Facts, platform: str | None) -> None:
    """On a newspaper's own page a person in the byline's place wrote the report."""
    own = squeezed(platform or "")
    people = [name for name in facts.names if squeezed(name) != own and is_person(name.title())]
    facts.names = [name for name in facts.names if name not in people]
    facts.authors += [name for name in people if name not in facts.authors]


def _mastheads(lines: list[Line], segments: list[Segment]) -> list[str]:
    """Return the short lines that open the page, those that belong to an article left out."""
    own = {index for segment in segments for index in (*segment.block, *segment.body)}
    opening = list(takewhile(lambda index: index not in own, range(min(len(lines), _MASTHEAD))))
    texts = [lines[index].text for index in opening if _may_name(lines[index])]
    return texts if opening and _may_name(lines[0]) else ["", *texts]


def _may_name(line: Line) -> bool:
    return line.kind is Kind.SHORT or (
        line.kind is Kind.LABEL and label_of(LOGO.sub("", line.text)) is None
    )
