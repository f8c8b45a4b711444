"""Lines that a page prints around its articles: section labels, buttons, adverts, notices."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.dump.label_languages import PHRASES
from wireroom.engine.pages.dump.label_openings import NOTICES, PREFIXES
from wireroom.engine.pages.dump.label_tables import (
    AUTHOR_LISTS,
    COMMENT_LABELS,
    FURNITURE,
    FURNITURE_WORDS,
    INLINE_LABELS,
    KEY_POINT_LABELS,
    NEXT_LABELS,
    NO_COMMENTS,
    PAYWALL_LABELS,
    RELATED_LABELS,
    SHORT_LINK_LABELS,
)
from wireroom.engine.text.words import fold


class Label(Enum):
    """What a label line announces."""

    RELATED = auto()
    NEXT = auto()
    INLINE = auto()  # "Also read": a link or two between paragraphs
    KEY_POINTS = auto()
    COMMENTS = auto()
    NO_COMMENTS = auto()
    SHORT_LINK = auto()
    TAGS = auto()
    AUTHOR_LIST = auto()
    PAYWALL = auto()
    FURNITURE = auto()


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text).translate(_DOTS)))


# Turkish writes the letter i with and without its point, and a capital of each.
_DOTS: Final = {0x307: None, ord("ı"): "i"}


_TABLES: Final = (
    (Label.RELATED, RELATED_LABELS),
    (Label.NEXT, NEXT_LABELS),
    (Label.INLINE, INLINE_LABELS),
    (Label.KEY_POINTS, KEY_POINT_LABELS),
    (Label.COMMENTS, COMMENT_LABELS),
    (Label.NO_COMMENTS, NO_COMMENTS),
    (Label.SHORT_LINK, SHORT_LINK_LABELS),
    (Label.AUTHOR_LIST, AUTHOR_LISTS),
    (Label.PAYWALL, PAYWALL_LABELS),
    (Label.FURNITURE, FURNITURE),
)
_BY_LANGUAGE: Final = tuple(
    (Label[name.upper()], listing) for table in PHRASES.values() for name, listing in table.items()
)
_EXACT: Final = {
    _key(phrase): label
    for label, listing in reversed((*_TABLES, *_BY_LANGUAGE))
    for phrase in listing.split("|")
}
_WORDS: Final = frozenset(_key(word) for word in FURNITURE_WORDS.split("|"))
_BY_PREFIX: Final = tuple((re.compile(pattern), Label[name.upper()]) for pattern, name in PREFIXES)
_COUNT: Final = re.compile(
    r"^(?:(?:read|view|see|show|voir|lire|ver|alle)?(?: (?:the|all|les|los|tous les))? ?"
    r"(?P<a>\d[\d,.]*)\s*(?:comments?|replies|تعليقات?|تعليقا|commentaires?|"
    r"kommentare?|comentarios?)"
    r"|(?:(?:read|view|see|show|ver|voir) )?(?:comments?|تعليقات|التعليقات|commentaires|kommentare|"
    r"comentarios)\s*[(\[:]?\s*(?P<b>\d[\d,.]*)\s*[)\]]?)$"
)
_TAGS: Final = re.compile(
    r"^(?:tags?|topics?|keywords|filed under|related topics|الوسوم|وسوم|"
    r"الكلمات المفتاحيه|كلمات مفتاحيه|"
    r"كلمات دلاليه|مواضيع|علامات)\s*[:：]\s*(?P<tags>.+)$"
)
# How many follow an outlet, how long its report takes to read.
_FOLLOWERS: Final = re.compile(
    r"[\d.,]+ ?(?:[km]|mn|bin|b)? ?(?:followers?|subscribers?|abonnés|abonnenten|seguidores|"
    r"takipçi|подписчик\w*|粉丝|متابعا?|متابعين)",
    re.IGNORECASE,
)
_SPAN: Final = (
    r"\d+ ?-? ?(?:min|mins|minuten?|minutes?|minutos?|minuti|mn|dk|dakika|мин|минут\w*|分钟)\.?"
)
_READ_IN: Final = re.compile(
    r"(?:temps de lecture|lesezeit|lesedauer|reading time|read time|tiempo de lectura|"
    r"tempo di lettura|tempo de leitura|leestijd|okuma suresi|время чтения|время на чтение|"
    rf"阅读时间)\s?[:：]?\s*(?:ca\. ?)?{_SPAN}"
    rf"|{_SPAN} (?:read|watch|listen|de lecture|de lectura|di lettura|de leitura|lesezeit|lesen|"
    r"leestijd|okuma(?: suresi)?|чтения|на чтение)"
)
_INLINE_WITH_TITLE: Final = re.compile(
    r"^[\[(*>→\s]*(?:read (?:more|also|next|this)|also read|see also|related|watch|"
    r"must read|don'?t miss|more|"
    r"recommended|اقرا ايضا|اقرا المزيد|اقرا|شاهد ايضا|شاهد|طالع ايضا|للمزيد|ذات صله|انظر ايضا|"
    r"a lire aussi|lire aussi|lesen sie auch|mehr zum thema|lee tambien|leer mas|"
    r"leggi anche)\s*[:：|»>-]+\s*\S"
)
_NOTICE: Final = re.compile(NOTICES)
# Longer lines are prose, whatever words they hold.
_LONGEST_LABEL: Final = 90
_LONGEST_PROMO: Final = 400


def label_of(line: str) -> Label | None:
    """Return what the line announces, None when it is no label."""
    return _label_of(line) if len(line) <= _LONGEST_PROMO else None


@lru_cache(maxsize=8192)
def _label_of(line: str) -> Label | None:
    folded = fold(line)
    if len(line) <= 300 and _INLINE_WITH_TITLE.match(_unaccented(folded)):
        return Label.FURNITURE
    if len(line) <= 300 and _NOTICE.match(_unaccented(folded)):
        return Label.FURNITURE
    if _TAGS.match(folded) or _is_hashtags(line):
        return Label.TAGS
    if _READ_IN.fullmatch(_unaccented(folded)) or _FOLLOWERS.fullmatch(folded):
        return Label.FURNITURE
    if len(line) > _LONGEST_LABEL:
        return Label.FURNITURE if is_promo(line) else None
    if _COUNT.match(folded):
        return Label.COMMENTS
    key = _key(line)
    if not key:
        return Label.FURNITURE
    found = _EXACT.get(key) or _EXACT.get(re.sub(r"^\d+ | \d+$", "", key))
    if found:
        return found
    if all(word in _WORDS or word.isdigit() for word in key.split()):
        return Label.RELATED if _LISTS.fullmatch(key) else Label.FURNITURE
    if is_promo(line):
        return Label.FURNITURE
    return None if _is_sentence(folded, key) else _label_by_prefix(folded, key)


_LISTS: Final = re.compile(r"(?:more|latest|top|other) (?:\w+ )*(?:news|stories|headlines|videos)")


# Section labels are terse: "More stories of survival emerge from Kessel" is a headline.
_MOST_LABEL_WORDS: Final = 6
_FEWEST_SENTENCE_WORDS: Final = 5
_CAPTION: Final = re.compile(
    r"(?:photo|image|picture|file photo|caption|photograph)s?\s*(?:by\b|:)"
)


def _is_sentence(folded: str, key: str) -> bool:
    """Tell whether a line that begins like a label goes on like a report."""
    if _CAPTION.match(folded) or len(key.split()) < _FEWEST_SENTENCE_WORDS:
        return False
    return folded.rstrip().endswith((".", '"', "?")) or bool(_REPORTS.search(folded))


def _label_by_prefix(folded: str, key: str) -> Label | None:
    is_terse = len(key.split()) <= _MOST_LABEL_WORDS
    plain = _SIGNS_BEFORE.sub("", _unaccented(folded))
    for pattern, label in _BY_PREFIX:
        if pattern.match(plain) and (is_terse or label is not Label.RELATED):
            return label
    return None


_SIGNS_BEFORE: Final = re.compile(r"^[^\w\[©(]+")


def _unaccented(folded: str) -> str:
    return folded.translate(_ACCENTS)


_ACCENTS: Final = str.maketrans("àéáüöêèúíóçş", "aeauoeeuiocs")


def _is_hashtags(line: str) -> bool:
    parts = line.split()
    return bool(parts) and all(len(part) > 1 and part[0] == "#" for part in parts)


def counts_followers(line: str) -> bool:
    """Tell whether a line opens with how many follow the outlet named above it."""
    return bool(_FOLLOWERS.match(line))


def comment_count(line: str) -> int | None:
    """Return the number that a comment label states; "no comments" is 0."""
    match = _COUNT.match(fold(line))
    if match:
        return int(re.sub(r"\D", "", match["a"] or match["b"])[:9])
    return 0 if label_of(line) is Label.NO_COMMENTS else None


def tags_of(line: str) -> tuple[str, ...]:
    """Return the tags of a hashtag line or of "Tags: rail, pay"."""
    if _is_hashtags(line):
        return tuple(part.lstrip("#").replace("_", " ") for part in line.split())
    listing = re.split(r"[:：]", line, maxsplit=1)[-1]
    return tuple(tag.strip(" #") for tag in re.split(r"[,،;|#]", listing) if tag.strip(" #"))


_PROMO: Final = re.compile(
    r"\b(?:become an? (?:\w+ )?(?:subscriber|member|supporter)|my bookmarks|reading list|"
    r"click here|get in touch|e-?mail us|send us|have you been affected|considered for publication|"
    r"everything you need to know|preferred source|in your mailbox|"
    r"stay (?:informed|up to date)|never miss|"
    r"app store|play store|google play|newsletters?|inbox|cookies?|privacy policy|"
    r"terms of (?:use|service)|all rights reserved|subscribe|subscription|sign up|sign in|log in|"
    r"download|follow us|join us|breaking news alerts|push notifications|our (?:app|"
    r"channel|partners))\b"
    r"|©|ملفات تعريف الارتباط|سياسه الخصوصيه|الحقوق محفوظه|النشره البريديه|متجر التطبيقات|بريدك|"
    r"تنزيل تطبيق|تحميل تطبيق|"
    r"تطبيقنا|قناتنا|نشرتنا|حمل تطبيق|الشروط والاحكام"
)
_TO_READER: Final = re.compile(
    r"\b(?:you|your|us|our|we|please|now|today)\b|\bfollow (?:\w+ ){1,3}on\b"
    r"|^(?:download|subscribe|sign|get|follow|join|scan|install|become|click|read|tap)\b|"
    r"\bthis (?:\w+ )?newsletter\b"
    r"|©|all rights reserved|\bنا\b|نستخدم|نشرتنا|قناتنا|تطبيقنا|محفوظه|تجربتك|"
    r"بريدك|^(?:هل|قم ب|لا تفوت|استعد|حمل|اشترك|سجل|تابع|احصل|كن|ابق)"
)
_QUOTE: Final = re.compile(r'["“”«]')


def is_promo(line: str) -> bool:
    """Tell whether a sentence asks the reader to subscribe, install, accept or follow."""
    if len(line) > _LONGEST_PROMO or _QUOTE.search(line):
        return False
    folded = fold(line)
    if not _PROMO.search(folded) or _REPORTS.search(folded):
        return False
    return bool(_TO_READER.search(folded))


_ENDS: Final = re.compile(
    r"rights reserved|riproduzione riservata|^copyright\b.*\b20\d\d\b|derechos reservados|tous "
    r"droits"
    r"|alle rechte|direitos reservados|الحقوق محفوظ|版权|责任编辑|責任編輯|^end of (?:article|"
    r"story)"
)
_LONGEST_END: Final = 200


def ends_page(line: str) -> bool:
    """Tell whether a line says whose the page is: what stands below is no longer its report."""
    return len(line) <= _LONGEST_END and bool(_ENDS.search(fold(line)))


def speaks_to_reader(line: str) -> bool:
    """Tell whether a sentence below a button goes on speaking to the reader."""
    if len(line) > _LONGEST_PROMO or _QUOTE.search(line):
        return False
    folded = fold(line)
    return bool(_YOU.search(folded)) and not _REPORTS.search(folded)


# A promotion quotes nobody.
_REPORTS: Final = re.compile(
    r"\b(?:said|says|told|according|announced|reported|added|warned)\b"
    r"|قال|اعلن|ذكرت? |بحسب|وفقا|اكد"
)
_YOU: Final = re.compile(r"\b(?:you|your|yours)\b|لديك|هل انت|جهازك|هاتفك|بريدك|تجربتك|اليك|معك")
