"""The sample newsroom's web server: the aiohttp application and what each path answers."""

import asyncio
import hashlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Final

from aiohttp import ETag, web

from wireroom.sample.content import Kind, Newsroom, Outlet, Report
from wireroom.sample.feeds import write_feed
from wireroom.sample.layout import Moment, render_front, render_home, render_page
from wireroom.sample.pictures import draw_picture
from wireroom.sample.site import ADDRESS_YEAR, Site, short_code
from wireroom.sample.truth import build_truth, sample_outlets

SLOW_S: Final = 2.5
RETRY_AFTER_S: Final = 3
CORRECTED_AFTER_S: Final = 75.0
_MIN_COMPRESSED: Final = 512
_ROBOTS: Final = "User-agent: *\nDisallow: /_control/\nDisallow: /s/\n"


@dataclass(slots=True)
class Press:
    """The running newsroom: its site, how long it has run, and what it has answered so far."""

    site: Site
    corrected_after_s: float
    started: float = field(default_factory=time.monotonic)
    corrected_at: datetime | None = None
    throttled: set[str] = field(default_factory=set)

    def moment(self) -> Moment:
        """The sample's time now; corrections come out when their time has come."""
        elapsed = time.monotonic() - self.started
        if self.corrected_at is None and elapsed >= self.corrected_after_s:
            self.corrected_at = self._after(self.corrected_after_s)
        return Moment(now=self._after(elapsed), corrected_at=self.corrected_at)

    def correct(self) -> None:
        """Bring the corrections out at once."""
        if self.corrected_at is None:
            self.corrected_at = self._after(time.monotonic() - self.started)

    def _after(self, seconds: float) -> datetime:
        return self.site.epoch + timedelta(seconds=int(seconds))


PRESS: Final = web.AppKey("press", Press)


def build_app(
    newsroom: Newsroom,
    *,
    epoch: datetime,
    base_url: str,
    corrected_after_s: float = CORRECTED_AFTER_S,
) -> web.Application:
    """Return the application that serves the newsroom at `base_url`.

    `epoch` is aware: the sample's time at its start. Second states of corrected reports come
    out so many seconds later, or at once through POST /_control/correct.
    Raises ValueError for an epoch without a time zone.
    """
    if epoch.tzinfo is None:
        raise ValueError("the epoch needs a time zone, for instance 2031-03-04T08:00:00+02:00")
    site = Site(newsroom=newsroom, epoch=epoch, base_url=base_url.rstrip("/"))
    app = web.Application()
    app[PRESS] = Press(site, corrected_after_s)
    app.add_routes(_fixed_routes())
    for outlet in newsroom.outlets.values():
        app.add_routes(_feed_routes(outlet))
    app.add_routes(_outlet_routes())
    return app


def _fixed_routes() -> list[web.RouteDef]:
    return [
        web.get("/", _front),
        web.get("/robots.txt", _robots),
        web.get("/look.css", _look),
        web.get("/s/{code}", _short),
        web.get("/media/{outlet}/{name}.jpg", _picture),
        web.post("/_control/correct", _correct),
        web.get("/_control/truth", _truth),
        web.get("/_control/outlets", _outlets),
    ]


def _feed_routes(outlet: Outlet) -> list[web.RouteDef]:
    async def feed(request: web.Request) -> web.StreamResponse:
        return _feed(request, outlet)

    async def moved(request: web.Request) -> web.StreamResponse:
        raise web.HTTPMovedPermanently(request.app[PRESS].site.feed_url(outlet))

    async def retired(request: web.Request) -> web.StreamResponse:
        raise web.HTTPGone(text="This feed has ended.\n")

    root = f"/{outlet.slug}/"
    return [
        web.get(root + outlet.feed_path, feed),
        *(web.get(root + path, moved) for path in outlet.moved_feeds),
        *(web.get(root + path, retired) for path in outlet.retired_feeds),
    ]


def _outlet_routes() -> list[web.RouteDef]:
    return [
        web.get("/{outlet}", _to_home),
        web.get("/{outlet}/", _home),
        web.get(f"/{{outlet}}/{ADDRESS_YEAR}/{{slug}}", _page),
        web.get("/{outlet}/amp/{slug}", _amp_page),
    ]


async def _front(request: web.Request) -> web.StreamResponse:
    site = request.app[PRESS].site
    return _answer(request, render_front(site).encode(), "text/html; charset=utf-8", site.epoch)


async def _robots(request: web.Request) -> web.StreamResponse:
    return web.Response(text=_ROBOTS)


async def _look(request: web.Request) -> web.StreamResponse:
    sheet = files("wireroom.sample").joinpath("look.css").read_bytes()
    return _answer(request, sheet, "text/css; charset=utf-8", request.app[PRESS].site.epoch)


