"""An article's structure comes out as clean HTML, whatever the page's markup is."""

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.markup import article_html, is_clean_html
from wireroom.engine.pages.sheet import fold_space, lay_out

BASE = "https://varda.example/2031/boats"
ALLOWED = re.compile(
    r"</?(?:p|h[2-4]|ul|ol|li|blockquote|table|tr|td|th|em|strong)"
    r'(?: lang="[A-Za-z0-9-]+")?(?: dir="(?:ltr|rtl|auto)")?>'
    r'|<a href="https?://[^"<>]+" rel="nofollow noopener">|</a>'
)
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href=' java\nscript:alert(1)'>a</a>",
    "<a href='JaVaScRiPt&colon;alert(1)'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
    "<a href='vbscript:x'>a</a>",
    "<a href='//evil.example/&quot; onclick=&quot;alert(1)'>a</a>",
    '<a href="https://evil.example/\'><script>alert(1)</script>">a</a>',
    "<p lang='en\" onclick=\"alert(1)'>a</p>",
    "<p dir='rtl onclick=alert(1)' onclick='alert(1)' style='x'>a</p>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<style>@import 'x'</style><form action='javascript:alert(1)'><button>a</button></form>",
    "<table><tr><td><script>alert(1)</script></td><td onmouseover=alert(1)>a</td></tr></table>",
    "<a href='https://user:pass@evil.example/<b>'>a</a><b><i><a href='/x'>b</b></i>c",
    "<<b>script>alert(1)<</b>/script>",
]


def written(markup: str) -> str:
    sheet = lay_out(LexborHTMLParser(f"<body>{markup}</body>"))
    return article_html(sheet, range(len(sheet.blocks)), base=BASE)


def check(markup: str) -> str:
    """Assert that nothing but allowed tags is written, balanced, and that all words are kept."""
    sheet = lay_out(LexborHTMLParser(f"<body>{markup}</body>"))
    found = article_html(sheet, range(len(sheet.blocks)), base=BASE)
    rest = ALLOWED.sub("", found)
    assert "<" not in rest
    assert ">" not in rest
    open_: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z0-9]+)", found):
        if closing:
            assert open_.pop() == tag
        else:
            open_.append(tag)
    assert open_ == []
    told = "".join(block.text for block in sheet.blocks)
    assert "".join(html.unescape(rest).split()) == "".join(told.split())
    return found


def test_structure_is_kept_in_order() -> None:
    assert check(
        "<div><h1>Boats</h1><p>One <i>night</i> in <b>April</b>.</p><h5>Why</h5>"
        "<ul><li>Noise<li>Fares<ol><li>Day</li></ol></ul>"
        "<blockquote><p>We sail.</p></blockquote>"
        "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Gull</td><td>90</td></tr></table></div>"
    ) == (
        "<h2>Boats</h2><p>One <em>night</em> in <strong>April</strong>.</p><h4>Why</h4>"
        "<ul><li>Noise</li><li>Fares<ol><li>Day</li></ol></li></ul>"
        "<blockquote><p>We sail.</p></blockquote>"
        "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Gull</td><td>90</td></tr></table>"
    )


def test_links_are_absolute_and_others_leave_their_words() -> None:
    found = written("<p>See <a href='/fares?a=1&amp;b=2'>fares</a>, <a href='#x'>top</a>.</p>")
    link = '<a href="https://varda.example/fares?a=1&amp;b=2" rel="nofollow noopener">'
    assert found == f"<p>See {link}fares</a>, top.</p>"


@pytest.mark.parametrize(
    "href",
    ["https://user:word@evil.example/", "https://evil.example:x/", "http://:80/",
     "https://a b.example/", "https://%65vil.example/", "https://[::1]/", "HTTP://", "https:///x"],
)  # fmt: skip
def test_addresses_that_browsers_read_in_their_own_way_leave_their_words(href: str) -> None:
    assert "<a" not in written(f"<p>See <a href='{href}'>fares</a>.</p>")


