"""Weekdays that come again: "every Tuesday", "every day but Tuesday", "أيام الثلاثاء"."""

import re
from dataclasses import dataclass
from typing import Final

from wireroom.engine.text.dates.line import Line
from wireroom.engine.text.words import fold

# Words before and after a weekday that are looked at: a list of all seven days, and its rule.
_BEFORE, _AFTER = 24, 14


@dataclass(frozen=True, slots=True)
class _Forms:
    """How one language tells a habit, over folded words with one space after each.

    `before` ends where the weekday begins, `after` begins where it ends.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]


def _row(day: str, joints: str) -> str:
    """Return the pattern of a list of weekdays, its last one still to come."""
    return rf"(?:(?:{day}) (?:[,،] )?(?:(?:{joints}) )*)*"


def _forms(before: tuple[str, ...], after: str) -> _Forms:
    return _Forms(re.compile(rf"(?<!\w)(?:{'|'.join(before)})\Z"), re.compile(after))


_EN_ROW: Final = _row("(?:mon|tues|wednes|thurs|fri|satur|sun)days?", "and|or|&")
# "every day of the week", "daily from 10 a.m. to 6 p.m.": but not "every day last week".
_EN_EVERY_DAY: Final = (
    r"(?:(?:(?:every|each|all|any|most) (?:other |single )?(?:days?|nights?|mornings?|evenings?|"
    r"afternoons?|weekdays?|weeknights?)|(?:seven|six|\d) days|daily|nightly) "
    r"(?:(?:of|the|a|week|year|month|long|round|from|until|to|at|between|and|noon|midnight|"
    r"\d+|[apm]|am|pm|[:.(-]) )*)"
)
_EN_EXCEPT: Final = (
    r"(?:, )?(?:except|excepting|excluding|save|bar|barring|minus|other than|apart from|"
    r"aside from|with the exception of) (?:for )?(?:on )?"
)
_ENGLISH: Final = _forms(
    (
        r"(?:every|each|any|alternate) (?:(?:other|single|second|third|fourth|fifth|first|last|"
        rf"\d+ (?:st|nd|rd|th)) )*{_EN_ROW}",
        f"{_EN_EVERY_DAY}{_EN_EXCEPT}{_EN_ROW}",
    ),
    r"(?:nights|mornings|afternoons|evenings|lunchtimes) |"
    r"(?:(?:morning|afternoon|evening|night) )?(?:of|in) (?:every|each) ",
)
# "But" begins a sentence, too: "every day, but Tuesday was different" tells of a day.
_EN_BUT: Final = re.compile(rf"(?<!\w){_EN_EVERY_DAY}but (?:on )?{_EN_ROW}\Z")
_EN_GOES_ON: Final = re.compile(
    r"(?!(?:and|or|when|from|until|till|at|for|in|during|because|as|since|while|to|between|after|"
    r"before|through|with|of|by|this) )\w"
)
_FR_ROW: Final = _row("lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?",
                      "et|ou|le|les")  # fmt: skip
_FRENCH: Final = _forms(
    (
        f"(?:chaque|tous les|tout) {_FR_ROW}",
        r"(?:(?:chaque|tous les) (?:jours?|soirs?|matins?|nuits?)|quotidiennement|"
        r"\d jours sur \d) (?:de la semaine )?(?:, )?(?:sauf|hormis|excepté|hors|à part|"
        rf"à l ['’] exception) (?:le |les |du |des )?{_FR_ROW}",
    ),
    "de chaque ",
)
_ES_ROW: Final = _row("lunes|martes|miércoles|jueves|viernes|sábados?|domingos?", "y|o|el|los")
_SPANISH: Final = _forms(
    (
        f"(?:cada|todos los|todo) {_ES_ROW}",
        "(?:todos los días|cada día|a diario|diariamente|todas las noches) (?:de la semana )?"
        f"(?:, )?(?:menos|salvo|excepto|a excepción) (?:el |los |del |de los )?{_ES_ROW}",
    ),
    "de cada ",
)
_DE_ROW: Final = _row(
    "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?", "und|oder|am"
)
_GERMAN: Final = _forms(  # as fold writes it, ss for ß
    (
        f"(?:jede[nrsm]?|alle) {_DE_ROW}",
        "(?:täglich|jeden (?:tag|abend|morgen)|alle tage|jede nacht) (?:, )?(?:ausser|ausgenommen|"
        f"bis auf|mit ausnahme von) (?:am |an |den |dem )?{_DE_ROW}",
    ),
    "jede[rs] ",
)
# As fold writes them, without hamzas and with one form of the last letter.
_AR_DAY: Final = "[وفبل]{0,2}(?:ال|ل)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)"
_AR_ROW: Final = _row(_AR_DAY, "و|او|يوم|ويوم|ايام|وايام") + "(?:و )?(?:يوم |يومي |ايام )?"
_AR_COUNTS: Final = "ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عده بضعه"
_AR_UNCOUNTED: Final = "".join(f"(?<!{count} )" for count in _AR_COUNTS.split()) + r"(?<!\d )"
_ARABIC: Final = _forms(
    (
        f"[وفبل]?(?:كل|اي) (?:يوم |ايام |مساء |صباح |ليله )?{_AR_ROW}",
        f"{_AR_UNCOUNTED}[وفبل]?(?:ايام|ليالي|امسيات) {_AR_ROW}",
        "(?:[وفبل]?(?:كل|جميع|سائر|طوال|طيله|خلال) (?:يوم|الايام|ايام|ليله|صباح|مساء)|الايام|ايام|"
        "يوميا) (?:الاسبوع |السنه |العام |في )*(?:[,،] )?(?:ما عدا|ماعدا|عدا|ما خلا|خلا|باستثناء|"
        f"الا|سوي) (?:يوم |يومي |ايام )?{_AR_ROW}",
    ),
    f"(?:{_AR_DAY} )*من كل ",
)
# "the days of Friday and Saturday last"
_AR_OF_A_WEEK: Final = re.compile(
    rf"(?:(?:[,،] )?{_AR_DAY} |و )*(?:ال(?:ماضي|مقبل|قادم|جاري|حالي|فائت|منصرم|سابق)\w* |"
    "من (?:هذا )?الاسبوع )"
)
_FORMS: Final = {
    "en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH, "de": _GERMAN, "ar": _ARABIC,
}  # fmt: skip


def is_habit(line: Line, start: int, end: int) -> bool:
    """Tell whether a weekday is every week's, or what "every day" leaves out.

    `start` and `end` are the places of its words, which do not say themselves of which week it is.
    """
    lang = line.lexicon.lang
    before = _folded(line.tokens[max(start - _BEFORE, 0) : start])
    after = _folded(line.tokens[end : end + _AFTER])
    if lang == "ar" and _AR_OF_A_WEEK.match(after):
        return False
    forms = _FORMS[lang]
    if forms.after.match(after) or forms.before.search(before):
        return True
    is_exception = lang == "en" and _EN_BUT.search(before) is not None
    return is_exception and not _EN_GOES_ON.match(after)


def _folded(tokens: list[str]) -> str:
    return fold("".join([f"{token} " for token in tokens]))
