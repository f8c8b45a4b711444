"""Who wrote a page and when: statements of the page, visible lines, and what is neither."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.byline import find_signed
from wireroom.engine.pages.page import main_node, open_page
from wireroom.engine.pages.read import read_document
from wireroom.engine.pages.region import whole
from wireroom.engine.types import Article, Document

HEADLINE = "<h1>Night boats to run from April</h1>"
TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ferry company of Port Varda said that it would run night boats from April, after "
        "two years in which commuters had asked for them in vain.",
        "Its director told the harbour council that three boats had been refitted and that "
        "tickets would cost no more than they do by day.",
    )
)
PUBLISHER = {"@type": "Organization", "name": "The Varda Courier"}


def read(body: str, *, head: str = "", url: str = "https://courier.example/boats") -> Article:
    raw = f"<html lang='en'><head>{head}</head><body><main>{body}</main></body></html>"
    return read_document(Document(name="boats.html", raw=raw.encode(), url=url))[0]


def ld(author: object, **more: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Night boats to run from April", **more}
    return f'<script type="application/ld+json">{json.dumps({**node, "author": author})}</script>'


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (
            ld([person("Jonas Feld"), {"@type": "Organization", "name": "AFP"}]),
            ("Jonas Feld", "AFP"),
        ),
        (ld(person("dpa")), ("dpa",)),
        (ld({"@type": "Organization", "name": "Reuters"}), ()),
        (ld({**PUBLISHER}, publisher=PUBLISHER), ()),
        (ld(person("The Varda Courier"), publisher=PUBLISHER), ()),
        (ld(person("Mira Tolan"), publisher=person("Mira Tolan")), ("Mira Tolan",)),
        (ld({"@type": ["Person", "Organization"], "name": "Mira Tolan"}), ("Mira Tolan",)),
        ('<meta name="author" content="Staff">', ("Staff",)),
        ('<meta name="author" value="Mira Tolan">', ("Mira Tolan",)),
        (
            '<meta name="author" content="Varda Media House">'
            '<meta property="article:author" content="Mira Tolan">',
            ("Mira Tolan",),
        ),
        (
            '<meta name="author" content="mtolan"><meta name="twitter:data1" content="Mira Tolan">',
            ("Mira Tolan",),
        ),
        ('<meta name="author" content="Mira Tolan (with Jo Fall)">', ("Mira Tolan",)),
    ],
)
def test_what_a_page_states_of_its_writers(head: str, authors: tuple[str, ...]) -> None:
    page = open_page(
        f"<html><head>{head}</head><body>{HEADLINE}</body></html>", url=None, captured_at=None
    )
    found = find_signed(
        whole(page.sheet),
        title="Night boats to run from April",
        meta=page.meta,
        node=main_node(page),
        structured=page.structured,
        outlets=["The Varda Courier"],
    )
    assert found.names == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p class='author'>Lesedauer: 8 Minuten Mira Tolan</p>", ("Mira Tolan",)),
        ("<p class='byline'>By Mira Tolan, in Port Varda, Harbour</p>", ("Mira Tolan",)),
        ("<p class='post-author'>Mira Tolan on</p>", ("Mira Tolan",)),
        ("<p class='author'>Mira TolanDecember 17, 2025</p>", ("Mira Tolan",)),
        ("<div class='author-menu'>Manage</div><div class='author-box'>Themen</div>", ()),
        ("<div class='author'>to see what the boats cost us</div>", ()),
        (
            "<div itemprop='author'><meta itemprop='name' content='Mira Tolan'></div>",
            ("Mira Tolan",),
        ),
        ("<p><a href='/reporters/mira-tolan'>Mira Tolan</a></p>", ("Mira Tolan",)),
        ("<p><a href='/boats/?_author=Mira%20Tolan'>Mira Tolan</a></p>", ("Mira Tolan",)),
        (
            "<div class='article-byline'><span>Mira Tolan</span> <span>Jonas Feld</span> "
            "<span>Jo van der Fall</span></div>",
            ("Mira Tolan", "Jonas Feld", "Jo van der Fall"),
        ),
        (
            "<div class='author-line'><b>Mira Tolan</b><span>Writer, Harbour</span></div>",
            ("Mira Tolan",),
        ),
        (
            "<p class='author'><span>Mira</span> <span>Tolan</span></p>",
            ("Mira Tolan",),
        ),
        ("<div><strong>Contributors:</strong> Mira Tolan</div>", ("Mira Tolan",)),
        ("<figure><p class='author'>Mira Tolan</p></figure>", ()),
        ("<p>Contributors:</p><p>Mira Tolan</p>", ("Mira Tolan",)),
        ("<footer><p class='author'>Mira Tolan</p></footer>", ()),
    ],
)
def test_what_a_reader_sees_of_the_writers(line: str, authors: tuple[str, ...]) -> None:
    assert read(HEADLINE + line + TEXT).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>12 May 2024 · 3 min read · By Mira Tolan</p>", ("Mira Tolan",)),
        ("<p>05/12/2024 by Mira Tolan in Harbour</p>", ("Mira Tolan",)),
        ("<p>Verfasst von: Mira Tolan</p>", ("Mira Tolan",)),
        ("<p><strong>Mira Tolan/Jonas Feld</strong></p>", ("Mira Tolan", "Jonas Feld")),
        ("<p><b>MIRA TOLAN</b></p>", ("MIRA TOLAN",)),
        ("<p>Mira Tolan</p>", ("Mira Tolan",)),
        ("<p>Share this</p><p>Mira Tolan</p><p>12 May 2024</p>", ("Mira Tolan",)),
        # No names: a place, a label, a headline of the next part, a line of a list.
        ("<p><strong>New York</strong></p>", ()),
        ("<p><strong>Key findings</strong></p>", ()),
        ("<h2><strong>Night Boats</strong></h2>", ()),
        ("<p>Share this</p><p>Print Page</p><p>Night Boats</p>", ()),
    ],
)
def test_a_byline_without_markup_between_headline_and_text(
    line: str, authors: tuple[str, ...]
) -> None:
    assert read(HEADLINE + line + TEXT).authors == authors


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("<p>Autorin/Autor Mira Tolan</p>", ("Mira Tolan",)),
        ("<p>About the author: Mira Tolan</p>", ("Mira Tolan",)),
        ("<p>بقلم: ميرا تولان</p>", ("ميرا تولان",)),
        ("<p>文：田中花子</p>", ("田中花子",)),
        # Teasers have writers, too.
        (f"{TEXT * 9}<p>Text: Mira Tolan</p><p>Text: Jonas Feld</p>", ()),
        (f"{TEXT * 9}<p>Text: Mira Tolan</p><p>Text: Mira Tolan</p>", ("Mira Tolan",)),
        ("<p>By the harbour stood Mira Tolan</p>", ()),
        ("<div class='author-bio'><p class='author-name'>Mira Tolan</p></div>", ("Mira Tolan",)),
        ("<aside><p class='author'>Mira Tolan</p></aside>", ("Mira Tolan",)),
        ("<footer class='post-meta'><p class='author'>Mira Tolan</p></footer>", ("Mira Tolan",)),
        ("<div class='comments'><p class='author'>Mira Tolan</p></div>", ()),
        ("<div class='related'><p class='author'>Mira Tolan</p></div>", ()),
        ("<nav><p class='author'>Mira Tolan</p></nav>", ()),
    ],
)
def test_who_signs_below_the_text_where_nobody_does_above(
    below: str, authors: tuple[str, ...]
) -> None:
    assert read(HEADLINE + TEXT + below).authors == authors


COURIER = person("The Varda Courier")


@pytest.mark.parametrize(
    ("author", "line", "authors"),
    [
        # A report that its outlet signs alone: nobody else is named anywhere.
        (PUBLISHER, "", ("The Varda Courier",)),
        (COURIER, "", ("The Varda Courier",)),
        (PUBLISHER, "<p class='byline'>By Mira Tolan</p>", ("Mira Tolan",)),
        # Beside a person the outlet and its desks are no writers.
        ([person("Mira Tolan"), COURIER], "", ("Mira Tolan",)),
        ([person("Mira Tolan"), person("The Varda Courier Sport")], "", ("Mira Tolan",)),
        (person("Mira Tolan and Jonas Feld, The Varda Courier"), "", ("Mira Tolan", "Jonas Feld")),
        # A name cut short is the same person.
        ([person("Mira Tolan"), person("Mira T")], "", ("Mira Tolan",)),
        # Whoever keeps the site is no writer where a line names one.
        (
            {
                "@type": "Person",
                "name": "Varda Desk",
                "url": "https://courier.example/author/admin/",
            },
            "<p><strong>Mira Tolan</strong></p>",
            ("Mira Tolan",),
        ),
        (
            {"@type": "Person", "name": "Jo Fall", "url": "https://courier.example/author/admin/"},
            "",
            ("Jo Fall",),
        ),
    ],
)
def test_outlets_and_accounts_that_pages_state_as_writers(
    author: object, line: str, authors: tuple[str, ...]
) -> None:
    assert read(HEADLINE + line + TEXT, head=ld(author, publisher=PUBLISHER)).authors == authors


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="dc.creator" content="Tolan, Mira">'
         '<meta name="dc.creator" content="Feld, Jonas van">', ("Mira Tolan", "Jonas van Feld")),
        ('<meta name="author" content="Mira Tolan, Jonas Feld">', ("Mira Tolan", "Jonas Feld")),
        ('<meta name="author" content="Mira Tolan - https://tolan.example/about">',
         ("Mira Tolan",)),
    ],
)  # fmt: skip
def test_names_as_meta_tags_write_them(head: str, authors: tuple[str, ...]) -> None:
    assert read(HEADLINE + TEXT, head=head).authors == authors


def test_an_outlet_that_writes_its_address_behind_its_name_is_no_writer() -> None:
    head = (
        '<meta property="og:site_name" content="VARDA.EXAMPLE">'
        '<meta name="publisher" content="Varda Waves (www.varda.example)">'
        '<meta name="author" content="Varda Waves (www.varda.example)">'
    )
    assert read(HEADLINE + TEXT + "<p>Autorin/Autor Mira Tolan</p>", head=head).authors == (
        "Mira Tolan",
    )


@given(st.lists(st.text(max_size=80), max_size=4), st.text(max_size=80))
def test_no_stated_writer_breaks_the_reader(names: list[str], shown: str) -> None:
    shown = shown.replace("<", " ")
    found = read(
        HEADLINE + f"<p class='byline'>{shown}</p>" + TEXT,
        head=ld([person(name.replace("<", " ")) for name in names]),
    ).authors
    assert len(set(found)) == len(found)
    assert all(name and name == " ".join(name.split()) for name in found)


@pytest.mark.parametrize(
    ("body", "head", "day"),
    [
        ("<aside><time datetime='2026-01-25'>x</time></aside>", "", "2026-01-25"),
        ("<div class='item-date'>Published on 01/25/26</div>", "", "2026-01-25"),
        ("<div class='item-date'>Published on 03/04/26</div>", "", None),
        ("", '<meta name="published-date" content="2026-01-25">', "2026-01-25"),
        ("", '<meta name="article:published_time" value="2026-01-25T08:00Z">', "2026-01-25"),
        ("<span itemprop='dateModified' content='2026-01-25'>x</span>", "", "2026-01-25"),
        ("<div data-x>Datum: <br>25.01.2026 <br>Ort: Varda</div>", "", "2026-01-25"),
        ("<div class='dateline'>So 25.01.26 | 14:07 Uhr</div>", "", "2026-01-25"),
        ("", '<meta name="article:published:time" content="2026-01-25T08:00Z">', "2026-01-25"),
        ("<p>© 2026 The Varda Courier</p>", "", None),
        ("", ld(None, datePublished="2026-01-25").replace("NewsArticle", "WebPage"), "2026-01-25"),
    ],
)
def test_the_day_of_publication(body: str, head: str, day: str | None) -> None:
    published = read(HEADLINE + TEXT + body, head=head).published
    assert (published.date().isoformat() if published else None) == day


def test_a_modification_is_no_rival_of_the_publication() -> None:
    body = (
        "<span itemprop='dateModified' content='2026-02-01T08:00Z'>x</span>"
        "<span itemprop='datePublished' content='2026-01-25T08:00Z'>x</span>"
    )
    article = read(HEADLINE + body + TEXT)
    assert article.published is not None
    assert article.published.day == 25
    assert article.updated is not None
    assert article.updated.day == 1


NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'
BLOG = NEWS.replace("NewsArticle", "BlogPosting")
KICKED = "<h1><span class='kicker'>Ferries</span> Night boats to run from April</h1>"


@pytest.mark.parametrize(
    ("shown", "head", "title"),
    [
        # What search and share titles say outvotes a heading on news pages alone.
        (
            HEADLINE,
            NEWS % "Boats at night" + '<meta property="og:title" content="Boats at night">',
            "Boats at night",
        ),
        (
            HEADLINE,
            BLOG % "Night boats from April" + '<meta property="og:title" content="Night boats">',
            "Night boats to run from April",
        ),
        (
            HEADLINE,
            NEWS % "Boats at night" + "<title>Night boats to run from April</title>",
            "Night boats to run from April",
        ),
        # A kicker belongs to the headline where the page says so.
        (KICKED, "", "Night boats to run from April"),
        (
            KICKED,
            '<meta property="og:title" content="Ferries: Night boats to run from April">',
            "Ferries Night boats to run from April",
        ),
        ("<h1>Night b<i></i><span>oats</span></h1>", "<title>Night boats</title>", "Night boats"),
    ],
)
def test_the_headline_among_many_titles(shown: str, head: str, title: str) -> None:
    assert read(shown + TEXT, head=head).title == title


@pytest.mark.parametrize(
    ("author", "authors"),
    [("dpa", ("dpa",)), ("The Varda Courier", ()), ("Mira Tolan", ("Mira Tolan",))],
)
def test_a_known_agency_signs_what_it_is_credited_for(
    author: str, authors: tuple[str, ...]
) -> None:
    head = ld(person(author), publisher=PUBLISHER)
    text = TEXT.replace("<p>The", "<p>Port Varda (dpa) - The", 1)
    found = read(HEADLINE + text, head=head)
    assert (found.authors, found.wire_credit) == (authors, "dpa")
