"""What news counts and measures besides people's fates, told alike in English and Arabic."""

from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.keys import bare_forms, is_arabic

# A kind a line: English words, then Arabic ones, folded, every form that stands beside numbers.
_KINDS: Final = """
crowd fans spectators supporters attendance onlookers|متفرج متفرجا متفرجين مشجع مشجعا مشجعين جمهور
passengers passenger aboard carrying board|راكب راكبا ركاب متنه متنها متن مسافر مسافرا
employees employee staff employs workforce|موظف موظفا موظفين موظفي يعمل عامل عاملا عمال عماله
jobs job layoffs redundancies posts|وظيفه وظايف وظيفتين تسريح سيسرح ستسرح سرحت تسرح
homes home houses house households dwellings|منزل منزلا منازل بيت بيتا بيوت
families family|عايله اسره عايلات اسر
schools school|مدرسه مدارس
teachers teacher|معلم معلما معلمين مدرس مدرسا
prisoners prisoner inmates inmate convicts|سجين سجينا سجناء نزيل نزلاء سجينين
escaped escape fled|فر فروا فرار هرب هروب الفرار
patients patient|مريض مريضا مرضي
firefighters firefighter firemen|اطفايي اطفاييا اطفاء
engines trucks appliances|اليه اليات سياره سيارات شاحنه شاحنات
carriages carriage wagons coaches|عربه عربات
boats boat dinghies|قارب قاربا قوارب زورق زوارق
ships ship vessels vessel|سفينه سفن باخره بواخر
planes plane jets jet aircraft airliners|طايره طايرات
buses bus|حافله حافلات
officers officer policemen|شرطي شرطيا ضابط ضابطا ضباط عناصر
guards guard wardens|حارس حارسا حراس
soldiers soldier troops|جندي جنديا جنود
voters voter electors|ناخب ناخبا ناخبين
seats seat|مقعد مقعدا مقاعد
votes vote|صوت صوتا اصوات نايب نايبا نواب
cases case|حاله حالات
tests test samples|اختبار اختبارا عينه عينات
doses dose jabs|جرعه جرعات
beds bed|سرير سريرا اسره
stores shops outlets branches|متجر متجرا متاجر فرع فرعا فروع
buildings building|مبني مباني عماره عمارات
villages village|قريه قري
trees tree|شجره اشجار
animals cattle sheep cows|حيوان حيوانا راس ماشيه
paintings painting works|لوحه لوحات
tickets ticket|تذكره تذاكر
pupils students pupil student|طالب طالبا طلاب تلميذ تلميذا تلاميذ
refugees refugee|لاجي لاجيا لاجيين
protesters crowd marchers demonstrators protester demonstrator|متظاهر متظاهرا متظاهرين محتج محتجين
missiles missile rockets rocket|صاروخ صاروخا صواريخ
drones drone|مسيره مسيرات
hostages hostage captives|رهينه رهاين محتجز محتجزا محتجزين
trapped|محاصر محاصرا محاصرين عالق عالقا عالقين
demanded demands demand demanding want wants|يطالب يطالبون تطالب مطالبين طالب طالبت
offered offers offer offering|عرض عرضت يعرض تعرض
destroyed destroy destroys destroying gutted flattened|دمر دمرت تدمير جرفت
damaged damaging|تضرر تضررت متضرر متضرره
losses damage damages cost costs costing repairs repairing|خساير خسارته اضرار كلفه تكلفه كلفت
worth valued value|قيمه قيمته قيمتها بقيمه مقابل ثمن
profit profits earned income earnings|ربح ارباح ربحا دخل
revenue revenues sales turnover|ايرادات ايراداتها عايدات مبيعات
loss|خساره خسر
debt debts|دين ديون
deficit gap shortfall hole|عجز عجزا
budget|موازنه ميزانيه
fine fined fines penalty|غرامه غرم غرمت
loan credit|قرض قرضا
aid donation donated grant|مساعدات مساعده منحه تبرع
inflation|تضخم
prices price|اسعار سعر
exports export|صادرات
imports import|واردات
output production|انتاج
spending|انفاق
investment investments|استثمار استثمارات
rents rent|ايجارات ايجار
growth grow grew|نمو نموا نما
unemployment jobless|بطاله
rate rates interest|فايده فوايد
turnout participation|مشاركه اقبال اقتراع
raise rise increase|زياده رفع زيادتها
wages pay salaries wage salary|اجور اجورهم رواتب راتب
stake share shares stock stocks|حصه حصته حصتها اسهم
prison jail sentenced imprisonment jailed|سجن حبس حكم حكمت
depth deep underground below|عمق
distance away|مسافه بعد يبعد تبعد
winds wind gust gusts blew|رياح ريح سرعه
temperature temperatures heat degrees|حراره درجه
rain rainfall|امطار مطر
speed travelling doing|سرعه
height tall high|ارتفاع طول
duration lasting lasts term|مده مدته مدتها لمده
population inhabitants residents|سكان نسمه سكانها
drugs cocaine heroin cannabis narcotics|مخدرات كوكايين هيرويين حشيش
weapons guns rifles|اسلحه سلاح بنادق
gas|غاز
oil barrels crude|نفط برميل براميل
power electricity|كهرباء تيار
water|مياه ماء
"""


def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _KINDS.strip().splitlines():
        words = line.replace("|", " ").split()
        for word in words:
            found.setdefault(word, set()).add(f"~{words[0]}")
    return {word: frozenset(names) for word, names in found.items()}


_BY_WORD: Final = _by_word()
_NONE: Final[frozenset[str]] = frozenset()
# Kinds of which a figure is of one only: a profit is no revenue.
HEADS: Final = tuple(
    frozenset(f"~{name}" for name in line.split())
    for line in (
        "losses worth profit revenue loss debt deficit fine loan aid inflation growth unemployment "
        "turnout wages stake prices exports imports output spending",
        "power water gas oil",
        "demanded offered",
        "destroyed damaged",
        "depth distance winds temperature rain height duration",
    )
)
# Kinds of which there are more while an event lasts; a school has as many rooms as in the morning.
_GROWING: Final = """
homes families patients firefighters engines officers doses tests cases buildings villages trees
animals refugees protesters missiles drones power
"""
GROWING: Final = frozenset(f"~{name}" for name in _GROWING.split())
ALL_HEADS: Final = frozenset().union(*HEADS)


@lru_cache(maxsize=1 << 14)
def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds that a folded word stands for, marked so that they match no word."""
    if word in _BY_WORD or not is_arabic(word):
        return _BY_WORD.get(word, _NONE)
    return next((_BY_WORD[f] for f in sorted(bare_forms(word)) if f in _BY_WORD), _NONE)
