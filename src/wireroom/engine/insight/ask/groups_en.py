"""English words that a question and a report may use for one thing."""

from typing import Final

# Groups of words that a question and a report may use for one thing, beside the verifier's.
SAME: Final = """
strong magnitude strength
acquitted cleared freed acquit
spectators attendance crowd fans supporters
coach coaches coached trainer
manage manages managed manager managing director
shock quake earthquake tremor
centre epicentre center
winning winner
lead leads led leader leaders head heads headed chief
score result
dead died killed death deaths victims
jailed sentenced prison
translated translator translation translate
finalists finalist shortlisted
charge charged accused
hurt injured wounded
attorney lawyer counsel barrister defended defend represents defender
share per cent percentage
resign resigned stepped quit
dismissed sacked fired
born birth
price cost costs
buy bought purchase
cause caused reason blamed traced
fled flee escaped escape
stay stayed
go going went heading bound destination
next coming upcoming
workers employees staff employ employs employed
wear wore worn
fly flew flown
throw threw thrown
eat ate eaten
fight fought
choose chose chosen chooses
feel felt
lend lent loan
shake shook shaken
sing sang sung
sit sat
stand stood
swear swore sworn
tear tore torn
freeze froze frozen
swim swam
draw drew drawn
last lasted lasting
chair chairs chaired head
fee ticket
repair repairs rebuild
talks negotiations
reply answer responded
walkout strike
award prize
raise rise increase
pay wage wages salary
began started broke
blaze fire
founded founder established created
mother father parents
capsized sank sink sunk
boats lifeboats
carry carried carrying
game match played play
trial case
verdict ruling
authored wrote written
novel book
survey surveyed poll polled questioned asked interviewed
run runs ran running manages manager director heads
release published issued due
damage damaged crushed wrecked destroyed harmed battered broken
challenge challenged appeal contest contested
find found counted recorded identified discovered
software programme program programmes
build built stand stands erected constructed
catch land lands landed caught
wait waited waiting
flood flooded inundated swamped
occupation job profession
salary earn earns earned paid
hire hired recruited employed appointed
own owns owned owner proprietor belongs
name named christened
tear torn ripped
sponsor sponsored sponsors funded financed
donate donated donation gave given
fund funded financed paid
invent invented inventor devised
design designed designer architect drew
compose composed composer
direct directed director
paint painted painter
perform performed played sang performance
photograph photographed photographer
inform informed told notified
notify notified informed
complain complained complaint complaints
object objected opposed
support supported backed supports backs
oppose opposed opposes against
represent represented represents lawyer counsel
succeed succeeds successor replaces replaced
replace replaced replaces succeeds succeeded successor
retire retired retirement
dismiss dismissed sacked fired removed
arrive arrives arrived landed reached
depart departed departs left sailed
travel travelled travelling went bound
sail sailed sailing sails
drown drowned died
perish perished died
wounded hurt injured
feed feeds fed
guess guessed estimated
total altogether
compensation compensated damages paid
penalty fine fined
prison jail jailed imprisoned sentenced
punishment sentence sentenced penalty fine
charge charged charges indicted accused
convict convicted guilty
plead pleaded
testify testified evidence witness
trial hearing
victim victims dead killed
body bodies corpse
culprit suspect suspected
stolen stole theft robbed taken
robbery theft robbed raid
smuggled smuggling smugglers
bomb blast explosion
shooting shot gunfire
ill sick illness fallen
infect infected infection cases
cure cured treated recovered
doctor doctors physician surgeon medic
nurse nurses
vaccinate vaccinated vaccine jab doses
patient patients
pupils students schoolchildren children
teacher teachers staff
school schools classroom
exam exams examination test
lesson lessons classes class
enrol enrolled registered
audience spectators crowd attendance watched
stadium ground arena
tournament cup championship competition
champion champions winner won title
opponent opponents rival rivals against
defeat defeated beat lost
goal goals scored
penalty spot-kick
referee umpire
captain skipper
season campaign
ticket tickets admission
spend spent spending cost
save saved saving savings
earn earned revenue income takings
lose lost losses loss
profit profits earned
loan loans borrowed lent credit
debt debts owed owes owe
invest invested investment
company firm maker
headquarters based
customers clients shoppers buyers
product products goods
produce produced produces production output made makes
factory plant
build built building construction constructed
demolish demolished torn razed
repair repaired repairs mended fixed restored
renovate renovated restored refurbished
restore restored restoration
weight weighs weighed
distance far away
temperature degrees
location located lies situated
situated located lies stands
oldest earliest
newest latest
evacuate evacuated
homeless displaced
shelter sheltered shelters housed
stranded stuck trapped
rescue rescued saved pulled
search searched searching looked
missing unaccounted
survivors survived
storm gale winds hurricane
rain rainfall rained
snow snowfall snowed
drought dry
blackout outage power
power electricity
fuel petrol diesel
spill spilled spilt leaked leak
leak leaked leaking
pollution polluted contaminated
species kinds
animal animals
discover discovered found
study paper research
journal magazine
expedition voyage mission
scientist scientists biologist biologists researchers
museum gallery
exhibition exhibit exhibited
statue monument sculpture
ship vessel boat
plane aircraft jet
train trains service
driver drivers drove
pilot pilots
flight flights flew
crash crashed collision collided
fare fares ticket
motorway highway road
elected chosen won
candidate candidates
voters voted electorate
ballot vote
parliament assembly lawmakers chamber
law act bill legislation
amendment amendments changes
resignation resigned quit stepped
cabinet ministers government
ambassador envoy
treaty accord agreement pact
ceasefire truce
troops soldiers forces
war conflict fighting
border frontier
protest protested demonstrated demonstration marched rally
demonstrators protesters marchers
arrest arrested detained held
strikers workers
demand demands demanded want wanted
negotiate negotiated talks negotiations
meet met meets meeting convene
postpone postponed delayed put
cancel cancelled scrapped
publish published released issued appeared
announce announced unveiled said
reveal revealed disclosed
admit admitted acknowledged conceded
deny denied denies rejected
accuse accused alleges
warn warned warning
promise promised pledged vowed
apologise apologised apology sorry
describe described called
praise praised hailed
criticise criticised criticism attacked condemned
thank thanked thanks
""".strip()
