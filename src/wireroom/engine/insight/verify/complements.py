"""Words of which the one, denied, says the other: what is not open is shut, who stays away absent.

Only such pairs as leave no third: prices that do not rise need not fall.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.keys import is_arabic, root_of, word_forms
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.vocabulary_en import base_of, stem

_ENGLISH: Final = """
open reopen / close shut
approve accept pass adopt agree back support / reject refuse oppose decline
guilty convict / acquit innocent
alive survive live / die kill dead perish
keep retain stay remain stand stick / leave quit drop abolish scrap lose cancel resign withdraw
take steal remove / leave_behind leave_there remain spare
go_ahead take_place proceed happen stand / call_off cancel postpone scrap abandon
allow permit let / ban forbid prevent block prohibit bar refuse
attend come appear participate / miss absent skip stay_away boycott
play / miss
know / unknown unclear mystery
name identify / anonymous unnamed unidentified withhold
hurt injure / unhurt unharmed uninjured unscathed safe escape
legal lawful / illegal unlawful
work function / fail break
succeed / fail
include / exclude omit
speak comment reply answer / decline silent refuse
vote / abstain
pay / owe default withhold
finish complete / unfinished incomplete continue
change cut touch affect alter / unchanged same untouched unaffected spare
find / miss missing
fire dismiss sack suspend / keep retain remain
vaccinate / unvaccinated
pay / unpaid
work employ / jobless unemployed
true / false untrue
agree / disagree
accident accidental / deliberate intentional arson
stop cease end / continue
enough sufficient / insufficient inadequate short
possible / impossible
"""
_ARABIC: Final = """
حضر شارك / غاب تغيب قاطع
وافق قبل ايد / رفض عارض
سمح اجاز / منع حظر
فتح مفتوح / اغلق مغلق
نجا حي / مات توفي قتل
عرف معروف / مجهول
بقي احتفظ / غادر فقد
نجح / فشل اخفق
دفع سدد / امتنع
عمل يعمل / تعطل توقف
توقف انتهي / استمر تواصل
تلقي حصل نال / حرم
متعمد عمد / عرضي حادث
اكتمل انجز / ناقص
قانوني / مخالف
وجد عثر / مفقود فقد
"""


def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    sides: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, line in enumerate((_ENGLISH + _ARABIC).strip().splitlines()):
        for side, words in enumerate(line.split(" / ") if line else ()):
            for word in words.split():
                for key in _entries(word):
                    sides[key].add((number, side))
    return {word: frozenset(places) for word, places in sides.items()}


def _entries(word: str) -> set[str]:
    """Return the keys of a table's word: its stem, with a particle behind it, or its root."""
    if is_arabic(word):
        return {word, root_of(word)} - {""}
    verb, _, particle = word.partition("_")
    return {f"{stem(verb)}_{particle}" if particle else stem(verb)}


_SIDES: Final = _sides()


@lru_cache(maxsize=1 << 13)
def _sides_of(word: str, after: str) -> frozenset[tuple[int, int]]:
    forms = word_forms(word) if is_arabic(word) else {stem(base_of(word))}
    forms |= {f"{form}_{after}" for form in forms}
    return frozenset().union(*(_SIDES.get(form, frozenset()) for form in forms))


def are_complements(one: str, other: str, *, after: str = "", behind: str = "") -> bool:
    """Whether two folded words, with what follows each, leave no third."""
    theirs = _sides_of(other, behind)
    return any((number, 1 - side) in theirs for number, side in _sides_of(one, after))


def contraries_of(tokens: Sequence[Token], place: int, theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield the cited words that say an Arabic word's contrary, where one of the two is denied."""
    for at, other in enumerate(theirs):
        is_contrary = are_complements(tokens[place].word, other.word)
        if is_contrary and _is_denied(tokens, place) != _is_denied(theirs, at):
            yield other


def _is_denied(tokens: Sequence[Token], place: int) -> bool:
    near = tokens[max(0, place - _BEFORE) : place]
    return any(token.negates and token.sentence == tokens[place].sentence for token in near)


_BEFORE: Final = 2  # tokens before an Arabic verb that may deny it
