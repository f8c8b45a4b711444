"""Changed: cited sentences with one name, number or small word changed, and how many pass.

usage: python -m benchmarks.changed [--seed N] [--cases N] [--gate] [--show]

Some say the same as before (two towns round an "and"), or are no English: the share that passes
is an upper bound.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.lies_set import all_articles
from benchmarks.table import print_table, state_machine
from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.written.gate import find_faults

_NAME: Final = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |the )?[A-Z][\w’'-]+)*")
_NUMBER: Final = re.compile(
    r"\b(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen)\b"
)
_TAKEN: Final = (
    "not", "nearly", "almost", "alleged", "may", "could", "might", "former", "at least",
    "more than", "up to", "only", "expected to", "likely", "never", "first", "refused to",
    "failed to", "half of", "most of", "some of", "no longer",
)  # fmt: skip
_TURNED: Final = (
    ("before", "after"), ("after", "before"), ("rose", "fell"), ("fell", "rose"), ("to", "from"),
    ("for", "against"), ("against", "for"), ("first", "last"), ("more", "less"), ("won", "lost"),
    ("lost", "won"), ("from", "to"), ("with", "without"), ("all", "some"), ("most", "all"),
    ("open", "close"), ("may", "will"), ("could", "will"), ("would", "did"), ("said", "denied"),
    ("killed", "injured"), ("injured", "killed"), ("earlier", "later"), ("left", "reached"),
    ("bought", "sold"), ("accepted", "rejected"), ("agreed", "refused"),
)  # fmt: skip
_LONGEST: Final = 260  # characters: longer sentences are lists
_OTHERS: Final = 3  # names of the same report that are put for each name


def main() -> int:
    """Print how many changed sentences pass, by what was changed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.changed", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=1500)
    parser.add_argument("--gate", action="store_true", help="of the gate, not the verifier")
    parser.add_argument("--show", action="store_true", help="print what passes")
    args = parser.parse_args()
    drawn = random.Random(args.seed)
    cases = list(_cases(drawn))
    drawn.shuffle(cases)
    tried: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for what, text, span, article in cases[: args.cases]:
        tried[what] += 1
        if _passes(text, span, article, by_gate=args.gate):
            passed[what] += 1
            if args.show:
                print(f"[{what}] {text}")
    print(state_machine("PyStemmer"))
    rows = [(what, str(count), str(passed[what])) for what, count in tried.most_common()]
    total = ("all", str(tried.total()), str(passed.total()))
    print_table(
        "\nSentences changed in one place", ("changed", "sentences", "pass"), [*rows, total]
    )
    return 0


def _passes(text: str, span: Span, article: CitedArticle, *, by_gate: bool) -> bool:
    if by_gate:
        return not find_faults(text, span, article)
    paragraphs = re.finditer(r"[^\n]+", article.text)
    whole = tuple(Span(article.id, article.revision, *one.span()) for one in paragraphs)
    return verify(Claim(text, whole), [article]).passed


def _cases(drawn: random.Random) -> Iterator[tuple[str, str, Span, CitedArticle]]:
    seen: set[str] = set()
    for key, article in all_articles().items():
        if article.lang != "en" or key.startswith("kept/"):
            continue
        names = sorted({found[0] for found in _NAME.finditer(article.text)})
        for start, end in sentence_spans(article.text):
            told = article.text[start:end]
            if told in seen or len(told) > _LONGEST or not {'"', "“"}.isdisjoint(told):
                continue
            seen.add(told)
            others = drawn.sample(names, min(_OTHERS, len(names)))
            for what, text in _changed(told, others):
                yield what, text, Span(article.id, article.revision, start, end), article


def _changed(told: str, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    names = [one for one in _NAME.finditer(told) if one.start() or " " in one[0]]
    for what, found in (("two names", names), ("two numbers", list(_NUMBER.finditer(told)))):
        for number, one in enumerate(found):
            for two in found[number + 1 :]:
                if one[0] not in two[0] and two[0] not in one[0]:
                    between = told[one.end() : two.start()]
                    rest = told[two.end() :]
                    yield what, f"{told[: one.start()]}{two[0]}{between}{one[0]}{rest}"
    for one in names:
        for other in others:
            if " " in other and " " in one[0] and other not in told:
                yield "another name", f"{told[: one.start()]}{other}{told[one.end() :]}"
    for word in _TAKEN:
        if f" {word} " in told:
            yield f"no {word}", told.replace(f" {word} ", " ", 1)
    for word, other in _TURNED:
        if turned := re.search(rf"\b{word}\b", told):
            yield f"{word} > {other}", f"{told[: turned.start()]}{other}{told[turned.end() :]}"


if __name__ == "__main__":
    raise SystemExit(main())
