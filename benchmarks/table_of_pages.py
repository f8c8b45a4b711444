"""The figures of pages read, a corpus a line, as the corpus's own scorer counts them."""

from typing import Any


def print_table(scorer: Any, truth: list[dict[str, Any]], found: dict[str, dict[str, Any]]) -> None:
    """Print the scorer's figures a corpus."""
    by_source: dict[str, list[Any]] = {"all": []}
    for row in scorer.score(truth, found):
        by_source.setdefault(row["source"], []).append(row)
        by_source["all"].append(row)
    columns = ("F1mac", "P", "R", "F1", "<.5", "title", "day", "minute", "auth=")
    print(f"{'':12} pages  " + "  ".join(f"{name:>6}" for name in columns))
    for source, rows in by_source.items():
        figures = scorer.summarise(rows)
        cells = (figures[name] for name in columns)
        shown = "  ".join("     -" if cell is None else f"{cell:6.4f}" for cell in cells)
        print(f"{source:12} {len(rows):5}  {shown}")
