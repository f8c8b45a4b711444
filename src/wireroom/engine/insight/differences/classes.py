"""What is counted in news of every kind, by class and language: the dead, the injured, homes."""

from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.keys import bare_forms, is_arabic
from wireroom.engine.insight.verify.word_table import words_in

# A class a line, which says what became of those counted: its name, its words in languages of
# Latin letters, then in Arabic, folded and in every form. Indented lines go on.
_STATES: Final = """
dead|bodies corpses killed kill kills killing dead died dies die dying deaths death fatalities
 fatality perished perish toll drowned drowning lives slain tote toten
 todesopfer getötet gestorben starben leben
 morts mort tués décès muertos muertas muertes fallecidos víctimas mortes mortos morti vittime ölü
|قتل قتلت قتلوا يقتل مقتل قتيل قتيلا قتلي قتيلين قتيلان مصرع حتف حتفهم مصرعهم وفاه وفيات توفي
 توفوا ماتوا مات بحياه اودي اودت ضحايا ضحيه موت غرقا جثه جثث جثامين
injured|injured injuring injures injuries injury hurt wounded wounding hospital
 hospitals hospitalised hospitalized verletzt verletzte verletzten blessés blessé heridos heridas
 feridos feriti yaralı burns
|اصيب اصيبوا اصابه اصابات اصابت مصاب مصابا مصابين مصابون المصابين جرح جرحوا جرحي جريح جريحا جراح
 بجروح
missing|missing unaccounted vermisst vermisste disparus desaparecidos dispersi|مفقود مفقودا مفقودين
 مفقودون فقد فقدان فقدوا
arrested|arrested arrests arrest arresting detained detaining detains detentions custody
 festgenommen arrêtés detenidos|اعتقل اعتقلت اعتقال معتقل معتقلين معتقلا اوقف اوقفت توقيف ايقاف
 موقوف موقوفا موقوفين الموقوفين احتجز احتجزت احتجاز القبض
rescued|rescued rescue rescuing saved saving gerettet sauvés rescatados|انقذ انقذت انقذوا انقاذ
displaced|displaced displacing displace homeless|نزوح نازح نازحا نازحين نزح نزحت تشريد شرد شردت
 تشرد مشرد مشردا مشردين النزوح
evacuated|evacuated evacuate evacuating evacuations evacuees evakuiert évacués evacuados
|اجلاء اجلوا اجلي
 اجلت اجليت اخلاء اخلي اخليت
infected|infections infected sick sickened ill
trapped|trapped|محاصر محاصرا محاصرين عالق عالقا عالقين
"""
# Who is counted: two that differ are two facts.
_GROUPS: Final = """
children|child children kids kid minors boys girls toddlers babies infants|طفل اطفال طفلا طفلين
women|women woman|امراه نساء سيده سيدات
soldiers|soldiers soldier troops servicemen|جندي جنود جنديا جنديين عسكري عسكريين
police|policemen policeman officers officer|شرطي شرطيا شرطيين ضابط ضباط
rescuers|firefighters firefighter rescuers paramedics medics|اطفايي مسعف مسعفين
militants|militants gunmen fighters rebels insurgents attackers|مسلح مسلحا مسلحين مقاتل مقاتلا
civilians|civilians civilian|مدني مدنيا مدنيين
journalists|journalists journalist reporters|صحافي صحفي صحافيا صحفيا صحافيين صحفيين
students|students pupils schoolchildren|طالب طالبا طلاب تلميذ تلاميذ تلميذا
foreigners|foreigners nationals tourists|اجنبي اجانب سايح سياح
crew|crew crewmembers sailors|بحار بحارا بحاره
"""
# Words for anybody: with them or without them the same people are meant.
_GENERIC: Final = words_in(
    """
    people person persons others other more menschen personen personnes personas pessoas persone
    شخص شخصا اشخاص الاشخاص شخصين شخصان اخرين اخرون اخر الناس فرد افراد
    """
)
_ANYBODY: Final = _GENERIC | words_in(
    """
    individuals victims passengers passenger residents resident villagers villager workers worker
    migrants men inhabitants ركاب راكب راكبا عامل عاملا عمال نسمه
    """
)


def _by_word(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in table.replace("\n ", " ").replace("\n|", "|").strip().splitlines():
        name, *words = line.split("|")
        found |= dict.fromkeys(" ".join(words).split(), name)
    return found


_STATE_BY_WORD: Final = _by_word(_STATES)
_GROUP_BY_WORD: Final = _by_word(_GROUPS)
# What shrinks while an event lasts; all other counts grow.
SHRINKING: Final = frozenset(("missing", "trapped"))


@lru_cache(maxsize=1 << 14)
def state_of(word: str) -> str:
    """Return the class that a folded word tells ("killed": dead), "" if none."""
    return _look_up(word, _STATE_BY_WORD)


@lru_cache(maxsize=1 << 14)
def group_of(word: str) -> str:
    """Return who a folded word counts ("toddlers": children), "" if nobody special."""
    return _look_up(word, _GROUP_BY_WORD)


@lru_cache(maxsize=1 << 14)
def is_anybody(word: str) -> bool:
    """Whether a folded word counts people of no special kind."""
    return word in _ANYBODY


def is_generic(word: str) -> bool:
    """Whether a folded word leaves open who is counted: "people", unlike "passengers"."""
    return word in _GENERIC


def _look_up(word: str, table: dict[str, str]) -> str:
    if word in table or not is_arabic(word):
        return table.get(word, "")
    return next((table[form] for form in sorted(bare_forms(word)) if form in table), "")
