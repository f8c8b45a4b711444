"""English words that a narrower word supports, and words that say the opposite of each other."""

# The wider word, then narrower ones: a cited "lorry" supports a claimed "vehicle", never the
# other way round.
WIDER = """
vehicle: car lorry truck bus van motorcycle taxi ambulance tractor train tram scooter wagon jeep
ship: ferry tanker trawler freighter yacht destroyer frigate liner cruiser barge
boat: ferry trawler dinghy yacht canoe lifeboat tug kayak
aircraft: plane helicopter jet airliner drone glider
animal: bat dog cat horse cow sheep bird fish whale bear wolf fox elephant lion tiger deer \
    goat pig seal
bird: eagle gull owl hawk goose duck stork
fish: tuna cod salmon herring trout
insect: mosquito bee ant wasp butterfly beetle locust
tree: pine oak birch olive palm cedar
crop: wheat barley maize rice grain cotton cereal
grain: wheat barley maize rice
fuel: oil petrol diesel gas coal kerosene
metal: copper gold silver iron steel zinc lithium nickel aluminium tin
drink: beer wine cider juice milk water coffee tea
building: house school church mosque hospital tower hotel museum library factory warehouse \
    hall home castle palace barracks
worker: teacher miner nurse doctor driver engineer pilot cleaner builder fisherman farmer \
    clerk baker
employee: worker teacher miner nurse driver clerk
staff: teacher nurse miner worker employee
official: minister mayor governor councillor treasurer ambassador commissioner prosecutor \
    secretary coastguard
politician: minister mayor senator lawmaker president premier councillor mp deputy
leader: president premier minister chief governor mayor chairman captain
person: man woman child girl boy villager resident passenger worker student patient victim \
    driver pilot teacher camper volunteer voter fan spectator soldier miner
people: villager resident passenger worker student patient victim man woman child teacher \
    camper volunteer voter fan spectator soldier miner household supporter member
resident: villager household family
scientist: biologist astronomer physicist chemist geologist ecologist
researcher: biologist astronomer scientist physicist author
expert: economist analyst engineer scientist professor biologist astronomer forecaster
doctor: surgeon cardiologist paediatrician
athlete: footballer runner swimmer cyclist player
player: striker defender goalkeeper midfielder captain forward winger
artist: painter sculptor singer musician
police: officer detective
authority: police ministry minister government coastguard council regulator governor court \
    coastguard
regulator: authority watchdog
weapon: gun rifle knife pistol bomb missile
relative: mother father brother sister son daughter wife husband parent child
parent: mother father
child: boy girl son daughter baby pupil
illness: malaria cancer cholera measles flu disorder
disease: malaria cancer cholera measles flu
crime: murder theft fraud robbery bribery assault arson kidnapping
offence: murder theft fraud robbery bribery assault arson
disaster: earthquake flood wildfire hurricane storm famine tsunami
storm: hurricane cyclone typhoon
fire: wildfire
money: dollar euro pound yen crown dinar cash dirham
sum: million billion
country: kingdom republic
place: city town village island
company: brewer bank insurer airline carmaker retailer publisher maker operator
firm: brewer bank insurer airline carmaker retailer publisher maker operator
business: brewer bank insurer airline shop restaurant
competition: cup league tournament championship
event: conference festival concert match summit
meeting: summit conference
agreement: treaty accord ceasefire truce contract
document: letter treaty memo passport report
punishment: fine jail prison sentence
weather: rain wind storm snow hail sun
bad_weather: rain storm snow hail gale
damage: destroy burn
move: travel walk run drive fly sail
travel: fly drive sail ride
say: warn add insist admit deny predict claim announce confirm explain complain stress \
    promise reveal caution concede pledge estimate argue believe demand declare report tell \
    note agree recall reply urge forecast hope signal acknowledge
state: warn add insist admit deny predict announce confirm explain stress declare
report: announce confirm reveal
speak: say warn add insist admit deny explain
communicate: say write tell
move: step
change: rise fall increase decrease reform amend
hurt: injure wound burn break
attack: bomb shell shoot raid stab
kill: shoot murder stab drown
cut: halve
rise: double triple
destroy: burn flatten
cause: spark trigger
win: beat defeat
vote: elect
legal_action: sue charge
sport: football tennis rugby cricket swimming hockey athletics
sea: strait gulf bay channel ocean
water: river lake sea rain
body: committee council panel agency commission union federation
organisation: union charity agency federation association club university company
group: team crew union committee gang band coalition federation association
media: newspaper radio television agency broadcaster
machine: robot pump drill engine turbine
structure: bridge tower dam building pier embankment
road: motorway street highway avenue lane
facility: plant factory mine hospital school port airport station
home: house flat apartment
property: house building land flat
worried: fear
period: year month week decade century summer season
season: summer winter spring autumn
currency: lira crown dinar dirham euro dollar pound yen franc rupee rouble peso zloty riyal shekel
verdict: acquit convict guilty acquittal conviction
ruling: acquit convict overturn uphold
plant: reactor mill refinery smelter brewery
reporter: journalist correspondent
document: record file contract certificate licence
violence: attack clash shooting killing riot beating
criticism: accuse blame condemn
protest: march rally strike demonstration
disruption: delay cancel strike
precipitation: rain snow hail
injury: burn fracture wound cut bruise broken
treatment: surgery operation transplant medicine
equipment: pump drill camera radio sensor engine
worker: miner driver docker nurse teacher cleaner
trader: shopkeeper merchant dealer broker
criminal: thief robber murderer burglar smuggler
offender: thief robber murderer burglar smuggler
award: prize medal trophy
payment: fee fine wage salary
institution: university school hospital museum bank court
authority: municipality ministry council mayor
clothing: coat shirt shoe dress hat
furniture: table chair bed desk
tool: hammer saw axe spade
liquid: water oil milk fuel petrol
food: bread rice meat fish fruit vegetable wheat
fruit: apple orange grape banana fig date
time: hour minute day week month year
""".strip()

