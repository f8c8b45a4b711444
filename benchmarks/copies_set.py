"""Copies with known answers: articles of a file are cut, edited and mixed, then looked for.

    python -m benchmarks.copies_set ../shared/stories/dev.jsonl.gz [--articles 400]

No text is written anywhere. Reports pair F1, the share of 80-word passages found, and how
well passage borders agree (intersection over union, in words).
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from wireroom.cli.article_lines import article_lines
from wireroom.engine.copies.find import find_copies
from wireroom.engine.text.words import WORD
from wireroom.engine.types import ArticleText, CopyPair

PASSAGE_WORDS: Final = 80
SLIGHT_WORDS: Final = 15  # a shared background sentence of a hard negative
QUOTE_WORDS: Final = 22

_BRITISH: Final = {"center": "centre", "defense": "defence", "color": "colour", "labor": "labour"}
_SYNONYMS: Final = {
    "said": "stated", "also": "in addition", "told": "informed", "new": "fresh", "big": "large",
    "after": "following", "but": "however", "about": "around", "because": "since", "many": "most",
    "president": "leader", "people": "persons", "including": "among them", "more than": "over",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A changed copy of `original`; `span_a`, `span_b` bound the shared passage if it is one."""

    kind: str
    original: ArticleText
    copy: ArticleText
    is_copy: bool = True
    span_a: tuple[int, int] | None = None
    span_b: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """What was reached on a set of cases; `missed` and `false` count by kind."""

    pairs: int
    precision: float
    recall: float
    f1: float
    passages_found: float
    passage_iou: float
    missed: Counter[str]
    false: Counter[str]
    seconds: float


