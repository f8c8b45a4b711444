"""An HTML page into its articles: metadata by vote, body by trafilatura, each part apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.attribution import firms_of, names_in, take_credit
from wireroom.engine.pages.body import lighten, read_body
from wireroom.engine.pages.boxes import cut_boxes
from wireroom.engine.pages.byline import find_authors
from wireroom.engine.pages.details import Details, read_details
from wireroom.engine.pages.furniture import captions, clean_paragraphs, prune
from wireroom.engine.pages.headline import choose_headline
from wireroom.engine.pages.health import Finding, examine
from wireroom.engine.pages.named_opening import same_name
from wireroom.engine.pages.names import article_id
from wireroom.engine.pages.opening import Above, cut_opening
from wireroom.engine.pages.outlets import find_outlet, find_platform, lines_beside_time
from wireroom.engine.pages.page import Page, main_node, node_for, open_page
from wireroom.engine.pages.part_text import cut_out, markup_of, paragraphs_of
from wireroom.engine.pages.plain import has_sentence, holds_headline, is_whole_page, read_plain
from wireroom.engine.pages.sheet import lay_out
from wireroom.engine.pages.split import Part, split_page
from wireroom.engine.pages.stamps import Stamps, choose_stamps
from wireroom.engine.pages.structured import Node, text_of, texts_of
from wireroom.engine.text.direction import direction_of
from wireroom.engine.text.language import language_of
from wireroom.engine.types import Article, Document, Health, Role, TimeFrom

_HEADLINE_ONLY = frozenset(
    (Health.AUTHOR_PAGE, Health.SECTION_FRONT, Health.CONSENT, Health.ERROR_PAGE, Health.EMPTY)
)
_RIGHT_TO_LEFT = frozenset(["ar", "he", "fa", "ur", "ps", "yi", "ckb", "ug", "sd", "dv"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One article before it is read: its own tree, its node and what is known already."""

    tree: LexborHTMLParser
    node: Node | None
    title: str
    role: Role
    position: int
    raw_paragraphs: Sequence[str]


def read_html(text: str, document: Document) -> tuple[Article, ...]:
    """Read every article of an HTML page; a page that is none comes back with its health."""
    page = open_page(text, url=document.url, captured_at=document.captured_at)
    node = main_node(page)
    stated = text_of(node.get("headline", node.get("name"))) if node else None
    title = choose_headline(page.tree, meta=page.meta, stated=stated, site_names=page.names)
    node = node_for(page, title) or node
    parts = split_page(page, title=title)
    others = [_piece_of(page, part, place) for place, part in enumerate(parts, 1)]
    for part in parts:
        cut_out(page.sheet, part.span)
    main = _Piece(
        tree=page.tree,
        node=node,
        title=title,
        role=Role.MAIN,
        position=0,
        raw_paragraphs=_paragraphs_of(page.tree, title),
    )
    pieces = [main, *(piece for piece in others if piece.raw_paragraphs)]
    aggregated = any(piece.role is Role.RELATED for piece in pieces)
    return tuple(_read_piece(page, piece, document, aggregated) for piece in pieces)


def _paragraphs_of(whole: LexborHTMLParser, title: str) -> list[str]:
    tree = LexborHTMLParser(whole.html or "")  # a copy: what follows cuts pieces out of it
    cut_boxes(tree)
    prune(tree)
    lighten(tree)
    markup = tree.html
    prose_size = sum(len(node.text_lexbor()) for node in tree.css("p"))
    found = read_body(markup, prose_size=prose_size) if markup else []
    if not is_whole_page(found, tree, title=title):
        return found
    kept = [text for text in found if has_sentence(text) or not holds_headline(text, title)]
    return read_plain(tree) or kept


def _piece_of(page: Page, part: Part, place: int) -> _Piece:
    markup = f"<html><body><article>{markup_of(page.sheet, part.span)}</article></body></html>"
    return _Piece(
        tree=LexborHTMLParser(markup),
        node=node_for(page, part.title),
        title=part.title,
        role=part.role,
        position=place,
        raw_paragraphs=_part_paragraphs(page, part, markup),
    )


