"""What an outlet's memory is worth: real outlets of several pages, and pages with siblings."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any, Final

from benchmarks.page_samples import domain_of
from benchmarks.pages import PageFile, Row, names_of, read_pages, read_truth, spread
from benchmarks.scoring import check_has, load_scorer
from benchmarks.siblings import Template, has_siblings, make_sibling
from benchmarks.splice_hosts import Story, is_tellable, story_of
from benchmarks.table import print_table, state_machine
from wireroom.engine.errors import BadInput, UnreadablePage
from wireroom.engine.pages.html import ReadPage
from wireroom.engine.pages.intake import take_in
from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.read import read_with_memory
from wireroom.engine.types import Document

SEEN: Final = (0, 2, 5, 10, 20)
HEAD: Final = ("pages seen", "corpus", "pages", "P", "R", "F1")
_FEWEST: Final = 5  # pages of an outlet for the leave-one-out table
_SOURCES: Final = ("aeb", "fundus", "wcxb")

Score = tuple[str, float, float, float]  # corpus, precision, recall, F1


@dataclass(frozen=True, slots=True)
class Corpus:
    """The scorer and the stories that can be told in each language."""

    scorer: Any
    told: dict[str, list[Story]]

    def score(self, body: str, story: Story, source: str) -> Score:
        """Return precision, recall and F1 of a body against a story's text."""
        hits, wrong, missed, _ = self.scorer.body_counts(story.body, body, list(story.optional))
        return (
            source,
            hits / (hits + wrong) if hits + wrong else 0.0,
            hits / (hits + missed) if hits + missed else 0.0,
            2 * hits / (2 * hits + wrong + missed) if hits + wrong + missed else 1.0,
        )

    def others(self, story: Story, count: int, random: Random) -> list[Story]:
        """Return stories of the same language, or else in English."""
        pool = self.told[story.lang] if len(self.told[story.lang]) > count else self.told["en"]
        return random.sample([one for one in pool if one is not story], count)


def main() -> int:
    """Measure both parts and print their tables."""
    parser = argparse.ArgumentParser(prog="wireroom bench memory", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder that bench pages takes")
    parser.add_argument("--limit", type=int, default=60, help="pages that are given siblings")
    args = parser.parse_args()
    try:
        scorer = load_scorer(args.folder / "score.py")
        check_has(scorer, args.folder / "score.py", "body_counts")
        truth = [row for row in read_truth(args.folder) if row.get("body")]
        chosen = spread([row for row in truth if row["source"] in _SOURCES], args.limit)
    except BadInput as error:
        print(f"wireroom bench memory: {error}", file=sys.stderr)
        return 1
    told = defaultdict(list)
    for story in map(story_of, truth):
        if is_tellable(story):
            told[story.lang].append(story)
    corpus = Corpus(scorer, told)
    print(state_machine("selectolax", "numpy"))
    _print("Outlets of at least 5 pages, each page read with the others' memory",
           _left_out(args.folder, truth, corpus), ("without", "with"))  # fmt: skip
    pages, siblings = _grown(args.folder, chosen, corpus)
    _print("Pages after so many siblings of theirs were seen", pages, SEEN)
    _print("The siblings themselves", siblings, ("without", "with"))
    return 0


def _print(title: str, scores: dict[Any, list[Score]], order: Sequence[Any]) -> None:
    rows: list[list[object]] = []
    for key in order:
        for source in ("all", *sorted({one[0] for one in scores[key]})):
            some = [one[1:] for one in scores[key] if source in ("all", one[0])]
            figures = [f"{mean(values):.4f}" for values in zip(*some, strict=True)]
            rows.append([str(key), source, len(some), *(figures or ["-"] * 3)])
    print_table(f"\n{title}", ("read" if "without" in order else HEAD[0], *HEAD[1:]), rows)


def _read(text: str, url: str | None, memory: Memory) -> ReadPage:
    raw = text.encode("utf-8", "replace")
    return read_with_memory(Document(name="page", raw=raw, url=url), memory)


def _left_out(folder: Path, truth: Sequence[Row], corpus: Corpus) -> dict[str, list[Score]]:
    """Read each page of an outlet with what its other pages taught."""
    hosts: dict[str, list[Row]] = defaultdict(list)
    for row in truth:
        if row.get("url"):
            hosts[domain_of(row["url"])].append(row)
    scores: dict[str, list[Score]] = defaultdict(list)
    for rows in hosts.values():
        if len(rows) < _FEWEST:
            continue
        pages = list(_texts(folder, rows))
        for page, text, row in pages:
            memory = Memory()
            for other, words, _ in pages:
                shown = _read(words, other.url, memory).shown if other is not page else None
                memory = memory.learn(shown) if shown else memory
            for name, known in (("without", Memory()), ("with", memory)):
                body = _read(text, page.url, known).articles[0].body
                scores[name].append(corpus.score(body, story_of(row), row["source"]))
    return scores


def _texts(folder: Path, rows: Sequence[Row]) -> Iterator[tuple[PageFile, str, Row]]:
    for page, row in zip(read_pages(folder, names_of(rows)), rows, strict=True):
        try:
            text, _kind = take_in(Document(name=page.id, raw=page.raw, url=page.url))
        except UnreadablePage:
            continue
        yield page, text, row


def _grown(
    folder: Path, rows: Sequence[Row], corpus: Corpus
) -> tuple[dict[int, list[Score]], dict[str, list[Score]]]:
    """Read pages with the memory of ever more siblings, and those siblings, with it and without."""
    pages: dict[int, list[Score]] = defaultdict(list)
    siblings: dict[str, list[Score]] = defaultdict(list)
    for page, text, row in _texts(folder, rows):
        story = story_of(row)
        if not story.title or not has_siblings(text, story):
            continue
        random, memory, source = Random(page.id), Memory(), row["source"]
        template = Template(html=text, url=page.url, story=story)
        heads = [one.title for one in corpus.others(story, SEEN[-1], random)]
        for place, other in enumerate([*corpus.others(story, SEEN[-1], random), None]):
            if place in SEEN:
                body = _read(text, page.url, memory).articles[0].body
                pages[place].append(corpus.score(body, story, source))
            if other is None:
                break
            url = f"https://sibling.example/{place}"
            html = make_sibling(template, other, heads, random).replace(page.url or "\0", url)
            read = _read(html, url, memory)
            if place in SEEN[1:]:
                bare = _read(html, url, Memory()).articles[0].body
                siblings["without"].append(corpus.score(bare, other, source))
                siblings["with"].append(corpus.score(read.articles[0].body, other, source))
            memory = memory.learn(read.shown) if read.shown else memory
    return pages, siblings


if __name__ == "__main__":
    sys.exit(main())
