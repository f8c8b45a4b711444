"""An article's HTML says what its paragraphs say; notes and fact boxes stand apart from both."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import sheet_of

from wireroom.engine.pages.markup import is_clean_html
from wireroom.engine.pages.read import read_document
from wireroom.engine.pages.structure import html_of
from wireroom.engine.types import Article, Document, Role

BODY = (
    "The ferry company of Port Varda said on Monday that it would run night boats from April, "
    "after two years in which commuters had asked for them in vain.",
    "Its director, Mira Tolan, told the harbour council that three boats had been refitted and "
    "that tickets would cost no more than they do by day.",
    "The council is to vote on the plan next week; two of its members have said they oppose it "
    "because of the noise at the old quay.",
    "If the vote goes through, the first boat is to leave the old quay at eleven at night and "
    "come back before the market opens at five, the company's plan says.",
)
_BORDERS = re.compile(r"</?(?:p|h[2-4]|ul|ol|li|blockquote|table|tr|td|th)\b[^>]*>")


def page(inside: str, *, lang: str = "en") -> bytes:
    return (
        f"<!doctype html><html lang='{lang}'><head><title>Night boats to run</title></head><body>"
        f"<article><h1>Night boats to run from April</h1>{inside}</article></body></html>"
    ).encode()


def read(inside: str, *, lang: str = "en") -> Article:
    url = "https://courier.example/harbour/night-boats"
    return read_document(Document(name="boats", raw=page(inside, lang=lang), url=url))[0]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def lines(markup: str) -> list[str]:
    """Return the texts of a markup's innermost boxes."""
    told = (html.unescape(re.sub(r"<[^>]+>", "", part)) for part in _BORDERS.split(markup))
    return [text for text in told if text]


def test_structure_stands_beside_the_plain_paragraphs() -> None:
    article = read(
        f"<p>{BODY[0]}</p><h2>Three boats</h2>{paragraphs(*BODY[1:3])}"
        "<ul><li>The first boat leaves the old quay at eleven.</li>"
        "<li>The last one is back before the market opens.</li></ul>"
        "<blockquote><p>We have waited for two years, and we can wait no longer.</p></blockquote>"
        f"<p>{BODY[3]}</p>"
    )
    assert lines(article.html) == list(article.paragraphs)
    assert "<h2>Three boats</h2>" in article.html
    assert "<ul><li>The first boat leaves the old quay at eleven.</li><li>" in article.html
    assert "<blockquote><p>We have waited for two years" in article.html


def test_what_is_cut_off_a_paragraph_is_cut_off_its_html() -> None:
    article = read(
        "<p><b>PORT VARDA, March 2</b> (Reuters) - "
        f"{BODY[0].replace('ferry', '<em>ferry</em>')}</p>"
        f"<p>Advertisement</p>{paragraphs(*BODY[1:3])}<p>{BODY[3]} <i>(Reuters)</i></p>"
    )
    assert article.dateline == "PORT VARDA"
    assert article.paragraphs == BODY
    assert lines(article.html) == list(BODY)
    assert article.html.startswith("<p>The <em>ferry</em> company")
    assert "Reuters" not in article.html


@pytest.mark.parametrize("day", ["Today", "اليوم", "3 March 2026", "Mira Tolan", "Advertisement"])
def test_a_tables_cells_stay_whatever_they_say(day: str) -> None:
    table = (
        f"<table><tr><th>{day}</th><th>Tomorrow</th></tr><tr><td>Share</td><td>-</td></tr>"
        "<tr><td>2 comments</td><td>40</td></tr></table>"
    )
    article = read(f"<p>By Mira Tolan</p><p>{BODY[0]}</p>{table}{paragraphs(*BODY[1:])}")
    cells = (day, "Tomorrow", "Share", "-", "2 comments", "40")
    assert article.paragraphs == (BODY[0], *cells, *BODY[1:])
    assert f"<table><tr><th>{day}</th>" in article.html


