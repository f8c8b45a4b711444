"""`wireroom up` as a person starts it, and a real Chromium to look at it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
# What ends a wait for nothing. How soon it stands is a test of its own.
FRONT_LIMIT_S = 300.0
# Playwright waits 30 s for what is to be clicked, but 5 s for what is expected.
EXPECTED_MS = 30_000
CHROMIUM_WORDS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Running:
    """A running Wireroom with the sample newsroom.

    How soon stories stood is told in seconds of a machine that has nothing else to do.
    """

    url: str
    process: subprocess.Popen[str]
    seconds_to_stories: float


def follow(page: Page, what: Locator) -> None:
    """Click what leads to a page, and wait until that has loaded.

    A click alone returns while the page of before still stands: what is read then may be that
    page's, and whoever goes on to an address stops what was being sent.
    """
    with page.expect_navigation():
        what.click()


class OwnClock:
    """Seconds since a start, less those that others on this machine had of its processors.

    Exact where nobody else works; where others do, of a work that fills all processors.
    """

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._before = psutil.cpu_times()

    def seconds(self, process: psutil.Process) -> float:
        """Return the seconds that a process with its children would have taken alone."""
        now = psutil.cpu_times()
        spent = [after - before for before, after in zip(self._before, now, strict=True)]
        idle = now.idle - self._before.idle + now.iowait - self._before.iowait
        share = (idle + _spent_by(process)) / sum(spent)
        return (time.monotonic() - self._started) * min(share, 1.0)


def _spent_by(process: psutil.Process) -> float:
    found = 0.0
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            times = one.cpu_times()
            found += times.user + times.system + times.children_user + times.children_system
    return found


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _wait_for_stories(process: subprocess.Popen[str], url: str, lang: str) -> None:
    """Wait until a language's front shows stories."""
    started = time.monotonic()
    while f"/{lang}/story/" not in _get(f"{url}/{lang}/"):
        assert process.poll() is None, "wireroom up ended"
        assert time.monotonic() - started < FRONT_LIMIT_S, "no stories"
        time.sleep(0.5)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Start everything and wait until the front page shows stories."""
    port, sample_port = _free_port(), _free_port()
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {
        "WIREROOM_VAR": str(tmp_path_factory.mktemp("var")),
        "PYTHONPATH": str(ROOT / "src"),
        "WIREROOM_ACCOUNTS": "open",
    }
    words = ("up", "--port", str(port), "--sample-port", str(sample_port))
    clock = OwnClock()
    process = subprocess.Popen(
        [sys.executable, "-m", "wireroom", *words],
        cwd=ROOT,
        env=environment,
        text=True,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for_stories(process, url, "en")
        seconds = clock.seconds(psutil.Process(process.pid))
        _wait_for_stories(process, url, "ar")
        yield Running(url, process, seconds)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


@pytest.fixture(scope="module")  # playwright's event loop must not outlive these tests
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by playwright."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("WIREROOM_REQUIRE_BROWSER"):
            pytest.fail("Chromium is required here: sudo apt install chromium")
        pytest.skip("no Chromium on this machine: sudo apt install chromium")
    expect.set_options(timeout=EXPECTED_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_WORDS))
        yield chromium
        chromium.close()
