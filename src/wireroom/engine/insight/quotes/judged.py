"""Decides by learned odds which marked words are quotes, and who said them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from typing import Final

from wireroom.engine.insight.quotes.candidates import (
    Scene,
    candidates,
    kind_of,
    naming_of,
    nobody_signs,
    scene_of,
)
from wireroom.engine.insight.quotes.quotation_cues import quotation_signs
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.quotes.reaching import reach_signs
from wireroom.engine.insight.quotes.reading import Reading, Source, Stretch
from wireroom.engine.insight.quotes.shaped import is_told

# The language that the odds were learned on; in others what the rules read stands.
_LEARNED: Final = "en"
LEAST: Final = 0.5  # odds from which marked words are a quotation
# Odds from which a speaker is named whom the rules name, too: by what is said, by what the text
# names them and by whether anybody else may have said it; and any other. Chosen on annotated
# pages, so that no more of those shown are wrong and no fewer named than before there were kinds.
NAMED_FROM: Final = {
    "alone": 0.35,
    "speech": 0.62,
    "speech told": 0.6,
    "fragment called": 0.4,
    "fragment beside": 0.35,
    "fragment pronoun": 0.43,
    "fragment": 0.5,
    "fragment told": 0.52,
}
OTHER_FROM: Final = 0.75
_CALLED: Final = frozenset({"reach by call", "reach small"})  # "who called it “shameful”"
# Ways of the rules that too few annotated pages hold to be learned, and that were right there.
RARE_WAYS: Final = frozenset({"inside", "introduced"})
_UNSURE: Final = 0.3  # the confidence of a quote without a speaker

Weights = Mapping[str, float]


def judged_quotes(reading: Reading) -> Iterator[Quote]:
    """Yield the marked quotes of an article that was read, in reading order.

    `benchmarks/quote_odds.py` learns the weights: a conditional logit over the candidates and
    "nobody", and a logit of whether marked words are a quotation at all.
    """
    if reading.lang != _LEARNED:
        yield from (each.quote for each in reading.stretches.values() if each.quote is not None)
        return
    scene = scene_of(reading)
    for mark in scene.places:
        quote = _judged(scene, mark)
        if quote is not None:
            yield quote


def _judged(scene: Scene, mark: int) -> Quote | None:
    stretch = scene.reading.stretches.get(mark)
    if stretch is not None and stretch.way in RARE_WAYS:
        return stretch.quote
    weights = weights_of(kind_of(scene.reading, mark))
    is_quotation = 1 / (1 + exp(-_sum(weights["quotation"], quotation_signs(scene, mark))))
    if is_quotation < LEAST:
        return None
    source, odds, alone = _likeliest(scene, mark, weights["speaker"])
    odds *= is_quotation
    quote = (stretch.quote if stretch is not None else None) or _found(scene, mark)
    same = source is not None and quote.speaker_resolved == source.resolved
    if same and stretch is not None and odds >= bar_of(scene, mark, stretch, alone=alone):
        return replace(quote, confidence=round(odds, 2))
    if source is not None and odds >= OTHER_FROM:
        return _with_speaker(quote, source, odds)
    return _without_speaker(quote)


def bar_of(scene: Scene, mark: int, stretch: Stretch, *, alone: bool) -> float:
    """Return the odds from which the speaker is named whom the rules name.

    Who is named beside speech is seldom another; of whom "he" and "the mayor" mean, and whose a
    fragment is, more has to tell; less where nobody else is read near the words (`alone`).
    """
    if alone:
        return NAMED_FROM["alone"]
    naming = naming_of(stretch.source)
    is_name = naming in ("all", "part")
    if stretch.assigned.kind == "direct":
        return NAMED_FROM["speech" if is_name else "speech told"]
    number, at = scene.places[mark]
    if naming == "pronoun":
        return NAMED_FROM["fragment pronoun"]
    if stretch.way == "beside":
        return NAMED_FROM["fragment beside"]
    if reach_signs(scene.reading.told[number], at, stretch) >= _CALLED:
        return NAMED_FROM["fragment called"]
    return NAMED_FROM["fragment told" if naming in ("phrase", "role") else "fragment"]


def _likeliest(scene: Scene, mark: int, weights: Weights) -> tuple[Source | None, float, bool]:
    """Return the likeliest speaker with the odds, between 0 and 1, and if there is no other."""
    found = list(candidates(scene, mark).values())
    scores = [_sum(weights, each.signs) for each in found]
    none = _sum(weights, nobody_signs(scene, mark))
    if not found:
        return None, 0.0, True
    best = max(range(len(found)), key=scores.__getitem__)
    top = max(scores[best], none)
    total = sum(exp(score - top) for score in (*scores, none))
    source = found[best].source
    alone = is_alone(source, [each.source for each in found])
    return source, exp(scores[best] - top) / total, alone


def is_alone(source: Source, sources: Sequence[Source]) -> bool:
    """Tell whether nobody else may have said it; Quill of "Quill's lawyer" is nobody else."""
    text = source.text or ""
    others = [each for each in sources if each.resolved != source.resolved]
    return all(each.resolved is not None and each.resolved in text for each in others)


def _sum(weights: Weights, signs: set[str]) -> float:
    return sum(map(weights.get, signs, repeat(0.0)))


def _found(scene: Scene, mark: int) -> Quote:
    """Return a quote that the rules passed over."""
    span = scene.reading.marked[mark]
    words = scene.reading.body[span.start : span.end]
    return Quote(words, span.start, span.end, "mixed", confidence=_UNSURE)


def _without_speaker(quote: Quote) -> Quote:
    if quote.speaker_resolved is None and quote.confidence == _UNSURE:
        return quote
    if quote.cue is not None and is_told(quote.speaker, _LEARNED):
        return replace(quote, speaker_resolved=None, confidence=_UNSURE)
    return replace(
        quote,
        speaker=None,
        speaker_start=None,
        speaker_end=None,
        speaker_resolved=None,
        confidence=_UNSURE,
    )


def _with_speaker(quote: Quote, source: Source, odds: float) -> Quote:
    """Return a quote of another speaker than a verb of saying gave it."""
    return replace(
        quote,
        speaker=source.text,
        speaker_start=source.start,
        speaker_end=source.end,
        speaker_resolved=source.resolved,
        via=[name for name in quote.via if name != source.resolved],
        confidence=round(odds, 2),
    )


@cache
def weights_of(kind: str) -> Mapping[str, Weights]:
    """Return the weights of signs, by what they decide, for marked words of a kind.

    Where a sign tells something else of one kind it has a second weight: "leads:direct".
    """
    text = (files("wireroom.engine.insight.quotes") / "odds.json").read_text("utf-8")
    return {
        decides: {sign: at + own.get(f"{sign}:{kind}", 0.0) for sign, at in own.items()}
        for decides, own in json.loads(text).items()
    }
