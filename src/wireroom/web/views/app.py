"""The site as an app: its manifest, its service worker, how to get it, what is read offline."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.web.editions import EDITIONS, current_edition
from wireroom.web.jinja import versioned_static
from wireroom.web.parts import page_url
from wireroom.web.respond import respond

_DAY_S: Final = 86_400
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
    return respond(request, "app.jinja", {}, title=_("Get the app"))


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
        "lang": edition,
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
            {"name": _("Kept on this device"), "url": page_url("offline")},
        ],
        # What other apps share is looked for: an address finds nothing, the words of its title do.
        "share_target": {
            "action": page_url("search"),
            "method": "GET",
            "params": {"title": "q", "text": "text", "url": "url"},
        },
    }
    response = JsonResponse(described, content_type="application/manifest+json")
    patch_cache_control(response, public=True, max_age=_DAY_S)
    return response


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Give the script that keeps pages; browsers ask for it anew whenever a page is opened."""
    response = HttpResponse(_worker(), content_type="text/javascript")
    patch_cache_control(response, no_cache=True)
    return response


@cache
def _worker() -> str:
    offline = {code: page_url("offline", edition=code) for code in EDITIONS}
    first = [*offline.values(), *map(versioned_static, _shell())]
    context = {"offline": offline, "first": first, "static_root": settings.STATIC_URL}
    # A change of anything in it makes it another worker, with a shell of its own.
    whole = render_to_string("sw.js.jinja", {**context, "version": ""})
    version = hashlib.sha256(whole.encode()).hexdigest()[:12]
    return render_to_string("sw.js.jinja", {**context, "version": version})


def _shell() -> list[str]:
    """Return what pages need that are read without a network: every sheet and script, some 60 kB.

    Photos are kept by the browser as it likes.
    """
    names = (path.name for path in _STATIC.iterdir() if path.suffix in (".css", ".js"))
    return [*sorted(names), "icons/wireroom.svg"]
