"""Which words are names: capitals in English, in Arabic given names and words of no table."""

from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic, is_listed
from wireroom.engine.insight.verify.names_ar import GIVEN
from wireroom.engine.insight.verify.tokens import Token


def is_named(token: Token) -> bool:
    """Whether a word is likely part of a name."""
    if not token.is_content or is_day(token):
        return False
    if not is_arabic(token.word):
        return token.is_name
    if is_given(token):
        return True
    is_common = any(key[0] == "#" for key in token.keys) or token.word in words_ar.PLAIN
    return not is_common


def is_surname(token: Token, before: Token) -> bool:
    """Whether a word behind an Arabic given name is part of the name: one that no table lists."""
    return is_given(before) and token.is_content and not is_day(token) and not is_listed(token.word)


def is_given(token: Token) -> bool:
    """Whether a word is an Arabic given name."""
    return is_arabic(token.word) and not GIVEN.isdisjoint(bare_forms(token.word))
