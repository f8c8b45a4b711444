"""Number words, magnitudes, units and bounds of English and Arabic, by folded word."""

from typing import Final

CARDINALS: Final[dict[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
    "صفر": 0, "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2,
    "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6,
    "سبع": 7, "سبعه": 7, "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10,
    "عشره": 10, "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40,
    "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70,
    "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90, "احد": 1, "احدي": 1, "اثنا": 2,
    "اثني": 2, "اثنتا": 2, "اثنتي": 2,
}  # fmt: skip

SCALES: Final[dict[str, int]] = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "millions": 10**6, "billion": 10**9,
    "bn": 10**9, "mn": 10**6, "trillion": 10**12, "tn": 10**12, "k": 1000, "m": 10**6,
    "hundreds": 100, "thousands": 1000,
    "الفي": 2000,
    "مايه": 100, "ميه": 100, "مييه": 100, "مايتان": 200, "مايتين": 200, "مييتان": 200,
    "مييتين": 200, "ميتي": 200, "ميتين": 200, "ميتان": 200, "مييتي": 200, "مايتي": 200,
    "الف": 1000, "الاف": 1000, "الفا": 1000, "الفان": 2000, "الفين": 2000,
    "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6, "مليونان": 2 * 10**6,
    "مليوني": 2 * 10**6, "مليونين": 2 * 10**6, "مليار": 10**9, "مليارا": 10**9,
    "مليارات": 10**9, "ملياري": 2 * 10**9, "مليارين": 2 * 10**9, "تريليون": 10**12,
}  # fmt: skip
# Arabic writes the hundreds as one word: ثلاثمئة, ثلاثمائة.
HUNDREDS: Final[dict[str, int]] = {
    stem + hundred: value * 100
    for stem, value in {
        "ثلاث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9,
    }.items()
    for hundred in ("مايه", "ميه", "مييه")
}  # fmt: skip
# Scales that need a digit before them: "5m" is a number, "m" alone is not.
SHORT_SCALES: Final = frozenset(("k", "m", "bn", "mn", "tn"))

