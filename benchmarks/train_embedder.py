"""Learn what an embedder's vectors are worth in the odds of a pair, from labelled articles.

usage: python -m benchmarks.train_embedder FOLDER ARTICLES.jsonl.gz

Rows are {id, date, title, body, lang, source, story}. The stream is filed into its true stories, at
its own pace and 60 times denser; of each article and the candidates near it `gain` and `centre` of
`gain * (cosine - centre)` are learned by logistic regression, beside the log odds that the pair has
without. Prints what they do to the stream's last quarter, learned from what was before it, by pairs
and by stories, and writes weights.toml of all into the model's folder, unless the last quarter is
no better for it: the better odds of a pair need not make better stories.
"""

import argparse
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.agreement import b_cubed_f1
from benchmarks.train_stories import TRAINED_PACES, Labelled, at_pace
from wireroom.adapters.dense import write_weights
from wireroom.adapters.embed import OnnxEmbedder
from wireroom.engine.ports import Embedder
from wireroom.engine.stories.dense import Dense, DenseWeights, embed_article
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.pairs import Floats
from wireroom.engine.stories.replay import Entrant, replay
from wireroom.engine.types import ArticleText

_HELD_FROM: Final = 0.75  # of the stream, in order of time
# A weak pull to a gain of nothing: with few pairs an even split would have none at infinity.
_RIDGE: Final = 1.0
_STEPS: Final = 30


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of candidates: log odds without the vectors, cosine, truth, place in the stream."""

    odds: Floats
    cosines: Floats
    same: Floats
    at: Floats

    def of(self, chosen: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> "Pairs":
        """Return some of the pairs."""
        return Pairs(self.odds[chosen], self.cosines[chosen], self.same[chosen], self.at[chosen])


def load_with_vectors(path: Path, embedder: Embedder) -> list[Labelled]:
    """Read labelled articles, each with its vector where it has one."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            at = datetime.fromisoformat(row["date"])
            article = ArticleText(
                id=row["id"],
                title=row["title"],
                body=row["body"],
                published_at=at if at.tzinfo else at.replace(tzinfo=UTC),
                lang=row["lang"],
            )
            features = replace(extract_features(article), dense=embed_article(embedder, article))
            found.append(Labelled(features, row["source"], row["story"], fold=0))
    return found


def collect_pairs(articles: Sequence[Labelled], name: str) -> Pairs:
    """Stream the articles into their true stories; return each with what is near it."""
    index, dense = StoryIndex(articles[0].features.lang), Dense(DenseWeights(name, 1.0, 0.0))
    numbers = {story: n for n, story in enumerate(dict.fromkeys(a.story for a in articles))}
    rows: list[Floats] = []
    for key, article in enumerate(articles):
        at, story = article.features.published_at, numbers[article.story]
        assert at is not None
        near = index.decide(article.features, at=at, outlet=None).near
        cosines = dense.cosines(article.features.dense, list(near))
        same = [index.story_of(other) == story for other in near]
        place = np.full(len(near), key / len(articles))
        rows.append(np.column_stack([list(near.values()), cosines, same, place]))
        index.add(story, key, article.features, at=at, outlet=article.outlet)
        dense.put(key, article.features.dense)
    odds, cosines, same_story, places = np.vstack(rows).T
    return Pairs(odds, cosines, same_story, places).of(~np.isnan(cosines))


def learn(pairs: Pairs, name: str) -> DenseWeights:
    """Return gain and centre; a gain of 0 where cosines tell nothing.

    What a constant alone would gain is left out: the bar was set with the odds as they are.
    """
    mean, spread = pairs.cosines.mean(), pairs.cosines.std() + 1e-9
    constant = np.ones((len(pairs.odds), 1))
    (moved,) = _fit(pairs, constant)
    bias, slope = _fit(pairs, np.column_stack([constant, (pairs.cosines - mean) / spread]))
    gain = slope / spread
    if gain <= 0:
        return DenseWeights(name, 0.0, 0.0)
    return DenseWeights(name, round(gain, 4), round(float(mean - (bias - moved) / gain), 4))


