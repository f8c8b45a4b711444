"""All keys under which reports may write a word of a question."""

from typing import Final

from wireroom.engine.insight.ask import groups_en, words_ar
from wireroom.engine.insight.ask.reading import word_keys
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.words_ar import NOT_FUTURE

_LONG: Final = 4  # letters of the shortest verb with its marks


def wide_keys(word: str) -> frozenset[str]:
    """Return the keys of a word of a question and of all that reports may write for it."""
    keys = frozenset[str]().union(*(word_keys(form) for form in _forms(word)))
    groups = _GROUPS_AR if is_arabic(word) else _GROUPS_EN
    return keys.union(*(groups.get(key, ()) for key in keys))


def _forms(word: str) -> tuple[str, ...]:
    """Return a word of a question, an Arabic verb also without the mark of the future."""
    is_future = (
        is_arabic(word)
        and word.startswith(words_ar.FUTURE)
        and len(word) > _LONG
        and not word.startswith(NOT_FUTURE)
    )
    return (word, word[1:]) if is_future else (word,)


def _groups(table: str) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in table.splitlines():
        together = frozenset[str]().union(*(_stem_keys(word) for word in line.split()))
        for key in together:
            groups[key] = groups.get(key, frozenset()) | together
    return groups


def _stem_keys(word: str) -> frozenset[str]:
    """Return the keys of the word alone: groups of groups would make all words one."""
    if is_arabic(word):
        return frozenset((word,))
    return frozenset(key for key in word_keys(word) if "#" not in key)


_GROUPS_EN: Final = _groups(groups_en.SAME)
_GROUPS_AR: Final = _groups(words_ar.SAME)
