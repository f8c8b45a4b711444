"""`./wireroom outlets check`: ask the feeds of a list once and write down what they are."""

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TextIO

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import set_up_django
from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.checkup import SOUND, Checkup


def configure_check(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("lists", nargs="*", metavar="LIST", help="name or path of a list (all)")
    parser.add_argument("--report", default="outlets-check.jsonl", help="file that is written")
    parser.add_argument("--again", action="store_true", help="ask also what the report has")


def check_lists(args: argparse.Namespace) -> int:
    """Check what the report does not have yet; 1 where a feed is not as listed. Raises BadInput."""
    set_up_django()
    # Imported here: settings can be read only after Django is set up.
    from wireroom.pipeline.checking import check_feeds, list_addresses, read_report, report_line
    from wireroom.pipeline.coordinator import utc_now
    from wireroom.pipeline.outlet_lists import read_outlet_list

    feeds = list_addresses(row for name in args.lists or ["all"] for row in read_outlet_list(name))
    path = Path(args.report)
    told = {} if args.again else read_report(path)
    left = [feed for feed in feeds if feed.url not in told]
    print(f"{len(feeds)} feeds listed, {len(feeds) - len(left)} in {path} already")
    with _opened(path, anew=args.again) as report:

        def keep(checkup: Checkup) -> None:
            report.write(report_line(checkup))
            report.flush()  # whoever stops the run loses nothing
            told[checkup.url] = checkup.verdict
            if checkup.verdict not in SOUND:
                print(f"{checkup.outlet}: {checkup.url}: {checkup.note}", file=sys.stderr)

        check_feeds(left, clock=utc_now, keep=keep)
    counts = Counter(told[feed.url] for feed in feeds)
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.most_common()))
    return OK if all(verdict in SOUND for verdict in counts) else SOME_INPUT_FAILED


def _opened(path: Path, *, anew: bool) -> TextIO:
    try:
        file = path.open("w" if anew else "a", encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}; name a report that can be written") from error
    if not anew and file.tell() and not path.read_bytes().endswith(b"\n"):
        file.write("\n")  # a run was stopped in the middle of a line
    return file