def _fit(pairs: Pairs, columns: Floats) -> list[float]:
    """Return a weight a column, by Newton's method, beside the odds that the pairs have."""
    penalty = np.eye(columns.shape[1]) * _RIDGE
    penalty[0, 0] = 0.0
    beta = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(pairs.odds + columns @ beta)))
        slope = columns.T @ (chance - pairs.same) + penalty @ beta
        curve = (columns * (chance * (1 - chance))[:, None]).T @ columns + penalty
        beta -= np.linalg.solve(curve, slope)
    found: list[float] = beta.tolist()
    return found


def measure_loss(pairs: Pairs, weights: DenseWeights | None) -> float:
    """Return the mean log loss of the pairs, in nats."""
    added = weights.gain * (pairs.cosines - weights.centre) if weights else 0.0
    signs = np.where(pairs.same > 0, -1.0, 1.0)
    return float(np.logaddexp(0.0, signs * (pairs.odds + added)).mean())


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=Path)
    args = parser.parse_args(words)
    embedder = OnnxEmbedder(args.folder)
    articles = load_with_vectors(args.articles, embedder)
    parts = [collect_pairs(at_pace(articles, pace), embedder.name) for pace in TRAINED_PACES]
    pairs = Pairs(*(np.concatenate(part) for part in zip(*map(_columns, parts), strict=True)))
    if not len(pairs.odds):
        print("no pair has two vectors: the model was not made for the language of these articles")
        return 1
    weights = learn(pairs.of(pairs.at < _HELD_FROM), embedder.name)
    if not is_worth_it(articles, pairs.of(pairs.at >= _HELD_FROM), weights):
        print("nothing written: what came later is told no better with these vectors")
        return 1
    print(f"wrote {write_weights(args.folder, learn(pairs, embedder.name))}")
    return 0


def _columns(pairs: Pairs) -> tuple[Floats, ...]:
    return pairs.odds, pairs.cosines, pairs.same, pairs.at


def is_worth_it(articles: Sequence[Labelled], held: Pairs, weights: DenseWeights) -> bool:
    """Print what weights do to pairs and stories they were not learned from.

    They are worth it where pairs gain, and stories at one pace without losing at another.
    """
    loss = [measure_loss(held, known) for known in (None, weights)]
    later = articles[int(len(articles) * _HELD_FROM) :]
    print(
        f"gain {weights.gain}, centre {weights.centre}\n"
        f"{len(held.odds):,} later pairs: log loss {loss[0]:.4f} without the vectors, "
        f"{loss[1]:.4f} with them"
    )
    gains = []
    for pace in TRAINED_PACES:
        stream = at_pace(later, pace)
        without, with_them = measure_stories(stream, None), measure_stories(stream, weights)
        print(
            f"{len(later):,} later articles, {pace} times denser: B-cubed F1 {without:.4f} "
            f"without the vectors, {with_them:.4f} with them"
        )
        gains.append(with_them - without)
    return loss[1] < loss[0] and min(gains) >= 0 and max(gains) > 0


def measure_stories(articles: Sequence[Labelled], weights: DenseWeights | None) -> float:
    """Return the B-cubed F1 of the stream, placed and linked."""
    entrants = [_entrant(key, article) for key, article in enumerate(articles)]
    placed = replay(articles[0].features.lang, entrants, dense=weights)
    groups = {one.article: one.group for one in placed}
    truth = [article.story for article in articles]
    return b_cubed_f1(truth, [groups[key] for key in range(len(truth))])


def _entrant(key: int, article: Labelled) -> Entrant:
    at = article.features.published_at
    assert at is not None
    return Entrant(
        article=key,
        features=article.features,
        at=at,
        order=f"{key:09}",
        outlet=article.outlet,
        copy_of={},
    )


if __name__ == "__main__":
    raise SystemExit(main())
