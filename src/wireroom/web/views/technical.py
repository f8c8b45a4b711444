"""What machines ask for: the way to an edition, robots.txt, and whether all is well."""

from typing import Final

from django.db import DatabaseError, connection
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from wireroom.web.editions import preferred_edition
from wireroom.web.jinja import versioned_static
from wireroom.web.parts import page_url
from wireroom.web.samples import has_sample

# What costs something each time, and no page to be found by: a recording, a search, a form.
_CLOSED: Final = (
    *("/healthz", "/metrics", "/api/", "/*/audio.", "/*/search/", "/*/report-error/"),
    *("/account/", "/admin/", "/*/mine/", "/*/desk/"),
)


@require_safe
def choose_edition(request: HttpRequest) -> HttpResponse:
    """Lead to the edition that suits what the browser says; no cookie remembers it."""
    edition = preferred_edition(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(page_url("front", edition=edition.code))
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=300)
    return response


@require_safe
def short_link(request: HttpRequest, story_id: int, edition: str = "") -> HttpResponse:
    """Lead from a short address to its story, in the reader's edition unless one is named."""
    told = edition or preferred_edition(request.headers.get("Accept-Language", "")).code
    response = HttpResponseRedirect(page_url("story", edition=told, story_id=story_id))
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=300)
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for it unbidden to the site's sign."""
    response = HttpResponseRedirect(versioned_static("icons/icon-192.png"))
    patch_cache_control(response, public=True, max_age=86_400)
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let crawlers in and name the sitemaps, unless what is shown is the sample newsroom."""
    is_sample = has_sample()
    closed = ("/",) if is_sample else _CLOSED
    maps = () if is_sample else ("sitemap", "sitemap-news")
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        *(f"Sitemap: {request.build_absolute_uri(reverse(name))}" for name in maps),
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=300)
    return response


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        response = HttpResponse("ok\n", content_type="text/plain")
    except DatabaseError:
        response = HttpResponse("database unavailable\n", content_type="text/plain", status=503)
    patch_cache_control(response, no_store=True)
    return response
