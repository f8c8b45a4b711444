"""A site of its own for browser tests, on a database that a program fills before."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.e2e.conftest import ROOT, _free_port, _get
from tests.new_tables import sqlite_tables

_LIMIT_S: Final = 180.0  # what ends a wait for nothing


@contextmanager
def filled_site(filler: str, var: Path) -> Iterator[tuple[str, Any]]:
    """Run a module that fills the database and start a site with comments on it.

    Yields the site's address, and what the filler printed as JSON.
    """
    port = _free_port()
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {
        "WIREROOM_VAR": str(var), "WIREROOM_COMMENTS": "on",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }  # fmt: skip
    sqlite_tables(var / "wireroom.sqlite3")
    script = [sys.executable, "-m", filler]
    filled = subprocess.run(script, cwd=ROOT, env=environment, check=True, capture_output=True)
    words = [sys.executable, "-m", "wireroom", "site", "--port", str(port)]
    process = subprocess.Popen(words, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        started = time.monotonic()
        while _get(f"{url}/healthz") != "ok\n":
            assert process.poll() is None, "the site ended"
            assert time.monotonic() - started < _LIMIT_S, "the site did not start"
            time.sleep(0.2)
        yield url, json.loads(filled.stdout)
    finally:
        process.terminate()
        process.wait(60)
