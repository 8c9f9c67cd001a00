"""Pairs of words that news uses for opposite facts.

Compiled for this project from general knowledge, with the antonyms of general dictionaries in
mind (WordNet has some four thousand pairs, nearly all adjectives, and few of the verbs in which
news reports a change). One set of pairs a line: every word left of `/` is opposite to every word
right of it.
"""

from __future__ import annotations

VERBS = """
rise increase climb grow gain surge / fall decrease decline drop shrink slump plunge
rise increase climb grow gain surge / tumble sink dip contract dwindle plummet retreat
jump soar expand swell rally rebound / fall decrease decline drop shrink slump plunge
jump soar expand swell rally rebound / tumble sink dip contract dwindle plummet retreat
raise boost hike lift / lower cut reduce slash trim
accept / reject refuse decline spurn
approve pass authorize authorise endorse / deny reject veto disapprove block
allow permit let authorize authorise enable / ban forbid prohibit bar block prevent disallow outlaw
legalize legalise / ban outlaw criminalize criminalise
win / lose
beat defeat / lose
open reopen / close shut
start begin launch commence / end stop finish cease halt conclude
continue resume / stop halt end cease suspend
arrive enter / leave depart exit
join / leave quit
buy acquire purchase / sell
hire recruit appoint employ / fire dismiss sack axe
keep retain / drop abandon scrap axe discard
create establish found / abolish dissolve scrap destroy
build construct erect / demolish destroy dismantle raze
support back favor favour endorse champion / oppose resist fight
praise welcome applaud laud commend / criticize criticise condemn denounce slam decry
confirm admit acknowledge concede / deny dispute refute
affirm uphold / overturn reverse quash strike
convict / acquit clear exonerate
jail imprison detain arrest hold / free release
charge indict / clear exonerate
pass / fail
succeed / fail
appear / disappear vanish
attack / defend
advance / retreat
deploy send / withdraw recall
invade / withdraw
borrow / lend
lend / repay borrow
pay / owe
earn / lose spend
save / spend waste
save rescue / kill
live survive / die
heal cure / infect sicken harm
help aid assist / hinder hamper harm hurt
protect / endanger harm threaten
strengthen / weaken
improve / worsen deteriorate
ease relax loosen relieve / tighten worsen intensify
accelerate quicken speed hasten / slow delay
hurry / delay
advance / postpone delay
escalate / defuse calm
calm soothe / inflame provoke
unite merge / divide split
agree / disagree
include / exclude omit
invite / exclude
add / remove subtract delete
attach / detach
connect / disconnect
arm / disarm
activate enable / deactivate disable
lock / unlock
load / unload
cover hide conceal / reveal expose uncover disclose
publish release / withhold suppress
remember / forget
love like / hate dislike
trust / distrust doubt
believe / doubt disbelieve
encourage urge / discourage deter
reward / punish
obey comply / disobey violate breach defy
follow / violate breach defy
honor honour / breach break
fulfil fulfill keep / break
export / import
ascend / descend
lead / trail follow
exceed surpass / undershoot
outperform / underperform
overestimate overstate exaggerate / underestimate understate
upgrade / downgrade
inflate / deflate
appreciate / depreciate
maximize maximise / minimize minimise
push / pull
teach / learn
ask question / answer
attend / miss skip boycott
marry / divorce
adopt / reject abandon
ratify / reject
renew extend / cancel terminate
sign / veto
enact / repeal
impose introduce / lift remove repeal scrap
tax / subsidize subsidise
nationalize nationalise / privatize privatise
register / deregister
qualify / disqualify
elect / oust unseat
promote / demote relegate
instate reinstate / suspend remove
restore / remove
recover recoup / lose
score / concede
land / launch
float / sink
fill / empty
freeze / thaw melt
heat warm / cool chill
light / extinguish
ignite / extinguish
gain / lose
profit / lose
prosper thrive flourish / struggle suffer
stabilize stabilise / destabilize destabilise
increase / halve
double triple / halve
heighten / lessen
widen broaden / narrow
lengthen extend prolong / shorten
deepen / ease
centralize centralise / decentralize decentralise
deny / grant
grant award / refuse revoke deny
issue / revoke withdraw
admit / expel
welcome / expel
stay / leave
remain / leave
found / close
rehire / fire
prove / disprove
validate / invalidate
condone / condemn
tolerate / ban
forgive / blame
ally / oppose
tighten / loosen
comply / flout
surrender / resist
delay / expedite
enlarge / shrink
vaccinate / infect
let / forbid prohibit ban bar
waive / impose enforce
help / hinder hamper stop
build / undermine
undermine / strengthen support bolster
bolster / undermine weaken
alleviate / compound worsen exacerbate aggravate
exacerbate / alleviate ease
avoid shun / promote embrace seek
embrace / reject shun
capture seize / liberate
pardon / convict charge
limit curb restrict contain / increase expand widen
fast-track / delay
retain / sell
recommend / warn
moderate / accelerate intensify
reunite / separate estrange
retrieve recover / lose
complement / replace
introduce / withdraw
recede / increase advance
free / detain
sit / stand
weaken / support bolster
spare / attack
"""

