"""Listening and translating in Chromium: with voices that a test lends it, and without any."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.adapters.translating_service import running_service
from tests.e2e.conftest import ROOT, _free_port, _get
from tests.e2e.listening_desk import TOLD
from tests.new_tables import sqlite_tables

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# A browser's speech that says nothing and notes what it was given; an utterance ends at once, or
# when the test calls speaking.next().
VOICES = """
window.speaking = { said: [], rates: [], waiting: null, steps: false, cancelled: 0,
  next() { const one = this.waiting; this.waiting = null; one?.onend?.(); } };
const voices = [{ lang: "en-GB", name: "Test", localService: true, default: true }];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  addEventListener() {},
  cancel() { window.speaking.waiting = null; window.speaking.cancelled += 1; },
  speak(one) {
    window.speaking.said.push(one.text.trim());
    window.speaking.rates.push(one.rate);
    window.speaking.waiting = one;
    if (!window.speaking.steps) setTimeout(() => window.speaking.next(), 0);
  },
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """A site with a few invented reports, a translator and, where it is installed, espeak-ng."""

    url: str
    english: int
    arabic: int
    french: int
    story: int
    day: str


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with running_service(say=lambda text: TOLD.get(text, "")) as service:
        port, var = _free_port(), tmp_path_factory.mktemp("listening")
        sqlite_tables(var / "wireroom.sqlite3")
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {
            "WIREROOM_VAR": str(var),
            "WIREROOM_TRANSLATOR": service.url,
            "WIREROOM_SPEECH": "espeak-ng" if shutil.which("espeak-ng") else "off",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        told = _run("tests.e2e.listening_desk", environment)
        words = [sys.executable, "-m", "wireroom", "site", "--port", str(port)]
        process = subprocess.Popen(words, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        try:
            yield _wait(Desk(f"http://127.0.0.1:{port}", **told))
        finally:
            process.terminate()
            process.wait(60)


def _run(module: str, environment: dict[str, str]) -> dict[str, Any]:
    words = [sys.executable, "-m", module]
    done = subprocess.run(
        words, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=120
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _wait(desk: Desk) -> Desk:
    ends_at = time.monotonic() + 180
    # The translator's languages are learnt once the first report that could be translated is read.
    # With a query, for a page without one is kept as it was until the next minute.
    while "translated/" not in _get(f"{desk.url}/en/article/{desk.french}/?look"):
        assert time.monotonic() < ends_at, "the site does not offer translations"
        time.sleep(0.3)
    return desk


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page with a voice for English alone, which says one sentence at a time."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    context.add_init_script(VOICES)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield opened
    assert errors == []
    context.close()


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.speaking.said")
    return found


def said_in_all(page: Page) -> list[str]:
    """Return what is said once it has begun and ended by itself."""
    ends_at = time.monotonic() + 30
    while not said(page):
        assert time.monotonic() < ends_at, "nothing was said"
        page.wait_for_timeout(50)
    expect(page.locator("[data-stop]")).to_be_hidden()
    return said(page)


def test_without_voices_the_control_stays_hidden(desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script(VOICES.replace('lang: "en-GB"', 'lang: "de-DE"'))
    page.goto(f"{desk.url}/en/article/{desk.english}/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("group", name="Listen")).to_be_hidden()
    page.close()


def test_without_scripts_the_control_stays_hidden(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.url}/en/article/{desk.english}/")
    expect(page.locator("[data-listen]")).to_be_hidden()
    context.close()


def test_a_report_is_read_from_its_headline_to_its_end(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.url}/en/article/{desk.english}/")
    page.get_by_role("button", name="Listen").click()
    assert said_in_all(page) == [
        "The ferry sails again",
        "It had been in dock.",
        "Key points",
        "It sails",
        "The ferry sails again.",
        "It is blue.",
        "The harbour is open.",
    ]


def test_an_arabic_report_is_read_by_an_arabic_voice(desk: Desk, page: Page) -> None:
    page.add_init_script(VOICES.replace('lang: "en-GB"', 'lang: "ar-EG"'))
    page.goto(f"{desk.url}/ar/article/{desk.arabic}/")
    page.locator("[data-play]").click()
    assert said_in_all(page) == ["عادت العبارة إلى الإبحار", "لونها أزرق."]


def test_the_keyboard_pauses_goes_on_and_stops(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.url}/en/article/{desk.english}/")
    page.evaluate("window.speaking.steps = true")
    page.get_by_role("button", name="Listen").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1.being-read")).to_be_visible()
    page.evaluate("window.speaking.next()")
    expect(page.locator(".standfirst.being-read")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    assert said(page)[-2:] == ["It had been in dock."] * 2
    page.keyboard.press("Escape")
    expect(page.locator(".being-read")).to_have_count(0)
    expect(page.get_by_role("button", name="Listen")).to_be_focused()


def test_the_speed_holds_at_once(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.url}/en/article/{desk.english}/")
    page.evaluate("window.speaking.steps = true")
    page.get_by_role("button", name="Listen").click()
    page.get_by_label("Speed").select_option("1.5")
    assert page.evaluate("window.speaking.rates") == [1, 1.5]
    assert said(page) == ["The ferry sails again"] * 2


@pytest.mark.parametrize(
    ("kind", "expected"), [("story", "It sails"), ("wrap-up", "The ferry sails again.")]
)
def test_stories_and_wrap_ups_are_read_without_their_furniture(
    desk: Desk, page: Page, kind: str, expected: str
) -> None:
    path = f"story/{desk.story}/" if kind == "story" else f"wrap-up/{desk.day}/"
    page.goto(f"{desk.url}/en/{path}")
    page.get_by_role("button", name="Listen").click()
    told = said_in_all(page)
    assert expected in told
    assert not any("see it in the report" in one or "The Lamp" in one for one in told)


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_a_voice_for_the_interface_alone_is_none(desk: Desk, page: Page, edition: str) -> None:
    if edition == "en":
        page.goto(f"{desk.url}/en/article/{desk.french}/")
    else:
        page.add_init_script(VOICES.replace('lang: "en-GB"', 'lang: "ar"'))
        page.goto(f"{desk.url}/ar/article/{desk.english}/")
    page.wait_for_timeout(300)
    expect(page.locator("[data-listen]")).to_be_hidden()


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_a_report_is_translated_and_its_original_a_click_away(
    desk: Desk, page: Page, edition: str
) -> None:
    page.goto(f"{desk.url}/{edition}/article/{desk.french}/")
    page.locator(".translate button").first.click()
    expect(page.locator("h1")).to_have_text(TOLD_HEADLINE)
    expect(page.locator(".machine")).to_contain_text("1" if edition == "en" else "واحدة")
    expect(page.locator(".in-original")).to_have_attribute("lang", "fr")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(f"main a[href$='/{edition}/article/{desk.french}/']").first.click()
    expect(page.locator("h1")).to_have_attribute("lang", "fr")


def test_who_reads_french_is_asked_no_more(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.url}/en/article/{desk.french}/")
    page.get_by_role("button", name="I read French").click()
    expect(page.get_by_role("button", name="Translate from")).to_have_count(0)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng here")
def test_the_wrap_up_plays(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.url}/en/wrap-up/{desk.day}/")
    seconds = page.evaluate(
        """async () => {
            const audio = document.querySelector("audio");
            audio.preload = "metadata";
            audio.load();
            await new Promise((done, failed) => {
                audio.onloadedmetadata = done;
                audio.onerror = () => failed(new Error("cannot be played"));
            });
            return audio.duration;
        }"""
    )
    assert seconds > 2


TOLD_HEADLINE = next(iter(TOLD.values()))
