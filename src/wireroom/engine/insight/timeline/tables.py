"""The small words by which a sentence says that it is not about the day it names, by language."""

from typing import Final


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# Right before a day: a border of time, a comparison, or what makes the day a mark of a thing.
# Folded words.
BORDERS: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "by until till since before after from between for through throughout of than to following "
        "ahead like or every each until past the a an his her its their this our my your dated "
        "despite pre post whose starting beginning effective "
        "planned upcoming scheduled proposed deadly fatal recent historic original"
    ),
    "ar": _words("منذ حتي قبل بعد من الي بين حتي لغايه كل بحلول اعتبارا ابتداء عقب خلال موعد ل عن"),
    "fr": _words("depuis jusqu avant après dès de du des entre à au chaque d pour"),
    "de": _words("seit bis vor nach ab vom von zwischen zum jeden für des der die das dem"),
    "es": _words("desde hasta antes después de del entre para cada a al"),
}
# Articles that stand between a border and its day: "entre le 3 et le 5", "bis zum".
ARTICLES: Final = _words("le la el los der den dem the")
# Words that open a clause of its own, whose day is not the sentence's.
CLAUSES: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "who which where when after before since because while if than although though whose until "
        "whether unless as following despite whom according"
    ),
    "ar": _words(
        "بحسب حسب وفق وفقا الذي التي الذين اللذين اللتين بعدما عندما حيث منذ قبل بعد لان بينما "
        "فيما اذا رغم عقب"
    ),
    "fr": _words(
        "qui que où selon d'après quand après avant depuis parce tandis si dont lorsque "
        "lorsqu alors"
    ),
    "de": _words(
        "laut der die das dass welche wo als nachdem bevor seit weil während wenn ob obwohl"
    ),
    "es": _words("según que quien donde cuando después antes desde porque mientras si cuyo aunque"),
}
# What is no event yet, or none at all.
UNSURE: Final[dict[str, frozenset[str]]] = {
    "en": _words("would could might may should if unless almost nearly suppose imagine assume"),
    "ar": _words("لو لولا ربما قد كاد"),
    "fr": _words("aurait auraient serait seraient pourrait si"),
    "de": _words("würde würden könnte könnten hätte wäre sollte"),
    "es": _words("habría podría sería si"),
}
# Of what is to come. Arabic verbs of the future are known by their first letters.
AHEAD: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "will shall due looming coming scheduled expected plans planned planning slated forecast"
    ),
    "ar": _words("سوف المقرر المتوقع المنتظر المرتقب المقبل القادم يعتزم تعتزم يستعد تستعد"),
    "fr": _words("sera seront doit doivent prévu prévue prévus va vont aura auront"),
    "de": _words("wird werden soll sollen geplant will wollen"),
    "es": _words("será serán prevé previsto prevista va van tendrá"),
}
# Verbs of the present that tell of a day to come.
PLANNED: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "begins starts opens takes closes resumes faces meets votes goes heads returns ends "
        "expires "
        "arrives leaves visits hosts holds"
    ),
}
# After these an infinitive tells what was done: "voted to approve it on Monday".
DONE_BY_INFINITIVE: Final = _words(
    "voted managed failed refused agreed decided began continued moved declined helped forced came "
    "went returned started ceased used rushed together"
)
# Verbs of the past, beside those that their endings show.
PAST: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "said told was were had did went came took made gave got found left held met won lost fell "
        "rose "
        "hit struck broke began became brought built bought caught cut drove fought flew led "
        "paid put "
        "ran saw sent set shot shut spoke stood swore threw wrote sought sold sank shook hurt quit "
        "drew burst felt grew heard kept knew laid lay let rode sat slid slept split spread stole "
        "stuck "
        "swept taught thought understood withdrew woke wore read beat bid overtook underwent"
    ),
    "fr": _words("a ont avait avaient était étaient été fut furent"),
    "de": _words(
        "hat haben hatte hatten wurde wurden war waren sagte teilte erklärte kam ging starb gab "
        "traf "
        "starben fand begann stimmte brach stürzte kündigte beschloss"
    ),
    "es": _words("ha han había habían fue fueron"),
    "ar": frozenset(),
}
PAST_ENDINGS: Final[dict[str, tuple[str, ...]]] = {"en": ("ed",), "es": ("ó", "aron", "ieron")}
# What happens on a day of its own, whatever is said of it: "comments on Tuesday angered them".
EVENTS: Final = _words(
    "announcement announcements comment comments remark remarks statement speech attack attacks "
    "death "
    "deaths meeting vote ruling decision trip visit interview testimony tweet tweets hearing "
    "arrest "
    "arrests shooting fire protest protests rally crash election poll polls debate order "
    "shutdown deadline"
)
# Of a thing that was made known before: "polls released on Monday".
MADE_KNOWN: Final = _words(
    "released published unveiled issued filed signed posted obtained conducted described made held "
    "aired broadcast leaked printed"
)
EVENTS_AS_TIME: Final = _words("in at during on")
# After these a clause tells what was said or found; its verb may have a day of its own.
CONTENT_VERBS: Final = _words(
    "said says told announced reported confirmed added wrote stated tweeted acknowledged revealed "
    "claimed found showed ruled declared suggested indicated believe believed know knew"
)
SAID: Final = _words("said says told announced reported confirmed added wrote stated tweeted")
