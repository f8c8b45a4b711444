"""What of an outlet's report may be shown: the publication policy, and links that are safe."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.markup import is_clean_html
from wireroom.engine.types import Correction, FactBox, Health
from wireroom.news.live import EntryPlace, LiveBlog, arrange, count_entries, opening_of

# Scripts written without spaces: each letter counts as a word (Thai, Lao, Burmese, Khmer, kana,
# Han), so that "60 words" of them is an excerpt too. A run without a space counts as a word for
# every 40 letters: longer than any word of a news text, short enough that nothing slips through.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]{{1,40}}")
_UNSAFE_IN_LINK: Final = re.compile(r"[\x00-\x20\x7f-\x9f\"'<>\\^`{|}\u2028-\u202f\u2066-\u2069]")
# What nearly every link is; taking one apart costs ten times as much, and a story shows sixty.
PLAIN_LINK: Final = re.compile(r"https?://[a-z][a-z0-9.-]*(?:/[\w/.,;~%+=&?#!:-]*+)?", re.ASCII)


class Level(StrEnum):
    """How much text an outlet lets the public pages show."""

    HEADLINE = "headline"
    EXCERPT = "excerpt"
    FULL = "full"


class Withheld(StrEnum):
    """Why less than the whole report is shown."""

    NOTHING = "nothing"
    POLICY = "policy"  # headline only, by the outlet's policy
    EXCERPT = "excerpt"  # cut after the words that the policy allows
    ENTRIES = "entries"  # all but a live blog's entries stands within those words
    HEALTH = "health"  # the page held no readable report


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """An outlet's terms; `excerpt_words` counts everything shown besides the headline."""

    level: Level
    excerpt_words: int
    images: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What may be shown of a report besides its headline; the rest is not in here."""

    standfirst: str = ""
    key_points: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    html: str = ""  # the paragraphs with their structure, safe; empty where there is no more
    fact_boxes: tuple[FactBox, ...] = ()
    corrections: tuple[Correction, ...] = ()
    live: LiveBlog | None = None  # with its parts, which are all of the text, where all is shown
    withheld: Withheld = Withheld.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The first words of a report; `is_cut` when they end inside a sentence."""

    text: str = ""
    is_cut: bool = False


@lru_cache(maxsize=1024)
def read_policy(level: str, excerpt_words: int, *, images: bool) -> Policy:
    """Return the terms as kept with an outlet; an unknown level shows the headline alone."""
    known = Level(level) if level in set(Level) else Level.HEADLINE
    return Policy(level=known, excerpt_words=max(excerpt_words, 0), images=images)


def lower_level(level: str, most: str) -> str:
    """Return an outlet's level, or less where a report's page lets less be shown."""
    levels = list(Level)
    if most not in levels or level not in levels:
        return level
    return min(Level(level), Level(most), key=levels.index)


def show(
    policy: Policy,
    *,
    health: str,
    standfirst: str = "",
    key_points: tuple[str, ...] = (),
    body: str = "",
    html: str = "",
    fact_boxes: tuple[FactBox, ...] = (),
    corrections: tuple[Correction, ...] = (),
    live_entries: tuple[EntryPlace, ...] = (),
) -> Shown:
    """Return what the policy allows of a report; `body` is paragraphs joined by blank lines.

    An excerpt spends its words on the standfirst, then on whole key points, then on the body;
    structure and fact boxes come with the full text alone. Of a note an excerpt says what kind it
    is and of which day, of a live blog what stands above its entries, how many these are and when
    the latest was. A standfirst that the text opens with is not shown beside it. Kept HTML that
    holds anything but the allowed tags is not shown: the paragraphs are.
    """
    if health != Health.ARTICLE:
        return Shown(withheld=Withheld.HEALTH)
    if policy.level is Level.HEADLINE:
        return Shown(withheld=Withheld.POLICY)
    paragraphs = tuple(part for part in body.split("\n\n") if part.strip())
    standfirst = "" if _opens_with(paragraphs, standfirst) else standfirst
    if policy.level is Level.FULL:
        markup = html if paragraphs and is_clean_html(html) else ""
        return Shown(
            standfirst=standfirst,
            key_points=key_points,
            paragraphs=paragraphs,
            html=markup,
            fact_boxes=fact_boxes,
            corrections=corrections,
            live=arrange(live_entries, paragraphs, markup),
        )
    opening = opening_of(live_entries, paragraphs)
    shown = _show_excerpt(policy.excerpt_words, standfirst, key_points, opening)
    if shown.withheld is Withheld.NOTHING and len(opening) < len(paragraphs):
        shown = replace(shown, withheld=Withheld.ENTRIES)
    return replace(
        shown,
        corrections=tuple(replace(note, text="") for note in corrections),
        live=count_entries(live_entries),
    )


