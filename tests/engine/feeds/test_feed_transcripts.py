"""What feeds say of transcripts comes to the same by both readers: the best one, or the text."""

import pytest

from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.feeds.tree_feed import read_tree
from wireroom.engine.types import FeedEntry, Transcript, TranscriptKind

URL = "https://tide.example/rss"
OLD = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"


def entry(inside: str, *, uri: str = "https://podcastindex.org/namespace/1.0") -> FeedEntry | None:
    text = (
        f'<rss xmlns:podcast="{uri}" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<language>en</language><item><title>T</title>{inside}</item></channel></rss>"
    )
    assert read_tree(text, url=URL) is not None
    by_tree, by_feedparser = (
        parse_feed(text.encode(), url=URL, by_tree=way).entries for way in (True, False)
    )
    assert by_tree == by_feedparser
    return by_tree[0] if by_tree else None


@pytest.mark.parametrize("uri", ["https://podcastindex.org/namespace/1.0", OLD])
def test_the_transcript_that_tells_most_in_the_entrys_language_is_taken(uri: str) -> None:
    found = entry(
        '<link>/a</link><podcast:transcript url="/t.html" type="text/html"/>'
        '<podcast:transcript url="/de.json" type="application/json" language="de"/>'
        '<podcast:transcript url="/t.srt" type="application/x-subrip" rel="captions"/>'
        '<podcast:transcript url="t.vtt" type="Text/VTT; charset=utf-8" language="en-GB"/>'
        '<podcast:transcript url="/t.pdf" type="application/pdf"/><podcast:transcript/>',
        uri=uri,
    )
    assert found is not None
    assert found.transcript == Transcript(kind=TranscriptKind.VTT, url="https://tide.example/t.vtt")
    assert found.url == "https://tide.example/a"


def test_an_entry_without_a_page_stands_at_its_transcript() -> None:
    found = entry('<guid isPermaLink="false">1</guid><podcast:transcript url="/t.json"/>')
    assert found is not None
    assert (found.url, found.guid) == ("https://tide.example/t.json", "1")
    assert entry('<podcast:transcript url="javascript:x" type="text/vtt"/>') is None


def test_texts_of_media_are_joined_in_one_language() -> None:
    found = entry(
        "<link>/a</link><media:group><media:text lang='de' type='plain'>Guten</media:text>"
        "<media:text lang='en' start='00:01'>Good</media:text>"
        "<media:text lang='en'>&lt;evening&gt; café</media:text><media:text/></media:group>"
    )
    assert found is not None
    assert found.transcript == Transcript(kind=TranscriptKind.PLAIN, text="Good\n<evening> café")


def test_what_a_channel_says_of_transcripts_is_no_entrys() -> None:
    told = (
        '<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>'
        '<podcast:transcript url="/t.vtt"/><item><link>/a</link></item></channel></rss>'
    )
    for way in (True, False):
        (found,) = parse_feed(told.encode(), url=URL, by_tree=way).entries
        assert found.transcript is None
