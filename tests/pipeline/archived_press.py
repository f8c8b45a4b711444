"""The sample newsroom's pages as a crawler would have archived them."""

import gzip
import urllib.error
import urllib.request
from datetime import datetime
from email.message import Message


def archive_of(urls: list[str], *, at: datetime) -> bytes:
    """Fetch pages and write a WARC of them, a gzip member a record, as crawlers do."""
    records = [_record(b"software: a test\r\n", "warcinfo", "", at)]
    for url in urls:
        status, headers, body = _fetch(url)
        head = f"HTTP/1.1 {status} X\r\nContent-Type: {headers['Content-Type']}\r\n\r\n".encode()
        records.append(_record(b"GET / HTTP/1.1\r\n\r\n", "request", url, at))
        records.append(_record(head + body, "response", url, at))
    return b"".join(gzip.compress(record) for record in records)


def _fetch(url: str) -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def _record(block: bytes, kind: str, url: str, at: datetime) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