def main() -> None:
    """Build the set, look for the copies, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("articles_file")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2)
    args = parser.parse_args()
    articles = list(article_lines([args.articles_file], report=print))
    score = measure(build(articles, count=args.articles, seed=args.seed))
    print(f"pairs {score.pairs}  P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")
    print(f"80-word passages found {score.passages_found:.3f}  IoU {score.passage_iou:.3f}")
    print(f"missed {dict(score.missed)}  false {dict(score.false)}")
    print(f"{score.seconds:.1f} s of CPU")


def build(articles: Sequence[ArticleText], *, count: int, seed: int) -> list[Case]:
    """Return one case an article: seven kinds of copies and two of hard negatives, in turn."""
    rng = random.Random(seed)
    usable = [each for each in articles if 150 <= len(each.body.split()) <= 2000]
    chosen = rng.sample(usable, min(2 * count, len(usable)))
    originals, hosts = chosen[: len(chosen) // 2], chosen[len(chosen) // 2 :]
    makers = list(_MAKERS.items())
    cases = []
    for number, (original, host) in enumerate(zip(originals, hosts, strict=False)):
        kind, make = makers[number % len(makers)]
        cases.append(make(kind, original, host, rng))
    return cases


def measure(cases: Sequence[Case]) -> Score:
    """Find copies among all originals and changed texts, and score them.

    Pairs of two originals or two changed texts are left out: what the file's own articles
    share is not known.
    """
    texts = [text for case in cases for text in (case.original, case.copy)]
    began = time.process_time()
    found = {(pair.a, pair.b): pair for pair in find_copies(texts)}
    seconds = time.process_time() - began
    truth = {(case.original.id, case.copy.id): case for case in cases if case.is_copy}
    known = {case.original.id for case in cases}
    judged = {key for key in found if (key[0] in known) != (key[1] in known)}
    same_case = {key for key in judged if key[1] == f"{key[0]}-copy"}
    right = same_case & truth.keys()
    kinds = {case.original.id: case.kind for case in cases}
    false = Counter(kinds[key[0]] for key in same_case - right)
    missed = Counter(truth[key].kind for key in truth.keys() - right)
    precision, recall = len(right) / max(1, len(same_case)), len(right) / max(1, len(truth))
    overlaps = [_iou(case, found.get(key)) for key, case in truth.items() if case.span_a]
    located = [each for each in overlaps if each > 0]
    return Score(
        len(truth), precision, recall, 2 * precision * recall / max(1e-9, precision + recall),
        len(located) / max(1, len(overlaps)), sum(located) / max(1, len(located)),
        missed, false, seconds,
    )  # fmt: skip


def _iou(case: Case, pair: CopyPair | None) -> float:
    """Return how well the best passage covers the true one, the worse of both sides."""
    if pair is None or case.span_a is None or case.span_b is None:
        return 0.0
    return max(
        (
            min(
                _overlap(case.span_a, (each.a_start, each.a_end)),
                _overlap(case.span_b, (each.b_start, each.b_end)),
            )
            for each in pair.passages
        ),
        default=0.0,
    )


def _overlap(true: tuple[int, int], found: tuple[int, int]) -> float:
    common = min(true[1], found[1]) - max(true[0], found[0])
    return max(0, common) / (max(true[1], found[1]) - min(true[0], found[0]))


Maker = Callable[[str, ArticleText, ArticleText, random.Random], Case]


def _copied(original: ArticleText, host: ArticleText, body: str) -> ArticleText:
    later = (original.published_at or datetime(2020, 1, 1, tzinfo=UTC)) + timedelta(hours=3)
    return replace(
        original, id=f"{original.id}-copy", body=body, outlet=host.outlet, published_at=later
    )


def _whole(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    del rng
    return Case(kind, original, _copied(original, host, original.body))


def _cut_end(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    words = original.body.split(" ")
    kept = words[: int(len(words) * rng.uniform(0.3, 0.8))]
    return Case(kind, original, _copied(original, host, " ".join(kept)))


def _cut_middle(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    words = original.body.split(" ")
    start = int(len(words) * rng.uniform(0.2, 0.4))
    stop = start + int(len(words) * rng.uniform(0.2, 0.5))
    return Case(kind, original, _copied(original, host, " ".join(words[:start] + words[stop:])))


def _edited(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    return Case(kind, original, _copied(original, host, _edit(original.body, rng)))


def _reordered(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    paragraphs = original.body.split("\n\n")
    rng.shuffle(paragraphs)
    return Case(kind, original, _copied(original, host, "\n\n".join(paragraphs)))


def _new_lead(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    del rng
    paragraphs, others = original.body.split("\n\n"), host.body.split("\n\n")
    body = "\n\n".join(others[:2] + paragraphs[2:] if len(paragraphs) > 4 else paragraphs)
    return Case(kind, original, _copied(original, host, body))


def _passage(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    start, end = _stretch(original.body, PASSAGE_WORDS, rng)
    place = _sentence_start(host.body, rng)
    body = f"{host.body[:place]}{original.body[start:end]} {host.body[place:]}"
    return Case(
        kind, original, _copied(original, host, body),
        span_a=(start, end), span_b=(place, place + end - start),
    )  # fmt: skip


def _slight(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    body = host.body
    for words, mark in ((QUOTE_WORDS, '"'), (SLIGHT_WORDS, "")):
        start, end = _stretch(original.body, words, rng)
        place = _sentence_start(body, rng)
        body = f"{body[:place]}{mark}{original.body[start:end]}{mark}. {body[place:]}"
    return Case(kind, original, _copied(original, host, body), is_copy=False)


def _other_words(kind: str, original: ArticleText, host: ArticleText, rng: random.Random) -> Case:
    """Keep the names, numbers and three-word phrases, in a text with no stretch in common."""
    words = original.body.split()
    phrases = [" ".join(words[place : place + 3]) for place in range(0, len(words) - 3, 9)]
    rng.shuffle(phrases)
    fill = iter(host.body.split())
    body = " ".join(f"{phrase} {next(fill, '')} {next(fill, '')}" for phrase in phrases)
    return Case(kind, original, _copied(original, host, body), is_copy=False)


_MAKERS: Final[dict[str, Maker]] = {
    "whole": _whole,
    "cut_end": _cut_end,
    "cut_middle": _cut_middle,
    "edited": _edited,
    "reordered": _reordered,
    "passage": _passage,
    "new_lead": _new_lead,
    "slight": _slight,
    "other_words": _other_words,
}


def _edit(body: str, rng: random.Random) -> str:
    """Change about every twelfth word, the quote marks, and the spelling."""
    words = body.split(" ")
    for place, word in enumerate(words):
        plain = word.strip('.,"“”').lower()
        if plain in _BRITISH:
            words[place] = word.lower().replace(plain, _BRITISH[plain])
        elif plain in _SYNONYMS and rng.random() < 0.5:
            words[place] = word.lower().replace(plain, _SYNONYMS[plain])
        elif "\n" not in word and rng.random() < 0.06:
            words[place] = rng.choice(["", "reportedly", f"the {word}", word[::-1]])
    return " ".join(words).replace("“", "'").replace("”", "'").replace('"', "'")


def _stretch(body: str, words: int, rng: random.Random) -> tuple[int, int]:
    spans = [match.span() for match in WORD.finditer(body)]
    first = rng.randrange(max(1, len(spans) - words))
    return spans[first][0], spans[min(first + words, len(spans)) - 1][1]


def _sentence_start(body: str, rng: random.Random) -> int:
    starts = [place + 2 for place in range(len(body) - 2) if body[place : place + 2] == ". "]
    return rng.choice(starts) if starts else 0


if __name__ == "__main__":
    main()
