"""Looks by spans of time lead through all keys between two, the latest first."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wireroom.adapters.search_spans import LEVELS, looks

_KEYS = st.integers(-(1 << 45), 1 << 45)


@given(_KEYS, _KEYS, _KEYS)
def test_looks_follow_one_another_and_leave_nothing_out(
    since: int, below: int, oldest: int
) -> None:
    found = list(looks(since=since, below=below, oldest=oldest))
    if since >= below:
        assert found == []
        return
    assert (found[0].below, found[-1].since) == (below, since)
    assert all(later.since == earlier.below for later, earlier in pairwise(found))
    assert all(look.since < look.below for look in found)
    assert len(found) <= len(LEVELS) + 1
    assert all(look.spans for look in found[:-1])
