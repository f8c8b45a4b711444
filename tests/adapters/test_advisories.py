"""What readers of feeds were attacked with, each against a real server: refused with its reason.

Beside each attack stands its legal neighbour, which is let through. SECURITY.md lists them.
"""

import asyncio
import socket
import time
from typing import Any

import pytest
from tests.adapters.hostile_host import HostileHost, open_hostile_host

from wireroom.adapters.http import AiohttpFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import FetchRequest

# One loopback address in every notation that some resolver, parser or kernel reads.
LITERALS = [
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1",
    "0177.0.0.1", "017700000001", "0177.0x0.0.1", "0", "0.0.0.0", "127.0.0.1.", "localhost",
    "LOCALHOST", "127。0。0。1", "１２７.0.0.1", "①②⑦.⓪.⓪.①", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::1]", "[::ffff:0:127.0.0.1]",
    "[fe80::1%25lo]", "[fe80::1%lo]", "[::1%25lo]", "[fd00::1]",
]  # fmt: skip
SCHEMES = ["file:///etc/passwd", "gopher://127.0.0.1:6379/_x", "ftp://news.example/", "data:,x",
           "dict://127.0.0.1:11211/", "javascript:alert(1)", "unix:///run/x"]  # fmt: skip


def ask(path: str, *, allow: str | None = "127.0.0.1:{port}", **options: Any) -> str:
    """Return what a fetch of `path` (or of an address with {port} in it) came to."""
    return asyncio.run(_ask(path, allow, options))[0]


async def _ask(path: str, allow: str | None, options: dict[str, Any]) -> tuple[str, HostileHost]:
    async with open_hostile_host() as host:
        url = f"http://{host.address}{path}" if path.startswith("/") else path
        allowed = (allow.format(port=host.port),) if allow else ()
        fetcher = AiohttpFetcher(allow=allowed)
        asked = {"timeout_s": 5.0, "max_bytes": 1_000_000, **options}
        request = FetchRequest(url=url.replace("{port}", str(host.port)), **asked)
        try:
            return (await fetcher.fetch(request)).body.decode(), host
        except FetchFailed as refused:
            return f"{'for good: ' if refused.permanent else ''}{refused}", host
        finally:
            await fetcher.close()


@pytest.mark.parametrize("literal", LITERALS)
def test_no_notation_of_an_address_leads_inside(literal: str) -> None:
    for url in (f"http://{literal}:{{port}}/", f"/to?http://{literal}:9/"):
        allow = "127.0.0.1:{port}" if url.startswith("/") else None
        came, host = asyncio.run(_ask(url, allow, {}))
        refused = ("for good: refused: ", "cannot find ", "does not accept")
        assert any(said in came for said in refused), came
        assert "does not accept" not in came, f"{url} was connected to"
        assert len(host.asked) == url.startswith("/")  # the redirect alone


def test_an_address_that_the_host_allows_is_reached() -> None:
    assert ask("/") == "<rss/>"
    assert ask("/", allow="127.0.0.0/8") == "<rss/>"
    assert ask("http://localhost:{port}/", allow="localhost:{port}") == "<rss/>"


@pytest.mark.parametrize("target", SCHEMES)
def test_web_addresses_alone(target: str) -> None:
    assert ask(target).startswith("for good: refused: ")
    assert ask(f"/to?{target}").startswith("for good: refused: ")


@pytest.mark.parametrize("user", ["desk:secret@", "desk@", ":@", "news.example%2f@"])
def test_no_credentials_in_addresses(user: str) -> None:
    assert "holds a user name" in ask(f"http://{user}127.0.0.1:{{port}}/")


@pytest.mark.parametrize("port", [1, 22, 25, 6379, 11211])
def test_ports_of_other_services(port: int) -> None:
    assert "is not a web port" in ask(f"http://93.184.216.34:{port}/")


@pytest.fixture
def turning_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name whose first answer is a public address, and every later one this machine."""
    real, answers = socket.getaddrinfo, iter(["93.184.216.34"])

    def resolve(host: Any, port: Any, *args: Any, **options: Any) -> Any:
        if host != "turning.example":
            return real(host, port, *args, **options)
        target = (next(answers, "127.0.0.1"), int(port or 0))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", target)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert resolve("turning.example", 80)[0][4][0] == "93.184.216.34"  # a check would pass


@pytest.mark.usefixtures("turning_name")
@pytest.mark.parametrize("allow", [None, "127.0.0.1:{port}", "localhost:{port}"])
def test_a_name_that_changes_its_answer_leads_nowhere(allow: str | None) -> None:
    came, host = asyncio.run(_ask("http://turning.example:{port}/", allow, {}))
    assert came.startswith("for good: refused: 127.0.0.1 is not on the public internet")
    assert host.asked == []


@pytest.mark.usefixtures("turning_name")
def test_a_name_in_a_network_that_the_host_opened_is_reached() -> None:
    assert ask("http://turning.example:{port}/", allow="127.0.0.0/8") == "<rss/>"


def test_what_a_public_page_names_is_no_allowed_host() -> None:
    named = "https://gazette.example/report"
    assert ask("/", named_by=named).startswith("for good: refused: 127.0.0.1 is not on the public")
    assert ask("/", named_by="http://127.0.0.1:1/report") == "<rss/>"  # a host names its own
    assert ask("/", allow="127.0.0.0/8", named_by="http://127.0.0.1:9/report") == "<rss/>"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_ten_gigabytes_of_zeros(encoding: str) -> None:
    began = time.process_time()
    assert ask(f"/bomb/{encoding}") == "for good: the answer is larger than 1,000,000 bytes"
    assert time.process_time() - began < 3  # and not what all of it takes


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_packed_answers_are_read(encoding: str) -> None:
    assert ask(f"/small/{encoding}") == "<rss/>"


def test_packing_inside_packing_and_windows_of_memory() -> None:
    assert "packed as 'gzip, gzip', which was not asked for" in ask("/nested")
    assert "cannot be decompressed" in ask("/window/zstd")


@pytest.mark.parametrize("what", ["/drip/body", "/drip/head", "/flood/early"])
def test_who_takes_for_ever_is_left(what: str) -> None:
    began = time.monotonic()
    assert "did not answer in full within 0.4 s" in ask(what, timeout_s=0.4)
    assert time.monotonic() - began < 4


def test_floods_of_headers_end_at_once() -> None:
    for what in ("/flood/fields", "/flood/field"):
        assert ask(what) == "127.0.0.1 answered in broken HTTP"
    for what in ("/many/fields", "/long/field"):
        assert ask(what) == "<rss/>"


def test_redirects_end() -> None:
    assert ask("/loop") == "127.0.0.1 redirects more than 8 times"
    assert ask("/to?/to?/to?/") == "<rss/>"
