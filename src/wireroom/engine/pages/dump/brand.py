"""The name of the page's own outlet or platform, from its furniture, links and address."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.dump.named import OUTLET_WORDS

# Endings that are part of a name when they end an address ("harbour.news").
_WORDY_ENDINGS: Final = frozenset(
    (
        "news",
        "press",
        "media",
        "today",
        "times",
        "post",
        "daily",
        "live",
        "world",
        "report",
        "network",
        "online",
        "tv",
        "radio",
        "africa",
        "asia",
        "london",
        "berlin",
        "paris",
        "wales",
    )
)
_PLAIN_ENDINGS: Final = frozenset(
    (
        "com",
        "net",
        "org",
        "info",
        "io",
        "co",
        "app",
        "site",
        "eu",
        "uk",
        "de",
        "fr",
        "es",
        "ae",
        "sa",
        "eg",
        "qa",
        "kw",
        "jo",
        "lb",
        "ma",
        "tn",
        "in",
        "us",
        "ca",
        "au",
        "example",
        "int",
    )
)
_SECOND_LEVEL: Final = frozenset(["co", "com", "net", "org", "gov", "ac", "edu"])
# Shorteners and services that say nothing of who publishes.
SERVICES: Final = frozenset(
    (
        "bit.ly",
        "t.co",
        "tinyurl.com",
        "ow.ly",
        "goo.gl",
        "is.gd",
        "buff.ly",
        "dlvr.it",
        "lnkd.in",
        "fb.me",
        "youtu.be",
        "wp.me",
        "rb.gy",
        "cutt.ly",
        "t.me",
        "wa.me",
        "trib.al",
        "shorturl.at",
        "facebook.com",
        "twitter.com",
        "x.com",
        "whatsapp.com",
        "instagram.com",
        "youtube.com",
        "linkedin.com",
        "telegram.me",
        "apple.com",
        "google.com",
        "reddit.com",
        "pinterest.com",
        "apps.apple.com",
        "play.google.com",
        "news.google.com",
        "api.whatsapp.com",
        "threads.net",
    )
)
_NAME: Final = r"(?P<name>[A-Z0-9][\w'’.-]*(?:\s(?:[A-Z0-9][\w'’-]*|of|the|and))*)"
_PROMOS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Dd]ownload|[Gg]et|[Tt]ry|[Ii]nstall|[Oo]pen|[Uu]se|"
        rf"DOWNLOAD)\s+(?:the\s+)?{_NAME}\s+(?:app\b|App\b|for free|today|now)",
        rf"^{_NAME}\s+(?:(?:app|App|AI|logo|Logo)\b|newsletter$)",
        rf"\b{_NAME}\s+AI\b",
        rf"\b[Dd]ownload\s+{_NAME}\s+(?:today|now)",
        rf"\b(?:[Ff]ollow|[Jj]oin|[Ll]ike|[Ww]atch|[Aa]dd)\s+{_NAME}\s+on\b",
        rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:\d{{4}}\s*)?(?:[-–]\s*\d{{4}}\s*)?(?:by\s+)?{_NAME}",
        rf"^(?:[Aa]bout|[Ww]elcome to|[Ss]ubscribe to|[Pp]owered by)\s+{_NAME}",
        rf"{_NAME}[.,]? [Aa]ll rights reserved",
        r"تطبيق\s+(?P<name>[\w\u0621-\u064a]+(?:\s[\w\u0621-\u064a]+)??)(?=\s+(?:اليوم|الآن|"
        r"مجانا|من|على|عبر|لل)|\s*[.،!]|$)",
        r"(?:محفوظة|الحقوق)\s+(?:لـ?|ل)\s*(?P<name>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){0,2})",
        r"^شعار\s+(?P<name>.{2,30})$",
        r"^(?P<name>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){0,2})\s+على\s+(?:تلغرام|"
        r"تليغرام|فيسبوك|تويتر|واتساب|إنستغرام|يوتيوب|إكس)",
        r"(?:تابع|تابعوا|اشترك في|حول|"
        r"عن)\s+(?P<name>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)\s+على\b",
    )
)
_ORDER: Final = re.compile(r"^(?:download|get|try|install|open|use|our|with)\s+(?:the\s+)?", re.I)
_YEARS: Final = re.compile(r"^copyright\s+(?:\d{4}\s+)?", re.IGNORECASE)
_LEGAL: Final = re.compile(
    r"(?:,?\s(?:limited|ltd|inc|llc|gmbh|plc|s\.?a|s\.?p\.?a|media group)\.?)*(?:\s\d{4})?$",
    re.IGNORECASE,
)
_NOT_A_BRAND: Final = re.compile(
    r"^(?:the|our|your|us|app|store|app store|google|google play|apple|facebook|twitter|telegram|"
    r"whatsapp|instagram|youtube|ai|all|free|now|today|this|it|more|get started|my|news|e-paper|"
    r"zur|die|der|das|unsere|notre|nos|la|le|el|nuestra|mobil|mobile|"
    r"التطبيق|لنا|نا)\b\s*"
    r"(?:play|store|news|app|rights)?$",
    re.IGNORECASE,
)


# What pictures of names are called, and what paid parts of a page add to its name.
LOGO: Final = re.compile(r"\s+logo$|^شعار\s+|\+$", re.IGNORECASE)


def squeezed(name: str) -> str:
    """Return the name's letters and digits alone, for comparing it with an address."""
    return re.sub(r"[\W_]+", "", name).casefold()


