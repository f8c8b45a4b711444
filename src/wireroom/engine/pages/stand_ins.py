"""Text that stands where a report should: templates, placeholders, another language, furniture."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.health_words import STANDING
from wireroom.engine.text.words import words

_TEMPLATE: Final = re.compile(r"\{\{.{0,80}\}\}|%%\w+%%|\$\{\w+\}|\[%.{0,60}%\]")
_MAILTO: Final = re.compile(r"mailto:|\b(?:subject|body)=", re.IGNORECASE)
_MAIL_OPENING: Final = re.compile(
    r"\W*(?:mailto:|[?&]?(?:subject|body)=|i (?:thought|saw) .{0,30}(?:you|this)|"
    r"check (?:out )?this (?:article|story)|shared from|ich (?:möchte|empfehle) .{0,40}artikel|"
    r"je (?:vous|te) recommande|te recomiendo|أنصحك بقراءة|شاهد هذا (?:الخبر|المقال))",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"https?://|%0[AD]|%20", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE)
_STANDING: Final = 0.6
_STUB: Final = 240
_SHORT: Final = 700
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LOOKED_AT: Final = 400
# Of a text's letters: names and quotations in Latin letters stay far below it.
_MOSTLY: Final = 0.95
_FEW: Final = 0.05
_UNLATIN: Final = frozenset(
    ["ar", "fa", "ur", "he", "ps", "ru", "uk", "bg", "el", "ja", "zh", "ko", "th", "hi", "bn", "ta",
     "hy", "ka"]
)  # fmt: skip
_SENTENCE_END: Final = (".", "!", "?", "…", "؟", "。", '"', "”", "»")


def is_mail_template(title: str, text: str, size: int) -> bool:
    """Tell whether what was read is the text of a share-by-mail link."""
    if _MAILTO.match(title) or (size < _STUB and _MAILTO.search(text)):
        return True
    return size < _SHORT and bool(_MAIL_OPENING.match(text) and _LINK.search(text))


def is_unfilled(title: str, text: str, size: int) -> bool:
    """Tell whether a page is a template whose places nobody filled."""
    return bool(_TEMPLATE.search(title) or (size < _SHORT and _TEMPLATE.search(text)))


def is_placeholder(paragraphs: Sequence[str]) -> bool:
    """Tell whether the text is the printers' Latin; a report about it has it in one paragraph."""
    hits = sum(bool(_PLACEHOLDER.search(text[:_LOOKED_AT])) for text in paragraphs[:6])
    return (
        hits > 0
        and 2 * hits > min(len(paragraphs), 6)
        and _PLACEHOLDER.match(paragraphs[0].lstrip()) is not None
    )


def is_foreign(title: str, text: str, *, stated: str | None) -> bool:
    """Tell whether page and headline are in one script and the whole text in another.

    Only scripts settle it: a page whose lang="en" was copied with its template is no proof, and
    neither is a headline of six words. Where headline or page leave a doubt, the text stands.
    """
    if not stated or stated[:2].lower() not in _UNLATIN or len(text) < _STUB:
        return False
    return _latin_share(text[:_LOOKED_AT]) > _MOSTLY and _latin_share(title) < _FEW


def _latin_share(text: str) -> float:
    letters = len(_LETTER.findall(text))
    return len(_LATIN.findall(text)) / letters if letters else 0.5


def is_furniture_alone(title: str, paragraphs: Sequence[str], size: int) -> bool:
    """Tell whether all that was taken for a body is standing text, or a list of headlines."""
    if not paragraphs or size >= 3 * _SHORT or any(len(text) > 900 for text in paragraphs):
        return False
    listed = len(paragraphs) >= 5 and size < _SHORT and all(map(_is_label, paragraphs))
    if not listed and not _is_standing(paragraphs, size):
        return False
    # What tells of its headline is a report, however it reads otherwise.
    about = set(words(title))
    return all(len(about.intersection(words(text))) < 3 for text in paragraphs)


def _is_standing(paragraphs: Sequence[str], size: int) -> bool:
    """Tell whether most of the characters are standing text; asked of no more than it takes."""
    most = sum(map(len, paragraphs))  # that can be standing, by what is known so far
    for text in sorted(paragraphs, key=len, reverse=True):
        if most < _STANDING * size:
            return False
        most -= 0 if STANDING.search(text) else len(text)
    return most >= _STANDING * size


def _is_label(text: str) -> bool:
    return len(text) < 100 and not text.rstrip().endswith(_SENTENCE_END)
