"""The tree reader comes to what feedparser comes to, or leaves the feed to it."""

import random
from collections.abc import Callable
from time import process_time

import pytest
from benchmarks.feed_samples import MAKERS, xml_feed
from benchmarks.feeds import feed_of
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.feeds.tree_feed import read_tree
from wireroom.engine.types import ParsedFeed

URL = "https://gazette.example/rss"
RSS = "<rss><channel><item><link>/a</link>{}</item></channel></rss>"


def read(raw: bytes, url: str | None, *, by_tree: bool) -> ParsedFeed | str:
    try:
        return parse_feed(raw, url=url, by_tree=by_tree)
    except NotAFeed as error:
        return str(error)


@settings(max_examples=120)
@given(st.integers(0, 2**32), st.sampled_from([None, URL]))
def test_both_readers_come_to_the_same(seed: int, url: str | None) -> None:
    raw = xml_feed(random.Random(seed)).encode()
    assert read(raw, url, by_tree=True) == read(raw, url, by_tree=False)


@pytest.mark.parametrize("kind", ["headlines", "full texts", "podcast", "atom"])
def test_clean_feeds_are_read_by_the_tree_reader(kind: str) -> None:
    text = feed_of(kind)
    fields = read_tree(text, url=URL)
    assert fields is not None
    assert len(fields.entries) == 100
    assert read(text.encode(), URL, by_tree=True) == read(text.encode(), URL, by_tree=False)


@pytest.mark.parametrize("holder", ["media:group", "media:content"])
def test_what_a_group_of_media_says_holds_inside_it_alone(holder: str) -> None:
    raw = (
        '<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><link>/a</link>'
        f"<{holder} xml:base='https://tide.example/c/' xml:lang='fr'><media:title>Bac</media:title>"
        f"<media:thumbnail>t.jpg</media:thumbnail></{holder}>"
        "<media:thumbnail>u.jpg</media:thumbnail><guid>b</guid></item></channel></rss>"
    )
    assert read_tree(raw, url=URL) is not None
    feed = read(raw.encode(), URL, by_tree=True)
    assert isinstance(feed, ParsedFeed)
    assert feed == read(raw.encode(), URL, by_tree=False)
    assert feed.entries[0].image_url == "https://tide.example/c/t.jpg"
    assert (feed.entries[0].lang, feed.entries[0].guid) == ("fr", "https://gazette.example/b")


TAG, AUTHOR = "<category>c{}</category>", "<author>{}</author>"


@pytest.mark.parametrize("by_tree", [True, False])
@pytest.mark.parametrize(
    "made",
    [
        lambda size: "".join(map(TAG.format, range(size))),
        lambda size: f"<keywords>{''.join(f'k{number},' for number in range(size))}</keywords>",
        lambda size: AUTHOR.format("a" * size * 10),
        lambda size: AUTHOR.format("@" + "a" * size * 10),
        lambda size: f"<dc:publisher>{'a' * size * 10}</dc:publisher>",
        lambda size: AUTHOR.format("a@" + "a" * 250) * (size // 10),
    ],
)
def test_tags_and_authors_take_no_square_of_their_number(
    made: Callable[[int], str], by_tree: bool
) -> None:
    def seconds(size: int) -> float:
        raw = RSS.format(made(size)).encode()
        begin = process_time()
        read(raw, URL, by_tree=by_tree)
        return process_time() - begin

    few = min(seconds(1_000) for _ in range(3))
    assert min(seconds(4_000) for _ in range(2)) < 9 * max(few, 0.005)  # the square would be 16


@pytest.mark.parametrize("author", ["a@tide.example (Mina)", "Mina " * 70 + "a@tide.example", ""])
def test_both_readers_keep_to_the_same_bounds(author: str) -> None:
    raw = RSS.format(AUTHOR.format(author) + "".join(map(TAG.format, range(300)))).encode()
    feed = read(raw, URL, by_tree=True)
    assert isinstance(feed, ParsedFeed)
    assert feed == read(raw, URL, by_tree=False)
    assert len(feed.entries[0].tags) == 50


@pytest.mark.parametrize(
    "inside",
    [
        "<item><title>a<b>c</b></title></item>",  # markup in what is said to be text
        "<item><image><url>/p.jpg</url></image></item>",  # feedparser takes it for the channel's
        "<item><pubDate>Τρι, 02 Μαρ 2031 10:00:00 EET</pubDate></item>",
        "<item><description>&#146;quoted&#148;</description></item>",  # windows-1252 in Unicode
        "<item xml:base='b/'><link>a</link></item>",
        "<item><author>A</author><author><name>B</name></author></item>",
        "<item><title>cut off",
    ],
)
def test_what_might_differ_is_left_to_feedparser(inside: str) -> None:
    assert read_tree(f"<rss><channel>{inside}</channel></rss>", url=URL) is None


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(sorted(MAKERS)), st.binary(max_size=20))
def test_whatever_comes_is_read_or_refused(seed: int, kind: str, bytes_between: bytes) -> None:
    chance = random.Random(seed)
    raw = MAKERS[kind](chance).encode()
    at = chance.randrange(len(raw))
    read(raw[:at] + bytes_between + raw[at:], URL, by_tree=True)
