"""Reasons in words that a moderator and a writer understand, in English and Arabic."""

from typing import Final

from wireroom.engine.moderation.assessment import Reason

_LONGEST: Final = 80
_WORDS: Final[dict[str, tuple[str, str]]] = {
    "called": ("calls somebody names: “{said}”", "ينعت أحدا بكلام مهين: «{said}»"),
    "addressed": ("insults the person spoken to: “{said}”", "يهين من يخاطبه: «{said}»"),
    "will_do": ("says that somebody will be hurt: “{said}”", "يتوعد بإيذاء أحد: «{said}»"),
    "watched": ("frightens somebody: “{said}”", "يخيف أحدا: «{said}»"),
    "wished": ("wishes violence on somebody: “{said}”", "يتمنى العنف لأحد: «{said}»"),
    "self_harm": (
        "tells somebody to kill themselves: “{said}”",
        "يدعو أحدا إلى قتل نفسه: «{said}»",
    ),
    "likened": ("denies a group its dignity: “{said}”", "ينكر كرامة جماعة من الناس: «{said}»"),
    "expel": (
        "wants a group driven out or killed: “{said}”",
        "يدعو إلى طرد جماعة أو قتلها: «{said}»",
    ),
    "slur": ("uses a slur for a group: “{said}”", "يستعمل لفظا عنصريا: «{said}»"),
    "call_on": ("calls on others to go after a person: “{said}”", "يحرض الآخرين على شخص: «{said}»"),
    "asked": ("makes a sexual remark to somebody: “{said}”", "يوجه كلاما جنسيا إلى أحد: «{said}»"),
    "wares": ("offers pornography: “{said}”", "يعرض مواد إباحية: «{said}»"),
    "offer": ("reads like an advertisement: “{said}”", "يشبه الإعلان: «{said}»"),
    "way_to_answer": (
        "an offer with a way to answer it: “{said}”",
        "عرض معه وسيلة اتصال: «{said}»",
    ),
    "short_link": (
        "a shortened link hides where it leads: “{said}”",
        "رابط مختصر يخفي وجهته: «{said}»",
    ),
    "many_links": ("many links", "روابط كثيرة"),
    "same_link": (
        "the writer sent this link before: “{said}”",
        "أرسل الكاتب هذا الرابط من قبل: «{said}»",
    ),
    "new_account": (
        "a link from an account made today: “{said}”",
        "رابط من حساب أنشئ اليوم: «{said}»",
    ),
    "email": ("an e-mail address: “{said}”", "عنوان بريد إلكتروني: «{said}»"),
    "phone": ("a telephone number: “{said}”", "رقم هاتف: «{said}»"),
    "card": ("a payment card number", "رقم بطاقة دفع"),
    "account": ("a bank account number", "رقم حساب مصرفي"),
    "identity": ("an identity number", "رقم هوية"),
    "address": (
        "where somebody lives, or a street address: “{said}”",
        "عنوان سكن أو شارع: «{said}»",
    ),
    "turned": ("hidden signs turn the order of letters", "علامات خفية تقلب ترتيب الحروف"),
    "invisible": ("invisible signs between the letters", "علامات غير مرئية بين الحروف"),
    "stacked": ("letters buried under marks", "حروف مغطاة بعلامات متراكمة"),
    "look_alike": (
        "letters of another alphabet that look alike: “{said}”",
        "حروف من أبجدية أخرى تشبه غيرها: «{said}»",
    ),
    "capitals": ("written in capitals", "مكتوب كله بأحرف كبيرة"),
    "same_sign": ("one sign over and over", "حرف واحد مكرر"),
    "same_words": ("the same words over and over", "كلمات مكررة"),
    "sent_before": (
        "the writer sent nearly the same before",
        "أرسل الكاتب التعليق نفسه تقريبا من قبل",
    ),
    "burst": ("many comments within a minute", "تعليقات كثيرة خلال دقيقة"),
    "too_long": ("too long to be read to its end", "أطول من أن يقرأ إلى آخره"),
    "no_shared_word": ("shares no word with the story", "لا يشترك مع الخبر في كلمة"),
}
CAUSES: Final = frozenset(_WORDS)


def say(reason: Reason, text: str, lang: str = "en") -> str:
    """Return a reason as a sentence, with the comment's own words where they help."""
    english, arabic = _WORDS[reason.cause]
    said = " ".join(_seen(text[reason.start : reason.end]).split())
    said = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
    return (arabic if lang.partition("-")[0] == "ar" else english).format(said=said)


def _seen(text: str) -> str:
    """Drop what cannot be seen: an override would turn the sentence round that quotes it."""
    return "".join(sign for sign in text if sign.isprintable() or sign.isspace())
