"""Forms of an Arabic word that the stemmer does not bring together: who asks for one means all.

Plurals that change within: endings are taken off ("لاجئون" is "لاجئ"), these are other words.
Left out are those that mean something else as well: "كتب" is "books" and "wrote". And words that
begin with waw, which may be "and": "وزارة" is stemmed as "زارة", "الوزارة" as "وزارة".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from wireroom.engine.search.terms import search_terms

# A word and its plurals, "/" between words.
_FORMS: Final = """
قتيل قتلى/جريح جرحى/مريض مرضى/أسير أسرى/شهيد شهداء/ضحية ضحايا/رهينة رهائن/مصاب مصابون مصابين
وزير وزراء/رئيس رؤساء/زعيم زعماء/خبير خبراء/سفير سفراء/عضو أعضاء/نائب نواب/أمير أمراء/ملك ملوك
شيخ شيوخ/قائد قادة/حاكم حكام/عميل عملاء/جندي جنود/ضابط ضباط/جيش جيوش/فصيل فصائل/عدو أعداء
عامل عمال/طالب طلاب طلبة/طبيب أطباء/تاجر تجار/شاعر شعراء/بطل أبطال/راكب ركاب/شاهد شهود
قاض قضاة/محام محامون محامين/لص لصوص/طفل أطفال/رجل رجال/شاب شبان شباب/امرأة نساء/صديق أصدقاء
حزب أحزاب/قانون قوانين/حكم أحكام/قمة قمم/وفد وفود/بند بنود/شرط شروط/لجنة لجان/مجلس مجالس
سعر أسعار/بنك بنوك/سوق أسواق/مصنع مصانع/راتب رواتب/ضريبة ضرائب/قرض قروض/سهم أسهم/رسم رسوم
مليون ملايين/مليار مليارات/مشروع مشاريع مشروعات/خطة خطط/سبب أسباب/خطر أخطار مخاطر/أثر آثار
مدينة مدن/قرية قرى/بلد بلدان/إقليم أقاليم/عاصمة عواصم/حي أحياء/شارع شوارع/منطقة مناطق/جزيرة جزر
جبل جبال/نهر أنهار/بحر بحار/شاطئ شواطئ/بئر آبار/حقل حقول/سد سدود/طريق طرق طرقات/جسر جسور
ميناء موانئ/مرفأ مرافئ/سفينة سفن/معبر معابر/حاجز حواجز/مركز مراكز/مكتب مكاتب/سجن سجون
محكمة محاكم/جريمة جرائم/حادث حوادث/حريق حرائق/زلزال زلازل/سيل سيول/إعصار أعاصير/عاصفة عواصف
حرب حروب/صاروخ صواريخ/قنبلة قنابل/سلاح أسلحة/لغم ألغام/قذيفة قذائف/غارة غارات/هجوم هجمات
منزل منازل/بيت بيوت/مبنى مبان مباني/مدرسة مدارس/مسجد مساجد/كنيسة كنائس/فندق فنادق/مطعم مطاعم
تقرير تقارير/خبر أخبار/مصدر مصادر/صحيفة صحف/جريدة جرائد/قناة قنوات/موقع مواقع/صورة صور/فيلم أفلام
مرض أمراض/دواء أدوية/لقاح لقاحات/مستشفى مستشفيات/جهاز أجهزة/هاتف هواتف/قمر أقمار/كوكب كواكب
فريق فرق/هدف أهداف/مباراة مباريات/ملعب ملاعب/كأس كؤوس/جائزة جوائز/مسرح مسارح/موسم مواسم
قبيلة قبائل/شعب شعوب/أسرة أسر/عائلة عائلات عوائل/لاجئ لاجئون لاجئين/حق حقوق/نص نصوص/صوت أصوات
شجرة أشجار/سمكة أسماك/طائر طيور/كلب كلاب/مادة مواد/سلعة سلع/بضاعة بضائع/فاتورة فواتير/وثيقة وثائق
"""
_LANG: Final = "ar"


_WAW: Final = re.compile("(?:ال)?(?P<word>و[\u0621-\u064a]{3,})\\Z")


def other_forms(word: str, term: str) -> tuple[str, ...]:
    """Return other terms under which texts have a word that was asked for, which has this term."""
    found = dict.fromkeys([*_table().get(term, ()), *_with_waw(word)])
    found.pop(term, None)
    return tuple(found)


def _with_waw(word: str) -> Iterator[str]:
    told = _WAW.match(word)
    if told:
        yield from search_terms(told["word"], _LANG)
        yield from search_terms(f"ال{told['word']}", _LANG)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for forms in _families():
        for one in forms:
            found[one] |= {other: None for other in forms if other != one}
    return {term: tuple(others) for term, others in found.items()}


def _families() -> Iterator[list[str]]:
    for line in _FORMS.split("\n"):
        for family in filter(None, line.split("/")):
            words = family.split()
            terms = [t for word in words for t in (*search_terms(word, _LANG), *_with_waw(word))]
            yield list(dict.fromkeys(terms))
