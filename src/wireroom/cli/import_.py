"""`./wireroom import ARCHIVE...`: pages of web archives, taken in as if they had been fetched."""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.deeds import run_deed
from wireroom.cli.django_ready import set_up_django
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.models import Archive
    from wireroom.pipeline.importing import Report

_TOLD_EVERY_S: Final = 2.0


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("archive", nargs="+", type=Path, help="a .warc or .warc.gz file")
    parser.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="how many archives at once (1)"
    )
    parser.add_argument(
        "--outlets",
        choices=("known", "all"),
        default="known",
        help="take the pages of outlets that are here (the default), or make those missing",
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 64):
        raise argparse.ArgumentTypeError("a number from 1 to 64")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Take each archive in and say what came of it; 1 where one could not be read."""
    failed: list[str] = []

    def take() -> Iterator[str]:
        for line, is_good in _results(args):
            if is_good:
                yield line
                continue
            failed.append(line)
            print(printable(line), file=sys.stderr)

    return run_deed("import", take) or (SOME_INPUT_FAILED if failed else OK)


def _results(args: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    makes_outlets = args.outlets == "all"
    if args.jobs == 1 or len(args.archive) == 1:
        yield from (_import(path, makes_outlets) for path in args.archive)
        return
    # Started anew rather than forked: a connection to the database is nobody's to share.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(args.jobs, mp_context=context, initializer=set_up_django) as pool:
        under_way = {pool.submit(_import, path, makes_outlets): path for path in args.archive}
        for future in as_completed(under_way):
            try:
                yield future.result()
            except BrokenProcessPool:
                path = under_way[future]
                yield f"wireroom import: {path}: its process died; run it again to go on", False


def _import(path: Path, makes_outlets: bool) -> tuple[str, bool]:
    # Imported here: models can be loaded only after Django is set up.
    from django.db import OperationalError

    from wireroom.pipeline.importing import import_archive

    try:
        archive = import_archive(path, makes_outlets=makes_outlets, tell=_Progress().tell)
    except BadInput as error:
        return f"wireroom import: {error}", False
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        return f"wireroom import: {path}: database: {reason}; run it again to go on", False
    return _summary(archive), True


def _summary(archive: "Archive") -> str:
    skipped = sorted(archive.skipped.items(), key=lambda one: (-one[1], one[0]))
    told = "; ".join(f"{count} {reason}" for reason, count in skipped)
    filed = f"{archive.name}: {archive.records} records, {archive.pages} pages to be read"
    return f"{filed}; skipped: {told}" if told else filed


class _Progress:
    """Lines on stderr: how far it is, and what it waits for."""

    def __init__(self) -> None:
        self._told_at = time.monotonic()
        self._said_waiting = False

    def tell(self, report: "Report") -> None:
        """Say it, every other second; that it waits, once."""
        if report.is_waiting and not self._said_waiting:
            self._said_waiting = True
            print(
                f"{printable(report.name)}: waits for pages to be read; that needs a running"
                " pipeline (./wireroom up)",
                file=sys.stderr,
            )
        if time.monotonic() - self._told_at < _TOLD_EVERY_S:
            return
        self._told_at = time.monotonic()
        done = report.archive
        print(
            f"{printable(report.name)}: {report.share:.0%}, {done.records} records,"
            f" {done.pages} pages",
            file=sys.stderr,
        )