ORDINALS: Final[dict[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "twentieth": 20, "thirtieth": 30,
    "اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "خامس": 5, "سادس": 6, "سابع": 7, "ثامن": 8,
    "خامسه": 5, "سادسه": 6, "سابعه": 7,
    "الاول": 1, "الاولي": 1, "الثاني": 2, "الثانيه": 2, "الثالث": 3, "الثالثه": 3,
    "الرابع": 4, "الرابعه": 4, "الخامس": 5, "الخامسه": 5, "السادس": 6, "السادسه": 6,
    "السابع": 7, "السابعه": 7, "الثامن": 8, "الثامنه": 8, "التاسع": 9, "التاسعه": 9,
    "العاشر": 10, "العاشره": 10,
}  # fmt: skip

# Units that change what a number says; nouns that are counted are not here.
UNITS: Final[dict[str, str]] = {
    "%": "%", "٪": "%", "percent": "%", "pct": "%", "per-cent": "%",
    "بالميه": "%", "بالمايه": "%", "بالمييه": "%",
    "$": "usd", "usd": "usd", "dollar": "usd", "dollars": "usd", "دولار": "usd",
    "دولارا": "usd", "دولارات": "usd", "€": "eur", "euro": "eur", "euros": "eur", "eur": "eur",
    "يورو": "eur", "£": "gbp", "pound": "gbp", "pounds": "gbp", "gbp": "gbp", "جنيه": "gbp",
    "جنيها": "gbp", "جنيهات": "gbp", "¥": "jpy", "yen": "jpy", "ين": "jpy",
    "crown": "crown", "crowns": "crown", "كراون": "crown", "كرونه": "crown", "كرون": "crown",
    "dinar": "dinar", "dinars": "dinar", "دينار": "dinar", "دينارا": "dinar",
    "دنانير": "dinar", "riyal": "riyal", "riyals": "riyal", "ريال": "riyal", "ريالا": "riyal",
    "dirham": "dirham", "dirhams": "dirham", "درهم": "dirham", "درهما": "dirham",
    "cent": "cent", "cents": "cent",
    "km": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km",
    "كيلومتر": "km", "كيلومترا": "km", "كيلومترات": "km", "كم": "km",
    "metre": "metre", "metres": "metre", "meter": "metre", "meters": "metre", "متر": "metre",
    "مترا": "metre", "امتار": "metre", "mile": "mile", "miles": "mile", "ميل": "mile",
    "ميلا": "mile", "اميال": "mile", "centimetre": "cm", "centimetres": "cm", "cm": "cm",
    "سنتيمتر": "cm", "سنتيمترا": "cm", "millimetre": "mm", "millimetres": "mm", "mm": "mm",
    "مليمتر": "mm", "مليمترا": "mm", "foot": "foot", "feet": "foot", "knots": "knot",
    "tonne": "tonne", "tonnes": "tonne", "ton": "ton", "tons": "ton", "طن": "tonne",
    "طنا": "tonne", "اطنان": "tonne", "kg": "kg", "kilo": "kg", "kilos": "kg",
    "kilogram": "kg", "kilograms": "kg", "كيلوغرام": "kg", "كيلوغراما": "kg",
    "litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre", "لتر": "litre",
    "لترا": "litre", "hectare": "hectare", "hectares": "hectare", "هكتار": "hectare",
    "هكتارا": "hectare", "acre": "acre", "acres": "acre", "degree": "degree",
    "degrees": "degree", "megawatt": "mw", "megawatts": "mw", "ميغاواط": "mw",
    "minute": "minute", "minutes": "minute", "min": "minute", "دقيقه": "minute",
    "دقايق": "minute", "hour": "hour", "hours": "hour", "ساعه": "hour", "ساعات": "hour",
    "day": "day", "days": "day", "يوم": "day", "يوما": "day", "ايام": "day", "week": "week",
    "weeks": "week", "اسبوع": "week", "اسبوعا": "week", "اسابيع": "week", "month": "month",
    "months": "month", "شهر": "month", "شهرا": "month", "اشهر": "month", "شهور": "month",
    "summer": "summer", "summers": "summer", "winter": "winter", "winters": "winter",
    "year": "year", "years": "year", "سنه": "year", "سنوات": "year", "عام": "year",
    "عاما": "year", "اعوام": "year", "season": "season", "seasons": "season", "موسم": "season",
    "موسمين": "season",
    "مواسم": "season", "decade": "decade", "decades": "decade",
}  # fmt: skip
POINTS: Final = frozenset(("point", "points", "نقطه", "نقاط", "نقطتان", "نقطتين"))
PERCENTAGE: Final = frozenset(("percentage", "percent", "%", "ميويه", "مييويه", "مايويه"))

# Arabic says two of a unit in one word.
DUALS: Final[dict[str, str]] = {
    "عامين": "year", "عامان": "year", "سنتين": "year", "سنتان": "year", "شهرين": "month",
    "شهران": "month", "اسبوعين": "week", "اسبوعان": "week", "يومين": "day", "يومان": "day",
    "ساعتين": "hour", "ساعتان": "hour", "دقيقتين": "minute", "دقيقتان": "minute",
    "كيلومترين": "km", "مترين": "metre", "متران": "metre", "طنين": "tonne",
}  # fmt: skip
# Words that only lead a share or a number to its unit: "half an hour", "a quarter of a point".
TO_UNIT: Final = (("of", "a"), ("of", "an"), ("a",), ("an",))

# What a bound does to a number: ">=" no less, ">" more, "<=", "<", "~" near it.
BOUNDS: Final[dict[tuple[str, ...], str]] = {
    ("at", "least"): ">=", ("no", "fewer", "than"): ">=", ("no", "less", "than"): ">=",
    ("not", "less", "than"): ">=", ("minimum", "of"): ">=",
    ("more", "than"): ">", ("over",): ">", ("above",): ">", ("exceeding",): ">",
    ("upwards", "of"): ">", ("older", "than"): ">", ("in", "excess", "of"): ">",
    ("longer", "than"): ">", ("larger", "than"): ">", ("higher", "than"): ">",
    ("younger", "than"): "<", ("shorter", "than"): "<", ("lower", "than"): "<",
    ("at", "most"): "<=", ("up", "to"): "<=", ("no", "more", "than"): "<=",
    ("as", "many", "as"): "<=", ("as", "much", "as"): "<=", ("maximum", "of"): "<=",
    ("maximum", "penalty", "of"): "<=", ("maximum", "sentence", "of"): "<=",
    ("maximum", "term", "of"): "<=", ("maximum", "fine", "of"): "<=",
    ("less", "than"): "<", ("fewer", "than"): "<", ("under",): "<", ("below",): "<",
    ("nearly",): "~<", ("almost",): "~<", ("just", "under"): "~<",
    ("about",): "~", ("around",): "~", ("roughly",): "~", ("approximately",): "~",
    ("some",): "~", ("an", "estimated"): "~",
    ("close", "to"): "~<", ("approaching",): "~<",
    ("علي", "الاقل"): ">=", ("ما", "لا", "يقل", "عن"): ">=", ("لا", "يقل", "عن"): ">=",
    ("لا", "تقل", "عن"): ">=",
    ("اكثر", "من"): ">", ("ازيد", "من"): ">", ("فوق",): ">", ("تجاوز",): ">",
    ("ما", "يزيد", "علي"): ">", ("يزيد", "علي"): ">", ("تزيد", "علي"): ">",
    ("ما", "لا", "يزيد", "علي"): "<=", ("لا", "يزيد", "علي"): "<=", ("لا", "تزيد", "علي"): "<=",
    ("اقل", "من"): "<", ("دون",): "<",
    ("بنحو",): "~", ("بحوالي",): "~", ("بزهاء",): "~", ("بقرابه",): "~", ("لنحو",): "~",
    ("لحوالي",): "~", ("باكثر", "من"): ">", ("باقل", "من"): "<",
    ("نحو",): "~", ("حوالي",): "~", ("قرابه",): "~", ("زهاء",): "~", ("ما", "يقارب"): "~",
    ("يقارب",): "~", ("تقارب",): "~", ("ما", "يناهز"): "~", ("يناهز",): "~",
}  # fmt: skip
# Bounds that stand after the number.
AFTER_BOUNDS: Final[dict[tuple[str, ...], str]] = {
    ("or", "more"): ">=", ("at", "least"): ">=", ("at", "most"): "<=", ("or", "so"): "~",
    ("علي", "الاقل"): ">=", ("تقريبا",): "~", ("علي", "الاكثر"): "<=",
}  # fmt: skip
# Where one word may be "half" without a number: shares of a whole.
SHARES: Final[dict[str, tuple[int, int]]] = {
    "half": (1, 2), "quarter": (1, 4), "quarters": (1, 4), "thirds": (1, 3),
    "نصف": (1, 2), "ربع": (1, 4), "ثلث": (1, 3), "ثلثي": (2, 3), "ثلثا": (2, 3),
}  # fmt: skip
