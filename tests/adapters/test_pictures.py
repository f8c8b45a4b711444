"""Pictures made anew: what is refused and why, what is left of them, and who else is asked."""

import http.server
import os
import struct
import threading
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from wireroom.adapters.pictures import develop
from wireroom.adapters.pictures.darkroom import WIDTHS
from wireroom.adapters.pictures.develop import develop_picture
from wireroom.adapters.pictures.proxy import PictureProxy, Wanted
from wireroom.adapters.shelf import Shelf
from wireroom.engine.errors import PictureFailed

pytestmark = pytest.mark.once


def picture(kind: str = "JPEG", size: tuple[int, int] = (1600, 900), **options: Any) -> bytes:
    """Return a picture that is red on its left and blue on its right."""
    drawn = Image.new("RGB", size, (0, 0, 220))
    ImageDraw.Draw(drawn).rectangle((0, 0, size[0] // 2, size[1]), fill=(220, 0, 0))
    file = BytesIO()
    drawn.save(file, kind, **options)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=["WEBP"])


def png_of(width: int, height: int) -> bytes:
    """Return a PNG of nothing but its size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 100)
    chunks = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c))
              for c in (head, data, b"IEND"))  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_three_widths_none_larger_than_it_came_and_nothing_told_of_who_took_it() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Camera of Ada Renn", 6  # turned by a quarter
    made = develop_picture(picture(size=(1000, 500), exif=exif, comment=b"secret"))
    assert [opened(made[width]).size for width in WIDTHS] == [(320, 640), (500, 1000), (500, 1000)]
    for file in made.values():
        assert not opened(file).getexif()
        assert b"Ada Renn" not in file
        assert b"secret" not in file
    top = opened(made[320]).convert("RGB").getpixel((160, 40))
    assert isinstance(top, tuple)
    assert top[0] > 150 > top[2]  # what was left stands above


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_formats_that_are_read(kind: str) -> None:
    assert opened(develop_picture(picture(kind))[320]).size == (320, 180)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (png_of(60_000, 60_000), "more than 50,000,000"),
        (png_of(8_000, 8_000), "more than 50,000,000"),
        (png_of(1, 1), "a counter or a spacer"),
        (png_of(9_000, 30), "a strip"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "cannot be read"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "cannot be read"),
        (picture()[:4000], "cannot be read"),
        (picture("TIFF"), "cannot be read"),
        (b"", "cannot be read"),
    ],
)
def test_what_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(PictureFailed, match=reason) as caught:
        develop_picture(content)
    assert caught.value.permanent


@pytest.mark.parametrize(
    ("program", "limit_s", "reason"),
    [
        ("import os; os.kill(os.getpid(), 11)", 60, "it broke its decoder"),
        ("import time; time.sleep(60)", 0.5, "it took too long to read"),
        ("print('3 3 3'); print('<script>')", 60, "something else than pictures"),
        ("print('-1 -1 -1')", 60, "something else than pictures"),
        ("while True: print('1' * 9999)", 60, "something else than pictures"),
        ("import os; os.fork() or __import__('time').sleep(3)", 0.5, "it took too long to read"),
    ],
)
def test_a_decoder_that_is_taken_over_harms_nobody(
    program: str, limit_s: float, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "evil.py").write_text(program)
    monkeypatch.setattr(develop, "_PROGRAM", tmp_path / "evil.py")
    monkeypatch.setattr(develop, "_LIMIT_S", limit_s)
    with pytest.raises(PictureFailed, match=reason):
        develop_picture(b"")


class _Outlet(http.server.BaseHTTPRequestHandler):
    asked: list[dict[str, str]]

    def do_GET(self) -> None:
        self.asked.append({name.lower(): value for name, value in self.headers.items()})
        kind, body = {
            "/a.jpg": ("image/jpeg", picture()),
            "/page.jpg": ("text/html", b"<p>Sign in"),
            "/a.svg": ("image/svg+xml", b"<svg/>"),
            "/big.jpg": ("image/jpeg", bytes(12_000_001)),
        }.get(self.path, ("", b""))
        self.send_response(200 if body else 503)
        self.send_header("Content-Type", kind)
        self.send_header("Set-Cookie", "who=reader")
        self.end_headers()
        with suppress(ConnectionError):  # it is too large for who asks
            self.wfile.write(body)

    def log_message(self, *told: Any) -> None:
        """Say nothing."""


@contextmanager
def open_outlet() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Serve pictures on a free loopback port; yield its address and what it is asked."""
    asked: list[dict[str, str]] = []
    handler = type("Asked", (_Outlet,), {"asked": asked})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}", asked
        server.shutdown()


def proxy_at(folder: Path, *allow: str) -> PictureProxy:
    return PictureProxy(folder, most_bytes=10**7, contact_url="https://desk.example/", allow=allow)


def test_processes_that_want_the_same_picture_ask_its_outlet_once(tmp_path: Path) -> None:
    with open_outlet() as (address, asked), ThreadPoolExecutor(4) as threads:
        wanted = Wanted(f"http://{address}/a.jpg", named_by=f"http://{address}/report")
        two = [proxy_at(tmp_path, address), proxy_at(tmp_path, address)]
        jobs = [threads.submit(two[n % 2].get, wanted, WIDTHS[n % 3]) for n in range(4)]
        sizes = [opened(job.result()).width for job in jobs]
    assert sizes == [320, 640, 1280, 320]
    assert len(asked) == 1
    assert not {"cookie", "referer"} & set(asked[0])
    assert "Wireroom/" in asked[0]["user-agent"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/page.jpg", "it is text/html"),
        ("/a.svg", "it is image/svg"),
        ("/big.jpg", "larger than 12,000,000 bytes"),
        ("/none.jpg", "its outlet answers 503"),
    ],
)
def test_what_failed_is_not_asked_for_again_soon(path: str, reason: str, tmp_path: Path) -> None:
    with open_outlet() as (address, asked):
        wanted = Wanted(f"http://{address}{path}", named_by=f"http://{address}/report")
        for _ in range(3):
            with pytest.raises(PictureFailed, match=reason):
                proxy_at(tmp_path, address).get(wanted, 320)
    assert len(asked) == 1


def test_no_picture_of_a_public_page_is_got_from_inside(tmp_path: Path) -> None:
    with open_outlet() as (address, asked):
        wanted = Wanted(f"http://{address}/a.jpg", named_by="https://gazette.example/report")
        with pytest.raises(PictureFailed, match=r"refused: 127\.0\.0\.1 is not on the public"):
            proxy_at(tmp_path, address).get(wanted, 320)
    assert asked == []


def test_what_nobody_asked_for_the_longest_makes_room(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most_bytes=350)
    for number, name in enumerate(("one", "two", "three")):
        shelf.keep({name: bytes(100)})
        os.utime(tmp_path / name, (1_000_000 + number,) * 2)
    assert shelf.read("one") == bytes(100)  # asked for: it stays
    Shelf(tmp_path, most_bytes=350).keep({"four": bytes(100)})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["four", "one", "three"]
    assert shelf.read("two") is None
