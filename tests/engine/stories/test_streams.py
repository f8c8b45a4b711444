"""Invented streams in seven languages: found as told, in any order within the hour, bad or not."""

import os
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from benchmarks.agreement import b_cubed
from benchmarks.streams import languages, told_in

from wireroom.engine.stories.assign import place_articles
from wireroom.engine.stories.features import extract_features
from wireroom.engine.stories.replay import Entrant, Replayed, replay
from wireroom.engine.types import ArticleText

ROOT = Path(__file__).parents[3]
NOON = datetime(2031, 3, 3, 12, tzinfo=UTC)
FLOOD = ArticleText(
    id="a",
    title="Dam breaks above Oststadt, hundreds flee",
    body="The Kerrin dam above Oststadt broke and 340 people fled, mayor Ada Quill said.",
    lang="en",
    outlet="North Post",
    published_at=NOON,
)
HASHED = """
from benchmarks.streams import told_in
from wireroom.engine.stories.assign import place_articles
for place in place_articles([one.article for one in told_in("fr")]):
    print(place)
"""


def entrants(lang: str, *, within_the_hour: random.Random | None = None) -> list[Entrant]:
    """Return a stream whose articles entered at any moment of their hour."""
    found = []
    for number, (_, article) in enumerate(told_in(lang)):
        assert article.published_at is not None
        minutes = within_the_hour.randrange(60) if within_the_hour else 0
        found.append(
            Entrant(
                article=number,
                features=extract_features(article),
                at=article.published_at + timedelta(minutes=minutes),
                order=article.id,
                outlet=article.outlet,
                copy_of={},
            )
        )
    return found


def pairs(placed: Sequence[Replayed]) -> set[tuple[int, int]]:
    groups = {one.article: one.group for one in placed}
    return {pair for pair in combinations(sorted(groups), 2) if groups[pair[0]] == groups[pair[1]]}


@pytest.mark.parametrize("lang", languages())
def test_events_of_every_language_are_found_and_look_alikes_stay_apart(lang: str) -> None:
    told = told_in(lang)
    places = {p.id: int(p.story[1:]) for p in place_articles([one.article for one in told])}
    found = [places[one.article.id] for one in told]
    assert b_cubed([one.event for one in told], found)[2] == 1.0


def test_any_order_of_entering_within_the_hour_gives_nearly_the_same_pairs() -> None:
    known = pairs(replay("es", entrants("es")))
    for seed in range(4):
        shuffled = entrants("es", within_the_hour=random.Random(seed))
        assert len(known ^ pairs(replay("es", shuffled))) <= 0.02 * len(known)


def test_replaying_gives_the_same_however_articles_arrived() -> None:
    stream = entrants("ru")
    first = replay("ru", stream)
    for seed in range(3):
        random.Random(seed).shuffle(stream)
        assert replay("ru", stream) == first


def test_stories_do_not_hang_on_how_python_hashes() -> None:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    said = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert said != {b""}


def test_a_hundred_identical_articles_are_one_story() -> None:
    same = [replace(FLOOD, id=str(n), outlet=f"outlet {n}") for n in range(100)]
    assert {place.story for place in place_articles(same)} == {"s1"}


def test_articles_with_nothing_in_them_stand_alone_and_say_why() -> None:
    bare = [
        replace(FLOOD, id="body", body=""),
        replace(FLOOD, id="date", published_at=None),
    ]
    empty = [ArticleText(id=f"empty{n}", title="", body="", lang="") for n in range(3)]
    placed = {place.id: place for place in place_articles([FLOOD, *bare, *empty])}
    assert placed["date"].story == placed["a"].story
    assert {placed[f"empty{n}"].why for n in range(3)} == {"too little text to tell"}
    assert len({placed[f"empty{n}"].story for n in range(3)}) == 3


@pytest.mark.parametrize(
    "unit", ["Velmora spoke of {0}. ", "Name{0} met O'Nell{0} ", "水{0}", "{0},"]
)
def test_a_body_of_megabytes_costs_its_opening_only(unit: str) -> None:
    piece = "".join(unit.format(n) for n in range(20_000))
    body = piece * (5_000_000 // len(piece) + 1)
    tracemalloc.start()
    started = time.process_time()
    placed = list(place_articles([replace(FLOOD, body=body), replace(FLOOD, id="b", body=body)]))
    spent = time.process_time() - started
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(placed) == 2
    assert spent < 4.0  # two of them
    assert most < 64_000_000
