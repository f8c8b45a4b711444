"""`./wireroom outlets`: lists of feeds in and out, whether they are as listed, and filters."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from wireroom.cli.deeds import or_say_why, run_deed
from wireroom.cli.outlet_check import check_lists, configure_check
from wireroom.cli.outlet_rules import configure_rules, filter_outlet
from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.opml import read_opml, write_opml


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds", required=True)
    taking = deeds.add_parser("import", help="file the feeds of an OPML list")
    taking.add_argument("file", help="path of the list, - for standard input")
    giving = deeds.add_parser("export", help="write the feeds that are polled as an OPML list")
    giving.add_argument("file", nargs="?", default="-", help="where to (standard output)")
    configure_rules(
        deeds.add_parser("filter", help="leave entries of an outlet out, put addresses right")
    )
    configure_check(deeds.add_parser("check", help="ask the feeds of starter lists once"))


def run(args: argparse.Namespace) -> int:
    """Take a list in or give one out."""
    if args.deed == "check":
        return or_say_why("outlets", lambda: check_lists(args))
    return run_deed("outlets", lambda: _do(args))


def _do(args: argparse.Namespace) -> Iterator[str]:
    if args.deed == "import":
        yield from _take(_read(args.file))
    elif args.deed == "filter":
        filter_outlet(args)
    else:
        _give(args.file)


def _read(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror}; give the path of an OPML file") from error


def _take(raw: bytes) -> Iterator[str]:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.services.listed_feeds import file_listed_feeds
    from wireroom.pipeline.coordinator import utc_now

    listed = read_opml(raw)
    if not listed.feeds:
        raise BadInput("this list names no feed: none of its outlines has a web address as xmlUrl")
    filed = file_listed_feeds(listed.feeds, now=utc_now())
    yield (
        f"{len(listed.feeds)} feeds listed: {filed.feeds} new, of {filed.outlets} new outlets; "
        f"{filed.known} were there already"
    )
    if left_out := filed.unusable + listed.left_out:
        raise BadInput(
            f"{left_out} feeds were left out: their addresses are too long, or none of the web"
        )


def _give(name: str) -> None:
    from wireroom.news.services.listed_feeds import read_listed_feeds

    text = write_opml(read_listed_feeds(), title="Feeds of this Wireroom")
    if name == "-":
        sys.stdout.write(text)
        return
    try:
        Path(name).write_text(text, "utf-8")
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror}; name a file that can be written") from error