NOUNS = """
rise increase growth gain surge jump hike upturn boom / fall decrease decline drop loss slump
rise increase growth gain surge jump hike upturn boom / plunge cut downturn bust
profit surplus / loss deficit
win victory / loss defeat
winner victor / loser
success / failure
approval / rejection disapproval
acceptance / rejection refusal
support / opposition
supporter backer proponent advocate ally / opponent critic foe
ally / enemy rival adversary
friend / enemy foe
majority / minority
maximum / minimum
ceiling / floor
peak high / trough low
start beginning outset launch onset / end conclusion finish
arrival / departure
entry entrance / exit
opening / closure closing
birth / death
marriage / divorce
war / peace
ceasefire truce / offensive
innocence / guilt
acquittal / conviction
truth / lie falsehood
fact / fiction myth
strength / weakness
advantage / disadvantage
asset / liability
income revenue / expenditure spending expense
debtor borrower / creditor lender
buyer / seller
supply / demand
import / export
employer / employee worker
landlord / tenant
plaintiff / defendant
prosecution / defense defence
victim / attacker perpetrator
teacher / student pupil
doctor / patient
husband / wife
man / woman
boy / girl
father / mother
son / daughter
brother / sister
uncle / aunt
king / queen
male / female
men / women
parent / child
adult / child
morning / evening night
day / night
summer / winter
spring / autumn fall
dawn / dusk
sunrise / sunset
today / yesterday tomorrow
north / south
east / west
northeast / southwest
northwest / southeast
left / right
top / bottom
front / back rear
inside / outside
interior / exterior
city / countryside
urban / rural
hope optimism confidence / despair pessimism fear
optimist / pessimist
wealth / poverty
shortage scarcity / surplus glut abundance
drought / flood
heat / cold
inflation / deflation
recession / recovery boom
employment / unemployment
presence / absence
friendship / hostility
permission / ban prohibition
legality / illegality
freedom / captivity
democrat / republican
conservative / liberal
hero / villain
question / answer
cause / effect
theory / practice
offense offence / defense defence
promotion / demotion relegation
appointment / dismissal resignation
upgrade / downgrade
expansion / contraction
inclusion / exclusion
compliance / violation breach
transparency / secrecy
security safety / danger insecurity
"""

