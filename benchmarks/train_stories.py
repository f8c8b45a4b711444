"""Train the stories model: background frequencies and pair weights from labelled articles.

usage: python -m benchmarks.train_stories ARTICLES.jsonl.gz [--write]

Rows are {id, date, title, body, lang, source, story}. Prints cross-validated figures: the
stream is cut in five stretches of time; each stretch is placed with weights learned from
the other four, at the stream's own pace and with time compressed 10 and 60 times. With
--write the background table (hashed terms only) and the weights are put beside the code.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.agreement import b_cubed, pairwise_f1
from benchmarks.leads import lead_of
from wireroom.engine.stories import features as features_module
from wireroom.engine.stories.decide import DENSITY_SIGNALS, Model
from wireroom.engine.stories.features import Features, count_terms, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.linkage import Linkage
from wireroom.engine.stories.pairs import SIGNALS, Floats
from wireroom.engine.types import ArticleText

FOLDER: Final = Path(features_module.__file__).parent
FOLDS: Final = 5
PACES: Final = (1, 10, 60)
TRAINED_PACES: Final = (1, 60)  # one weight vector has to serve quiet and crowded streams
# Log odds above which an article joins. B-cubed F1 gains .006 at -1.0, precision loses .013
# to .031: a false merge costs more than a miss.
STORY_THRESHOLD: Final = -0.6
STORYLINE_THRESHOLD: Final = -0.3
_REPEATED: Final = 0.15  # of all negatives; see add_neighbours_in_time
_MIN_DOCUMENTS: Final = (
    4  # a background term in fewer articles tells more of its time than of English
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its true story."""

    features: Features
    outlet: str | None
    story: str
    fold: int


def load(path: Path, *, caseless: bool, leads: bool = False) -> list[Labelled]:
    """Read labelled articles; `caseless` makes them look like a language without capitals,
    stemmer or background table, `leads` cuts bodies to their first two sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [
        Labelled(
            features=extract_features(_article(row, caseless=caseless, leads=leads)),
            outlet=row["source"],
            story=row["story"],
            fold=number * FOLDS // len(rows),
        )
        for number, row in enumerate(rows)
    ]


def _article(row: dict[str, Any], *, caseless: bool = False, leads: bool = False) -> ArticleText:
    at = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC)
    title, body, lang = row["title"], row["body"], row["lang"]
    if caseless:
        title, body, lang = title.lower(), body.lower(), "zxx"
    article = ArticleText(id=row["id"], title=title, body=body, published_at=at, lang=lang)
    return lead_of(article) if leads else article


def make_background(path: Path) -> None:
    """Write the share of articles that hold each common term, keyed by hash."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        articles = [_article(json.loads(line)) for line in stream]
    counts: Counter[int] = Counter()
    for article in articles:
        counts.update(count_terms(article.title, article.body, "en").keys.tolist())
    keys = sorted(key for key, count in counts.items() if count >= _MIN_DOCUMENTS)
    shares = [counts[key] / len(articles) for key in keys]
    (FOLDER / "background").mkdir(exist_ok=True)
    np.savez_compressed(
        FOLDER / "background" / "en.npz",
        keys=np.array(keys, "<u4"),
        shares=np.array(shares, "<f2"),
    )


def at_pace(articles: Sequence[Labelled], pace: int) -> list[Labelled]:
    """Compress the time between articles by a factor."""
    start = articles[0].features.published_at
    assert start is not None
    squeezed = []
    for article in articles:
        at = article.features.published_at
        assert at is not None
        moved = replace(article.features, published_at=start + (at - start) / pace)
        squeezed.append(replace(article, features=moved))
    return squeezed


def collect_rows(articles: Sequence[Labelled]) -> tuple[Floats, Floats, Floats]:
    """Stream the articles into their true stories; return rows, labels and folds."""
    index, numbers = StoryIndex(articles[0].features.lang), _numbered(articles)
    rows, labels, folds = [], [], []
    for key, article in enumerate(articles):
        at = article.features.published_at
        assert at is not None
        found = index.survey(article.features, at=at)
        rows.append(np.column_stack([found.signals, found.density]))
        labels += [placed.story == numbers[article.story] for placed in found.near]
        folds += [article.fold] * len(found.near)
        index.add(numbers[article.story], key, article.features, at=at, outlet=article.outlet)
    return np.vstack(rows), np.array(labels, float), np.array(folds, float)


