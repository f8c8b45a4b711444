"""Public pages, answers and files packed for whoever takes them so: a quarter of the bytes."""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

import brotli
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

_TEXTS: Final = ("text/", "application/json", "application/xml", "application/rss", "image/svg")
_SCRIPTS: Final = ("application/manifest", "application/opensearch", "application/feed+json")
# Shorter ones fit into one packet with their headers; of longer ones none is public.
_SHORTEST, _LONGEST = 1_000, 2_000_000
# Brotli's fifth step packs a page of 60 KB in a millisecond, to a few hundredths of its best.
_BROTLI, _GZIP = 5, 6
_KEPT_BYTES: Final = 16 << 20


class PackingMiddleware:
    """Packs what everybody gets alike, once.

    What is somebody's own goes out as it is: by the length of a packed page that repeats what a
    stranger had it say, they could guess what else stands there (BREACH).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not _may_be_packed(request, response):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        coding = _taken(request.headers.get("Accept-Encoding", ""))
        return _packed(response, coding) if coding else response


class _Packs:
    """What was packed last, by what it was: a kept page is the same bytes each time."""

    def __init__(self) -> None:
        self._bytes = 0
        self._lock: Final = Lock()
        self._packs: Final[OrderedDict[tuple[str, bytes], bytes]] = OrderedDict()

    def pack(self, coding: str, content: bytes) -> bytes:
        key = (coding, content)
        with self._lock:
            if key in self._packs:
                self._packs.move_to_end(key)
                return self._packs[key]
        packed = _pack(coding, content)
        with self._lock:
            if key not in self._packs:
                self._packs[key] = packed
                self._bytes += len(content) + len(packed)
            while self._bytes > _KEPT_BYTES:
                (_, old), new = self._packs.popitem(last=False)
                self._bytes -= len(old) + len(new)
        return packed


_PACKS: Final = _Packs()


def _may_be_packed(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        request.method == "GET"
        and response.status_code == 200
        and "public" in response.get("Cache-Control", "")
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and response.get("Content-Type", "").startswith((*_TEXTS, *_SCRIPTS))
        and _SHORTEST <= _length(response) <= _LONGEST
    )


def _length(response: HttpResponseBase) -> int:
    if isinstance(response, HttpResponse):
        return len(response.content)
    told = response.get("Content-Length", "")
    return int(told) if told.isdigit() else 0


def _packed(response: HttpResponseBase, coding: str) -> HttpResponse:
    """Return the answer packed; what identified its bytes identifies what they mean now."""
    if isinstance(response, StreamingHttpResponse):
        content = response.getvalue()
        response.close()
    else:
        assert isinstance(response, HttpResponse)
        content = response.content
    packed = HttpResponse(_PACKS.pack(coding, content), headers=dict(response.items()))
    packed["Content-Encoding"] = coding
    packed["Content-Length"] = str(len(packed.content))
    tag = packed.get("ETag", "")
    if tag.startswith('"'):
        packed["ETag"] = f"W/{tag}"
    return packed


def _pack(coding: str, content: bytes) -> bytes:
    if coding == "br":
        packed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=_BROTLI)
        return packed
    return gzip.compress(content, _GZIP, mtime=0)


def _taken(accepted: str) -> str:
    """Return the best coding that a client takes; empty for none (RFC 9110, 12.5.3)."""
    codings = {}
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        codings[name.strip()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((coding for coding in ("br", "gzip") if codings.get(coding)), "")
