"""Words around an amount that say what it is of, whether it is past or a part, and who told it."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

# Words that part what one number counts from what another does.
JOINTS: Final = words_in(
    """
    and or but while as after when where with because before although whereas et y und e
    و فيما بينما بعد عندما حيث كما لكن
    """
)
NEW_CLAUSE: Final = words_in("but while as after when where because before although whereas")
# "including three children", "among them": a part of those counted before.
PART_BEFORE: Final = words_in(
    "including among them include includes بينهم بينها منهم منها ضمنهم darunter dont incluidos"
)
PART_AFTER: Final = words_in("them those whom these which منهم منها هولاء")
# "The number of missing ... fell to nine": what the number counts stands after these.
TALLIES: Final = words_in(
    "toll number count tally figure total عدد حصيله اعداد zahl nombre número bilan balance numero"
)
# What stands right before a number that a tally rises to.
REACHES: Final = words_in(
    """
    to at reached stands stood hit passed of is was by numbered reaching topped climbed said auf à
    الي بلغ بلغت عند وبلغ
    """
)
# A time before the event, wherever it stands: "a similar fire", "the previous record".
PAST: Final = words_in(
    """
    previous previously similar earlier worst historic predecessor separate unrelated elsewhere
    سابق سابقه السابق السابقه سابقا منفصل منفصله مماثل مماثله المماثله سابقين مشابهه مشابه
    """
)
# After "last" these mean now; other words mean a time before.
LAST_NOW: Final = words_in(
    """
    night week monday tuesday wednesday thursday friday saturday sunday minute minutes hour hours
    day days
    """
)
WHOLE: Final = words_in("nationwide total overall worldwide globally الاجمالي اجمالي")
# "Across the country", "عموم البلاد", but not "in the north of the country".
WHOLE_OF: Final = words_in("across whole entire throughout عموم انحاء مجمل")
COUNTRY: Final = words_in("country nation البلاد")
# What may be, or would have to be.
FEARED: Final = words_in(
    "could may might feared fears potential if needed needs required threshold "
    "قد يمكن ربما محتمل مخاوف"
)
# A share of these is no share of all.
LOCAL: Final = words_in("capital abroad overseas rural urban العاصمه الخارج")
# In Arabic, where no capital tells a name, these come before one.
ARABIC_PLACE_WORDS: Final = words_in("في قرب قباله بمدينه بمحافظه ببلده بقريه")
ARABIC_PLACE_KINDS: Final = words_in("مدينه محافظه بلده قريه ولايه منطقه اقليم ضاحيه مقاطعه جزيره")
PLACE_WORDS: Final = words_in("in at near off outside across around from")

SAYS: Final = words_in(
    """
    said says say saying told tells reported reports put puts announced confirmed confirms stated
    estimated estimates spoke spoken speaks claimed claims counted added insists maintains values
    tweeted insisted gave
    قال قالت قالوا اعلن اعلنت افاد افادت اكد اكدت ذكر ذكرت تحدث تحدثت اوضح اوضحت اضاف اضافت اشارت
    اشار صرح صرحت قدرت قدر احصت تمسك تمسكت يقول تقول يتحدث تتحدث احصي يعد تعد يقدر تقدر
    sagte sagten teilte meldete meldeten
    """
)
ACCORDING: Final = words_in("وفق وفقا بحسب حسب laut selon según secondo segundo")
# Bodies that give numbers, so that "the ministry 15" needs no verb.
BODIES: Final = words_in(
    """
    police ministry government officials official hospital hospitals brigade service army military
    governor mayor opposition company operator union organisers organizers union witnesses
    authorities rescuers agency office minister spokesman spokeswoman company residents activists
    prosecutors prosecutor doctors medics defence defense council
    """
)
CITED_STOPS: Final = words_in(
    """
    that and but while as when after before which who in on by at of to for with has have had was
    were also not will later
    ان انه انها ب في من علي عن
    """
)
CORRECTS: Final = words_in(
    """
    correction corrected corrects corrected revised revises revise amended erroneously mistakenly
    lowered upgraded downgraded updated
    تصحيح صححت صحح عدلت مصحح
    """
)
# "Two fewer than was first reported": somebody's earlier number is put right.
FIRST: Final = words_in("first initially originally previously")
REPORTED: Final = words_in("reported thought announced counted stated given feared believed")
# Words beside an age that say nothing of whose it is.
ANY_AGED: Final = words_in(
    "old man woman boy girl year years men women male female "
    "عاما سنه عام سنوات البالغ العمر رجل امراه"
)
# "Four were killed at the scene": others died elsewhere; "the 19 who died were part of a group".
PART_ENDS: Final = (
    ("at", "the", "scene"), ("on", "the", "spot"), ("instantly",), ("were", "part", "of"),
)  # fmt: skip
# An outlet that owns up to an error names the wrong value too.
WRONGLY: Final = words_in("incorrectly misstated erroneously mistakenly wrongly version خطا")
# Words of names that many names share.
GENERIC_NAMES: Final = words_in(
    """
    city county state north south east west new northern southern eastern western central united
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december president minister prime mr mrs ms dr
    department ministry national police mayor governor
    """
)
