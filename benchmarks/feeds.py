"""What reading a feed costs: the tree reader beside feedparser, and both before its own cases."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Final

import feedparser

from benchmarks.feed_corpus import NoCorpusError, fetch_corpus, read_cases, why_otherwise
from benchmarks.feed_judge import judge
from benchmarks.table import print_table, state_machine
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.feeds.tree_feed import read_tree

ENTRIES: Final = 100
ROUNDS: Final = 25  # of which the fastest counts: other processes only ever add
_URL: Final = "https://gazette.example/feed"
_MODULES: Final = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)
_REPORT: Final = (
    "<p>The council of the harbour voted on the <a href='/ferry'>ferry</a> on Monday, as {n} "
    "had asked.</p><p>The vote went <b>on</b> through the night &amp; the morning, with words "
    "and words and more words of its members.</p><p><img src='/p/{n}.jpg'></p>"
)
_ITEMS: Final = {
    "headlines": (
        "<item><title>Council votes on ferry {n} &amp; port</title>"
        "<link>https://gazette.example/news/2031/{n}-ferry</link>"
        "<guid isPermaLink='false'>gazette-{n}</guid>"
        "<pubDate>Sun, 02 Mar 2031 {time} +0000</pubDate>"
        "<description>The council of the harbour voted on Monday.</description></item>"
    ),
    "full texts": (
        "<item><title>Council votes on ferry {n} &amp; port</title>"
        "<link>https://gazette.example/news/2031/{n}-ferry</link>"
        "<guid>https://gazette.example/?p={n}</guid>"
        "<dc:creator><![CDATA[Mina Farouk]]></dc:creator>"
        "<pubDate>Sun, 02 Mar 2031 {time} +0000</pubDate>"
        "<category><![CDATA[Sea]]></category><category>Port</category>"
        "<description><![CDATA[<p>The vote on the ferry {n} &#8230;</p>]]></description>"
        f"<content:encoded><![CDATA[{_REPORT}]]></content:encoded>"
        "<media:content url='https://gazette.example/p/{n}.jpg' medium='image' width='1200'/>"
        "</item>"
    ),
    "podcast": (
        "<item><title>Episode {n}</title><link>https://gazette.example/pod/{n}</link>"
        "<guid isPermaLink='false'>pod-{n}</guid>"
        "<pubDate>Sun, 02 Mar 2031 {time} +0000</pubDate>"
        "<description><![CDATA[<p>On the <i>ferry</i></p>]]></description>"
        "<itunes:author>Mina Farouk</itunes:author><itunes:duration>1800</itunes:duration>"
        "<itunes:image href='https://gazette.example/p/{n}.jpg'/>"
        "<enclosure url='https://gazette.example/a/{n}.mp3' type='audio/mpeg' length='9'/></item>"
    ),
    "atom": (
        "<entry><title>Council votes on ferry {n} &amp; port</title>"
        "<link href='https://gazette.example/news/2031/{n}-ferry'/>"
        "<id>tag:gazette.example,2031:{n}</id><published>2031-03-02T{time}Z</published>"
        "<updated>2031-03-03T{time}Z</updated><author><name>Mina Farouk</name></author>"
        "<category term='sea' label='Sea'/><summary>The council voted on Monday.</summary>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The council of the "
        "harbour voted.</p><p>It went <b>on</b> all night.</p></div></content></entry>"
    ),
}


def feed_of(kind: str, year: int = 2031) -> str:
    """Return an invented feed of 100 entries, from its root element on; another year's is another.

    Times are of their own, as in real feeds: those that were read are kept for a while.
    """
    items = "".join(_item(kind, number, year) for number in range(ENTRIES))
    if kind == "atom":
        title = '<title>Gazette</title><link href="https://gazette.example/"/>'
        return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">{title}{items}</feed>'
    title = "<title>Gazette</title><link>https://gazette.example/</link><language>en</language>"
    link = f'<atom:link href="{_URL}" rel="self"/>'
    return f'<rss version="2.0" {_MODULES}><channel>{title}{link}{items}</channel></rss>'


def _item(kind: str, number: int, year: int) -> str:
    time_of_day = f"{number // 60:02}:{number % 60:02}:00"
    text = _ITEMS[kind].replace("{n}", str(number)).replace("{time}", time_of_day)
    return text.replace("2031", str(year))


def fastest_ms(kind: str, ways: Iterable[Callable[[str, bytes], object]]) -> list[float]:
    """Return the CPU milliseconds of each way at its fastest, taken in turns."""
    best: dict[Callable[[str, bytes], object], float] = dict.fromkeys(ways, float("inf"))
    years = count(1976)  # to 2100: later times are taken for slips
    for _ in range(ROUNDS):
        for way in best:
            text = feed_of(kind, next(years))
            raw = text.encode()
            started = time.process_time()
            way(text, raw)
            best[way] = min(best[way], 1000 * (time.process_time() - started))
    return list(best.values())


def _speed(kind: str) -> tuple[object, ...]:
    if read_tree(feed_of(kind), url=_URL) is None:
        raise AssertionError(f"the tree reader leaves {kind} to feedparser")
    theirs, cleaned, ours, old, new = fastest_ms(
        kind,
        (
            lambda _, raw: feedparser.parse(
                BytesIO(raw), resolve_relative_uris=False, sanitize_html=False
            ),
            lambda _, raw: feedparser.parse(BytesIO(raw)),
            lambda text, _: read_tree(text, url=_URL),
            lambda _, raw: parse_feed(raw, url=_URL, by_tree=False),
            lambda _, raw: parse_feed(raw, url=_URL),
        ),
    )
    return (kind, theirs, ours, theirs / ours, cleaned, new, cleaned / new, old / new)


def _conformance(folder: Path) -> None:
    try:
        verdicts = [judge(case) for case in read_cases(fetch_corpus(folder))]
    except NoCorpusError as missing:
        print(missing)
        return
    row = (
        len(verdicts), sum(v.theirs for v in verdicts), sum(v.ours for v in verdicts),
        sum(v.ours and not v.theirs for v in verdicts),
        sum(v.theirs and not v.ours for v in verdicts),
    )  # fmt: skip
    head = ("cases", "feedparser", "ours", "ours alone", "feedparser alone")
    print_table("feedparser's own cases, in fields that we keep", head, [row])
    for verdict in verdicts:
        if not verdict.ours:
            why = why_otherwise(verdict.name) or "missed"
            also = "" if verdict.theirs else " (by feedparser, too)"
            print(f"not passed{also}: {verdict.name}: {why}")


def main(words: Sequence[str] | None = None) -> int:
    """Print CPU milliseconds a feed of 100 entries, and how many cases each reader passes."""
    parser = argparse.ArgumentParser(prog="bench feeds", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="folder for feedparser's source; fetched once")
    args = parser.parse_args(words)
    print(state_machine("feedparser"))
    head = ("ms", "feedparser", "tree", "times", "and cleans", "all of ours", "times", "as before")
    print_table("100 entries, CPU", head, [_speed(kind) for kind in _ITEMS])
    if args.corpus is not None:
        args.corpus.mkdir(parents=True, exist_ok=True)
        _conformance(args.corpus)
    return 0


if __name__ == "__main__":
    sys.exit(main())
