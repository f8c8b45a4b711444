"""Which of a page's titles is its headline, and what the chosen fields rest on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Article, Document

SHARED = "Harbour of Varda to run night boats"
LONG = "Varda harbour news: night boats to run from April, says director"
TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ferry company of Port Varda said that it would run night boats from April, after "
        "two years in which commuters had asked for them in vain.",
        "Its director told the harbour council that three boats had been refitted and that "
        "tickets would cost no more than they do by day.",
    )
)
ADDRESS = "https://courier.example/opinion/boats"


def read(body: str, *, head: str = "", url: str = ADDRESS) -> Article:
    raw = f"<html lang='en'><head>{head}</head><body>{body}{TEXT}</body></html>"
    return read_document(Document(name="boats.html", raw=raw.encode(), url=url))[0]


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        # A heading of search words that is hidden, and the one that readers see.
        (f"<header><h1>{LONG}</h1></header><h2>{SHARED}</h2>", og(SHARED), SHARED),
        (f"<h1>{LONG}</h1><h2>{SHARED}</h2>", og(SHARED), SHARED),
        (f"<h1>{LONG}</h1><h2><span>Transport</span> {SHARED}</h2>", og(SHARED), SHARED),
        # The site's name is no headline, whatever its rank.
        (f"<h1>Mira's harbour blog</h1><h2>{SHARED}</h2>", og(SHARED), SHARED),
        # What an <h1> says as well, and what only teasers or menus say, changes nothing.
        (f"<h1>{SHARED}</h1><h2>{LONG}</h2>", og(SHARED), SHARED),
        (f"<h1>{SHARED}</h1><nav><h2>{LONG}</h2></nav>", og(LONG), SHARED),
        (f"<h1>{SHARED}</h1><h2>Night boats</h2>", og("Night boats"), SHARED),
    ],
)
def test_a_title_for_sharing_that_a_smaller_heading_shows(body: str, head: str, title: str) -> None:
    assert read(body, head=head).title == title


@pytest.mark.parametrize(
    ("written", "url", "title"),
    [
        (f"{SHARED} | Opinion", ADDRESS, SHARED),
        (f"{SHARED} | Harbour", ADDRESS, f"{SHARED} | Harbour"),
        (f"{SHARED} | رأي", "https://courier.example/رأي/boats", SHARED),
        ("Opinion", ADDRESS, "Opinion"),
    ],
)
def test_a_section_that_the_address_names_is_no_part_of_the_headline(
    written: str, url: str, title: str
) -> None:
    assert read(f"<h1>{written}</h1>", head=og(written), url=url).title == title


@given(st.text(max_size=60), st.text(max_size=60), st.text(alphabet="|/ aب»«:-–", max_size=40))
def test_no_title_of_any_kind_breaks_the_reader(first: str, second: str, third: str) -> None:
    clean = [text.replace("<", "").replace('"', "") for text in (first, second, third)]
    head = og(clean[1]) + f"<title>{clean[2]}</title>"
    title = read(f"<h1>{clean[0]}</h1><h2>{clean[1]}</h2>", head=head).title
    assert title == title.strip()
    assert "\n" not in title


NODE = {
    "@type": "NewsArticle",
    "headline": SHARED,
    "datePublished": "2026-03-01T08:00:00+01:00",
    "author": {"@type": "Person", "name": "Mira Tolan"},
    "articleSection": "Harbour",
    "keywords": ["boats", "night"],
}
LD = f'<script type="application/ld+json">{json.dumps(NODE)}</script>'


def test_every_field_says_what_it_rests_on() -> None:
    head = (
        LD
        + '<link rel="canonical" href="https://courier.example/boats">'
        + '<meta property="og:image" content="https://courier.example/boat.jpg">'
        + '<meta property="og:description" content="Three boats will run all night from April.">'
        + '<meta property="article:modified_time" content="2026-03-02T08:00Z">'
    )
    assert dict(read(f"<h1>{SHARED}</h1>", head=head).sources) == {
        "title": "json-ld",
        "standfirst": "og",
        "authors": "json-ld",
        "published": "json-ld",
        "updated": "meta",
        "canonical_url": "link",
        "image": "og",
        "lang": "html",
        "section": "json-ld",
        "tags": "json-ld",
    }


def test_what_only_readers_see_is_told_from_what_a_page_states() -> None:
    body = (
        f"<h1>{SHARED}</h1><p class='byline'>By Mira Tolan</p>"
        "<time datetime='2026-03-01T08:00Z'>1 March</time>"
    )
    found = dict(read(body).sources)
    assert found["title"] == "heading"
    assert found["authors"] == "byline"
    assert found["published"] == "time"
    assert found.keys().isdisjoint(["section", "image"])


def test_a_day_in_the_address_is_told_as_such() -> None:
    found = dict(read(f"<h1>{SHARED}</h1>", url="https://courier.example/2026/03/01/boats").sources)
    assert found["published"] == "address"
