"""Fuzz cases are the same for the same seed, and what goes wrong is found, kept and told."""

import os
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from benchmarks.fuzz_checks import check_html, check_value
from benchmarks.fuzz_kind import Kind, Wrong, chance_of

from benchmarks import fuzz, fuzz_worker

pytestmark = pytest.mark.once


def _run(name: str, seeds: range, folder: Path, jobs: int = 1) -> Counter[str]:
    run = fuzz.Run([(name, seeds)], folder)
    run.go(jobs, time.monotonic() + 900)
    return run.tallies[name].counts


@pytest.mark.parametrize("name", fuzz_worker.KINDS)
def test_some_cases_of_each_kind(name: str, tmp_path: Path) -> None:
    """No finding in a few cases, which a seed makes anew."""
    kind = fuzz_worker.KINDS[name]
    made = [repr(kind.make(chance_of(name, seed))) for seed in (3, 3, 4)]
    assert made[0] == made[1] != made[2]
    counts = _run(name, range(25), tmp_path)
    assert counts["cases"] == counts["read"] + counts["refused"] == 25
    assert counts["read"]


def _take(number: int) -> None:
    """What can go wrong with a case."""
    if number == 1:
        raise ValueError("one")
    if number == 2:
        check_value("\ud800")
    if number == 3:
        check_html("<p onclick=x>")
    if number == 4:
        bytes(100 * fuzz_worker.MEMORY)
    if number == 5:
        os._exit(3)


def _make(chance: Random) -> int:
    return chance.randrange(6)


@pytest.fixture
def _faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fuzz_worker.KINDS, "faulty", Kind(1, _make, _take))


@pytest.mark.usefixtures("_faults")
def test_findings_are_counted_and_kept(tmp_path: Path) -> None:
    seeds = range(40)
    numbers = [_make(chance_of("faulty", seed)) for seed in seeds]
    assert set(numbers) == set(range(6))
    counts = _run("faulty", seeds, tmp_path, jobs=2)
    assert counts["cases"] == 40
    told = {"read": 0, "crash": 1, "memory": 4, "died": 5}
    assert {what: counts[what] for what in told} == {
        what: numbers.count(number) for what, number in told.items()
    }
    assert counts["wrong"] == numbers.count(2) + numbers.count(3)
    seed = numbers.index(5)
    assert (tmp_path / f"faulty-{seed}.txt").read_text().splitlines()[0] == f"faulty {seed}"


def test_a_late_case_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def linger(number: int) -> None:
        while number >= 0:
            number += 1

    monkeypatch.setattr(fuzz_worker, "LIMIT_S", 0.05)
    monkeypatch.setitem(fuzz_worker.KINDS, "slow", Kind(1, _make, linger))
    assert _run("slow", range(7, 8), tmp_path)["late"] == 1


@pytest.mark.parametrize(
    "markup", ["<script>x</script>", "<a href='javascript:x'>y</a>", "<svg>", "<p style=x>"]
)
def test_code_in_markup_is_found(markup: str) -> None:
    with pytest.raises(Wrong):
        check_html(markup)


def test_a_run_has_every_kind_from_its_beginning() -> None:
    rows = list(fuzz.batches(100_000, 1, ()))
    assert sum(len(seeds) for _, seeds in rows) == 100_000
    assert {name for name, _ in rows[: 3 * len(fuzz_worker.KINDS)]} == set(fuzz_worker.KINDS)
    assert {name for name, _ in fuzz.batches(100, 1, ["url"])} == {"url"}