def test_a_scheme_is_written_small() -> None:
    assert '<a href="https://varda.example/X"' in written(
        "<p><a href='HTTPS://varda.example/X'>x</a>"
    )


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<b>", "<i>", "</b>", "<a href='", "'>",
             "</a>", "<table>", "<tr>", "<td>", "<h2>", "</h2>", "<blockquote>", "<script>",
             "<svg>", "<math>", "<style>", "<!--", "-->", "<img src=x onerror=", "javascript:",
             "https://", '"', "'", "onclick=", "<template>", "<noscript>", "<title>", "<p lang='",
             "<p dir='", "&lt;", "&", "x", " ", "\x00", "=", "/>", ">", "<", "\u202e", "<th>",
             "</table>", "<textarea>"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_whatever_goes_in_only_what_is_allowed_comes_out_and_stays(soup: list[str]) -> None:
    found = written("".join(soup))
    assert is_clean_html(found)
    assert ALLOWED.sub("", found).count("<") == 0
    assert written(found) == found


def test_language_and_direction_are_kept() -> None:
    assert written("<p lang='ar' dir='RTL'>نص</p>") == '<p lang="ar" dir="rtl">نص</p>'


def test_prose_that_is_laid_out_in_a_table_is_no_table() -> None:
    cell = f"<td><p>{'The boats run at night. ' * 20}</p></td>"
    assert "<table" not in written(f"<table><tr>{cell * 4}</tr></table>")


def test_a_list_that_lays_out_texts_with_headings_is_no_list() -> None:
    entries = (
        "<ol><li><article><h3>Noon</h3><p>It rains.</p><ul><li>a</li></ul></article></li></ol>"
    )
    assert written(entries) == "<h3>Noon</h3><p>It rains.</p><ul><li>a</li></ul>"


def test_chosen_blocks_alone_are_written() -> None:
    sheet = lay_out(LexborHTMLParser("<body><p>a</p><ul><li>b</li><li>c</li></ul></body>"))
    assert article_html(sheet, [0, 2]) == "<p>a</p><ul><li>c</li></ul>"


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("around", ["{}", "<p>a {} b</p>", "<ul><li>{}<td>{}", "<a href='/x'>{}"])
def test_nothing_hostile_gets_through(attack: str, around: str) -> None:
    found = check(around.replace("{}", attack))
    assert not re.search(r"<[^>]*(?:javascript|vbscript|data):|<[^>]*\son\w+=", found, re.I)


@pytest.mark.parametrize(
    "unit",
    ["<table><tr><td>a", "<blockquote>a", "<ul><li>a", "<b>a<p>", "<a href='/x'>a<div>", "</p>a<i>",
     "<td></table><p>a", "<p>a</p>"],
)  # fmt: skip
def test_depth_and_length_cost_no_more_than_their_size(
    unit: str, least_cpu_s: Callable[[Callable[[], object]], float]
) -> None:
    def cost(count: int) -> tuple[float, int]:
        sheet = lay_out(LexborHTMLParser(f"<body>{unit * count}</body>"))
        blocks = range(len(sheet.blocks))
        spent = least_cpu_s(lambda: article_html(sheet, blocks, base=BASE))
        return spent, len(article_html(sheet, blocks, base=BASE))

    (small, short), (large, long) = cost(1_000), cost(10_000)
    assert long <= 20 * max(short, 100)
    assert large < 60 * max(small, 0.002)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "<a href='/x'>", "</a>", "a ",
             "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<blockquote>", "&lt;", "<br>",
             "\u00ad", " ", "é", "<div>", "</div>", "<i>", "</i>", "<th>", "<ol>", "\u200b"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_soup_comes_out_balanced_with_all_its_words(soup: list[str]) -> None:
    check("".join(soup))


def test_white_space_is_folded_as_in_the_plain_text() -> None:
    markup = "<p> One  <b> night </b>in<i>\nApril</i> </p>"
    sheet = lay_out(LexborHTMLParser(f"<body>{markup}</body>"))
    text = html.unescape(re.sub(r"<[^>]+>", "", article_html(sheet, [0])))
    assert fold_space(text) == sheet.blocks[0].text == text
