"""robots.txt: asked once a day, obeyed, and never an obstacle where there is none."""

import asyncio

import pytest

from wireroom.adapters.robots import RobotsGate, Verdict
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import FetchRequest, FetchResult

PAGE = "https://gazette.example/news/1"


class OneAnswer:
    """A fetcher that always answers the same."""

    def __init__(self, answer: FetchResult | FetchFailed) -> None:
        self.answer = answer
        self.asked: list[str] = []

    async def fetch(self, request: FetchRequest) -> FetchResult:
        self.asked.append(request.url)
        await asyncio.sleep(0)
        if isinstance(self.answer, FetchFailed):
            raise self.answer
        return self.answer

    async def close(self) -> None:
        """Nothing is held."""


def answered(status: int, text: str = "", **headers: str) -> OneAnswer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return OneAnswer(FetchResult(status=status, url="", body=text.encode(), headers=named))


def judge(fetcher: OneAnswer, url: str = PAGE) -> Verdict:
    return asyncio.run(RobotsGate(fetcher).allowed(url))


def test_rules_are_kept() -> None:
    fetcher = answered(200, "User-agent: *\nDisallow: /news/\nAllow: /news/free\nCrawl-delay: 5")
    verdict = judge(fetcher)
    assert not verdict.allowed
    assert not verdict.retry
    assert "robots.txt forbids" in str(verdict.reason)
    assert verdict.crawl_delay_s == 5
    assert judge(fetcher, "https://gazette.example/news/free").allowed
    assert fetcher.asked[0] == "https://gazette.example/robots.txt"


def test_rules_for_us_win() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: Wireroom\nAllow: /"
    assert judge(answered(200, text)).allowed


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_none_means_welcome(status: int) -> None:
    assert judge(answered(status)).allowed


@pytest.mark.parametrize(
    "fetcher", [answered(500), answered(503), answered(429), OneAnswer(FetchFailed("no answer"))]
)
def test_trouble_is_a_refusal_for_now(fetcher: OneAnswer) -> None:
    verdict = judge(fetcher)
    assert not verdict.allowed
    assert verdict.retry


def test_a_refused_address_stays_refused() -> None:
    verdict = judge(OneAnswer(FetchFailed("refused: local", permanent=True)))
    assert not verdict.allowed
    assert not verdict.retry


def test_asked_once_and_again_when_it_is_old() -> None:
    now = [0.0]
    fetcher = answered(200, "User-agent: *\nAllow: /")
    gate = RobotsGate(fetcher, clock=lambda: now[0])

    async def run() -> None:
        await asyncio.gather(*(gate.allowed(f"{PAGE}{n}") for n in range(9)))
        assert fetcher.asked.count("https://gazette.example/robots.txt") == 1
        now[0] = 86_401.0
        await gate.allowed(PAGE)
        assert fetcher.asked.count("https://gazette.example/robots.txt") == 2
        await gate.allowed("https://other.example/")
        assert "https://other.example/robots.txt" in fetcher.asked

    asyncio.run(run())


def test_trouble_is_asked_about_again_soon() -> None:
    now = [0.0]
    fetcher = answered(503)
    gate = RobotsGate(fetcher, clock=lambda: now[0])

    async def run() -> None:
        await gate.allowed(PAGE)
        now[0] = 1_000.0
        await gate.allowed(PAGE)

    asyncio.run(run())
    assert len(fetcher.asked) == 2


def test_notices_about_machine_use() -> None:
    assert judge(answered(200, "", tdm_reservation="1")).terms == ("noai:tdm-reservation",)
    assert judge(answered(404, "", tdm_reservation="0")).terms == ("ai:tdm-reservation",)
    signal = "User-agent: *\nContent-Signal: search=yes, ai-input=no"
    assert "noai:robots.txt" in judge(answered(200, signal)).terms
    assert judge(answered(200, "")).terms == ()


