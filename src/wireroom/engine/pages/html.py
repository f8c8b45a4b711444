"""An HTML page into its articles: metadata by vote, body by a classifier, each part apart."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.attribution import (
    Credited,
    credit_found_in,
    firms_of,
    names_in,
    take_credit,
)
from wireroom.engine.pages.body import find_body
from wireroom.engine.pages.boxes import places_in_boxes
from wireroom.engine.pages.byline import Signed, find_signed, outlet_signing
from wireroom.engine.pages.credit import writers_in
from wireroom.engine.pages.details import Details, read_details
from wireroom.engine.pages.enclosed import with_enclosed
from wireroom.engine.pages.furniture import captions, clean_paragraphs
from wireroom.engine.pages.head import Head, read_head_within
from wireroom.engine.pages.health import Finding, examine
from wireroom.engine.pages.hints import hints_for
from wireroom.engine.pages.labels import LabelledBlock, Traced, label_blocks
from wireroom.engine.pages.live import find_live_entries, with_entries
from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.named_opening import same_name
from wireroom.engine.pages.names import article_id
from wireroom.engine.pages.opened import open_article
from wireroom.engine.pages.opening import Above, cut_opening
from wireroom.engine.pages.outlets import find_outlet, find_platform, lines_beside_time
from wireroom.engine.pages.page import Page, node_for
from wireroom.engine.pages.paywalled import Access, read_access
from wireroom.engine.pages.provenance import Chosen, sources_of
from wireroom.engine.pages.raw import Raw, raw_of_blocks, raw_of_part, raw_of_texts
from wireroom.engine.pages.recall import DISTRUSTED, Recalled, recall, without_furniture
from wireroom.engine.pages.region import Region, as_sheet, part, whole, without
from wireroom.engine.pages.second_opinion import MOST_BLOCKS, UNSURE, second_opinion
from wireroom.engine.pages.shown import Shown
from wireroom.engine.pages.signed_below import line_after, names_nobody, names_signed_below
from wireroom.engine.pages.split import Part, split_page
from wireroom.engine.pages.stamps import Stamps, choose_stamps
from wireroom.engine.pages.stated_credit import stated_credit
from wireroom.engine.pages.structure import html_of
from wireroom.engine.pages.structured import Node, text_of, texts_of
from wireroom.engine.pages.tables import cells_of
from wireroom.engine.pages.writers import name_key
from wireroom.engine.text.direction import direction_of
from wireroom.engine.text.language import language_of
from wireroom.engine.types import Article, Document, Health, Role, TimeFrom

_HEADLINE_ONLY = frozenset(
    (Health.AUTHOR_PAGE, Health.SECTION_FRONT, Health.CONSENT, Health.ERROR_PAGE, Health.EMPTY)
)
_RIGHT_TO_LEFT = frozenset(["ar", "he", "fa", "ur", "ps", "yi", "ckb", "ug", "sd", "dv"])
# What a page is, who signed, the paragraphs and the outlet.
_Found = tuple[Finding, Signed, list[str], str | None]
_NOTHING: Final = Recalled(None, frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One article before it is read: its region, its node and what is known already."""

    region: Region
    head: Head
    node: Node | None
    title: str
    role: Role
    position: int
    raw: Raw


class ReadPage(NamedTuple):
    """The articles of a page, what it showed, and what its outlet's memory left out of them."""

    articles: tuple[Article, ...]
    shown: Shown | None
    left_out: tuple[str, ...] = ()


class LabelledPage(NamedTuple):
    """A page as it was read, and what each of its blocks was taken for."""

    read: ReadPage
    blocks: tuple[LabelledBlock, ...]


def read_remembering(text: str, document: Document, memory: Memory | None) -> ReadPage:
    """Read every article of an HTML page; a page that is none comes back with its health.

    What `memory` knows as the outlet's furniture is left out. What the page showed is None where
    it is no article, and where there is no memory that could learn it.
    """
    return _read(text, document, memory)[0]


def read_and_label(text: str, document: Document, memory: Memory | None) -> LabelledPage:
    """Read as read_remembering does, and tell of every block of the page what it was taken for."""
    read, traced = _read(text, document, memory)
    return LabelledPage(read, label_blocks(traced, read.articles, left_out=read.left_out))


def _read(text: str, document: Document, memory: Memory | None) -> tuple[ReadPage, Traced]:
    page, title, node = open_article(text, document)
    parts = split_page(page, title=title)
    spans = [part.span for part in parts]
    region = whole(as_sheet(without(page.sheet, spans))) if parts else page.region
    main = _Piece(
        region=region,
        head=page.head,
        node=node,
        title=title,
        role=Role.MAIN,
        position=0,
        raw=_raw_of(page, region, title, node, alone=not parts),
    )
    others = [_piece_of(page, one, place) for place, one in enumerate(parts, 1)]
    pieces = [main, *(piece for piece in others if piece.raw.paragraphs)]
    aggregated = any(piece.role is Role.RELATED for piece in pieces)
    recalled = _recall(page, pieces, memory) if memory is not None else _NOTHING
    remembered = [_remembered(piece, recalled.furniture) for piece in pieces]
    read = [_read_piece(page, piece, document, aggregated) for piece, _ in remembered]
    left_out = tuple(text for _, taken in remembered for text in taken or ())
    if remembered[0][1] is None:
        read[0] = replace(read[0], warnings=(*read[0].warnings, DISTRUSTED))
    shown = recalled.shown if read[0].health is Health.ARTICLE else None
    return ReadPage(tuple(read), shown, left_out), Traced(page.sheet, region, main.raw, spans)


