"""Spliced pages of every manner come apart no worse than the recorded floors."""

import os
import tomllib
from pathlib import Path

import pytest
from benchmarks.pages import read_truth, spread
from benchmarks.scoring import load_scorer
from benchmarks.splice_hosts import arabic_hosts, hosts_of
from benchmarks.spliced import Tally, measure, splice_pages

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("WIREROOM_SHARED", ROOT.parent / "shared")) / "extraction"
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text("utf-8")).get("parts", {})
PAGES = 200  # spread over the corpora and the five manners

pytestmark = [
    pytest.mark.floors,
    pytest.mark.slow,
    pytest.mark.skipif(
        not SHARED.is_dir(), reason=f"the shared extraction pages are not there ({SHARED.name})"
    ),
]


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    hosts = [*hosts_of(SHARED, read_truth(SHARED)), *arabic_hosts()]
    return measure(load_scorer(SHARED / "score.py"), spread(splice_pages(hosts), PAGES))


@pytest.mark.parametrize("manner", sorted(FLOORS))
def test_articles_come_apart_in_every_manner(tallies: dict[str, Tally], manner: str) -> None:
    assert tallies[manner].pages
    assert round(tallies[manner].boundary[2], 3) >= FLOORS[manner]
