"""English words of questions: what they ask for, and what reports write instead of them."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

# Words of a question that reports need not have to answer it.
GENERIC: Final = words_in(
    """
    many much long old exactly people person persons please know known tell many happen
    happened happens name named called call number total amount there did do altogether
    according say says said saying think thinks talk anybody anyone somebody someone anything
    something nothing ever yet still kind sort type of also else money down up reach out most
    reported so far left value figure percentage proportion begin time times
    happening turned share part actually really now money cash
    """
)
# How a measure is asked for, and the words under which reports give it.
MEASURES: Final = {
    "strong": "magnitude strength strong measured",
    "powerful": "magnitude strength power",
    "deep": "depth deep",
    "tall": "height tall high metres",
    "high": "height high level rate charge price tax fee temperature inflation turnout",
    "wide": "width wide breadth",
    "fast": "speed fast hour",
    "heavy": "weight tonnes kilograms heavy",
    "far": "kilometres miles metres distance km",
    "big": "",
    "large": "",
    "great": "",
    "hot": "degrees",
    "expensive": "crowns dinars dollars euros pounds",
}
# The units in which a report gives such a measure; where none are listed any will do.
_LENGTHS: Final = words_in(
    """
    metre metres kilometre kilometres centimetre centimetres millimetres mile miles foot feet yard
    yards inch inches storeys floors fathoms hectares km m cm mm meters kilometers
    """
)
UNITS: Final = {
    "deep": _LENGTHS,
    "tall": _LENGTHS,
    "high": _LENGTHS,
    "wide": _LENGTHS,
    "far": _LENGTHS,
    "fast": words_in("kilometres km miles knots mph metres"),
    "heavy": words_in("tonnes tons tonne kilograms kilos kg grams pounds"),
    "hot": words_in("degrees c celsius"),
    "expensive": words_in("crowns crown dinars dollars euros pounds million billion"),
}
# What is high or falls far without being long: any number may say so.
RATED: Final = words_in(
    """
    rate levy tax price fee charge inflation temperature turnout toll wage rent bill debt share
    shares unemployment cost fine crown dollar euro pound currency level score profit profits sales
    output prices rates taxes fees
    """
)
# A number with "per cent" says what such a noun asks for, and need not repeat it.
SHARES: Final = words_in("rate share percentage proportion level")
# They ask for the latest value, which a report gives behind a verb: "cut it to 4 per cent".
LATEST: Final = words_in("new now current currently present today latest")
# "What magnitude", "which share": nouns whose answer is a number.
NUMBER_NOUNS: Final = words_in(
    """
    magnitude share percentage proportion price score result size height depth length width
    speed weight rate figure toll distance temperature rise increase fee salary turnout
    attendance majority margin
    """
)
# Turns of phrase, and the one word that says the same.
IDIOMS: Final = (
    ("on board", "aboard"),
    ("(?:lose|lost|losing) (?:their|his|her|its) (?:life|lives)", "died"),
    ("(?:passed|pass) away", "died"),
    ("(?:take|takes|took|taken|taking) place", "held"),
    ("(?:take|takes|took|taken|taking) part", "joined"),
    ("(?:call|called|calling) off", "cancelled"),
    ("(?:put|putting) off", "delayed"),
    ("(?:put|putting) out", "extinguished"),
    ("(?:set|setting) up", "founded"),
    ("(?:step|steps|stepped|stand|stood) down", "resigned"),
    ("(?:turn|turned|turning) down", "rejected"),
    ("(?:look|looked|looking) into", "investigate"),
    ("(?:break|breaks|broke|broken) out", "began"),
    ("(?:catch|caught) fire", "burned"),
    ("(?:let|letting) go", "released"),
    ("(?:shut|close|closed) down", "closed"),
    ("(?:set off|sets off|setting off)", "departed"),
    ("(?:find|found|finding) out", "discovered"),
    ("(?:give|gave|given|giving) birth", "born"),
    ("(?:make|made) public", "published"),
    ("(?:get|got|getting) (?:hurt|injured)", "injured"),
    ("(?:go|goes|went|gone) up", "rise"),
    ("(?:go|goes|went|gone|came|come) down", "fall"),
    ("(?:point|pointed) out", "said"),
    ("(?:go|goes|going|went|gone|carry|carried) on", "lasted"),
    ("(?:go|goes|going|went|gone|get|got) through", "approved"),
    ("(?:take|takes|took|taken|come|comes|came) (?:into )?(?:effect|force)", "begin"),
    ("(?:bring|brings|brought|bringing) in", "raised"),
    ("(?:give|gave|given) up", "abandoned"),
    ("(?:carry|carried|carrying) out", "conducted"),
    ("(?:take|takes|took|taken) over", "acquired"),
    ("(?:come|came) from", "from"),
    ("(?:pull|pulled|pulling) out", "withdrew"),
    ("(?:tear|tore|torn|knock|knocked|pull|pulled) down", "demolished"),
    ("(?:hand|handed|handing) over", "gave"),
    ("(?:burn|burned|burnt) down", "burned"),
    ("(?:get|gets|got) (?:married|wed)", "married"),
    ("(?:make|makes|made|making) up", "constitute"),
    ("(?:bring|brought|bringing) back", "returned"),
    ("(?:go|goes|went|gone) missing", "missing"),
    ("(?:lay|laid|laying) off", "dismissed"),
    ("(?:run|runs|ran) (?:away|off)", "fled"),
    ("(?:sign|signed) up", "registered"),
    ("(?:speed|sped|speeded) up", "accelerated"),
    ("(?:cut|cuts|cutting) down", "felled"),
    ("(?:work|worked) out", "calculated"),
    ("(?:fill|filled) in", "completed"),
    ("(?:show|showed|shown|turn|turned) up", "appeared"),
)
# They say when, and what stands behind them says it as well.
MOMENTS: Final = words_in("after before during since until")
TIME_NOUNS: Final = words_in("time day date year month hour minute weekday week season")
# Who may have done something without a name.
TRADES: Final = words_in(
    """
    driver worker teacher officer minister spokesman spokeswoman police soldier soldiers man woman
    boy girl farmer sailor engineer union government company court agency board ministry council
    volunteers rescuers neighbour neighbours inspector judge jury committee army navy coast guard
    pensioners farmers families owners women children workers residents teachers soldiers
    bank pilot doctor doctors nurse students
    """
)
# What "how much" measures in.
MEASURED: Final = words_in(
    """
    crowns crown dinars dinar dollars dollar euros euro pounds pound pence cents francs yen yuan
    rupees riyals dirhams tonnes tons kilograms kilos litres gallons barrels metres kilometres
    km miles feet cent percent points point million billion trillion thousand degrees megawatts
    """
)
# Verbs that the verifier leaves out and that a question may turn on.
VERBS: Final = words_in(
    "go going went gone take taking took taken come came coming get got make made become became"
)
PERSONAL: Final = words_in("he she they his her their him them")
PRONOUNS: Final = PERSONAL | words_in("it its who which this these that")
ROLE_OPENERS: Final = words_in("is was are were s")
CAUSES: Final = (
    "because", "due to", "owing to", "thanks to", "as a result", "caused by", "in recognition of",
    "for the", "so that", "since", "after", "to protest", "in protest", "when", "blamed", "reason",
    "led to", "attributed", "following", "had been",
)  # fmt: skip
PLACES: Final = words_in(
    """
    island islands city town village capital port harbour harbor hospital prison court station
    deck warehouse ground stadium school church street bridge road square airport mill office
    room square chamber kitchen garden field beach forest motorway bay lake district region
    province county headquarters embassy palace theatre club park farm factory plant mine tunnel
    terminal centre hotel house hall valley river sea coast mountain border camp
    university library museum dockyard shipyard yard quarry barracks clinic cemetery stage
    bank shore cliff cave desert farm studio market pier quay embassy
    """
)
TIME: Final = (
    r"\b\d{1,2}[.:]\d\d\b|\b[ap]\.?m\b|\bmidnight\b|\bnoon\b|\bmidday\b|\bdawn\b|\bmorning\b"
    r"|\bevening\b|\bovernight\b|\bnight\b|\btomorrow\b|\byesterday\b|\btoday\b|\btonight\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:spring|summer|autumn|winter)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:1[89]|20)\d\d\b|\b(?:last|next|this) (?:week|month|year|season)\b"
    r"|\b[\w-]+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)"
    r" (?:ago|later|earlier|before|after|old)\b"
    r"|\b(?:after|within|in the|in|for|until|since) (?:\w+ ){0,2}"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|half-hour)\b"
    r"|\b(?:past|to) (?:ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)\b"
)
