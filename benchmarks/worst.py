"""The mistakes that a stream's placing is surest of: pairs brought together, and kept apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from benchmarks.table import print_table
from wireroom.engine.stories.assign import Placement
from wireroom.engine.stories.decide import load_model
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.rarity import has_background
from wireroom.engine.types import ArticleText

_HEAD: Final = ("log odds", "first", "second", "headlines", "why the second stands where it does")
_CUT: Final = 38  # characters of a headline: for the eye, never kept
_ALONE: Final = -99.0  # log odds of two articles that were not near each other


class _Mistake(NamedTuple):
    odds: float
    pair: tuple[str, str]


def report(
    articles: Sequence[ArticleText],
    placements: Sequence[Placement],
    truth: Mapping[str, str],
    *,
    count: int,
) -> None:
    """Print the surest false merges, likeliest first, and the misses, unlikeliest first."""
    odds = _odds_between(articles)
    placed = {place.id: place for place in placements}
    titles = {article.id: article.title or article.id for article in articles}
    for name, wrong, sign in (
        ("false merges", _pairs_apart(truth, placed), -1),
        ("misses", _pairs_split(truth, placed), 1),
    ):
        mistakes = [_Mistake(odds.get(pair, _ALONE), pair) for pair in wrong]
        mistakes.sort(key=lambda one: (sign * one.odds, one.pair))
        rows = [_row(one, titles, placed) for one in mistakes[:count]]
        print_table(f"{name}: {len(mistakes)} pairs, the worst of them", _HEAD, rows)


def _pairs_split(
    truth: Mapping[str, str], placed: Mapping[str, Placement]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of one true story that were placed apart, the earlier first."""
    for one, other in _together([key for key in placed if key in truth], truth):
        if placed[one].story != placed[other].story:
            yield one, other


def _pairs_apart(
    truth: Mapping[str, str], placed: Mapping[str, Placement]
) -> Iterator[tuple[str, str]]:
    """Yield pairs that were placed together and are of two true stories."""
    stories = {key: place.story for key, place in placed.items()}
    for one, other in _together([key for key in placed if key in truth], stories):
        if truth[one] != truth[other]:
            yield one, other


def _together(keys: Iterable[str], groups: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    members: dict[str, list[str]] = {}
    for key in keys:
        members.setdefault(groups[key], []).append(key)
    for group in members.values():
        yield from combinations(group, 2)


def _odds_between(articles: Sequence[ArticleText]) -> dict[tuple[str, str], float]:
    """Return the log odds of each article and those near it as it came in, the earlier first."""
    indexes = dict[str, StoryIndex]()
    found: dict[tuple[str, str], float] = {}
    moment = next((one.published_at for one in articles if one.published_at), None)
    for key, article in enumerate(articles):
        moment = article.published_at or moment
        lang = guess_language(article)
        if moment is None:
            continue
        index = indexes.setdefault(lang, StoryIndex(lang))
        features = extract_features(article)
        near = index.survey(features, at=moment)
        odds = load_model(is_counted=has_background(lang)).log_odds(near.signals, near.density)
        for placed, value in zip(near.near, odds.tolist(), strict=True):
            found[articles[placed.article].id, article.id] = value
        index.add(key, key, features, at=moment, outlet=article.outlet)
    return found


def _row(
    mistake: _Mistake, titles: Mapping[str, str], placed: Mapping[str, Placement]
) -> list[object]:
    one, other = mistake.pair
    odds = "not near" if mistake.odds == _ALONE else f"{mistake.odds:.2f}"
    shown = f"{titles[one][:_CUT]} / {titles[other][:_CUT]}"
    return [odds, one[:12], other[:12], shown, placed[other].why[:90]]
