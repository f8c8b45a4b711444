"""How outlets open a note about their own text: labels and set phrases in several languages."""

import re
from collections.abc import Mapping
from typing import Final

from wireroom.engine.types import NoteKind

# Labels open a note and end in a colon, a dash or with the line: "Correction (3 March): ...".
LABELS: Final[Mapping[NoteKind, tuple[str, ...]]] = {
    NoteKind.CORRECTION: (
        "corrections?", "corrections? and clarifications?", "corrections? & clarifications?",
        "erratum", "errata", "rectification", "rectificatif", "correctif", "corrección",
        "correccion", "rectificación", "fe de erratas", "fe de errores", "korrektur",
        "berichtigung", "richtigstellung", "correzione", "errata corrige", "correção",
        "تصحيح(?: خطأ)?", "تصويب", "استدراك",
    ),
    NoteKind.CLARIFICATION: (
        "clarifications?", "précision", "aclaración", "klarstellung", "chiarimento",
        "esclarecimento", "توضيح من (?:المحرر|التحرير|الموقع|الصحيفة|هيئة التحرير)",
    ),
    NoteKind.EDITORS_NOTE: (
        "(?:an? )?(?:editor|editorial|publisher)['’]?s?['’]? note", "note (?:from|by) the editors?",
        "note to (?:our )?readers", "note de la rédaction", "ndlr", r"n\.d\.l\.r\.",
        "nota de la redacción", "nota del? (?:editor|redactor)", "nota da redação",
        "nota della redazione", "(?:anmerkung|hinweis) der redaktion", r"anm\. ?d\. ?red\.?",
        "redaktioneller hinweis", "ملاحظة (?:من )?(?:ال)?(?:محرر|تحرير|هيئة التحرير)",
        "تنويه(?: من التحرير)?",
    ),
    NoteKind.UPDATE: (
        "updated?", "updates", "mise à jour", "mis à jour", "actualización", "actualizado",
        "aktualisierung", "aggiornamento", "atualização", "تحديث(?: من المحرر)?",
    ),
}  # fmt: skip
# Phrases that say of themselves what they are; each names the report that it stands in.
_EN: Final = "(?:article|story|report|post|piece|column|review|headline|caption|video)"
_ES: Final = "est[ae] (?:artículo|noticia|nota|información)"
_DE: Final = "dieser (?:artikel|text|beitrag)"
_AR: Final = "هذا (?:الخبر|المقال|التقرير)"
PHRASES: Final[Mapping[NoteKind, tuple[str, ...]]] = {
    NoteKind.CORRECTION: (
        rf"(?:earlier|previous|prior|original) versions? of (?:this|the) (?:page|{_EN})",
        rf"this {_EN} (?:was|has been|have been) (?:corrected|amended)",
        "version (?:précédente |antérieure |initiale )?de (?:cet article|ce texte)",
        "cet article a été (?:corrigé|rectifié)",
        rf"versión (?:anterior |previa |inicial )?de {_ES}",
        rf"{_ES} (?:ha sido|fue) (?:corregid|rectificad)[oa]",
        "in einer (?:früheren|vorherigen|vorigen|ersten|ursprünglichen) (?:version|fassung) "
        "(?:dieses|des) (?:artikels|textes|beitrags|berichts)",
        rf"{_DE} wurde (?:korrigiert|berichtigt)",
        "(?:ورد|جاء|ذكر) (?:خطأ )?في نسخة سابقة",
        rf"(?:نسخة|صيغة) سابقة من {_AR}",
        rf"(?:تم|جرى) تصحيح {_AR}",
    ),
    NoteKind.CLARIFICATION: (rf"this {_EN} (?:was|has been) clarified",),
    NoteKind.UPDATE: (
        rf"this (?:developing |breaking )?{_EN} (?:was|has been|is being) "
        "(?:last )?(?:updated|revised|changed|modified)",
        f"this is an? updated (?:version|{_EN})",
        "cet article a été (?:mis à jour|modifié|actualisé)",
        rf"{_ES} (?:ha sido|fue|se ha) (?:actualizad|modificad)[oa]",
        rf"{_DE} (?:wurde|wird) (?:\w+ ){{0,4}}?(?:aktualisiert|ergänzt|geändert|überarbeitet)",
        rf"(?:تم|جرى) (?:تحديث|تعديل) {_AR}",
    ),
}
# Between label and colon stands nothing but a day, an hour or what is in brackets.
_WHEN: Final = r"(?:\s*[\(\[][^()\[\]]{1,40}[\)\]]|,?\s+[^!?؟\d/|]{0,24}\d[^!?؟/|]{0,30}?)?"
_END: Final = r"\s*(?::(?!\d)|[-–—]\s|\Z)"
_LABEL: Final = re.compile(
    r"[\W_]*(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(names)})" for kind, names in LABELS.items())
    + f"){_WHEN}{_END}",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 160
# How a label may begin: nearly every line is told from one by its first letters alone.
_FIRST_LETTERS: Final = 3
_BEGINNINGS: Final = frozenset(
    ("cor", "kor",
     "err", "rec", "fe ", "ber", "ric", "cla", "pré", "acl", "kla", "chi", "esc", "an ",
     "a e", "a p", "edi", "pub", "not", "ndl", "n.d", "anm", "hin", "red", "upd", "mis", "act",
     "akt", "agg", "atu", "تصح", "تصو", "است", "توض", "ملا", "تنو", "تحد")
)  # fmt: skip
_PHRASE: Final = re.compile(
    "|".join(rf"(?P<{kind}>\b(?:{'|'.join(said)})\b)" for kind, said in PHRASES.items()),
    re.IGNORECASE,
)
# A phrase with none of these is not looked for: they are found in a tenth of the time.
_HINTS: Final = (
    "version", "versión", "fassung", "this ", "article a été", "dieser ", "هذا", "سابقة",
    " ha sido ", " fue ", " se ha ",
)  # fmt: skip
_PHRASE_BEGINS: Final = 100  # characters: "At the outlet's request, this article was amended"
_PHRASE_ENDS: Final = 160


def label_of(text: str) -> tuple[NoteKind, int] | None:
    """Return what a labelled line is and where its words begin; a bare label ends with itself."""
    if text[:_FIRST_LETTERS].casefold() not in _BEGINNINGS and text[:1].isalnum():
        return None
    match = _LABEL.match(text[:_LONGEST_LABEL])
    if match is None:
        return None
    return next(kind for kind in LABELS if match[kind]), match.end()


def phrase_of(text: str) -> NoteKind | None:
    """Return what a line is that says of its own report that it was changed."""
    head = text[:_PHRASE_ENDS].casefold()
    if not any(hint in head for hint in _HINTS):
        return None
    match = _PHRASE.search(head)
    if match is None or match.start() > _PHRASE_BEGINS:
        return None
    return NoteKind(str(match.lastgroup))
