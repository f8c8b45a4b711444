"""Words that are written small in running text, and so are no names by themselves."""

from functools import cache, lru_cache
from importlib.resources import files

from wireroom.engine.insight.entities.tables import CALENDAR, GERMAN_NOUNS
from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.word_tables import NO_NAMES
from wireroom.engine.stories.function_words import function_word_shares


@cache
def common_words() -> frozenset[str]:
    """Return the words of English that stood small in five or more of 690 web pages."""
    text = (files("wireroom.engine.insight.entities") / "common_words.txt").read_text("utf-8")
    return frozenset(text.split())


@cache
def never_names(base: str) -> frozenset[str]:
    """Return the function words of a language, with English ones and words of the calendar."""
    return NO_NAMES | CALENDAR | frozenset(function_word_shares(base))


@cache
def _more_given() -> frozenset[str]:
    """Return given names of the world's languages beside those that quotes know."""
    text = (files("wireroom.engine.insight.entities") / "more_given.txt").read_text("utf-8")
    return frozenset(text.split())


@lru_cache(maxsize=1 << 14)  # the capital words of a day's news
def is_given(low: str, base: str) -> bool:
    """Tell whether a word, in small letters, is a given name."""
    if base == "de" and low in GERMAN_NOUNS:
        return False
    return low in GIVEN or low in _more_given()
