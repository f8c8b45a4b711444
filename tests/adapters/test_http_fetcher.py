"""The fetcher against a real server: conditional, bounded, polite, and nothing leaks inside."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tests.adapters.hostile_host import open_hostile_host
from tests.adapters.newsstand import BODY, Newsstand, open_newsstand

from wireroom.adapters.http import AiohttpFetcher
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import FetchRequest, FetchResult

Visit = Callable[[Newsstand, AiohttpFetcher], Awaitable[Any]]


def visit(run: Visit, *, allowed: bool = True) -> Any:
    """Run a visit of a fresh newsstand and return what it returns."""

    async def stay() -> Any:
        async with open_newsstand() as stand:
            allow = (stand.address,) if allowed else ()
            fetcher = AiohttpFetcher(contact_url="https://desk.example/about", allow=allow)
            try:
                return await run(stand, fetcher)
            finally:
                await fetcher.close()

    return asyncio.run(stay())


def get(path: str, *, allowed: bool = True, **options: Any) -> FetchResult:
    async def run(stand: Newsstand, fetcher: AiohttpFetcher) -> FetchResult:
        return await fetcher.fetch(FetchRequest(url=stand.url(path), **options))

    result = visit(run, allowed=allowed)
    assert isinstance(result, FetchResult)
    return result


def failure(path: str, *, allowed: bool = True, **options: Any) -> FetchFailed:
    with pytest.raises(FetchFailed) as caught:
        get(path, allowed=allowed, **options)
    return caught.value


def test_says_who_asks() -> None:
    result = get("/plain")
    assert (result.status, result.body, result.moved_to) == (200, BODY, None)
    assert "Wireroom/" in result.headers["x-agent"]
    assert "+https://desk.example/about" in result.headers["x-agent"]


def test_unchanged_is_304_without_body() -> None:
    assert get("/etag").headers["etag"] == '"v1"'
    result = get("/etag", etag='"v1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    assert (result.status, result.body) == (304, b"")


def test_permanent_chain_says_where_it_leads() -> None:
    result = get("/chain/3")
    assert result.body == BODY
    assert result.moved_to == result.url
    assert result.url.endswith("/plain")


def test_a_temporary_hop_moves_nothing() -> None:
    result = get("/mixed")
    assert result.url.endswith("/plain")
    assert result.moved_to is None


def test_endless_redirects_end() -> None:
    assert "redirects more than 8 times" in str(failure("/loop"))
    assert get("/chain/7").status == 200


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[fd00::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://localhost/",
        "file:///etc/passwd",
        "ftp://news.example/",
        "http://desk:secret@news.example/",
    ],
)
def test_redirects_lead_nowhere_inside(target: str) -> None:
    error = failure(f"/to/x?url={target}")
    assert error.permanent
    assert str(error).startswith("refused:")


def test_nothing_local_without_the_allow_list() -> None:
    async def run(stand: Newsstand, fetcher: AiohttpFetcher) -> list[str]:
        for host in ("127.0.0.1", "localhost", "0x7f000001", "2130706433"):
            with pytest.raises(FetchFailed, match="refused") as caught:
                await fetcher.fetch(FetchRequest(url=f"http://{host}:{stand.port}/plain"))
            assert caught.value.permanent
        return stand.asked

    assert visit(run, allowed=False) == []


def test_an_allowed_name_is_reached() -> None:
    async def run() -> int:
        async with open_newsstand() as stand:
            fetcher = AiohttpFetcher(allow=(f"localhost:{stand.port}",))
            try:
                url = f"http://localhost:{stand.port}/plain"
                return (await fetcher.fetch(FetchRequest(url=url))).status
            finally:
                await fetcher.close()

    assert asyncio.run(run()) == 200


def test_too_slow() -> None:
    began = time.monotonic()
    for path in ("/slow", "/drip"):
        error = failure(path, timeout_s=0.4)
        assert "within 0.4 s" in str(error)
        assert not error.permanent
    assert time.monotonic() - began < 8


def test_bodies_are_unpacked_under_a_bound() -> None:
    assert get("/gzip").body == BODY
    for path in ("/bomb", "/large"):
        error = failure(path, max_bytes=1_000_000)
        assert "larger than 1,000,000 bytes" in str(error)
        assert error.permanent
    assert len(get("/large", max_bytes=3_000_000).body) == 3_000_000


@pytest.mark.parametrize("path", ["/truncated", "/half.gzip"])
def test_half_an_answer_is_none(path: str) -> None:
    error = failure(path)
    assert "broke off" in str(error)
    assert not error.permanent


def test_packing_nobody_asked_for() -> None:
    assert "was not asked for" in str(failure("/lzw"))


def test_who_is_busy_is_left_alone() -> None:
    async def run(stand: Newsstand, fetcher: AiohttpFetcher) -> list[str]:
        result = await fetcher.fetch(FetchRequest(url=stand.url("/busy")))
        assert result.status == 429
        with pytest.raises(FetchFailed, match=r"asked for no requests until \d{4}") as caught:
            await fetcher.fetch(FetchRequest(url=stand.url("/busy")))
        assert not caught.value.permanent
        # A trusted host stands for many outlets: the others are asked all the same.
        await fetcher.fetch(FetchRequest(url=stand.url("/plain")))
        return stand.asked

    assert visit(run) == ["/busy", "/plain"]


def test_nobody_there() -> None:
    async def run() -> None:
        fetcher = AiohttpFetcher(allow=("127.0.0.1:9",))
        try:
            await fetcher.fetch(FetchRequest(url="http://127.0.0.1:9/"))
        finally:
            await fetcher.close()

    with pytest.raises(FetchFailed, match="does not accept connections on port 9"):
        asyncio.run(run())


@pytest.mark.parametrize("url", ["", "nonsense", "http://", "http://[::1", "javascript:alert(1)"])
def test_no_url(url: str) -> None:
    async def run(stand: Newsstand, fetcher: AiohttpFetcher) -> None:
        with pytest.raises(FetchFailed, match="refused") as caught:
            await fetcher.fetch(FetchRequest(url=url))
        assert caught.value.permanent

    visit(run)


def test_a_trusted_host_answers_many_at_once() -> None:
    async def run(stand: Newsstand, fetcher: AiohttpFetcher) -> int:
        request = FetchRequest(url=stand.url("/brief"))
        await asyncio.gather(*(fetcher.fetch(request) for _ in range(20)))
        return stand.most_running

    assert visit(run) > 2


def test_pages_are_spaced_as_their_host_asks() -> None:
    fetcher = AiohttpFetcher(allow=("127.0.0.1:80",))
    fetcher.keep_interval("https://tidewire.example/ferry", 12)
    assert fetcher.spacing_s("https://tidewire.example/feed") == 12
    assert fetcher.spacing_s("https://marlpost.example/feed") == 1
    assert fetcher.spacing_s("http://127.0.0.1/feed") == 0


def test_fields_in_no_encoding_are_such_as_databases_keep() -> None:
    async def run() -> FetchResult:
        async with open_hostile_host() as host:
            fetcher = AiohttpFetcher(allow=(host.address,))
            try:
                return await fetcher.fetch(FetchRequest(url=f"http://{host.address}/odd/fields"))
            finally:
                await fetcher.close()

    headers = asyncio.run(run()).headers
    assert headers["etag"] == '"caf\ufffd"'
    assert "".join(headers.values()).encode()
