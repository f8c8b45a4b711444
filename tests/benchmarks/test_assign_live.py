"""The benchmark of a running system, on a few seconds of articles."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_every_article_is_assigned_and_published_beside_an_archive() -> None:
    words = ["--archive", "30", "--rate", "20", "--seconds", "2"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.assign_live", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    rows = dict(line.rsplit("  ", 1) for line in done.stdout.splitlines() if "  " in line)
    told = {name.strip(): value.strip() for name, value in rows.items()}
    assert told["articles fed"] == "40"
    assert told["articles never assigned"] == told["articles never published"] == "0"
    assert float(told["s from extracted to assigned, p50"]) > 0
