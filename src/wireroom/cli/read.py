"""`./wireroom read`: pages, dumps, feeds and archives into articles, one line an article."""

import argparse
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

from pebble import ProcessExpired, ProcessPool

from wireroom.cli.jsonl import line_writer
from wireroom.cli.read_inputs import STANDARD_INPUT, find_files, is_warc, read_bytes
from wireroom.cli.read_output import article_row, block_rows, labelled_listing, listing
from wireroom.cli.read_pages import Asked, PageRead, Work, learn, read_one
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput
from wireroom.engine.pages.warc import read_warc
from wireroom.engine.types import Document

OK: Final = 0
SOME_INPUT_FAILED: Final = 1
WRONG_USAGE: Final = 2
# The slowest of 1,000 real pages takes under 2 s; what takes this long never ends.
PAGE_TIMEOUT_S: Final = 60.0
# Pages under way per worker: enough to keep it busy, few enough to hold in memory.
_WINDOW: Final = 4

Result: TypeAlias = PageRead | str


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of DESIGN's contract."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or - (stdin)")
    parser.add_argument(
        "--captured-at",
        type=_moment,
        metavar="ISO8601",
        help="when the pages were captured; relative times are resolved against it",
    )
    parser.add_argument(
        "--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="worker processes"
    )
    parser.add_argument(
        "--labels",
        action="store_true",
        help="every block of the pages with what it was taken for, instead of the articles",
    )
    parser.add_argument(
        "--one-outlet",
        action="store_true",
        help="the pages are one outlet's: each is read, in order, with what those before repeat",
    )
    parser.add_argument("--jsonl", metavar="OUT", help="write JSON Lines to OUT (- for stdout)")


def run(args: argparse.Namespace) -> int:
    """Read every input; 0 when all were read, 1 when some failed, 2 on wrong usage."""
    progress = _Progress()
    try:
        if args.jsonl:
            with line_writer(args.jsonl) as write:
                _read_all(args, lambda page: _write_rows(page, write, args.labels), progress)
        else:
            _read_all(args, lambda page: _show(page, args.labels), progress)
    except BadInput as error:  # the output, not an input: nothing can be kept
        print(f"wireroom read: {error}", file=sys.stderr)
        return WRONG_USAGE
    progress.finish()
    return SOME_INPUT_FAILED if progress.failed else OK


def _write_rows(page: PageRead, write: Callable[[dict[str, Any]], None], labels: bool) -> None:
    rows = block_rows(page.name, page.blocks) if labels else map(article_row, page.articles)
    for row in rows:
        write(row)


def _show(page: PageRead, labels: bool) -> None:
    shown = [labelled_listing(page.name, page.blocks)] if labels else map(listing, page.articles)
    for text in shown:
        print(printable(text))


class _Progress:
    """Counts, and a line on stderr that is rewritten where a person watches."""

    def __init__(self) -> None:
        self.read = self.articles = self.failed = 0
        self._watched = sys.stderr.isatty()

    def step(self, articles: int) -> None:
        self.read += 1
        self.articles += articles
        if self._watched:
            line = f"{self.read} pages read, {self.articles} articles, {self.failed} failed"
            print(f"\r{line}", end="", file=sys.stderr, flush=True)

    def fail(self, name: str, why: str) -> None:
        self.failed += 1
        start = "\r\x1b[K" if self._watched else ""
        line = " ".join(f"{name}: {why}".split())
        safe = printable(line)
        print(f"{start}wireroom read: {safe}", file=sys.stderr)

    def finish(self) -> None:
        if self._watched and self.read:
            print(file=sys.stderr)


def _read_all(
    args: argparse.Namespace, write: Callable[[PageRead], None], progress: _Progress
) -> None:
    for name, result in _results(args, progress):
        if isinstance(result, str):
            progress.fail(name, result)
            continue
        write(result)
        progress.step(len(result.articles))


def _results(args: argparse.Namespace, progress: _Progress) -> Iterator[tuple[str, Result]]:
    """Yield (name, page or error) in the order of the inputs."""
    asked = Asked(captured_at=args.captured_at, with_labels=args.labels)
    works = _works(args, progress)
    if args.one_outlet:
        yield from _one_after_another(works, asked)
    else:
        yield from _side_by_side(works, asked, args.jobs)


def _side_by_side(works: Iterator[Work], asked: Asked, jobs: int) -> Iterator[tuple[str, Result]]:
    """Have pages read by all workers, a bounded number under way."""
    under_way: deque[tuple[str, Any]] = deque()
    with ProcessPool(max_workers=jobs) as pool:
        for work in works:
            under_way.append(_scheduled(pool, work, asked))
            if len(under_way) >= jobs * _WINDOW:
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())


def _one_after_another(works: Iterator[Work], asked: Asked) -> Iterator[tuple[str, Result]]:
    """Have each page read with the memory of those before; one that fails teaches nothing."""
    memory = b""
    with ProcessPool(max_workers=1) as pool:
        for work in works:
            name, result = _finished(*_scheduled(pool, work, replace(asked, memory=memory)))
            if isinstance(result, PageRead):
                memory = learn(memory, result)
            yield name, result


def _scheduled(pool: ProcessPool, work: Work, asked: Asked) -> tuple[str, Any]:
    name = work.name if isinstance(work, Document) else str(work)
    return name, pool.schedule(read_one, args=(work, asked), timeout=PAGE_TIMEOUT_S)


def _works(args: argparse.Namespace, progress: _Progress) -> Iterator[Work]:
    for found in find_files(args.paths):
        if isinstance(found, BadInput):
            progress.fail("input", str(found))
        elif is_warc(found):
            yield from _warc_pages(found, progress)
        elif str(found) == STANDARD_INPUT:
            raw = read_bytes(found)
            yield Document(name="stdin", raw=raw, captured_at=args.captured_at)
        else:
            yield found


def _warc_pages(path: Path, progress: _Progress) -> Iterator[Document]:
    try:
        with path.open("rb") as stream:
            yield from read_warc(stream, name=path.name)
    except OSError as error:
        progress.fail(str(path), f"{error.strerror}; check its permissions")
    except BadInput as error:
        progress.fail(str(path), str(error))


def _finished(name: str, future: Any) -> tuple[str, Result]:
    try:
        return name, future.result()
    except TookTooLong:
        return name, f"not read within {PAGE_TIMEOUT_S:.0f} s and left out; cut the page"
    except ProcessExpired:
        return name, "the reader crashed on it; it was left out: please report this page"


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no ISO 8601 time; write it as 2026-03-01T06:00:00Z"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 256")
    return int(text)
