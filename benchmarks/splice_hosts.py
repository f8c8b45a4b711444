"""Stories and host pages for spliced pages: shared pages whose body is found again in their DOM."""

import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from benchmarks.page_labels import label_blocks, words_of
from wireroom.engine.pages.sheet import Element, Sheet, lay_out
from wireroom.engine.text.words import words

# Where something may be put in: no page holds these words, where icon fonts use private signs.
BEFORE, LAST, AFTER = "[[splice before]]", "[[splice last]]", "[[splice after]]"
_CONTAINERS: Final = frozenset(("article", "div", "section", "main"))
_FOUND: Final = 0.85  # of the truth's words must stand in blocks that were recognised
_SHORTEST: Final = 600  # characters of a story that can be told from a teaser
_EPOCH: Final = datetime(2031, 3, 9, 18, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article as it is known from truth; `markup` is its own container, "" for none."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...]
    published: datetime | None
    outlet: str
    lang: str
    markup: str = ""
    optional: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs as the reader joins them."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The tags and classes that a page gives the parts of its article."""

    box: tuple[str, str]
    heading: tuple[str, str]
    text: tuple[str, str]
    paragraph: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A page with marks before, at the end of and after its article's container."""

    story: Story
    url: str | None
    html: str
    shape: Shape


def hosts_of(folder: Path, truth: Sequence[dict[str, Any]]) -> Iterator[Host]:
    """Yield the news pages of the corpus whose article has one container with a headline."""
    for row in truth:
        if row["source"] not in ("aeb", "fundus") or not row.get("body"):
            continue
        raw = gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())
        host = make_host(raw.decode("utf-8", "replace"), story_of(row), row.get("url"))
        if host is not None:
            yield host


def arabic_hosts() -> Iterator[Host]:
    """Yield pages of the sample newsroom in Arabic that hold one article of their own.

    Live blogs and reports with boxes are no hosts: a host is told by its paragraphs alone. Nor
    are translations, which came into the sample after the floors were taken: one host more
    shifts which pages a test spreads over.
    """
    # Imported here: the sample's templates are needed for these pages alone.
    from wireroom.sample.layout import Moment, render_page
    from wireroom.sample.reading import load_newsroom
    from wireroom.sample.site import Site, next_report

    site = Site(newsroom=load_newsroom(), epoch=_EPOCH, base_url="http://news.example")
    for report in site.newsroom.reports.values():
        outlet = site.newsroom.outlets[report.outlet]
        several = outlet.aggregator or next_report(site.newsroom, report) is not None
        several = several or bool(report.entries or report.fact_boxes or report.notes)
        several = several or bool(report.translates)
        if outlet.lang != "ar" or not report.paragraphs or report.kind != "article" or several:
            continue
        told = site.tell(report)
        story = Story(id=report.key.replace("/", "-"), title=told.headline,
                      paragraphs=told.paragraphs, authors=told.byline, published=told.published,
                      outlet=outlet.name, lang="ar")  # fmt: skip
        html = render_page(site, report, Moment(now=_EPOCH, corrected_at=None))
        host = make_host(html, story, site.page_url(report))
        if host is not None:
            yield host


def story_of(row: dict[str, Any]) -> Story:
    """Return the article of a page as its truth tells it."""
    name = (urlsplit(row.get("url") or "").hostname or "daily.example").removeprefix("www.")
    try:
        published = datetime.fromisoformat(row["published"]) if row.get("published") else None
    except ValueError:
        published = None
    return Story(
        id=row["id"],
        title=row.get("title") or "",
        paragraphs=tuple(text.strip() for text in row["body"].split("\n\n") if text.strip()),
        authors=tuple(row.get("authors") or ()),
        published=published,
        outlet=name.split(".")[0].title(),
        lang=(row.get("language") or "und")[:2],
        optional=tuple(row.get("optional") or ()),
    )


def is_tellable(story: Story) -> bool:
    """Tell whether a story can be put into another page: a headline and text in full."""
    return len(story.paragraphs) > 2 and len(story.body) >= _SHORTEST and len(story.title) > 10


def make_host(html: str, story: Story, url: str | None) -> Host | None:
    """Return the page with its marks, None where body or headline are not found in it."""
    tree = LexborHTMLParser(html)
    sheet = lay_out(tree)
    marks = label_blocks([block.text for block in sheet.blocks], story.body, story.optional)
    body = [block for block, mark in zip(sheet.blocks, marks, strict=True) if mark == 1]
    found = sum(len(words_of(block.text)) for block in body)
    if found < _FOUND * len(words_of(story.body)):
        return None
    head = _heading_of(sheet, story.title)
    if head is None:
        return None
    sizes = [0]
    for mark, block in zip(marks, sheet.blocks, strict=True):
        sizes.append(sizes[-1] + (len(block.text) if mark == 1 else 0))
    text, box = _box(sheet, sizes, None), _box(sheet, sizes, head)
    box = box or text
    if text is None or box is None:
        return None
    story = _with_markup(story, sheet.text(head), box, head)
    kind = Counter(_looks(sheet.elements[block.home]) for block in body).most_common(1)[0][0]
    shape = Shape(box=_looks(box), heading=_looks(head), text=_looks(text), paragraph=kind)
    box.node.insert_before(BEFORE)
    box.node.insert_after(AFTER)
    box.node.insert_child(LAST)
    return Host(story=story, url=url, html=tree.html or "", shape=shape)


def _with_markup(story: Story, title: str, box: Element, head: Element) -> Story:
    """Give the story its own container, where that holds the headline and little else."""
    markup = box.node.html or ""
    inside = box.place < head.place < box.end
    lean = len(box.node.text(deep=True)) < 2 * len(story.body)
    return Story(
        id=story.id, title=story.title or title, paragraphs=story.paragraphs,
        authors=story.authors, published=story.published, outlet=story.outlet, lang=story.lang,
        markup=markup if inside and lean else "", optional=story.optional,
    )  # fmt: skip


def _heading_of(sheet: Sheet, title: str) -> Element | None:
    heads = [element for element in sheet.elements if element.tag == "h1" and sheet.text(element)]
    if not title:
        return heads[0] if len(heads) == 1 else None
    wanted = words(title)
    return next((head for head in heads if words(sheet.text(head)) == wanted), None)


def _box(sheet: Sheet, sizes: Sequence[int], head: Element | None) -> Element | None:
    """Return the smallest container of nine tenths of the body, and of the headline if given."""
    best = None
    for element in sheet.elements:
        size = sizes[element.last_block] - sizes[element.first_block]
        holds = head is None or element.place < head.place < element.end
        if holds and size >= 0.9 * sizes[-1] and element.tag in _CONTAINERS:
            best = element
    return best


def _looks(element: Element) -> tuple[str, str]:
    return element.tag, element.attribute("class")
