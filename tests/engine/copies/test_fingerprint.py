"""Fingerprints: the same everywhere, blind to spelling, honest about containment."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.copies.fingerprint import fingerprint, pack, unpack

SOURCE = Path(__file__).parents[3] / "src"


def _text(start: int, count: int) -> str:
    return " ".join(f"word{number}" for number in range(start, start + count))


@given(st.text())
def test_a_fingerprint_is_sorted_and_distinct_and_survives_packing(body: str) -> None:
    prints = fingerprint(body)
    assert prints.dtype == np.uint64
    assert np.all(np.diff(prints.astype(object)) > 0)
    assert np.array_equal(unpack(pack(prints)), prints)


def test_another_process_finds_the_same_prints() -> None:
    body = _text(0, 60)
    code = (
        "from wireroom.engine.copies.fingerprint import fingerprint, pack;"
        "import sys; print(pack(fingerprint(sys.argv[1])).hex())"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", code, body],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == pack(fingerprint(body)).hex()


def test_about_a_quarter_of_the_shingles_is_kept() -> None:
    assert 0.2 < len(fingerprint(_text(0, 4000))) / 4000 < 0.3


def test_the_prints_of_a_part_are_among_those_of_the_whole() -> None:
    whole, part = fingerprint(_text(0, 2000)), fingerprint(_text(500, 400))
    assert np.isin(part, whole).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The colour of the defence centre", "the color of the defense center"),
        ("the U.S. “will organise” a programme today", "The US 'will organize' a program today"),
        ("أعلنت الحكومة اليوم إطلاق البرنامج", "اعلنت الحكومه اليوم اطلاق البرنامج"),
    ],
)
def test_spelling_variants_have_one_fingerprint(one: str, other: str) -> None:
    assert len(fingerprint(one))
    assert np.array_equal(fingerprint(one), fingerprint(other))


def test_too_few_words_have_no_prints_and_a_broken_pack_is_refused() -> None:
    assert len(fingerprint("")) == len(fingerprint("four words are few")) == 0
    with pytest.raises(ValueError):
        unpack(b"123")
