"""Feeds of every kind as outlets write them: what comes out, and what is refused and why."""

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.decode import MAX_ENTRIES
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FeedEntry, ParsedFeed

HOME = "https://gazette.example/"


def rss(entries: str, channel: str = "") -> bytes:
    text = (
        '<?xml version="1.0" encoding="utf-8"?><!-- made at dawn -->\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Harbour Gazette</title><link>{HOME}</link>"
        f"<language>en-gb</language>{channel}{entries}</channel></rss>"
    )
    return text.encode()


def entry(inside: str, *, link: str = "<link>/news/1</link>") -> FeedEntry:
    feed = parse_feed(rss(f"<item>{link}{inside}</item>"), url=HOME + "rss.xml")
    assert len(feed.entries) == 1
    return feed.entries[0]


def atom(inside: str) -> ParsedFeed:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">{inside}</feed>'
    return parse_feed(text.encode(), url=HOME + "atom.xml")


def test_rss_as_a_whole() -> None:
    feed = parse_feed(
        rss(
            "<item><guid isPermaLink='false'>n1</guid><link>/news/1?utm_source=rss</link>"
            "<title>Ferry &amp;amp; port</title><dc:creator>Mina Farouk</dc:creator>"
            "<category>Sea</category><category>Sea</category>"
            "<pubDate>Mon, 02 Mar 2026 10:00:00 +0300</pubDate>"
            "<description>&lt;p&gt;Late &amp;amp; cold&lt;/p&gt;&lt;p&gt;again&lt;/p&gt;"
            "</description></item>",
            "<ttl>30</ttl>",
        ),
        url=HOME + "rss.xml",
    )
    assert (feed.kind, feed.title, feed.home_url) == ("rss", "Harbour Gazette", HOME)
    assert (feed.lang, feed.ttl_s, feed.warnings) == ("en-GB", 1800, ())
    first = feed.entries[0]
    assert (first.guid, first.url) == ("n1", HOME + "news/1")
    assert (first.title, first.summary) == ("Ferry & port", "Late & cold again")
    assert first.content_html == "<p>Late &amp; cold</p><p>again</p>"
    assert first.published_at == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert (first.authors, first.tags, first.lang) == (("Mina Farouk",), ("Sea",), "en-GB")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("AT&amp;amp;T", "AT&T"),
        ("AT&T", "AT&T"),
        ("<![CDATA[AT&amp;T]]>", "AT&T"),
        ("<![CDATA[5 < 6 & 7]]>", "5 < 6 & 7"),
        ("Tags &amp;lt;b&amp;gt; explained", "Tags <b> explained"),
        ("&lt;b&gt;Bold&lt;/b&gt; word", "Bold word"),
        ("caf&eacute; &#8211; &nbsp;bar", "café – bar"),
        ("  two\n  lines ", "two lines"),
        ("بيان &quot;مهم&quot;", 'بيان "مهم"'),
        ("bad &#0;&#xD800; refs", "bad refs"),
        ("", ""),
    ],
)
def test_titles_are_plain_text(written: str, read: str) -> None:
    assert entry(f"<title>{written}</title>").title == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mon, 02 Mar 2026 10:00:00 GMT", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        ("2 Mar 2026 10:00 EST", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02T10:00:00+03:00", datetime(2026, 3, 2, 7, tzinfo=UTC)),
        ("2026-03-02 10:00:00", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        ("2026-03-02T10:00:00.123456789Z", datetime(2026, 3, 2, 10, 0, 0, 123456, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
        ("", None),
        ("yesterday", None),
        ("Mon, 45 Foo 2026 10:00:00 GMT", None),
        ("2026-13-45T99:00:00Z", None),
        ("---05", None),
        ("12:30", None),
        ("0001-01-01T00:00:00Z", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("9999-12-31T23:59:59-23:00", None),
        ("9" * 5000, None),
    ],
)
def test_dates_are_read_or_none_never_now(written: str, read: datetime | None) -> None:
    assert entry(f"<title>t</title><pubDate>{written}</pubDate>").published_at == read


def test_a_guid_that_is_a_permalink_is_the_link() -> None:
    found = entry("<guid>https://gazette.example/news/7#top</guid>", link="")
    assert found.url == HOME + "news/7"


def test_entries_without_a_link_are_left_out_and_counted() -> None:
    feed = parse_feed(rss("<item><title>x</title></item><item><link>mailto:a@b.c</link></item>"))
    assert feed.entries == ()
    assert feed.warnings == ("2 entries without a link were left out",)


def test_each_entry_once() -> None:
    item = "<item><guid isPermaLink='false'>{}</guid><link>/news/{}</link></item>"
    feed = parse_feed(rss(item.format(1, 1) + item.format(1, 2) + item.format(3, 1)), url=HOME)
    assert [found.guid for found in feed.entries] == ["1"]


@pytest.mark.parametrize(
    "inside",
    [
        '<media:content url="/p.jpg" medium="image"/>',
        '<media:thumbnail url="/p.jpg"/>',
        '<enclosure url="/p.jpg" type="image/jpeg" length="1"/>',
        '<media:group><media:content url="/s.jpg" type="image/jpeg" width="90"/>'
        '<media:content url="/p.jpg" type="image/jpeg" width="900"/>'
        '<media:content url="/v.mp4" type="video/mp4" width="1900"/></media:group>',
    ],
)
def test_pictures(inside: str) -> None:
    assert entry(inside).image_url == HOME + "p.jpg"


def test_markup_is_made_safe_and_links_absolute() -> None:
    found = entry(
        "<content:encoded><![CDATA[<p onclick='x()'>Hi <a href='/a'>a</a>"
        "<a href='javascript:alert(1)'>b</a><img src='../p.jpg' onerror=x><script>bad()</script>"
        "<iframe src='https://evil.example'>no</iframe></p>]]></content:encoded>"
    )
    assert found.content_html is not None
    for bad in ("script", "bad()", "javascript", "onclick", "onerror", "iframe"):
        assert bad not in found.content_html
    assert f'href="{HOME}a"' in found.content_html
    assert f'src="{HOME}p.jpg"' in found.content_html
    assert found.summary == "Hi abno"  # what the frame says to who sees none


def test_atom() -> None:
    feed = atom(
        '<title type="html">Caf&amp;eacute;</title><link rel="hub" href="https://hub.example/"/>'
        '<link href="/"/><entry xml:base="https://cdn.example/x/"><id>tag:1</id><title>خبر</title>'
        '<link href="y"/><updated>2026-03-02T10:00:00Z</updated><author><name>Lina</name></author>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <a href="z">z</a>'
        "</p></div></content></entry>"
    )
    assert (feed.kind, feed.title, feed.lang) == ("atom", "Café", "ar")
    assert (feed.hub_url, feed.home_url) == ("https://hub.example/", HOME)
    found = feed.entries[0]
    assert (found.guid, found.url) == ("tag:1", "https://cdn.example/x/y")
    assert found.content_html is not None
    assert 'href="https://cdn.example/x/z"' in found.content_html
    assert found.published_at == found.updated_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_rss_1_0() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"><title>Old Post</title><link>https://post.example/</link></channel>'
        '<item rdf:about="https://post.example/1"><title>One</title>'
        "<link>https://post.example/1</link><dc:date>2026-03-02T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    feed = parse_feed(text.encode())
    assert (feed.kind, feed.title, len(feed.entries)) == ("rss", "Old Post", 1)
    assert feed.entries[0].published_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("declared", "written", "content_type"),
    [
        ("utf-8", "utf-8", None),
        ("iso-8859-1", "utf-8", None),
        ("utf-8", "windows-1256", None),
        ("windows-1256", "windows-1256", None),
        (None, "windows-1256", "text/xml; charset=windows-1256"),
        ("utf-8", "utf-8", "text/xml; charset=iso-8859-1"),
        ("utf-16", "utf-16", None),
        (None, "utf-16-le", None),
        ("rot13", "utf-8", None),
    ],
)
def test_wrong_charsets(declared: str | None, written: str, content_type: str | None) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = "<rss><channel><language>ar</language><title>أخبار الميناء</title></channel></rss>"
    feed = parse_feed((head + body).encode(written), content_type=content_type)
    assert feed.title == "أخبار الميناء"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace(b"</channel></rss>", b""),
        lambda text: text.replace(b"</item>", b"<br></item>", 1),
        lambda text: text.replace(b">One<", b">One\x08\xff<"),
        lambda text: b"\n\n \xef\xbb\xbf" + text,
        lambda text: text.replace(b' xmlns:media="http://search.yahoo.com/mrss/"', b""),
        gzip.compress,
    ],
)
def test_broken_xml_gives_what_it_can(spoil: object) -> None:
    assert callable(spoil)
    items = "".join(
        f"<item><title>{name}</title><link>/{name}</link><media:thumbnail url='/p.jpg'/></item>"
        for name in ("One", "Two")
    )
    feed = parse_feed(spoil(rss(items)), url=HOME)
    assert [found.url for found in feed.entries] == [HOME + "One", HOME + "Two"]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!DOCTYPE html><html><body>Hi</body></html>", "web page; add it with ./wireroom add"),
        (b"<html lang=en>", "web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        (b"\x1f\x8b\x08broken", "damaged gzip"),
        (b"<opml version='2.0'><body/></opml>", "OPML"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "root element is <svg>"),
        (b"just words", "text, but no feed"),
        (b'{"a": 1}', "no list called"),
        (b'{"items": [', "broken"),
        (b'{"items":' + b"[" * 100_000, "nested too deep"),
        (b"<!--" * 1000, "no feed"),
        (b"<!DOCTYPE[>" * 500_000, "no feed"),
    ],
)
def test_what_it_is_instead(raw: bytes, says: str) -> None:
    with pytest.raises(NotAFeed, match=says.replace("/", "/").replace(".", r"\.")):
        parse_feed(raw, url=HOME)


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><title>x&b;&c;</title></channel></rss>'
    )
    title = parse_feed(bomb.encode()).title or ""
    assert "haha" not in title
    assert "root:" not in title


