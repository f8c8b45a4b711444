"""A report in Chromium: words are selected and marked, the next is read on, deeds wait offline."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tests.e2e.conftest import follow
from tests.e2e.filled_site import filled_site
from tests.e2e.marking_desk import PASSWORD, TOLD

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.once]
READY = "() => navigator.serviceWorker.controller?.state === 'activated'"
NONE_WAITS = "async () => (await (await caches.open('queued')).keys()).length === 0"
# What stands between a reader and the site refuses what is sent, in no words of ours.
REFUSES = """(() => {
  const real = window.fetch;
  window.fetch = (url, asked) => asked?.method === "POST"
    ? Promise.resolve(new Response("", { status: 413 })) : real(url, asked);
})()"""
# By a page: of what its service worker answers for it no event tells.
LOOKED_AT = "(url) => performance.getEntriesByName(url).length > 0"
WAITING = "async () => (await (await caches.open('queued')).keys()).map((one) => one.url)"
PUT = """async ([url, who]) => (await caches.open('queued')).put(url, new Response(
  JSON.stringify({ kind: 'save', url, fields: [], who, at: Date.now() })))"""
WHO = "async () => (await (await caches.open('who')).match('/who'))?.text()"
FULL = "<main><p class='wrong'>You have as many as can be kept</p></main>"
LANGS = ("en", "ar")
AGAIN = {"en": "the harbour is", "ar": "والميناء"}
TWICE = {"en": "the harbour", "ar": "الميناء"}
SELECT = """([words, earlier]) => {
  const body = document.querySelector("article.article .body");
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let seen = 0; walker.nextNode();) {
    const { data } = walker.currentNode;
    for (let at = data.indexOf(words); at >= 0; at = data.indexOf(words, at + 1), seen += 1) {
      if (seen === earlier) {
        const node = walker.currentNode;
        return getSelection().setBaseAndExtent(node, at, node, at + words.length);
      }
    }
  }
}"""
COVERED = """() => {
  const bar = document.querySelector("[data-marking]").getBoundingClientRect();
  const rects = [...getSelection().getRangeAt(0).getClientRects()];
  const isInSight = bar.left >= 0 && bar.right <= innerWidth
    && bar.top >= 0 && bar.bottom <= innerHeight;
  return !isInSight || rects.some((one) => one.top < bar.bottom && one.bottom > bar.top);
}"""
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.shifted += one.value;
  }).observe({ type: "layout-shift", buffered: false });
}"""


@dataclass(frozen=True, slots=True)
class Site:
    """A site with a story of three reports in each edition, and who is signed in there."""

    url: str
    rows: dict[str, list[int]]
    signed_in: dict[str, Any]

    def report(self, lang: str, place: int) -> str:
        return f"{self.url}/{lang}/article/{self.rows[lang][place]}/"

    def mine(self, lang: str, tail: str = "") -> str:
        return f"{self.url}/{lang}/mine/{tail}"


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    var = tmp_path_factory.mktemp("marking")
    with filled_site("tests.e2e.marking_desk", var) as (url, rows):
        yield Site(url, rows, {lang: _sign_in(browser, url, lang) for lang in LANGS})


def _sign_in(browser: Browser, url: str, lang: str) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{url}/account/login/?next=/{lang}/mine/")
    page.locator("[name=login]").fill(f"reader-{lang}@tidewire.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=login]) button").click()
    page.wait_for_url(f"{url}/{lang}/mine/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(params=LANGS)
def reader(
    browser: Browser, site: Site, request: pytest.FixtureRequest
) -> Iterator[tuple[BrowserContext, str]]:
    lang = str(request.param)
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, storage_state=site.signed_in[lang]
    )
    yield context, lang
    context.close()


