"""An account in Chromium: making one, signing in, a passkey, taking everything along, deletion."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.e2e.conftest import Running, follow

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


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_passkey_signs_in_without_a_password(
    browser: Browser, running: Running, lang: str
) -> None:
    site = running.url.replace("127.0.0.1", "localhost")  # passkeys need a name
    context = browser.new_context()
    page = context.new_page()
    said = _listen(page)
    keys = context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    _make_account(page, site, lang, f"keys-{lang}@tidewire.example")
    page.goto(f"{site}/account/2fa/webauthn/add/")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.locator("[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.locator(".codes").wait_for()
    page.goto(f"{site}/{lang}/mine/")
    page.locator("main form button").click()
    page.wait_for_url(f"{site}/{lang}/")
    page.goto(f"{site}/{lang}/mine/")
    page.locator("#passkey_login").click()
    page.wait_for_url(f"{site}/{lang}/mine/")
    assert page.get_by_text(f"keys-{lang}@tidewire.example").is_visible()
    assert said == []
    context.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_code_from_an_app_is_asked_for_after_the_password(
    browser: Browser, running: Running, lang: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    email = f"codes-{lang}@tidewire.example"
    _make_account(page, running.url, lang, email)
    page.goto(f"{running.url}/account/2fa/totp/activate/")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    secret = page.locator("main code").inner_text()
    page.locator("[name=code]").fill(_code(secret))
    page.locator("main button[type=submit]").click()
    expect(page.locator(".codes li")).to_have_count(10)
    codes = page.locator(".codes li").all_inner_texts()
    page.goto(f"{running.url}/{lang}/mine/")
    follow(page, page.locator("main form button"))
    page.goto(f"{running.url}/{lang}/mine/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=login]) button").click()
    page.locator("[name=code]").fill("000000")
    follow(page, page.locator("main form:has([name=code]) button[type=submit]"))
    assert "/2fa/authenticate/" in page.url
    page.locator("[name=code]").fill(codes[0])  # one code of the app is good but once
    page.locator("main form:has([name=code]) button[type=submit]").click()
    page.wait_for_url(f"{running.url}/{lang}/mine/")
    context.close()


def _code(secret: str) -> str:
    """Return what an app shows now (RFC 6238)."""
    counter = int(time.time() // 30).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at : at + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


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
