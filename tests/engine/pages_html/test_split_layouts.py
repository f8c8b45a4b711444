"""Several articles on one page come apart whatever the layout, and nothing leaks between them."""

import json
from datetime import UTC, datetime

import pytest

from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Article, Document, Role

FIRST, SECOND = "Night boats to run from April", "Apple harvest begins three weeks early"
BOATS = (
    "The ferry company of Port Varda said on Monday that it would run night boats from April.",
    "Its director told the council that three boats had been refitted over the winter months.",
    "The council is to vote on the plan next week; two of its members have said they oppose it.",
)
APPLES = (
    "Farmers in the Kessel valley have begun to bring in the apple harvest three weeks early.",
    "The union expects a third more fruit than last year, and prices lower than for ten years.",
)
ONE, TWO = ("".join(f"<p>{text}</p>" for text in texts) for texts in (BOATS, APPLES))
LD = json.dumps(
    [
        {
            "@type": "NewsArticle",
            "headline": FIRST,
            "author": {"@type": "Person", "name": "Jo Fall"},
        },
        {
            "@type": "NewsArticle",
            "headline": SECOND,
            "datePublished": "2026-02-01T10:00:00Z",
            "author": {"@type": "Person", "name": "Mo Rise"},
        },
    ]
)
LAYOUTS = {
    "flat row": f"<main><h1>{FIRST}</h1><i>By Jo Fall</i>{ONE}"
    f"<h1>{SECOND}</h1><time datetime='2026-02-01T10:00Z'>1 Feb</time>"
    f"<i>By Mo Rise</i>{TWO}</main>",
    "wrapped headers": f"<main><header><h1>{FIRST}</h1><p>By Jo Fall</p></header>{ONE}<header>"
    f"<h1>{SECOND}</h1><p>By Mo Rise</p></header><time>1 Feb 2026 10:00</time>{TWO}</main>",
    "sibling articles": f"<article><h1>{FIRST}</h1><p>By Jo Fall</p>{ONE}</article>"
    f"<article><h2>{SECOND}</h2><p>By Mo Rise | 1 Feb 2026 10:00</p>{TWO}</article>",
    "json-ld alone": f"<script type='application/ld+json'>{LD}</script><div><h1>{FIRST}</h1>"
    f"{ONE}</div><div><h2>{SECOND}</h2>{TWO}</div>",
}


def read(body: str) -> list[Article]:
    raw = f"<!doctype html><html lang='en'><body>{body}</body></html>".encode()
    captured = datetime(2026, 3, 4, 12, tzinfo=UTC)
    return list(read_document(Document(name="page.html", raw=raw, captured_at=captured)))


def test_reports_in_full_in_a_live_blog_come_apart_too() -> None:
    first, second = read(f"<div class='live-blog'>{LAYOUTS['sibling articles']}</div>")
    assert (first.title, second.title) == (FIRST, SECOND)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_both_articles_come_out_whole_with_their_own_facts(layout: str) -> None:
    first, second = read(LAYOUTS[layout])
    assert (first.title, second.title) == (FIRST, SECOND)
    assert (first.role, second.role) == (Role.MAIN, Role.NEXT)
    assert (first.paragraphs, second.paragraphs) == (BOATS, APPLES)
    assert (first.authors, second.authors) == (("Jo Fall",), ("Mo Rise",))
    assert first.published is None
    assert second.published == datetime(2026, 2, 1, 10, tzinfo=UTC)


def test_an_arabic_aggregator_page_comes_apart() -> None:
    text = "افتتح وزير النقل في المدينة الجسر الجديد على النهر بعد أعمال استمرت ثلاث سنوات. " * 4
    card = "<div><h3>{}</h3><div><span>{}</span> <span>قبل {} ساعات</span></div><p>{}</p></div>"
    titles = (
        "الوزير يفتتح الجسر الجديد على النهر",
        "بدء موسم التفاح في وادي كسيل",
        "توقعات بموسم قياسي هذا العام",
    )
    outlets = ("صحيفة النهر", "بريد الوادي", "أخبار الوادي")
    cards = [
        card.format(title, outlet, hours, text)
        for title, outlet, hours in zip(titles, outlets, (3, 5, 8), strict=True)
    ]
    page = cards[0].replace("h3>", "h1>") + "<h2>أخبار ذات صلة</h2>" + "".join(cards[1:])
    articles = read(page)
    assert [article.title for article in articles] == list(titles)
    assert [article.outlet for article in articles] == list(outlets)
    assert [article.role for article in articles] == [Role.MAIN, Role.RELATED, Role.RELATED]
    assert [article.published.hour for article in articles if article.published] == [9, 7, 4]
    assert {text for article in articles for text in article.paragraphs} == {text.strip()}
    assert {article.dir for article in articles} == {"rtl"}
