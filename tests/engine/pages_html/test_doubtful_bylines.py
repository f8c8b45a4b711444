"""Writers whom a page states wrongly or not at all, and whom its own lines tell."""

import json

import pytest

from wireroom.engine.pages.read import read_document
from wireroom.engine.pages.writers import clean_names
from wireroom.engine.types import Document

HEADLINE = "<h1>Night boats to run from April</h1>"
TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ferry company of Port Varda said that it would run night boats from April, after "
        "two years in which commuters had asked for them in vain.",
        "Its director told the harbour council that three boats had been refitted and that "
        "tickets would cost no more than they do by day.",
        "The council will vote in May on whether the old landing is to be opened again, which "
        "the harbour master called long overdue.",
    )
)
SITE = '<meta property="og:site_name" content="Varda Kurier">'


def authors(body: str, *, stated: str | None = None, meta: str = "") -> tuple[str, ...]:
    node = {
        "@type": "NewsArticle",
        "headline": "Night boats to run from April",
        "author": {"@type": "Person", "name": stated},
    }
    told = f'<script type="application/ld+json">{json.dumps(node)}</script>' if stated else ""
    raw = f"<html><head>{SITE}{meta}{told}</head><body><main>{body}</main></body></html>"
    url = "https://kurier.example/boats"
    return read_document(Document(name="boats.html", raw=raw.encode(), url=url))[0].authors


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        # An editor whom the page calls so did not write what another signs under the headline.
        ("<p>Mira Tolan</p>", "<p>Editor: Jonas Feld</p>", ("Mira Tolan",)),
        ("<p>Mira Tolan</p>", "<div>Redaktur : <b>Jonas Feld</b></div>", ("Mira Tolan",)),
        ("", "<p>Editor: Jonas Feld</p>", ("Jonas Feld",)),
        ("<p>Mira Tolan</p>", "<p>Photo: Jonas Feld</p>", ("Jonas Feld",)),
        # Several whom one line or one box of marks names together.
        ("<p>Written by Jonas Feld, Mira Tolan</p>", "", ("Jonas Feld", "Mira Tolan")),
        ("<p>By Dr Jonas Feld and Mira Tolan</p>", "", ("Dr Jonas Feld", "Mira Tolan")),
        ("<p>By Jonas Feld, photographs by Mira Tolan</p>", "", ("Jonas Feld",)),
        ("<p>By Jonas Feld, Varda Kurier</p>", "", ("Jonas Feld",)),
        ("<p>By Mira Tolan and Jo Fall</p>", "", ("Jonas Feld",)),
        (
            "<div><p><i><b><a rel='author' href='mailto:m@k.example'>Mira Tolan</a></b></i></p>"
            "<p><i><b><a rel='author' href='mailto:j@k.example'>Jonas Feld</a></b></i></p>"
            "</div>",
            "",
            ("Mira Tolan", "Jonas Feld"),
        ),
    ],
)
def test_one_stated_writer_beside_what_readers_see(
    above: str, below: str, expected: tuple[str, ...]
) -> None:
    assert authors(HEADLINE + above + TEXT + below, stated="Jonas Feld") == expected


def test_teasers_of_others_do_not_sign() -> None:
    teasers = "".join(
        f"<article><h3>Harbour news {n}</h3><p>{'Words of another report. ' * 12}</p>"
        f"<a rel='author' href='/a/{n}'>Writer Number{n}</a></article>"
        for n in ("One", "Two")
    )
    line = "<p><a rel='author' href='/a/j'>Jonas Feld</a></p>"
    assert authors(HEADLINE + line + TEXT + teasers, stated="Jonas Feld") == ("Jonas Feld",)


def test_a_line_that_names_a_writer_beats_a_team() -> None:
    page = HEADLINE + TEXT + "<p>Written by Mira Tolan</p>"
    assert authors(page, stated="Team Harbour") == ("Mira Tolan",)
    assert authors(HEADLINE + TEXT, stated="Team Harbour") == ("Team Harbour",)


@pytest.mark.parametrize(
    ("stated", "line", "expected"),
    [
        ("Varda Kurier", "<em>VK-Redaktion</em>", ("VK-Redaktion",)),
        ("Varda Kurier", "mto, jf; Foto: Harbour Pictures", ("mto", "jf")),
        ("Varda Kurier", "jf; Bild: Harbour Pictures", ("jf",)),
        ("Nachrichten", "Varda Kurier / Jonas Feld", ("Jonas Feld",)),
        # Lines that sign nothing, and people who sign already.
        ("Varda Kurier", "mehr", ("Varda Kurier",)),
        ("Varda Kurier", "North / South", ("Varda Kurier",)),
        ("Mira Tolan", "mto, jf", ("Mira Tolan",)),
        ("Varda Kurier", "dpa/afp", ("Varda Kurier",)),
    ],
)
def test_who_signs_below_the_text(stated: str, line: str, expected: tuple[str, ...]) -> None:
    assert authors(HEADLINE + TEXT + f"<p>{line}</p>", stated=stated) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mto/jf", ("mto", "jf")),
        ("jf/dpa", ("jf",)),
        ("kna/epd", ("Varda Kurier",)),
        ("ja, nein", ("Varda Kurier",)),
        ("de / en", ("Varda Kurier",)),
    ],
)
def test_initials_in_the_last_paragraph(line: str, expected: tuple[str, ...]) -> None:
    report = f"<article>{HEADLINE}{TEXT}<p>{line}</p></article><p>Harbour</p>"
    assert authors(report, stated="Varda Kurier") == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("<footer>de / en</footer>", ("Varda Kurier",)),
        ("<aside>on / off</aside>", ("Varda Kurier",)),
        ("<footer>mto, jf; Foto: Harbour Pictures</footer>", ("mto", "jf")),
    ],
)
def test_who_signs_in_the_line_after_the_text(after: str, expected: tuple[str, ...]) -> None:
    assert authors(HEADLINE + TEXT + after, stated="Varda Kurier") == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Staff Writer Mira Tolan", ("Mira Tolan",)),
        ("Kurier-Redakteurin Mira Tolan", ("Mira Tolan",)),
        ("Varda-Online-Experte Jonas Feld", ("Jonas Feld",)),
        ("Editor Picks", ()),
        ("Mira Tolan | Harbour Foundation", ("Mira Tolan",)),
        ("Mira Tolan | Public Affairs", ("Mira Tolan",)),
        ("Mira Tolan, Harbour Team", ("Mira Tolan", "Harbour Team")),
        ("Harbour Foundation", ("Harbour Foundation",)),
        ("Mira Tolan, Anadolu Agency", ("Mira Tolan", "Anadolu Agency")),
    ],
)
def test_roles_before_a_name_and_bodies_beside_it(byline: str, expected: tuple[str, ...]) -> None:
    assert clean_names([byline], set()) == expected


def test_every_writer_in_a_library_s_meta_elements() -> None:
    meta = "".join(
        f'<meta name="citation_authors" content="{name}">' for name in ("Tolan, Mira", "Feld, Jo")
    )
    creator = '<meta name="dc.creator" content="Mira Tolan">'
    assert authors(HEADLINE + TEXT, meta=creator + meta) == ("Mira Tolan", "Jo Feld")
