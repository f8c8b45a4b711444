"""The site as an app: its manifest, its service worker, how to get it, what is read offline."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.engine.search.query import MOST_CHARS
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.shared import find_report_at
from wireroom.web.editions import current_edition, offered
from wireroom.web.jinja import versioned_static
from wireroom.web.parts import page_url
from wireroom.web.respond import respond
from wireroom.web.samples import has_sample

_DAY_S: Final = 86_400
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{1,2000}")
_STATIC: Final = Path(__file__).parents[1] / "static"
_ICONS: Final = (
    ("icons/wireroom.svg", "any", "image/svg+xml", "any"),
    ("icons/icon-192.png", "192x192", "image/png", "any"),
    ("icons/icon-512.png", "512x512", "image/png", "any"),
    ("icons/maskable-512.png", "512x512", "image/png", "maskable"),
)


@require_safe
def show_app(request: HttpRequest, edition: str) -> HttpResponse:
    """Say how the app is got, with a button where the browser can install it."""
    context = {"sends_pages": settings.WIREROOM_SEND != "off"}
    return respond(request, "app.jinja", context, title=_("Get the app"), is_sample=has_sample())


@require_safe
def show_offline(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what this device keeps: what is opened where there is no network."""
    return respond(request, "offline.jinja", {}, title=_("Kept on this device"), is_indexed=False)


@require_safe
def describe_app(request: HttpRequest, edition: str) -> HttpResponse:
    """Describe the app to browsers (W3C Web Application Manifest)."""
    front = page_url("front")
    described = {
        "id": front,
        "name": settings.WIREROOM_NAME,
        "short_name": settings.WIREROOM_NAME,
        "description": _("The day’s stories, each once, every outlet’s report side by side."),
        "lang": current_edition().tag,
        "dir": current_edition().dir,
        "start_url": front,
        "scope": page_url("front").removesuffix(f"{edition}/"),
        "display": "standalone",
        "background_color": "#fdfcf8",
        "theme_color": "#fdfcf8",
        "categories": ["news"],
        "icons": [
            {"src": versioned_static(path), "sizes": sizes, "type": kind, "purpose": purpose}
            for path, sizes, kind, purpose in _ICONS
        ],
        "shortcuts": [
            {"name": _("Today’s wrap-up"), "url": page_url("wrap-up")},
            {"name": _("Search"), "url": page_url("search")},
            {"name": _("Your front"), "url": page_url("mine-front")},
            {"name": _("Saved"), "url": page_url("mine-saved")},
            {"name": _("Kept on this device"), "url": page_url("offline")},
        ],
        "share_target": {
            "action": page_url("shared"),
            "method": "GET",
            # What browsers take anyway; without it they warn on every page.
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
    response = JsonResponse(described, content_type="application/manifest+json")
    patch_cache_control(response, public=True, max_age=_DAY_S)
    return response


@require_safe
def find_shared(request: HttpRequest, edition: str) -> HttpResponse:
    """Lead from what another app shared to saving that report, else to a search for its title.

    Nothing is saved here: any page could lead a browser to this address.
    """
    told = {name: request.GET.get(name, "") for name in ("url", "text", "title")}
    addresses = [_ADDRESS.search(told[name]) for name in ("url", "text")]
    for address in filter(None, addresses):
        article = find_report_at(address[0])
        if article is not None:
            return _lead_on("mine-save", {"article": article})
    words = told["title"] or _ADDRESS.sub(" ", told["text"])
    return _lead_on("search", {"q": one_line(words)[:MOST_CHARS]})


def _lead_on(page: str, asked: dict[str, str | int]) -> HttpResponse:
    response = HttpResponseRedirect(f"{page_url(page)}?{urlencode(asked)}")
    patch_cache_control(response, private=True, no_store=True)  # what somebody shared
    return response


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Give the script that keeps pages; browsers ask for it anew whenever a page is opened."""
    response = HttpResponse(_worker(), content_type="text/javascript")
    patch_cache_control(response, no_cache=True)
    return response


@cache
def _worker() -> str:
    # Each language's stands for its countries', too: every device fetches them all beforehand.
    offline = {one.code: page_url("offline", edition=one.lang) for one in offered().values()}
    first = [*dict.fromkeys(offline.values()), *map(versioned_static, _shell())]
    context: dict[str, object] = {
        "offline": offline,
        "first": first,
        "static_root": settings.STATIC_URL,
        "sign_out": reverse("account_logout"),
    }
    context["icon"] = versioned_static("icons/icon-192.png")
    # A change of anything in it makes it another worker, with a shell of its own.
    whole = render_to_string("sw.js.jinja", {**context, "version": ""})
    version = hashlib.sha256(whole.encode()).hexdigest()[:12]
    return render_to_string("sw.js.jinja", {**context, "version": version})


def _shell() -> list[str]:
    """Return what pages need to be read without a network: all sheets and scripts, some 80 kB."""
    names = (path.name for path in _STATIC.iterdir() if path.suffix in (".css", ".js"))
    return [*sorted(names), "icons/wireroom.svg"]
