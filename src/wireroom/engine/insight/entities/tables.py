"""Words that tell what a name is the name of."""

from typing import Final

from wireroom.engine.insight.entities.known_tables import CLUBS, COMPANIES, PHRASES
from wireroom.engine.insight.quotes.people_tables import AGENCIES, TITLES
from wireroom.engine.insight.quotes.word_list import word_list

# Before a name, beside the titles that quotes know.
TITLE_WORDS: Final = (
    TITLES
    | word_list(
        "former prime foreign interior finance defence defense vice ex- then-president "
        "attorney-general "
        "inspector-general secretary-general first-lady lady emperor empress duke duchess count "
        "baron "
        "saint star quarterback pitcher forward officer constable corporal private cardinal "
        "sens reps govs justice lord-chancellor under-secretary cllr hon sultan crown emir shah "
        "premierminister "
        "ministerpräsident ministerpräsidentin bundeskanzler bundeskanzlerin außenminister "
        "außenministerin innenminister pressesprecher moderator moderatorin bundespräsident papst "
        "könig königin prinz prinzessin spitzenkandidat pfarrer juge avocat procureur roi reine "
        "prince princesse pape infanta infante fiscal abogado alcalde papa cardenal "
        "gründer gründerin vorsitzender vorsitzende fondateur fondatrice fundador fundadora "
        "канцлер король королева судья генерал адвокат актер актриса режиссер певец певица"
    )
) - word_list("m don expert member team home")
# What a name ends in, or begins with before "of" and "for", that is an organisation's.
ORG_WORDS: Final = word_list(
    "party ministry department agency bureau office commission committee council court senate "
    "congress parliament assembly association union federation confederation league club society "
    "institute institution university college school academy hospital clinic bank fund group "
    "company corp corporation inc incorporated ltd limited llc plc gmbh ag se sa nv holdings "
    "holding partners ventures capital industries systems technologies technology motors airlines "
    "airways air media news times post journal tribune herald gazette chronicle observer guardian "
    "telegraph press broadcasting radio tv television network networks records productions "
    "pictures studios entertainment foundation trust charity organization organisation "
    "authority administration service services police army navy force forces marines corps guard "
    "command directorate secretariat board team united city's rovers wanderers fc afc cf sc bc "
    "church diocese museum gallery theater theatre orchestra alliance coalition front movement "
    "brigade brigades watch network center centre laboratory lab labs institutes "
    "conservatives democrats republicans liberals greens socialists tories lakers rights "
    "embassy consulate tribunal treasury exchange publishers publishing magazine software "
    "brothers sisters pharmaceuticals protection securities equities energy petroleum oil gas "
    "electric foods co llp "
    "brands stores "
    "markets airlines "
    "partei ministerium bundesamt landesamt amt gericht gerichtshof bundestag bundesrat landtag "
    "verein verband bund universität hochschule institut stiftung gesellschaft werke bahn "
    "zeitung verkehrsbetriebe stadtwerke polizei feuerwehr nachrichtenagentur bündnis bündnisses "
    "ministère parti syndicat université école institut société banque cour tribunal assemblée "
    "sénat conseil comité fédération confédération association agence groupe ligue commission "
    "ministerio partido sindicato universidad instituto sociedad banco corte tribunal asamblea "
    "senado congreso consejo comité federación confederación asociación agencia grupo liga "
    "comisión "
    "fiscalía ejército policía hacienda organización jurisdicción sala unión fundación fuerza "
    "министерство партия суд суда университет институт банк совет комитет комиссия ассоциация "
    "агентство группа компания служба полиция прокуратура фонд союз"
)
# In such a word a company's name may end, and so may other names: half a sign.
BRAND_ENDS: Final = word_list(
    "line lines ledger daily weekly polytechnic railways railway robotics aerospace dynamics "
    "logistics shipping ferries rail water mills works bakery brewery farms estates solutions "
    "consulting associates insurance mutual financial finance pharma biotech therapeutics sciences "
    "semiconductors electronics electrical aviation cargo freight steel mining minerals resources "
    "construction homes properties realty housing developers auto automotive beverages brewing "
    "dairy apparel fashion cosmetics toys games gaming interactive digital data cloud security "
    "mobile telecom telecoms wireless communications cable satellite crew research analytics "
    "advisors advisers wealth investments investment asset assets management retail supermarkets "
    "outfitters airways express motorcycles cycles engineering materials chemicals chemical paper "
    "packaging plastics textiles furniture interiors design designs architects catering kitchens "
    "international global worldwide traveller archive archives library zoo choir philharmonic "
    "collective cooperative kennels images analytica ministries health healthcare medical "
    "hospitals clinics surgery "
    "dental"
)
# Teams are called so, in the plural: "Harbour Mariners", "the Mariners".
TEAM_ENDS: Final = word_list(
    "mariners rangers wanderers rovers athletic albion hotspur giants tigers lions bears eagles "
    "falcons hawks panthers bulls warriors knights pirates saints raiders cowboys royals cardinals "
    "braves rockets sharks dolphins rams broncos colts ravens titans vikings packers steelers "
    "bengals texans seahawks buccaneers commanders padres dodgers yankees mets astros cubs celtics "
    "knicks raptors pacers pistons cavaliers hornets grizzlies mavericks spurs nuggets clippers "
    "blazers sounders dynamo spartak lokomotiv thistle corinthians harriers argyle orient "
    "alexandra "
    "swans wolves foxes magpies canaries dons devils senators bruins canucks oilers flames "
    "penguins "
    "islanders"
) - word_list("senators islanders flames foxes wolves")
# "Republic of ..." is a place whatever follows.
REALMS: Final = word_list(
    "republic kingdom gulf bay isle strait straits emirate principality duchy province state cape "
    "sea port lake mount town city valley"
)
# Such words alone, capitalised, mean one body that the article takes as known.
LONE_BODIES: Final = word_list(
    "senate congress parliament treasury pentagon kremlin bundestag bundesrat bundeswehr knesset "
    "labour conservatives tories democrats republicans greens bundeskanzleramt"
)
# Bodies that no form tells; their acronyms count with the rest of the capitals.
KNOWN_BODIES: Final = (
    AGENCIES
    | COMPANIES
    | CLUBS
    | word_list(
        "fed g7 g20 mi5 mi6 un eu twitter facebook google youtube instagram whatsapp tiktok "
        "telegram netflix amazon apple "
        "microsoft tesla boeing airbus toyota volkswagen siemens nike disney uber samsung sony "
        "intel "
        "nvidia spotify starbucks walmart ikea gazprom rosneft lufthansa emirates aramco huawei "
        "alibaba tencent meta openai spacex nasa nato unesco unicef opec interpol europol frontex "
        "hamas hezbollah hizbollah taliban al-qaeda al-qaida isis daesh houthis fatah boko-haram "
        "pkk "
        "reuters bloomberg forbes billboard kremlin pentagon wafa medef amnesty greenpeace oxfam "
        "labour tories conservatives likud farc interpol хамас талибан газпром роснефть"
    )
) - word_list("fox spa sky variety")
KNOWN_PHRASES: Final = frozenset(
    (
        "united nations", "european union", "white house", "downing street", "supreme court",
        "world bank", "red cross", "red crescent", "human rights watch", "amnesty international",
        "wall street journal", "the new york times", "the washington post", "the guardian",
        "associated press", "the associated press", "islamic state", "muslim brotherhood",
        "boko haram", "hezbollah", "al jazeera", "rolling stone", "scotland yard", "quai d'orsay",
        "state department", "justice department", "home office", "foreign office",
        "rotes kreuz", "vereinte nationen", "vereinten nationen", "europäische union",
        "europäischen union", "nations unies", "union européenne", "naciones unidas",
        "unión europea", "liga árabe", "cruz roja", "hacienda pública", "el país", "el mundo",
        "goldman sachs", "morgan stanley", "exxon mobil", "deutsche bank", "credit suisse",
        "rolls royce", "general motors", "general electric", "johnson & johnson", "wells fargo",
        "fianna fáil","fine gael", "sinn féin", "partido popular", "podemos", "vox", "psoe",
        "rassemblement national", "la france insoumise", "real madrid", "inter milan", "ac milan",
        "bayern munich", "borussia dortmund", "paris saint-germain", "fox news", "sky news",
        "sky sports", "new york times", "washington post", "daily mail", "financial times",
        "the times", "new yorker", "the new yorker", "the economist", "casa bianca", "casa blanca",
        "maison blanche", "weißes haus", "weißen haus", "air force", "coast guard",
        "federal reserve", "fridays for future", "just stop oil", "black lives matter",
        "extinction rebellion", "save the children", "doctors without borders", "house of commons",
        "house of lords", "house of representatives", "liberal democrats", "lib dems",
        "le monde", "monde", "le figaro", "libération", "der spiegel", "die zeit",
    )
) | PHRASES  # fmt: skip
# What a name ends in that is none of the three: events, laws, prizes, works, things.
OTHER_ENDS: Final = word_list(
    "cup open finals final championship championships olympics games tour festival award awards "
    "prize act bill law amendment treaty accord accords agreement agreements convention protocol "
    "war wars day days week month year night eve summit conference forum plan program programme "
    "project "
    "initiative roadmap operation campaign challenge speech anniversary crisis revolution review "
    "report index edition series season show song album book movie film episode podcast "
    "language bible quran koran constitution covid covid-19 pandemic deal zone highway iphone ipad "
    "macbook playoffs playoff nations-league derby marathon gp prix rally bowl election elections "
    "documents case trial ceasefire referendum time standard mission lander residence hotel gmt "
    "act "
    "krieg gesetz tag wahl landtagswahl bundestagswahl messe gipfel abkommen guerre loi coupe "
    "guerra ley copa cumbre operación война"
)
# With these in front a thing is named: "Hurricane Roe", "USS Roe", "Operation Roe".
OTHER_HEADS: Final = word_list(
    "hurricane cyclone typhoon storm operation uss hms hmas hmcs mv ss rms ins interstate route "
    "title chapter section article amendment apollo windows iphone galaxy playstation boeing-737 "
    "ouragan operación orkan opération"
)
# What a place's name begins or ends with.
PLACE_HEADS: Final = word_list(
    "lake mount mt cape port fort saint st. san santa isle gulf bay tel camp al lago monte río rio "
    "puerto île isla sierra val lac mont bad new-"
)
PLACE_ENDS: Final = word_list(
    "river county province district island islands lake mountain mountains valley bay sea ocean "
    "desert peninsula strait street avenue road square park beach hill hills heights "
    "village city town state region gulf canal falls springs creek coast airport harbor harbour "
    "quay bridge lane wharf pier docks boulevard terrace forest cove ridge plateau basin reef "
    "lagoon glacier plaza "
    "township borough oblast prefecture governorate territory territories square "
    "straße platz insel kreis provinz tal"
)
# Where something is, as nothing is of a person.
INSIDE: Final = ("in", "near", "across", "outside", "throughout", "inside")
# With "of" behind, a place follows.
SIDES: Final = word_list(
    "north south east west northeast northwest southeast southwest town city village port coast "
    "outskirts"
)
# Prepositions before a place, with how sure they are of one.
PLACE_PREPOSITIONS: Final = {
    **dict.fromkeys(INSIDE, 1.2),
    **dict.fromkeys(("from", "at", "to", "via", "toward", "towards", "around", "into"), 0.6),
    **dict.fromkeys(("nach", "aus", "bei"), 0.8),
    **dict.fromkeys(("à", "en", "desde", "hacia"), 1.0),
    **dict.fromkeys(("в", "из", "на", "под"), 0.8),
}
SAYING: Final = word_list(
    "said says told tells added adds wrote writes tweeted explained argued insisted admitted "
    "recalled joked noted claimed warned announced denied testified pleaded confessed continued "
    "replied asked thinks believes comments commented "
    "sagte sagt erklärte betonte beteuerte kritisierte meinte berichtete "
    "a-t-il déclaré ajouté affirmé dijo aseguró explicó afirmó añadió declaró "
    "сказал сказала заявил заявила отметил призналась рассказал рассказала пожаловалась"
)
ADJECTIVES: Final = word_list(
    "american british english scottish welsh irish french german italian spanish portuguese dutch "
    "belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek turkish russian "
    "ukrainian belarusian georgian armenian israeli palestinian syrian lebanese jordanian iraqi "
    "iranian saudi emirati qatari kuwaiti yemeni omani bahraini egyptian libyan tunisian algerian "
    "moroccan sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan nigerian "
    "ghanaian senegalese malian congolese angolan zimbabwean zambian african european asian "
    "indian pakistani bangladeshi nepali nepalese afghan chinese japanese korean taiwanese "
    "vietnamese thai filipino indonesian malaysian singaporean burmese mongolian kazakh uzbek "
    "australian canadian mexican cuban venezuelan colombian brazilian argentine argentinian "
    "chilean peruvian bolivian ecuadorian haitian jamaican swedish norwegian danish finnish "
    "icelandic estonian latvian lithuanian serbian croatian bosnian albanian kosovan slovenian "
    "macedonian maltese cypriot western eastern northern southern arab arabic kurdish jewish "
    "muslim islamic christian catholic protestant sunni shia shiite hindu buddhist latino hispanic "
    "black white brit brits briton spaniard frenchman englishman asian-american democrat "
    "democratic "
    "republican conservative socialist communist nazi soviet ottoman roman victorian medieval "
    "catalan basque scot dane swede finn turk pole arabs jews muslims christians kurds germans "
    "français française allemand allemande espagnol russe américain américaine britannique "
)
CALENDAR: Final = word_list(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep oct "
    "nov dec christmas easter ramadan eid thanksgiving halloween diwali hanukkah passover "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz "
    "mai juni juli oktober dezember spring summer autumn winter am pm gmt est edt utc bst rs usd "
    "eur gbp euro euros dollar dollars ceo cfo coo cto phd dna hiv aids covid tv pc ai it id ufo "
    "gdp vat dvd cd usb gps hd suv url faq pdf app internet web"
)
# Words that sentences open with, beside those the stop lists know.
OPENING_WORDS: Final = word_list(
    "is are was were do does did can could would should will let thanks according speaking both "
    "sans lors depuis avant parmi aussi puis alors ainsi voici comme malgré entre jusqu quelque "
    "tras según además también mientras aunque desde entre hoy ayer así varios "
    "seit beim laut während obwohl damit dabei außerdem zudem trotz ohne unter alle viele "
    "сейчас затем тогда теперь после когда если этот эта этого эти своими также однако потом ранее "
    "между среди через там тут здесь пока уже еще ещё именно последней под перед"
)
# In capitals, but no body's name.
COMMON_LETTERS: Final = word_list(
    "pib ia pdg jo bip ki pkw lkw ngo npo ong ots ops gm vp mp mps er icu cctv rna ecg sim gsm lcd "
    "led usa ram cpu gpu api ios pv ev evs suvs esg roi ipo ipos etf etfs ebitda q a faq diy vip "
    "vips ok tvs cds dvds pcs ufos ceos cfos dj djs mc hr pr sms url rip sos wc ac dc co ut mph "
    "kph "
    "km kg nfl-style ptsd adhd ivf bmi sars mers covid pcr uv ar vr xl ed eds ie eg vs mvp rbi era "
    "llc llp ct ok ged swat daca scotus potus flotus nda dui ufc-style kwh mwh gwh khz mhz ghz "
    "ep eps lp нло ндс ввп сми дтп оон пп зож iva dni eeuu öpnv tüv abi wm em "
) - word_list("usa оон")
# Given names that are nouns where all nouns have capitals.
GERMAN_NOUNS: Final = word_list(
    "art tor gene mark till rose wolf ernst bill max-plus berg stern hermine melder reich linde"
)
# German nouns that the gazetteer knows as some town's other name.
GERMAN_NO_PLACES: Final = word_list(
    "angaben summe echtzeit folge folgen namen kita klasse konsum zukunft rosé anlage lage frage "
    "mitte ende anfang berg tal wald feld stein brand lauf stand grund weg ort land bau"
)
# Written small inside names.
TIES: Final = word_list(
    "de la le del della di da do dos das du des van von der den ter bin ibn ben al el &"
)
