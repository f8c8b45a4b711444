"""English words of the news that say the same, a line each; phrases are joined by "_"."""

# Base forms: endings are cut off, and irregular forms looked up in irregular_en. A word may stand
# on several lines. Opposites never share one, nor do words of which one says more.
SAME = """
say insist stress emphasise maintain tell state remark comment declare observe speak add \
    explain mention note point_out
say statement according word
announce announcement declare unveil disclose disclosure reveal proclaim make_public make_known
report account describe description cover coverage
insist maintain stress emphasise emphasize underline assert contend argue argument hold
claim allege allegation assert assertion
admit acknowledge concede confess confession admission own_up
deny denial reject dispute dismiss
reject rejection refuse refusal turn_down decline spurn rebuff say_no dismiss throw_out
warn warning caution alert sound_the_alarm
urge call appeal press exhort implore plead plea call_on call_for
ask request question seek query inquire
demand insist call_for require
reply answer respond response retort react reaction
promise pledge vow undertake commit commitment guarantee
threaten threat
criticise criticize criticism condemn condemnation denounce attack blast slam censure fault
praise laud hail applaud commend acclaim compliment
welcome greet hail
thank gratitude grateful
congratulate congratulation
apologise apologize apology say_sorry regret
blame fault hold_responsible
accuse accusation charge allege
suggest suggestion hint imply indicate signal indication sign
propose proposal suggest suggestion put_forward table motion
recommend recommendation advise advice counsel suggest
predict prediction forecast expect expectation anticipate project projection foresee see estimate
estimate estimation reckon calculate assess assessment put
believe belief think thought consider feel opinion view reckon
hope hopeful
suspect believe think suspicion
blame accuse hold_responsible
unhurt safety unharmed
report find conclude
take_effect come_into_force begin start
invite call ask summon
break_off cut_short interrupt
accept take receive
force evacuate displace leave
lost burn destroy
strengthen regain
track monitor tag
abort call_off cancel scrap
conceal hide cover_up
wait queue stand_in_line
next following upcoming
mean intend aim design
untouched unchanged unaffected
slightly just marginally somewhat
defeat reject vote_down turn_down
reverse revoke overturn undo rescind
ground take_out_of_service
hamper disrupt hinder obstruct
contest dispute challenge
outrage anger fury
shortage lack scarcity
surplus excess
rumour gossip speculation
deadline time_limit
rescue bail_out bailout
layoff job_cut
takeoff take-off lift-off
landing touchdown
overnight in_the_night
customs border_control
lawsuit legal_challenge
landslide mudflow
blackout power_cut outage
curfew lockdown
turnout participation
boycott shun
mediate broker mediator
pledge donate commit
inaugurate swear_in open
veteran experienced
rookie newcomer
rebuke reprimand scold
ceremony celebration
heir successor
outbreak epidemic
quarantine isolation isolate
symptom sign
tenure term
rely depend
persuade convince talk_into
hesitate reluctant
widespread broad common
robust strong solid
fragile weak brittle
bankrupt insolvent bankruptcy insolvency
stake share holding
dividend payout
forecast outlook guidance
supply delivery shipment
commemorate mark remember
vessel ship boat
wreck wreckage debris
tow haul pull
anchor moor
fear afraid worry worried concern concerned anxious anxiety dread
doubt sceptical skeptical doubtful question
know aware awareness knowledge
understand understanding grasp realise realize
remember recall memory recollect
forget forgotten
learn find_out hear
decide decision choose choice opt resolve rule determine
plan intend intention aim scheme propose want look_to set_out
want wish desire seek keen hope would_like
try attempt effort seek strive bid endeavour
agree agreement accept acceptance consent assent approve settle settlement
agreement deal accord pact treaty settlement contract arrangement convention
oppose opposition object objection against resist resistance critical hostile
support back backing favour favor endorse endorsement champion defend advocate in_favour_of
approve approval pass adopt adoption clear endorse ratify ratification green-light back \
    sanction give_the_go-ahead
allow permit permission let authorise authorize license licence
ban bar prohibit prohibition forbid outlaw veto block
forbid bar prevent stop block
prevent stop avert avoid block keep_from thwart foil
order command instruct instruction direct directive tell
force compel oblige make require
require need requirement necessary demand call_for
start begin beginning launch open commence onset kick_off get_under_way under_way \
    break_out outbreak set_off
launch introduce introduction start roll_out unveil set_up
found founder create creation set_up establish establishment start
stop halt cease end suspend suspension pause call_off interrupt interruption
pause suspend suspension halt interrupt put_on_hold break freeze
cancel cancellation call_off scrap abandon drop shelve axe
end finish conclude conclusion complete completion close over come_to_an_end expire wind_up
continue carry_on go_on proceed persist keep last remain still ongoing under_way
last continue go_on run take
resume resumption restart reopen renew return start_again
delay postpone postponement defer put_off put_back push_back hold_up late adjourn
rise increase climb grow growth gain up go_up advance jump surge soar add higher \
    strengthen rally pick_up swell mount
rise raise increase lift hike put_up boost higher
jump surge soar leap rocket spike shoot_up
strengthen firm gain rise recover
fall drop decline decrease down go_down slip slide dip lose lower shrink ease weaken \
    tumble plunge sink retreat
plunge tumble slump collapse plummet crash nosedive
slow ease decelerate slowdown moderate fall cool
weaken weak ease lose_strength lose_force lose_steam
cut reduce reduction lower trim slash bring_down decrease shrink curb scale_back
double twofold twice
halve half
grow expand expansion widen increase growth
shrink contract contraction narrow
change alter alteration modify modification shift amend amendment revise revision
remain stay keep hold continue still
unchanged steady stable flat little_changed barely_changed stay_put hardly_move barely_move same
recover recovery rebound bounce_back
exceed surpass top pass beat outstrip
reach hit attain arrive_at climb_to touch
total sum altogether overall aggregate
average mean typical
record all-time unprecedented
give hand grant award donate donation present provide supply offer gift
donate donation give donor
offer bid propose proposal
provide supply deliver delivery furnish give distribute
get receive obtain acquire win gain be_given take
take seize grab
seize confiscate capture impound
capture seize take overrun
hold have own possess keep
own have possess hold belong owner ownership
have feature boast contain carry
buy purchase acquire acquisition takeover take_over snap_up buyer buyout
takeover acquisition merger purchase deal
merge merger combine combination join
sell sale dispose offload auction seller
pay payment spend fund finance foot_the_bill funding
pay wage salary earnings remuneration
cost price expense charge bill worth
charge fee levy toll
lend loan borrow credit lender
owe debt
earn make income revenue turnover earnings
profit earnings gain surplus
loss deficit shortfall red
invest investment investor fund spend
trade commerce deal
trading trade deal session
share stock equity
bond security debt
market bourse exchange
investor shareholder stockholder
company firm business enterprise corporation group operator maker manufacturer
maker manufacturer producer make produce manufacture
produce production output make manufacture turn_out
factory plant works mill facility
plant power_station facility
shop store retailer outlet
customer client shopper consumer buyer
supplier vendor provider
employ employment employee employer staff job worker hire
worker employee staff personnel labourer
hire recruit employ recruitment take_on
dismiss dismissal sack fire lay_off layoff redundancy redundant let_go
job post position role
resign resignation quit step_down stand_down leave give_up
appoint appointment name choose select pick install nominate nomination
replace replacement succeed successor take_over substitute stand_in
predecessor former
lead leader head chief run boss chair in_charge
chief head boss director
chairman chair chairwoman head president
executive boss manager ceo chief
director manager
manager coach trainer
deputy vice assistant number_two
retire retirement retired
strike walkout stoppage industrial_action walk_out
protest demonstrate demonstration protester rally march take_to_the_streets demonstrator
union labour_union trade_union
negotiate negotiation talk discuss discussion bargain
talk discussion conversation dialogue negotiation
meet meeting gather gathering hold_talks summit conference session
meeting session gathering talk summit
visit trip tour travel call_on
invite invitation
attend take_part participate participation be_present turn_out turn_up
take_part participate participation join involve
participant volunteer subject
join enter become_a_member sign_up
leave depart departure exit go quit walk_out pull_out withdraw
withdraw withdrawal pull_out retreat pull_back
arrive arrival reach come land
enter entry go_into come_into
return come_back go_back back
move shift transfer relocate relocation
travel journey go trip ride
cross traverse pass
drive motor
carry transport bring take convey bear
bring fetch deliver carry
send dispatch ship deploy
follow track monitor trail
track monitor follow trace
escape flee get_away run_away evade
flee escape leave run
evacuate evacuation leave move_out
evacuee displaced evacuate
hide conceal cover_up
search hunt look_for seek comb
find discover discovery detect detection spot locate uncover come_across finding
notice detect spot find discover observe
lose mislay
missing lost unaccounted_for disappear vanish disappearance
see witness watch observe view
watch observe view monitor
look examine study inspect
examine inspect check inspection review look_at look_into study investigate analyse
investigate investigation inquiry enquiry probe look_into examine examination
review reconsider reexamine look_again assess examine
analyse analyze analysis study examine
test trial experiment check try_out
count tally tot_up
measure gauge
compare comparison
show prove demonstrate indicate reveal establish find
prove proof demonstrate establish confirm show
confirm confirmation verify corroborate bear_out establish
evidence proof
finding result conclusion
result outcome consequence
lead_to result cause bring_about
cause trigger provoke lead_to bring_about spark set_off result_in prompt responsible blame
reason cause motive why
link connection tie relation relationship association
affect hit impact influence
effect impact consequence
die death dead perish lose_life killed fatality pass_away casualty deceased
kill death dead slay die claim fatal take_the_life
death fatality dead die
murder homicide kill
injure hurt wound injury casualty harm
unhurt unharmed uninjured unscathed safe no_injuries without_injury not_hurt not_injured
harm hurt damage injure
safe safety secure unharmed
ill sick illness unwell sickness fall_ill ailment
illness disease sickness disorder condition ailment
infect infection contract
treat treatment care medical_attention
cure heal recover
recover recovery get_better heal
hospital clinic infirmary
doctor physician medic surgeon
surgery operation procedure transplant
nurse carer
patient sick_person
vaccine jab injection inoculation vaccination shot vaccinate immunise
drug medicine medication treatment
save rescue
rescue save pull_out free bring_out
rescuer emergency_worker emergency_service rescue_team
survive survivor survival live
free release set_free liberate let_go
release free let_go discharge liberation freedom
trap stuck stranded
hostage captive
kidnap abduct abduction kidnapping seize
arrest detain detention hold take_into_custody custody apprehend pick_up
jail prison gaol penal
jail imprison imprisonment lock_up sentence prison behind_bars
prisoner inmate detainee
court tribunal bench
judge justice magistrate
jury juror
trial hearing case court_case proceedings
sue lawsuit take_to_court suit legal_action
lawyer attorney solicitor counsel barrister advocate
prosecutor prosecution state_attorney
charge indict indictment
convict conviction guilty find_guilty
acquit acquittal clear innocent not_guilty exonerate
guilty convicted
sentence term punishment
fine penalty
punish punishment penalise penalty sanction
appeal challenge contest
verdict ruling judgment judgement decision
rule ruling decide decision judge
crime offence offense felony
criminal offender
steal theft rob robbery thief burglary loot
fraud swindle deception con scam defraud
bribe bribery kickback corruption
police officer constabulary
officer policeman
policeman policewoman officer
shoot shooting open_fire gunfire gun_down
gun firearm weapon rifle pistol
weapon arms
bomb explosive
explode explosion blast blow_up go_off detonate
attack assault raid strike offensive
fight battle combat clash
war conflict fighting hostilities
ceasefire truce armistice
peace truce
soldier troop military serviceman
army military armed_forces forces
navy naval fleet
rebel insurgent guerrilla militant
civilian non-combatant
enemy foe
ally partner
refugee asylum_seeker migrant displaced
border frontier boundary crossing
crossing border_post checkpoint
vote ballot cast poll
election poll ballot vote run-off
run-off second_round
campaign canvass stump
candidate contender nominee hopeful
win victory triumph beat victorious prevail come_out_on_top gain
win beat defeat overcome get_the_better_of victory triumph see_off
beat defeat overcome see_off win overpower
lose defeat beaten loser
concede admit_defeat accept_defeat
draw tie level
score net strike find_the_net
goal strike
lead ahead in_front advantage
take_the_lead go_ahead go_in_front ahead
equalise equalize equaliser level draw_level
half-time half_time break interval
red_card send_off sent_off dismissal sending-off dismiss
penalty spot-kick spot_kick
miss fail waste squander
match game fixture tie clash encounter contest
opponent rival adversary
rival competitor competing opponent
team side squad club
player footballer
substitute replacement bench come_on
coach manager trainer boss
captain skipper
champion titleholder
title championship crown trophy
tournament cup competition championship
final decider
league division
season campaign
medal podium
race contest competition
runner athlete
fan supporter spectator
crowd audience spectator onlooker attendance
attendance turnout crowd
stadium ground arena pitch
qualify reach advance progress go_through
eliminate knock_out
injury knock
president head_of_state
premier prime_minister
government cabinet administration ministers
form make_up build create
party movement
coalition alliance
opposition opponent
minister secretary
ministry department
parliament assembly legislature house lawmakers congress
lawmaker legislator mp deputy parliamentarian
mayor mayoral
council town_hall authority local_authority county
councillor council_member
official representative functionary
spokesman spokeswoman spokesperson
ambassador envoy diplomat
embassy mission
incumbent sitting
caretaker interim acting temporary
temporary temporarily interim provisional
law legislation act statute bill
bill draft_law draft
rule regulation
reform overhaul change
policy line
tax levy duty
subsidy grant aid
budget spending_plan
spending expenditure
fund money cash finance
money cash fund
referendum plebiscite
term mandate
swear_in take_office sworn_in inaugurate inauguration
office post
scandal affair
wrongdoing misconduct malpractice
corrupt corruption graft
resolve settle solve solution
solve solution resolve
problem difficulty trouble issue
crisis emergency
danger risk threat hazard peril
dangerous hazardous risky unsafe perilous
accident crash mishap
crash collide collision smash
derail come_off_the_rails leave_the_tracks leave_the_rails jump_the_tracks
sink founder go_down
capsize overturn
fire blaze flame inferno
fire wildfire bushfire
burn set_alight ignite burn_down char
burn_down destroy gut
firefighter fireman fire_crew
extinguish put_out douse
control contain
flood inundate flooding deluge
rain rainfall shower downpour
rainy wet
dry drier
storm gale tempest
hurricane cyclone typhoon
wind gust windy breeze
snow snowfall
heat hot heatwave
hot warm
cold chilly freezing
weather conditions
forecaster meteorologist weather_service
earthquake quake tremor seismic
landslide mudslide
volcano eruption
drought dry_spell
make_landfall come_ashore landfall strike_land hit_land
destroy wreck ruin devastate destruction flatten wipe_out wash_away raze lost
damage harm ruin
wash_away sweep_away carry_away destroy
collapse cave_in fall_down give_way
burst rupture break split
break snap fracture
leak spill escape seep release
spill leak release pour
pollute pollution contaminate contamination
clean clean-up cleanup clear_up
clear clean empty
repair fix mend restore repair_work
rebuild reconstruct reconstruction
build construct construction erect put_up building
building structure block
demolish demolition tear_down pull_down knock_down
house home dwelling residence
home household house
household home family
resident inhabitant local people
villager village resident
live reside dwell home
land territory
plot parcel
farm agricultural agriculture
farmer grower
crop harvest
harvest crop yield
grain cereal
wheat grain
forest woodland wood woods
tree timber
river stream waterway
lake reservoir
sea ocean
coast shore seaside coastline
coastal seaside
coastguard coast_guard
island isle
mountain peak
bridge crossing span
road street highway
motorway highway freeway
railway rail railroad train
train railway
wagon carriage car
freight goods cargo
cargo freight load shipment
track rail
line route
bus coach
lorry truck
car automobile vehicle
plane aircraft airliner jet aeroplane airplane
airline carrier
airport airfield
flight fly
pilot flyer
ship vessel boat
ferry boat
port harbour harbor dock
berth mooring dock
passenger traveller traveler
driver motorist
commuter passenger
pipeline pipe
power electricity energy
electricity power
oil crude petroleum
petrol fuel gasoline
nuclear atomic
gas methane
coal lignite
mine pit colliery
miner mineworker
drill bore
school academy
pupil student schoolchild
teacher schoolteacher educator
university college
student undergraduate
lecture talk
exam examination test
education schooling
science scientific
scientist researcher academic
scientist astronomer biologist
study research paper survey work
research study investigation
researcher scientist author team
author writer lead_author
team group crew
journal magazine publication
publish publication release issue
survey poll
expert specialist analyst
analyst economist expert
economist analyst
planet world
star sun
orbit circle go_around go_round revolve
telescope observatory array
satellite probe spacecraft
space cosmos
water_vapour steam vapour
atmosphere air
signal transmission
instrument device tool
device gadget apparatus
machine device
operate run work function operation
work function operate
instrument sensor
record recording register log
light lightweight
weigh weight
animal creature
eat consume feed dine
consume eat use consumption
hunt prey
insect bug
dog hound
child kid youngster minor
boy lad
girl lass
baby infant newborn
young youth youthful
elderly old aged pensioner
man male
woman female
mother mum
father dad
parent mother father
brother sibling
sister sibling
wife spouse
husband spouse
marry marriage wed wedding
family relative kin
widow widowed
friend companion
neighbour neighbor
person people individual human
everyone everybody all
anyone anybody
nobody no_one none
someone somebody
citizen national
population inhabitants
crowd throng
group band body
organisation organization body
agency body
committee panel commission
panel committee board
board directors
member belong
founder founded found
campaigner activist
journalist reporter
newspaper paper daily
magazine journal
broadcast air
film movie picture
director filmmaker
actor actress
singer vocalist
song track
book novel
writer author novelist
artist painter
painting picture canvas artwork
museum gallery
exhibition show display
concert gig
festival celebration
prize award
win awarded
church religious
priest clergyman
pope pontiff
mosque muslim
pray prayer
celebrate celebration mark
anniversary commemorate
funeral burial
bury burial
birth born
weep cry tear
laugh laughter
happy pleased glad delighted
sad unhappy sorrow
angry anger furious outrage
surprise astonish shock unexpected
surprise surprising unexpected unforeseen
disappoint disappointment
proud pride
big large great huge major substantial
big large considerable sizeable
huge enormous massive vast giant
small little minor tiny slight modest
large largest biggest
main chief principal key major
main key benchmark
important significant key crucial vital
serious grave severe
severe serious heavy harsh
heavy intense strong
strong powerful mighty
weak feeble frail
good well fine
bad poor
poor impoverished
rich wealthy affluent
fast quick rapid swift speedy
slow sluggish
sudden abrupt
early soon
late belated
recent latest new
new fresh recent
old ancient former
former ex once previous
once former formerly
current present existing
future coming
next following coming
previous earlier last prior past
previous previously before earlier former
final last
first initial inaugural
second another
another further additional second one_more more other
additional extra further more
other another remaining
remaining rest other left
same identical
similar like
different other
various several
several some many number
many numerous lot
most majority
mostly mainly largely chiefly predominantly most
few handful
only just sole merely single alone nothing_but
sole only single
single one only lone
alone lone by_itself single-handed
whole entire full all complete
full complete total
part portion section
section part stretch
half 50_percent
nearly almost
about around roughly approximately
exactly precisely
more extra
less fewer
least minimum
maximum most up_to
high tall
narrow slim
narrowly closely barely just
wide broad
long lengthy
short brief
near close nearby
close near
far distant away
distance away
above over
under below beneath
beneath under below underneath
inside within
outside beyond
across throughout
abroad overseas foreign
foreign overseas
local regional
region area district
area region zone district
district quarter neighbourhood
city town
town municipality
village hamlet
country nation state
national nationwide
global worldwide international world
international foreign
world globe earth
public open
private privately
secret covert
official formal
legal lawful
illegal unlawful
independent impartial
free gratis
cheap inexpensive
expensive costly
rare uncommon unusual
common usual widespread
unusual rare strange
strange odd
famous well-known renowned
clear plain obvious
possible potential
impossible cannot
likely probable
easy simple
hard difficult tough
necessary essential
enough sufficient
right correct
wrong incorrect mistaken
mistake error
true real
false untrue
fake counterfeit false
modern contemporary
deep depth
hole gap
edge brink
top summit
bottom foot
front forefront
middle centre center
centre center central
start outset
dawn daybreak sunrise
morning a.m.
midday noon lunchtime
afternoon p.m.
evening dusk
night overnight nighttime during_the_night
overnight night
today now
now currently
daily every_day
weekly every_week
monthly every_month
annual yearly
year annual yearly twelve_months
decade ten_years
century hundred_years
autumn fall
weekend saturday_and_sunday
week seven_days
later after afterwards subsequent
after following since
before prior earlier
since from
until till by
during while throughout
often frequent
never at_no_time
always constantly
again once_more anew regain
together joint jointly
back return
step measure action move
measure step action
action act move
act deed
role part
way manner method
method technique way
goal aim target objective
level degree height
rate pace
number figure total
figure number
list roster
range variety
type kind sort
share proportion part
name call title
call name term describe label dub
describe call term
letter note
email message
message note
document paper file record
file record document
record file
letter missive
speech address
phone call telephone
talk speak journalist
speak talk
press media reporter journalist
journalist press
image picture photo photograph
video footage film
internet web online
website site
computer pc
software program
hacker hack
data information
information detail
detail particular
user customer
app application
network grid
battery cell
robot automated
sign autograph
sign put_one's_name
signature sign
accept agree take
accept acceptance take embrace
keep retain preserve maintain hold
retain keep
abolish scrap abolition do_away_with
remove take_away withdraw
add include
include contain comprise
exclude leave_out rule_out
rule_out exclude
enter join
set fix schedule
schedule plan set due
due expect schedule set
fix set
hold stage organise host
stage hold host
host stage
organise organize organisation arrange
arrange organise
prepare preparation ready
ready prepared willing
willing prepared ready want
able can capable
fail failure unable not_manage
succeed success manage achieve successful
achieve attain accomplish
manage succeed
help aid assist assistance
protect protection defend shelter
defend defence defense
guard protect
encourage urge
persuade convince
influence sway
control command
dominate control
share split
divide split
split divide divided
connect link
attach fit
fit equip attach
equip fit
use utilise employ usage
waste squander
store keep
serve service
cook prepare
drink beverage
swim swimmer
swimming_pool pool
climb ascend
fall tumble plunge
jump leap
run dash
walk stroll foot
stand rise
sit seat
seat place
lie rest
turn become
become turn get
turn transform change
transform change
reopen open_again
open inaugurate
close shut closure shutter
closure close shut
lock shut
face confront
face risk threatened
challenge contest
test try
taste flavour
smell odour scent nose
noise sound
colour color
cave cavern
rock stone
metal steel
gold bullion
jewel gem
diamond gem
clothes clothing garment
food meal
meal dinner
bread loaf
beer brew ale
brewer brewery
wine vintage
catch haul
milk dairy
cow cattle
species kind
extinct extinction die_out
protect conserve conservation
carbon emission
emission greenhouse_gas
renewable green
solar sun
recycle reuse
rubbish waste trash
drain sewer
dam barrage
square plaza
market bazaar
restaurant eatery
bar pub
cafe coffee_shop
bank lender
central_bank monetary_authority
interest_rate rate
inflation price_rise
price cost
currency money
exchange swap
mortgage home_loan
insurance cover
insurer insurance
accountant auditor
audit check
property real_estate
rent let
tenant renter
landlord owner
steady stable
purchasing buying
power strength might
strength power force
regain recover again
inhale inhalation breathe
deliberate deliberation consider
successor replacement
beg plead
link tie
backing support
backer supporter
supporter backer follower fan
accusation allegation charge
testify testimony
witness onlooker eyewitness
suspect suspicion
culprit perpetrator offender
drug narcotic
smuggle smuggling traffic
violence violent
riot unrest disturbance
unrest turmoil
coup putsch
dictator autocrat
democracy democratic
freedom liberty
right entitlement
equality equal
racism racist
discriminate discrimination
abuse mistreat
neglect negligence
careless negligent
careful cautious
brave courageous
bold daring
angry cross
confident confidence
certain sure
ready set
wait await
expect await
hurry rush
stay remain
survive outlive
miss absent
absent missing
present attend
empty vacant
full packed
crowded packed
die dead death kill fatal perished life
dead toll deaths
hospital hospitalised
fire blaze flame burn inferno
begin start break outbreak open
ferry ship vessel boat
passenger aboard travellers board
crew sailor crewmember
captain skipper master
coast coastal shore offshore
earthquake quake tremor shake
magnitude measure strength
strike hit walkout
rate interest
cut lower low reduce reduction trim
rise increase grow climb raise bring
score goal strike net
say tell state statement add according
pass approve carry adopt
back vote favour
levy tax charge duty
inquiry investigate probe examine look
court judge tribunal
prison jail imprison sentence
sign signature conclude
pay payment fund finance cost spend
evacuate move
rescue rescuers save
destroy destruction flatten wreck guts
collapse fall come
write author
town village
parliament lawmakers mps legislature assembly
government ministers cabinet authorities
ask request call
urge call ask
cause reason origin
dawn morning
day daily
after follow once afterwards late since
match game final
miss unaccounted
search seek look hunt
scientist researcher experts
robot drone vehicle
speak speech talk tell say
teach teacher
apologise apology sorry
drive driver
every all each entire whole
effect force
crowd watch spectators attend
invite call summoned
reopen open
delay late hold
worth value
percent percentage cent
smoke smoky
sleep asleep
wake awoke
fish fisherman fishery
council councillors
billion bn
urgent emergency
false fake forged falsify
insure uninsured
steal theft thieves take
early dawn
reach record hit
kill slain dead
repair work
dispute conflict row
drop abandon give
president presidential
troops soldiers army military force
economy economic
extend extension
carry aboard transport have
win take receive award
leave depart quit
""".strip()