# Words that cannot both be said of one thing; an oblique stroke parts the two sides.
OPPOSITE = """
rise increase climb grow gain jump surge soar strengthen lift hike raise advance recover \
    expand / fall drop decline decrease sink slip slide plunge tumble weaken ease lower cut \
    reduce shrink lose slow
more higher / fewer less lower
most / least fewest
majority / minority
large big huge / small little tiny slight
large major / minor
larger bigger / smaller
largest biggest / smallest
heavy / light
heaviest / lightest
long / short
longest / shortest
longer / shorter
fast quick rapid / slow
faster quicker / slower
fastest / slowest
high / low
highest / lowest
tall / short
strong / weak
stronger / weaker
hot warm / cold cool chilly
hotter warmer / colder cooler
wet rainy / dry
early / late
earlier / later
earliest / latest
old / new young
older / younger
oldest / youngest newest
first / last
best / worst
better / worse
good / bad
near close / far distant
rich wealthy / poor
cheap / expensive costly
easy simple / hard difficult
safe / dangerous unsafe
public / private
legal lawful / illegal unlawful
guilty convict / innocent acquit
open reopen / close shut
accept agree approve adopt pass / reject refuse deny veto decline
support back favour endorse / oppose resist against
for favour / against
praise laud hail welcome / criticise condemn denounce criticism
allow permit / ban forbid prohibit prevent block
win beat / lose
win / draw tie
ahead lead / behind trail
arrive / leave depart
enter join / leave quit
begin start launch / end finish stop halt cease
resume restart / suspend pause halt stop cancel
continue / stop halt end cancel
keep retain maintain / abolish scrap drop remove
hire recruit / dismiss sack
appoint / dismiss sack
build / demolish destroy
buy / sell
lend / borrow
import / export
give / take
send / receive
take steal / leave abandon
free release / jail detain arrest hold
survive / die kill
dead / alive
find / lose
rescue save / kill
peace / war
friend ally / enemy
north northern / south southern
east eastern / west western
left / right
upper / lower
top / bottom
up / down
above over / below under
inside / outside
before / after
day daytime / night overnight
morning / evening afternoon
dawn / dusk
midday noon / midnight
summer / winter
spring / autumn
man male boy / woman female girl
mother / father
son / daughter
brother / sister
husband / wife
upstream / downstream
majority / minority
same / different
all every / none
all every / some few
home / away
profit / loss
surplus / deficit
create / destroy
improve / worsen
help / hurt
succeed / fail
remember / forget
love / hate
include / exclude
full / empty
present / absent
permanent / temporary
confirm / deny
admit / deny
freight goods cargo / passenger
confirm / retract
stable / critical
attack / defend
offensive / retreat
strengthen / weaken
encourage urge / discourage
optimistic / pessimistic
bail / custody
contained controlled / uncontrolled
land / water
""".strip()
