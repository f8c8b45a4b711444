"""Pages that programs hand in: who may, what comes of it, what is refused."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from tests.web.newsroom import make_outlet

from wireroom.engine.reading import read_page
from wireroom.news.identity import url_identity
from wireroom.news.models import Outlet, OutletState, Page, TakenDown, Token
from wireroom.news.services.tokens import Scope, make_token, revoke_token
from wireroom.web.views import handing_in

pytestmark = pytest.mark.django_db
LAYOUTS = Path(__file__).parents[1] / "engine" / "pages_dump" / "layouts"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
URL = "https://tidewire.example/ferry?utm_source=x"
HTML = "<html><title>Ferry sinks off Ostvik</title><p>Nobody drowned.</p></html>"


@pytest.fixture
def outlet() -> Outlet:
    caches["process"].clear()
    found = make_outlet("Tidewire")
    Outlet.objects.filter(pk=found.pk).update(home_url="https://tidewire.example/")
    return found


@pytest.fixture
def token(outlet: Outlet) -> str:
    return make_token("our own site", [Scope.PAGES, Scope.ADDRESSES], now=NOW)


def send(told: dict[str, Any] | bytes, token: str, query: str = "", kind: str = "") -> Any:
    is_raw = isinstance(told, bytes)
    return Client(enforce_csrf_checks=True).generic(
        "POST",
        f"/api/pages{query}",
        told if is_raw else json.dumps(told).encode(),
        content_type=kind or ("text/html" if is_raw else "application/json"),
        headers={"Authorization": f"Bearer {token}"},
    )


def test_a_page_is_queued_once_however_often_it_is_sent(outlet: Outlet, token: str) -> None:
    told = {"url": URL, "html": HTML, "at": "2026-11-29T11:00:00+01:00"}
    answer = send(told, token)
    assert answer.status_code == 202
    page = Page.objects.get()
    assert answer.json() == {
        "page": page.pk, "url": "https://tidewire.example/ferry", "outlet": outlet.slug,
        "step": "extract", "state": "filed",
    }  # fmt: skip
    assert page.fetched_at == datetime(2026, 11, 29, 10, tzinfo=UTC)
    again = send(told, token)
    assert (again.status_code, again.json()["state"]) == (202, "filed before")
    older = send({**told, "html": HTML + " ", "at": "2026-11-29T08:00:00Z"}, token)
    assert older.json()["state"] == "older than what is known"
    assert send({**told, "html": HTML + "<p>31 saved.</p>", "at": None}, token).status_code == 202
    assert Page.objects.count() == 1


def test_a_page_keeps_its_charset_and_an_address_alone_is_fetched(
    outlet: Outlet, token: str
) -> None:
    raw = HTML.replace("Nobody", "Ö").encode("latin-1")
    kind = "text/html; charset=iso-8859-1"
    assert send(raw, token, f"?url={URL}&at=2026-11-29T10:00:00Z", kind).status_code == 202
    assert Page.objects.get().content.content_type == kind
    named = send({"url": "https://tidewire.example/other"}, token)
    assert (named.status_code, named.json()["step"]) == (202, "fetch")
    assert send({"url": "https://tidewire.example/other"}, token).json()["state"] == "known before"


@pytest.mark.parametrize(
    ("told", "query", "status"),
    [
        (b"", "", 400), (b"<p>x", "?url=javascript:1", 400), (b"<p>x", "?url=file:///etc", 400),
        (b"[]", "", 400), (b"%PDF-1", f"?url={URL}", 415), (b" ", f"?url={URL}", 415),
        ({"url": URL, "html": 7}, "", 400), ({"url": URL, "html": ""}, "", 415),
        ({"url": URL, "html": HTML, "at": "yesterday"}, "", 400),
        ({"url": URL, "html": HTML, "at": "2026-11-29T10:00:00"}, "", 400),
        ({"url": "https://tidewire.example/" + "x" * 3000, "html": HTML}, "", 400),
        ({"url": URL, "html": "\ud800<p>"}, "", 202), (b"[" * 100_000, "", 400),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_words(
    outlet: Outlet, token: str, told: Any, query: str, status: int
) -> None:
    kind = "application/pdf" if told == b"%PDF-1" else ""
    kind = "application/json" if isinstance(told, bytes) and told[:1] == b"[" else kind
    answer = send(told, token, query, kind)
    assert answer.status_code == status
    assert ("error" in answer.json()) == (status != 202)
    assert answer["Cache-Control"] == "private, no-store"
    assert not answer.cookies


def test_a_token_is_needed_that_holds_and_is_for_this(outlet: Outlet, token: str) -> None:
    told = {"url": URL, "html": HTML}
    namer = make_token("namer", [Scope.ADDRESSES], now=NOW)
    assert send(told, namer).status_code == 403
    assert send({"url": URL}, namer).status_code == 202
    assert Client().post("/api/pages").status_code == 401
    assert Client().get("/api/pages").status_code == 405
    assert token not in str(list(Token.objects.values_list()))
    revoke_token("our own site", now=NOW)
    assert send(told, token).status_code == 401
    for _ in range(handing_in._STRANGERS_HOURLY):
        answer = send(told, "wr_guess")
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")


def test_a_token_is_good_for_so_many_an_hour(outlet: Outlet) -> None:
    few = make_token("few", [Scope.ADDRESSES], hourly=3, now=NOW)
    told = [send({"url": f"https://tidewire.example/{n}"}, few).status_code for n in range(5)]
    assert told == [202, 202, 202, 429, 429]


def test_what_is_too_large_taken_down_or_blocked_stays_outside(
    outlet: Outlet, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = "https://tidewire.example/gone"
    TakenDown.objects.create(key=url_identity(gone), article=1, taken_at=NOW)
    for told in ({"url": gone, "html": HTML}, {"url": gone}):
        assert send(told, token).status_code == 409
    Outlet.objects.update(state=OutletState.BLOCKED)
    assert send({"url": URL, "html": HTML}, token).status_code == 409
    assert send({"url": URL}, token).status_code == 409
    monkeypatch.setattr(handing_in, "MOST_BYTES", 1000)
    assert send({"url": URL, "html": "x" * 2000}, token).status_code == 413
    assert not Page.objects.exists()


@pytest.mark.parametrize("form", ["raw", "json"])
def test_a_copied_text_is_read_by_its_layout(outlet: Outlet, token: str, form: str) -> None:
    told = (LAYOUTS / "agency_gallery.txt").read_text("utf-8")
    if form == "raw":
        answer = send(told.encode(), token, f"?url={URL}", "text/plain; charset=utf-8")
    else:
        answer = send({"url": URL, "text": told}, token)
    assert answer.status_code == 202
    content = Page.objects.get().content
    (first, *_) = read_page(
        bytes(content.deflated), url=content.url, content_type=content.content_type,
        captured_at=content.captured_at, memory=b"", transcript=None,
    )  # fmt: skip
    truth = json.loads((LAYOUTS / "agency_gallery.json").read_text("utf-8"))
    assert first.article.title == truth["articles"][0]["title"]
    assert send(b" ", token, f"?url={URL}", "text/plain").status_code == 415
    assert send({"url": URL, "text": 7}, token).status_code == 400
