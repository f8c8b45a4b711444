"""Train the stories model: background frequencies and pair weights from labelled articles.

usage: python -m benchmarks.train_stories ARTICLES.jsonl.gz [--write]

Rows are {id, date, title, body, lang, source, story}. Prints cross-validated figures: the
stream is cut in five stretches of time; each stretch is placed with weights learned from
the other four, at the stream's own pace and with time compressed. The weights of languages
without background are learned from the same reports in disguise (benchmarks/disguises.py),
each report in one of five, and what is printed of a disguise was learned from the other four.
With --write the background table (hashed terms only) and the weights are put beside the code.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.agreement import b_cubed, pairwise_f1
from benchmarks.disguises import DISGUISES
from benchmarks.labelled import (
    FOLDS,
    NO_STORY,
    Labelled,
    article_of,
    at_pace,
    load,
    load_among,
    numbered,
)
from benchmarks.pair_model import as_fields, fit, fit_again, fit_uncounted
from benchmarks.streams import Told
from benchmarks.tellings import TUNED, languages, tell
from wireroom.engine.stories import features as features_module
from wireroom.engine.stories.decide import DENSITY_SIGNALS, Model, Models, as_uncounted
from wireroom.engine.stories.features import count_terms, extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.linkage import SURE, Linkage
from wireroom.engine.stories.pairs import SIGNALS, Floats

FOLDER: Final = Path(features_module.__file__).parent
PACES: Final = (1, 10, 60)
# One model has to serve quiet and crowded streams.
TRAINED_PACES: Final = (1, 60)
UNCOUNTED_PACES: Final = PACES
_KNOWN_AT_FIRST: Final = len(SIGNALS) + len(DENSITY_SIGNALS)
_REPEATED: Final = 0.15  # of all negatives; see add_neighbours_in_time
_TOLD_SEEDS: Final = range(10, 13)
_NO_FOLD: Final = -1  # told at no time of the stream: learned from always
_MIN_DOCUMENTS: Final = (
    4  # a background term in fewer articles tells more of its time than of English
)


Rows = tuple[Floats, Floats, Floats]  # signals, labels and folds


def make_background(path: Path) -> None:
    """Write the share of articles that hold each common term, keyed by hash."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        articles = [article_of(json.loads(line)) for line in stream]
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


def collect_rows(articles: Sequence[Labelled], *, turn: int | None = None) -> Rows:
    """Stream the articles into their true stories; return rows, labels and folds.

    Distractors are stories of their own and give no rows. With a `turn` only every fifth
    article gives rows, that many places after the first.
    """
    index, numbers = StoryIndex(articles[0].features.lang), numbered(articles)
    rows, labels, folds = [], [], []
    for key, article in enumerate(articles):
        at = article.features.published_at
        assert at is not None
        story = len(numbers) + key if article.story == NO_STORY else numbers[article.story]
        if article.story != NO_STORY and (turn is None or key % len(DISGUISES) == turn):
            found = index.survey(article.features, at=at)
            rows.append(np.column_stack([found.signals, found.density])[:, :_KNOWN_AT_FIRST])
            labels += [placed.story == story for placed in found.near]
            folds += [article.fold] * len(found.near)
        index.add(story, key, article.features, at=at, outlet=article.outlet)
    return np.vstack(rows), np.array(labels, float), np.array(folds, float)


def add_neighbours_in_time(rows: Floats, labels: Floats, folds: Floats) -> Rows:
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


def collect_again(articles: Sequence[Labelled], models: Sequence[Models]) -> Rows:
    """Place the stream; return rows, labels and folds of reports measured again.

    A row is the mean of what the two say of each other, as the odds of linking are.
    """
    index, _, groups = _assign(articles, models)
    said: dict[tuple[int, int], Floats] = {}
    for key in range(len(articles)):
        nearby = index.nearby(key)
        assert nearby is not None
        found = index.survey_beside(nearby, groups)
        rows = np.column_stack([found.signals, found.density])
        said.update(zip(((key, placed.article) for placed in found.near), rows, strict=True))
    pairs = [pair for pair in said if articles[pair[0]].story != NO_STORY]
    return (
        np.array([(said[a, b] + said.get((b, a), said[a, b])) / 2 for a, b in pairs]),
        np.array([articles[a].story == articles[b].story for a, b in pairs], float),
        np.array([articles[a].fold for a, _ in pairs], float),
    )


def place(articles: Sequence[Labelled], models: Sequence[Models]) -> list[int]:
    """Place the stream, each stretch with its own models, and link it; return story numbers."""
    index, linkage, groups = _assign(articles, models)
    stories = {key: index.story_of(key) or 0 for key in range(len(articles))}
    for key, article in enumerate(articles):
        index.use(models[article.fold])
        nearby = index.nearby(key)
        assert nearby is not None
        linkage.correct(key, index.odds_beside(nearby, groups, is_again=True))
    return list(linkage.groups(stories).values())


def _assign(
    articles: Sequence[Labelled], models: Sequence[Models]
) -> tuple[StoryIndex, Linkage, dict[int, int]]:
    """Place the stream as it comes in; return with it who is sure to be one event by the end."""
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
    index.weigh_anew()
    return index, linkage, linkage.groups(stories, above=SURE)


