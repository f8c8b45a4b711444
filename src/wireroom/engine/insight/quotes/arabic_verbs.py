"""What the form of an Arabic verb of saying tells of who says it."""

from typing import Final

from wireroom.engine.insight.quotes.cue_tables import CUES

_DAMMA: Final = "\u064f"
_VERBS: Final = frozenset(word for words in CUES["ar"].values() for word in words.split())
_NEVER_PASSIVE: Final = "يتن"  # the vowel stands on the person's sign of "he explains", too


def is_verb(word: str) -> bool:
    """Tell a verb of saying, also with "and" before and "it" after: "(which) they announced"."""
    bare = _unjoined(word)
    owned = next((bare.removesuffix(end) for end in ("ها", "ه") if bare.endswith(end)), bare)
    return bare in _VERBS or owned in _VERBS


def is_passive(text: str) -> bool:
    """Tell "it was written", where its vowel is marked, from a verb with somebody before it."""
    bare = text[1:] if text[:1] in "وف" and text[2:3] == _DAMMA else text
    return bare[1:2] == _DAMMA and bare[0] not in _NEVER_PASSIVE


def verb_gender(word: str) -> str:
    """Return m or f as a verb tells it of its subject, nothing where it is no verb."""
    bare = _unjoined(word)
    if bare not in _VERBS:
        return ""
    present = bare.startswith("ت") and f"ي{bare[1:]}" in _VERBS
    return "f" if present or bare.endswith(("ت", "ة")) else "m"


def _unjoined(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف") and word[1:] in _VERBS else word
