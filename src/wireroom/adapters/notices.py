"""What a site says of use by machines in files of its own: ai.txt and tdmrep.json."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

from wireroom.engine.errors import BadInput, FetchFailed
from wireroom.engine.ports import Fetcher
from wireroom.engine.terms import NO_AI, tdm_rules, tdm_terms
from wireroom.engine.types import FetchRequest

_MAX_BYTES: Final = 256_000
_KEPT_S: Final = 7 * 86_400.0  # lawyers' files: two requests a week are all that they cost a site
_MAX_ORIGINS: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Notices:
    """One origin's files as read; None and empty where it has none."""

    until: float
    ai_txt: Protego | None
    rules: tuple[tuple[str, bool], ...]


class SiteNotices:
    """Asks each origin for both files once a week; what cannot be read says nothing."""

    def __init__(
        self, fetcher: Fetcher, *, agent: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetcher = fetcher
        self._agent = agent
        self._clock = clock
        self._known: OrderedDict[str, _Notices] = OrderedDict()

    async def ask(self, origin: str) -> None:
        """Make sure that the origin's files are known."""
        known = self._known.get(origin)
        if known is not None and known.until > self._clock():
            return
        ai_txt = await self._text(f"{origin}/ai.txt")
        listed = await self._text(f"{origin}/.well-known/tdmrep.json")
        self._known[origin] = _Notices(
            self._clock() + _KEPT_S,
            Protego.parse(ai_txt) if "user-agent" in ai_txt.lower() else None,
            _rules(listed),
        )
        self._known.move_to_end(origin)
        if len(self._known) > _MAX_ORIGINS:
            self._known.popitem(last=False)

    def terms(self, origin: str, url: str) -> tuple[str, ...]:
        """Return what the files that are known say of a page."""
        known = self._known.get(origin)
        if known is None:
            return ()
        # ai.txt names kinds of files, too ("Disallow: *.txt"): text is what a page holds.
        asked = (url, f"{origin}/page.txt")
        kept = known.ai_txt and not all(known.ai_txt.can_fetch(one, self._agent) for one in asked)
        stated = (f"{NO_AI}:ai.txt",) if kept else ()
        return (*stated, *tdm_terms(known.rules, urlsplit(url).path or "/"))

    async def _text(self, url: str) -> str:
        request = FetchRequest(url=url, max_bytes=_MAX_BYTES, timeout_s=15)
        try:
            answer = await self._fetcher.fetch(request)
        except FetchFailed:
            return ""
        text = answer.body.decode("utf-8", "replace").replace("\x00", "")
        # Many sites answer 200 with a web page to every address.
        return text if answer.status == 200 and not text.lstrip().startswith("<") else ""


def _rules(text: str) -> tuple[tuple[str, bool], ...]:
    try:
        return tdm_rules(text)
    except BadInput:
        return ()
