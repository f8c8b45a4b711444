"""The site in Chromium: every kind of page, phone and desk, light and dark, both languages."""

import re
import time
from collections.abc import Iterator
from functools import partial
from typing import Literal

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.conftest import Running, follow

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIMIT_S = 300.0  # what ends a wait for nothing
WIDTHS = (390, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
KINDS = (
    "front", "story", "quotes", "ask", "grouping", "article", "comparison", "outlet", "wrap-up",
    "topics", "topic", "perspectives", "gaps", "search", "app", "offline", "about",
    "choose-outlets",
)  # fmt: skip


class View:
    """A browser's page that notes what the console and its errors say."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        page.on("console", partial(_note, self.said))
        page.on("pageerror", partial(_note, self.said))


def _context(
    browser: Browser, width: int, scheme: Literal["light", "dark"] = "light", *, script: bool = True
) -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
    )


def _note(said: list[str], message: object) -> None:
    said.append(str(message))


def _first(page: Page, pattern: str) -> str:
    links = page.eval_on_selector_all("a[href]", "found => found.map(a => a.getAttribute('href'))")
    for link in links:
        if re.search(pattern, link):
            return str(link)
    raise AssertionError(f"no link like {pattern} on {page.url}")


def _address(page: Page, running: Running, lang: str, kind: str) -> str:
    """Find the page of a kind as a reader does: by following links from the front."""
    page.goto(f"{running.url}/{lang}/")
    if kind == "front":
        return page.url
    if kind in ("wrap-up", "topics", "gaps", "search", "app", "offline", "about", "choose-outlets"):
        return f"{running.url}/{lang}/{kind}/{'?q=a' if kind == 'search' else ''}"
    if kind == "topic":
        return running.url + _find_topic(page, running, lang)
    if kind == "comparison":
        return running.url + _find_comparison(page, running, lang)
    story = _first(page, rf"/{lang}/story/\d+/$")
    if kind == "story":
        return running.url + story
    if kind in ("quotes", "ask", "perspectives"):
        return f"{running.url}{story}{kind}/"
    page.goto(running.url + story)
    wanted = {
        "grouping": r"/grouping/$",
        "article": r"/article/\d+/$",
        "outlet": r"/outlet/[^/]+/$",
    }
    return running.url + _first(page, wanted[kind])


def _find_topic(page: Page, running: Running, lang: str) -> str:
    """Find a topic of the week: stories are tagged some seconds after they stand on the front."""
    deadline = time.monotonic() + LIMIT_S
    while time.monotonic() < deadline:
        page.goto(f"{running.url}/{lang}/topics/")
        if page.locator("a.topic[href*='/topic/']").count():
            return _first(page, rf"/{lang}/topic/[^/]+/$")
        time.sleep(2)
    raise AssertionError("no topic of the week")


def _find_comparison(page: Page, running: Running, lang: str) -> str:
    """Find two reports side by side: the first story that has a carrier leads to them.

    The first stories stand on the front before their carriers have arrived.
    """
    deadline = time.monotonic() + LIMIT_S
    while time.monotonic() < deadline:
        page.goto(f"{running.url}/{lang}/")
        links = page.locator("a[href*='/story/']").evaluate_all("found => found.map(a => a.href)")
        for story in dict.fromkeys(links):
            page.goto(story)
            if page.locator("svg.tree").count():
                return _first(page, rf"/{lang}/compare/\d+/\d+/$")
        time.sleep(2)
    raise AssertionError("no story with a carrier on the front")


@pytest.fixture(scope="module")
def addresses(browser: Browser, running: Running) -> Iterator[dict[tuple[str, str], str]]:
    context = _context(browser, 1280)
    page = context.new_page()
    yield {
        (lang, kind): _address(page, running, lang, kind) for lang in ("en", "ar") for kind in KINDS
    }
    context.close()


@pytest.fixture(scope="module")
def views(browser: Browser) -> Iterator[list[View]]:
    """A page of each width and scheme: opening one takes as long as looking at five pages."""
    contexts = [_context(browser, width, scheme) for width in WIDTHS for scheme in SCHEMES]
    yield [View(context.new_page()) for context in contexts]
    for context in contexts:
        context.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_page_fits_and_breaks_no_rule(
    views: list[View], addresses: dict[tuple[str, str], str], lang: str, kind: str
) -> None:
    for view in views:
        page = view.page
        view.said.clear()
        answer = page.goto(addresses[lang, kind])
        assert answer is not None
        assert answer.status == 200
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{kind} {lang} is {wide} px too wide at {page.viewport_size}"
        assert page.get_attribute("html", "lang") == lang
        assert page.get_attribute("html", "dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.locator("h1").count() == 1
        assert not view.said, view.said


def _open_story_with_news(page: Page, running: Running, lang: str = "en") -> None:
    """Open a story of which something came in last: its brief is made after its reports."""
    deadline = time.monotonic() + LIMIT_S
    while time.monotonic() < deadline:
        page.goto(f"{running.url}/{lang}/")
        links = page.locator("a[href*='/story/']").evaluate_all("found => found.map(a => a.href)")
        for story in dict.fromkeys(links):
            page.goto(story)
            if page.locator(".news > li").count():
                return
        time.sleep(2)
    raise AssertionError("nothing came in last in any story on the front")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_came_in_since_the_last_look_is_marked(
    browser: Browser, running: Running, lang: str
) -> None:
    context = _context(browser, 390)
    page = context.new_page()
    _open_story_with_news(page, running, lang)
    assert page.locator(".news .is-new").count() == 0
    page.evaluate(
        """() => {
            const seen = JSON.parse(localStorage.seen);
            for (const story in seen) seen[story] = "2001-01-01T00:00:00Z";
            localStorage.seen = JSON.stringify(seen);
        }"""
    )
    page.reload()
    count = page.locator(".news > li").count()
    new = page.locator(".news .is-new")
    assert new.locator(".tag:visible").count() == count
    assert all(one.bounding_box()["width"] > 200 for one in new.all())  # type: ignore[index]
    page.reload()
    assert page.locator(".news .is-new").count() == 0
    assert page.locator(".latest-news > .note:visible").count() == 1
    context.close()


def test_seen_marks_bear_what_others_wrote_into_the_storage(
    browser: Browser, running: Running
) -> None:
    context = _context(browser, 390)
    view = View(context.new_page())
    _open_story_with_news(view.page, running)
    for written in ("no json", "null", "[]", '{"story-1": 7}'):
        view.page.evaluate("text => { localStorage.seen = text; }", written)
        view.page.reload()
        assert view.page.locator(".news > li").count()
    assert not view.said, view.said
    context.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_tree_of_a_lineage_is_walked_with_the_keyboard(
    browser: Browser, addresses: dict[tuple[str, str], str], lang: str
) -> None:
    context = _context(browser, 390)
    page = context.new_page()
    page.goto(addresses[lang, "comparison"])
    follow(page, page.locator("main a[href*='/story/']").first)
    page.locator("svg.tree a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/compare/"))
    assert page.locator("h1").count() == 1
    context.close()


def test_dark_is_dark_and_light_is_light(browser: Browser, running: Running) -> None:
    shades = {}
    for scheme in SCHEMES:
        context = _context(browser, 1280, scheme)
        page = context.new_page()
        page.goto(f"{running.url}/en/")
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        shades[scheme] = sum(int(n) for n in re.findall(r"\d+", colour)[:3])
        context.close()
    assert shades["light"] > 600
    assert shades["dark"] < 200


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_everything_reads_without_javascript(browser: Browser, running: Running, lang: str) -> None:
    context = _context(browser, 390, script=False)
    page = context.new_page()
    page.goto(f"{running.url}/{lang}/")
    follow(page, page.locator("main h2 a, main h1 a, main h3 a").first)
    assert f"/{lang}/story/" in page.url
    assert page.locator("time[datetime]").count() > 0
    context.close()


def _open_article_with_a_day(page: Page, running: Running, lang: str) -> None:
    page.goto(f"{running.url}/{lang}/")
    hrefs = "found => found.map(a => a.getAttribute('href'))"
    stories = page.eval_on_selector_all("a[href*='/story/']", hrefs)
    for story in dict.fromkeys(stories):
        page.goto(running.url + story)
        links = page.eval_on_selector_all("a[href*='/article/']", hrefs)
        # At the top: a citation's link scrolls to its words.
        for article in dict.fromkeys(link.partition("#")[0] for link in links):
            page.goto(running.url + article)
            if page.locator("time.told").count():
                return
    raise AssertionError("no article of the sample speaks of a day")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("way", ["keyboard", "touch", "pointer"])
def test_a_day_in_a_text_is_told_without_javascript(
    browser: Browser, running: Running, lang: str, way: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900}, has_touch=True,
                                  java_script_enabled=False)  # fmt: skip
    page = context.new_page()
    _open_article_with_a_day(page, running, lang)
    told = page.locator("time.told").first
    day = told.locator(".told-day")
    heard = " ".join((day.text_content() or "").split())
    assert re.search(r"\d{4}", heard)
    # Screen readers have it in the line, whether it is seen or not.
    assert heard in " ".join(told.aria_snapshot().split())
    words = told.evaluate("e => { const box = e.getClientRects()[0]; return [box.x, box.y]; }")
    assert day.evaluate("e => e.getBoundingClientRect().width") <= 1
    if way == "keyboard":
        for _ in range(100):
            page.keyboard.press("Tab")
            if told.evaluate("e => e === document.activeElement"):
                break
    elif way == "touch":
        told.tap()
    else:
        told.hover()
    assert day.evaluate("e => e.getBoundingClientRect().width") > 40
    scrolled = page.evaluate("window.scrollY")
    after = told.evaluate("e => { const box = e.getClientRects()[0]; return [box.x, box.y]; }")
    assert abs(after[1] + scrolled - words[1]) < 2  # the words stay where they were
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_first_load_is_small(browser: Browser, running: Running) -> None:
    context = _context(browser, 390)
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(f"{running.url}/en/", wait_until="networkidle")
    assert sum(sizes) < 150_000
    context.close()


def test_stories_stand_within_a_minute(running: Running) -> None:
    assert running.seconds_to_stories < 60


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_error_is_reported_without_javascript(
    browser: Browser, running: Running, lang: str
) -> None:
    context = _context(browser, 390, "dark", script=False)
    page = context.new_page()
    _open_story_with_news(page, running, lang)
    follow(page, page.locator("a[href*='/report-error/']").first)
    assert page.locator("blockquote p").inner_text()
    page.fill("textarea[name=words]", "He did not say that.")
    follow(page, page.locator("main button[type=submit]"))
    assert "sent=1" in page.url
    assert page.locator("main [role=status]").count() == 1
    context.close()


# The last one: what is killed here is away for a moment.
def test_a_dead_child_is_started_again(running: Running) -> None:
    parent = psutil.Process(running.process.pid)
    before = {child.pid for child in parent.children()}
    assert len(before) == 3
    for child in parent.children():
        child.kill()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        after = {child.pid for child in parent.children() if child.is_running()}
        if len(after) == 3 and not after & before:
            return
        time.sleep(0.2)
    raise AssertionError("a killed child did not come back within 30 s")