def _part_paragraphs(page: Page, part: Part, markup: str) -> list[str]:
    """Return a part's paragraphs without the boxes that offer something, if little else goes."""
    flat = paragraphs_of(page.sheet, part.span, title=part.title)
    tree = LexborHTMLParser(markup)
    cut_boxes(tree)
    sheet = lay_out(tree)
    raw = paragraphs_of(sheet, (0, len(sheet.blocks)), title=part.title)
    return flat if sum(map(len, raw)) * 5 < sum(map(len, flat)) * 4 else raw


def _read_piece(page: Page, piece: _Piece, document: Document, aggregated: bool) -> Article:
    meta = page.meta if piece.position == 0 else {}
    details = read_details(page, piece.tree, meta=meta, node=piece.node, title=piece.title)
    names = list(page.names)
    authors = find_authors(
        piece.tree,
        title=piece.title,
        meta=meta,
        node=piece.node,
        structured=page.structured,
        outlets=names,
    )
    above = [*details.key_points, *captions(piece.tree)]
    outlet = find_outlet(page, piece.tree, piece.node, aggregated=aggregated, authors=authors)
    paragraphs = clean_paragraphs(
        piece.raw_paragraphs, title=piece.title, authors=authors, seen_above=above
    )
    labels = (outlet, page.site, details.section, details.byline, *authors, *details.tags)
    told = (details.standfirst, text_of(piece.node.get("description")) if piece.node else None)
    shown = Above(labels=tuple(filter(None, labels)), standfirsts=tuple(filter(None, told)))
    paragraphs = cut_opening(paragraphs, piece.tree, shown)
    finding = (
        examine(page, node=piece.node, title=piece.title, paragraphs=paragraphs)
        if piece.position == 0
        else Finding(Health.ARTICLE)
    )
    return _article(page, piece, document.name, details, (finding, authors, paragraphs, outlet))


def _article(
    page: Page,
    piece: _Piece,
    name: str,
    details: Details,
    found: tuple[Finding, tuple[str, ...], list[str], str | None],
) -> Article:
    finding, authors, paragraphs, outlet = found
    lang = language_of(" ".join([piece.title, *paragraphs])[:3000], stated=page.lang)
    stamps = _stamps(page, piece, details, lang)
    published = stamps.published
    dateline, credit, body = _credited(page, piece, details, (authors, paragraphs, outlet))
    return Article(
        id=article_id(name, piece.position),
        file=name,
        position=piece.position,
        role=piece.role,
        title=piece.title,
        paragraphs=() if finding.health in _HEADLINE_ONLY else tuple(body),
        standfirst=details.standfirst,
        key_points=details.key_points,
        authors=tuple(
            name for name in authors if not (same_name(name, credit) or same_name(name, outlet))
        ),
        outlet=outlet,
        platform=find_platform(page),
        published=published.at if published else None,
        published_from=published.time_from if published else TimeFrom.UNKNOWN,
        updated=stamps.updated.at if stamps.updated else None,
        dateline=dateline,
        wire_credit=credit,
        short_url=details.short_url,
        canonical_url=details.canonical_url,
        image=details.image,
        lang=lang,
        dir=_direction(lang, piece.title, body),
        section=details.section,
        tags=details.tags,
        comments_count=details.comments_count,
        warnings=(finding.why,) if finding.why else (),
        health=finding.health,
    )


def _stamps(page: Page, piece: _Piece, details: Details, lang: str) -> Stamps:
    return choose_stamps(
        piece.tree,
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
) -> tuple[str | None, str | None, list[str]]:
    authors, paragraphs, outlet = found
    signed = [name for node in page.structured.articles for name in texts_of(node.get("author"))]
    named = names_in(details.byline, *authors, *lines_beside_time(piece.tree), *signed)
    own = [outlet, *(page.names if outlet == page.site else ())] if outlet else page.names
    firms = firms_of(piece.node, page.structured)
    return take_credit(paragraphs, details.byline, names=named, own=own, firms=firms)


def _direction(lang: str, title: str, paragraphs: Sequence[str]) -> str:
    if lang.split("-")[0] in _RIGHT_TO_LEFT:
        return "rtl"
    return direction_of(" ".join([title, *paragraphs[:3]])) if lang == "und" else "ltr"
