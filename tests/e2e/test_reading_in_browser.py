"""A reader in Chromium: saves, follows, mutes, blocks, sees what is new, takes all along, goes."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.conftest import Running, follow

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.once]

PASSWORD = "quiet-harbour-9"


@pytest.fixture(params=[("en", True), ("ar", False)], ids=["en", "ar without script"])
def reader(
    browser: Browser, request: pytest.FixtureRequest
) -> Iterator[tuple[BrowserContext, str]]:
    lang, has_script = request.param
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=has_script
    )
    yield context, lang
    context.close()


def _note(said: list[str], message: object) -> None:
    said.append(str(message))


def _press(page: Page, deed: str, back: str) -> None:
    """Follow a link to a small page, press its button, and be led back, where it says so."""
    follow(page, page.locator(f"main a[href*='mine/{deed}/']").first)
    page.locator("main .account-form button").click()
    page.wait_for_url(f"{back}#done-{deed}")
    assert page.locator(f"#done-{deed}").is_visible()


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.url


def _sign_up(page: Page, site: str, lang: str) -> None:
    page.goto(f"{site}/account/signup/?next=/{lang}/mine/")
    page.locator("[name=email]").fill(f"reader-{lang}@tidewire.example")
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{site}/{lang}/mine/")


def _open_story(page: Page, root: str) -> str:
    page.goto(root)
    follow(page, page.locator("main .lead .headline a").first)
    return page.url


def test_a_reader_keeps_follows_hides_and_takes_along(
    reader: tuple[BrowserContext, str], running: Running
) -> None:
    context, lang = reader
    page, said = context.new_page(), list[str]()
    page.on("console", partial(_note, said))
    page.on("pageerror", partial(_note, said))
    root = f"{running.url}/{lang}/"
    _sign_up(page, running.url, lang)
    story = _open_story(page, root)
    headline = page.locator("h1").inner_text()
    for deed in ("save", "follow"):
        _press(page, deed, story)
    page.goto(f"{root}mine/")
    assert page.get_by_text(headline).count() >= 2  # followed, and saved
    _fits(page)
    follow(page, page.locator("main h3 a[href*='/mine/story/']"))
    assert page.locator("h1").inner_text() == headline
    _fits(page)
    _mute(page, root, headline)
    outlet = _block(page, root)
    for tail in ("", "front/", "saved/", "follows/", "blocks/", "mutes/", "settings/"):
        page.goto(f"{root}mine/{tail}")
        _fits(page)
        if tail not in ("blocks/", "mutes/"):
            assert page.locator("main").get_by_text(outlet, exact=True).count() == 0, tail
    kept = _take_along(page, root)
    assert [len(kept[name]) for name in ("saved", "follows", "blocked", "muted")] == [1, 1, 1, 1]
    _delete(page, root)
    assert said == []


def _mute(page: Page, root: str, headline: str) -> None:
    page.goto(f"{root}mine/front/")
    assert page.get_by_text(headline).count()
    page.goto(f"{root}mine/mute/")
    page.locator("#words").fill(max(headline.split(), key=len).strip("“”«»,.:"))
    follow(page, page.locator("main .account-form button"))
    page.goto(f"{root}mine/front/")
    assert page.get_by_text(headline).count() == 0


def _block(page: Page, root: str) -> str:
    """Block the outlet that stands first on the front that is left."""
    link = page.locator("main a.outlet").first
    name = link.inner_text()
    follow(page, link)
    _press(page, "block", page.url)
    return name


def _take_along(page: Page, root: str) -> dict[str, list[object]]:
    page.goto(f"{root}mine/settings/")
    with page.expect_download() as download:
        page.locator("main a[href$='/mine/export/']").click()
    kept: dict[str, list[object]] = json.loads(Path(download.value.path()).read_text("utf-8"))
    return kept


def _delete(page: Page, root: str) -> None:
    page.locator("main a[href$='/mine/delete/']").click()
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{root}mine/delete/")
    page.locator("main .account-form button[type=submit]").click()
    page.wait_for_url(f"{root}mine/deleted/")
    page.goto(f"{root}mine/")
    assert "/account/login/" in page.url