def report(name: str, articles: Sequence[Labelled], models: Sequence[Models], pace: int) -> None:
    """Print how a stream fares that each fold's model never saw."""
    placed = place(at_pace(articles, pace), models)
    scored = [n for n, article in enumerate(articles) if article.story != NO_STORY]
    truth, found = [articles[n].story for n in scored], [placed[n] for n in scored]
    precision, recall, f1 = b_cubed(truth, found)
    print(
        f"{name:16} pace {pace:3}  B-cubed {precision:.3f} {recall:.3f} {f1:.3f}"
        f"  pairwise F1 {pairwise_f1(truth, found):.3f}",
        flush=True,
    )


def train(path: Path) -> Models:
    """Print cross-validated figures of English and return the models of all rows."""
    # Half of the rows are of leads alone, as feeds give them: whole articles lose nothing by it,
    # leads gain .008 B-cubed F1 and .021 pairwise F1 (both cross-validated).
    streams = {what: load(path, leads=what == "leads") for what in ("whole", "leads")}
    tables = [collect_rows(one) for one in paced(streams)]
    among = {what: load_among(path, leads=what == "leads") for what in streams}
    rows, labels, folds = _together([*tables, collect_rows(among["whole"])])
    firsts = [fit(rows[folds != fold], labels[folds != fold]) for fold in range(FOLDS)]
    looks = look_again([*paced(streams), *among.values()], firsts)
    models = [
        Models(first, fit_again(without(looks, fold), first)) for fold, first in enumerate(firsts)
    ]
    for what, articles in streams.items():
        for pace in PACES:
            report(what, articles, models, pace)
    for what, articles in among.items():
        report(f"{what}, among others", articles, models, 1)
    first = fit(rows, labels)
    return Models(first, fit_again(without(looks, _NO_FOLD), first))


def paced(streams: Mapping[str, Sequence[Labelled]]) -> list[list[Labelled]]:
    """Return each stream at each of the paces that are learned from."""
    return [at_pace(one, pace) for one in streams.values() for pace in TRAINED_PACES]


def look_again(streams: Sequence[Sequence[Labelled]], firsts: Sequence[Model]) -> list[Rows]:
    """Return what is learned from of each stream, placed by models that never saw it."""
    return [collect_again(one, [Models(first, first) for first in firsts]) for one in streams]


def without(tables: Sequence[Rows], fold: int) -> list[tuple[Floats, Floats]]:
    """Return rows and labels of all stretches of time but one."""
    return [(rows[folds != fold], labels[folds != fold]) for rows, labels, folds in tables]


def train_uncounted(path: Path) -> Model:
    """Print figures of each disguise, learned from the others and from other stretches of time."""
    parts, told = dict[str, Rows](), told_rows()
    for turn, name in enumerate(DISGUISES):
        streams = [load(path, disguised=name, leads=leads) for leads in (False, True)]
        parts[name] = _together(
            [collect_rows(at_pace(s, pace), turn=turn) for s in streams for pace in UNCOUNTED_PACES]
        )
    for name in DISGUISES:
        rows, labels, folds = _joined(
            [told, *(part for other, part in parts.items() if other != name)]
        )
        models = [
            as_uncounted(fit_uncounted(rows[folds != fold], labels[folds != fold]))
            for fold in range(FOLDS)
        ]
        for leads in (False, True):
            what = f"{name}{' leads' * leads}"
            report(what, load(path, disguised=name, leads=leads), models, 1)
    rows, labels, _ = _joined([*parts.values(), told])
    return fit_uncounted(rows, labels)


def told_rows() -> Rows:
    """Return rows of invented look-alikes, written from the same templates as only robots' are.

    Real reports of different events share a subject, seldom sentences. Without these rows the
    model takes two earthquakes for one as soon as one pen tells of both.
    """
    streams = [
        [_labelled(one, body) for one in tell(lang, TUNED, seed=seed)]
        for lang in languages()
        for seed in _TOLD_SEEDS
        for body in (True, False)
    ]
    return _joined([collect_rows(one) for one in streams])


def _labelled(told: Told, body: bool) -> Labelled:
    article = told.article if body else replace(told.article, body="")
    return Labelled(extract_features(article), article.outlet, told.event, _NO_FOLD)


def _together(tables: Sequence[Rows]) -> Rows:
    return add_neighbours_in_time(*_joined(tables))


def _joined(tables: Sequence[Rows]) -> Rows:
    rows, labels, folds = (np.concatenate(part) for part in zip(*tables, strict=True))
    return rows, labels, folds


def write_models(models: Mapping[str, Model]) -> None:
    """Put the models into model.json."""
    fields = {name: as_fields(model) for name, model in models.items()}
    (FOLDER / "model.json").write_text(json.dumps(fields, indent=1) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if args.write:
        make_background(args.articles)
    counted = train(args.articles)
    learned = {"counted": counted.first, "counted_again": counted.again}
    learned["uncounted"] = train_uncounted(args.articles)
    if args.write:
        write_models(learned)


if __name__ == "__main__":
    main()