def _wait(holds: Callable[[], bool]) -> None:
    """Wait until something holds; playwright's own way is forbidden by the site's CSP."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def _select(page: Page, words: str, earlier: int = 0) -> None:
    page.evaluate(SELECT, [words, earlier])
    expect(page.locator("[data-marking]").first).to_be_visible()


def _scroll_to(page: Page, url: str) -> None:
    """Scroll on, as a hand does, until the address is that of a report."""

    def is_there() -> bool:
        page.mouse.wheel(0, 300)
        return page.url == url

    _wait(is_there)


def test_words_are_marked_by_selecting_them(reader: tuple[BrowserContext, str], site: Site) -> None:
    context, lang = reader
    page, said = context.new_page(), list[str]()
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site.report(lang, 0))
    _select(page, TWICE[lang], 1)
    assert not page.evaluate(COVERED)
    page.keyboard.press("Escape")
    expect(page.locator("[data-marking]")).to_be_hidden()
    _select(page, AGAIN[lang], 1 if lang == "en" else 0)
    page.keyboard.press("h")
    page.keyboard.press("ArrowLeft" if lang == "ar" else "ArrowRight")
    assert page.evaluate("document.activeElement.dataset.does") == "note"
    page.keyboard.press("Enter")
    expect(page.locator("[name=words]")).to_have_value(AGAIN[lang])
    expect(page.locator("[name=note]")).to_be_focused()
    page.keyboard.type("31?")
    page.locator("main .account-form button").click()
    expect(page.locator("mark.own-mark")).to_have_text(AGAIN[lang])
    assert page.url == f"{site.report(lang, 0)}#done-highlight"
    before = "mark => mark.closest('p').textContent.indexOf(mark.textContent, 1)"
    assert page.locator("mark.own-mark").evaluate(before) > 0
    assert page.locator("a.own-noted").get_attribute("title") == "31?"
    # What is too long for an address is handed over all the same.
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('article.article .body'))"
    )
    expect(page.locator("[data-marking]")).to_be_visible()
    page.evaluate("sessionStorage.clear()")
    page.locator("[data-does=note]").evaluate("one => one.addEventListener('click', "
        "() => { one.href = one.href.replace(/words=[^&]*&?/, ''); })")  # fmt: skip
    page.locator("[data-does=note]").click()
    expect(page.locator("[name=words]")).to_have_value(re.compile(r"[\s\S]{61}"))
    page.goto(site.report(lang, 0))
    expect(page.locator("a.own-noted")).to_have_attribute("title", "31?")
    # Marked once more without a note, the note stays.
    _select(page, AGAIN[lang], 0)
    page.locator("[data-does=mark]").click()
    expect(page.locator("main .account-form button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("a.own-noted")).to_have_attribute("title", "31?")
    _select(page, TWICE[lang])
    page.locator("[data-does=quote]").click()
    quoted = re.escape(f"> {TWICE[lang]}\n> — Lamp")
    expect(page.locator("[name=text]")).to_have_value(re.compile(f"^{quoted}"))
    assert said == []


def test_a_note_changed_in_two_windows_keeps_both(
    reader: tuple[BrowserContext, str], site: Site
) -> None:
    context, lang = reader
    first, second = context.new_page(), context.new_page()
    first.goto(f"{site.mine(lang, 'highlight/')}?article={site.rows[lang][2]}")
    first.locator("[name=words]").fill(TOLD[lang][2].format(n=3))
    first.locator("[name=note]").fill("as it was")
    follow(first, first.locator("main .account-form button"))
    listed = "main a[href*='/mine/highlights/'][href$='/']:not([aria-current])"
    for page in (first, second):
        page.goto(site.mine(lang, "highlights/"))
        follow(page, page.locator(listed).first)
    for page, note in ((first, "one window"), (second, "the other")):
        page.locator("[name=note]").fill(note)
        follow(page, page.locator("main .account-form button"))
    expect(second.locator(".note-there .own-note")).to_have_text("one window")
    expect(second.locator("[name=note]")).to_have_value("the other")
    follow(second, second.locator("main .account-form button"))
    expect(second.locator(".own-note").first).to_have_text("the other")


@pytest.mark.parametrize("lang", LANGS)
def test_the_storys_next_report_is_read_below(browser: Browser, site: Site, lang: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    page.goto(site.report(lang, 0))
    page.mouse.wheel(0, 20_000)
    expect(page.locator("[rel=next]")).to_have_attribute(
        "href", f"/{lang}/article/{site.rows[lang][1]}/"
    )
    assert page.locator("article.article").count() == 1
    page.locator("[data-opens=look]").click()
    page.locator("input[name=reading][value=on]").check()
    page.keyboard.press("Escape")
    page.reload()
    page.evaluate(SHIFTS)
    for place in (1, 2):
        headline = page.locator(
            "article.article h1.headline a", has_text=TOLD[lang][0].format(n=place + 1)[:20]
        )
        _scroll_to(page, site.report(lang, place))
        assert headline.count()
        assert str(place + 1) in page.title()
    end = page.locator("[data-end=all]")
    expect(end).to_be_visible()
    assert "3" in end.inner_text() or "٣" in end.inner_text() or "تقارير" in end.inner_text()
    assert page.evaluate("window.shifted") < 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('h1.headline') !== null")
    # What was withdrawn meanwhile ends it.
    page.route(f"**/article/{site.rows[lang][1]}/", lambda route: route.fulfill(status=410))
    page.goto(site.report(lang, 0))
    page.mouse.wheel(0, 20_000)
    expect(page.locator("[data-end=gone]")).to_be_visible()
    context.close()


def test_what_is_done_without_a_network_is_sent_later(
    reader: tuple[BrowserContext, str], site: Site
) -> None:
    context, lang = reader
    page = context.new_page()
    story = site.rows[lang][3]
    page.goto(site.mine(lang))  # where the device learns whose it is
    _wait(lambda: bool(page.evaluate(WHO)))
    page.goto(site.report(lang, 0))
    _wait(lambda: bool(page.evaluate(READY)))
    context.set_offline(True)
    page.locator("main a[href*='mine/save/']").first.click()
    expect(page.locator("[data-waiting] li")).to_have_count(1)
    context.set_offline(False)
    page.goto(site.mine(lang, "saved/"))
    _wait(lambda: bool(page.evaluate(NONE_WAITS)))
    page.reload()
    assert page.locator("main a[href*='/article/']").count()
    page.goto(site.mine(lang))
    context.set_offline(True)
    page.locator("main button.quiet").first.click()
    expect(page.locator("[data-waiting] li")).to_have_count(1)
    context.set_offline(False)
    page.goto(site.mine(lang, f"comments/write/{story}/"))
    _wait(lambda: bool(page.evaluate(NONE_WAITS)))
    page.locator("textarea").fill("The pier was new.")
    context.set_offline(True)
    page.locator("main button[value=send]").click()
    expect(page.locator("[data-waiting] [data-text]")).to_have_text("The pier was new.")
    context.set_offline(False)
    expect(page.locator("[data-says=sent]")).to_be_visible()
    _wait(lambda: bool(page.evaluate(NONE_WAITS)))
    page.goto(f"{site.url}/{lang}/story/{story}/comments/?sent=1")
    expect(page.locator(".comment-text")).to_have_text("The pier was new.")
    page.goto(site.mine(lang))
    assert page.locator("main .new-count.none").count() == 1
    page.add_init_script(REFUSES)
    page.goto(site.mine(lang, f"comments/write/{story}/"))
    page.locator("textarea").fill("The pier was long.")
    context.set_offline(True)
    page.locator("main button[value=send]").click()
    expect(page.locator("[data-waiting] [data-text]")).to_have_text("The pier was long.")
    context.set_offline(False)
    expect(page.locator("[data-says=refused]")).to_be_visible()
    expect(page.locator("[data-waiting] [data-text]")).to_have_text("The pier was long.")
    expect(page.locator("[data-refused] bdi")).to_have_text("413")
    assert not page.evaluate(NONE_WAITS)


def known_here(context: BrowserContext, site: Site, lang: str) -> tuple[Page, str, str]:
    """Open a page that knows its reader; return it, their key, and the address that saves."""
    page = context.new_page()
    page.goto(site.mine(lang))
    _wait(lambda: bool(page.evaluate(WHO)))
    save = site.mine(lang, f"save/?article={site.rows[lang][1]}")
    return page, str(page.evaluate(WHO)), save


def test_what_waits_on_a_shared_device_is_its_own_readers(
    reader: tuple[BrowserContext, str], site: Site
) -> None:
    """And what was saved while nobody was signed in asks the next one, and is never sent."""
    context, lang = reader
    page, _own, save = known_here(context, site, lang)
    tried = list[str]()
    context.on("request", lambda sent: tried.extend([sent.method] * ("/mine/save/" in sent.url)))
    page.evaluate(PUT, [save, "of somebody else"])
    page.goto(f"{site.url}/{lang}/offline/")
    _wait(lambda: bool(page.evaluate(LOOKED_AT, save)))
    page.goto(site.mine(lang, "saved/"))
    assert page.evaluate(WAITING) == [save]
    page.goto(f"{site.url}/{lang}/offline/")
    expect(page.locator("[data-waiting] li")).to_have_count(0)

    page.evaluate(PUT, [save, ""])
    page.goto(f"{site.url}/{lang}/")
    expect(page.locator("[data-says=refused]")).to_be_visible()
    page.goto(f"{site.url}/{lang}/offline/")
    expect(page.locator("[data-asks] a")).to_have_attribute("href", save)
    assert "POST" not in tried


def test_what_is_refused_is_tried_once_and_a_withdrawn_edition_leads_on(
    reader: tuple[BrowserContext, str], site: Site
) -> None:
    context, lang = reader
    page, own, save = known_here(context, site, lang)
    page.evaluate(PUT, [save.replace(f"/{lang}/", f"/{lang}-no/"), own])
    page.goto(f"{site.url}/{lang}/")
    _wait(lambda: bool(page.evaluate(NONE_WAITS)))
    page.goto(site.mine(lang, "saved/"))
    assert page.locator(f"main a[href*='/article/{site.rows[lang][1]}/']").count()

    sent = list[str]()

    def refuse(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request.url)
        return route.fulfill(status=409, body=FULL, content_type="text/html")

    context.route("**/mine/save/**", refuse)
    page.evaluate(PUT, [site.mine(lang, f"save/?article={site.rows[lang][2]}"), own])
    for _time in range(3):
        page.goto(f"{site.url}/{lang}/offline/")
        expect(page.locator("[data-refused] bdi")).to_have_text("You have as many as can be kept")
    assert len(sent) == 1


def test_a_device_forgets_whose_it_was(reader: tuple[BrowserContext, str], site: Site) -> None:
    """Last: it ends the session that the others share."""
    context, lang = reader
    page, _own, _save = known_here(context, site, lang)
    page.goto(f"{site.url}/account/logout/")
    follow(page, page.locator("main form button").first)
    _wait(lambda: not page.evaluate(WHO))
