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
from wireroom.engine.types import AskedFor, FetchRequest

_MAX_BYTES: Final = 256_000
_KEPT_S: Final = 7 * 86_400.0  # lawyers' files: two requests a week are all that they cost a site
_RETRY_S: Final = 900.0  # as for a robots.txt that cannot be read
_MAX_ORIGINS: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Notices:
    """One origin's files as last read; None and empty where it has none."""

    until: float = 0.0
    ai_txt: Protego | None = None
    rules: tuple[tuple[str, bool], ...] = ()


class SiteNotices:
    """Asks each origin for both files once a week, in trouble soon again: what it said stays."""

    def __init__(
        self, fetcher: Fetcher, *, agent: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetcher = fetcher
        self._agent = agent
        self._clock = clock
        self._known: OrderedDict[str, _Notices] = OrderedDict()

    def is_known(self, origin: str) -> bool:
        """Tell whether the origin's files need not be asked for."""
        known = self._known.get(origin)
        return known is not None and known.until > self._clock()

    async def ask(self, origin: str) -> None:
        """Make sure that the origin's files are known, or that they were asked for lately.

        Raises FetchFailed where the host may not be asked now (held).
        """
        if self.is_known(origin):
            return
        ai_txt = await self._text(f"{origin}/ai.txt")
        listed = await self._text(f"{origin}/.well-known/tdmrep.json")
        is_whole = ai_txt is not None and listed is not None
        before = self._known.get(origin, _Notices())
        self._known[origin] = _Notices(
            self._clock() + (_KEPT_S if is_whole else _RETRY_S),
            before.ai_txt if ai_txt is None else _ai_rules(ai_txt),
            before.rules if listed is None else _rules(listed),
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

    async def _text(self, url: str) -> str | None:
        """Return the file's text, empty where there is none; None where nobody can tell for now."""
        request = FetchRequest(url=url, max_bytes=_MAX_BYTES, timeout_s=15, asks_for=AskedFor.TERMS)
        try:
            answer = await self._fetcher.fetch(request)
        except FetchFailed as error:
            if error.held:
                raise
            return "" if error.permanent else None
        if answer.status == 429 or answer.status >= 500:
            return None
        text = answer.body.decode("utf-8", "replace").replace("\x00", "")
        # Many sites answer 200 with a web page to every address.
        return text if answer.status == 200 and not text.lstrip().startswith("<") else ""


def _ai_rules(text: str) -> Protego | None:
    return Protego.parse(text) if "user-agent" in text.lower() else None


def _rules(text: str) -> tuple[tuple[str, bool], ...]:
    try:
        return tdm_rules(text)
    except BadInput:
        return ()
