"""Canonical URLs: one address for one page, and a fixed point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.urls import canonical_url


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("HTTP://News.Example:80/a/../b/./c#top", "http://news.example/b/c"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example:443/x", "https://news.example/x"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("https://user:pass@news.example/x", "https://news.example/x"),
        (
            "https://news.example/x?b=2&utm_source=feed&a=1&fbclid=q&at_medium=RSS",
            "https://news.example/x?b=2&a=1",
        ),
        ("https://news.example/x?gclid=1", "https://news.example/x"),
        ("https://news.example/x?%75tm_source=1&q", "https://news.example/x?q"),
        ("https://news.example/x?at=1&cat_id=7", "https://news.example/x?at=1&cat_id=7"),
        ("https://news.example/#!/story/7", "https://news.example/#!/story/7"),
        ("https://news.example/%7euser/%c3%a9", "https://news.example/~user/%C3%A9"),
        ("https://news.example/أخبار 1", "https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1%201"),
        ("https://news.example/100%", "https://news.example/100%25"),
        ("https://news.example/a/%2e%2e/b/..", "https://news.example/"),
        ("https://مثال.example/x", "https://xn--mgbh0fb.example/x"),
        ("https://news.example./x", "https://news.example/x"),
        (" \thttps://news.example/\nx ", "https://news.example/x"),
        ("http:\\\\news.example\\x", "http://news.example/x"),
        ("http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"),
        ("https://news.example/a;jsessionid=FF00?x=1", "https://news.example/a?x=1"),
        ("https://news.example/x?a=%26&b=c%3Dd", "https://news.example/x?a=%26&b=c%3Dd"),
        ("https://news.example//a//b", "https://news.example//a//b"),
    ],
)
def test_one_form(raw: str, expected: str) -> None:
    assert canonical_url(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "", "mailto:desk@news.example", "javascript:alert(1)", "data:text/html,x", "file:///etc",
        "ftp://news.example/", "tel:+1", "/path", "//news.example/x", "news.example/x", "http://",
        "http:///x", "http://[::1", "http://news.example:99999/", "http://a b/", "http://.../",
        "https://news.example/" + "x" * 5000, "https://news.example/?utm_id=" + "x" * 9000, "JaVaScRiPt://news.example/%0aalert(1)",
    ],
)  # fmt: skip
def test_no_web_address(raw: str) -> None:
    assert canonical_url(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("../x?y=1", "https://news.example/x?y=1"),
        ("//cdn.example/p", "https://cdn.example/p"),
        ("?page=2", "https://news.example/a/b?page=2"),
        ("", "https://news.example/a/b"),
        ("../../../../x", "https://news.example/x"),
    ],
)
def test_relative(raw: str, expected: str) -> None:
    assert canonical_url(raw, "https://news.example/a/b") == expected


def test_a_base_that_cannot_be_written_is_no_harm() -> None:
    assert canonical_url("x", "https://news.example/\ud800/") == "https://news.example/%EF%BF%BD/x"


@given(
    st.text(max_size=60), st.sampled_from(["", "http://h.example/", "https://é.example/?", "//"])
)
def test_idempotent_and_never_fails(tail: str, front: str) -> None:
    url = canonical_url(front + tail, "https://base.example/x/y")
    if url is not None:
        assert canonical_url(url) == url
        assert url.startswith(("http://", "https://"))
        assert url.isascii()


@given(st.text(alphabet="a/.%2eE?&=utm_#!:@;\\[] é", max_size=40))
def test_idempotent_on_what_urls_are_made_of(tail: str) -> None:
    url = canonical_url("http://h.example/" + tail)
    assert url is not None
    assert canonical_url(url) == url
    assert "/../" not in url


@given(st.from_regex(r"https?://[a-z0-9._-]{1,9}(/[a-zA-Z0-9._~-]{0,3}){0,4}", fullmatch=True))
def test_an_address_that_looks_canonical_is_read_like_any_other(url: str) -> None:
    # A space before it takes the long way round.
    assert canonical_url(url) == canonical_url(f" {url}", "https://tide.example/a/b")