def _recall(page: Page, pieces: Sequence[_Piece], memory: Memory) -> Recalled:
    main, *others = pieces
    foreign = [text for piece in others for text in piece.raw.paragraphs]
    own = main.raw.paragraphs
    return recall(page.sheet, own, memory, title=main.title, address=page.url, foreign=foreign)


def _remembered(piece: _Piece, furniture: Set[str]) -> tuple[_Piece, list[str] | None]:
    """Return a piece without furniture and what was left out; None where that is distrusted."""
    own = piece.raw.paragraphs
    if furniture.isdisjoint(own):
        return piece, []
    kept = without_furniture(own, furniture)
    if kept is None:
        return piece, None
    left_out = [text for text in own if text in furniture]
    return replace(piece, raw=replace(piece.raw, paragraphs=kept)), left_out


def _raw_of(page: Page, region: Region, title: str, node: Node | None, *, alone: bool) -> Raw:
    """Return the main article's text; one that is not `alone` gets no second opinion."""
    sheet = region.sheet
    body = find_body(sheet, hints_for(page, region, title, node))
    boxed = places_in_boxes(sheet)
    taken = with_enclosed(sheet, body.places)
    told = with_entries(page, sheet, taken)
    own = raw_of_blocks(sheet, [n for n in told if n not in boxed], page.lang, body)
    if told is not taken:
        return own  # what a live blog's entries hold is known better than others guess
    if body.confidence >= UNSURE or not alone or len(sheet.blocks) > MOST_BLOCKS:
        return own
    other = second_opinion(page.tree, title=title)
    return raw_of_texts(sheet, other, own) if other else own


def _piece_of(page: Page, one: Part, place: int) -> _Piece:
    sheet = as_sheet(part(page.sheet, one.span))
    tops = (element.node for element in sheet.elements[1:] if element.parent == 0)
    return _Piece(
        region=whole(sheet),
        head=read_head_within(tops),
        node=node_for(page, one.title),
        title=one.title,
        role=one.role,
        position=place,
        raw=raw_of_part(sheet, one.title, page.lang),
    )


def _read_piece(page: Page, piece: _Piece, document: Document, aggregated: bool) -> Article:
    meta = page.meta if piece.position == 0 else {}
    details = read_details(
        page, piece.region, head=piece.head, meta=meta, node=piece.node, title=piece.title
    )
    names = list(page.names)
    signed = find_signed(
        piece.region,
        title=piece.title,
        meta=meta,
        node=piece.node,
        structured=page.structured,
        outlets=names,
    )
    authors = signed.names
    above = [*details.key_points, *captions(piece.region)]
    outlet = find_outlet(page, piece.region, piece.node, aggregated=aggregated, authors=authors)
    cells = cells_of(piece.region.sheet, piece.raw.places)
    paragraphs = clean_paragraphs(
        piece.raw.paragraphs, title=piece.title, authors=authors, seen_above=above, cells=cells
    )
    labels = (outlet, page.site, details.section, details.byline, *authors, *details.tags)
    told = (details.standfirst, text_of(piece.node.get("description")) if piece.node else None)
    named, said = tuple(filter(None, labels)), tuple(filter(None, told))
    shown = Above(labels=named, standfirsts=said, cells=cells)
    paragraphs = cut_opening(paragraphs, piece.region, shown)
    finding = (
        examine(page, node=piece.node, title=piece.title, paragraphs=paragraphs)
        if piece.position == 0
        else Finding(Health.ARTICLE)
    )
    return _article(page, piece, document.name, details, (finding, signed, paragraphs, outlet))


