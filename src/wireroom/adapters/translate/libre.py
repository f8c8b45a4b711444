"""A LibreTranslate-compatible service: batches, one more try, and a rest when it fails."""

import logging
import time
from collections.abc import Iterator, Sequence
from threading import Lock, Thread
from typing import Final

from yarl import URL

from wireroom.adapters.breaker import Breaker
from wireroom.adapters.translate.exchange import Answer, exchange
from wireroom.engine.errors import TranslationFailed

log = logging.getLogger(__name__)

# A service on one core makes some 20 sentences a second; its own limits, where it has any, are
# 5,000 letters a request.
_MOST_TEXTS: Final = 25
_MOST_CHARS: Final = 4_000
_DEADLINE_S: Final = 45.0  # of a whole article: nobody waits longer for a page
_BATCH_S: Final = 20.0
_LANGUAGES_S: Final = 5.0
_KNOWN_FOR_S: Final = 600.0  # packages are added by hand
_ASK_AGAIN_S: Final = 30.0
_PASSING: Final = frozenset((429, 500, 502, 503, 504))
_LONGEST_WAIT_S: Final = 5.0
_PAUSE_S: Final = 0.5


class LibreTranslator:
    """`engine.ports.Translator` at a URL; safe to share between threads.

    Which languages it knows is asked in the background: until it has answered, it knows none.
    """

    def __init__(self, url: str, *, key: str = "", deadline_s: float = _DEADLINE_S) -> None:
        self._url: Final = URL(url)
        self._key: Final = key
        self._deadline_s: Final = deadline_s
        self._breaker: Final = Breaker()
        self._lock: Final = Lock()
        self._pairs: frozenset[tuple[str, str]] = frozenset()
        self._ask_at = 0.0

    @property
    def name(self) -> str:
        """Name the service by its host."""
        return f"LibreTranslate ({self._url.host})"

    def knows(self, source: str, target: str) -> bool:
        """Say whether it translates a pair, as far as it has told; False while it rests."""
        with self._lock:
            is_due = time.monotonic() >= self._ask_at
            if is_due:
                self._ask_at = time.monotonic() + _ASK_AGAIN_S
        if is_due:
            Thread(target=self.learn_languages, name="translator's languages", daemon=True).start()
        return (source, target) in self._pairs and not self._breaker.is_resting

    def learn_languages(self) -> None:
        """Ask which pairs it knows; what it said before stands where it does not answer."""
        try:
            answer = exchange(self._url / "languages", None, timeout_s=_LANGUAGES_S)
            pairs = frozenset(_pairs_in(answer))
        except TranslationFailed as error:
            log.warning("%s", error)
            return
        with self._lock:
            self._pairs = pairs
            self._ask_at = time.monotonic() + _KNOWN_FOR_S

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        """Return the texts in the other language; see engine.ports."""
        ends_at = time.monotonic() + self._deadline_s
        found: list[str] = []
        for batch in _batches(texts):
            found += self._translate(batch, (source, target), ends_at)
        return tuple(found)

    def _translate(
        self, batch: Sequence[str], pair: tuple[str, str], ends_at: float
    ) -> Sequence[str]:
        """Return a batch translated; one that is too much for the service is halved."""
        answer = self._ask(batch, pair, ends_at)
        if answer.status in (400, 413) and len(batch) > 1:
            half = len(batch) // 2
            first = self._translate(batch[:half], pair, ends_at)
            return [*first, *self._translate(batch[half:], pair, ends_at)]
        told = _translations_in(answer, len(batch))
        self._breaker.note(failed=told is None)
        if told is None:
            raise TranslationFailed(_say_failure(answer))
        return told

    def _ask(self, batch: Sequence[str], pair: tuple[str, str], ends_at: float) -> Answer:
        """Return the answer to a batch, to the second try where the first one failed in passing."""
        if self._breaker.is_resting:
            raise TranslationFailed("the translator failed several times and rests for a minute")
        try:
            answer = self._post(batch, pair, ends_at)
            if answer.status in _PASSING:
                time.sleep(_wait_s(answer, ends_at))
                answer = self._post(batch, pair, ends_at)
        except TranslationFailed:
            self._breaker.note(failed=True)
            raise
        return answer

    def _post(self, batch: Sequence[str], pair: tuple[str, str], ends_at: float) -> Answer:
        left_s = ends_at - time.monotonic()
        if left_s <= 0:
            raise TranslationFailed("the translator did not answer in time")
        source, target = pair
        payload = {"q": [*batch], "source": source, "target": target, "format": "text"}
        if self._key:
            payload["api_key"] = self._key
        return exchange(self._url / "translate", payload, timeout_s=min(_BATCH_S, left_s))


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for text in texts:
        if batch and (len(batch) >= _MOST_TEXTS or sum(map(len, batch)) + len(text) > _MOST_CHARS):
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _translations_in(answer: Answer, count: int) -> list[str] | None:
    """Return the translations of an answer, None where it is not one for each text."""
    content = answer.content
    told = content.get("translatedText") if isinstance(content, dict) else None
    told = [told] if isinstance(told, str) else told
    if answer.status != 200 or not isinstance(told, list) or len(told) != count:
        return None
    return told if all(isinstance(text, str) for text in told) else None


def _pairs_in(answer: Answer) -> Iterator[tuple[str, str]]:
    if answer.status != 200 or not isinstance(answer.content, list):
        raise TranslationFailed("the translator does not say which languages it knows")
    rows = [row for row in answer.content if isinstance(row, dict)]
    codes = [str(row.get("code", "")) for row in rows]
    for row, code in zip(rows, codes, strict=True):
        targets = row.get("targets")
        # Older services say nothing of targets: each language is one of all the others.
        for target in targets if isinstance(targets, list) else codes:
            if str(target) != code:
                yield _primary(code), _primary(str(target))


def _primary(code: str) -> str:
    return code.partition("-")[0].lower()


def _wait_s(answer: Answer, ends_at: float) -> float:
    asked = float(answer.retry_after) if answer.retry_after.isdigit() else _PAUSE_S
    left_s = ends_at - time.monotonic()
    if asked > _LONGEST_WAIT_S or asked >= left_s:
        raise TranslationFailed("the translator has too much to do")
    return asked


def _say_failure(answer: Answer) -> str:
    if answer.status == 200:
        return "the translator answered something else than translations"
    told = answer.content.get("error", "") if isinstance(answer.content, dict) else ""
    return f"the translator refused ({answer.status}) {str(told)[:120]}".strip()
