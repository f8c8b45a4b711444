"""What every room's tests may ask for."""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from tests.new_tables import postgresql_model, sqlite_tables_in_memory


def pytest_configure() -> None:
    """Let accounts of tests have cheap passwords: a real one takes a third of a second.

    Where others use the processors, too, a clock says nothing of an example: what is to be fast
    is measured by its own tests. Where CI is set, Hypothesis does so by itself.

    Tests start hundreds of processes, and each would compile all sources anew where Python is
    told to keep no bytecode: 1.5 of the 5 seconds that one takes.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if "CI" not in os.environ:
        slow = [hypothesis.HealthCheck.too_slow]
        hypothesis.settings.register_profile("shared", deadline=None, suppress_health_check=slow)
        hypothesis.settings.load_profile("shared")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Let the database of this process's tests be a copy; applying all migrations takes 8 s."""
    told = connection.settings_dict["TEST"]
    told["MIGRATE"] = False
    if connection.vendor == "postgresql":
        told["TEMPLATE"] = postgresql_model(os.environ["DATABASE_URL"])
        yield
        return
    creation: Any = connection.creation  # its stubs lack the name
    with sqlite_tables_in_memory(creation._get_test_db_name()):
        yield


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
