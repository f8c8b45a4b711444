"""Lines that tell of pictures: captions with their credits, which no report or headline is."""

import re
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency

# Who took a picture, as picture desks write it; reports credit agencies otherwise.
_SIGNS: Final = re.compile(
    r"\bREUTERS/[A-Z]|\bAP Photo\b|/Handout\b|\bhandout via\b"
    r"|\b[A-Z][\w.]{1,14} (?:Photo|Pool|Image)/[A-Z]"
    r"|(?:^|[.”\"’)])(?:(?:photo |image |picture )?credits?|[Cc]redit)\s?(?::|\.\.\.|…)\s?[A-Z]"
    r"|\S\s©\s?[A-Z][^©]{2,40}$|\.\s?\|\s[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,40}$"
    r"|\s[-–—]\s(?:Foto|Photo|Fotos|Photos|Imagem|Crédit)\s?:\s?\S"
    r"|\bvia (?:REUTERS|AP|AFP|Getty Images)\b"
    r"|\b(?:AFP|EPA|EPA-EFE|NurPhoto|Anadolu)/(?:Getty|[A-Z][\w-]+ [A-Z])"
    r"|\b(?:Getty Images|Shutterstock|Alamy|iStock|Imago|picture alliance)[\])}]?\.?\s*$"
    r"|\bPurchase Licensing Rights\b|^\[\d{1,2}/\d{1,2}\]|^Item \d{1,2} of \d{1,2}\b"
    r"|[(\[](?:file )?(?:photo|image|picture|screengrab|courtesy)\b[^()\[\]]{0,40}[)\]]\.?\s*$"
    r"|\b(?:Photograph|Photo|Image|Picture|Foto|Bild|Crédit photo)\s?:\s?[^:]{2,60}$",
)
_BRACKETED: Final = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,40})[)\]]\s*$")
# What the voices of pages say of pictures: "Image caption, The harbour".
_TOLD: Final = re.compile(
    r"^(?:image (?:caption|source)|media caption|photo caption|bildunterschrift|légende)\s?[,:،]"
    r"|^(?:التعليق على الصورة|صدر الصورة|مصدر الصورة|تعليق الصورة)\s?[,:،]"
    r"|^\d{1,3} (?:of|/) \d{1,3}\s*\|?$",
    re.IGNORECASE,
)
_ARABIC_CREDIT: Final = re.compile(
    r"\(\s?(?:صورة )?(?:رويترز|الفرنسية|أ ?ف ?ب|فرانس برس|أسوشيتد ?برس|الأناضول|الأوروبية"
    r"|غيتي(?: إيم[يا]جز)?|شترستوك|مواقع التواصل(?: الاجتماعي)?|أرشيفية?|وكالات|الجزيرة)\s?\)\s*$"
)
_OWNED: Final = re.compile(
    r"^(?:©|\(c\))\s?(?!\d{4})\S(?!.*\b[Rr]ights\b)|^(?:photo|image|picture)s?\s?(?:by|:)\s",
    re.IGNORECASE,
)
# "Harbour Office A ferry in port with its ramp upHarbour Office": alternative text between the
# two credits that pages glue to it.
_GLUED: Final = re.compile(
    r"^(?P<credit>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}) (?=.{20}).*[^\s](?P=credit)$"
)
_FULL_STOP: Final = re.compile(r"[.!?؟…][\"'”’»)\]]*\s*$")


def is_caption(text: str) -> bool:
    """Tell whether a line is a picture's caption by the credit in it."""
    if _SIGNS.search(text) or _OWNED.match(text) or _TOLD.match(text):
        return True
    if (
        is_photographer(text)
        or _SLASHED.match(text)
        or (_TAKEN_BY.match(text) and len(text.split()) <= _MOST_CREDIT_WORDS)
    ):
        return True
    bracketed = _BRACKETED.search(text)
    if bracketed and canonical_agency(bracketed["credit"]):
        before = text[: bracketed.start()]
        return len(before.split()) > _FEWEST_WORDS and not _FULL_STOP.search(before)
    credited = _ARABIC_CREDIT.search(text)
    if credited:
        before = text[: credited.start()]
        return len(before.split()) > 1 and not _FULL_STOP.search(before)
    glued = _GLUED.match(text)
    return glued is not None and (" " in glued["credit"] or bool(canonical_agency(glued["credit"])))


def is_photographer(text: str) -> bool:
    """Tell whether a line is who took the picture above, and for whom: "Jane Roe (AFP)"."""
    named = _PHOTOGRAPHER.fullmatch(text)
    return (
        named is not None
        and not named["name"].isupper()
        and bool(canonical_agency(named["agency"]))
    )


_PHOTOGRAPHER: Final = re.compile(
    r"(?P<name>[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){1,2}) ?[(/] ?(?P<agency>[^()/]{2,30}?) ?\)?"
)
_FEWEST_WORDS: Final = 2
_MOST_CREDIT_WORDS: Final = 8


def is_said_with_credit(text: str, below: str) -> bool:
    """Tell whether a line is a picture's alternative text, and the one below its caption.

    They are the same but for who took it: "... (Reuters)" twice, or "...", then "... Jane Roe/AFP".
    """
    if not below.startswith(text.rstrip(" .")) or len(text.split()) <= _FEWEST_WORDS:
        return False
    rest = below[len(text.rstrip(" .")) :].strip(" .")
    if not rest:
        return bool(_BRACKETED.search(below))
    is_short = len(rest.split()) <= _MOST_CREDIT_WORDS
    return is_short and bool("/" in rest or _PICTURES.search(rest) or rest.isupper())


_PICTURES: Final = re.compile(r"©|\b(?:photo|foto|image|bild|getty|AFP|AP|EPA|dpa|Reuters)\b", re.I)


def credits_alone(text: str) -> bool:
    """Tell whether a line is nothing but who owns the picture above: "© Harbour Office"."""
    is_list = bool(re.search(r"[|/]", text)) and bool(_SIGNS.search(text))
    is_credit = (
        is_photographer(text)
        or _SLASHED.match(text)
        or _OWNED.match(text)
        or _TAKEN_BY.match(text)
        or is_list
    )
    return bool(is_credit) and len(text.split()) <= _MOST_CREDIT_WORDS


# "Ines Valdor/Harbour Public Radio": who took it, and for whom.
_SLASHED: Final = re.compile(
    r"^[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){1,3}\s?/\s?[A-ZÀ-Þ][\w’'.&-]*(?: "
    r"[A-ZÀ-Þ][\w’'.&-]*){0,4}$"
)
_TAKEN_BY: Final = re.compile(
    r"^(?:image source|صدر الصورة|مصدر الصورة)\s?[,:،]"
    r"|^(?:bild|fotos?|photos?|photograph|picture|image|illustration|grafik|crédit photo|фото|"
    r"foto(?:ğraf)?|图|照片|图片来源)\s?(?:by\b|von\b|credit\b)?\s?[:：]\s?\S",
    re.IGNORECASE,
)


def counts_pictures(text: str) -> bool:
    """Tell whether a line counts a gallery's pictures, "1 of 4 |", over the caption."""
    return bool(_COUNTED.fullmatch(text))


_COUNTED: Final = re.compile(r"\d{1,3}\s*(?:of|/|de|von)\s*\d{1,3}\s*\|?", re.IGNORECASE)
