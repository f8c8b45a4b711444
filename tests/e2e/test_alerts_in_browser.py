"""Alerts in Chromium: chosen on a telephone, shown by the worker; saving without a network."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page
from tests.e2e.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.once]

LIMIT_S = 60.0  # what ends a wait for nothing
READY = "() => navigator.serviceWorker.controller?.state === 'activated'"
# Push services are on the internet: here the browser stands in for one.
STANDS_IN = """() => {
  const keys = { p256dh: P256DH, auth: 'MDEyMzQ1Njc4OWFiY2RlZg' };
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async () =>
    ({ toJSON: () => ({ endpoint: 'https://push.example/' + location.pathname, keys }) });
}"""
POINT = "'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8'"


def _note(said: list[str], message: object) -> None:
    said.append(str(message))


def _wait(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.fixture(params=["en", "ar"])
def reader(
    browser: Browser, running: Running, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, str]]:
    lang = request.param
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, timezone_id="Asia/Dubai", color_scheme="dark"
    )
    page = context.new_page()
    page.goto(f"{running.url}/account/signup/?next=/{lang}/mine/alerts/")
    page.locator("[name=email]").fill(f"alerted-{lang}@tidewire.example")
    page.locator("[name=password1]").fill("quiet-harbour-9")
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/mine/alerts/")
    yield page, f"{running.url}/{lang}/"
    context.close()


def test_alerts_are_chosen_and_what_is_saved_offline_is_saved(reader: tuple[Page, str]) -> None:
    page, root = reader
    said = list[str]()
    page.goto(f"{root}mine/alerts/")
    page.on("pageerror", partial(_note, said))
    assert page.locator("[name=zone]").input_value() == "Asia/Dubai"
    assert not page.locator("[type=radio][name=digest]").count()  # this newsroom sends no e-mail
    page.locator("[name=quiet_from]").select_option("21")
    page.locator("button[value=wishes]").click()
    assert page.locator("[name=quiet_from]").input_value() == "21"
    page.locator("main [role=status].said").wait_for()
    _wait(lambda: page.evaluate(READY))
    page.evaluate(STANDS_IN.replace("P256DH", POINT))
    page.locator("[data-does=subscribe]").click()
    page.get_by_text("push.example").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.goto(root)
    story = str(page.eval_on_selector("main .lead .headline a", "link => link.href"))
    page.goto(story)
    page.context.set_offline(True)
    page.locator("main a[href*='mine/save/']").first.click()
    page.locator("[data-queued]").wait_for()
    page.context.set_offline(False)
    page.goto(root)  # any page does it
    _wait(
        lambda: not page.evaluate("async () => (await (await caches.open('queued')).keys()).length")
    )
    page.goto(f"{root}mine/saved/")
    assert page.locator("main a[href*='/story/']").count() == 1
    assert not said
