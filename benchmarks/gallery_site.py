"""Starts the sites whose pages the gallery looks at: the sample newsroom, and strained rows."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_server
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
# The sample is read within half a minute on two cores; its topics and copies take as long again.
LIMIT_S: Final = 240.0


@dataclass(frozen=True, slots=True)
class Site:
    """A running site, the session of its host, and the folder of its database."""

    url: str
    session: str = ""
    var: Path | None = None

    def get(self, path: str) -> str:
        """Return a page's text; nothing where the site does not answer."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""


@contextmanager
def sample_site() -> Iterator[Site]:
    """Start the sample newsroom and wait until it is read, tagged and compared."""
    sample = ("--sample", "--sample-port", str(_free_port()))
    with (
        tempfile.TemporaryDirectory(prefix="wireroom-gallery-") as var,
        _running(Path(var), "up", *sample) as url,
    ):
        _wait(Site(url), "/en/", "/en/story/")
        _wait(Site(url), "/ar/topics/", "/ar/topic/")
        yield Site(url, _prepare(Path(var), -1), Path(var))


@contextmanager
def strained_site(rows: int) -> Iterator[Site]:
    """Fill a database with so many rows of each kind and start the site on it."""
    with tempfile.TemporaryDirectory(prefix="wireroom-gallery-") as var:
        session = _prepare(Path(var), rows)
        with _running(Path(var), "site") as url:
            yield Site(url, session, Path(var))


def _free_port() -> int:
    with closing(create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


def _environment(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {**kept, "WIREROOM_VAR": str(var), "PYTHONPATH": paths, "WIREROOM_ACCOUNTS": "open"}


def _prepare(var: Path, rows: int) -> str:
    command = [sys.executable, "-m", "benchmarks.gallery_rows", str(rows)]
    made = subprocess.run(
        command, env=_environment(var), cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True
    )
    return made.stdout.split()[-1]


@contextmanager
def _running(var: Path, *words: str) -> Iterator[str]:
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "wireroom", *words, "--port", str(port)],
        cwd=ROOT,
        env=_environment(var),
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
