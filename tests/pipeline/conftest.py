"""The sample newsroom on loopback, as a process of its own, for tests of the whole path."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.pipeline.newsdesk import ROOT
from tests.pipeline.press import EPOCH, Press


@pytest.fixture
def press() -> Iterator[Press]:
    """A fresh sample server: its 429 and its corrections come once a start."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "wireroom.sample", "--port", "0"),
            *("--epoch", EPOCH.isoformat(), "--corrected-after-s", "86400"),
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        text=True,
    )
    assert process.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    assert found
    try:
        yield Press(found.group())
    finally:
        process.terminate()
        process.wait(10)
