"""Words without which a sentence says something else: who says so, on what condition, how far."""

from typing import Final

from wireroom.engine.insight.quotes.cue_tables import CUES
from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers_tables import AFTER_BOUNDS, BOUNDS
from wireroom.engine.text.words import fold

# Conditions, concessions, extent, and what takes a thing back; negation and outlook have tables
# of their own in the verifier.
_ENGLISH: Final = words_in(
    """
    alone if unless whether provided providing except excluding barring without otherwise instead
    but although though however despite yet while whereas only just merely solely partly partially
    part parts some several few many most half mainly mostly largely chiefly least nearly almost
    around about roughly approximately former formerly ex acting interim future so-called
    reportedly apparently seemingly supposedly perhaps possibly probably likely unlikely maybe
    according accused suspected suspect suspects wanted attempted attempt tried failed once
    previously earlier originally initially ago false fake untrue wrong mistaken hoax rumour
    rumours rumor rumors satire fiction film novel play game drill exercise simulation
    hypothetical withdrawn withdrew retracted corrected cancelled canceled reversed overturned
    cleared acquitted quashed dropped later then until till before since still again like as
    """
)
_ARABIC: Final = words_in(
    """
    اذا لو ان الا سوي ماعدا عدا باستثناء شرط بشرط حال لكن ولكن رغم بينما فقط مجرد جزء جزيا بعض
    معظم غالبيه اغلب نصف عده نحو حوالي قرابه تقريبا كاد كادت يكاد السابق سابق سابقا السابقه
    مزعوم المزعوم يزعم زعم زعمت ربما قد لعل يحتمل محتمل متهم المتهم مشتبه المشتبه يشتبه وفق وفقا
    بحسب حسب نقلا بناء مصدر مصادر حاول حاولت محاوله كاذب كاذبه زايف شايعه شايعات تمرين محاكاه
    سحب سحبت تراجع تراجعت براءه برا الغي الغيت لاحقا قبل حتي منذ مرشح المرشح
    """
)
_CUES: Final = frozenset(
    fold(word) for lang in ("en", "ar") for forms in CUES[lang].values() for word in forms.split()
)
_BOUNDS: Final = frozenset(word for words in (*BOUNDS, *AFTER_BOUNDS) for word in words)
_ALL: Final = _ENGLISH | _ARABIC | _CUES | _BOUNDS | words_en.NEGATORS | words_ar.NEGATORS
# Words of the tables that mostly only join others: they qualify nothing by themselves.
_JOINING: Final = words_in("of to than or in علي في")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def qualifies(token: Token) -> bool:
    """Whether a sentence without this word says something else."""
    if token.negates or token.modal or _is_year(token):
        return True
    word = token.word.replace("’", "'")
    if is_arabic(word):
        return not _ALL.isdisjoint(bare_forms(word))
    return word in _ALL and word not in _JOINING


def _is_year(token: Token) -> bool:
    return token.word.isdecimal() and _FIRST_YEAR <= int(token.word[:5]) <= _LAST_YEAR
