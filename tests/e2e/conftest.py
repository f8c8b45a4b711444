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
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FRONT_LIMIT_S = 60.0
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
    """A running Wireroom with the sample newsroom."""

    url: str
    process: subprocess.Popen[str]
    seconds_to_stories: float


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _wait_for_stories(process: subprocess.Popen[str], url: str, lang: str, started: float) -> float:
    """Wait until a language's front shows stories; return the seconds since the start."""
    while f"/{lang}/story/" not in _get(f"{url}/{lang}/"):
        assert process.poll() is None, "wireroom up ended"
        assert time.monotonic() - started < FRONT_LIMIT_S, "no stories within 60 s"
        time.sleep(0.5)
    return time.monotonic() - started


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
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "wireroom", *words],
        cwd=ROOT,
        env=environment,
        text=True,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        seconds = [_wait_for_stories(process, url, lang, started) for lang in ("en", "ar")]
        yield Running(url, process, seconds[0])
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


@pytest.fixture(scope="module")  # playwright's event loop must not outlive these tests
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by playwright."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("WIREROOM_REQUIRE_BROWSER"):
            pytest.fail("Chromium is required here: sudo apt install chromium")
        pytest.skip("no Chromium on this machine: sudo apt install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_WORDS))
        yield chromium
        chromium.close()
