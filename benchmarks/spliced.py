"""Spliced pages: several articles on a page, with known truth, and pages that hold only one."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any, Final

from benchmarks.pages import names_of, read_pages, read_truth, spread
from benchmarks.scoring import check_has, load_scorer
from benchmarks.splice import MANNERS, Expected, SplicedPage, splice
from benchmarks.splice_hosts import Host, Story, arabic_hosts, hosts_of, is_tellable
from benchmarks.table import print_table, state_machine
from wireroom.engine.errors import BadInput, UnreadablePage
from wireroom.engine.pages.read import read_document
from wireroom.engine.text.words import words
from wireroom.engine.types import Article, Document, Role

HEAD: Final = (
    "manner", "pages", "articles", "boundary P", "R", "F1", "role", "leaked", "main F1",
    "others F1", "CPU ms",
)  # fmt: skip
_SAME_TITLE: Final = 0.8  # Dice over words: a kicker or an outlet's name may stand in the heading
_MANNERS_EACH: Final = 2
_OFFERED: Final = 6  # stories from which a manner takes as many as it wants


@dataclass(slots=True)
class Tally:
    """What was right and wrong on the pages of one manner; `leaked` and `told` count shingles."""

    pages: int = 0
    wanted: int = 0
    found: int = 0
    right: int = 0
    roles: list[bool] = field(default_factory=list)
    leaked: int = 0
    told: int = 0
    main_f1: list[float] = field(default_factory=list)
    other_f1: list[float] = field(default_factory=list)
    cpu_s: float = 0.0

    @property
    def boundary(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of the further articles told apart."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    @property
    def leaked_share(self) -> float:
        """The share of what was told that came out in another article."""
        return self.leaked / max(1, self.told)


def main() -> int:
    """Splice pages, read them and the pages as they are, and print both tables."""
    parser = argparse.ArgumentParser(prog="wireroom bench spliced", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder that bench pages takes")
    parser.add_argument("--limit", type=int, help="only this many spliced pages")
    parser.add_argument("--no-unspliced", action="store_true", help="spliced pages alone")
    parser.add_argument("--show", action="store_true", help="name the pages that came out wrong")
    args = parser.parse_args()
    try:
        scorer = load_scorer(args.folder / "score.py")
        check_has(scorer, args.folder / "score.py", "body_counts", "shingles", "words")
        truth = read_truth(args.folder)
        pages = spread(splice_pages([*hosts_of(args.folder, truth), *arabic_hosts()]), args.limit)
    except BadInput as error:
        print(f"wireroom bench spliced: {error}", file=sys.stderr)
        return 1
    print(state_machine("selectolax"))
    _report(scorer, pages, show=args.show)
    if not args.no_unspliced:
        _report_unspliced(args.folder, truth, show=args.show)
    return 0


def splice_pages(hosts: Sequence[Host]) -> list[SplicedPage]:
    """Return the spliced pages: the same ones whenever the hosts are the same."""
    stories = [host.story for host in hosts if is_tellable(host.story)]
    manners = tuple(MANNERS)
    pages = []
    for number, host in enumerate(hosts):
        for turn in range(_MANNERS_EACH):
            manner = manners[(number + 2 * turn) % len(manners)]
            random = Random(f"{host.story.id} {manner}")
            pages.append(splice(host, _others(host.story, stories, random), manner, random))
    return pages


def _others(story: Story, stories: Sequence[Story], random: Random) -> list[Story]:
    """Draw stories for a page, those in its language first."""
    drawn = random.sample(stories, len(stories))
    same = [one for one in drawn if one.lang == story.lang and one.title != story.title]
    rest = [one for one in drawn if one.lang != story.lang]
    return [*same, *rest][:_OFFERED]


def measure(scorer: Any, pages: Sequence[SplicedPage], *, show: bool = False) -> dict[str, Tally]:
    """Read spliced pages; return what was right and wrong by manner, and of "all"."""
    tallies = {manner: Tally() for manner in (*MANNERS, "all")}
    for page in pages:
        started = time.process_time()
        articles = _read(page.id, page.html.encode(), page.url)
        took = time.process_time() - started
        own = tallies[page.manner], tallies["all"]
        for tally in own:
            tally.cpu_s += took
        told = _take(scorer, own, page, articles)
        if show and told:
            print(f"   {page.id}: {told}")
    return tallies


def _report(scorer: Any, pages: Sequence[SplicedPage], *, show: bool) -> None:
    lines = [_line(name, tally) for name, tally in measure(scorer, pages, show=show).items()]
    print_table(
        "spliced pages: further articles told apart, text that got into others'", HEAD, lines
    )


def _read(name: str, raw: bytes, url: str | None) -> tuple[Article, ...]:
    try:
        return read_document(Document(name=name, raw=raw, url=url))
    except UnreadablePage:
        return ()


def _take(
    scorer: Any, tallies: Sequence[Tally], page: SplicedPage, articles: Sequence[Article]
) -> str:
    """Count one page; return what went wrong, empty where nothing did."""
    pairs = _paired(page, articles)
    found = [article for article in articles if article.role is not Role.MAIN]
    right = [(want, got) for want, got in pairs if got is not None and want.role != "main"]
    missed = [want.title for want, got in pairs if got is None]
    leaked = sum(_leaks(scorer, page, pairs, article) for article in articles)
    told = sum(_size(scorer, want.body) for want in page.articles)
    for tally in tallies:
        tally.pages += 1
        tally.wanted += len(page.articles) - 1
        tally.found += len(found)
        tally.right += len(right)
        tally.roles += [want.role == got.role for want, got in right if want.role is not None]
        tally.leaked += leaked
        tally.told += told
        for want, got in pairs:
            scores = tally.main_f1 if want.role == "main" else tally.other_f1
            scores.append(_f1(scorer, want, got.body if got else ""))
    surplus = len(found) - len(right)
    if not missed and not surplus and leaked * 50 < told:
        return ""
    return f"{len(missed)} missed, {surplus} too many, {leaked / max(1, told):.0%} leaked"


def _paired(
    page: SplicedPage, articles: Sequence[Article]
) -> list[tuple[Expected, Article | None]]:
    """Pair what is expected with what was read: main with main, the others by their titles."""
    free = [article for article in articles if article.role is not Role.MAIN]
    mains = [article for article in articles if article.role is Role.MAIN]
    pairs: list[tuple[Expected, Article | None]] = [(page.articles[0], next(iter(mains), None))]
    for want in page.articles[1:]:
        got = max(free, key=lambda one: _likeness(want.title, one.title), default=None)
        if got is not None and _likeness(want.title, got.title) < _SAME_TITLE:
            got = None
        if got is not None:
            free.remove(got)
        pairs.append((want, got))
    return pairs


def _likeness(title: str, other: str) -> float:
    mine, theirs = Counter(words(title)), Counter(words(other))
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def _size(scorer: Any, body: str) -> int:
    return int(sum(scorer.shingles(scorer.words(body)).values()))


def _leaks(
    scorer: Any,
    page: SplicedPage,
    pairs: Sequence[tuple[Expected, Article | None]],
    article: Article,
) -> int:
    """Count the shingles of other articles' truth in a body, its own truth's aside."""
    own = next((want for want, got in pairs if got is article), None)
    texts = [own.body, *own.optional] if own else []
    mine = _shingles(scorer, texts)
    theirs = _shingles(scorer, [want.body for want in page.articles if want is not own])
    body = scorer.shingles(scorer.words(article.body))
    return sum(min(n, theirs[s]) for s, n in body.items() if s in theirs and s not in mine)


def _shingles(scorer: Any, texts: Sequence[str]) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        found.update(scorer.shingles(scorer.words(text)))
    return found


def _f1(scorer: Any, want: Expected, body: str) -> float:
    hit, wrong, missed, _same = scorer.body_counts(want.body, body, want.optional)
    return float(2 * hit / max(1, 2 * hit + wrong + missed))


def _mean(values: Sequence[float]) -> float | None:
    return mean(values) if values else None


def _line(name: str, tally: Tally) -> list[object]:
    shares = [*tally.boundary, _mean(tally.roles), tally.leaked_share,
              _mean(tally.main_f1), _mean(tally.other_f1)]  # fmt: skip
    figures = ["-" if share is None else f"{share:.3f}" for share in shares]
    return [name, tally.pages, tally.wanted, *figures, 1000 * tally.cpu_s / max(1, tally.pages)]


def _report_unspliced(folder: Path, truth: Sequence[dict[str, Any]], *, show: bool) -> None:
    """Count the pages as they are that come back with several articles."""
    split, count, size = 0, 0, 0
    for name, articles in _read_all(folder, truth):
        count += 1
        split += len(articles) > 1
        size += len(articles)
        if show and len(articles) > 1:
            print(f"   {name}: {len(articles)} articles")
    head = ("pages", "come back with several", "share", "articles")
    print_table("unspliced pages", head, [[count, split, f"{split / max(1, count):.4f}", size]])


def _read_all(
    folder: Path, truth: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, tuple[Article, ...]]]:
    for page in read_pages(folder, names_of(truth)):
        yield page.id, _read(page.id, page.raw, page.url)


if __name__ == "__main__":
    sys.exit(main())
