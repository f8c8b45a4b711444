"""Learns from annotated pages which marked words are quotes and who says them.

    python -m benchmarks.quote_odds ../shared/extraction [--write]

Prints what the rules alone and the learned odds reach on English pages: each page is judged by
weights learned without it (eight folds by a hash of its name). `--write` learns from all pages and
writes `engine/insight/quotes/odds.json`. The part "eighteenth" is never learned from.

Who speaks is a conditional logit over the candidates and "nobody" (McFadden 1974), whether marked
words are a quotation a logit; both with a quadratic penalty, fitted by Newton's method.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.quotes import TRUTH, annotated_bodies, f1, plain_name, true_speakers
from wireroom.engine.insight.quotes import judged
from wireroom.engine.insight.quotes.candidates import (
    Scene,
    candidates,
    kind_of,
    nobody_signs,
    scene_of,
)
from wireroom.engine.insight.quotes.find import read_marks
from wireroom.engine.insight.quotes.quotation_cues import quotation_signs
from wireroom.engine.insight.quotes.reading import Source

Floats = NDArray[np.float64]

HELD: Final = "eighteenth"
# Parts whose errors no rule was made from, or few: what the rules say is worth less elsewhere.
UNREAD: Final = frozenset(
    {"tenth", "twelfth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "nineteenth"}
)
_READ_WEIGHT: Final = 0.5  # of a page whose errors rules were made from; .25 and 1 gave the same
_FOLDS: Final = 8
_FEWEST: Final = 3  # marks with a sign for it to be learned
_PENALTY: Final = 8.0  # of squared weights; 4 and 2 name fewer speakers at the same precision
_STEPS: Final = 30
_LONGEST_STEP: Final = 2.0
_SMALLEST_STEP: Final = 1e-3
_THRESHOLDS: Final = (0.4, 0.6, 0.8, 0.9)  # one for all speakers, however they are named
OUT: Final = Path(judged.__file__).with_name("odds.json")


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: their signs, who may have said them and whether that is right."""

    page: str
    part: str
    is_quotation: bool
    has_speaker: bool
    signs: set[str]
    options: list[set[str]]  # of each candidate, of nobody last
    right: list[bool]  # of each candidate
    by_rules: int | None  # the candidate that the rules name
    is_read: bool  # by the rules as a quotation
    is_rare: bool  # read in a way that is not learned
    bar: float  # the odds from which whom the rules name is named

    @property
    def weight(self) -> float:
        """Return how much the mark counts in learning."""
        return 1.0 if self.part in UNREAD else _READ_WEIGHT


def main() -> None:
    """Print figures of pages left out; write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    marks, missed = read_annotated(args.corpus)
    judgements = [each for fold in range(_FOLDS) for each in _left_out(marks, fold)]
    for name, parts in (("all", None), ("unread by rules", UNREAD)):
        chosen = [each for each in judgements if parts is None or each[0].part in parts]
        lost = sum(count for part, count in missed.items() if parts is None or part in parts)
        _print(name, chosen, lost)
    if args.write:
        weights = learned(marks)
        OUT.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", "utf-8")


def read_annotated(corpus: Path) -> tuple[list[Mark], Counter[str]]:
    """Return the marks of English pages, and by part the quotes that stand between no marks."""
    bodies = dict(annotated_bodies(corpus))
    marks: list[Mark] = []
    missed: Counter[str] = Counter()
    for line in TRUTH.read_text("utf-8").splitlines():
        page = json.loads(line)
        if page["part"] != HELD:
            found, lost = _marks_of(page, *bodies[page["page"]])
            marks += found
            missed[page["part"]] += lost
    return marks, missed


def _marks_of(page: dict[str, Any], body: str, lang: str | None) -> tuple[list[Mark], int]:
    reading = read_marks(body, lang)
    if reading.lang != "en":
        return [], 0
    scene = scene_of(reading)
    true = {
        (each["start"], each["end"]): true_speakers(each, body)
        for each in page["quotes"]
        if each["kind"] == "marked"
    }
    marks = []
    for mark in scene.places:
        names = true.pop((reading.marked[mark].start, reading.marked[mark].end), None)
        found = candidates(scene, mark)
        stretch = reading.stretches.get(mark)
        quote = stretch.quote if stretch is not None else None
        told = quote.speaker_resolved if quote is not None else None
        kind = kind_of(reading, mark)
        options = [*(each.signs for each in found.values()), nobody_signs(scene, mark)]
        marks.append(
            Mark(
                page["page"],
                page["part"],
                names is not None,
                bool(names),
                _crossed(quotation_signs(scene, mark), kind),
                [_crossed(each, kind) for each in options],
                [plain_name(name) in (names or ()) for name in found],
                list(found).index(told) if told is not None else None,
                quote is not None,
                stretch is not None and stretch.way in judged.RARE_WAYS,
                _bar(scene, mark, [each.source for each in found.values()]),
            )
        )
    return marks, len(true)


def _bar(scene: Scene, mark: int, sources: Sequence[Source]) -> float:
    stretch = scene.reading.stretches.get(mark)
    if stretch is None:
        return judged.OTHER_FROM
    alone = judged.is_alone(stretch.source, sources)
    return judged.bar_of(scene, mark, stretch, alone=alone)


def _crossed(signs: set[str], kind: str) -> set[str]:
    """Return signs as they count for all marked words and for those of one kind."""
    return signs | {f"{sign}:{kind}" for sign in signs}


def _left_out(marks: Sequence[Mark], fold: int) -> list[tuple[Mark, float, Floats]]:
    weights = learned([each for each in marks if _fold(each.page) != fold])
    return [
        (each, *_judge(each, weights["quotation"], weights["speaker"]))
        for each in marks
        if _fold(each.page) == fold
    ]


def _fold(page: str) -> int:
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % _FOLDS


def _judge(
    mark: Mark, quotation: dict[str, float], speaker: dict[str, float]
) -> tuple[float, Floats]:
    is_quotation = 1 / (1 + np.exp(-sum(quotation.get(sign, 0.0) for sign in mark.signs)))
    scores = np.array([sum(speaker.get(sign, 0.0) for sign in signs) for signs in mark.options])
    odds = np.exp(scores - scores.max())
    return float(is_quotation), odds / odds.sum()


def learned(marks: Sequence[Mark]) -> dict[str, dict[str, float]]:
    """Return the weights of the signs of quotations and of speakers."""
    quotation = _table([each.signs for each in marks])
    is_quotation = np.array([float(each.is_quotation) for each in marks])
    weight = np.array([each.weight for each in marks])
    rows = _matrix([each.signs for each in marks], quotation)
    speaker = _table([set().union(*each.options) for each in marks])
    return {
        "quotation": _named(quotation, _newton(_logit(rows, is_quotation, weight), len(quotation))),
        "speaker": _named(speaker, _newton(_choice(marks, speaker), len(speaker))),
    }


def _table(signs: Iterable[set[str]]) -> dict[str, int]:
    counts = Counter(sign for each in signs for sign in each)
    often = sorted(sign for sign, count in counts.items() if count >= _FEWEST)
    return {sign: at for at, sign in enumerate(often)}


def _named(table: dict[str, int], weights: Floats) -> dict[str, float]:
    return {sign: round(float(weights[at]), 3) for sign, at in table.items()}


def _matrix(rows: Sequence[set[str]], table: dict[str, int]) -> Floats:
    matrix = np.zeros((len(rows), len(table)))
    for at, signs in enumerate(rows):
        matrix[at, [table[sign] for sign in signs if sign in table]] = 1.0
    return matrix


Slope = Callable[[Floats], tuple[Floats, Floats]]


def _logit(rows: Floats, true: Floats, weight: Floats) -> Slope:
    """Return gradient and curvature of a logit's log-likelihood."""

    def slope(weights: Floats) -> tuple[Floats, Floats]:
        odds = 1 / (1 + np.exp(-rows @ weights))
        bent = rows * (odds * (1 - odds) * weight)[:, None]
        return rows.T @ ((true - odds) * weight), rows.T @ bent

    return slope


