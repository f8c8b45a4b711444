"""The first-run assistant and a merge at the desk, as a new host does them in Chromium."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from socket import create_server

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.conftest import follow
from tests.new_tables import sqlite_tables

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 180.0  # what ends a wait for nothing
STORIES = """
import django
django.setup()
from tests.web.newsroom import make_article, make_outlet, make_story
for name, words in (("Tidewire", "Ferry sinks off Ostvik"), ("Civic Times", "Ostvik ferry lost")):
    print(make_story([make_article(make_outlet(name), words, body="Nine were saved.")]).pk)
"""


@dataclass(frozen=True, slots=True)
class NewNewsroom:
    """A newsroom that nobody has set up."""

    url: str
    environment: dict[str, str]

    def key(self) -> str:
        path = Path(self.environment["WIREROOM_VAR"]) / "start_key"
        return path.read_text() if path.exists() else ""

    def answers(self, words: str) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/en/", timeout=60) as answer:
                return words in answer.read().decode()
        except OSError:
            return False

    def wait_for(self, words: str) -> None:
        started = time.monotonic()
        while not self.answers(words):
            assert time.monotonic() - started < LIMIT_S, f"no {words!r} within {LIMIT_S:.0f} s"
            time.sleep(0.3)

    def add_stories(self) -> list[str]:
        made = subprocess.run(
            [sys.executable, "-c", STORIES], cwd=ROOT, env=self.environment, text=True,
            capture_output=True, check=True, timeout=LIMIT_S,
        )  # fmt: skip
        return made.stdout.split()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewNewsroom]:
    with closing(create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    var = tmp_path_factory.mktemp("var")
    sqlite_tables(var / "wireroom.sqlite3")  # `up` makes them itself for the sample newsroom
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {
        "WIREROOM_VAR": str(var),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "wireroom.conf.settings",
    }
    command = [sys.executable, "-m", "wireroom", "up", "--no-sample", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    here = NewNewsroom(f"http://127.0.0.1:{port}", environment)
    try:
        here.wait_for("Wireroom")
        yield here
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def _note(said: list[str], message: object) -> None:
    said.append(str(message))


def _listen(page: Page) -> list[str]:
    """Return what the console and its errors say, as it comes in."""
    said: list[str] = []
    page.on("console", partial(_note, said))
    page.on("pageerror", partial(_note, said))
    return said


def _fits(page: Page, direction: str) -> bool:
    width = page.evaluate("document.documentElement.scrollWidth")
    return bool(width <= 390 and page.evaluate("document.documentElement.dir") == direction)


def test_a_newsroom_is_set_up_and_two_stories_are_made_one(
    browser: Browser, newsroom: NewNewsroom
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark", java_script_enabled=False
    )
    page = context.new_page()
    said = _listen(page)
    key = newsroom.key()
    page.goto(f"{newsroom.url}/ar/desk/start/?key={key}")
    assert _fits(page, "rtl")
    page.locator("[name=name]").fill("The Ostvik Wire")
    follow(page, page.locator("[name=go][value=outlets]"))
    assert _fits(page, "rtl")
    chosen = page.locator("[name=outlets]:checked")
    assert chosen.count() > 0
    while chosen.count():  # no real outlet is asked for anything by a test
        chosen.first.uncheck()
    follow(page, page.locator("[name=go][value=account]"))
    page.locator("[name=email]").fill("host@ostvik.example")
    page.locator("[name=password]").fill("quiet-harbour-9")
    follow(page, page.locator("[name=go][value=found]"))
    assert _fits(page, "rtl")
    assert newsroom.key() == ""
    newsroom.wait_for("The Ostvik Wire")  # it has started anew by itself

    one, other = newsroom.add_stories()
    page.goto(f"{newsroom.url}/en/desk/story/{one}/")
    assert _fits(page, "ltr")
    page.locator("[name=into]").fill(other)
    follow(page, page.locator("form:has([name=into]) button"))
    expect(page.get_by_text("2 reports")).to_be_visible()
    page.locator("[name=why]").fill("the same ferry")
    page.locator("form[action$='/mend/'] button").click()
    page.wait_for_url(f"{newsroom.url}/en/desk/story/{other}/")
    assert page.locator("[name=article]").count() == 2
    page.goto(f"{newsroom.url}/en/story/{one}/")
    page.wait_for_url(f"{newsroom.url}/en/story/{other}/")
    for lang, direction in (("en", "ltr"), ("ar", "rtl")):
        for tail in ("", "log/", "outlets/", "people/", "take-down/", "dead-letters/"):
            page.goto(f"{newsroom.url}/{lang}/desk/{tail}")
            assert _fits(page, direction), tail
    assert said == []
    context.close()