def _article(page: Page, piece: _Piece, name: str, details: Details, found: _Found) -> Article:
    finding, signed, paragraphs, outlet = found
    authors = signed.names
    lang = language_of(" ".join([piece.title, *paragraphs])[:3000], stated=page.lang)
    stamps = _stamps(page, piece, details, lang)
    published = stamps.published
    credited = _credited(page, piece, details, (authors, paragraphs, outlet))
    signed = _signed(page, piece, signed, outlet, credited.wire_credit)
    signed = _signed_below(page, piece, signed, paragraphs, details.section)
    signed = signed or Signed(writers_in(paragraphs), "text")
    shown = () if finding.health in _HEADLINE_ONLY else tuple(credited.body)
    sheet, raw = piece.region.sheet, piece.raw
    access = _access(page, piece, finding)
    return Article(
        id=article_id(name, piece.position),
        file=name,
        position=piece.position,
        role=piece.role,
        title=piece.title,
        paragraphs=shown,
        html=html_of(sheet, raw.places, shown, base=page.url),
        fact_boxes=raw.beside.fact_boxes if shown else (),
        corrections=raw.beside.corrections if shown else (),
        live_entries=find_live_entries(page, sheet, raw.places, shown) if shown else (),
        standfirst=details.standfirst,
        key_points=details.key_points,
        authors=signed.names,
        outlet=outlet,
        platform=find_platform(page),
        published=published.at if published else None,
        published_from=published.time_from if published else TimeFrom.UNKNOWN,
        updated=stamps.updated.at if stamps.updated else None,
        dateline=credited.dateline,
        wire_credit=credited.wire_credit,
        short_url=details.short_url,
        canonical_url=details.canonical_url,
        image=details.image,
        lang=lang,
        dir=_direction(lang, piece.title, credited.body),
        section=details.section,
        tags=details.tags,
        comments_count=details.comments_count,
        warnings=(finding.why,) if finding.why else (),
        health=finding.health,
        sources=_sources(page, piece, details, (signed, stamps, lang, credited), access),
        paywalled=access.paywalled,
    )


def _signed(
    page: Page, piece: _Piece, signed: Signed, outlet: str | None, credit: str | None
) -> Signed:
    """Return the authors without the credit and without another outlet than the page's own.

    A known agency that the page states as its writer is both writer and credit, and a site that
    is called like its writer is a person's own. Where nobody is left, the outlet may sign.
    """
    names = tuple(
        name
        for name in signed.names
        if (canonical_agency(name) is not None or not same_name(name, credit))
        and (outlet in page.names or not same_name(name, outlet))
    )
    if names:
        return Signed(names, signed.found_in)
    own = outlet_signing(piece.node, page.structured, page.names, is_credited=credit is not None)
    return Signed(own, "json-ld")


def _signed_below(
    page: Page, piece: _Piece, signed: Signed, paragraphs: Sequence[str], section: str | None
) -> Signed:
    """Return who signs below the text where only the outlet, a section or nobody signs above."""
    own = {name_key(name) for name in page.names}
    if not names_nobody(signed.names, {*own, name_key(section or "")}):
        return signed
    after = line_after(piece.region.sheet, piece.raw)
    names = names_signed_below(paragraphs, after, own)
    return Signed(names, "text") if names else signed


def _access(page: Page, piece: _Piece, finding: Finding) -> Access:
    access = read_access(page, piece.node)
    if access.paywalled is None and finding.health is Health.PAYWALL:
        return Access(True, "text")
    return access


def _sources(
    page: Page,
    piece: _Piece,
    details: Details,
    found: tuple[Signed, Stamps, str, Credited],
    access: Access,
) -> tuple[tuple[str, str], ...]:
    signed, stamps, lang, credited = found
    chosen = Chosen(
        title=piece.title,
        details=details,
        authors_in=signed.found_in if signed else None,
        stamps=stamps,
        lang=lang,
        credited=credited.sources(),
    )
    meta = page.meta if piece.position == 0 else {}
    sources = sources_of(chosen, head=piece.head, meta=meta, node=piece.node, stated_lang=page.lang)
    return (*sources, ("paywall", access.rests_on)) if access.rests_on else sources


def _stamps(page: Page, piece: _Piece, details: Details, lang: str) -> Stamps:
    return choose_stamps(
        piece.region,
        head=piece.head,
        title=piece.title,
        meta=page.meta if piece.position == 0 else {},
        node=piece.node,
        url=details.canonical_url,
        captured_at=page.captured_at,
        lang=lang,
    )


def _credited(
    page: Page,
    piece: _Piece,
    details: Details,
    found: tuple[tuple[str, ...], list[str], str | None],
) -> Credited:
    authors, paragraphs, outlet = found
    signed = [name for node in page.structured.articles for name in texts_of(node.get("author"))]
    named = names_in(details.byline, *authors, *lines_beside_time(piece.region), *signed)
    own = [outlet, *(page.names if outlet == page.site else ())] if outlet else page.names
    firms = firms_of(piece.node, page.structured)
    known = [name for name in (outlet, page.site, page.host) if name]
    dateline, credit, body = take_credit(
        paragraphs, details.byline, names=named, own=own, firms=firms
    )
    stated = stated_credit(piece.node, page.structured, known) if credit is None else None
    found_in = "json-ld" if stated else credit_found_in(paragraphs, credit)
    return Credited(dateline, credit or stated, body, found_in)


def _direction(lang: str, title: str, paragraphs: Sequence[str]) -> str:
    if lang.split("-")[0] in _RIGHT_TO_LEFT:
        return "rtl"
    return direction_of(" ".join([title, *paragraphs[:3]])) if lang == "und" else "ltr"