async def _short(request: web.Request) -> web.StreamResponse:
    site = request.app[PRESS].site
    for report in site.newsroom.reports.values():
        if short_code(report) == request.match_info["code"]:
            raise web.HTTPMovedPermanently(site.page_url(report))
    raise web.HTTPNotFound(text="No report has this short link.\n")


async def _picture(request: web.Request) -> web.StreamResponse:
    name = f"{request.match_info['outlet']}/{request.match_info['name']}"
    return _answer(request, draw_picture(name), "image/jpeg", request.app[PRESS].site.epoch)


async def _correct(request: web.Request) -> web.StreamResponse:
    request.app[PRESS].correct()
    return web.Response(status=204)


async def _truth(request: web.Request) -> web.StreamResponse:
    return web.json_response(build_truth(request.app[PRESS].site))


async def _outlets(request: web.Request) -> web.StreamResponse:
    return web.json_response(sample_outlets(request.app[PRESS].site))


async def _to_home(request: web.Request) -> web.StreamResponse:
    site = request.app[PRESS].site
    raise web.HTTPMovedPermanently(site.home_url(_outlet_of(request)))


async def _home(request: web.Request) -> web.StreamResponse:
    press, outlet = request.app[PRESS], _outlet_of(request)
    at = press.moment()
    html = render_home(press.site, outlet, at)
    return _answer(request, html.encode(), "text/html; charset=utf-8", _newest(press, outlet))


async def _page(request: web.Request) -> web.StreamResponse:
    return await _serve_report(request, amp=False)


async def _amp_page(request: web.Request) -> web.StreamResponse:
    return await _serve_report(request, amp=True)


async def _serve_report(request: web.Request, *, amp: bool) -> web.StreamResponse:
    press, report = request.app[PRESS], _report_of(request)
    if amp and not report.amp:
        raise web.HTTPNotFound(text="This report has no second address.\n")
    if report.slow:
        await asyncio.sleep(SLOW_S)
    at = press.moment()
    html = render_page(press.site, report, at, amp=amp)
    if report.kind is Kind.GONE:
        return web.Response(status=410, text=html, content_type="text/html")
    # Pages that say "2 hours ago" change every minute with nothing new on them: the tag is weak
    # and made from the page as it would stand at the epoch.
    still = Moment(now=press.site.epoch, corrected_at=at.corrected_at)
    tag = _digest(render_page(press.site, report, still, amp=amp).encode())
    modified = press.site.tell(report, corrected_at=at.corrected_at).modified
    body = html.encode()
    return _answer(request, body, "text/html; charset=utf-8", modified, weak_tag=tag)


def _feed(request: web.Request, outlet: Outlet) -> web.StreamResponse:
    press = request.app[PRESS]
    if outlet.throttled and outlet.slug not in press.throttled:
        press.throttled.add(outlet.slug)
        wait = {"Retry-After": str(RETRY_AFTER_S)}
        return web.Response(status=429, headers=wait, text="Too many requests; come back later.\n")
    body, content_type = write_feed(press.site, outlet, press.moment())
    return _answer(request, body, content_type, _newest(press, outlet))


def _outlet_of(request: web.Request) -> Outlet:
    outlet = request.app[PRESS].site.newsroom.outlets.get(request.match_info["outlet"])
    if outlet is None:
        raise web.HTTPNotFound(text="There is no such outlet.\n")
    return outlet


def _report_of(request: web.Request) -> Report:
    key = f"{request.match_info['outlet']}/{request.match_info['slug']}"
    report = request.app[PRESS].site.newsroom.reports.get(key)
    if report is None:
        raise web.HTTPNotFound(text="There is no such report.\n")
    return report


def _newest(press: Press, outlet: Outlet) -> datetime:
    at = press.moment()
    listed = press.site.newsroom.listed(outlet.slug)
    times = [press.site.tell(report, corrected_at=at.corrected_at).modified for report in listed]
    return max(times, default=press.site.epoch)


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:20]


def _answer(
    request: web.Request,
    body: bytes,
    content_type: str,
    modified: datetime,
    *,
    weak_tag: str | None = None,
) -> web.StreamResponse:
    """200 with ETag and Last-Modified, or 304 when the client has this state (RFC 9110, 13)."""
    tag = ETag(value=weak_tag or _digest(body), is_weak=weak_tag is not None)
    fresh = _has_it(request, tag, modified)
    response = web.Response(status=304 if fresh else 200, body=None if fresh else body)
    response.etag = tag
    response.last_modified = modified.astimezone(UTC)
    response.headers["Cache-Control"] = "no-cache"
    if not fresh:
        response.headers["Content-Type"] = content_type
        response.headers["Vary"] = "Accept-Encoding"
        if len(body) >= _MIN_COMPRESSED:
            response.enable_compression()
    return response


def _has_it(request: web.Request, tag: ETag, modified: datetime) -> bool:
    known = request.if_none_match
    if known:
        return any(other.value in (tag.value, "*") for other in known)
    since = request.if_modified_since
    return since is not None and modified.replace(microsecond=0) <= since
