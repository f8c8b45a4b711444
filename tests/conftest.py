"""What every room's tests may ask for."""

import gc
import os
import time
from collections.abc import Callable

import hypothesis
import pytest
from django.conf import settings


def pytest_configure() -> None:
    """Let accounts of tests have cheap passwords: a real one takes a third of a second.

    Where others use the processors, too, a clock says nothing of an example: what is to be fast
    is measured by its own tests. Where CI is set, Hypothesis does so by itself.
    """
    if "CI" not in os.environ:
        slow = [hypothesis.HealthCheck.too_slow]
        hypothesis.settings.register_profile("shared", deadline=None, suppress_health_check=slow)
        hypothesis.settings.load_profile("shared")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def least_cpu_s() -> Callable[[Callable[[], object]], float]:
    """Return a measure: the CPU time of a call, in seconds, the least of three.

    The collector rests meanwhile: in a process that holds thousands of tests, one full round of
    it takes half a second, and would be taken for the work of whatever was being measured.
    """

    def measure(work: Callable[[], object]) -> float:
        collects = gc.isenabled()
        gc.disable()
        try:
            return min(_once(work) for _ in range(3))
        finally:
            if collects:
                gc.enable()

    return measure


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
