"""Gets a card: from the shelf, else drawn, one at a time in a process."""

import hashlib
import json
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final

from wireroom.adapters.cards.fonts import Fonts, find_fonts
from wireroom.adapters.cards.setting import SetText, ellipsis_of, set_text
from wireroom.adapters.room import TooMuchSaid, run_apart
from wireroom.adapters.shelf import Shelf
from wireroom.engine.errors import PictureFailed

log = logging.getLogger(__name__)

_PROGRAM: Final = Path(__file__).with_name("easel.py")
_LIMIT_S: Final = 8.0  # by the clock: 5 s of a processor that others use, too
_MOST_BYTES: Final = 200_000  # what it may say; six lines of Chinese come to 40,000
_SHELF_BYTES: Final = 100_000_000  # some 4,000 cards
_TURN_S: Final = 2.0  # a card takes some .3 s
_AGAIN_S: Final = 3600.0  # what failed fails again, unless a font or a library is changed
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says; `credit` is whose headline it is, `is_rtl` how the edition is written."""

    site: str
    headline: str
    credit: str
    facts: str
    day: str
    is_rtl: bool


class CardPress:
    """Cards of a folder that several processes share."""

    def __init__(self, folder: Path) -> None:
        self._shelf: Final = Shelf(folder, most_bytes=_SHELF_BYTES)
        self._turn: Final = BoundedSemaphore(1)

    def get(self, key: str, card: Card) -> bytes:
        """Return a card as a PNG by the key of what it says. Raises PictureFailed."""
        fonts = find_fonts()
        name = f"{key}-{_fonts_key(fonts)}"  # the same words look different in other fonts
        found = self._shelf.read(f"{name}.png")
        if found is not None:
            return found
        self._check(name)
        if not self._turn.acquire(timeout=_TURN_S):
            raise PictureFailed("others are being drawn; it may be asked for again at once")
        try:
            # Somebody else may have drawn it meanwhile.
            return self._shelf.read(f"{name}.png") or self._draw(name, card, fonts)
        except OSError as error:  # a full disk, a folder of somebody else
            raise PictureFailed(f"cards cannot be kept: {error}") from error
        finally:
            self._turn.release()

    def _check(self, name: str) -> None:
        """Raise PictureFailed where a card failed lately."""
        failed = self._shelf.read(f"{name}.failed")
        if failed and time.time() < float(failed):
            raise PictureFailed("it could not be drawn lately", permanent=True)

    def _draw(self, name: str, card: Card, fonts: Fonts) -> bytes:
        try:
            png = draw(card, fonts)
        except PictureFailed:
            self._shelf.keep({f"{name}.failed": f"{time.time() + _AGAIN_S:.0f}".encode()})
            raise
        self._shelf.keep({f"{name}.png": png})
        return png


def has_fonts() -> bool:
    """Tell whether there is anything to draw cards with."""
    fonts = find_fonts()
    return bool(fonts.headline and fonts.rest)


def forget_cards(folder: Path) -> None:
    """Throw all cards away: each is drawn again of what is shown now."""
    Shelf(folder, most_bytes=0).clear()


def draw(card: Card, fonts: Fonts) -> bytes:
    """Return a card as a PNG, without what the fonts have no letters for. Raises PictureFailed."""
    given = json.dumps(_given(card, fonts)).encode()
    try:
        ran = run_apart(_PROGRAM, given, limit_s=_LIMIT_S, most_said=_MOST_BYTES)
    except TimeoutError as error:
        raise PictureFailed("it took too long to draw", permanent=True) from error
    except TooMuchSaid as error:
        raise PictureFailed("its program said too much", permanent=True) from error
    if ran.code != 0 or not ran.said.startswith(_PNG):
        raise PictureFailed(f"its program broke: {ran.fault}", permanent=True)
    return ran.said


def _given(card: Card, fonts: Fonts) -> dict[str, Any]:
    """Return a card as its program reads it; a credit stands only below its headline."""
    headline = set_text(card.headline, fonts.headline)
    return {
        "site": _told(set_text(card.site, fonts.headline)),
        "headline": _told(headline),
        "credit": _told(set_text(card.credit, fonts.rest, stands_rtl=card.is_rtl))
        if headline
        else None,
        "facts": _told(set_text(card.facts, fonts.rest, stands_rtl=card.is_rtl)),
        "day": _told(set_text(card.day, fonts.rest, stands_rtl=card.is_rtl)),
        "is_rtl": card.is_rtl,
    }


def _told(text: SetText | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {
        "runs": [(run.text, str(run.font)) for run in text.runs],
        "is_rtl": text.is_rtl,
        "more": {str(run.font): ellipsis_of(run.font) for run in text.runs},
    }


def _fonts_key(fonts: Fonts) -> str:
    told = "\n".join(map(str, (*fonts.headline, *fonts.rest)))
    return hashlib.sha256(told.encode()).hexdigest()[:8]
