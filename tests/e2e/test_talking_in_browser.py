"""Comments in Chromium, with JavaScript and without: write, reply, quote, flag, moderate."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.e2e.conftest import follow
from tests.e2e.filled_site import filled_site
from tests.e2e.talking_desk import PASSWORD, WAYS, address

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.once]

OFF_TOPIC = {"en": "nothing to do with the story", "ar": "لا صلة له بالخبر"}


@dataclass(frozen=True, slots=True)
class Talked:
    """A site with comments on: its stories nobody has commented on, by way, and a long thread."""

    url: str
    long: int
    stories: dict[str, int]


@pytest.fixture(scope="module")
def talked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talked]:
    var = tmp_path_factory.mktemp("talking")
    with filled_site("tests.e2e.talking_desk", var) as (url, told):
        yield Talked(url, told["long"], {way: told[way] for way in WAYS})


def _sign_in(browser: Browser, site: str, who: str, way: str) -> tuple[Page, list[str]]:
    context: BrowserContext = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=way == "script"
    )
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{site}/account/login/?next=/{WAYS[way]}/mine/")
    page.locator("[name=login]").fill(address(who, way))
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=login]) button").click()
    page.wait_for_url(f"{site}/{WAYS[way]}/mine/")
    return page, said


def _send(page: Page, text: str, name: str = "") -> None:
    if name:
        page.locator("[name=name]").fill(name)
    page.locator("textarea").fill(text)
    page.locator("main button[value=send]").click()


def _choose_words(page: Page, words: str) -> None:
    """Mark words of the first comment, as a mouse does."""
    page.evaluate(
        """words => {
          const node = document.querySelector(".comment-text p").firstChild;
          const at = node.data.indexOf(words);
          getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }""",
        words,
    )


@pytest.mark.parametrize("way", list(WAYS))
def test_write_reply_quote_flag_moderate(browser: Browser, talked: Talked, way: str) -> None:
    has_script, story, root = way == "script", talked.stories[way], f"/{WAYS[way]}/"
    reader, said_one = _sign_in(browser, talked.url, "reader", way)
    reader.goto(f"{talked.url}{root}story/{story}/")
    follow(reader, reader.locator(f"main a[href='{root}story/{story}/comments/']"))
    follow(reader, reader.locator("main a.publisher"))
    if has_script:
        reader.locator("textarea").fill("> so they say\n\nThe ferry was old.")
        expect(reader.locator("#preview blockquote")).to_have_text("so they say")
    _send(reader, "The ferry was old, and nobody looked after it.", name=f"Ilsa {way}")
    expect(reader.locator(".comment .who")).to_have_text(f"Ilsa {way}")

    other, said_two = _sign_in(browser, talked.url, "other", way)
    other.goto(f"{talked.url}{root}story/{story}/comments/")
    if has_script:
        _choose_words(other, "nobody looked after it")
    other.locator("[data-reply]").first.click()
    if has_script:
        expect(other.locator("textarea")).to_have_value("> nobody looked after it\n\n")
    else:
        follow(other, other.locator("button[value='quote:all']"))
    typed = other.locator("textarea").input_value()
    _send(other, f"{typed}Somebody did, on Friday.", name=f"Omar {way}")
    expect(other.locator(".depth-1 blockquote")).to_contain_text("nobody looked after it")
    follow(other, other.locator(".depth-0 a[href*='/flag/']"))
    other.locator("[value=off_topic]").check()
    other.locator("main form:has([name=kind]) button").click()
    expect(other.locator(".said")).to_be_visible()

    desk, said_three = _sign_in(browser, talked.url, "desk", way)
    follow(desk, desk.locator(f"a[href='{root}mine/queue/']"))
    expect(desk.locator("[data-waits]")).to_have_count(1)
    desk.locator("select[name=reason]").select_option("off_topic")
    if has_script:
        desk.evaluate("document.activeElement.blur()")
        desk.keyboard.press("j")
        desk.keyboard.press("r")
    else:
        desk.locator("button[value=remove]:not(.first-button)").click()
    expect(desk.locator("[data-waits]")).to_have_count(0)
    desk.goto(f"{talked.url}{root}story/{story}/comments/?after=removal")
    expect(desk.locator(".comment-gone")).to_contain_text(OFF_TOPIC[WAYS[way]])
    assert said_one + said_two + said_three == []


def test_pages_fit_a_telephone(browser: Browser, talked: Talked) -> None:
    page, said = _sign_in(browser, talked.url, "desk", "script")
    for lang in ("en", "ar"):
        for path in (
            f"story/{talked.long}/comments/", f"mine/comments/of/{talked.long}/",
            f"mine/comments/write/{talked.stories['plain']}/", "mine/queue/", "mine/queue/log/",
            "mine/comments/",
        ):  # fmt: skip
            page.goto(f"{talked.url}/{lang}/{path}")
            assert page.locator("html").get_attribute("lang") == lang
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    assert said == []