def find_brand(
    mastheads: Sequence[str],
    furniture: Sequence[str],
    titles: Sequence[str],
    outlets: Sequence[str],
    labels: Sequence[str] = (),
) -> str | None:
    """Return the name that the page's own lines give it: its app, its copyright, its tab.

    `mastheads` are the short lines that open the dump, the first one first; `labels` are its
    buttons and notices. What a headline speaks of is no outlet.
    """
    votes: Counter[str] = Counter()
    for line in furniture[:2000]:
        votes.update(_names_in(line))
    told = squeezed(" ".join(islice(titles, 20)))
    others = [name for name in mastheads[1:] if squeezed(name) not in told]
    votes.update(_masthead_votes([*mastheads[:1], *others], furniture, outlets, labels))
    for name in _tab_names(furniture, titles):
        votes[name] += 2
    if not votes:
        return None
    name = max(votes, key=lambda name: (votes[name], len(name)))
    return next((outlet for outlet in outlets if _is_same(outlet, name)), name)


def _is_same(outlet: str, name: str) -> bool:
    """Arabic writes "of the newspaper" in one word: لصحيفة stands for صحيفة."""
    return squeezed(outlet) in (squeezed(name), squeezed(name).removeprefix("ل"))


def _names_in(line: str) -> set[str]:
    if len(line) > 300:
        return set()
    matches = (match["name"] for pattern in _PROMOS for match in pattern.finditer(line))
    found = {_LEGAL.sub("", _YEARS.sub("", _ORDER.sub("", name))).strip(" .،-") for name in matches}
    return {
        name for name in found if name and not _NOT_A_BRAND.match(name) and not name[0].isdigit()
    }


_EVERYWHERE: Final = frozenset(("news", "world", "daily", "today", "live", "online"))
_MOST_MASTHEAD_WORDS: Final = 4
_LONGEST_MASTHEAD: Final = 40
_SHORTEST_SQUEEZED: Final = 5


def _masthead_votes(
    mastheads: Sequence[str],
    furniture: Sequence[str],
    outlets: Sequence[str],
    labels: Sequence[str],
) -> dict[str, int]:
    """A short first line is a masthead when the page says its name again.

    Below it stands the menu, whose words are said again too: there a whole name counts alone.
    """
    votes: dict[str, int] = {}
    for place, masthead in enumerate(mastheads):
        name = LOGO.sub("", masthead)
        if not 0 < len(name.split()) <= _MOST_MASTHEAD_WORDS or len(name) > _LONGEST_MASTHEAD:
            continue
        words = [word for word in name.split() if _is_telling(word)]
        others = [line for line in [*furniture, *outlets] if line != masthead]
        said = 0 if place else sum(any(word in line for word in words) for line in others)
        said += _said_whole(name, labels)
        is_brand = not place and (OUTLET_WORDS.search(name) or _opens_menu(mastheads))
        if said or is_brand:
            votes[name] = 1 + said
    return votes


def _opens_menu(mastheads: Sequence[str]) -> bool:
    """Tell whether a name of two words or more stands over the words of a menu."""
    name, *menu = mastheads[: 1 + _MENU]
    is_menu = len(menu) == _MENU and all(len(line.split()) <= _MOST_MENU_WORDS for line in menu)
    words = [word for word in name.split() if len(word) > 3]
    return is_menu and len(name.split()) > 1 and bool(words) and all(w[0].isupper() for w in words)


_MENU: Final = 2
_MOST_MENU_WORDS: Final = 3


def _is_telling(word: str) -> bool:
    return len(word) > 3 and word.casefold() not in _EVERYWHERE


def _said_whole(name: str, labels: Sequence[str]) -> int:
    """Count the lines that say more than the name, and the name in one piece."""
    own = squeezed(name)
    if len(name) < _SHORTEST_SQUEEZED or OUTLET_WORDS.fullmatch(name) or canonical_agency(name):
        return 0
    told = (squeezed(line) for line in labels[:2000] if len(line) <= 400)
    return sum(own in line and own != line.rstrip("+") for line in told)


def _tab_names(furniture: Sequence[str], titles: Iterable[str]) -> list[str]:
    """Return "Outlet" of the browser tab's "Headline - Outlet"."""
    names = []
    for title in islice(titles, 20):
        for line in furniture[:2000]:
            rest = line[len(title) :] if title and line.startswith(title) else ""
            match = re.match(r"^\s*[|\-–—·•:]\s*(?P<name>[^|\-–—·•]{2,40})$", rest)
            if match:
                names.append(match["name"].strip())
    return names


def name_of_address(url: str, known: Sequence[str] = ()) -> str | None:
    """Return "Coast Press" of https://coast.press/x: a known name that fits, else its words."""
    host = (urlsplit(url if "//" in url else f"https://{url}").hostname or "").lower()
    host = re.sub(r"^(?:www|m|amp|en|ar|news)\.", "", host)
    if not host or host in SERVICES or host.replace(".", "").isdigit():
        return None
    labels = host.split(".")
    ending = labels.pop()
    if labels and labels[-1] in _SECOND_LEVEL and len(labels) > 1:
        labels.pop()
    if not labels:
        return None
    stem, full = labels[-1], labels[-1] + ending
    for name in known:
        if squeezed(name) in (squeezed(stem), squeezed(full)):
            return name
    if ending not in _WORDY_ENDINGS and (ending not in _PLAIN_ENDINGS or len(stem) < 4):
        return None
    words = [*re.split(r"[-_]", stem), *([ending] if ending in _WORDY_ENDINGS else [])]
    name = " ".join(word.capitalize() for word in words if word)
    return canonical_agency(name) or name
