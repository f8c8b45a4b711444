"""Speakers who are nobody in particular: "some", "one of them", "residents", "أحدهم"."""

from functools import lru_cache
from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

_ALONE: Final = word_list(
    "some others many several few most both another one everyone everybody someone somebody nobody "
    "anyone they it he she people "
    "jemand manche einige viele mehrere andere einer eine man alle niemand "
    "certains certaines plusieurs beaucoup on quelqu'un tous "
    "algunos algunas otros otras varios varias muchos alguien todos uno una "
    "alcuni alcune altri molti qualcuno alguns outros muitos alguém "
    "أحدهم إحداهن إحداهم أحدهما بعضهم بعضهن البعض آخرون الآخرون كثيرون الكثيرون الجميع أحد "
    "سيدة رجل امرأة شاب شابة فتاة طفل طفلة"
)
# They mean somebody of many where "of them" or a noun follows.
_QUANTIFIERS: Final = word_list(
    "some others other many several few most both another "
    "manche einige viele mehrere andere certains certaines plusieurs d'autres "
    "algunos algunas otros otras varios varias muchos alcuni alcune altri molti alguns "
    "بعض عدد العديد أحد إحدى كثير"
)
_ONE_OF: Final = word_list("one einer eine eines l'un l'une un una uno um uma")
_OF: Final = word_list("of von der des unserer de di d'eux d'entre من")
_ARTICLES: Final = word_list(
    "a an the one ein eine der die das un une des les los las unos unas il"
)
# Singular and plural of people who are anybody.
_ANYBODY: Final = word_list(
    "resident residents local locals neighbour neighbours neighbor neighbors witness witnesses "
    "eyewitness eyewitnesses bystander bystanders passer-by passers-by man men woman women people "
    "person user users fan fans critic critics observer observers source sources insider insiders "
    "customer customers voter voters protester protesters protestor protestors demonstrators "
    "villager villagers survivor survivors commenter commenters viewer viewers reader readers "
    "anwohner anwohnerin anwohnern bewohner bewohnerin augenzeuge augenzeugen zeuge zeugen passant "
    "passanten kritiker beobachter nutzer nutzerin mann frau leute demonstranten insider "
    "habitant habitants riverain riverains témoin témoins internaute internautes sources source "
    "vecino vecinos vecina testigo testigos residente residentes fuente fuentes usuario usuarios "
    "testimone testimoni residenti fonti morador moradores testemunha testemunhas fonte fontes"
)
# People are called so, too: "Mann" alone, and the last of several capital words, is a name.
_SURNAMES: Final = word_list("man mann frau fan source reader local fonte fuentes vecino")
_ARABIC_ANYBODY: Final = word_list(
    "سكان السكان أهالي الأهالي شهود الشهود شاهد مواطنون المواطنون مواطنين مصدر مصادر ناشطون نشطاء"
)


@lru_cache(maxsize=1 << 12)  # of one quote it is asked several times
def is_generic(name: str) -> bool:
    """Tell whether a speaker's words name nobody: they mean any of many, or anybody.

    Roles stay somebody ("a spokesman for the port"), for the reader learns who speaks.
    """
    parts = name.casefold().replace("’", "'").split()
    if not parts or (len(parts) == 1 and parts[0] in _ALONE):
        return True
    if parts[0] in _QUANTIFIERS:
        return True
    if parts[0] in _ONE_OF and parts[1] in _OF:
        return True
    if parts[0] in _ARABIC_ANYBODY:
        return True
    if parts[0] in _ARTICLES:
        return len(parts) > 1 and parts[-1] in _ANYBODY
    is_name = name.split()[-1][0].isupper() and (len(parts) > 1 or parts[0] in _SURNAMES)
    return parts[-1] in _ANYBODY and not is_name
