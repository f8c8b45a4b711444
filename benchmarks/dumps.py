"""Dumps of real pages: body, title, time and authors of copied text, beside the pages' truth.

usage: python -m benchmarks.dumps FOLDER COPIES [--manner selected|inner|bare] [--half 0|1]

FOLDER holds truth.jsonl.gz and score.py as ../shared/extraction does, COPIES the pages as
readers copy them (benchmarks.dump_copies). `bare` is the page as laid out, without blank lines.
The classifiers learnt from these very pages: for figures on pages unseen use
`python -m benchmarks.train_dumps FOLDER COPIES --folds 4`.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.page_samples import domain_of, truth_rows
from benchmarks.scoring import load_scorer
from benchmarks.table_of_pages import print_table
from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document


def main() -> int:
    """Read all copies and print the table."""
    parser = argparse.ArgumentParser(prog="dumps", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("copies", type=Path)
    parser.add_argument("--manner", default="selected", choices=("selected", "inner", "bare"))
    parser.add_argument("--half", type=int, choices=(0, 1), help="of the web domains")
    args = parser.parse_args()
    rows = list(truth_rows(args.folder))
    if args.half is not None:
        rows = [row for row in rows if _half_of(row) == args.half]
    started = time.process_time()
    found = read_copies(rows, args.copies, args.manner)
    spent = (time.process_time() - started) / max(1, len(found))
    report(args.folder, found)
    unread = sum("error" in one for one in found.values())
    print(f"{len(found)} copies, {unread} not read, {spent * 1e3:.1f} ms of CPU each")
    return 0


def _half_of(row: dict[str, Any]) -> int:
    domain = domain_of(row.get("url")) or row["id"]
    return hashlib.sha256(f"dump{domain}".encode()).digest()[-1] % 2


def read_copies(
    rows: Iterable[dict[str, Any]], copies: Path, manner: str = "selected"
) -> dict[str, dict[str, Any]]:
    """Return what the reader of dumps makes of each copy, by the page's id."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        path = copies / f"{row['id']}.json"
        if path.exists():
            text = _text_of(json.loads(path.read_text(encoding="utf-8")), manner)
            found[row["id"]] = _read(row["id"], text)
    return found


def _text_of(copied: dict[str, str], manner: str) -> str:
    if manner == "bare":
        return "\n".join(line for line in copied["inner"].split("\n") if line.strip())
    return copied[manner]


def _read(name: str, text: str) -> dict[str, Any]:
    raw = text.encode("utf-8", "replace")
    try:
        article = read_document(Document(name=f"{name}.txt", raw=raw))[0]
    except UnreadablePage as error:
        return {"id": name, "error": str(error)}
    published = article.published.isoformat() if article.published else None
    return {"id": name, "title": article.title, "body": article.body,
            "authors": list(article.authors), "published": published}  # fmt: skip


def report(folder: Path, found: dict[str, dict[str, Any]]) -> None:
    """Print the scorer's figures a corpus, over the pages that were copied."""
    scorer = load_scorer(folder / "score.py")
    rows = [row for row in truth_rows(folder) if row["id"] in found]
    print_table(scorer, rows, found)


if __name__ == "__main__":
    raise SystemExit(main())