def test_a_table_that_lays_out_the_head_of_a_page_is_no_table_of_data() -> None:
    head = "<table><tr><td>By Mira Tolan</td></tr><tr><td>3 March 2026</td><td>Share</td></tr>"
    article = read(f"{head}<tr><td>2 comments</td></tr></table>{paragraphs(*BODY)}")
    assert article.paragraphs == BODY


def test_a_page_without_a_report_has_no_html() -> None:
    assert read("").html == ""


def test_each_article_of_a_page_has_its_own_html() -> None:
    two = (
        "<h1>Apple harvest begins three weeks early</h1><time datetime='2026-02-11T10:00:00Z'>"
        "11 Feb</time><p>Farmers in the Kessel valley have begun to bring in the apple harvest "
        "three weeks early, the growers' union said, because of the warm spring.</p><h2>A third "
        "more</h2><p>The union expects a third more fruit than last year, and prices that are "
        "lower than at any time since the floods, its chairman told reporters. It names:</p>"
        "<ul><li>red apples from the hills</li><li>green ones from the river</li></ul>"
        "<p>Pickers are wanted in all villages, the office said, and are paid by the crate.</p>"
    )
    one = (
        "<h1>Night boats to run from April</h1><time datetime='2026-03-02T08:15:00Z'>2 March"
        f"</time>{paragraphs(*BODY)}"
    )
    raw = f"<html><body><div class=story>{one}</div><div class=story>{two}</div></body></html>"
    first, second = read_document(Document(name="boats", raw=raw.encode()))
    assert second.role is Role.NEXT
    for article in (first, second):
        assert lines(article.html) == list(article.paragraphs)
    assert "apple" not in first.html
    assert "<h2>A third more</h2>" in second.html
    assert "<ul><li>red apples from the hills</li><li>green ones from the river</li></ul>" in (
        second.html
    )


_WORDS = st.text(alphabet="abc <&>\"'نص", min_size=1, max_size=12)
_INLINE = st.sampled_from(("{}", "<b>{}</b>", "<a href=/x>{}</a>", "x <i>{}</i> y", "{}&shy;z"))
_BOXED = st.sampled_from(("<p>{}</p>", "<ul><li>{}</ul>", "<h3>{}</h3>", "<div>{}</div>",
                          "<blockquote>{}</blockquote>", "<table><tr><td>{}</table>"))  # fmt: skip
_LINE = st.builds(
    lambda box, inline, text: box.replace("{}", inline.replace("{}", html.escape(text))),
    _BOXED,
    _INLINE,
    _WORDS,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_LINE, max_size=12), st.data())
def test_html_and_paragraphs_agree_word_for_word(boxes: list[str], data: st.DataObject) -> None:
    sheet = sheet_of("".join(boxes))
    texts = [block.text for block in sheet.blocks]
    kept = [text for text in texts if data.draw(st.booleans())]
    if kept:
        cut = data.draw(st.integers(0, len(kept[0]) - 1))
        kept[0] = kept[0][cut:].strip() or kept[0]
        end = data.draw(st.integers(1, len(kept[-1])))
        kept[-1] = kept[-1][:end].strip() or kept[-1]
    found = html_of(sheet, range(len(texts)), kept, base=None)
    assert lines(found) == kept
    assert is_clean_html(found)


def test_paragraphs_of_no_known_block_are_plain_ones() -> None:
    found = html_of(sheet_of("<ul><li>a</li></ul>"), (), ["a < b", "c"], base=None)
    assert found == "<p>a &lt; b</p><p>c</p>"


@pytest.mark.parametrize(
    "markup",
    ["<p onclick=x>a</p>", "<script>", "<p>a<img src=x>", "a > b", '<a href="javascript:x">', "<P>",
     '<p lang="en" onclick="x">', '<a href="https://x.example/" rel="nofollow">', "<!-- -->", "<p",
     '<a href="https://x.example/"onclick="x" rel="nofollow noopener">'],
)  # fmt: skip
def test_what_the_writer_never_writes_is_known_as_not_clean(markup: str) -> None:
    assert not is_clean_html(markup)
