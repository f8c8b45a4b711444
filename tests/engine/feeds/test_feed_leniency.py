"""What feeds write beside the rules and is read all the same, within bounds."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.feeds.declarations import mend_declarations
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.feeds.sanitise import clean_html, plain_text
from wireroom.engine.types import FeedEntry

URL = "https://gazette.example/rss"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/>{}</entry></feed>'


def entry_of(inside: str, *, prolog: str = "", by_tree: bool = True) -> FeedEntry:
    text = f"{prolog}<rss><channel><item><link>/a</link>{inside}</item></channel></rss>"
    (entry,) = parse_feed(text.encode(), url=URL, by_tree=by_tree).entries
    return entry


@pytest.mark.parametrize("by_tree", [True, False])
def test_short_words_that_a_feed_declares_are_put_in(by_tree: bool) -> None:
    prolog = """<!DOCTYPE rss [
      <!ENTITY town "Port 'Amber'"> <!ENTITY dash '&#8211;'> <!ENTITY town "Other">
      <!ENTITY less "&#60;b&#62;">
    ]>"""
    inside = "<title>&town; &dash; sea</title><description>1 &less; 2</description>"
    entry = entry_of(inside, prolog=prolog, by_tree=by_tree)
    assert entry.title == "Port 'Amber' – sea"
    assert "<b>" not in (entry.content_html or "")


@pytest.mark.parametrize(
    "declared",
    ['"&town;&town;"', '"<b>x</b>"', 'SYSTEM "file:///etc/passwd"', f'"{"x" * 300}"', '"%town;"'],
)
def test_nothing_that_leads_on_is_put_in(declared: str) -> None:
    prolog = f'<!DOCTYPE rss [<!ENTITY town "Amber"><!ENTITY a {declared}>]>'
    assert entry_of("<title>&a; sea</title>", prolog=prolog).title == "&a; sea"


def test_what_is_put_in_is_bounded() -> None:
    prolog = f'<!DOCTYPE rss [<!ENTITY a "{"word " * 40}">]>'
    inside = "<description>" + "&a;" * 3_000 + "</description>"
    begun = process_time()
    entries = [entry_of(inside, prolog=prolog) for _ in range(2)]
    assert process_time() - begun < 2
    assert all(len(entry.summary or "") <= 5_000 for entry in entries)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("sa<!-- -- odd >fe<script>x()</script>", "safe"),
        ("One <!-- two --> three", "One three"),
        ("Why <!' is no comment", "Why <!' is no comment"),
        ("How <!DOCTYPE begins", "How <!DOCTYPE begins"),
        ("One<!-- two > three --> four", "One four"),
        ("<p>One<![if x]>two<![endif]></p>", "Onetwo"),
        ("cut off <!-- in a comment", "cut off"),
    ],
)
def test_words_after_broken_comments_and_declarations_are_kept(markup: str, words: str) -> None:
    assert plain_text(markup) == words


@settings(max_examples=150)
@given(st.lists(st.sampled_from(["<!", "--", ">", "-->", "<b>", "x", "[", "'", "<script>"])))
def test_mended_markup_is_made_safe_and_stays_mended(parts: list[str]) -> None:
    mended = mend_declarations("".join(parts))
    assert "<script" not in clean_html("".join(parts))
    assert plain_text(mended) == plain_text("".join(parts))


@pytest.mark.parametrize("part", ["<!--", "<!a", "<!'", "<!-->", "<!-- >", "--><!--"])
def test_broken_comments_take_no_square_of_their_number(part: str) -> None:
    def seconds(count: int) -> float:
        begun = process_time()
        mend_declarations(part * count)
        return process_time() - begun

    few = min(seconds(10_000) for _ in range(3))
    assert min(seconds(40_000) for _ in range(2)) < 9 * max(few, 0.005)


@pytest.mark.parametrize("by_tree", [True, False])
@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("HTTP://Gazette.example/b", "HTTP://Gazette.example/b"),
        ("tag:gazette.example,2031:1", "tag:gazette.example,2031:1"),
        ("b/c", "https://gazette.example/b/c"),
    ],
)
def test_an_identifier_is_kept_as_it_stands(stated: str, kept: str, by_tree: bool) -> None:
    assert entry_of(f"<guid>{stated}</guid>", by_tree=by_tree).guid == kept


def test_an_identifier_that_is_an_address_leads_to_the_page() -> None:
    text = "<rss><channel><item><guid>HTTP://Gazette.example/b</guid></item></channel></rss>"
    (entry,) = parse_feed(text.encode(), url=URL).entries
    assert (entry.guid, entry.url) == ("HTTP://Gazette.example/b", "http://gazette.example/b")


def test_bytes_of_no_stated_kind_are_what_they_look_like() -> None:
    kind = '<content type="application/octet-stream">{}</content>'
    markup, picture = "PHA+VGhlIDxiPmZlcnJ5PC9iPjwvcD4=", "iVBORw0KGgo="
    texts = [ATOM.format(kind.format(held)).encode() for held in (markup, picture)]
    read = [parse_feed(text, url=URL).entries[0].content_html for text in texts]
    assert read == ["<p>The <b>ferry</b></p>", None]


def test_a_category_goes_by_its_label_and_by_its_term() -> None:
    tags = (
        "<category term='ports' label='Harbours'/><category term='sea' label='Sea'/>"
        "<category term='https://gazette.example/t/7' label='Ferries'/><category term='Town'/>"
    )
    (entry,) = parse_feed(ATOM.format(tags).encode(), url=URL).entries
    assert entry.tags == ("Harbours", "ports", "Sea", "Ferries", "Town")