def _choice(marks: Sequence[Mark], table: dict[str, int]) -> Slope:
    """Return gradient and curvature of a conditional logit's log-likelihood."""
    rows = _matrix([signs for each in marks for signs in each.options], table)
    sizes = [len(each.options) for each in marks]
    starts = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(marks)), sizes)
    true = np.concatenate([[*each.right, not any(each.right)] for each in marks]).astype(float)
    weight = np.array([each.weight for each in marks])[owner]

    def slope(weights: Floats) -> tuple[Floats, Floats]:
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        odds /= np.add.reduceat(odds, starts)[owner]
        wanted = odds * true
        wanted /= np.add.reduceat(wanted, starts)[owner]
        mean = np.add.reduceat(rows * odds[:, None], starts, axis=0)
        bent = rows.T @ (rows * (odds * weight)[:, None])
        bent -= mean.T @ (mean * weight[starts][:, None])
        return rows.T @ ((wanted - odds) * weight), bent

    return slope


def _newton(slope: Slope, size: int) -> Floats:
    weights = np.zeros(size)
    for _ in range(_STEPS):
        gradient, bent = slope(weights)
        step = np.linalg.solve(bent + _PENALTY * np.eye(size), gradient - _PENALTY * weights)
        longest = np.abs(step).max()
        weights += step * min(1.0, _LONGEST_STEP / longest)
        if longest < _SMALLEST_STEP:
            break
    return weights


def _print(name: str, judgements: Sequence[tuple[Mark, float, Floats]], lost: int) -> None:
    marks = [mark for mark, _, _ in judgements]
    true = sum(each.is_quotation for each in marks) + lost
    speakers = sum(each.has_speaker for each in marks) + lost
    read = [each for each in marks if each.is_read]
    named = [each.right[each.by_rules] for each in read if each.by_rules is not None]
    spans = f1(sum(each.is_quotation for each in read), len(read), true)
    print(f"{name}: {len({each.page for each in marks})} pages, {true} quotes")
    print(_row("rules", spans, named, speakers))
    found = [each for each in judgements if each[0].is_rare or each[1] >= judged.LEAST]
    spans = f1(sum(mark.is_quotation for mark, _, _ in found), len(found), true)
    for least in (*_THRESHOLDS, None):
        right = [_shown_right(each, least) for each in found]
        shown = [each for each in right if each is not None]
        print(_row(f"odds from {least or 'their bars'}", spans, shown, speakers))


def _shown_right(judgement: tuple[Mark, float, Floats], least: float | None) -> bool | None:
    """Return whether the speaker that is shown is right, None where nobody is shown."""
    mark, is_quotation, odds = judgement
    if mark.is_rare:
        return None if mark.by_rules is None else mark.right[mark.by_rules]
    if not mark.right:
        return None
    best = int(odds[:-1].argmax())
    own = mark.bar if best == mark.by_rules else judged.OTHER_FROM
    return mark.right[best] if odds[best] * is_quotation >= (least or own) else None


def _row(name: str, spans: float, shown: Sequence[bool], speakers: int) -> str:
    right = sum(shown)
    return (
        f"  {name}: span F1 {spans:.3f}, speaker F1 {f1(right, len(shown), speakers):.3f}, "
        f"shown precision {right / max(1, len(shown)):.3f}, {len(shown)} of {speakers} shown"
    )


if __name__ == "__main__":
    main()
