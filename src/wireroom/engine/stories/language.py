"""Which language shard an article belongs to when nobody said."""

import unicodedata
from collections import Counter
from functools import cache
from typing import Any, Final

from wireroom.engine.stories.terms import base_language
from wireroom.engine.types import ArticleText

# Scripts that one news language, or the most widely read one, is written in.
_SCRIPTS: Final = {
    "ARABIC": "ar", "CYRILLIC": "ru", "GREEK": "el", "HEBREW": "he", "DEVANAGARI": "hi",
    "BENGALI": "bn", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh", "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
_READ_CHARS: Final = 1500


def guess_language(article: ArticleText) -> str:
    """Return the primary subtag that the article states, else a guess from its text."""
    stated = base_language(article.lang)
    if stated != "und":
        return stated
    text = f"{article.title}\n{article.body}"[:_READ_CHARS]
    scripts = Counter(
        unicodedata.name(letter, "").split(" ", 1)[0] for letter in text if letter.isalpha()
    )
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * scripts.total():
        return "ja"
    script = max(scripts, key=lambda name: (scripts[name], name), default="")
    if script != "LATIN":
        return _SCRIPTS.get(script, "und")
    return str(_classifier().classify(text)[0])


@cache
def _classifier() -> Any:
    # Imported here because its model takes a third of a second that few calls need.
    import py3langid

    return py3langid
