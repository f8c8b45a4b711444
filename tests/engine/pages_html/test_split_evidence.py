"""What opens another article and what does not: headers, boxes, lists, comments, live entries."""

import json
from collections.abc import Callable

import pytest

from wireroom.engine.pages.page import open_page
from wireroom.engine.pages.read import read_document
from wireroom.engine.pages.split import Part, split_page
from wireroom.engine.types import Document, Role

TITLE, OTHER = "Night boats to run from April", "Apple harvest begins three weeks early"
BOATS = (
    "The ferry company of Port Varda said on Monday that it would run night boats from April.",
    "Its director told the council that three boats had been refitted over the winter months.",
    "The council is to vote on the plan next week; two of its members have said they oppose it.",
    "Commuters had asked for boats at night for two years, and twice they had asked in vain.",
)
APPLES = (
    "Farmers in the Kessel valley have begun to bring in the apple harvest three weeks early.",
    "The union expects a third more fruit than last year, and prices lower than for ten years.",
    "Pickers from three countries have come to the valley, and more are expected next week.",
)
ONE, TWO = ("".join(f"<p>{text}</p>" for text in texts) for texts in (BOATS, APPLES))
MAIN = f"<h1>{TITLE}</h1><div>By Jo Fall</div><time>2 March 2031, 10:00</time>{ONE}"
SOURCE = "<div>{} · {} hours ago</div>"


def parts_of(body: str, *, head: str = "") -> tuple[Part, ...]:
    page = open_page(f"<head>{head}</head><body>{body}</body>", url=None, captured_at=None)
    return split_page(page, title=TITLE)


def texts_of(body: str) -> list[tuple[str, ...]]:
    raw = f"<html lang='en'><body>{body}</body></html>".encode()
    return [one.paragraphs for one in read_document(Document(name="page.html", raw=raw))]


@pytest.mark.parametrize(
    "second",
    [
        f"<h1>{OTHER}</h1><div>By Mo Rise</div><time>1 March 2031, 09:00</time>{TWO}",
        f"<h2>{OTHER}</h2><div>By Mo Rise</div><time>1 March 2031, 09:00</time>{TWO}",
        f"<header><h1>{OTHER}</h1><p>By Mo Rise</p><time>1 March 2031</time></header>{TWO}",
        f"<h1>{OTHER}</h1><ul><li>The harvest in the valley has begun three weeks early</li>"
        f"<li>The union expects a third more fruit than last year, and lower prices</li></ul>"
        f"<div>By Mo Rise</div><time>1 March 2031, 09:00</time>{TWO}",
        f"<h1>{OTHER}</h1><h2>A record year for the valley</h2><p>By Mo Rise</p>"
        f"<time>1 March 2031</time>{TWO}",
        f"<h1>{OTHER}</h1><p>{APPLES[0]}</p><div>By Mo Rise</div><time>1 March 2031</time>{TWO}",
    ],
)
def test_a_box_like_the_main_one_is_the_next_article(second: str) -> None:
    page = f"<div class='story'>{MAIN}</div><div class='story'>{second}</div>"
    [part] = parts_of(page)
    assert (part.title, part.role) == (OTHER, Role.NEXT)
    first, other = texts_of(page)
    assert (first, other[-len(APPLES) :]) == (BOATS, APPLES)


@pytest.mark.parametrize("heading", ["h1", "h2", "h3"])
def test_a_flat_row_comes_apart_where_headers_repeat(heading: str) -> None:
    rows = f"<h1>{TITLE}</h1>{SOURCE.format('Varda Courier', 3)}{ONE}"
    for place, title in enumerate((OTHER, "Growers count on a record year")):
        rows += f"<{heading}>{title}</{heading}>{SOURCE.format('Kessel Post', 4 + place)}{TWO}"
    assert texts_of(f"<main>{rows}</main><footer><p>{BOATS[0]}</p></footer>") == [
        BOATS, APPLES, APPLES,
    ]  # fmt: skip


def test_a_list_below_a_label_is_related_and_its_cut_reports_count() -> None:
    cards = "".join(
        f"<div class='card'><h3>{title}</h3>{SOURCE.format('Kessel Post', 5)}{text}</div>"
        for title, text in ((OTHER, TWO), ("Growers count on a record year", TWO[:190] + "</p>"))
    )
    parts = parts_of(f"<main>{MAIN}</main><section><h2>Related articles</h2>{cards}</section>")
    assert [part.role for part in parts] == [Role.RELATED, Role.RELATED]


