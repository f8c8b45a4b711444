"""POST /api/pages: a program hands in a page, or names an address to be fetched."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.db import InternalError, OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from wireroom.engine.errors import BadInput
from wireroom.engine.pages.warc_answer import NoPage, check_is_page
from wireroom.news.models import Page, Token
from wireroom.news.services.given import Given, GivenPage, file_given
from wireroom.news.services.named import Refused, name_page, usable_address
from wireroom.news.services.outlets import outlet_of_url
from wireroom.news.services.tokens import Scope, Spent, allows, find_token, use_token
from wireroom.people.clients import may_ask

MOST_BYTES: Final = 10_000_000  # as much as is fetched of a page
_STRANGERS_HOURLY: Final = 60  # tries without a token that holds, of one address
_TEXT: Final = "text/plain"  # as somebody copied it from a browser
_REFUSALS: Final = frozenset({Given.GONE, Given.TAKEN, Given.BLOCKED})


@dataclass(frozen=True, slots=True)
class _Trouble(Exception):  # noqa: N818 - an answer
    status: int
    words: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What was sent: an address, perhaps its page (or its text), perhaps when that stood there."""

    url: str
    html: bytes | None
    content_type: str
    at: datetime | None


@csrf_exempt  # a token is shown, and no cookie is looked at
@require_POST
def hand_in(request: HttpRequest) -> JsonResponse:
    """Take a page in: 202 with its row; whoever sends the same again gets the same answer."""
    try:
        token = _token(request)
        told = _read(request)
        scope = Scope.ADDRESSES if told.html is None else Scope.PAGES
        if not allows(token, scope):
            raise _Trouble(403, f"this token is not for {scope.value}")
        answer = JsonResponse(_file(told, now=timezone.now()), status=202)
    except _Trouble as trouble:
        answer = JsonResponse({"error": trouble.words}, status=trouble.status)
        if trouble.status == 401:
            answer["WWW-Authenticate"] = "Bearer"
        if trouble.status in (429, 503):
            answer["Retry-After"] = "60" if trouble.status == 503 else "3600"
    except (OperationalError, InternalError):  # what SQLite raises, and PostgreSQL
        answer = JsonResponse({"error": "nothing can be written just now"}, status=503)
        answer["Retry-After"] = "60"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _token(request: HttpRequest) -> Token:
    kind, _, told = request.headers.get("Authorization", "").partition(" ")
    token = find_token(told.strip()) if kind.lower() == "bearer" else None
    if token is None:
        if not may_ask(request, "hand-in", hourly=_STRANGERS_HOURLY):
            raise _Trouble(429, "too many tries without a token that holds")
        raise _Trouble(401, "show a token that holds: Authorization: Bearer wr_...")
    try:
        use_token(token, now=timezone.now())
    except Spent:
        raise _Trouble(429, f"this token may be used {token.hourly} times an hour") from None
    return token


def _read(request: HttpRequest) -> _Told:
    length = request.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length[:12]) > MOST_BYTES:
        raise _Trouble(413, f"a page has at most {MOST_BYTES:,} bytes")
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise _Trouble(413, f"a page has at most {MOST_BYTES:,} bytes")
    is_json = request.content_type == "application/json"
    told = _read_json(body) if is_json else _read_raw(request, body)
    if told.html is not None:
        try:
            _check(told.content_type, told.html)
        except NoPage as reason:
            raise _Trouble(415, f"this is no page: {reason}") from reason
    return told


def _check(kind: str, body: bytes) -> None:
    """Raise NoPage unless this is HTML, or the text of a page where that is said."""
    if kind.partition(";")[0].strip().lower() != _TEXT:
        check_is_page(kind, body)
    elif not body.strip():
        raise NoPage("empty")


def _read_raw(request: HttpRequest, body: bytes) -> _Told:
    """The page as it is, with its own charset; address and time stand in the request's address."""
    kind = request.headers.get("Content-Type", "")
    # What curl says of whatever it sends, unless it is told otherwise.
    kind = "" if kind.startswith("application/x-www-form-urlencoded") else kind
    at = _time(request.GET.get("at"))
    return _Told(_address(request.GET.get("url")), body or None, kind[:200], at)


def _read_json(body: bytes) -> _Told:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _Trouble(400, "the JSON cannot be read") from error
    if not isinstance(sent, dict):
        raise _Trouble(400, 'send an object: {"url": ..., "html": ..., "at": ...}')
    kind = "text" if sent.get("html") is None else "html"
    page = sent.get(kind)
    if page is not None and not isinstance(page, str):
        raise _Trouble(400, "html and text have to be text")
    raw = None if page is None else page.encode("utf-8", "replace")
    media = _TEXT if kind == "text" else "text/html"
    return _Told(_address(sent.get("url")), raw, f"{media}; charset=utf-8", _time(sent.get("at")))


def _address(told: object) -> str:
    try:
        return usable_address(told if isinstance(told, str) else "")
    except BadInput as error:
        raise _Trouble(400, f"url: {error}") from error


def _time(told: object) -> datetime | None:
    if told in (None, ""):
        return None
    try:
        # A plus sign in an address is read as a space.
        at = datetime.fromisoformat(str(told).strip().replace(" ", "+"))
        if at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise _Trouble(400, "at: give a time as 2026-11-29T14:05:00Z")


def _file(told: _Told, *, now: datetime) -> dict[str, Any]:
    if told.html is None:
        try:
            page, is_new = name_page(told.url, now=now)
        except Refused as reason:
            raise _Trouble(409, str(reason)) from reason
        return _row(page, "queued" if is_new else "known before")
    given = GivenPage(
        url=told.url,
        outlet_id=outlet_of_url(told.url).pk,
        body=told.html,
        content_type=told.content_type,
        captured_at=min(told.at or now, now),
    )
    fate = file_given([given], now=now)[0]
    if fate in _REFUSALS:
        raise _Trouble(409, fate.value)
    return _row(Page.objects.get(url=told.url), fate.value)


def _row(page: Page, state: str) -> dict[str, Any]:
    return {
        "page": page.pk,
        "url": page.url,
        "outlet": page.outlet.slug,
        "step": page.step,
        "state": state,
    }
