"""What stands among the paragraphs and is no part of the report."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from wireroom.engine.pages.region import Region
from wireroom.engine.text.when import find_times, looks_like_time
from wireroom.engine.text.words import first_word, words

_LONGEST_FURNITURE: Final = 160
_LINE: Final = re.compile(
    r"^\W*(?:"
    r"advertisement|sponsored|story continues below.*|article continues.*|continue reading.*|"
    r"(?:share|tweet|email|print|save|copy link|listen|follow)(?:\s+(?:this|on|via|us|now|article|"
    r"story|to|the|with|by|link|page|post).*)?|share this.*|"
    r"(?:read|see|watch|listen) (?:more|also|next|on|now|it)\b.*|more on this.*|also read.*|"
    r"(?:watch|listen|video|gallery|in pictures|شاهد|فيديو|استمع|بالصور)\s*[:：].*|"
    r"related(?: "
    r"(?:articles?|stories|posts?|content|topics?|links?|coverage|news|reading))?\W*|"
    r"recommended(?: (?:for you|stories|articles|reading))?\W*|you (?:may|"
    r"might) (?:also )?(?:like|be "
    r"interested).*|"
    r"(?:sign|subscribe|register)\b.{0,60}\b(?:newsletter|inbox|updates|alerts|free|today|"
    r"channel).*|"
    r"get (?:the|our|all the) .{0,60}(?:newsletter|inbox|delivered|app).*|subscribe(?: now|"
    r" today)?|"
    r"download (?:the|our) .{0,30}app.*|follow us .*|join (?:us|our) .{0,40}(?:whatsapp|telegram|"
    r"facebook|channel|community).*|"
    r"\d+ comments?|no comments yet\W*|leave a (?:comment|reply)|comments?(?: \(\d+\))?|"
    r"\d+ min(?:ute)?s? read|(?:image|photo|picture|foto|bild)(?: (?:source|credit|by))?\s*[:©].*|"
    r"©.*|copyright ©?.*|all rights reserved.*|loading\W*|skip to .*|back to top|"
    r"lesen sie (?:auch|hier|mehr).*|mehr zum thema.*|anzeige|werbung|teilen|à lire aussi.*|"
    r"lire aussi.*|lea también.*|lee también.*|leia (?:também|mais).*|leggi anche.*|"
    r"lees ook.*|les også.*|läs också.*|czytaj (?:też|także|również).*|читайте также.*|"
    r"اقرأ(?:وا)? (?:أيضا|أيضاً|ايضا|المزيد).*|إقرأ أيضا.*|شاهد (?:أيضا|أيضاً).*|"
    r"مواضيع (?:ذات صلة|متعلقة).*|"
    r"مقالات ذات صلة.*|أخبار ذات صلة.*|شارك(?:ها| المقال| الخبر| هذا)?.{0,30}|تابعنا .*|"
    r"تابعوا .{0,60}|"
    r"اشترك (?:في|الآن|مجانا).*|إعلان|لا توجد تعليقات.*|التعليقات.{0,8}|نسخ الرابط|حمل التطبيق.*"
    r")\W*$",
    re.IGNORECASE | re.DOTALL,
)
# The first words of those lines: a line that opens otherwise is asked nothing more.
_OPENING_WORDS: Final = """
    advertisement sponsored story article continue share tweet email print save copy listen follow
    read see watch more also related recommended you sign subscribe register get download join no
    leave comment comments image photo picture foto bild copyright all loading skip back lesen mehr
    anzeige werbung teilen à lire lea lee leia leggi lees les läs czytaj читайте اقرأ اقرأوا إقرأ
    video gallery in شاهد فيديو استمع بالصور مواضيع مقالات أخبار تابعنا تابعوا اشترك إعلان لا نسخ
    حمل
