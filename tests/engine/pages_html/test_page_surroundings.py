"""What stands around a report - labels, offers, names, other boxes - is told from the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.attribution import names_in, take_credit
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Article, Document, Health

TITLE = "Night boats to run from April"
FIRST = "The ferry company of Port Varda said on Monday that it would run night boats from April."
SECOND = "Its director told the council that three boats had been refitted over the winter months."
THIRD = "The council is to vote on the plan next week; two of its members have said they oppose it."
BODY = (FIRST, SECOND, THIRD)
PROSE = "".join(f"<p>{text}</p>" for text in BODY)
ADDRESS = "https://varda.example/2031/boats"


def read(body: str, head: str = "") -> Article:
    page = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return read_document(Document(name="page.html", raw=page.encode(), url=ADDRESS))[0]


@pytest.mark.parametrize(
    "lines",
    [
        "".join(f"<div>{text}</div>" for text in BODY),
        "<br><br>\n".join(BODY),
        "<br>\n <br/>".join(BODY),
    ],
)
def test_paragraphs_without_marks_come_apart_and_nothing_around_them_is_read(lines: str) -> None:
    around = "<div><a href='/'>Varda News</a> <a href='/1'>Sport</a> <a href='/2'>World</a></div>"
    page = f"{around}<div><h1>{TITLE}</h1><div>{lines}</div></div><div>Imprint · Terms</div>"
    assert read(page).paragraphs == BODY


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Comments</h3><p>Nobody has written anything so far.</p></div>",
        "<div><h3>Take us along</h3><p>Get the app now.</p><a href='#i'>For iPhone</a></div>",
        "<section><h2>Two minutes</h2><p>All by mail.</p><button>Join</button></section>",
        "<div><b>The morning mail</b> Harbour news at six. <a href='#n'>Sign up</a></div>",
    ],
)
def test_boxes_that_offer_something_are_no_part_of_a_report(box: str) -> None:
    assert read(f"<main><h1>{TITLE}</h1><div>{PROSE}</div>{box}</main>").paragraphs == BODY


@pytest.mark.parametrize(
    "above",
    [
        "<p class='over'>HARBOUR</p>",
        "<ul><li>Transport</li><li>Jo Fall</li></ul>",
        "<div class='standfirst'>Three boats have been refitted over the winter.</div>",
        "<header><p>Three boats have been refitted over the winter.</p></header>",
        "<p><b>Three boats have been refitted over the winter.</b></p>",
    ],
)
def test_labels_and_standfirst_are_not_repeated_in_the_body(above: str) -> None:
    head = "<meta name='description' content='Three boats have been refitted over the winter.'>"
    assert read(f"<main><h1>{TITLE}</h1>{above}<div>{PROSE}</div></main>", head).paragraphs == BODY


def test_a_description_made_of_the_first_paragraph_leaves_it_where_it_is() -> None:
    head = f"<meta name='description' content='{FIRST}'>"
    page = f"<main><h1>{TITLE}</h1><div><p class='p1'>{FIRST}</p><p>{SECOND}</p></div></main>"
    assert read(page, head).paragraphs == (FIRST, SECOND)


def test_a_page_of_nothing_but_a_headline_is_empty() -> None:
    found = read(f"<h1>{TITLE}</h1><ul><li>8 hours ago</li><li>Local</li></ul>")
    assert (found.health, found.paragraphs) == (Health.EMPTY, ())


def test_the_end_of_the_title_that_leads_home_is_the_outlet() -> None:
    page = f"<a href='/'>Varda News</a><h1>{TITLE}</h1>{PROSE}"
    assert read(page, f"<title>{TITLE} | Varda News</title>").outlet == "Varda News"
    assert read(page, f"<title>{TITLE} | Harbour</title>").outlet == "varda.example"


def test_a_quotation_mark_that_closes_a_headline_is_kept() -> None:
    title = "وزير النقل في الميناء: «القوارب تبدأ في نيسان»"
    head = f"<title>{title} » بريد فاردا</title><meta property='og:title' content='{title}'>"
    assert read(f"<h1>{title}</h1>{PROSE}", head).title == title


@pytest.mark.parametrize(
    ("opening", "dateline", "credit"),
    [
        ("PORT VARDA, Seapost – ", "PORT VARDA", "Seapost"),
        ("SEAPOST: ", None, "Seapost"),
        ("Port Varda – Varda News: ", "Port Varda", None),
        ("", None, None),
    ],
)
def test_an_opening_that_the_byline_confirms_is_a_credit(
    opening: str, dateline: str | None, credit: str | None
) -> None:
    found = take_credit([opening + FIRST, SECOND], "Seapost", names=["Seapost"], own=["Varda News"])
    assert found == (dateline, credit, [FIRST, SECOND])


def test_an_organisation_that_signs_is_credited_unless_it_is_the_outlet() -> None:
    own = ["Varda News"]
    assert take_credit([FIRST], None, firms=["Seapost"], own=own)[1] == "Seapost"
    for name in ("Varda Newsroom", "VardaNews", "Editorial team", "Varda"):
        assert take_credit([FIRST], None, firms=[name], own=own)[1] is None


def test_one_arabic_word_in_a_byline_is_an_agency() -> None:
    assert take_credit([FIRST], None, names=["نورس"])[1] == "نورس"
    assert take_credit([FIRST], None, names=["نادر المينائي"])[1] is None
    assert names_in("فريق التحرير | نورس") == ["نورس"]


@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=20), max_size=3))
def test_credits_are_taken_from_any_text(paragraphs: list[str], names: list[str]) -> None:
    _dateline, _credit, body = take_credit(paragraphs, None, names=names_in(*names), own=names)
    assert len(body) <= len(paragraphs)


SECTION = "<h2>{}</h2><p>{}</p><p>{}</p>"


@pytest.mark.parametrize(
    "rest",
    [
        "<div>" + SECTION.format("How the boats were refitted", FIRST, SECOND) + "</div>",
        "<div>"
        + SECTION.format("5. The harbour of Kessel", "<i>1 May 2031</i>", SECOND)
        + "</div>",
        "<div><a href='/a'><h2>Apple harvest begins early</h2></a><time>1 Feb 2031</time>"
        f"<p>{SECOND}</p><p>{THIRD}</p></div>",
        f"<div><h2>Trending on the coast</h2><time>1 Feb 2031</time><p>{SECOND}</p></div>",
    ],
)
def test_sections_teasers_and_trends_are_no_further_articles(rest: str) -> None:
    page = f"<html><body><h1>{TITLE}</h1><i>By Jo Fall</i>{PROSE * 3}{rest}</body></html>"
    assert len(read_document(Document(name="page.html", raw=page.encode()))) == 1


def test_neighbouring_boxes_of_one_kind_are_two_articles() -> None:
    box = "<div class='unit'><div><{0}>{1}</{0}><div>{2}</div></div><div>{3}</div></div>"
    texts = "".join(f"<div>{text}</div>" for text in BODY)
    page = box.format("h1", TITLE, "2 February 2031, 10:00", texts)
    page += box.format("h2", "Apple harvest begins early", "1 February 2031", texts)
    found = read_document(Document(name="page.html", raw=f"<body>{page}</body>".encode()))
    assert [article.paragraphs for article in found] == [BODY, BODY]
