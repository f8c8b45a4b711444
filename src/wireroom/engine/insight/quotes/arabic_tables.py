"""Arabic words that say what somebody is, and words that nobody is called by."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

RELATIONS: Final = word_list(
    "شقيق شقيقة والد والدة أخ أخو أخت ابن ابنة زوج زوجة جار جارة عم عمة خال خالة أرملة حفيد "
    "حفيدة صديق صديقة قريب قريبة زميل زميلة"
)
# Masculine and without the article.
_ROLES: Final = word_list(
    "وزير رئيس مدير متحدث ناطق نائب قائد أمين مبعوث سفير محافظ عمدة مفوض مستشار وكيل عضو زعيم "
    "محلل أستاذ باحث خبير منسق مسؤول مهندس طبيب محامي محام نقيب مدرب لاعب حارس ناقد كاتب شاعر "
    "مزارع تاجر صاحب ناشط مراسل صحفي موظف قبطان ربان معلم سائق مراقب مخرج مؤلف مؤرخ قاضي قاض "
    "ضابط عقيد عميد لواء ممثل مندوب مشرف مختار بائع عامل ناشر مترجم محرر مؤسس رائد ملازم"
)
# "in him", "to her": a pronoun written on to a preposition is no part of a name.
WITH_PRONOUN: Final = word_list(
    "له لها لهم لهما لهن لي لنا لك لكم عليه عليها عليهم عليهما علينا عنه عنها عنهم عنهما فيه "
    "فيها فيهم به بها بهم بهما منه منها منهم منهما منهن إليه إليها إليهم إليهما معه معها معهم "
    "أمامه أمامها خلفه خلفها فوقه فوقها تحته تحتها بعده بعدها قبله قبلها عنده عندها لديه لديها "
    "لديهم بينه بينها بينهم حوله حولها"
)
PREPOSITIONS: Final = word_list(
    "في من على إلى عن مع خلال أمام عبر ضمن بشأن حول لدى بعد قبل عند بين حتى منذ دون بدون فوق تحت "
    "خلف وراء رغم ضد بسبب لأن كي"
)
# What opens a clause, or asks: no name goes on after it.
PARTICLES: Final = word_list(
    "هو هي هم هما هن أنا نحن كلاهما كلتاهما كلهم "
    "لم لن لا قد لقد كان كانت وكان وكانت فيم كيف لماذا ماذا متى أين هل إذ إذا حيث كما كلما لكنه "
    "لكنها لكنهم لكن ولكن ليس ليست سوف وقد إنه إنها أنه أنها"
)
NOUN_OF_SAYING: Final = frozenset({"قوله", "قولها", "قولهم"})
DEMONSTRATIVES: Final = word_list("هذا هذه هذان هؤلاء ذلك تلك أولئك")
# How it is said: the noun after "with".
_MANNER: Final = word_list(
    "صوت نبرة لهجة لغة شكل حزم وضوح غضب ثقة أسف حزن مرارة حسرة هدوء حماسة حماس سخرية ابتسامة "
    "كلمات كلمة جمل جملة عبارة عبارات حدة شدة صراحة دموع اختصار إيجاز تأثر انفعال قلق فخر هذا "
    "هذه ذلك تلك القول التأكيد"
)
# Things that say something, and people of whom only what they have is told.
_LONE: Final = word_list(
    "بيان تقرير نص جدول حصيلة لوحة مقال كتاب صاحب صاحبة دراسة وثيقة قرار رسالة خبر منشور أحد "
    "نفسه نفسها اسم ذكر هيئة وكالة صحيفة قناة مؤسسة شركة"
)
# Nouns of doing are announced, and announce nothing; form I has no shape of its own.
_DOING: Final = word_list(
    "توقيع إطلاق إغلاق تعليق تأجيل إلغاء إنشاء تشكيل تعيين تمديد تخفيض اعتقال اكتشاف استئناف "
    "خفض رفع وقف بدء فتح سحب منع نقل دفع بيع شراء صرف حظر عقد قطع نشر طرد عزل إقالة إعادة زيادة "
    "مقتل وفاة وصول فوز قبول رفض"
)
_POSSESSED: Final = ("ته", "تها", "تهم", "تهما")


def is_arabic_role(word: str) -> bool:
    """Tell whether a word says what somebody does: "the minister", "a coach"."""
    bare = word.removeprefix("ال")
    return bare in _ROLES or bare.removesuffix("ة") in _ROLES


def is_manner(word: str) -> bool:
    """Tell "with a low voice" from a name that begins with the same letter."""
    return word[:1] == "ب" and word[1:] in _MANNER


def is_possessed(word: str) -> bool:
    """Tell "his lawyer" and "her government": whose they are stands elsewhere."""
    if len(word) > 3 and word.endswith(_POSSESSED):
        return True
    bare = next((word.removesuffix(end) for end in ("ها", "هم", "ه") if word.endswith(end)), "")
    return bare in RELATIONS or is_arabic_role(bare)


def is_lone(word: str) -> bool:
    """Tell a common noun that names nobody when it stands alone."""
    return word in _LONE or is_possessed(word)


def is_doing(word: str) -> bool:
    """Tell a noun of doing ("a cut", "a rise")."""
    return word in _DOING
