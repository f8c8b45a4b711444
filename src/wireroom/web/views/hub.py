"""What hubs call: to see whether we asked them, and to tell of news (W3C WebSub)."""

import logging
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wireroom.engine.feeds.hub import is_signed
from wireroom.news.models import Subscription
from wireroom.news.services.subscriptions import confirm, deny
from wireroom.people.clients import may_ask
from wireroom.pipeline.pushed import take_push

log = logging.getLogger(__name__)
_MOST_BYTES: Final = 5_000_000
_CHALLENGE_CHARS: Final = 2_000
_NAME_CHARS: Final = 43
# Of one address: a hub with a thousand lively feeds sends less.
_HOURLY: Final = 20_000
_TOLD: Final = ("mode", "topic", "challenge", "lease_seconds", "reason")


@csrf_exempt  # what is sent is signed, and no cookie is looked at
@require_http_methods(["GET", "POST"])
def answer_hub(request: HttpRequest, name: str) -> HttpResponse:
    """Confirm what we asked for, or take news in; who does not know the name finds nothing."""
    if len(name) != _NAME_CHARS:
        raise Http404
    if not may_ask(request, "hub", hourly=_HOURLY):
        return _plain("", status=429)
    return _take(request, name) if request.method == "POST" else _confirm(request, name)


def _confirm(request: HttpRequest, name: str) -> HttpResponse:
    """Sections 5.2 and 5.3: a challenge goes back only where we did ask."""
    told = {key: request.GET.get(f"hub.{key}", "") for key in _TOLD}
    now = timezone.now()
    if told["mode"] == "denied" and deny(name, told["topic"], told["reason"], now=now):
        return _plain("")
    challenge = told["challenge"][:_CHALLENGE_CHARS]
    is_asked = told["mode"] == "subscribe" and challenge
    if is_asked and confirm(name, told["topic"], told["lease_seconds"], now=now):
        return _plain(challenge)
    raise Http404


def _take(request: HttpRequest, name: str) -> HttpResponse:
    """Section 8: what is not signed with our secret is passed over, and the sender is not told."""
    rows = Subscription.objects.select_related("feed__outlet")
    row = rows.filter(name=name, lease_until__gt=timezone.now()).first()
    if row is None:
        raise Http404
    body = request.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        return _plain("", status=413)
    if not is_signed(request.headers.get("X-Hub-Signature", ""), body, secret=row.secret):
        log.warning("a push for %s is not signed by its hub and is passed over", row.topic_url)
        return _plain("", status=202)
    take_push(row, body, request.headers.get("Content-Type", ""), now=timezone.now())
    return _plain("", status=202)


def _plain(text: str, status: int = 200) -> HttpResponse:
    answer = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer
