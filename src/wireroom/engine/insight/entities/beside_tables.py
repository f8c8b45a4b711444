"""English nouns that stand beside a name and say what it is the name of."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

# "the town of X", "X, a port", "the X district".
PLACE_NOUNS: Final = word_list(
    "town village city capital district province region county suburb hamlet island islands port "
    "neighbourhood neighborhood borough township municipality valley river coast delta peninsula "
    "state republic kingdom territory enclave archipelago settlement resort parish prefecture "
    "governorate commune bay strait lake mountain canyon oasis outskirts seaside commuter "
    "lighthouse camp highway checkpoint crossing towns villages cities districts provinces "
    "regions counties suburbs mayor harbour "
    "harbor estuary shore"
)
# "the ferry X", "the film X", "Hurricane X": things with names of their own.
THING_NOUNS: Final = word_list(
    "ship ferry vessel tanker trawler yacht boat freighter frigate destroyer submarine cruiser "
    "liner steamer barge tug lifeboat schooner sailboat icebreaker corvette warship battleship "
    "carrier spacecraft rocket satellite rover lander probe capsule shuttle telescope drone robot "
    "missile jet airliner helicopter train locomotive hurricane storm typhoon cyclone asteroid "
    "comet planet film movie documentary novel book memoir play musical opera ballet song single "
    "album series sitcom show podcast game painting sculpture poem thriller drama comedy anthem "
    "trilogy sequel horse racehorse greyhound prize award trophy medal law bill act treaty "
    "operation virus variant drug vaccine software app chatbot model smartphone console car "
    "ss uss hms mv rms ferries ships vessels"
)
# "the agency X", "X, a charity".
BODY_NOUNS: Final = word_list(
    "company firm agency charity newspaper newspapers broadcaster retailer startup start-up "
    "carmaker automaker airline insurer lender brewer publisher group party union club team bank "
    "chain supplier operator manufacturer maker developer website site magazine tabloid daily "
    "channel network station studio label orchestra band choir militia faction coalition alliance "
    "committee council commission regulator watchdog ministry department institute university "
    "college school hospital museum foundation nonprofit non-profit organisation organization "
    "association federation society consultancy brokerage contractor subsidiary conglomerate "
    "supermarket grocer brand platform provider utility cooperative co-operative thinktank "
    "think-tank laboratory lab court tribunal parliament cartel gang movement trust fund "
    "corporation giant unit outlet service companies firms agencies groups parties unions clubs "
    "teams banks airlines retailers charities rival producer distributor wholesaler shipbuilder "
    "shipyard"
)
# "the striker X"; many more end in -er, -ist and the like.
PERSON_NOUNS: Final = word_list(
    "man woman boy girl widow wife husband son daughter mother father brother sister uncle aunt "
    "cousin nephew niece friend partner colleague neighbour neighbor fiancee girlfriend boyfriend "
    "chief boss victim suspect survivor guest host cop monk nun clerk guard cook tutor comic "
    "star veteran native teen teenager student journalist actor actress nurse surgeon pilot"
)
# "X's parliament", "X's shares", "X's wife".
OWNED_BY_PLACES: Final = word_list(
    "parliament government capital mayor harbour harbor residents population economy coast border "
    "borders army military navy cabinet streets suburbs "
    "largest biggest second-largest second-biggest main oldest ruling "
    "airport port waterfront old northern southern eastern western people citizens voters "
    "constitution monarchy king queen president ambassador embassy currency exports"
)
OFFICES: Final = word_list(
    "ministry ministries minister ministers parliament guard bank government coast city cities "
    "town "
    "towns port ports president premier army navy police intelligence authorities"
)
OWNED_BY_BODIES: Final = word_list(
    "shares stock headquarters board customers spokesman spokeswoman spokesperson staff employees "
    "profits profit revenue revenues sales earnings website fans goalkeeper striker defender "
    "winger midfielder manager players ceo management shareholders subscribers users products "
    "services workers lawyers parent bankruptcy takeover chairman founder"
)
OWNED_BY_PEOPLE: Final = word_list(
    "wife husband son daughter mother father brother sister family parents widow death career "
    "lawyer attorney arrest hair face voice childhood birthday body friends girlfriend boyfriend "
    "mind head eyes marriage divorce resignation wedding memoir novel children hand arms lips"
)
# "X striker Jane Roe", "X mayor Jane Roe", "X chairman Jane Roe".
ROLES_OF_CLUBS: Final = word_list(
    "striker defender midfielder goalkeeper keeper winger forward coach captain manager boss "
    "quarterback pitcher"
)
ROLES_OF_PLACES: Final = word_list("mayor governor mp councillor native resident")
ROLES_OF_BODIES: Final = word_list(
    "chairman chairwoman chair ceo chief spokesman spokeswoman spokesperson founder co-founder "
    "executive analyst economist director editor correspondent"
)
# "shares in X", "spokesman for X": what stands before the preposition, if a body follows.
BEFORE_OF_BODY: Final = frozenset(
    ("shares in", "stake in", "spokesman for", "spokeswoman for", "spokesperson for",
     "analyst at", "economist at", "works for", "worked for", "works at", "worked at",
     "employees of", "employee of", "members of", "member of", "subsidiary of", "unit of",
     "customers of", "ceo of", "owned by", "operated by", "acquired by", "employed by",
     "hired by", "chairman of", "founder of", "co-founder of", "director of", "strategist at",
     "partner at", "researcher at", "professor at", "scientist at", "fellow at",
     "plays for", "played for", "joined", "signed for", "supporters of", "fans of")
)  # fmt: skip
# "the people of X", "north of X".
BEFORE_OF_PLACE: Final = frozenset(
    ("people of", "residents of", "mayor of", "north of", "south of", "east of", "west of",
     "outskirts of", "streets of", "coast of", "port of", "city of", "town of", "village of",
     "island of", "district of", "province of", "region of", "state of", "republic of",
     "capital of", "suburb of", "suburbs of", "centre of", "center of", "miles from",
     "kilometres from", "kilometers from", "miles of", "kilometres of", "road to", "flight to",
     "flights to", "visit to", "trip to", "travelled to", "traveled to", "flew to", "sailed to",
     "moved to", "fled to", "returned to", "arrived in", "lives in", "lived in", "born in",
     "based in", "streets in", "off", "ports of", "governor of", "towns of", "villages of",
     "banks of", "river", "along the",
     "down the", "atop", "along", "atop the", "border with", "ambassador to", "exports to")
)  # fmt: skip
MOVES: Final = word_list("sank sails sailed docked capsized anchored ran-aground berthed")
MATCHES: Final = word_list("beat beating beaten defeated defeating thrashed hosted")