QUALITIES = """
high / low
higher / lower
highest / lowest
up upward upwards / down downward downwards
more / less fewer
most / least fewest
many / few
above / below
over / under
before / after
earlier / later
early / late
first / last
former / latter
previous / next following
past / future
new / old
old elderly / young
older / younger
oldest / youngest
big large great huge / small little tiny
bigger larger greater / smaller
biggest largest greatest / smallest
long / short
longer / shorter
longest / shortest
tall / short
wide broad / narrow
deep / shallow
thick / thin
heavy / light
heavier / lighter
fast quick rapid swift / slow
faster quicker / slower
fastest / slowest
strong / weak
stronger / weaker
hot warm / cold cool
hotter warmer / colder cooler
hottest warmest / coldest coolest
wet / dry
rich wealthy affluent / poor
richest / poorest
expensive costly / cheap inexpensive
good / bad poor
better / worse
best / worst
right correct accurate / wrong incorrect inaccurate
true / false untrue
legal lawful / illegal unlawful
guilty / innocent
liable / unaccountable
constitutional / unconstitutional
legitimate / illegitimate
valid / invalid
safe secure / unsafe dangerous insecure
likely / unlikely
possible / impossible
certain sure / uncertain unsure
clear / unclear
known / unknown
able / unable
willing / unwilling reluctant
aware / unaware
available / unavailable
healthy / ill sick unhealthy
alive living / dead
open / closed shut
full / empty
public / private
foreign / domestic
international / domestic
national / local
global / local
urban / rural
northern / southern
eastern / western
permanent / temporary
partial / full complete total
major / minor
direct / indirect
active / inactive passive
positive / negative
optimistic upbeat bullish / pessimistic downbeat bearish
popular / unpopular
successful / unsuccessful
effective / ineffective
efficient / inefficient
necessary / unnecessary
reasonable / unreasonable
fair / unfair
equal / unequal
stable / unstable volatile
peaceful / violent
calm / turbulent
friendly / hostile
democratic / undemocratic
voluntary / mandatory compulsory
mandatory compulsory obligatory / optional voluntary
binding / non-binding nonbinding
paid / unpaid
employed / unemployed jobless
married / single unmarried divorced
armed / unarmed
civilian / military
accidental unintentional / deliberate intentional
intentionally deliberately / accidentally inadvertently unintentionally mistakenly
legally lawfully / illegally unlawfully
publicly / privately secretly
unanimous unanimously / split
temporarily / permanently
fully completely entirely / partially
correctly / incorrectly wrongly
easy simple / difficult hard
easier / harder
simple / complex complicated
strict tough / lenient
stricter tougher harsher / softer looser
mild / severe
conservative / liberal
left-wing / right-wing
pro / anti
male / female
adult / juvenile
primary / secondary
internal / external
upper / lower
inner / outer
near close / far distant
frequent / rare
frequently often / rarely seldom
always / never
common / rare uncommon
abundant plentiful / scarce
profitable / unprofitable loss-making
solvent / insolvent bankrupt
taxable / tax-free
confirmed / unconfirmed
related / unrelated
connected / unconnected
injured hurt / unhurt uninjured unharmed
harmful / harmless
conscious / unconscious
visible / invisible
sober / drunk
loud noisy / quiet silent
bright / dark dim
optional / required
favorable favourable / unfavorable unfavourable
satisfied / dissatisfied
happy glad pleased / sad unhappy
proud / ashamed
brave / cowardly
honest / dishonest
loyal / disloyal
formal / informal
official / unofficial
upbeat / gloomy
ahead / behind
within / beyond outside
together / apart
forward forwards / backward backwards
onshore / offshore
online / offline
indoors / outdoors
home / away
morning / afternoon
robust / poor weak fragile
hawkish / dovish
bloody / peaceful bloodless
unprecedented / longstanding
"""

CONVERSE = """
buy acquire purchase hire / sell
give lend teach pay donate send grant / receive take borrow learn owe
win beat defeat victory / lose defeat loss
winner victor / loser
import / export
employer / employee worker
landlord / tenant
plaintiff prosecution / defendant defense defence
victim / attacker perpetrator
teacher doctor / student pupil patient
husband / wife
father mother parent adult / son daughter child
buyer borrower debtor / seller lender creditor
marriage marry / divorce
appointment / dismissal resignation
question ask / answer
cause / effect
supply / demand
attack / defend
man men boy / woman women girl
father / mother
lead / trail follow
push / pull
"""
"""Pairs that tell one event from its two sides: `A sold what B bought`."""