@pytest.mark.parametrize(
    "raw",
    [
        rss("<a>" * 200_000),
        rss("<item><description>" + "x" * 11_000_000 + "</description></item>"),
        b"<rss " + b" ".join(b'a%d="1"' % n for n in range(2000)) + b"></rss>",
        gzip.compress(bytes(70_000_000)),
    ],
)
def test_what_passes_every_bound_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAFeed):
        parse_feed(raw)


def test_deeply_nested_markup_is_flattened() -> None:
    found = entry("<description><![CDATA[" + "<div>" * 50_000 + "words]]></description>")
    assert found.summary == "words"


def test_the_first_entries_of_a_huge_feed() -> None:
    items = "".join(f"<item><link>/n/{n}</link></item>" for n in range(20_000))
    feed = parse_feed(rss(items), url=HOME)
    assert len(feed.entries) == MAX_ENTRIES
    assert feed.warnings == ("only the first part was read: the feed is longer than is sensible",)


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from([b"", b"<rss><channel><item>", b"<feed>", b"{"]))
def test_whatever_comes_is_a_feed_or_no_feed(tail: bytes, front: bytes) -> None:
    try:
        assert parse_feed(front + tail, url=HOME).kind
    except NotAFeed:
        return


SHREDS = [
    "<item>", "</item>", "<link>", "</link>", "<title>", "</title>", "&", ";", "&#", "&#x", "<!",
    "<![CDATA[", "]]>", "<", ">", "/", "http://a.example/", "<a href='", "'", "</", "words",
    "<content type='xhtml'>", "<description>", "<!--", "<guid>", "xml:base='", "<?", "\x00", " ",
]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(SHREDS)))
def test_shreds_of_feeds(shreds: list[str]) -> None:
    try:
        feed = parse_feed(rss("".join(shreds)), url=HOME)
    except NotAFeed:
        return
    assert all(found.url.startswith("http") for found in feed.entries)