def test_spans_hold_the_heading_and_do_not_overlap() -> None:
    box = "<article><h2>{}</h2><time>1 March 2031</time>{}</article>"
    page = f"<article>{MAIN}</article>{box.format(OTHER, TWO)}"
    page += box.format("Growers count on a record year", TWO) + "<p>Imprint</p>"
    tree = open_page(f"<body>{page}</body>", url=None, captured_at=None)
    one, two = split_page(tree, title=TITLE)
    assert one.span[1] == two.span[0]
    assert tree.sheet.blocks[one.span[0]].text == OTHER
    assert [block.text for block in tree.sheet.blocks[two.span[1] :]] == ["Imprint"]


HEADED = f"<h2>{OTHER}</h2><time>1 March 2031</time>{TWO}"


@pytest.mark.parametrize(
    "rest",
    [
        f"<div id='comments'>{HEADED * 3}</div>",
        f"<div class='cookie-consent'>{HEADED}</div>",
        f"<div class='product-list'>{HEADED}</div>",
        f"<aside>{HEADED}</aside>",
        f"<footer>{HEADED}</footer>",
        f"<h2>{OTHER}</h2>{TWO}<h2>What the growers say</h2>{TWO}",
        f"<h2>Why do apples ripen early in the valley?</h2>{TWO}" * 3,
        "".join(f"<h3>{day} in the harbour town</h3><p>Monday</p>{TWO}" for day in ("A", "B")),
        f"<h2>{OTHER}</h2><time>1 March 2031</time><p>{APPLES[0]} {APPLES[1]}…</p>",
        f"<h2>{OTHER}</h2><time>1 March 2031</time>{TWO}<a href='/a'>Read more</a>",
        f"<h3><a href='/a'>{OTHER}</a></h3><time>1 March 2031</time>{TWO}",
        f"<h3>{OTHER}</h3><ul><li>First step of the guide</li><li>Second</li><li>Third</li>"
        f"<li>Fourth</li><li>1 March 2031</li></ul>{TWO}",
    ],
)
def test_what_is_no_article_of_its_own_stays(rest: str) -> None:
    assert parts_of(f"<div><div>{MAIN}</div>{rest}</div>") == ()


ENTRIES = "".join(
    f"<article class='entry'><time>1{place}:05</time><h3>{title}</h3>{TWO}</article>"
    for place, title in enumerate((OTHER, "Growers count on a record year"))
)


def test_a_live_blog_is_one_article_unless_each_entry_is_declared_as_one() -> None:
    def script(*nodes: object) -> str:
        return f"<script type='application/ld+json'>{json.dumps(nodes)}</script>"

    page = f"<main>{MAIN}<div class='live'>{ENTRIES}</div></main>"
    live = script({"@type": "LiveBlogPosting", "headline": TITLE})
    own = script(
        *(
            {"@type": "NewsArticle", "headline": title, "datePublished": "2031-03-01"}
            for title in (TITLE, OTHER, "Growers count on a record year")
        )
    )
    assert parts_of(page, head=live) == ()
    assert [part.title for part in parts_of(page, head=own)][:1] == [OTHER]


@pytest.mark.parametrize(
    "unit",
    [
        f"<h2>{OTHER}</h2><time>1 March 2031</time>{TWO}",
        f"<div><h1>{OTHER}</h1><div>By Mo Rise</div>{TWO}</div>",
        "<h4>A b c d</h4>",
        f"<h4>A b c d</h4><p>{BOATS[0] * 2}</p>",
        "<li><h3>A b c d</h3>",
    ],
)
def test_time_grows_with_the_page_alone(
    unit: str, least_cpu_s: Callable[[Callable[[], object]], float]
) -> None:
    def cost(count: int) -> float:
        text = f"<body>{MAIN}{unit * count}</body>"
        return least_cpu_s(
            lambda: split_page(open_page(text, url=None, captured_at=None), title=TITLE)
        )

    cost(100)
    small, large = cost(300), cost(3000)
    assert large < 40 * max(small, 0.002)
