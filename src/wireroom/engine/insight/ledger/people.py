"""Which names of a story mean one person: a surname and the full name it is short for."""

from collections.abc import Iterable, Sequence
from typing import Final

from wireroom.engine.text.words import words

# Beyond any real story's speakers; every name is compared with those that share a word with it.
_MOST_NAMES: Final = 2000

_OF: Final = frozenset({"for", "of", "by", "to"})


def full_names(names: Iterable[str]) -> dict[str, str]:
    """Map each name to the fullest one that it is part of, to itself where that is open.

    A name is part of another that holds all its words and ends as it ends, or, of two words and
    more, begins as it begins. Where two longer names differ ("Roe" of "Jane Roe" and "Max Roe"),
    the short one stays alone. An Arabic article is no part of a name: "al-Roe" is "Roe".
    """
    parts = {name: _name_words(name) for name in dict.fromkeys(names)}
    parts = dict(list(parts.items())[:_MOST_NAMES])
    by_word: dict[str, list[str]] = {}
    for name, given in parts.items():
        for word in set(given):
            by_word.setdefault(word, []).append(name)
    return {name: _fullest(name, parts, by_word) for name in parts}


def _name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without the articles that other reports leave out."""
    bare = (word.removeprefix("al-").removeprefix("el-") for word in words(name))
    return tuple(word for word in bare if word)


def _fullest(name: str, parts: dict[str, tuple[str, ...]], by_word: dict[str, list[str]]) -> str:
    own = parts[name]
    if not own:
        return name
    rarest = min((by_word[word] for word in own), key=len)
    longer = [other for other in rarest if _is_part(own, parts[other])]
    alike = next((other for other in rarest if parts[other] == own), name)  # the first of them
    if not longer:
        return alike
    fullest = max(longer, key=lambda other: len(parts[other]))
    whole = set(parts[fullest])
    return fullest if all(whole.issuperset(parts[other]) for other in longer) else alike


def without_parts(names: Sequence[str]) -> tuple[str, ...]:
    """Leave out each name that is part of another: reports that name somebody shorter agree."""
    parts = {name: _name_words(name) for name in names}
    return tuple(
        name for name in names if not any(_is_part(parts[name], parts[other]) for other in names)
    )


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(full) <= len(short) or not set(short) <= set(full):
        return False
    if (_OF & set(full)) - set(short):
        return False  # "a spokesman for Roe" is not Roe
    return full[-1] == short[-1] or (len(short) > 1 and full[0] == short[0])
