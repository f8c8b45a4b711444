"""Words that name a day or month, or count one from today."""

from typing import Final

from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.word_table import words_in

_DAYS: Final = words_in(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    january february march april may june july august september october november december
    الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد اليوم امس غدا الغد يناير فبراير مارس
    ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
    """
)


def is_day(token: Token) -> bool:
    """Whether the word names a day or month, or one counted from today."""
    if is_arabic(token.word):
        return token.word in _DAYS or token.word.removeprefix("ال") in _DAYS
    return token.word.replace("’", "'").removesuffix("'s") in _DAYS
