"""Words of time that are something else where they stand: names, feasts, counts and idioms."""

from typing import Final

from wireroom.engine.text.dates.line import Line


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BEFORE_WEEKDAY: Final = _listed(
    "Black Good Ash Bloody Super Cyber Easter Palm Holy Maundy Giving Fat Shrove Whit Pentecost "
    "Sheffield Ruby Joe Advent Mothering Remembrance Clean Bright Big Blue a an A An one every "
    "Every each Each any most some per given alternate "
    "chaque tous tout un une cada todos un los Rosen Jeden jeden jeder "
    "عبد صلاة خطبة إمام عيد سوق أحد خميس جمعة كل شارع مسجد جامع سبت "
    "صحيفة ساحة مقبرة آل بيت حي دوار "
    "اثنين ثلاثاء أربعاء الخطبة وصلاة لصلاة وخطبة"
)
_AFTER_WEEKDAY: Final = _listed(
    "Times Telegraph Mirror Mail Express World Post Sun Herald Independent Tribune Star People "
    "Business Night Prayers prayers prayer Mass mass school School "
    "roast sermon sermons best Addams "
    "Club Group League Book Book's Painters Live League's saint santo santa Santo "
    "العظيمة السوداء البيضاء الحزينة اليتيمة المباركة والأحد بيومي"
)
_BEFORE_NAMED: Final = _listed(
    "USA Russia of the World Africa Turkey India Psychology Music The in "
    "روسيا المصري ذلك هذا في طوال طيلة ذات نفس خلال فلسطين ليبيا مصر سوريا صحيفة الأردن عمان"
)
_AFTER_NAMED: Final = _listed(
    "generation world society youth youngsters "
    "الأول الثاني الثالث الرابع الخامس التالي العالمي الوطني الدولي "
    "نفسه ذاته الموعود السابق الأخير الواحد "
    "الدراسي القريب الذي التاسع السادس السابع الثامن العاشر السابع العادي الطويل"
)
_EVENTS: Final = _listed(
    "attack attacks riot riots massacre movement uprising revolution Revolution crackdown street "
    "Street square Square bridge Bridge Movement hijackings atrocities era Memorial Museum Avenue "
    "anniversary Anniversary coup "
    "attentat attentats attaques atentados ataques Anschläge Angriff"
)
_EVENTS_BEFORE: Final = _listed(
    "هجمات أحداث ثورة هجوم انتفاضة شارع جسر مدينة حركة تحالف قوى ميدان ساحة حراك مليونية انقلاب "
    "جامعة مستشفى مجزرة عملية بثورة وثورة ثوار اعتصام "
    "attentats attaques rue place atentados ataques calle avenida Straße Platz du_mouvement plaza"
)
_COUNTED: Final = _listed(
    "percent per people GMT UTC km kilometres kilometers metres meters miles dollars euros pounds "
    "voters soldiers troops homes cases men women children tonnes tons hectares square times feet "
    "hours local personnes cas euros soldats Menschen Fälle Euro Meter personas casos muertos "
    "شخص طن دولار كيلومتر قتيل مواطن وحدة متر جندي شخصا حالة منزل أسرة "
    "عامل مشارك مقاتل نقطة ميغاواط "
    "كيلومترا جنيه ريال دينار درهم يورو هكتار ناخب لاجئ نازح جريح مصاب"
)
_MONEY: Final = frozenset("$€£¥₹%")
_NO_PLURALS: Final = _listed("was is has as its this various does his us")
# What may stand before a word that opens a sentence.
_OPENERS: Final = frozenset(".!?\"“‘':-–—(") | {""}
_ROUND: Final = 50


def is_named_weekday(line: Line, start: int, weekday: int, end: int) -> bool:
    """Tell whether a weekday belongs to a feast, a newspaper or a habit."""
    before, after = line.token(start - 1), line.token(end)
    if before in _BEFORE_WEEKDAY or after in _AFTER_WEEKDAY:
        return True
    if line.sign(weekday + 1) == "p" and line.token(weekday + 1)[:1].isupper():
        return True  # "Saturday Night Live", not "Saturday night"
    if _is_week_long(line, start, end):
        return True
    # "Friday the 13th"
    return after == "the" and line.sign(end + 1) == "n"


def _is_week_long(line: Line, start: int, end: int) -> bool:
    """Tell whether a weekday is one end of "Monday to Friday", which is every week's."""
    joined = ("to", "through", "à", "bis", "إلى", "-", "–", "a")
    after = line.token(end) in joined and line.sign(end + 1) in ("W", "Y", "F")
    return after or (line.token(start - 1) in joined and line.sign(start - 2) == "W")


def is_named_day(line: Line, start: int, end: int) -> bool:
    """Tell whether "today" or "yesterday" belongs to a name or means "nowadays"."""
    before, after = line.token(start - 1), line.token(end)
    if line.lexicon.lang == "en" and line.token(start)[:1].isupper() and before not in _OPENERS:
        return True
    if after in ("'", "’") and line.token(end + 1) == "s":
        return line.token(end + 2) in _AFTER_NAMED or before == "in"
    if line.lexicon.lang not in ("en", "ar"):
        return False
    return before in _BEFORE_NAMED or after in _AFTER_NAMED


def is_event(line: Line, start: int, end: int) -> bool:
    """Tell whether a day without its year names an event: "the September 11 attacks"."""
    return line.token(end) in _EVENTS or line.token(start - 1) in _EVENTS_BEFORE


def is_count(line: Line, start: int, end: int, number: int) -> bool:
    """Tell whether what looks like a year counts something: "in 2000 cases"."""
    after = line.token(end)
    if after in _COUNTED or after[:1] in _MONEY or line.token(start - 1)[:1] in _MONEY:
        return True
    if after in (".", ",", ":") and line.sign(end + 1) in ("#",):
        return True
    is_plural = after.endswith("s") and after.islower() and after not in _NO_PLURALS
    return is_plural and number % _ROUND == 0


def is_word(line: Line, month: int, end: int) -> bool:
    """Tell whether a month that is also a word or a name is that: "by April Jones"."""
    after = line.token(end)
    if after in ("'", "’") and line.token(end + 1) == "s":
        return line.token(month) == "May"
    return after[:1].isupper() and line.sign(end) not in ("W", "w", "M", "n")
