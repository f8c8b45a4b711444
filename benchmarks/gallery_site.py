"""Starts the sites whose pages the gallery looks at: the sample newsroom, and strained rows."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.loopback import free_port

ROOT: Final = Path(__file__).resolve().parents[1]
# The sample is read within half a minute on two cores; its topics and copies take as long again.
LIMIT_S: Final = 240.0
# Every page there is; letters go to the discard port, where nothing takes them.
_EVERYTHING: Final = {
    "WIREROOM_ACCOUNTS": "open", "WIREROOM_COMMENTS": "on",
    "WIREROOM_SMTP": "smtp://127.0.0.1:9?from=news@tidewire.example",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: its people's sessions, what goes into addresses by language, its folder."""

    url: str
    sessions: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str | int]] = field(default_factory=dict)
    var: Path | None = None

    def get(self, path: str) -> str:
        """Return a page's text; nothing where the site does not answer."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""


@contextmanager
def sample_site(editions: Sequence[str]) -> Iterator[Site]:
    """Start the sample newsroom and wait until it is read, tagged and compared."""
    sample = ("--sample", "--sample-port", str(free_port()))
    with (
        _environment(editions) as there,
        _running(there, "up", *sample) as url,
    ):
        _wait(Site(url), "/en/", "/en/story/")
        _wait(Site(url), "/ar/topics/", "/ar/topic/")
        yield _site(url, there, _prepare(there, -1))


@contextmanager
def strained_site(rows: int, editions: Sequence[str]) -> Iterator[Site]:
    """Fill a database with so many rows of each kind and start the site on it."""
    with _environment(editions) as there:
        made = _prepare(there, rows)
        with _running(there, "site") as url:
            yield _site(url, there, made)


def _site(url: str, there: dict[str, str], made: dict[str, Any]) -> Site:
    return Site(url, made["sessions"], made["places"], Path(there["WIREROOM_VAR"]))


@contextmanager
def _environment(editions: Sequence[str]) -> Iterator[dict[str, str]]:
    """Make a folder for a site, and yield the settings that have it there."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    with tempfile.TemporaryDirectory(prefix="wireroom-gallery-") as var:
        own = {"WIREROOM_VAR": var, "PYTHONPATH": paths, "WIREROOM_EDITIONS": ",".join(editions)}
        yield _EVERYTHING | kept | own


def _prepare(there: dict[str, str], rows: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.gallery_rows", str(rows)]
    made = subprocess.run(
        command, env=there, cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True
    )
    return dict(json.loads(made.stdout.splitlines()[-1]))


@contextmanager
def _running(there: dict[str, str], *words: str) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "wireroom", *words, "--port", str(port)],
        cwd=ROOT,
        env=there,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(Site(url), "/healthz", "ok")
        yield url
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _wait(site: Site, path: str, words: str) -> None:
    started = time.monotonic()
    while words not in site.get(path):
        if time.monotonic() - started > LIMIT_S:
            raise TimeoutError(f"no {words!r} on {site.url}{path} within {LIMIT_S:.0f} s")
        time.sleep(0.5)
