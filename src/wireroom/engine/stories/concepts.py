"""What events are, and countries whose name is another word in each language, told alike."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from wireroom.engine.stories.terms import split_words, stem_word

# One line a concept: its words in English, then in Arabic. Written for this project from the
# vocabulary of news; any word may stand in several lines. Names that sound alike in both
# languages need no line (skeleton.py).
_EVENTS: Final = """
fire blaze wildfire|حريق حرائق نيران
earthquake quake tremor aftershock|زلزال هزة
flood flooding|فيضان فيضانات سيول سيل
storm hurricane cyclone typhoon|عاصفة إعصار
drought|جفاف
landslide|انهيار
volcano eruption|بركان
heatwave heat|حر حرارة
snow|ثلوج ثلج
rain rainfall|أمطار مطر
explosion blast bomb bombing|انفجار تفجير قنبلة
crash collision|تحطم اصطدام تصادم
train rail railway|قطار قطارات سكك
tram|ترام
plane aircraft jet flight|طائرة طائرات رحلة
airport|مطار
ship vessel|سفينة سفن
ferry|عبارة
boat|قارب قوارب زورق
bus|حافلة
port harbour harbor|ميناء مرفأ
bridge|جسر
dam|سد
road highway|طريق
war|حرب
attack assault|هجوم اعتداء
strike airstrike raid|غارة قصف ضربة
walkout stoppage|إضراب
shelling missile rocket|صاروخ صواريخ
drone|مسيرة مسيرات
ceasefire truce|هدنة
army troops soldiers military|جيش قوات جنود عسكري
navy naval|بحرية
hostage captive|رهينة رهائن محتجز
prisoner prison jail|سجين سجناء سجن
refugee displaced|لاجئ لاجئين نازح
migrant migration|مهاجر مهاجرين هجرة
peace|سلام
talks negotiation|محادثات مفاوضات
agreement deal accord treaty|اتفاق اتفاقية معاهدة
summit|قمة
sanctions|عقوبات
nuclear|نووي
embassy ambassador|سفارة سفير
border|حدود
election elections poll|انتخابات اقتراع
vote voting|تصويت
referendum|استفتاء
parliament assembly|برلمان مجلس
minister ministry|وزير وزارة
president presidency|رئيس رئاسة
government cabinet|حكومة
resign resignation|استقالة
protest demonstration rally|احتجاج مظاهرة تظاهرة
coup|انقلاب
law bill legislation|قانون
tax levy duty|ضريبة رسم ضرائب
tariff tariffs customs|رسوم جمارك
budget|ميزانية موازنة
court tribunal judge|محكمة قاض
trial verdict ruling|محاكمة حكم
guilty convicted sentenced|مذنب إدانة أدان
arrest arrested detained|اعتقال توقيف اعتقل
investigation inquiry probe|تحقيق
police|شرطة
murder killing|قتل جريمة
killed dead deaths|قتلى قتيل وفاة
injured wounded|جرحى مصابون إصابة جريح
missing|مفقود مفقودين
rescue rescuers|إنقاذ
survivor survivors|ناجين ناج
hospital|مستشفى مستشفيات
doctor doctors|طبيب أطباء
disease outbreak epidemic|مرض تفشي وباء
virus|فيروس
vaccine|لقاح
cancer|سرطان
cholera|كوليرا
measles|حصبة
health|صحة
study research researchers|دراسة باحثين بحث
school schools|مدرسة مدارس
teacher teachers|معلم معلمين
student students|طالب طلاب
university|جامعة
exam|امتحان
bank banks|بنك مصرف
rate rates interest|فائدة
inflation|تضخم
prices price|أسعار سعر
oil crude|نفط خام
gas|غاز
gold|ذهب
dollar|دولار
market markets shares stocks|سوق أسهم بورصة
company firm|شركة
factory plant|مصنع
jobs unemployment|وظائف بطالة
wages pay salaries|أجور رواتب
housing homes|سكن مساكن
electricity power|كهرباء
water|مياه ماء
food|غذاء طعام
wheat grain|قمح حبوب
fish fishing fisheries|صيد أسماك
forest|غابة غابات
climate|مناخ
emissions carbon|انبعاثات كربون
satellite|قمر اصطناعي
space rocket astronaut|فضاء
internet|إنترنت
phone|هاتف
robot|روبوت
artificial|اصطناعي
cyberattack hackers hacking|قرصنة
match game|مباراة
final|نهائي
cup|كأس
league|دوري
goal goals|هدف أهداف
penalty penalties|ركلة ركلات
team club|فريق ناد
coach manager|مدرب
player players|لاعب لاعبين
olympic olympics|أولمبياد أولمبي
race|سباق
medal|ميدالية
prize award|جائزة
film movie cinema|فيلم سينما
novel book author|رواية كتاب مؤلف
museum|متحف
festival|مهرجان
music concert singer|موسيقى حفل مغن
king queen royal|ملك ملكة
pope|بابا
church|كنيسة
mosque|مسجد
pilgrims pilgrimage|حج حجاج
ramadan|رمضان
woman women|امرأة نساء
children child|طفل أطفال
animal animals|حيوان حيوانات
whale|حوت
trial experiment|تجربة
theft robbery stolen|سرقة سطو
fraud corruption|فساد احتيال
drugs|مخدرات
weapons arms|أسلحة سلاح
aid humanitarian|مساعدات إغاثة
famine hunger|مجاعة جوع
visit visited|زيارة
speech address|خطاب كلمة
fisherman fishermen|صيادين صياد
farmer farmers|مزارع مزارعين
investment investors|استثمار مستثمرين
debt loan loans|دين قرض قروض
trade exports imports|تجارة صادرات واردات
tourism tourists|سياحة سياح
construction building|بناء
city council mayor|بلدية عمدة
coast guard|خفر
"""
_PLACES: Final = """
egypt egyptian|مصر مصري
jerusalem|القدس
cairo|القاهرة
china chinese|الصين صيني
beijing|بكين
germany german|ألمانيا ألماني
india indian|الهند هندي
japan japanese|اليابان ياباني
russia russian|روسيا روسي
saudi|السعودية سعودي
emirates|الإمارات إماراتي
jordan jordanian|الأردن أردني
morocco moroccan|المغرب مغربي
algeria algerian algiers|الجزائر جزائري
syria syrian|سوريا سورية سوري
iraq iraqi|العراق عراقي
libya libyan|ليبيا ليبي
yemen yemeni|اليمن يمني
oman omani|عمان عماني
gaza|غزة
greece greek|اليونان يوناني
hungary hungarian|المجر مجري
austria austrian|النمسا نمساوي
netherlands dutch|هولندا هولندي
sweden swedish|السويد سويدي
norway norwegian|النرويج نرويجي
croatia croatian|كرواتيا كرواتي
albania albanian|ألبانيا ألباني
cyprus|قبرص
ethiopia|إثيوبيا
america american usa|أميركا أمريكا أميركي أمريكي
britain british uk|بريطانيا بريطاني
european europe|أوروبا أوروبي
mediterranean|المتوسط
nile|النيل
euphrates|الفرات
"""


@cache
def _by_stem(base: str) -> Mapping[str, tuple[str, ...]]:
    """Return stem -> concepts for a language, empty for one without a column."""
    column = {"en": 0, "ar": 1}.get(base)
    found: dict[str, tuple[str, ...]] = {}
    if column is None:
        return found
    for line in (_EVENTS + _PLACES).strip().splitlines():
        columns = line.split("|")
        if len(columns) != 2:  # the border of the two lists
            continue
        concept = columns[0].split()[0]
        for word in split_words(columns[column]):
            stem = stem_word(word, base)
            if concept not in found.get(stem, ()):
                found[stem] = (*found.get(stem, ()), concept)
    return found


def concepts_in(text: str, base: str) -> Iterator[str]:
    """Yield the concepts that the words of a text stand for, in reading order."""
    if _by_stem(base):
        for word in split_words(text):
            yield from _concepts_of(word, base)


@lru_cache(maxsize=1 << 14)
def _concepts_of(word: str, base: str) -> tuple[str, ...]:
    return _by_stem(base).get(stem_word(word, base), ())
