"""A reader's round in Chromium, in English and Arabic: the front, a story, a report, search, keys.

What each test shows of what a reader can do stands in docs/reference/what-a-reader-can-do.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.conftest import follow
from tests.e2e.filled_site import filled_site
from tests.e2e.reading_desk import PASSWORD, TOLD

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.once]

LANGS = ("en", "ar")
# A window of 1,280 pixels at 200 %, and what WCAG 2.2, 1.4.10 asks for.
ZOOMED = (640, 320)
STORY_PARTS = (
    "key-points", "news", "differences", "quotes", "perspectives", "days", "coverage", "ask",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Round:
    """A page, where its edition begins, and what is told there."""

    page: Page
    root: str
    lang: str
    rows: dict[str, int]

    def go(self, path: str = "") -> Page:
        answer = self.page.goto(self.root + path)
        assert answer is not None
        assert answer.status == 200, path
        return self.page

    def story(self) -> Page:
        return self.go(f"story/{self.rows['story']}/")

    def report(self, which: str = "report") -> Page:
        return self.go(f"article/{self.rows[which]}/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    with filled_site("tests.e2e.reading_desk", tmp_path_factory.mktemp("rounds")) as site:
        yield site


@pytest.fixture(params=LANGS)
def reader(
    browser: Browser, site: tuple[str, Any], request: pytest.FixtureRequest
) -> Iterator[Round]:
    lang, (url, rows) = str(request.param), site
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page, said = context.new_page(), list[str]()
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text))
    yield Round(page, f"{url}/{lang}/", lang, rows[lang])
    assert said == []
    context.close()


def _follow(page: Page, selector: str) -> None:
    address = page.locator(selector).first.get_attribute("href")
    page.locator(selector).first.click()
    page.wait_for_url(f"**{address}")


def _gives_a_feed(page: Page) -> None:
    address = page.locator("link[rel=alternate][type$=xml]").last.get_attribute("href")
    answer = page.request.get(f"{re.match(r'https?://[^/]+', page.url)[0]}{address}")  # type: ignore[index]
    assert answer.status == 200, address
    assert re.search("<feed|<rss", answer.text())


def test_the_front_tells_each_story_once_and_ends(reader: Round) -> None:
    page, told = reader.go(), TOLD[reader.lang]
    links = page.locator("main .headline a").evaluate_all("found => found.map(one => one.href)")
    assert len(links) == len(set(links)) == 13
    assert page.locator(".lead .headline").inner_text() == f"{told['headline']} (0)"
    assert page.locator(".seconds > article").count() == 4
    assert page.locator(".sections .section-name").inner_text() == told["section"]
    assert page.locator(".briefs .brief").count() >= 3
    facts = page.locator(".lead .facts")
    assert facts.locator(".outlet").inner_text() == f"Lantern {reader.lang} 0"
    assert facts.locator(".tag").count() == 2  # it develops, and its lead was corrected
    assert facts.locator("a[href$='#differences']").count() == 1
    assert facts.locator("time").count() == 1
    assert f"Lantern {reader.lang} 3" in page.locator(".lead .others").inner_text()
    _gives_a_feed(page)
    _follow(page, ".end a[href*='/front/']")
    assert page.get_by_text(told["yesterday"]).count() == 1
    page.go_back()
    _follow(page, ".today a")
    assert page.locator(".wrapped > li").count() >= 1


def test_a_story_has_all_its_parts(reader: Round) -> None:
    page, told = reader.story(), TOLD[reader.lang]
    for part in STORY_PARTS:
        expect(page.locator(f"#{part}")).to_be_visible()
    assert page.locator(".attribution .outlet").first.is_visible()
    assert page.locator(".strands > .strand").count() == 3
    assert page.locator(".carried li").count() == 1
    assert page.locator(".said q").inner_text() == told["quote"]
    quotes = page.locator(".said q").evaluate("one => getComputedStyle(one).quotes")
    assert quotes.startswith('"«" "»"') == (reader.lang == "ar")
    for picture in (".map svg", ".bars"):
        assert page.locator(picture).first.get_attribute("role"), picture
    assert told["yesterday"] in page.locator(".aside").inner_text()  # related
    _gives_a_feed(page)
    for tail in ("perspectives", "grouping"):
        _follow(page, f"main a[href$='/{tail}/']")
        assert page.locator("h1").count() == 1
        page.go_back()
    page.locator("#question").fill(told["body"][2])
    follow(page, page.locator(".question button"))
    assert page.locator(".answers li").count() >= 1


def test_a_report_is_its_publishers_and_shows_what_changed(reader: Round) -> None:
    page, told = reader.report(), TOLD[reader.lang]
    link = page.locator(".publisher").first
    assert link.get_attribute("href") == f"https://{reader.lang}0.example/"
    for part in (".standfirst", ".byline", ".dateline", ".times time", ".correction"):
        assert page.locator(part).first.is_visible(), part
    assert page.locator(".body > p").first.inner_text() == told["later"]
    assert page.locator(".next-in-story a").count() == 1
    _follow(page, "a[href$='/changes/']")
    assert page.locator(".changed").count() == 2
    reader.report("carrier")
    _follow(page, "main a[href*='/compare/']")
    assert page.locator(".publisher").count() == 2


def test_reports_that_were_opened_here_are_marked(reader: Round) -> None:
    page = reader.story()
    mark = page.locator(".strands .is-read")
    assert mark.count() == 0
    reader.report()
    page.go_back()
    expect(mark).to_have_count(1)
    assert mark.get_attribute("href") == f"/{reader.lang}/article/{reader.rows['report']}/"
    assert mark.get_attribute("aria-description")
    page.evaluate("localStorage.setItem('read', '{\"length\": 9}')")
    reader.story()
    assert mark.count() == 0
    page.locator(".masthead .to-account").click()
    page.wait_for_url("**/account/login/**")


def test_topics_sections_and_outlets_have_pages_and_feeds(reader: Round) -> None:
    page = reader.story()
    addresses = page.locator(".tags .topic").evaluate_all("found => found.map(one => one.href)")
    assert len(addresses) == 3
    for address in addresses:
        page.goto(address)
        assert page.locator(".topic-stories .headline").count() >= 1
        _gives_a_feed(page)
    reader.story()
    page.locator(".tags .topic", has_text=TOLD[reader.lang]["person"]).click()
    _follow(page, "main a[href$='/quotes/']")
    assert page.locator("main q").first.inner_text() == TOLD[reader.lang]["quote"]
    _gives_a_feed(page)
    reader.story()
    _follow(page, ".attribution .outlet")
    assert page.locator(".share").count() >= 1  # of its own reporting
    _gives_a_feed(page)


def test_search_means_finds_narrows_and_is_followed(reader: Round) -> None:
    page, told = reader.go("search/"), TOLD[reader.lang]
    field = page.locator("input[type=search]")
    field.press_sequentially(told["person"][:4])
    page.locator("[role=option]").first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/topic/**")
    words = f"{told['number']} outlet:lantern-{reader.lang}-2"
    reader.go(f"search/?q={words}")
    assert page.locator(".reports .headline").count() >= 1
    assert page.locator(".reports mark").count() >= 1
    reader.go(f"search/?q={words}&in={'en' if reader.lang == 'ar' else 'ar'}")
    assert page.locator(".reports .headline").count() == 0
    _gives_a_feed(page)
    reader.go(f"search/?q={words}")
    _follow(page, "main a[href*='press-review/']")
    assert page.locator(".reviewed li .headline").count() >= 1
    for form in ("json", "csv"):
        answer = page.request.get(
            page.locator(f".take a[href*='.{form}']").evaluate("one => one.href")
        )
        assert "attachment" in answer.headers["content-disposition"]
    _sign_in(reader)
    reader.go(f"search/?q={words}")
    follow(page, page.locator("main a[href*='mine/follow/']"))
    page.locator("main .account-form button").click()
    page.wait_for_url("**#done-follow")
    reader.go("mine/follows/")
    assert told["number"] in page.locator(".own-list").inner_text()


def _sign_in(reader: Round) -> None:
    page = reader.page
    site = reader.root.removesuffix(f"{reader.lang}/")
    page.goto(f"{site}account/login/?next=/{reader.lang}/mine/")
    page.locator("[name=login]").fill(f"round-{reader.lang}@tidewire.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=login]) button").click()
    page.wait_for_url(f"{reader.root}mine/")


def test_keys_save_mute_and_find_the_publisher(reader: Round) -> None:
    page = reader.report()
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.className") == "publisher"
    page.keyboard.press("s")
    page.wait_for_url("**/account/login/**")
    reader.story()
    page.keyboard.press("m")
    page.wait_for_url("**/account/login/**")
    _saves_and_mutes_what_has_the_focus(reader)
    reader.go()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def _saves_and_mutes_what_has_the_focus(reader: Round) -> None:
    topic = reader.story().locator(".tags .topic").first.get_attribute("href") or ""
    found = f"search/?q={TOLD[reader.lang]['number']}"
    for path in ("", topic.removeprefix(f"/{reader.lang}/"), found):
        for key, deed in (("s", "save"), ("m", "mute")):
            page = reader.go(path)
            page.locator("main .headline a").first.wait_for()
            page.keyboard.press("j")
            kind, number = re.findall(
                r"/(story|article)/(\d+)/$", str(page.evaluate("document.activeElement.href"))
            )[0]
            page.keyboard.press(key)
            page.wait_for_url("**/account/login/**")
            assert page.url.endswith(f"/mine/{deed}/%3F{kind}%3D{number}")


def test_what_is_blocked_and_muted_is_gone_from_public_pages(reader: Round) -> None:
    page, lang = reader.page, reader.lang
    outlet = f"Lantern {lang} 1"
    _sign_in(reader)
    reader.go(f"outlet/lantern-{lang}-1/")
    _do(page, "main a[href*='mine/block/']", "block")
    story = f"story/{reader.rows['story']}/"
    article = f"article/{reader.rows['report']}/"
    for path in ("", f"search/?q={TOLD[lang]['number']} outlet:lantern-{lang}-1", story, article):
        reader.go(path)
        expect(page.locator(".unwanted-note")).to_be_visible()
        _shows_nothing_of(page, outlet)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    reader.go()
    assert page.locator("main .headline:visible").count() >= 4
    page.locator(".unwanted-note button").click()
    expect(page.locator("main a.outlet:visible", has_text=outlet).first).to_be_visible()
    _mutes_other_forms(reader)
    _takes_back(reader)
    reader.go()
    page.wait_for_timeout(300)
    assert page.locator(".unwanted").count() == 0


def test_a_story_of_a_blocked_outlet_is_led_by_the_next(reader: Round) -> None:
    page, told, lang = reader.page, TOLD[reader.lang], reader.lang
    _sign_in(reader)
    reader.go(f"outlet/lantern-{lang}-0/")
    _do(page, "main a[href*='mine/block/']", "block")
    reader.go()
    lead = page.locator(".lead")
    expect(lead.locator(".headline")).to_have_text(f"{told['headline']} (1)")
    expect(lead.locator(".facts .outlet")).to_have_text(f"Lantern {lang} 1")
    assert f"lantern-{lang}-1/" in (lead.locator(".outlet").get_attribute("href") or "")
    names = lead.locator(".others bdi").all_inner_texts()
    assert not {f"Lantern {lang} 0", f"Lantern {lang} 1"} & set(names)
    _shows_nothing_of(page, f"Lantern {lang} 0")
    reader.go("mine/blocks/")
    page.locator(".removal button").click()
    page.wait_for_url("**/mine/blocks/")
    _sign_out(reader)
    reader.go()
    expect(lead.locator(".headline")).to_have_text(f"{told['headline']} (0)")


def _do(page: Page, link: str, deed: str) -> None:
    follow(page, page.locator(link).first)
    page.locator("main .account-form button").first.click()
    page.wait_for_url(f"**#done-{deed}")
    _is_told(page)


def _is_told(page: Page) -> None:
    """Wait until this device has the list anew: a page left before that asks on the next one."""
    for _ in range(1200):  # playwright's own way of waiting is forbidden by the site's CSP
        if page.evaluate("JSON.parse(localStorage.getItem('hides'))?.at > 0"):
            return
        page.wait_for_timeout(50)
    pytest.fail("the device was told nothing")


def _shows_nothing_of(page: Page, outlet: str) -> None:
    assert outlet not in page.locator("main a.outlet:visible").all_inner_texts()
    assert outlet not in page.locator("main .others bdi:visible").all_inner_texts()


def _mutes_other_forms(reader: Round) -> None:
    """Mute a word in another form than the headlines have; an exception lets one be seen."""
    page = reader.page
    words, but = {"en": ("lighthouses", "report 3"), "ar": ("منارة", "المنارة 3")}[reader.lang]
    reader.go(f"mine/mute/?story={reader.rows['story']}")
    page.locator("#words").fill(words)
    page.locator("[name=exceptions]").fill(but)
    page.locator("main .account-form button").click()
    page.wait_for_url("**#done-mute")
    _is_told(page)
    reader.go()
    told = TOLD[reader.lang]["others"].format(n="")
    kept = [one for one in page.locator("main .headline:visible").all_inner_texts()
            if one.startswith(told.split()[0]) and "3" not in one]  # fmt: skip
    assert kept == []
    assert page.locator("main .headline:visible").count() >= 2


def _takes_back(reader: Round) -> None:
    for listed in ("blocks", "mutes"):
        reader.go(f"mine/{listed}/")
        follow(reader.page, reader.page.locator(".removal button"))
        assert reader.page.url.endswith(f"/mine/{listed}/")
    _sign_out(reader)


def _sign_out(reader: Round) -> None:
    page = reader.page
    reader.go("mine/")
    page.locator("main form[action$='/account/logout/'] button").click()
    page.wait_for_url(reader.root)
    assert page.evaluate("[localStorage.getItem('hides'), localStorage.getItem('signed-in')]") == [
        None, None,
    ]  # fmt: skip


def test_it_is_read_zoomed_without_motion_and_on_paper(reader: Round) -> None:
    page = reader.page
    for open_page in (reader.go, reader.story, reader.report):
        open_page()
        for width in ZOOMED:
            page.set_viewport_size({"width": width, "height": 500})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.links[0]).transitionDuration") == "0s"
    page.emulate_media(media="print")
    assert not page.locator(".editions").is_visible()
    shown = "one => getComputedStyle(one, '::after').content"
    assert "example/" in page.locator(".publisher").first.evaluate(shown)


def test_the_app_says_what_it_is_and_takes_an_address(reader: Round) -> None:
    page = reader.go("app/")
    assert page.locator(".ways li").count() >= 3
    address = page.locator("link[rel=manifest]").get_attribute("href")
    told = page.request.get(f"{reader.root.removesuffix(f'/{reader.lang}/')}{address}").json()
    assert told["lang"].startswith(reader.lang)
    assert told["dir"] == ("rtl" if reader.lang == "ar" else "ltr")
    assert len(told["shortcuts"]) == 5
    reader.go(f"app/shared/?url=https://{reader.lang}0.example/")
    # Known here already: it is saved, by whoever signs in.
    assert page.url.endswith(f"/mine/save/%3Farticle%3D{reader.rows['report']}")
