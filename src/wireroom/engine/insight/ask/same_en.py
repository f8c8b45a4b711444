"""English words that say the same, a group a line, derived and irregular forms among them."""

from typing import Final

SAME: Final = """
die dies died dying dead death deaths killed kill kills killing fatal fatally perished lives
dead toll deaths
injured injury injuries hurt wounded wound wounds casualties
hospital hospitals hospitalised
fire blaze flames flame burned burnt burning burn fires inferno
begin began begun beginning start started starts starting broke break outbreak opened open
ferry ship vessel boat ferries
passenger passengers aboard travellers board
crew sailor sailors crewmember
captain skipper master
coast coastal shore offshore
earthquake quake tremor quakes earthquakes shook
magnitude measured measuring strength
strike strikes struck hit hits walkout walkouts
rate rates interest
cut cuts cutting lowered lower lowers reduced reduce reduction reduces trimmed trim trims
rise rises rose risen increase increased grew grow grown climbed raise raised bring
fall fell fallen falling falls drop dropped drops declined decline decrease decreased lost slipped
win won wins winning winner victory beat beats beating
beat beats beating beaten defeat defeated defeats
lose lost loses losing beaten defeat defeated beat
score scored scores goal goals struck netted
ahead lead leads led leading
lead leads led leading chief head heads headed heading chair chairs chaired
appoint appointed appoints named names naming chosen picked
order ordered orders ordering commanded instructed
announce announced announces announcing announcement declared declare declares unveiled
say says said saying told tell tells telling stated states statement added adds adding according
confirm confirmed confirms confirming confirmation
pass passed passes passing approve approved approves approval carried adopted adopt
back backed backs voted vote favour
vote votes voted voting ballot
against opposed oppose opposing
favour favor for
law bill act legislation
levy tax charge duty
inquiry inquiries investigation investigate investigators probe examine examined looking
judge justice
court judge tribunal
prison jail jailed imprisoned sentenced sentence custody
sentence sentenced jailed gets got given
guilty convicted conviction convict
sign signed signing signs signature concluded
agreement agreements accord accords deal deals pact treaty
supply supplies supplied supplying deliver delivers delivery provide provides
buy bought buying buys purchase purchased
sell sold selling sells sale sales
pay paid pays paying payment fund funded funds finance financed spend spent spending
cost costs costing spent
money cash funds funding
evacuate evacuated evacuation evacuating moved
rescue rescued rescuers rescuing saved save saves
find found finds finding discovered discover discovery located
see saw seen sees seeing witnessed spotted
house houses home homes dwellings
destroy destroyed destroys destroying destruction flattened wrecked gutted guts
damage damaged damages
collapse collapsed collapses fell came
close closed closes closing shut shuts closure
open opened opens opening inaugurated
stop stopped stops halted halts halt suspended ceased
resume resumed resumes restart
leave left leaves leaving departed depart quit set
arrive arrived arrives arriving arrival reached reach
arrive arrived came come
give gave given hand handed
build built builds building constructed construction
write wrote written writes author
book novel
novelist writer author
prize award awards prizes
win won takes took awarded received
receive received receives got gets given
town village
capital
sea ocean
near close nearby
largest biggest
big large huge major
small little minor
quick quickly fast rapid rapidly
child children kids
girl girls
young youth
minister ministers
prime premier
parliament lawmakers mps legislature assembly
government ministers cabinet authorities
bank lender
company firm operator business
owner owners owned own owns
worker workers employees staff employee
union unions
train trains rail railway
cancel cancelled cancels scrapped
talks talk negotiations discussions discussed discuss discussing discusses negotiate
meet met meeting meets
visit visited visiting visits trip
plan plans planned planning intends intend
warn warned warns warning warnings cautioned
ask asked asks asking requested request called
urge urged urges urging called asked
think believe believes thought believed reckons
know known knew knows knowing aware
cause caused causes causing reason reasons origin
show showed shown shows reveal revealed reveals
dawn morning
night overnight nighttime nightly
midnight
evening
year years annual annually yearly
month months monthly
week weeks weekly
day days daily
after following once afterwards later since
before prior ahead earlier until
minute minutes
match game final
team side club
player players
missing unaccounted
search searching searched searches seek sought looking hunt
survive survived survivor survivors surviving lived
family families relatives kin
man men male
woman women female
journalist reporter journalists reporters press
first initial initially
last final lasted
deep depth below down
reef reefs
scientist scientists researchers researcher experts
robot drone vehicle
clock
fix fixed repaired repair repairs repairing restored restore mended
old age aged
record records
price prices
send sent sends sending dispatched
bring brought brings bringing
carry carried carries carrying aboard transporting bearing had
begin opens
hold held holds holding keep kept
speak spoke spoken speaks speaking speech talk told said
grow grew grown
teach teaches taught teacher teachers teaching
learn learned learnt
school schools
apologise apologised apology apologised sorry apologize apologized
blame blamed blames
deny denied denies denying denial rejects rejected
refuse refused refuses declined decline declines
agree agreed agrees agreeing
decide decided decides decision
remain remained remains still stay stayed stays staying
end ended ends ending finish finished finishes
run ran runs running operate operated operates operating operation
drive drove driver drivers driven
help helped helps aid assistance
treat treated treats treatment
every all each entire whole
effect force
return returned returns back
crowd watched spectators attended
ring rang rung rings struck
remain remains left
withdraw withdrew withdrawn
want wants wanted wish wishes ask asked
invite invited invites called summoned
put set
prize takes
remove removed removes
income earning earn earns earned earnings
consider considers considered
reopen reopens opens
include included
letter letters
hide hidden hid
market markets
expect expected expects forecast forecasts predicted
delay delayed delays delaying late
fuel fuelled
estimate estimated estimates
worth valued value
percent percentage cent
half halves
smoke smoky
alarm alarms
sleep asleep slept sleeping
wake woke awoke woken
door doors
light lights
cabin cabins
road roads street
bridge bridges
flood floods flooded flooding
rain rains rainfall
water waters
storm storms
gas
port harbour ports harbor harbours
fish fishing fishery fisheries
quota quotas
tuna
catch catches caught
rule rules ruled ruling
publish published publishes publishing publication released issued
budget budgets
council councillors
billion bn
public publicly
independent independently
urgent urgently emergency
appeal appealed appeals
documents papers documentation paper
false fake forged falsified falsely
insure insured insurance insurers insurer uninsured
ask sought
stolen stole steal steals theft thieves took
early dawn
turned switched turn switch
reached recorded hit
shut closed
called cancelled off
arrested arrest arrests detained held custody
police officers
doctor doctors physician medic medics
killed slain dead
murder murdered
hire hires hired hiring recruit recruits employ employs employed
job jobs posts
wage wages pay salary salaries
worker labourer
talks discussions
leader leaders head chief
mayor
offer offers offered offering proposal
reward
painting paintings picture pictures artwork
museum gallery
bridge crossing
vehicle vehicles cars
car cars vehicle vehicles
cross crosses crossed use uses used
repair repairs work works
crack cracks cracked
danger risk threat
stay stays remain remains
wind winds gusts
power electricity
weaken weakening weakens weaker
move moving moves moved
dispute conflict row
drop dropped drops abandoned gave
demand demands demanded
ban bans banned banning prohibit prohibits prohibited
protest protests protesters demonstration demonstrators demonstrated
election elections poll polls
president presidential
lawyer lawyers attorney
suspect suspects
accuse accused accuses
claim claims claimed
troops soldiers army military forces
attack attacks attacked
plane aircraft jet
flight flights
airport airfield
student students pupils pupil
university college
research study studies
drug drugs medicine medicines
vaccine vaccines
climate
growth grew grow
economy economic
profit profits
share shares stock stocks
debt debts
tax taxes
border borders frontier
talks summit
migrant migrants refugees
storm storms
heat heatwave
forest woodland
crash crashed crashes collision
injure injures injuring
search searches
crew crews
engineer engineers
expert experts specialist specialists
found discovered uncovered
launch launched launches launching started
extend extended extends extension
replace replaced replaces replacement
replacement successor succeeds succeeded
taken towed transferred driven flown brought moved transported
towed transferred transported
job occupation profession
held staged hosted organised organized
memorial funeral ceremony mourning
burial buried funeral
lifted eased relaxed
cargo freight
surge surged soared jumped rose
plunge plunged slumped slid dipped fell
suspend suspended paused frozen
kidnapped abducted hostage
shoot shot gunfire shooting gunshots
stab stabbed stabbing knife knifed
explode exploded explosion blast bomb
approve authorised authorized endorsed
criticise criticised criticized condemned denounced slammed
praise praised hailed welcomed lauded
propose proposed proposes proposal suggested
promise promised promises pledged vowed pledge
threaten threatened threat threats
elect elected chosen
marry married wedding wed
sue sued suing lawsuit suit
fine fined penalty
recover recovered recovery
vanish vanished disappeared missing
escape escaped fled flee
trapped stuck stranded
alert alerted warned
shortage lack shortages
harvest crop crops
tourists tourist visitors visitor
customers customer clients buyers
flats flat apartments apartment
lorry lorries truck trucks
film movie
shop shops store stores
firefighters firemen fireman firefighter
illness disease sick ill
mayor mayors
hostages captives
inspect inspected inspection inspectors
postpone postponed delayed
guard guards
boss chief
finance financed funded bankrolled
broken damaged
thrown threw hurled
scheduled due planned
due expected planned
"""
