"""The index: finds what shares prints, forgets what is told to, is not fooled by furniture."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from wireroom.engine.copies.fingerprint import Prints, fingerprint
from wireroom.engine.copies.index import CopyIndex

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _random_prints(seed: int, count: int = 150) -> Prints:
    rng = np.random.default_rng(seed)
    return np.unique(rng.integers(0, 1 << 62, count, dtype=np.uint64))


def _filled(count: int, *, max_articles: int = 10_000) -> CopyIndex:
    index = CopyIndex(max_articles=max_articles)
    for key in range(count):
        index.add(key, _random_prints(key), outlet=None, at=NOON + timedelta(minutes=key))
    return index


def test_a_part_finds_its_whole_among_thousands() -> None:
    index = _filled(2000)
    for key in (0, 511, 512, 1999):
        assert index.candidates(_random_prints(key)[:40]) == [(key, 1.0)]
    assert index.candidates(_random_prints(9999)) == []


def test_removed_and_replaced_articles_are_gone() -> None:
    index = _filled(20)
    assert index.remove(3)
    assert not index.remove(3)
    index.add(4, _random_prints(1000), outlet=None, at=None)
    assert index.candidates(_random_prints(3)) == []
    assert index.candidates(_random_prints(4)) == []
    assert index.candidates(_random_prints(1000)) == [(4, 1.0)]
    assert len(index) == 19


def test_expiry_forgets_the_old_and_gives_its_memory_back() -> None:
    index = _filled(4000)
    full = index.nbytes
    assert index.expire(NOON + timedelta(minutes=3000)) == 3000
    assert len(index) == 1000
    assert index.nbytes < full / 2
    assert index.candidates(_random_prints(2999)) == []
    assert index.candidates(_random_prints(3000)) == [(3000, 1.0)]
    index.add(9000, _random_prints(9000), outlet=None, at=NOON)
    assert index.candidates(_random_prints(9000)) == [(9000, 1.0)]


def test_the_first_make_room_when_the_index_is_full() -> None:
    index = _filled(500, max_articles=100)
    assert len(index) <= 100
    assert index.candidates(_random_prints(499)) == [(499, 1.0)]
    assert index.candidates(_random_prints(0)) == []


def test_what_one_outlet_repeats_is_furniture_for_all() -> None:
    index = CopyIndex()
    standing = _random_prints(1, 30)
    for key in range(6):
        prints = np.union1d(standing, _random_prints(100 + key))
        index.add(key, prints, outlet="The Harbour Post", at=None)
    asked = np.union1d(standing, _random_prints(900))
    assert index.candidates(asked) == []
    assert np.array_equal(index.furniture(asked), standing)


def test_a_wire_copy_with_very_many_carriers_is_still_found() -> None:
    index = CopyIndex()
    wire = _random_prints(1)
    for key in range(400):
        index.add(key, wire, outlet=f"outlet {key}", at=None)
    found = index.candidates(wire)
    assert 100 <= len(found) <= 256
    assert {containment for _, containment in found} == {1.0}


def test_empty_prints_and_a_silly_size() -> None:
    index = CopyIndex()
    index.add(1, fingerprint(""), outlet=None, at=None)
    assert index.candidates(fingerprint("")) == []
    assert len(index.furniture(fingerprint(""))) == 0
    with pytest.raises(ValueError):
        CopyIndex(max_articles=0)
