"""What an embedder is worth is learnt from pairs, and not written where it is worth nothing."""

import gzip
import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from benchmarks.train_embedder import Pairs, learn, main, measure_loss
from tests.adapters.tiny_model import make_model

from wireroom.adapters.dense import read_weights


def pairs(gain: float, centre: float, *, count: int = 40_000) -> Pairs:
    """Return pairs whose odds are moved by their cosines as said."""
    chance = np.random.default_rng(3)
    odds, cosines = chance.normal(-2.0, 1.5, count), chance.uniform(0.0, 1.0, count)
    likely = 1 / (1 + np.exp(-(odds + gain * (cosines - centre))))
    same = (chance.uniform(size=count) < likely).astype(float)
    return Pairs(odds, cosines, same, np.linspace(0.0, 1.0, count))


def test_what_moves_the_odds_is_found() -> None:
    found = learn(pairs(6.0, 0.7), "tiny")
    assert found.gain == pytest.approx(6.0, abs=0.3)
    assert measure_loss(pairs(6.0, 0.7), found) < measure_loss(pairs(6.0, 0.7), None)


def test_a_bar_that_stands_too_high_is_left_where_it_is() -> None:
    known = pairs(6.0, 0.7)
    moved = learn(replace(known, odds=known.odds - 1.0), "tiny")
    assert moved.gain == pytest.approx(learn(known, "tiny").gain, abs=1e-3)
    assert moved.centre == pytest.approx(learn(known, "tiny").centre, abs=1e-3)


def test_cosines_that_tell_the_wrong_way_are_worth_nothing() -> None:
    assert learn(pairs(-3.0, 0.5), "tiny").gain == 0.0


def articles(path: Path) -> Path:
    """Write a stream of invented events, each told twice, in words of one meaning."""
    rng = random.Random(7)
    rows = []
    for event in range(60):
        words = [f"thing{rng.randrange(400)}" for _ in range(30)]
        for told in range(2):
            others = [f"thing{rng.randrange(400)}" for _ in range(8)]
            kept = rng.sample(words, 4) + others + [f"event{event}x{told}"] * 3
            rows.append(
                {
                    "id": f"{event}-{told}", "date": f"2031-05-{1 + event // 3:02}T{told:02}:00:00",
                    "title": " ".join(kept[:6]), "body": " ".join(kept[6:]), "lang": "en",
                    "source": f"Outlet {told}", "story": str(event),
                }
            )  # fmt: skip
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_a_model_that_knows_the_events_is_written_and_one_of_another_language_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = articles(tmp_path / "articles.jsonl.gz")
    meanings = {str(event): (f"event{event}x0", f"event{event}x1") for event in range(60)}
    model = make_model(tmp_path / "model", meanings)
    assert main([str(model), str(stream)]) == 0
    weights = read_weights(model)
    assert weights is not None
    assert weights.gain > 0
    german = make_model(tmp_path / "german", meanings, languages=["de"])
    assert main([str(german), str(stream)]) == 1
    assert read_weights(german) is None
    assert "not made for the language" in capsys.readouterr().out
