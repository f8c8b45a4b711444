"""Mends: groupings that editors put right, replayed to see which the engine gets right by now."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.table import print_table, state_machine
from wireroom.cli.stories import in_stream_order
from wireroom.engine.errors import BadInput
from wireroom.engine.stories.assign import place_articles
from wireroom.engine.types import ArticleText


@dataclass(frozen=True, slots=True)
class Case:
    """One mend: articles, and pairs of ids with whether they belong together."""

    deed: str
    articles: list[ArticleText]
    pairs: list[tuple[str, str, bool]]


class NoText(Exception):  # noqa: N818
    """The case names its articles without their texts."""


def main() -> int:
    """Replay a file of cases, each by itself and without its mend; 1 where some cannot be."""
    parser = argparse.ArgumentParser(prog="wireroom bench mends", description=__doc__)
    parser.add_argument("file", type=Path, help="what 'wireroom mends --jsonl --with-text' writes")
    args = parser.parse_args()
    cases, right = Counter[str](), Counter[str]()
    pairs, pairs_right = Counter[str](), Counter[str]()
    failed = without = 0
    try:
        for number, line in _lines(args.file):
            try:
                case = read_case(line)
            except NoText:
                without += 1
                continue
            except BadInput as error:
                print(f"wireroom bench mends: line {number}: {error}", file=sys.stderr)
                failed += 1
                continue
            held = count_held(case)
            cases[case.deed] += 1
            right[case.deed] += held == len(case.pairs)
            pairs[case.deed] += len(case.pairs)
            pairs_right[case.deed] += held
    except BadInput as error:
        print(f"wireroom bench mends: {error}", file=sys.stderr)
        return 1
    if without:
        said = "1 case has" if without == 1 else f"{without} cases have"
        print(f"wireroom bench mends: {said} no text: export with --with-text", file=sys.stderr)
    rows = [[deed, cases[deed], right[deed], pairs[deed], pairs_right[deed]] for deed in cases]
    rows.append(["all", *(sum(each.values()) for each in (cases, right, pairs, pairs_right))])
    print(state_machine("numpy", "PyStemmer"))
    print_table("mends, replayed without them", ("deed", "cases", "right", "pairs", "right"), rows)
    return 1 if failed or without else 0


def count_held(case: Case) -> int:
    """Return how many of the case's pairs the engine puts where the editor did."""
    placed = {one.id: one.story for one in place_articles(in_stream_order(case.articles))}
    return sum((placed[a] == placed[b]) is together for a, b, together in case.pairs)


def read_case(line: str) -> Case:
    """Read a line. Raises NoText, and BadInput for what is no case."""
    try:
        fields: dict[str, Any] = json.loads(line)
        rows = fields["articles"]
        if any("body" not in row for row in rows):
            raise NoText
        articles = [_article(row) for row in rows]
        known = {one.id for one in articles}
        pairs = [
            (str(a), str(b), said == "together")
            for a, b, said in fields["pairs"]
            if str(a) in known and str(b) in known  # of an article that is gone nothing can be said
        ]
        return Case(str(fields["deed"]), articles, pairs)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadInput(f"no case of a mend: {error or type(error).__name__}") from error


def _article(row: dict[str, Any]) -> ArticleText:
    at = datetime.fromisoformat(row["date"]) if row.get("date") else None
    return ArticleText(
        id=str(row["id"]),
        title=str(row.get("title") or ""),
        body=str(row["body"]),
        outlet=row.get("outlet"),
        lang=row.get("lang") or "und",
        published_at=at.replace(tzinfo=at.tzinfo or UTC) if at else None,
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise BadInput(f"cannot read {path}: {error.strerror}") from error


if __name__ == "__main__":
    sys.exit(main())
