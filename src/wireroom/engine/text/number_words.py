"""Number words of further languages, each by the English word or digits that say the same."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from wireroom.engine.text.words import fold_word

_ENGLISH: Final = (
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion"
)
# A column for each English word above, several forms joined by "/", "-" where one word says it not.
# "One" is left out: it is an article in most of these languages. Hyphens split words before they
# come here ("vingt-deux" is 20 and 2), and "quatre-vingts" is not read.
_COLUMNS: Final = {
    "de": "null zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreissig vierzig fünfzig sechzig "
    "siebzig achtzig neunzig hundert/einhundert tausend/eintausend million/millionen/mio "
    "milliarde/milliarden/mrd",
    "fr": "zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize - - - vingt trente quarante cinquante soixante - - - cent/cents mille million/millions "
    "milliard/milliards",
    "es": "cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta "
    "ochenta noventa cien/ciento mil millón/millones -",
    "pt": "zero dois/duas três quatro cinco seis sete oito nove dez onze doze treze "
    "catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove "
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento mil "
    "milhão/milhões bilhão/bilhões",
    "it": "zero due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta "
    "settanta ottanta novanta cento mille/mila milione/milioni miliardo/miliardi",
    "tr": "sıfır iki üç dört beş altı yedi sekiz dokuz on - - - - - - - - - yirmi otuz kırk elli "
    "altmış yetmiş seksen doksan yüz bin milyon milyar",
    "ru": "ноль/нуль два/две/двух/двое/двумя/двум три/трех/трём/трем/трое/троих "
    "четыре/четырех/четверо/четверых пять/пяти/пятеро/пятерых шесть/шести/шестеро "
    "семь/семи/семеро/семерых восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати "
    "двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати "
    "шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати "
    "девятнадцать/девятнадцати двадцать/двадцати тридцать/тридцати сорок/сорока "
    "пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти "
    "девяносто/девяноста сто/ста тысяч/тысячи/тысяча/тыс миллион/миллиона/миллионов/млн "
    "миллиард/миллиарда/миллиардов/млрд",
}  # fmt: skip
# Words that no rule above makes: tens with ones in one word, hundreds in one word.
_WHOLE: Final = {
    "es": "veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 veintiséis:26 veintisiete:27 "
    "veintiocho:28 veintinueve:29 veintiuno:21 doscientos:200 doscientas:200 trescientos:300 "
    "trescientas:300 cuatrocientos:400 cuatrocientas:400 quinientos:500 quinientas:500 "
    "seiscientos:600 setecientos:700 ochocientos:800 novecientos:900",
    "pt": "duzentos:200 duzentas:200 trezentos:300 trezentas:300 quatrocentos:400 quinhentos:500 "
    "seiscentos:600 setecentos:700 oitocentos:800 novecentos:900",
    "ru": "двести:200 двухсот:200 триста:300 трехсот:300 четыреста:400 пятьсот:500 шестьсот:600 "
    "семьсот:700 восемьсот:800 девятьсот:900",
}
_GERMAN_ONES: Final = "ein zwei drei vier fünf sechs sieben acht neun"
_GERMAN_TENS: Final = "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
_AND: Final = {"es": "y", "pt": "e", "it": "e"}


@cache
def number_words(base: str) -> Mapping[str, str]:
    """Return folded word -> English number word or digits; empty for other languages."""
    found: dict[str, str] = {}
    for english, forms in zip(_ENGLISH.split(), _COLUMNS.get(base, "").split(), strict=False):
        found |= {fold_word(form): english for form in forms.split("/") if form != "-"}
    for pair in _WHOLE.get(base, "").split():
        word, digits = pair.split(":")
        found[fold_word(word)] = digits
    if base == "de":
        found |= dict(_german_compounds())
    if base in _AND:
        found[_AND[base]] = "and"
    return found


def _german_compounds() -> list[tuple[str, str]]:
    """Return "einundzwanzig" to "neunundneunzig" and "zweihundert" to "neunhundert"."""
    ones, tens = _GERMAN_ONES.split(), _GERMAN_TENS.split()
    return [
        *((f"{one}hundert", str(100 * number)) for number, one in enumerate(ones, 1)),
        *(
            (f"{one}und{ten}", str(ten_times + number))
            for ten_times, ten in zip(range(20, 100, 10), tens, strict=True)
            for number, one in enumerate(ones, 1)
        ),
    ]