def add_neighbours_in_time(
    rows: Floats, labels: Floats, folds: Floats
) -> tuple[Floats, Floats, Floats]:
    """Repeat some negatives at the distance in time of some positive.

    In a quiet stream two reports of one minute are nearly always one event; among many
    outlets they are not. Without these rows the model joins on time alone.
    """
    drawn = np.random.default_rng(7)
    times = [SIGNALS.index("gap"), SIGNALS.index("gap_days")]
    taken = (labels == 0) & (drawn.random(len(labels)) < _REPEATED)
    others = rows[taken].copy()
    positives = rows[labels == 1]
    chosen = drawn.integers(len(positives), size=len(others))
    others[:, times] = positives[chosen][:, times]
    return (
        np.concatenate([rows, others]),
        np.concatenate([labels, np.zeros(len(others))]),
        np.concatenate([folds, folds[taken]]),
    )


def _numbered(articles: Sequence[Labelled]) -> dict[str, int]:
    return {story: n for n, story in enumerate(dict.fromkeys(a.story for a in articles))}


def fit(rows: Floats, labels: Floats, *, ridge: float = 1.0) -> Model:
    """Fit a ridge-penalised logistic regression by Newton's method."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    penalty = np.eye(scaled.shape[1]) * ridge
    penalty[0, 0] = 0.0
    beta = np.zeros(scaled.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-scaled @ beta))
        slope = scaled.T @ (chance - labels) + penalty @ beta
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + penalty
        beta -= np.linalg.solve(curve, slope)
    weights = beta[1:] / spread
    return Model(float(beta[0] - weights @ mean), weights, STORY_THRESHOLD, STORYLINE_THRESHOLD)


def place(articles: Sequence[Labelled], models: Sequence[Model]) -> list[int]:
    """Place the stream, each stretch with its own model, and link it; return story numbers."""
    index, linkage = StoryIndex(articles[0].features.lang), Linkage()
    stories: dict[int, int] = {}
    for key, article in enumerate(articles):
        at = article.features.published_at
        assert at is not None
        index.use(models[article.fold])
        decision = index.decide(article.features, at=at, outlet=article.outlet)
        story = key if decision.story is None else decision.story
        index.add(
            story, key, article.features, at=at, outlet=article.outlet, storyline=decision.storyline
        )
        linkage.add(key, decision.near)
        stories[key] = story
    return list(linkage.groups(stories).values())


def train(path: Path, *, caseless: bool, thresholds: Sequence[float]) -> Model:
    """Print cross-validated figures and return the model of all rows."""
    articles = load(path, caseless=caseless)
    truth = [article.story for article in articles]
    # Half of the rows are of leads alone, as feeds give them: whole articles lose nothing by it,
    # leads gain .008 B-cubed F1 and .021 pairwise F1 (both cross-validated).
    leads = load(path, caseless=caseless, leads=True)
    streams = [articles, leads]
    tables = [collect_rows(at_pace(one, pace)) for one in streams for pace in TRAINED_PACES]
    rows, labels, folds = (np.concatenate(part) for part in zip(*tables, strict=True))
    rows, labels, folds = add_neighbours_in_time(rows, labels, folds)
    models = [fit(rows[folds != fold], labels[folds != fold]) for fold in range(FOLDS)]
    for pace in PACES:
        for threshold in thresholds:
            cut = [replace(model, story_threshold=threshold) for model in models]
            found = place(at_pace(articles, pace), cut)
            precision, recall, f1 = b_cubed(truth, found)
            print(
                f"{'caseless' if caseless else 'cased':8} pace {pace:2} threshold {threshold:5.2f}"
                f"  B-cubed {precision:.3f} {recall:.3f} {f1:.3f}"
                f"  pairwise F1 {pairwise_f1(truth, found):.3f}",
                flush=True,
            )
    return fit(rows, labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--thresholds", type=float, nargs="+", default=[STORY_THRESHOLD])
    args = parser.parse_args()
    if args.write:
        make_background(args.articles)
    model = train(args.articles, caseless=False, thresholds=args.thresholds)
    # What a language without capitals, stemmer or background table can expect.
    train(args.articles, caseless=True, thresholds=args.thresholds)
    names = [*SIGNALS, *DENSITY_SIGNALS]
    weights = {n: round(w, 4) for n, w in zip(names, model.weights.tolist(), strict=True)}
    fields = {
        "bias": round(model.bias, 4),
        "weights": weights,
        "story_threshold": model.story_threshold,
        "storyline_threshold": model.storyline_threshold,
    }
    written = json.dumps(fields, indent=1)
    print(written)
    if args.write:
        (FOLDER / "model.json").write_text(written + "\n", "utf-8")


if __name__ == "__main__":
    main()
