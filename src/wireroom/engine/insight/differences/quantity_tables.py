"""Words that make amounts without a number, or tell what kind of amount a number is."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

MONEY: Final = frozenset(
    ("usd", "eur", "gbp", "jpy", "crown", "dinar", "riyal", "dirham", "cent")
)  # fmt: skip
# Currencies that `engine.text.numbers` has no unit for.
CURRENCIES: Final[dict[str, str]] = {
    word: words.split()[0]
    for words in (
        "rupee rupees روبيه", "lira liras ليره ليرات", "yuan يوان", "rouble roubles ruble rubles",
        "peso pesos بيزو", "shekel shekels شيكل", "franc francs فرنك", "krone kroner krona kronor",
        "zloty zlotys", "rand", "naira", "baht", "won", "rial rials", "taka", "hryvnia",
        "dollar dollars دولار دولارا", "pound pounds جنيه جنيها", "crown crowns",
        "dinar دينار دينارا",
    )
    for word in words.split()
}  # fmt: skip
# Units that `engine.text.numbers` does not tell, by the one to three words after the number.
UNITS_AFTER: Final[dict[tuple[str, ...], str]] = {
    ("square", "kilometres"): "sq km", ("square", "kilometers"): "sq km", ("sq", "km"): "sq km",
    ("square", "miles"): "sq mile", ("sq", "miles"): "sq mile", ("square", "metres"): "sq metre",
    ("square", "meters"): "sq metre", ("sqkm",): "sq km",
    ("kph",): "km/h", ("kmh",): "km/h", ("mph",): "mph",
    ("c",): "celsius", ("f",): "fahrenheit", ("celsius",): "celsius",
    ("fahrenheit",): "fahrenheit", ("°", "c"): "celsius", ("°", "f"): "fahrenheit",
    ("°",): "degree",
}  # fmt: skip
# What turns a length or a degree into another unit.
TURNED_UNITS: Final[dict[tuple[str, str], str]] = {
    ("km", "h"): "km/h", ("km", "per"): "km/h", ("km", "an"): "km/h", ("mile", "per"): "mph",
    ("mile", "an"): "mph", ("km", "مربع"): "sq km", ("km", "مربعا"): "sq km",
    ("metre", "مربع"): "sq metre", ("km", "في"): "km/h",
    ("degree", "c"): "celsius", ("degree", "celsius"): "celsius", ("degree", "f"): "fahrenheit",
    ("degree", "fahrenheit"): "fahrenheit", ("degree", "ميويه"): "celsius",
    ("degree", "مييويه"): "celsius",
}  # fmt: skip

# From how many to how many a vague word means; None where there is no end.
VAGUE: Final[dict[tuple[str, ...], tuple[int, int | None]]] = {
    ("tens", "of", "thousands"): (20_000, 99_999),
    ("hundreds", "of", "thousands"): (200_000, 999_999),
    ("half", "a", "dozen"): (5, 7), ("a", "dozen"): (10, 14), ("dozens",): (20, 99),
    ("scores", "of"): (30, 199), ("hundreds",): (200, 999), ("thousands",): (2000, 999_999),
    ("millions",): (2_000_000, None),
    ("عشرات", "الالاف"): (20_000, 99_999), ("ميات", "الالاف"): (200_000, 999_999),
    ("عشرات",): (20, 99), ("العشرات",): (20, 99), ("ميات",): (200, 999), ("المييات",): (200, 999),
    ("مييات",): (200, 999), ("الميات",): (200, 999), ("الاف",): (2000, 999_999),
    ("الالاف",): (2000, 999_999),
}  # fmt: skip
LONGEST_VAGUE: Final = 3
VAGUE_FIRST: Final = frozenset(words[0] for words in VAGUE)
# Words of one or two, which Arabic counts without a number.
DUALS: Final = words_in(
    """
    شخصين شخصان قتيلين قتيلان جريحين جريحان طفلين طفلان امراتين امراتان جنديين جنديان شرطيين
    شرطيان مدنيين رجلين رجلان
    """
)

# Words before a number that name a thing instead of counting.
NAMED_BY_NUMBER: Final = words_in(
    """
    flight route highway article section no number room channel boeing airbus chapter page
    line platform unit apollo covid cop runway gate terminal amendment title level phase grade
    interstate motorway group size pier building apartment block road version type
    رقم الماده ماده القناه الفقره صفحه الرحله شارع طريق
    """
)
SCORING: Final = words_in(
    """
    won win wins beat beats defeat defeated victory drew draw lost score score-line match final
    derby semi-final game passed pass vote votes voted approved carried adopted rejected defeats
    winning ended beating
    فاز فازت تغلب تغلبت الفوز فوز تعادل هزم بنتيجه المباراه النهايي صوت صوتا خسر وخسر
    """
)
VOTES: Final = words_in("votes vote صوتا صوت اصوات")
VERSUS: Final = words_in("- – — to against مقابل")
CHANGES: Final = words_in(
    """
    rose risen rise rises raised raise climbed grew grown jumped up increased fell fallen fall
    dropped down cut cuts lowered revised raising lifting lowering slashed trimmed reduced
    gestiegen gesunken erhöht
    ارتفع ارتفعت ارتفاع رفع رفعت زاد زادت انخفض انخفضت تراجع تراجعت خفض خفضت
    """
)
# What is said to have changed is news; "up to" and "cut" say nothing of that.
CHANGED: Final = CHANGES - {"up", "down", "cut", "cuts"} | {"now", "already"}
# Words right before a number that is no longer said: the value that another one replaces.
FORMER: Final = words_in("not instead rather versus previously بدلا وليس لا")
MAGNITUDE_WORDS: Final = words_in("magnitude richter بقوه قوته قوتها قوه شدته stärke")
QUAKES: Final = words_in("quake earthquake tremor aftershock")
# Before a small number these point to somebody told of already: "the two met", "all four".
POINTERS: Final = words_in(
    "the all both these those other another his her their its our my your each every remaining"
)
# What an ordinal may rank so that two of them tell of one thing.
RANKED: Final = words_in("minute place floor lap ballot attempt storey")
# A number after these comes on top of another one.
ADDITIONAL: Final = words_in("another additional extra further")
