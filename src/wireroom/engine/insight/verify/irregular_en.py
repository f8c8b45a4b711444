"""English forms that no ending explains: the past of strong verbs, plurals, comparatives."""

# The base form, then its forms.
IRREGULAR = """
be: was were been is are am being
have: has had having
do: does did done
go: went gone goes
say: said says
make: made
take: took taken
come: came
see: saw seen
know: knew known
get: got gotten
give: gave given
find: found
think: thought
tell: told
become: became
show: shown
leave: left
feel: felt
put: put
bring: brought
begin: began begun
keep: kept
hold: held
write: wrote written
stand: stood
hear: heard
let: let
mean: meant
set: set
meet: met
run: ran
pay: paid
sit: sat
speak: spoke spoken
lie: lay lain
lead: led
read: read
grow: grew grown
lose: lost losing
fall: fell fallen
send: sent
build: built
understand: understood
draw: drew drawn
break: broke broken
spend: spent
cut: cut
rise: rose risen
drive: drove driven
buy: bought
wear: wore worn
choose: chose chosen
seek: sought
throw: threw thrown
catch: caught
deal: dealt
win: won
forget: forgot forgotten
shut: shut
sell: sold
fight: fought
teach: taught
eat: ate eaten
sing: sang sung
strike: struck stricken
hang: hung
shake: shook shaken
ride: rode ridden
feed: fed
shoot: shot
drink: drank drunk
hit: hit
arise: arose arisen
fly: flew flown
swim: swam swum
sleep: slept
steal: stole stolen
hide: hid hidden
bear: bore borne born
shrink: shrank shrunk
sink: sank sunk
swear: swore sworn
tear: tore torn
wake: woke woken
freeze: froze frozen
bind: bound
bend: bent
burn: burnt
flee: fled
forbid: forbade forbidden
lend: lent
light: lit
quit: quit
ring: rang rung
spread: spread
spring: sprang sprung
stick: stuck
sweep: swept
swing: swung
undergo: underwent undergone
overcome: overcame
overtake: overtook overtaken
withdraw: withdrew withdrawn
withstand: withstood
win: winning
foresee: foresaw foreseen
forecast: forecast
broadcast: broadcast
cost: cost
hurt: hurt
split: split
burst: burst
beat: beaten
bite: bit bitten
blow: blew blown
dig: dug
weep: wept
win: winner
weave: wove woven
leap: leapt
learn: learnt
spill: spilt
spoil: spoilt
kneel: knelt
mistake: mistook mistaken
rebuild: rebuilt
rewrite: rewrote rewritten
repay: repaid
resell: resold
oversee: oversaw overseen
uphold: upheld
undertake: undertook undertaken
man: men
woman: women
child: children
person: persons
foot: feet
wife: wives
life: lives
leaf: leaves
half: halves
crisis: crises
policeman: policemen
policewoman: policewomen
fireman: firemen
fisherman: fishermen fishing
spokesman: spokesmen
good: better best
bad: worse worst
far: farther further furthest
die: dying dies died
lie: lying
choice: choices
big: bigger biggest
large: larger largest
small: smaller smallest
high: higher highest
low: lowest
long: longer longest
short: shorter shortest
fast: faster fastest
slow: slower slowest
quick: quicker quickest
strong: stronger strongest
weak: weaker weakest
old: older oldest
young: younger youngest
new: newer newest
light: lighter lightest
heavy: heavier heaviest
hot: hotter hottest
cold: colder coldest
early: earlier earliest
late: later latest
warm: warmer warmest
dry: drier driest
wet: wetter wettest
windy: windier windiest
deep: deeper deepest
wide: wider widest
tall: taller tallest
cheap: cheaper cheapest
rich: richer richest
poor: poorer poorest
near: nearer nearest
close: closer closest
great: greater greatest
hard: harder hardest
easy: easier easiest
safe: safer safest
bright: brighter brightest
few: fewest
""".strip()
