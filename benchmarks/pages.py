"""Pages: body, title, time and authors of real pages, with trafilatura in the same run."""

import argparse
import gzip
import json
import resource
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeVar

from benchmarks.scoring import check_has, load_scorer
from benchmarks.table import percentile, print_table, state_machine
from wireroom.adapters.orphans import return_large_memory, spare_collections
from wireroom.engine.errors import BadInput, UnreadablePage
from wireroom.engine.types import Article, Document, Role

HEAD: Final = (
    "tool", "pages", "empty", "body all", "aeb F1", "fundus", "wcxb", "title", "day", "minute",
    "authors", "CPU ms", "p95", "per CPU s",
)  # fmt: skip
PREDICTED: Final = ("title", "body", "authors", "published")

Row = dict[str, Any]
_ROW: Final = 25  # pages that a tool reads at a stretch
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page of the corpus as its bytes."""

    id: str
    url: str | None
    raw: bytes


@dataclass(slots=True)
class Run:
    """One tool, and what it made of the pages: predictions by id and CPU seconds a page."""

    name: str
    read: Callable[[PageFile], Row]
    predicted: dict[str, Row] = field(default_factory=dict)
    cpu_s: list[float] = field(default_factory=list)
    empty: int = 0

    def take(self, page: PageFile) -> None:
        """Read the page, timed; what raises counts as an empty answer and is told."""
        started = time.process_time()
        try:
            row = self.read(page)
        except Exception as error:  # noqa: BLE001 - one bad page must not end the measurement
            row = {}
            print(f"{self.name}: {page.id}: {type(error).__name__}: {error}", file=sys.stderr)
        self.cpu_s.append(time.process_time() - started)
        self.predicted[page.id] = row
        self.empty += not row.get("body")


def main() -> int:
    """Read every page with both tools, alternating, and print the table."""
    parser = argparse.ArgumentParser(prog="wireroom bench pages", description=__doc__)
    parser.add_argument(
        "folder", type=Path, help="folder of ID.html.gz pages, truth.jsonl.gz and score.py"
    )
    parser.add_argument("--limit", type=int, help="only this many pages, spread over the corpus")
    parser.add_argument("--no-rival", action="store_true", help="Wireroom alone")
    args = parser.parse_args()
    try:
        if not args.folder.is_dir():
            raise BadInput(f"no folder {args.folder}: give the folder of a corpus of pages")
        scorer = load_scorer(args.folder / "score.py")
        check_has(scorer, args.folder / "score.py", "score", "summarise")
        pages = names_of(_truth_of(args))
    except BadInput as error:
        print(f"wireroom bench pages: {error}", file=sys.stderr)
        return 1
    spare_collections()  # as every worker of an ingest does
    return_large_memory()
    runs = [Run("Wireroom", _wireroom_reader())]
    if not args.no_rival:
        runs.append(Run("trafilatura", _trafilatura_reader()))
    _take_turns(runs, read_pages(args.folder, pages))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024  # without the truth
    _report(scorer, _truth_of(args), runs)
    print(f"most memory of the process that read them: {memory} MB RSS")
    return 0


def _truth_of(args: argparse.Namespace) -> list[Row]:
    return spread(read_truth(args.folder), args.limit)


def read_truth(folder: Path) -> list[Row]:
    """Return the truth of the pages that are there. Raises BadInput that says what to do."""
    packed, plain = folder / "truth.jsonl.gz", folder / "truth.jsonl"
    path = packed if packed.exists() else plain
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path is packed else raw).decode("utf-8")
        rows: list[Row] = [json.loads(line) for line in text.split("\n") if line.strip()]
    except FileNotFoundError as error:
        raise BadInput(f"no truth.jsonl.gz in {folder}: give the folder of a corpus") from error
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BadInput(f"{path} cannot be read: {error}") from error
    there = [row for row in rows if (folder / f"{row['id']}.html.gz").is_file()]
    if not there:
        raise BadInput(f"{folder} holds none of the {len(rows)} pages that {path.name} names")
    if len(there) < len(rows):
        print(f"{len(rows) - len(there)} pages of {path.name} are not there", file=sys.stderr)
    return there


def spread(rows: list[_T], limit: int | None) -> list[_T]:
    """Take every n-th row, so that a part of the corpus holds all of its collections.

    Raises BadInput where the limit is no count.
    """
    if limit is None or limit >= len(rows):
        return rows
    if limit < 1:
        raise BadInput("--limit takes a number above 0")
    return [rows[i * len(rows) // limit] for i in range(limit)]


def names_of(truth: Sequence[Row]) -> list[tuple[str, str | None]]:
    """Return the id and the address of each page: what reading needs of the truth."""
    return [(row["id"], row.get("url")) for row in truth]


def read_pages(folder: Path, pages: Iterable[tuple[str, str | None]]) -> Iterator[PageFile]:
    """Yield pages by id and address; one that cannot be read is told and left out."""
    for identity, url in pages:
        path = folder / f"{identity}.html.gz"
        try:
            yield PageFile(identity, url, gzip.decompress(path.read_bytes()))
        except (OSError, EOFError, zlib.error) as error:
            print(f"{path}: cannot be read: {error}", file=sys.stderr)


def _take_turns(runs: Sequence[Run], pages: Iterator[PageFile]) -> None:
    """Give rows of pages to every tool, each being first in turn.

    Short rows, so that both meet the same machine; no single pages, for then each tool finds the
    processor's caches full of the other's code and data, which in use it never does.
    """
    done = 0
    for number in count():
        row = list(islice(pages, _ROW))
        if not row:
            break
        for run in runs if number % 2 == 0 else runs[::-1]:
            for page in row:
                run.take(page)
        done += len(row)
        if sys.stderr.isatty():
            print(f"\r{done:,} pages", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _wireroom_reader() -> Callable[[PageFile], Row]:
    # Imported here: whoever asks for --help need not wait for the parsers.
    from wireroom.engine.pages.read import read_document

    def read(page: PageFile) -> Row:
        try:
            articles = read_document(Document(name=page.id, raw=page.raw, url=page.url))
        except UnreadablePage:
            return {}  # an answer too: there is no article here
        return _row_of(articles)

    return read


def _row_of(articles: Sequence[Article]) -> Row:
    main = next((a for a in articles if a.role is Role.MAIN), articles[0] if articles else None)
    if main is None:
        return {}
    published = main.published.isoformat() if main.published else None
    values = (main.title, main.body, list(main.authors), published)
    return dict(zip(PREDICTED, values, strict=True))


def _trafilatura_reader() -> Callable[[PageFile], Row]:
    import trafilatura

    def read(page: PageFile) -> Row:
        found = trafilatura.bare_extraction(
            page.raw, url=page.url, with_metadata=True, include_comments=False
        )
        if found is None or isinstance(found, dict):  # a dict only where one is asked for
            return {}
        authors = (found.author or "").split("; ")
        values = (found.title, found.text, [name for name in authors if name], found.date)
        return dict(zip(PREDICTED, values, strict=True))

    return read


def _report(scorer: Any, truth: Sequence[Row], runs: Sequence[Run]) -> None:
    print(state_machine("selectolax", "lxml", "trafilatura"))
    title = "pages: share right; body in F1 of word shingles; CPU in ms a page"
    print_table(title, HEAD, [_line(scorer, truth, run) for run in runs])
    if len(runs) > 1 and runs[0].cpu_s:
        own, other = (median(run.cpu_s) for run in runs)
        print(f"median CPU of {runs[1].name} is {other / own:.2f} times that of {runs[0].name}")


def _line(scorer: Any, truth: Sequence[Row], run: Run) -> list[object]:
    per_page = scorer.score(truth, run.predicted)
    whole = scorer.summarise(per_page)

    def part(source: str, column: str) -> object:
        rows = [row for row in per_page if row["source"] == source]
        return _figure(scorer.summarise(rows)[column] if rows else None)

    milliseconds = [1000 * second for second in run.cpu_s]
    return [
        run.name,
        len(run.cpu_s),
        run.empty,
        _figure(whole["F1mac"]),
        part("aeb", "F1"),
        part("fundus", "F1mac"),
        part("wcxb", "F1mac"),
        *[_figure(whole[column]) for column in ("title", "day", "minute", "auth=")],
        median(milliseconds) if milliseconds else 0.0,
        percentile(milliseconds, 0.95) if milliseconds else 0.0,
        len(run.cpu_s) / max(sum(run.cpu_s), 1e-9),
    ]


def _figure(value: float | None) -> str:
    """Write a share with the three digits that floors are kept in; "-" where none was scored."""
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