def shown_chars(
    policy: Policy,
    *,
    health: str,
    standfirst: str,
    key_points: tuple[str, ...],
    body: str,
    live_entries: tuple[EntryPlace, ...] = (),
) -> int:
    """Return how many code points of a body may be shown: those that its own page shows."""
    shown = show(
        policy,
        health=health,
        standfirst=standfirst,
        key_points=key_points,
        body=body,
        live_entries=live_entries,
    )
    if policy.level is Level.FULL and shown.paragraphs:
        return len(body)
    opening = "\n\n".join(shown.paragraphs)
    return len(opening) if body.startswith(opening) else 0


def shows_image(policy: Policy, *, health: str) -> bool:
    """Tell whether the outlet's picture may stand beside its headline."""
    return policy.images and policy.level is not Level.HEADLINE and health == Health.ARTICLE


def count_words(text: str) -> int:
    """Count words as the policy counts them."""
    return len(_WORD.findall(text))


def cut_words(text: str, most: int) -> tuple[str, bool]:
    """Return the first `most` words of a text, and whether any were left out."""
    first = _first_words(most).match(text)
    if first is None or not _WORD.search(text, first.end()):
        return text, False
    return text[: first.end()].rstrip(), True


@lru_cache(maxsize=256)
def _first_words(most: int) -> re.Pattern[str]:
    """Return the pattern of so many words at a text's start; what it took it never gives back."""
    return re.compile(rf"(?:\s*+(?:[{_UNSPACED}]|[^\s{_UNSPACED}]{{1,40}}+)){{{most}}}")


def public_link(url: str) -> str:
    """Return an address fit for a link: http or https, a host, no user part; else nothing."""
    return url if PLAIN_LINK.fullmatch(url) else checked_link(url)


def checked_link(url: str) -> str:
    """Return public_link() of an address that has to be taken apart."""
    if _UNSAFE_IN_LINK.search(url):
        return ""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # brackets or ports that cannot be
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or port == 0:
        return ""
    return "" if "@" in parts.netloc else url


def public_image(url: str) -> str:
    """Return a picture's address where the site's content security policy lets it load."""
    link = public_link(url)
    if link[:8].lower() == "https://" or link.startswith("http://127.0.0.1:"):
        return link
    return ""


def _opens_with(paragraphs: tuple[str, ...], standfirst: str) -> bool:
    """Tell whether a text opens with its standfirst, which pages cut short with dots."""
    told = " ".join(standfirst.rstrip(".… ").split())
    return bool(told and paragraphs) and " ".join(paragraphs[0].split()).startswith(told)


def _show_excerpt(
    most: int, standfirst: str, key_points: tuple[str, ...], paragraphs: tuple[str, ...]
) -> Shown:
    shown_standfirst, standfirst_cut = cut_words(standfirst, most)
    left = most - count_words(shown_standfirst)
    points: list[str] = []
    for point in key_points:
        if (cost := count_words(point)) > left:
            break
        points.append(point)
        left -= cost
    opening, opening_cut = _opening(paragraphs, left)
    is_cut = standfirst_cut or len(points) < len(key_points) or opening_cut
    return Shown(
        standfirst=shown_standfirst,
        key_points=tuple(points),
        paragraphs=opening,
        withheld=Withheld.EXCERPT if is_cut else Withheld.NOTHING,
    )


def _opening(paragraphs: tuple[str, ...], left: int) -> tuple[tuple[str, ...], bool]:
    opening: list[str] = []
    for paragraph in paragraphs:
        if left <= 0:
            return tuple(opening), True
        text, is_cut = cut_words(paragraph, left)
        opening.append(text)
        if is_cut:
            return tuple(opening), True
        left -= count_words(text)
    return tuple(opening), False
