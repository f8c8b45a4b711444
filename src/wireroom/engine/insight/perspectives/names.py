"""Names as reports of several languages can be compared by them: sounds of a last word."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from wireroom.engine.stories.pivots import forms_of, runs_of_capitals
from wireroom.engine.text.when_tables import MONTH_NAMES, WEEKDAY_NAMES
from wireroom.engine.text.words import find_words, fold_word

# Two words with fewer consonants than this sound alike too often, even within one event.
_FEWEST_SIGNS: Final = 3
_LONGEST_TITLE: Final = 3  # letters: "Rep", "Sen", "Gen", "Mrs" name nobody
# A second person of one name is one whom more than a slip of the pen names so.
_FEWEST_OTHERS: Final = 2
_OTHERS: Final = 0.2
_DAYS: Final = frozenset(
    fold_word(name)
    for names in (*MONTH_NAMES.values(), *WEEKDAY_NAMES.values())
    for name in names.split()
)


def is_cased(text: str) -> bool:
    """Tell whether the script of a text tells names by capitals."""
    letters = [sign for sign in text[:2000] if sign.isalpha()]
    return 2 * sum(sign.lower() != sign.upper() for sign in letters) > len(letters)


def key_of(name: str) -> str:
    """Return what a name is compared by: its last word's consonants, the word itself if short."""
    word = name.split()[-1]
    return _keys_of(word)[0]


def _keys_of(word: str) -> Sequence[str]:
    long = [form for form in forms_of(word) if len(form) >= _FEWEST_SIGNS]
    return long or [f"'{fold_word(word).removesuffix(chr(39) + 's')}"]


def heard_in(text: str, *, cased: bool) -> Iterator[str]:
    """Yield the keys of all words of a text that may be a name or the last word of one."""
    for word in find_words(text):
        if not word[0].isalpha() or (cased and not word[0].isupper()):
            continue
        yield from _keys_of(word)


def names_in(text: str, lang: str) -> Iterator[str]:
    """Yield what is written as a name; German, which writes all nouns so, by several words."""
    for run in runs_of_capitals(text):
        is_one = len(run) > 1 or (lang != "de" and len(run[0]) > _LONGEST_TITLE)
        if is_one and fold_word(run[-1]) not in _DAYS:
            yield " ".join(run)


def bare_name(name: str, small: Mapping[str, int]) -> str:
    """Return a name without what stands before it by chance, as "But" at a sentence's front.

    `small` counts the words that stand in small letters somewhere in the event. Nothing is left
    of a name whose last word does: "the Ministry" is one of several.
    """
    words = name.split()
    while words and fold_word(words[0]) in small:
        words.pop(0)
    return " ".join(words)


def is_of_several(names: Mapping[str, int]) -> bool:
    """Tell whether names with one last word are of two people: "Megyn Kelly", "Timothy Kelly".

    `names` counts how often each is written.
    """
    given: Counter[str] = Counter()
    for name, count in names.items():
        if len(parts := name.split()) > 1:
            given[fold_word(parts[0])] += count
    most = given.most_common(2)
    return len(most) > 1 and most[1][1] >= max(_FEWEST_OTHERS, _OTHERS * most[0][1])
