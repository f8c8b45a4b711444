"""Small words by language: pronouns, and those that bound a name or a noun phrase."""

from typing import Final

# Third-person pronouns and what they can stand for: m, f, p (several), n (a thing, an outlet).
PRONOUNS: Final[dict[str, dict[str, str]]] = {
    "en": {"he": "m", "she": "f", "they": "p", "it": "n"},
    "ar": {"هو": "m", "هي": "f", "هم": "p"},
    "fr": {"il": "m", "elle": "f", "ils": "p", "elles": "p"},
    "es": {"él": "m", "ella": "f", "ellos": "p", "ellas": "p"},
    "de": {"er": "m", "sie": "f"},
    "it": {"lui": "m", "lei": "f", "loro": "p"},
    "pt": {"ele": "m", "ela": "f", "eles": "p", "elas": "p"},
    "ru": {"он": "m", "она": "f", "они": "p"},
    "tr": {"o": "m", "onlar": "p"},
}
DETERMINERS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("the a an his her their its this that one another some several many two".split()),
    "fr": frozenset("le la les un une des l' son sa ses ce cette".split()),
    "es": frozenset("el la los las un una su sus este esta".split()),
    "de": frozenset("der die das ein eine einer dem den".split()),
    "it": frozenset("il lo la i gli le un una".split()),
    "pt": frozenset("o a os as um uma seu sua".split()),
}
PREPOSITIONS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("of for at from in with on by about against near".split()),
    "fr": frozenset("de du des à au aux d' pour en chez".split()),
    "es": frozenset("de del en a para por con".split()),
    "de": frozenset("von vom der des für im in aus bei beim am".split()),
    "it": frozenset("di del della dei delle dello da in per al alla".split()),
    "pt": frozenset("de do da dos das em no na para ao à".split()),
    "ru": frozenset("в на по из от для с о".split()),
    "ar": frozenset("في من على إلى عن مع خلال أمام عبر ضمن بشأن حول لدى بعد قبل".split()),
}
# Words that stand between a subject and its verb.
BETWEEN: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        "has have had also then later again once previously recently only now further even first "
        "still always often earlier just meanwhile famously did does simply all both would will "
        "may might could once never yesterday today monday tuesday wednesday thursday friday "
        "saturday sunday reportedly went on is was are were".split()
    ),
    "fr": frozenset("a ont avait avaient s'est aussi ensuite encore notamment également".split()),
    "es": frozenset("ha han había también además no se".split()),
    "de": frozenset("hat haben hatte auch nun weiter".split()),
    "it": frozenset("ha hanno aveva anche poi".split()),
    "pt": frozenset("ainda também já tem havia".split()),
    "ru": frozenset("также ранее уже".split()),
}
PASSIVE: Final = frozenset("was were is are be been being gets got".split())
# Lower-case words inside a name, between its capitals.
PARTICLES: Final = frozenset(
    "de da do dos das di del della van von der den ter bin ibn bint al el la le du y e af zu "
    "abu ben".split()
)
# Words that open a sentence with a capital and are no name; also what a name never is.
NO_NAMES: Final = frozenset(
    "the a an and but or nor so yet if when while as after before since because although though "
    "however meanwhile moreover furthermore additionally also then now in on at by for from with "
    "without of to into over under about according asked speaking following despite during "
    "instead still even only just this that these those there here what who whom whose which "
    "where why how he she it they we i you his her its their our my your one some many most all "
    "both each every another other others no not yes monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november "
    "december mr mrs ms dr sir lady lord earlier later last next today yesterday tomorrow "
    "le la les un une des il elle ils elles ce cette ces mais et dans pour selon après avec sur "
    "el los las una su sus este esta pero y en por según tras con "
    "der die das ein eine er sie es wir ich und aber doch im in am um nach laut bei mit auf für "
    "so wie zu den dem des dann auch nur "
    "i gli lo ma nel nella dopo con per o os as um uma mas em no na após segundo com "
    "он она они это но и в на по как что также о с для "
    "bu ve ama bir için".split()
)
# Words of English that end a noun phrase to the right of its verb.
NP_ENDS: Final = frozenset(
    "in on at by for from with to into over under about during after before while when as who "
    "whose that which because and but or if since told said says of adding where was were is are has "
    "monday tuesday wednesday thursday friday saturday sunday yesterday today later tonight "
    "have had will would could should can may might must do does did be been says than".split()
)