"""
_OPENERS: Final = frozenset(_OPENING_WORDS.split())
_OPENERS_BEGIN: Final = ("شارك", "التعليقات", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_FIRST_WORD: Final = re.compile(r"\w+")
# Times and addresses as scripts write them, alone in a line.
_FOR_MACHINES: Final = re.compile(
    r"(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?[\d.]*(?:Z|[+-]\d\d:?\d\d)?|https?://\S+)\Z"
)
_CONSENT: Final = re.compile(
    r"\b(?:third[- ]party content|cookie (?:settings|preferences|policy)|externe[rn]? inhalte?|"
    r"accept (?:all )?cookies)\b",
    re.IGNORECASE,
)
_CONSENT_WORDS: Final = ("cookie", "third", "extern")
_BY: Final = re.compile(r"^\W*(?:by|von|par|por|di|بقلم|كتب|كتبت)\b.{2,90}$", re.IGNORECASE)
_OPENING_LINES: Final = 5
_LONGEST_OPENER: Final = 120  # characters of a byline or a time
_NAME_WORDS: Final = 4
_MOST_CAPTIONS: Final = 200
_SLACK: Final = 40  # characters of signs that a key leaves out


def clean_paragraphs(
    paragraphs: Sequence[str],
    *,
    title: str,
    authors: Sequence[str],
    seen_above: Iterable[str],
    cells: Set[str] = frozenset(),
) -> list[str]:
    """Return the paragraphs of the report alone: no furniture, headline, byline.

    `seen_above` are texts shown above the body (key points, captions): they are not repeated.
    `cells` are those of its tables, which stay whatever they say.
    """
    known = {_key(text) for text in seen_above} - {""}
    kept = list(_without_furniture(paragraphs, known, cells))
    return _without_opening(kept, title, authors, cells)


def _without_furniture(
    paragraphs: Sequence[str], known: set[str], cells: Set[str]
) -> Iterator[str]:
    # Words are counted out where they can matter: a text that is longer, or opens otherwise, is
    # none of the known ones.
    longest = 2 * max(map(len, known), default=0) + _SLACK
    openings = {key.partition(" ")[0] for key in known}
    for text in paragraphs:
        may_be = len(text) <= longest and first_word(text).partition(" ")[0] in openings
        is_known = may_be and _key(text) in known
        if text in cells or not (is_known or is_furniture(text)):
            yield text


def is_furniture(text: str) -> bool:
    """Tell whether a line is furniture by its words: share, newsletter, related, credit lines."""
    if len(text) > _LONGEST_FURNITURE:
        return False
    first = _FIRST_WORD.search(text)
    if first is None or not any(sign.isalnum() for sign in text):
        return True
    if _may_be_furniture(first[0], text) and _LINE.match(text):
        return True
    if _FOR_MACHINES.match(text):
        return True
    lower = text.lower()
    return any(word in lower for word in _CONSENT_WORDS) and bool(_CONSENT.search(text))


def _may_be_furniture(first: str, text: str) -> bool:
    word = first.casefold()
    return word in _OPENERS or word.startswith(_OPENERS_BEGIN) or "©" in text


def _without_opening(
    paragraphs: list[str], title: str, authors: Sequence[str], cells: Set[str]
) -> list[str]:
    """Drop headline, byline and time lines that open the body."""
    names = {_key(name) for name in authors}
    headline = _key(title)
    head = [
        text
        for text in paragraphs[:_OPENING_LINES]
        if text in cells or not _opens_only(text, headline, names)
    ]
    return head + paragraphs[_OPENING_LINES:]


def _opens_only(text: str, headline: str, names: set[str]) -> bool:
    # Of a long paragraph the words are not counted out: it is neither headline nor name.
    key = _key(text) if len(text) <= max(_LONGEST_OPENER, 2 * len(headline) + _SLACK) else ""
    if key == headline or key in names:
        return bool(key)
    if len(text) > _LONGEST_OPENER:
        return False
    if _BY.match(text) and any(name and name in key for name in names):
        return True
    return looks_like_time(text) or _is_outlet_and_time(text)


def _is_outlet_and_time(text: str) -> bool:
    """Tell whether a line is a name beside a time ("Outlet · 3 hours ago") and no sentence."""
    spans = find_times(text)
    if not spans or text.rstrip().endswith((".", "!", "?", "؟", ":", "”", '"')):
        return False
    rest = text[: spans[0].start] + " " + text[spans[-1].end :]
    return len(words(rest)) <= _NAME_WORDS


def _key(text: str) -> str:
    return " ".join(words(text))


def captions(region: Region) -> list[str]:
    """Return the captions of a region's pictures."""
    marked = [element for element in region.elements if element.tag == "figcaption"]
    return [region.sheet.text(element) for element in marked[:_MOST_CAPTIONS]]
