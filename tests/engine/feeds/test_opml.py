"""OPML lists: feeds out of nested folders, hostile XML refused, out and in again the same."""

import gzip
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.opml import ListedFeed, read_opml, write_opml


def opml(body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return f'{head}<opml version="1.0"><head/><body>{body}</body></opml>'.encode()


def test_feeds_are_read_from_nested_folders_each_once() -> None:
    feed = '<outline type="rss" text="T" xmlUrl="{}" htmlUrl="https://tide.example" {}/>'
    body = (
        '<outline text="World"><outline text="Sea &amp; port">'
        + feed.format("HTTPS://tide.example/rss", 'language="ar_eg"')
        + feed.format("https://tide.example/rss", "")
        + "</outline>"
        + '<outline text="no feed" htmlUrl="https://tide.example"/>'
        + '<OUTLINE TITLE="Loud" XMLURL="feed:https://loud.example/atom"/>'
        + '<outline text="bad" xmlUrl="javascript:alert(1)"/></outline>'
    )
    found = read_opml(opml(body))
    assert found.left_out == 1
    assert found.feeds == (
        ListedFeed(
            url="https://tide.example/rss", title="T", home_url="https://tide.example/",
            lang="ar-EG", folder="Sea & port",
        ),
        ListedFeed(url="https://loud.example/atom", title="Loud", folder="World"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (opml("&a;", '<!DOCTYPE opml [<!ENTITY a "b">]>'), "declares"),
        (opml("", '<!DOCTYPE opml SYSTEM "file:///etc/passwd">'), "declares"),
        (opml('<outline text="x">' * 60 + "</outline>" * 60), "too deep"),
        (b"<opml>" + b"<a>" * 250_000, "200,000 tags"),
        (b"<opml><a " + b'b="" ' * 1_500 + b"/></opml>", "1,000 attributes"),
        (gzip.compress(b"<opml>" + b" " * 20_000_000 + b"</opml>"), "larger than 20 MB"),
        (b"<rss/>", "root element is <rss>"),
        (b"<opml><body>", "can be read"),
        (b"", "empty"),
        (b"\x89PNG\x00\x01\x02\x03" * 9, "no OPML"),
    ],
)
def test_hostile_and_broken_lists_are_refused(raw: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        read_opml(raw)


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("feed://tide.example/rss", "http://tide.example/rss"),
        ("FEED:tide.example/rss", "http://tide.example/rss"),
        ("feed://https://tide.example/rss", "https://tide.example/rss"),
        (" feed:https://tide.example/rss ", "https://tide.example/rss"),
        ("feed:javascript:alert(1)", None),
        ("tide", None),
        (" ", None),
    ],
)
def test_addresses_of_feeds_are_read_as_browsers_read_them(stated: str, url: str | None) -> None:
    found = read_opml(opml(f'<outline text="T" xmlUrl="{stated}"/>'))
    assert [feed.url for feed in found.feeds] == ([url] if url else [])
    assert found.left_out == int(url is None and stated != " ")


names = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9).filter(
    lambda name: "<" not in name and "&" not in name
)
feeds = st.builds(
    ListedFeed,
    url=st.integers(0, 99).map("https://tide.example/{}/feed".format),
    title=names,
    home_url=st.sampled_from(["", "https://tide.example/"]),
    lang=st.sampled_from(["", "ar", "en-GB"]),
    folder=st.sampled_from(["", "الميناء", "Sea & port"]),
)


@settings(max_examples=50)
@given(st.lists(feeds, max_size=9, unique_by=lambda feed: feed.url))
def test_a_list_that_was_written_is_read_again(listed: list[ListedFeed]) -> None:
    assert read_opml(write_opml(listed, title="All").encode()).feeds == tuple(listed)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_bytes_are_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        listed = read_opml(opml(text))
        assert all(one.url.startswith(("http://", "https://")) for one in listed.feeds)
