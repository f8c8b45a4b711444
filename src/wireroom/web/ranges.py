"""A file as players fetch it: whole, or the one range of bytes that they ask for (RFC 9110, 14)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})\s*\Z")
_CHUNK: Final = 65_536


def serve_file(request: HttpRequest, path: Path, content_type: str) -> HttpResponseBase:
    """Return a file named by its content: 200, 206 for a range, 416 for one that is not there."""
    size = path.stat().st_size
    etag = f'"{path.stem}"'
    asked = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        asked = ""
    span = read_range(asked, size)
    if span == "impossible":
        response: HttpResponseBase = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    first, last = span if isinstance(span, tuple) else (0, size - 1)
    response = StreamingHttpResponse(_read(path, first, last), content_type=content_type)
    if isinstance(span, tuple):
        response.status_code = 206
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    return response


def read_range(header: str, size: int) -> tuple[int, int] | str:
    """Return the first and last byte of a Range header, "whole" or "impossible".

    What is no single range of bytes counts as none, as the standard has it.
    """
    match = _RANGE.match(header)
    if match is None or not (match[1] or match[2]):
        return "whole"
    if not match[1]:  # the last so many
        count = min(int(match[2]), size)
        return (size - count, size - 1) if count else "impossible"
    first, last = int(match[1]), int(match[2] or size - 1)
    if match[2] and last < first:
        return "whole"
    return (first, min(last, size - 1)) if first < size else "impossible"


def _read(path: Path, first: int, last: int) -> Iterator[bytes]:
    left = last - first + 1
    with path.open("rb") as file:
        file.seek(first)
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
