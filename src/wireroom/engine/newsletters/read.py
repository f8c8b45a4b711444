"""A letter read: one text, made a page that is read as any other, or the articles it links to."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Final

from wireroom.engine.newsletters.authentication import check_authentication
from wireroom.engine.newsletters.blocks import Block, Piece, blocks_of_html, blocks_of_plain
from wireroom.engine.newsletters.furniture import asks_to_confirm, drop_furniture, is_way_out
from wireroom.engine.newsletters.head import read_envelope, read_head
from wireroom.engine.newsletters.issue import NotTaken
from wireroom.engine.newsletters.links import (
    is_front,
    is_on,
    may_name_reader,
    own_address,
    target_of,
)
from wireroom.engine.newsletters.parts import read_texts
from wireroom.engine.newsletters.recipient import Recipient, find_recipient
from wireroom.engine.text.words import words

MOST_LINKS: Final = 40
# A headline has so many words; "Read more" and names of sections have fewer.
_FEWEST_WORDS: Final = 4
_LONGEST_TITLE: Final = 250
_MOST_OF_BUTTON: Final = 6  # words
_ASKS: Final = re.compile(
    r"(?:click|continue|keep|read|learn|see|find out|get|watch|listen|view|open|full|the full|more|"
    r"weiter|mehr|zum|hier|lire|en savoir|la suite|leer|lea|sigue|ver|más|leggi|continua|ler|leia|"
    r"saiba|lees|meer|läs|les|læs|czytaj|читать|подробнее|devam|اقرأ|المزيد|للمزيد|تابع|続き|もっと|"
    r"阅读|查看|繼續|자세히|더)\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.!?…。؟][\"”’)]*\Z")
# Characters of prose for each headline: a teaser has some 200, a column that names three reports
# several thousand.
_MOST_PROSE: Final = 450
_LEAST_TEXT: Final = 200  # characters: less is a notice, not a report
_SHOWN_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_WAY_OUT: Final = re.compile(r"<\s*(https?://[^>]+?)\s*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An article that an issue links to.

    `is_direct` where the address is on its outlet's own site and names no reader; any other is
    followed to find out where it leads.
    """

    url: str
    title: str
    is_direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One newsletter as read: a page of its own (HTML in UTF-8), or links to articles.

    `recipient` is who must not be named by what a followed link leads to.
    """

    subject: str
    page: bytes = b""
    links: tuple[Linked, ...] = ()
    recipient: Recipient = field(default_factory=Recipient)


@dataclass(frozen=True, slots=True)
class _Place:
    """What links are measured against: the outlet's hosts, and who must not be named."""

    hosts: frozenset[str]
    recipient: Recipient


def read_issue(
    raw: bytes, *, arrived_at: datetime, hosts: Collection[str], mailbox: str = ""
) -> Issue:
    """Return what a newsletter's letter brings. Raises NotTaken with the reason.

    `hosts` are those of its outlet's own pages, without "www."; `mailbox` is the address of who
    gets it, where the letter's own fields do not tell.
    """
    head = read_head(raw)
    check_authentication(head)
    envelope = read_envelope(head, arrived_at=arrived_at)
    place = _Place(frozenset(hosts), find_recipient(head, also=(mailbox,)))
    ways_out = frozenset(_WAY_OUT.findall(" ".join(head.raw("list-unsubscribe"))))
    told = drop_furniture(_blocks(raw), place.recipient, ways_out=ways_out)
    subject = place.recipient.without(envelope.subject)
    if asks_to_confirm(subject):
        raise NotTaken("it asks to confirm a subscription; do that in the mailbox itself")
    links = list(_headlines(told, place))[:MOST_LINKS]
    titles = {one.title for one in links}
    prose = sum(len(block.text) for block in told if block.text not in titles)
    if links and prose <= _MOST_PROSE * len(links):
        return Issue(subject=subject, links=tuple(links), recipient=place.recipient)
    if prose < _LEAST_TEXT:
        raise NotTaken("it holds no text and no link to an article")
    return Issue(subject=subject, page=_page(told, subject, envelope.sent_at, place))


