"""The floors of the verifier on the suite of lies and truths."""

import pytest
from benchmarks.lies_set import TRUTH, Case, load_cases

from wireroom.engine.insight.verify.check import verify

# As measured, with a claim's room. The goal is 0.005 and 0.90 on all. "Free" and "apart" are told
# in the freest words; docs/explanation/verifier.md tells what each gave when nobody had looked.
MOST_LIES = {"tuned": 0.009, "held": 0.034, "fresh": 0.046, "last": 0.032, "more": 0.02,
             "new": 0.03, "free": 0.036, "apart": 0.025, "kept": 0.12}  # fmt: skip
LEAST_TRUTHS = {"tuned": 0.90, "held": 0.81, "fresh": 0.73, "last": 0.77, "more": 0.62,
                "new": 0.30, "free": 0.17, "apart": 0.09, "kept": 0.60}  # fmt: skip


@pytest.fixture(scope="module", params=sorted(MOST_LIES))
def half(request: pytest.FixtureRequest) -> tuple[str, list[tuple[Case, bool]]]:
    name = str(request.param)
    return name, [(case, verify(case.claim, [case.article]).passed) for case in load_cases(name)]


def test_lies_are_withheld(half: tuple[str, list[tuple[Case, bool]]]) -> None:
    name, verdicts = half
    lies = [passed for case, passed in verdicts if case.manner != TRUTH]
    assert sum(lies) <= MOST_LIES[name] * len(lies)


def test_truths_are_shown(half: tuple[str, list[tuple[Case, bool]]]) -> None:
    name, verdicts = half
    truths = [passed for case, passed in verdicts if case.manner == TRUTH]
    assert sum(truths) >= LEAST_TRUTHS[name] * len(truths)


def test_the_suite_is_large_enough_and_a_quarter_arabic() -> None:
    cases = [case for name in MOST_LIES for case in load_cases(name)]
    truths = [case for case in cases if case.manner == TRUTH]
    lies = [case for case in cases if case.manner != TRUTH]
    assert min(len(truths), len(lies)) >= 400
    for some in (truths, lies):
        assert sum(case.lang == "ar" for case in some) >= len(some) / 4
