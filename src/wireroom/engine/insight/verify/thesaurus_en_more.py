"""More English words of the news that say the same, by what they about, a line each."""

# Read like SAME of thesaurus_en, which see. Derived nouns, adjectives and phrases stand with their
# verbs, for a writer turns one into the other: "approved" is "gave its approval".
SAME = """
say according_to in_the_words_of as_told_by put_it speak observe comment
tell inform notify let_know brief brief_reporters
announce announcement make_an_announcement go_public make_public publish release
declare declaration proclaim proclamation pronounce
disclose disclosure reveal revelation divulge bring_to_light come_to_light make_known
acknowledge acknowledgement recognise recognize accept admit own_up_to
admit confess concede admission confession plead_guilty come_clean
deny denial denies refute rebut contradict dispute disavow
claim allegation allege contend maintain assert purport
warn warning alert alarm caution sound_alarm raise_the_alarm advise
criticise criticism critical critic hit_out lash_out take_aim_at find_fault decry deplore rebuke
condemn condemnation denounce denunciation deplore
praise praised tribute pay_tribute commend salute laud applause
call_for appeal_for demand urge press_for push_for campaign_for lobby_for seek want ask_for request
demand requirement insist require want ask_for
urge appeal encourage exhort press push_for call_on
ask question pose enquire inquire put_to
answer reply respond response reaction react
promise pledge vow commitment commit guarantee assure assurance undertake give_its_word
propose proposal put_forward suggest suggestion moot float table
recommend recommendation advise counsel suggest endorse
predict prediction forecast expect expectation anticipate project see foresee
estimate estimation reckon calculate calculation put_at guess approximation
explain explanation account clarify clarification spell_out
describe description depict characterise characterize portray call label brand dub term
dub nickname nicknamed call name known_as
complain complaint grievance protest object grumble moan
boast brag claim_credit
joke quip jest
lament regret bemoan mourn grieve
stress emphasise underline underscore highlight point_up insist
mention refer cite note allude
cite quote refer mention
imply hint suggest insinuate indicate
speculate speculation rumour guess
swear vow oath
persuade convince win_over talk_into coax
dissuade discourage deter put_off talk_out_of
discourage deter deterrent
mislead misled deceive deceived dupe fool trick deceptive misleading
lie lied falsehood untruth untrue
allege alleged supposed purported
debate discuss discussion argue argument deliberate
argument row quarrel dispute feud squabble spat
conversation chat talk discussion
interview speak_to talk_to
briefing news_conference press_conference
statement communique press_release
remark comment observation
decide decision determine choose opt resolve settle_on make_up_its_mind
choose choice pick select selection opt
agree agreed agreement consent assent accord strike_a_deal reach_a_deal come_to_terms \
    reach_agreement sign_up
agreement deal pact accord settlement understanding compromise arrangement terms
compromise middle_ground concession
refuse refusal decline reject will_not would_not unwilling turn_down say_no rebuff
reject rejection turn_down throw_out vote_down dismiss spurn defeat block
approve approval green_light give_the_green_light give_the_nod sign_off sign_off_on \
    authorise consent clear clearance permit back endorse
endorse endorsement back support approve
veto block reject
allow allowed let enable permit make_possible
permission permit authorisation authorization licence license consent clearance leave
forbid ban outlaw prohibit prohibition bar rule_out disallow
require compulsory mandatory obligatory oblige
force compel oblige make press_into
plan planned planning intend intention scheme propose proposal project aim mean set_out
intend aim mean plan want
try attempt endeavour effort bid seek strive
hope hopeful look_forward aspire aspiration
fear afraid worry worried concern concerned anxiety alarm apprehension
threaten threat menace jeopardise jeopardize endanger put_at_risk at_risk
support supporter back backer backing favour advocate champion in_favour sympathetic \
    rally_behind side_with
side_with back support join
oppose object objection against resist resistance fight campaign_against come_out_against
protest demonstration rally march picket take_to_the_streets
protester demonstrator marcher activist
gather assemble congregate convene meet
organise organised arrange arrangement stage hold run put_on
prepare preparation get_ready gear_up make_ready
begin began begun start commence launch get_going get_under_way kick_off embark initiate
start starting beginning outset opening
launch begin start introduce roll_out open inaugurate unveil
set_up establish found create form creation formation
form formation create set_up constitute make_up
end ended finish conclude close come_to_an_end cease stop terminate termination wrap_up
stop halt cease discontinue end call_a_halt quit give_up
close shut closure shutdown shut_down shutter wind_down cease_operations close_its_doors
reopen reopening open_again resume
switch_off turn_off shut_down disconnect deactivate
switch_on turn_on activate start
suspend suspension suspended halt freeze put_on_ice put_on_hold pause stop
postpone postponement delay defer deferral reschedule put_off push_back hold_over
bring_forward advance hasten
cancel cancellation scrap call_off abandon shelve drop axe ditch will_not_go_ahead not_go_ahead
abandon give_up drop ditch shelve scrap
go_ahead proceed continue take_place happen
take_place held occur happen come_about
happen occur take_place come_about unfold
continue ongoing persist carry_on press_on go_on keep_going last remain still
last lasted duration take run span continue
resume resumption restart pick_up recommence start_again return
repeat again once_more recur recurrence
rise increase growth climb go_up upturn uptick gain increment upward
increase rise raise boost hike step_up expand expansion enlarge augment
raise increase put_up lift hike bump_up
surge soar jump spike leap rocket skyrocket climb_sharply rise_sharply shoot_up
fall decline decrease drop reduction downturn go_down come_down dwindle diminish recede \
    subside downward
reduce reduction cut lower lessen scale_down cut_back curtail curb trim diminish minimise minimize
cut reduce slash cutback trim reduction
plunge plummet tumble crash nosedive slump fall_sharply
double doubled twice twofold two-fold increase_twofold
triple treble threefold three_times
quadruple fourfold four_times
halve half cut_in_half by_half
lose lost loss shed drop
shed lose loss
gain add win pick_up put_on
slow slowdown decelerate ease lose_momentum
accelerate acceleration speed_up quicken pick_up_speed hasten
improve improvement better get_better upgrade enhance progress
worsen worse deteriorate deterioration get_worse exacerbate aggravate decline
change changed alter alteration modify reform overhaul shift switch amend
switch change shift swap
replace replacement substitute take_the_place take_over_from successor succeed supplant
succeed successor follow take_over_from replace
remain remained stay stick keep still
unchanged same steady flat stable hold_steady no_change
recover recovery bounce_back rally recuperate convalesce get_better on_the_mend
exceed surpass top outstrip more_than over go_beyond above overtake
reach hit attain achieve total amount_to come_to stand_at
amount_to total come_to stand_at number
number total count stand_at
record all-time_high highest_ever most_ever unprecedented best_ever
highest peak most record
lowest trough least record
give gave given grant hand award donate present provide confer
donate donation contribute contribution give gift
gift present donation
provide supply offer give furnish deliver make_available distribute
make_available offer provide available
distribute distribution hand_out give_out share_out
hand_over surrender give turn_over deliver transfer
return give_back hand_back bring_back send_back come_back go_back back
receive get obtain gain collect accept
obtain get acquire secure gain
secure win obtain clinch
take took taken seize grab snatch
seize confiscate take impound capture commandeer
own owner ownership possess belong property proprietor
buy bought purchase acquire take_over buyout acquisition snap_up buyer purchaser take_a_stake
sell sold sale seller offload divest auction put_up_for_sale
merge merger combine combination tie-up join_forces amalgamate
pay paid payment fork_out pay_out foot_the_bill cough_up
pay salary wage earnings remuneration pay_packet
spend spent spending expenditure outlay
cost price expense expensive bill price_tag worth
value valued worth put_at price valuation
invest investment pour_into put_into sink_into inject injection
fund funding finance bankroll pay_for sponsor bear_the_cost
borrow loan debt credit
lend loan credit lender
owe debt indebted liability
repay repayment pay_back reimburse reimbursement refund
compensate compensation pay_damages damages redress payout reimburse
refund reimburse money_back give_back_money
profit profitable earnings make_money in_the_black gain
loss loss-making lose_money in_the_red deficit
revenue sales turnover takings income
income earnings revenue pay
bankrupt bankruptcy insolvent insolvency go_bust go_under go_bankrupt collapse
company firm business corporation enterprise group
rival competitor competing challenger
employ employee hire staff workforce on_the_payroll employer worker
workforce staff employee worker personnel
worker labourer employee staff
hire hired recruit take_on employ engage appoint
dismiss sack fire remove oust let_go lay_off make_redundant axe show_the_door lose_his_job \
    lose_her_job
remove removal oust take_away strip get_rid_of
job post position role employment work
job_losses job_cuts layoffs redundancies
resign resignation quit step_down step_aside stand_down leave leave_office give_up_his_post
appoint appointment name choose install put_in_charge pick select elect
lead leader leadership head chief run in_charge chair command preside at_the_helm
preside chair head lead
chair chairman chairwoman head
boss chief head manager director executive
manage manager run control oversee supervise in_charge
oversee supervise supervision monitor oversight watch
strike walkout walk_out down_tools stop_work industrial_action stoppage withdraw_labour
negotiate negotiation talks bargain bargaining
mediate mediator mediation broker intermediary go-between
meet met meeting talks hold_talks sit_down get_together session encounter
visit visitor travel_to trip tour call_on go_to
attend attendance attended present take_part participate turn_up in_attendance
take_part participate participation participant involve
participant attendee competitor entrant volunteer
leave left depart departure go exit walk_out move_out quit pull_out get_out
withdraw withdrawal pull_out retreat back_out
arrive arrival reach come turn_up land get_to
enter entry go_in come_in break_in get_in access
get_in enter break_in entry
move moved relocate transfer shift resettle
travel journey trip go voyage
cross crossing pass_through traverse
carry carried transport convey ferry take haul
transport carry haul ship move
deliver delivery hand_over bring supply ship
send sent dispatch ship deploy forward
follow pursue chase track trail shadow
chase pursue pursuit
escape escaped flee fled get_away break_out evade elude
flee fled escape run_away leave_home
evacuate evacuation move_to_safety leave_their_homes take_to_safety
displace displaced homeless uproot lose_their_homes
hide hid conceal cover_up keep_secret hush_up
search hunt look_for scour comb manhunt seek
find found discover discovery come_across locate uncover unearth turn_up recover
recover retrieve find pull get_back
pull drag haul extract
missing disappear unaccounted_for vanish lost go_missing
see saw seen witness observe sight
notice noticed spot become_aware detect pick_up
examine examination inspect inspection check study scrutinise scrutinize look_at look_into review
investigate investigation investigator probe inquiry look_into examine
investigator detective
review reassess reconsider reexamine re-examine look_again
test tested testing trial experiment check
measure measurement gauge
monitor monitoring watch track keep_watch surveillance
show showed shown prove demonstrate reveal indicate suggest find display
prove proof proven demonstrate show establish
confirm confirmation verify verification bear_out corroborate
identify identification name recognise recognize
evidence proof sign indication
cause caused bring_about lead_to result_in give_rise_to trigger provoke spark prompt set_off \
    responsible_for behind owing
trigger spark prompt provoke set_off
because owing_to due_to as_a_result_of on_account_of thanks_to
result outcome consequence upshot
reason cause motive explanation ground
blame attribute put_down_to hold_responsible responsibility fault point_the_finger
attribute blame ascribe put_down_to
affect affected hit disrupt impact influence bear_on
effect impact consequence repercussion
prevent prevention avert avoid stop block thwart foil head_off keep_from
avoid avoidance avert dodge evade steer_clear
help helped aid assist assistance support contribute
protect protection safeguard shield defend guard
safeguard protect preserve
die died death dead perish lose_their_lives lose_his_life lose_her_life fatality fatal \
    deceased pass_away toll
kill killed deadly fatal lethal claim_lives take_lives cost_the_lives leave_dead slay death die
death_toll toll number_of_dead dead fatalities
deadly fatal lethal kill
murder kill homicide assassinate assassination assassin slay
injure injury injured wound hurt casualty
seriously_injured badly_hurt critically_injured serious severe
bruise bruising minor_injury
unhurt unharmed uninjured unscathed escape_injury escape_unhurt safe nobody_hurt no_one_was_hurt
harm harmful damage hurt
ill illness sick sickness unwell fall_ill become_ill taken_ill get_sick
infect infection infected contract catch case
case infection patient instance
outbreak epidemic spread
spread spreading extend expand reach
treat treated treatment receive_treatment care medical_care look_after
care look_after tend
hospital hospitalise hospitalised hospitalize hospitalized in_hospital take_to_hospital admit
surgery operation operate procedure
vaccinate vaccination immunise immunisation inoculate jab vaccine
dose shot jab
medicine drug medication remedy pharmaceutical
doctor physician medic clinician
nurse nursing
patient sufferer
symptom sign
diagnose diagnosis
rescue rescued rescuer save pull_to_safety bring_to_safety
survive survived survivor live alive live_through come_through
alive living survive live
trapped stuck stranded pinned caught
strand stranded stuck maroon
arrest arrested detain take_into_custody custody apprehend in_detention hold
detain detention hold custody lock_up
release released free set_free let_go let_out
jail prison imprison lock_up behind_bars put_behind_bars sentence
prison jail penitentiary
sentence sentenced jail_term prison_term term
charge charged accuse indict
accuse accused accusation allege allegation charge
convict conviction found_guilty find_guilty guilty
acquit acquittal clear not_guilty found_not_guilty exonerate innocent
appeal challenge contest
sue lawsuit take_legal_action take_to_court legal_action litigation
court tribunal courtroom bench
trial court_case hearing proceedings
hearing session
verdict ruling judgment judgement decision
testify testimony give_evidence tell_the_court
plead plea
witness bystander onlooker
crime offence offense criminal wrongdoing
offender criminal perpetrator culprit
suspect suspected suspicion believe
steal stole stolen theft thief rob burglary make_off_with burgle
thief thieves burglar robber
rob robbery hold_up raid
fraud fraudulent swindle scam con cheat embezzle embezzlement
embezzle embezzlement misappropriate siphon
bribe bribery backhander kickback
corruption corrupt graft bribery
forge forgery forged fake counterfeit
smuggle smuggling smuggler traffic trafficking
kidnap kidnapping abduct abduction take_hostage
attack attacked attacker assault assailant strike
stab stabbing knife
shoot shot shooting gunfire open_fire gunman
threat danger risk peril hazard
explode explosion blast detonate blow_up go_off
fire blaze burn flame go_up_in_flames catch_fire ablaze
burn burned burnt go_up_in_flames destroy_by_fire burn_down
put_out extinguish douse bring_under_control
under_control contain control
crash crashed collide collision hit run_into plough_into smash_into pile-up
sink sank sunk go_down founder
run_aground aground ground beach
refloat float free
flood flooded flooding inundate under_water submerge swamp
drown drowned drowning
wash_away sweep_away carry_off sweep
sweep swept carry
collapse collapsed cave_in come_down fall_down give_way crumble fall_in
destroy destroyed destruction flatten wreck level raze devastate wipe_out gut ruin
damage damaged hit harm
rupture burst break split
leak leakage leaking escape spill seep
break broke broken snap fracture crack shatter
repair repairs repaired fix mend restore restoration renovate renovation refurbish \
    refurbishment maintenance
restore restoration bring_back reinstate
reinstate restore return
renovate renovation refurbish modernise modernize revamp overhaul
build built builder building construct construction erect put_up
demolish demolition tear_down pull_down knock_down raze
dig dug excavate excavation
storm tempest gale hurricane cyclone
rain rainfall wet downpour
quake earthquake tremor aftershock
aftershock tremor
landslide mudslide mudflow landslip
avalanche snowslide
drought dry lack_of_rain
heat hot heatwave warm high_temperatures
freeze freezing frozen cold ice
temperature degrees heat
temperature mercury thermometer
disruption disrupt disrupted affect
just_below just_short short_of slightly_below shy_of
power_cut blackout outage power_failure
electricity power current
fight fighting battle combat clash
war conflict hostilities fighting
truce ceasefire armistice cessation_of_hostilities stop_fighting
peace peaceful
invade invasion incursion
army military troops soldiers forces
soldier troops serviceman trooper
vote voted voter ballot cast_a_ballot poll go_to_the_polls
voter electorate elector
elect election elected poll choose
campaign campaigning electioneering
stand run candidate contest seek_office
candidate contender runner hopeful nominee
win won winner victory victorious triumph come_first beat take prevail
lose lost loser defeat beaten
victory win triumph success
defeat loss beat
majority most more_than_half over_half
unanimous unanimously unanimity without_dissent nobody_voted_against no_votes_against \
    all_in_favour everyone agreed
turnout participation
abstain abstention did_not_vote
parliament legislature assembly chamber
lawmaker mp legislator deputy parliamentarian member_of_parliament
minister secretary cabinet_member
government administration cabinet authorities
govern rule run
law legislation act statute bill measure
bill draft_law legislation measure proposed_law
rule regulation law
regulator watchdog regulatory authority commission
tax levy duty taxation
subsidy subsidise subsidize grant aid support
budget spending finances
referendum plebiscite popular_vote
treaty pact accord agreement
sanction sanctions penalty embargo
embargo ban sanction
ambassador envoy diplomat
border frontier
refugee migrant asylum_seeker displaced
migrant immigrant immigration migration
deport deportation expel expulsion send_back
expel expulsion throw_out kick_out
citizen citizenship national nationality
match game fixture encounter tie
score scored goal net find_the_net strike scorer
equalise equaliser level
lead ahead in_front
overturn turn_around come_from_behind
final decider
half-time break interval
substitute come_on off_the_bench replacement
red_card sent_off dismissed dismissal
penalty spot_kick
fan supporter spectator
coach trainer manager
captain skipper
champion title_holder winner
season campaign
record best
opponent rival adversary
host home
visitor away guest
injure injury knock
retire retirement hang_up_his_boots
sign signing contract join
transfer move switch
contract deal agreement
scientist researcher academic
study research paper work
find finding conclude conclusion discover discovery
discover discovery find detect detection
observe observation see
species kind type
spacecraft probe craft
launch lift-off take-off blast-off send_into_space
rocket launcher
orbit circle go_around
planet world
water_ice frozen_water
sample specimen
experiment test trial
data information figures
computer machine pc
hack hacker hacking cyberattack break_into
software program code
robot machine automaton
satellite orbiter
school academy classroom
pupil student schoolchild child learner
teach taught teacher teaching tutor instruct
train training instruction
university college campus higher_education
graduate graduation degree
exam examination test paper
book novel title volume
write wrote written author pen
publish publication bring_out release print
film movie picture
director filmmaker direct
play drama
perform performance performer appear
sing sang song singer
music musical
art artwork painting
museum gallery collection
exhibit exhibition show display on_show
award prize honour accolade
honour award recognise recognize tribute
celebrate celebration party festivity mark
anniversary jubilee
birthday born
ceremony service
bury buried burial funeral lay_to_rest
marry married wedding marriage wed
divorce separate separation split
train railway rail
bus coach
lorry truck hgv
car vehicle motor
plane aircraft jet airliner
fly flew flight air
ship vessel boat
ferry boat ship
harbour harbor port dock quay
lighthouse beacon
passenger traveller commuter rider
driver motorist at_the_wheel
road street route highway
tunnel underpass
bridge span crossing
airport airfield
station stop terminal
ticket fare
fare ticket_price price
timetable schedule
delay late behind_schedule hold_up
cancel not_run
traffic congestion
farm farmland agriculture agricultural
farmer grower agricultural_worker
crop harvest yield
cattle cow livestock herd
livestock animal cattle
fish fishing fisherman catch
forest woodland trees
tree trees wood
river waterway stream
lake reservoir
reservoir dam
mountain peak summit
climber mountaineer climb
valley dale
coast shore coastline seaside waterfront
beach shore sand
island isle
sea ocean waters
pollution pollute contaminated contamination
contaminate contamination pollute taint
waste rubbish garbage refuse trash
emission carbon greenhouse_gas
climate warming
wildlife animals nature
endangered threatened at_risk
species animal
extinct extinction die_out
drinking_water tap_water
house home property dwelling residence
resident inhabitant villager townsfolk local people_living live
live lived resident home based
village hamlet settlement
town borough municipality
city town urban
district area neighbourhood quarter
area region zone district
capital seat_of_government
country nation state
nationwide across_the_country national throughout_the_country countrywide
abroad overseas foreign
worldwide global across_the_world international
local regional
neighbour neighbouring next_door adjacent nearby
near nearby close beside next_to not_far_from
far away distant
north northern
south southern
east eastern
west western
building block structure premises
premises building
office headquarters
headquarters head_office based seat
shop store outlet
factory plant works mill
warehouse depot
mine pit colliery
hotel inn lodging
restaurant eatery
flat apartment
roof rooftop
floor storey story
basement cellar
cellar basement
window pane
wall barrier
door entrance
gate entrance
square plaza
park garden
monument memorial
statue sculpture
year annual twelve_months 12_months
month four_weeks
fortnight two_weeks 14_days
week seven_days
decade ten_years
century hundred_years
half_a_year six_months
overnight during_the_night in_the_night
night nighttime
morning a.m.
afternoon p.m.
evening p.m.
dawn daybreak sunrise early_morning
dusk sunset nightfall
midday noon 12_p.m.
now currently at_present at_the_moment present today
then at_the_time
soon shortly before_long
shortly soon just
recent recently lately
immediately at_once straight_away right_away instantly immediate
gradually slowly little_by_little step_by_step
suddenly abruptly without_warning
finally eventually at_last in_the_end
again once_more anew
former ex one-time once then
first initial
last final
previous earlier prior last
next following coming
annually yearly every_year each_year a_year
daily every_day each_day a_day
weekly every_week each_week a_week
monthly every_month each_month a_month
often frequently regularly
rarely seldom hardly_ever
always constantly at_all_times
never not_once at_no_time
permanent permanently for_good for_ever indefinitely
temporary temporarily for_now for_the_time_being interim
several a_number_of
many numerous a_lot_of
dozens scores
few handful a_small_number
almost nearly close_to just_under
about around roughly approximately some
only just merely no_more_than
least at_least no_fewer_than no_less_than
up_to as_many_as as_much_as at_most no_more_than
additional extra further more another
entire whole complete full all
part portion section segment
half fifty_per_cent
big large major considerable sizeable
small little minor
huge massive enormous vast
tiny minuscule
important significant crucial key vital
major main big
serious severe grave
severe harsh intense
slight slightly minor small a_little
strong powerful robust
weak weakened fragile
fast quick quickly rapid rapidly swift
slow slowly
rich wealthy
poor impoverished needy poverty
expensive costly dear
cheap inexpensive low-cost
new fresh newly
old aged elderly ageing
young youth youthful
famous well-known celebrated renowned
unknown not_known unclear not_clear unidentified mystery
unclear not_clear uncertain unknown
unnamed not_named unidentified anonymous
clear obvious evident
secret confidential hidden
private privately
public publicly open
free free_of_charge no_charge
dangerous unsafe hazardous risky
safe safely secure
difficult hard tough challenging
easy simple
possible may potential
impossible cannot
likely probable probably
certain sure definite
necessary needed essential need
unnecessary needless not_needed redundant no_longer_needed
enough sufficient adequate
ready prepared set
available on_offer
open opened
empty deserted
full packed
crowded busy packed
main chief principal primary
various different
similar alike comparable
different differ unlike
rare uncommon
common widespread
strange odd unusual
true correct accurate
false untrue incorrect wrong
wrong mistake error incorrect
mistake error blunder slip
mistaken wrong in_error mistake
surprise surprised astonish unexpected
unexpected unforeseen surprise
disappoint disappointed disappointment
happy pleased delighted glad
sad unhappy
angry furious anger outrage outraged
shock shocked stun
proud pride
satisfied satisfaction content
tired exhausted fatigue weary
hungry hunger famine
starve starvation hunger
thirst thirsty
poison poisoned poisoning toxic
toxic poisonous harmful
person individual
man male
woman female
child youngster minor
teenager adolescent youth teen
pensioner retired retiree
family relatives household kin
parent mother father
wife spouse partner
husband spouse partner
friend companion pal
companion partner friend
couple pair duo two
pair two couple both
trio three
group team party band
crowd people throng
member belong
leader head chief
founder found set_up co-founder
owner proprietor
colleague co-worker workmate
volunteer unpaid
expert specialist analyst authority
analyst expert observer
observer analyst monitor
journalist reporter correspondent
newspaper paper daily
broadcaster television tv radio
television tv broadcaster
website online internet site web
online internet web
photograph photo picture image
video footage recording clip
document paper file
letter note
report account study document
list register
survey poll questionnaire
question query ask
issue problem matter topic
problem trouble difficulty issue
solution solve answer remedy
goal aim target objective
target aim goal
success succeed successful
fail failure unsuccessful unsuccessfully
attempt try bid effort
opportunity chance
step move measure action
action step measure
method way technique
means way
tool instrument device
equipment gear kit
material stuff
object item article
piece fragment bit
amount quantity sum volume
quantity amount
level rate degree
rate speed pace level
speed pace velocity
length long
height tall high
width wide
depth deep
weight weigh heavy
size large
age old
price cost
share stake part
shares stock equity
deficit shortfall gap
shortage lack scarce scarcity
lack shortage absence without
demand appetite
supply supplies provision
import importer bring_in
export exporter ship_abroad
trade commerce
market marketplace
bank lender
account bank_account
currency money
interest rate borrowing_costs
appeal_against appeal challenge contest
protest_against protest demonstrate
warn_against warn caution
fight_against fight combat
campaign_against campaign oppose
cut_jobs shed_jobs job_cut job_loss lay_off layoff redundancy
devalue cut_the_value lower_the_value devaluation
burn_down destroy lose_to_fire gut
say_sorry apologise apology apologize
inflation rising_prices cost_of_living
unemployment jobless joblessness out_of_work
unemployed jobless out_of_work
economy economic
growth grow expand
recession downturn slump
crisis emergency
industry sector
sector industry
customer client shopper consumer buyer
consumer customer shopper
product good goods
goods product merchandise
brand label
advert advertisement advertising commercial
fee charge
fine penalise penalize penalty
tax_cut lower_taxes
contractor builder
site location place
location site place spot
scene site spot
route way path
centre middle heart
edge border
top peak
bottom foot
side flank
face side
surface top
hole opening gap
line queue
queue line_up wait_in_line
wait waiting await
wait_for await expect
hurry rush
stay remain
sit seat
stand stood
walk walked on_foot
run ran
jump leap
fall fell tumble
climb climbed scale ascend
throw threw hurl toss
catch caught
push shove
hold held
touch contact
watch look_on view
look gaze
hear heard listen
listen hear
smell odour
taste flavour
eat ate meal food
drink drank
sleep slept asleep
wake woke awake
dream vision
think thought believe consider
believe belief think reckon of_the_opinion
know knew knowledge aware
understand understood comprehend realise
realise realize become_aware understand
learn learnt learned find_out
remember recall recollect
forget forgot
want wish desire
need require
like enjoy fond
love adore
hate dislike loathe
trust confidence faith
doubt sceptical question uncertain
respect honour
ignore disregard overlook pay_no_attention take_no_notice
neglect fail_to overlook
obey comply compliance follow abide
comply obey abide meet
break violate violation breach flout contravene
violate violation breach break infringe
breach break violate
respond react
face confront
confront face challenge
challenge contest dispute
overcome beat
control run command
join joined enter become_part_of sign_up sign_for
separate split divide
divide split share
connect connected link join
combine join merge together
include including among
exclude leave_out bar
contain hold include
consist comprise made_up_of
lock locked shut_in
cover covered
fill filled full
load laden
empty clear drain
clean cleaned cleanse
wash washed
cook cooked
cut sever
tie tied bind
hang hung suspend
draw sketch
paint painted
mark signal
sign signed signature put_pen_to_paper
record recorded tape
store keep stockpile
save saving keep
waste squander
use used usage using utilise
test check
fit install
install installed installation put_in fit
equip fit
design designed
develop development
create created make
make made produce
produce produced make
grow grew grown cultivate
plant planted sow
harvest gather
sell_out sold_out
serve served
host stage
stage hold
display show
decorate adorn
rent lease hire
share divide
borrow loan
register registered sign_up enrol enroll
enrol enroll register
apply application
qualify qualified qualification
compete competitor competition
race run
train practise practice
rest break
exercise train
weapon arms gun
bomb explosive
mine landmine
missile rocket
tank armoured
drone unmanned_aircraft
shell bombard bombardment
bombard shelling
hostage captive
prisoner captive inmate
victim casualty
guard sentry security_guard watchman
patrol guard
spy espionage agent
terrorist terrorism militant
rebel insurgent
coup takeover
dictator ruler
king monarch
queen monarch
throne crown
prince royal
religion religious faith
church chapel
mosque prayer_hall
priest clergy
pray prayer
holiday vacation
holidaymaker tourist vacationer
tourist tourism visitor holidaymaker
camp camping campsite
hike hiker walker
swim swimmer swimming
ski skier
bike bicycle cycle cyclist
motorcycle motorbike
row dispute argument conflict
hall building
clinic hospital surgery
pharmacy chemist
ambulance paramedic
paramedic ambulance_crew medic
firefighter fire_crew fire_service
coastguard coast_guard
lifeboat rescue_boat
hole cavity
ash cinder
dust powder
smoke fumes
fumes smoke gas
light lamp illumination
lit light illuminate on
dark darkness
noise loud
silence silent quiet fall_silent
quiet calm silent
calm peaceful
collector buyer
heir inherit inheritance
inherit inheritance leave_to
charity charitable
donor donate benefactor
auction sale bid
bidder bid
antique old
treasure hoard
coin currency
jewel jewellery jewelry
clothes clothing
shoe footwear
bread bakery baker bake
bakery baker bread
meat butcher
cheese dairy
salt salty
sugar sweet
spacewalk walk_in_space
astronaut cosmonaut space_traveller
telescope observatory
laboratory lab
chemical substance
substance chemical material
gene genetic dna
brain mind
heart cardiac
blood bleeding
bone skeleton
skin dermal
cancer tumour tumor
pregnant pregnancy expecting
birth born deliver
newborn baby infant
adult grown-up
illegal unlawful illegally against_the_law banned
legal legally lawful
official officially formal formally
joint jointly together shared
alone lone by_himself by_herself single-handedly
both two
voluntary voluntarily
peaceful peacefully non-violent
violent violently violence
deliberate deliberately intentional intentionally on_purpose arson
accidental accidentally by_accident accident
automatic automatically automated automate
original originally initially at_first
direct directly
indirect indirectly
exact exactly precisely
worst most_serious deadliest gravest
best finest top
biggest largest greatest
smallest tiniest
oldest longest-serving
youngest most_junior
busiest most_used
seconds_later moments_later
a_day_later the_next_day the_following_day the_day_after
a_week_later the_following_week
a_year_later the_following_year
the_day_before a_day_earlier the_previous_day
the_year_before a_year_earlier the_previous_year a_year_ago last_year
so_far until_now to_date yet
by_now already
in_total altogether in_all overall
in_full whole entire complete
in_charge responsible lead head
on_board aboard
on_fire ablaze alight
on_strike walkout strike
on_trial in_court
on_sale for_sale
out_of_order broken faulty
faulty fault defective broken defect malfunction
fault defect malfunction failure
malfunction fail fault break_down
break_down breakdown fail
stop_working fail break_down
work function operate run
not_work fail malfunction
in_cash cash
in_prison jail behind_bars
in_custody detain custody
at_large on_the_run still_free
on_the_run fugitive at_large
in_debt owe
in_danger threatened at_risk
in_advance beforehand ahead
in_secret secretly
in_public publicly
come_up_with devise
carry_out conduct perform execute do
conduct carry_out perform
set_fire_to arson ignite
pay_rise wage_increase salary_increase
pay_cut wage_cut
price_rise price_increase
rush_hour peak_time
head_of_state president monarch
head_of_government prime_minister premier
home_town native
life_sentence life_imprisonment
death_penalty capital_punishment execution
execute execution put_to_death
mass_grave burial_site
""".strip()
