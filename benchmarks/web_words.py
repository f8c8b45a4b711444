"""Invented words for benchmarks: sentences in Latin letters with typographic signs, and Arabic."""

import random
from typing import Final

_SYLLABLES: Final = {
    "en": ("ka", "ro", "mi", "ven", "tal", "dor", "esh", "lu", "pra", "nim", "ost", "ger", "fal"),
    "ar": ("كا", "رو", "مي", "فن", "تل", "دور", "عش", "لو", "برا", "نيم", "سط", "غر", "فل"),
}


def sentence(chance: random.Random, words: int, lang: str = "en") -> str:
    """Return a sentence; one in three has the signs that keep real news text out of ASCII."""
    spoken = [word(chance, lang) for _ in range(words)]
    if chance.random() < 0.33:
        spoken[0] = f"“{spoken[0]}"
        spoken[-1] = f"{spoken[-1]}”"
    text = " ".join(spoken)
    return f"{text[:1].upper()}{text[1:]}."


def word(chance: random.Random, lang: str) -> str:
    """Return one word of one to three syllables."""
    return "".join(chance.choices(_SYLLABLES[lang], k=chance.randint(1, 3)))


def body(chance: random.Random, lang: str) -> str:
    """Return seven paragraphs of 45 words: an agency report of middling length."""
    return "\n\n".join(" ".join(sentence(chance, 15, lang) for _ in range(3)) for _ in range(7))


def name(chance: random.Random, lang: str) -> str:
    """Return a person's name."""
    return f"{word(chance, lang)} {word(chance, lang)}".title()
