"""An account in Chromium: making one, signing in, a passkey, taking everything along, deletion."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "quiet-harbour-9"
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=bool(request.param)
    )
    yield context
    context.close()


def _note(said: list[str], message: object) -> None:
    said.append(str(message))


def _listen(page: Page) -> list[str]:
    """Return what the console and its errors say, as it comes in."""
    said: list[str] = []
    page.on("console", partial(_note, said))
    page.on("pageerror", partial(_note, said))
    return said


def _make_account(page: Page, site: str, lang: str, email: str) -> None:
    """Make an account as a reader does, by the link at the foot of the front."""
    page.goto(f"{site}/{lang}/")
    page.locator(f"footer a[href='/{lang}/mine/']").click()
    page.locator(".ways a[href*=signup]").click()
    page.locator("[name=email]").fill(email)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{site}/{lang}/mine/")


def _sign_in(page: Page, site: str, lang: str, email: str) -> None:
    page.goto(f"{site}/{lang}/mine/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=login]) button").click()
    page.wait_for_url(f"{site}/{lang}/mine/")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_account_from_its_making_to_its_end(
    phone: BrowserContext, running: Running, lang: str, request: pytest.FixtureRequest
) -> None:
    page = phone.new_page()
    said = _listen(page)
    email = f"{abs(hash(request.node.nodeid))}@tidewire.example"
    _make_account(page, running.url, lang, email)
    assert page.locator("html").get_attribute("lang") == lang
    page.locator("main form button").click()  # signs out
    page.wait_for_url(f"{running.url}/{lang}/")
    _sign_in(page, running.url, lang, email)
    with page.expect_download() as download:
        page.locator("a[href$='/mine/export/']").click()
    assert json.loads(Path(download.value.path()).read_text())["account"]["email"] == email
    page.locator("a[href$='/mine/delete/']").click()
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{running.url}/{lang}/mine/delete/")
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{running.url}/{lang}/mine/deleted/")
    page.goto(f"{running.url}/{lang}/mine/")
    assert "/account/login/" in page.url
    assert said == []


def test_a_passkey_signs_in_without_a_password(browser: Browser, running: Running) -> None:
    site = running.url.replace("127.0.0.1", "localhost")  # passkeys need a name
    context = browser.new_context()
    page = context.new_page()
    said = _listen(page)
    keys = context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    _make_account(page, site, "en", "keys@tidewire.example")
    page.goto(f"{site}/account/2fa/webauthn/add/")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.locator("[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.get_by_text("Recovery codes").first.wait_for()
    page.goto(f"{site}/en/mine/")
    page.locator("main form button").click()
    page.wait_for_url(f"{site}/en/")
    page.goto(f"{site}/en/mine/")
    page.locator("#passkey_login").click()
    page.wait_for_url(f"{site}/en/mine/")
    assert page.get_by_text("keys@tidewire.example").is_visible()
    assert said == []
    context.close()


def test_pages_fit_a_phone_in_both_directions(browser: Browser, running: Running) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    for lang in ("en", "ar"):
        for path in ("/account/login/", "/account/signup/", "/account/password/reset/"):
            page.goto(f"{running.url}{path}?next=/{lang}/mine/")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert page.evaluate("document.documentElement.dir") == (
                "rtl" if lang == "ar" else "ltr"
            )
    context.close()