def _blocks(raw: bytes) -> list[Block]:
    texts = read_texts(raw)
    shown = blocks_of_html(texts.html)
    plain = blocks_of_plain(texts.plain) if len(shown) < 2 else []
    return max(shown, plain, key=_length)


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _headlines(blocks: Sequence[Block], place: _Place) -> Iterator[Linked]:
    """Yield the articles that a letter leads to, each address once.

    A headline leads there itself, or the button below it does ("Read more").
    """
    met: set[str] = set()
    above: list[Block] = []
    for block in blocks:
        linked = _whole_link(block)
        if linked is None:
            above.append(block)
            continue
        url = own_address(linked.href, place.recipient)
        title = _title_in(above) if _is_button(linked.text) else linked.text
        above = []
        if url is not None and title and url not in met and not is_front(url):
            met.add(url)
            is_direct = is_on(url, place.hosts)
            # A counter of clicks knows its links by what is personal in them.
            leads = url if is_direct else target_of(linked.href)
            yield Linked(url=leads, title=title[:_LONGEST_TITLE], is_direct=is_direct)


def _title_in(above: Sequence[Block]) -> str:
    """Return the headline above a button: the nearest heading, else the first line of its kind."""
    lines = [
        block
        for block in above
        if not _is_button(block.text) and (block.kind == "h2" or not _ENDS.search(block.text))
    ]
    headings = [block.text for block in lines if block.kind == "h2"]
    return (headings[-1:] or [block.text for block in lines[:1]] or [""])[0]


def _whole_link(block: Block) -> Piece | None:
    """Return the link that a block is, or None where more is said in it, or several links are."""
    linked = [piece for piece in block.pieces if piece.href and piece.text.strip()]
    if not linked or len({piece.href for piece in linked}) > 1 or is_way_out(linked[0]):
        return None
    said = " ".join("".join(piece.text for piece in linked).split())
    return Piece(said, linked[0].href) if len(said) * 5 >= len(block.text) * 4 else None


def _is_button(text: str) -> bool:
    """Tell whether words of a link name no report."""
    count = len(words(text))
    asks = count <= _MOST_OF_BUTTON and _ASKS.match(text) is not None
    return asks or count < _FEWEST_WORDS or len(text) > _LONGEST_TITLE


def _page(blocks: Sequence[Block], subject: str, at: datetime, place: _Place) -> bytes:
    """Return the letter as a page of its own text alone: no picture, no style, no form."""
    shown = blocks[1:] if blocks and words(blocks[0].text) == words(subject) else blocks
    body = "\n".join(_grouped([_markup(block, place) for block in shown]))
    title = escape(subject)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{at.isoformat()}"></head>'
        f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>"
    ).encode("utf-8", "replace")


def _grouped(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with entries of lists inside lists."""
    was_entry = False
    for line in lines:
        is_entry = line.startswith("<li>")
        if is_entry != was_entry:
            yield "<ul>" if is_entry else "</ul>"
        yield line
        was_entry = is_entry
    if was_entry:
        yield "</ul>"


def _markup(block: Block, place: _Place) -> str:
    tag = block.kind
    inner = "".join(_inline(piece, place) for piece in block.pieces).strip()
    if tag == "blockquote":
        return f"<blockquote><p>{inner}</p></blockquote>"
    return f"<{tag}>{inner}</{tag}>"


def _inline(piece: Piece, place: _Place) -> str:
    text = escape(_SHOWN_ADDRESS.sub(lambda found: _shown(found[0], place), piece.text))
    url = own_address(piece.href, place.recipient) if piece.href else None
    if url is None or not (is_on(url, place.hosts) or not may_name_reader(url)):
        return text
    return f'<a href="{escape(url)}">{text}</a>'


def _shown(address: str, place: _Place) -> str:
    """Return an address that is written out, cleaned; nothing where it may name the reader."""
    url = own_address(address, place.recipient)
    return url if url is not None and not may_name_reader(url) else ""
