"""The app in Chromium: read without a network, walked by keys."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.e2e.conftest import Running, follow

pytestmark = [pytest.mark.browser, pytest.mark.slow]
READY = "() => navigator.serviceWorker.controller?.state === 'activated'"
KEPT = "async url => Boolean(await (await caches.open('pages')).match(url))"
GONE = "async url => !await (await caches.open('pages')).match(url)"
LIMIT_S = 60.0  # what ends a wait for nothing
PASSWORD = "quiet-harbour-9"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


def _open(phone: BrowserContext, url: str) -> Page:
    page = phone.new_page()
    page.goto(url)
    _wait(page, READY)
    _wait(page, KEPT, url)
    return page


def _wait(page: Page, condition: str, *values: str) -> None:
    """Wait until a condition holds; playwright's own way is forbidden by the site's CSP."""
    deadline = time.monotonic() + LIMIT_S
    while not page.evaluate(condition, *values):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(100)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_was_read_is_read_again_without_a_network(
    phone: BrowserContext, running: Running, lang: str
) -> None:
    front = f"{running.url}/{lang}/"
    page = _open(phone, front)
    story = str(page.eval_on_selector("main a[href*='/story/']", "link => link.href"))
    page.goto(story)
    headline = page.locator("h1").inner_text()
    _wait(page, KEPT, story)
    phone.set_offline(True)
    page.goto(front)
    assert page.locator("main a[href*='/story/']").count()
    page.locator("[data-says=offline]").wait_for()
    page.goto(f"{running.url}/{lang}/outlet/never-opened/")
    follow(page, page.locator("[data-kept] a").get_by_text(headline, exact=True))
    expect(page.locator("h1")).to_have_text(headline)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_was_saved_elsewhere_is_read_here_without_a_network(
    browser: Browser, phone: BrowserContext, running: Running, lang: str
) -> None:
    root = f"{running.url}/{lang}/"
    other = browser.new_context()
    there = other.new_page()
    email = f"saver-{lang}@tidewire.example"
    _sign_up(there, root, email)
    report = _report_with_photo(there, f"{running.url}/en/").replace("/en/", f"/{lang}/")
    there.goto(f"{root}mine/save/?article={report.rsplit('/', 2)[-2]}")
    there.locator("main .account-form button").click()
    there.wait_for_url("**#done-save")
    headline = there.locator("h1").inner_text()
    other.close()
    page = _open(phone, root)
    _sign_in(page, root, email)
    _wait(page, "async url => Boolean(await (await caches.open('saved')).match(url))", report)
    _wait(page, "async () => (await (await caches.open('saved-photos')).keys()).length > 0")
    phone.new_cdp_session(page).send("Network.clearBrowserCache")
    phone.set_offline(True)
    page.goto(f"{root}mine/saved/")
    follow(page, page.locator("[data-saved-here] a", has_text=headline))
    expect(page.locator("h1")).to_have_text(headline)
    photo = page.locator(".photo-article img").first
    photo.scroll_into_view_if_needed()
    _wait(page, "() => document.querySelector('.photo-article img').naturalWidth > 0")
    phone.set_offline(False)
    page.goto(f"{root}mine/")
    page.locator("main form[action$='/account/logout/'] button").click()
    page.wait_for_url(root)
    for name in ("saved", "saved-photos"):
        _wait(page, "async name => !(await (await caches.open(name)).keys()).length", name)


def _report_with_photo(page: Page, root: str) -> str:
    """Return the address of the report whose photo stands on a front's story."""
    stories = page.locator("main article:has(.photo) .headline a")
    deadline = time.monotonic() + 5 * LIMIT_S
    page.goto(root)
    while not stories.count():  # the first reports stand there before their photos
        assert time.monotonic() < deadline, "no story has a photo"
        page.wait_for_timeout(1000)
        page.goto(root)
    page.goto(str(stories.first.evaluate("a => a.href")))
    for link in page.locator(".strand > .headline a").evaluate_all("all => all.map(a => a.href)"):
        page.goto(link)
        if page.locator(".photo-article img").count():
            return str(link)
    pytest.fail("no report has a photo")


def _sign_up(page: Page, root: str, email: str) -> None:
    page.goto(f"{root.rsplit('/', 2)[0]}/account/signup/?next={root}mine/")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{root}**")


def _sign_in(page: Page, root: str, email: str) -> None:
    page.goto(f"{root}mine/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=login]) button").click()
    page.wait_for_url(f"{root}mine/")


def test_what_was_withdrawn_is_kept_no_longer(phone: BrowserContext, running: Running) -> None:
    page = _open(phone, f"{running.url}/en/")
    gone = f"{running.url}/en/story/999999999/"
    keep = 'async url => (await caches.open("pages")).put(url, new Response("old"))'
    page.evaluate(keep, gone)
    page.goto(gone)
    _wait(page, GONE, gone)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_headlines_are_walked_by_keys(phone: BrowserContext, running: Running, lang: str) -> None:
    page = _open(phone, f"{running.url}/{lang}/")
    second = page.locator("main .headline a").nth(1)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert second.evaluate("link => link === document.activeElement")
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    address = str(second.evaluate("link => link.href"))
    second.focus()
    page.keyboard.press("o")
    page.wait_for_url(address)
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    # What is typed is typed.
    page.locator("input[type=search]").press_sequentially("jkof?")
    assert page.locator("input[type=search]").input_value() == "jkof?"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_reader_chooses_how_pages_look(
    phone: BrowserContext, running: Running, lang: str
) -> None:
    page = _open(phone, f"{running.url}/{lang}/")
    size = "parseFloat(getComputedStyle(document.querySelector('main .facts')).fontSize)"
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before, light = page.evaluate(size), page.evaluate(paper)
    page.locator("[data-opens=look]").click()
    page.locator("input[name=size][value=largest]").check()
    page.locator("input[name=theme][value=dark]").check()
    assert page.locator("main .excerpt").first.is_visible()
    page.locator("input[name=density][value=headlines]").check()
    page.keyboard.press("Escape")
    page.goto(f"{running.url}/{lang}/wrap-up/")
    page.goto(f"{running.url}/{lang}/")
    assert page.evaluate(size) > 1.2 * before
    assert page.evaluate(paper) != light
    assert not page.locator("main .excerpt").first.is_visible()
    assert page.locator("main .headline").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate('localStorage.setItem(\'look\', \'{"size": "x\\"onload=1", "theme": 7}\')')
    page.reload()
    assert page.evaluate(size) == before


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_address_is_handed_on(browser: Browser, running: Running, lang: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{running.url}/{lang}/")
    page.goto(str(page.eval_on_selector("main a[href*='/story/']", "link => link.href")))
    page.locator(".share-button").click()
    page.locator(".share-button [data-done]").wait_for()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert f"/{lang}/s/" in copied
    page.goto(copied)
    assert f"/{lang}/story/" in page.url
    context.close()