class Site:
    """A fetcher of one site's files; `trouble` is what it answers for now, but for robots.txt."""

    def __init__(self, **files: str) -> None:
        addresses = {name: name.replace("_", ".") for name in files}
        self.files = {f"https://gazette.example/{addresses[name]}": files[name] for name in files}
        self.asked: list[str] = []
        self.trouble: int | FetchFailed | None = None
        self.robots_too = False

    async def fetch(self, request: FetchRequest) -> FetchResult:
        self.asked.append(request.url)
        if self.trouble and (self.robots_too or not request.url.endswith("robots.txt")):
            if isinstance(self.trouble, FetchFailed):
                raise self.trouble
            return FetchResult(status=self.trouble, url=request.url)
        text = self.files.get(request.url)
        status = 404 if text is None else 200
        return FetchResult(status=status, url=request.url, body=(text or "").encode())

    async def close(self) -> None:
        """Nothing is held."""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("User-Agent: *\nDisallow: /", True),
        ("User-Agent: *\nDisallow: *.txt", True),
        ("User-Agent: *\nDisallow: *.jpg\nAllow: /", False),
        ("<html>User-Agent: *\nDisallow: /", False),
    ],
)
def test_ai_txt(text: str, *, kept: bool) -> None:
    verdict = asyncio.run(RobotsGate(Site(ai_txt=text)).allowed(PAGE))
    assert verdict.allowed
    assert verdict.terms == (("noai:ai.txt",) if kept else ())


def test_both_files_are_asked_once_a_week() -> None:
    now, site = [0.0], Site()
    gate = RobotsGate(site, clock=lambda: now[0])

    async def run() -> None:
        for day in range(7):
            now[0] = day * 86_500.0
            await gate.allowed(PAGE)

    asyncio.run(run())
    assert len([url for url in site.asked if url.endswith("/robots.txt")]) == 7
    assert len([url for url in site.asked if url.endswith("/ai.txt")]) == 1
    assert len([url for url in site.asked if url.endswith("/.well-known/tdmrep.json")]) == 1


@pytest.mark.parametrize("trouble", [429, 503, FetchFailed("no answer within 15 s")])
def test_files_that_cannot_be_read_keep_their_word_and_are_asked_again_soon(
    trouble: int | FetchFailed,
) -> None:
    now, site = [0.0], Site(ai_txt="User-Agent: *\nDisallow: /")
    gate = RobotsGate(site, clock=lambda: now[0])
    week, noai = 7 * 86_400.0, ("noai:ai.txt",)

    async def look(at: float, trouble: int | FetchFailed | None) -> tuple[str, ...]:
        now[0], site.trouble = at, trouble
        return (await gate.allowed(PAGE)).terms

    async def run() -> None:
        assert await look(0, 503) == ()  # nothing is known yet
        assert await look(901, None) == noai
        assert await look(week, None) == noai  # robots.txt is read: it is known for a day now
        assert await look(week + 902, trouble) == noai
        del site.files["https://gazette.example/ai.txt"]
        assert await look(week + 1_000, None) == noai
        assert await look(week + 1_803, None) == ()

    asyncio.run(run())


@pytest.mark.parametrize("rests", [False, True])
def test_a_host_at_rest_has_refused_nothing(*, rests: bool) -> None:
    """Neither before its robots.txt is known nor between that and the notices."""
    site = Site(ai_txt="User-Agent: *\nDisallow: /")
    held = FetchFailed("gazette.example is at rest", retry_after_s=120, held=True)
    gate = RobotsGate(site)

    async def run() -> None:
        site.trouble, site.robots_too = held, rests
        for _ in range(2):
            with pytest.raises(FetchFailed) as failed:
                await gate.allowed(PAGE)
            assert (failed.value.held, failed.value.retry_after_s) == (True, 120)
        site.trouble = None
        verdict = await gate.allowed(PAGE)
        assert (verdict.allowed, verdict.terms) == (True, ("noai:ai.txt",))

    asyncio.run(run())


def test_rubbish_is_no_rule() -> None:
    assert judge(answered(200, "\x00\xff<html>" + "Disallow /\n" * 1000)).allowed
