"""Translated copies of invented reports are found, and independent reports are left alone."""

import pytest
from benchmarks.translated_set import pairs_of

from wireroom.engine.copies.translated import SURE


# What they gave when first looked at; no weight was learnt on the fresh part.
@pytest.mark.parametrize(("part", "recall"), [("held", 0.95), ("fresh", 0.84)])
def test_what_is_found_is_right_and_most_of_it_is_found(part: str, recall: float) -> None:
    pairs = pairs_of(part)
    found = [pair for pair in pairs if pair.odds >= SURE]
    right = sum(pair.what == "copy" for pair in found)
    assert right >= 0.95 * len(found)
    assert right >= recall * sum(pair.what == "copy" for pair in pairs)
    whole = [pair for pair in pairs if pair.variant == "whole"]
    assert all(pair.odds >= SURE for pair in whole)
