"""Short ways past a parser come to what it comes to."""

import html
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.declarations import mend_declarations
from wireroom.engine.feeds.paragraphs import REL, safe_paragraphs
from wireroom.engine.feeds.sanitise import clean_html, drop_unwritable, plain_text

INLINE = {"b", "i", "em", "strong", "q", "small", "sub", "sup", "cite", "code"}
TAGS = [f"<{mark}{name}>" for name in ("p", "li", "div", "b", "i", "a", "q") for mark in ("", "/")]
ODD = ["<br>", "<br/>", "<a href='/x?a=1&amp;b'>", '<img alt="a">', "<b<p>>", "<p", "<!-- ", "x>y"]
TEXTS = ["ferry", " ", "\n", "é", "&amp;", "&lt;", "&#8230;", "&nbsp;", "&", "&am", "p;", "\xa0"]
MARKUP = st.lists(st.sampled_from([*TAGS, *ODD, *TEXTS]), max_size=14).map("".join)


@settings(max_examples=200)
@example("<b<p>>")
@example("&am<b>p;</b>")
@given(MARKUP)
def test_words_are_those_that_a_parser_finds(markup: str) -> None:
    wanted = html.unescape(nh3.clean(mend_declarations(markup), tags=set()))
    assert "".join(plain_text(markup).split()) == "".join(wanted.split())


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<br>",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "ferry",
                "&amp;",
                "\n",
                "\xa0",
                ">",
            ]
        ),
        max_size=10,
    ).map("".join)
)
def test_markup_comes_out_as_a_parser_writes_it(markup: str) -> None:
    wanted = nh3.clean(markup, tags={"p", "br", *INLINE}, attributes={}).strip()
    assert clean_html(markup) == wanted
    assert (
        clean_html(f"<p>{wanted}</p>")
        == nh3.clean(f"<p>{wanted}</p>", tags={"p", "br", *INLINE}, attributes={}).strip()
    )


ADDRESSES = [
    "https://tide.example/a?b=1&amp;c=%20#d", "/ferry", "/a//b", "/./x", "/a/..", "//x.example/",
    "https://xn--a.example/", "https://1.2.3.4/", "http://tide.example:80/", "x.html", "",
    "javascript:x()", "/.well/..x", "HTTPS://Tide.example/", "https://a.b/&quot;", "/é", "/a?b",
]  # fmt: skip
LINKED = st.builds(
    "<p>{3}<{0}={1}{2}{1}{4}".format,
    st.sampled_from(["a href", "img src", "a class='x' href"]),
    st.sampled_from(["'", '"', ""]),
    st.sampled_from(ADDRESSES),
    st.sampled_from(["", "Read <b>on</b> ", "&amp;", "<br>"]),
    st.sampled_from(
        [">x</a></p>", "></p>", " /></p>", ">x</p>", "><b>x</b></a></p>", " id=x></p>"]
    ),
)


@settings(max_examples=250)
@given(
    st.lists(LINKED, min_size=1, max_size=3).map("\n".join),
    st.sampled_from(["https://gazette.example/a/b", "http://gazette.example:81/", None]),
)
def test_links_and_pictures_come_out_as_a_parser_writes_them(markup: str, base: str | None) -> None:
    wanted = nh3.clean(
        markup,
        tags={"p", "a", "img", "b", "br"},
        attributes={"a": {"href"}, "img": {"src"}},
        url_schemes={"http", "https"},
        url_relative=("rewrite_with_base", base) if base else "deny",
        link_rel=REL,
    ).strip()
    assert clean_html(markup, base=base) == wanted
    assert safe_paragraphs(markup, base) in (wanted, None)


def test_usual_paragraphs_need_no_parser() -> None:
    markup = "<p>The <a href='/ferry'>ferry</a> <b>sank</b>.</p><p><img src=\"/p.jpg\" /></p>"
    assert safe_paragraphs(markup, "https://gazette.example/a") == (
        f'<p>The <a href="https://gazette.example/ferry" rel="{REL}">ferry</a>'
        ' <b>sank</b>.</p><p><img src="https://gazette.example/p.jpg"></p>'
    )


@pytest.mark.parametrize(
    "held",
    [
        "<iframe src='https://tide.example/'/> on",
        '<iframe title="a" src=x/ > on',
        "<iframe></iframe><IFRAME width=1> on",
        "<iframe src=x> on</iframe>",
        "<iframe src=x> on</IFRAME ><iframe>",
        "<object data='x.swf'> on",
        "<object><param name=a><embed src=x> on</object>",
    ],
)
def test_frames_and_objects_end_no_report(held: str) -> None:
    assert plain_text(f"<p>Read{held}</p>") == "Read on"
    assert plain_text(clean_html(f"<p>Read{held}</p>")) == "Read on"


@pytest.mark.parametrize("odd", ['title="a>b"', "title='<b>'", '"', "<iframe"])
def test_what_is_in_a_frame_is_cleaned_like_the_rest(odd: str) -> None:
    cleaned = clean_html(f"<iframe {odd}><script>x()</script><img src=/p onerror=x()></iframe>")
    assert "script" not in cleaned
    assert "<img" not in cleaned or "onerror" not in cleaned
    assert "<iframe" not in cleaned


@settings(max_examples=200)
@given(
    st.integers(31_708_800, 4_133_800_000),  # 1971 to 2100
    st.integers(-1439, 1439),
    st.sampled_from(["%a, ", ""]),
)
def test_usual_dates_are_read_as_by_the_full_rules(at: int, offset: int, day: str) -> None:
    there = datetime.fromtimestamp(at, timezone(timedelta(minutes=offset)))
    stated = there.strftime(f"{day}%d %b %Y %H:%M:%S %z")
    assert read_date(stated) == parsedate_to_datetime(stated) == there
    assert read_date(there.strftime(f"{day}%d %b %Y %H:%M:%S GMT")) == there.replace(tzinfo=UTC)


@pytest.mark.parametrize("clock", ["24:00:00", "10:60:00", "10:00:60"])
@pytest.mark.parametrize("day", ["02", "00", "32"])
def test_no_time_of_day_is_no_date(clock: str, day: str) -> None:
    assert read_date(f"Sun, {day} Mar 2031 {clock} +0000") is None
    assert read_date(f"Sun, {day} Mar 2031 10:00:00 +2400") is None


@settings(max_examples=100)
@given(st.text(st.sampled_from("a\n\t\r\x00\x1b\x1f\x7f\xa0é\ufffd\ufffe\uffff\ud800\udfff😀")))
def test_only_what_no_document_may_hold_is_dropped(text: str) -> None:
    kept = [char for char in text if char not in "\x00\x1b\x1f\ufffe\uffff\ud800\udfff"]
    assert drop_unwritable(text) == "".join(kept)
