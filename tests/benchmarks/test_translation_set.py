"""Faithful translations are shown, and ones with a planted error are not."""

from collections import Counter

import pytest
from benchmarks.translation_set import judge

# What each part gave when it was last looked at, rounded down. A faithful sentence that is held
# back stands in the original; a wrong one that is let through would be read.
_FAITHFUL = {"tuned": 0.96, "held": 0.9, "fresh": 0.91, "last": 0.93}


@pytest.mark.parametrize("part", list(_FAITHFUL))
def test_what_is_faithful_is_kept_and_what_is_not_is_caught(part: str) -> None:
    seen, right = Counter[str](), Counter[str]()
    for what, is_right in judge(part):
        seen[what] += 1
        right[what] += is_right
    share = {what: right[what] / seen[what] for what in seen}
    assert share["faithful"] >= _FAITHFUL[part]
    for error in ("number changed", "number left out", "half missing", "name changed"):
        assert share[error] >= 0.94
    for error in ("not translated", "third language", "markup", "quotation mark lost"):
        assert share[error] == 1.0
    assert share["name left out"] >= 0.57
