"""Words that news uses for one another, beside those of WordNet.

WordNet's first senses lack many that a newsroom takes for the same: `suit` and `lawsuit`, `cleared`
and `acquitted`. Compiled for this project; one group a line, any word of which may stand for any
other. Only what keeps the fact: a word that says more or less than another stands in no group.
"""

from __future__ import annotations

_GROUPS = """
lawsuit suit complaint litigation
lawsuit suit sue
clear acquit exonerate
ease slow slacken cool
job position post role
payment check cheque payout
fall drop decline slip slump dip slide decrease tumble shrink sink
rise climb increase grow gain jump surge growth
fire sack dismiss oust axe
quit resign resignation
need require necessary
allege claim contend allegation
fear worry concern worried
worker employee staff staffer
lawyer attorney counsel
firm company business corporation
pupil student schoolchild
teacher educator
house home residence
resident inhabitant villager
kid child youngster
doctor physician
car vehicle
blaze fire wildfire
crash collision accident
money funds funding cash
cost price expense bill
pay wage salary
deal agreement accord pact contract
plan proposal scheme
ban bar prohibit forbid outlaw
halt stop cease suspend pause
delay postpone defer
begin start launch commence
finish end conclude complete
get receive obtain
give provide supply grant
help aid assist assistance
ask request
inform tell notify
reject decline refuse refusal
order direct instruct
probe inquiry investigation enquiry investigate
find discover detect finding
injure wound hurt
trim cut reduce lower slash reduction
raise increase lift boost
shut close closure shutter
construct build construction
evacuate evacuation
large big major
chairman chair chairwoman chairperson
spokesman spokeswoman spokesperson
legislator lawmaker
gunman shooter
accused defendant
jail prison
jail imprison
drug medicine medication
vaccine jab
illness disease sickness
pollution contamination contaminate pollute
quake earthquake
plane aircraft jet
ship vessel boat
shopper customer consumer client
renter tenant
migrant immigrant
poll survey
study research
scientist researcher
memo memorandum
leave depart departure exit
hire employ recruit
choose select pick
victory win
criticize criticise condemn slam denounce blast criticism
laud praise
protest demonstrate rally demonstration
walkout strike stoppage
negotiate negotiation talks
respond response reply answer
remark comment statement
yearly annual
former ex
previous earlier prior
unclear unknown
entire whole full
portion part section
majority most
costly expensive
rule regulation
law statute legislation
unlawful illegal illicit
faulty defective
send mail dispatch
expire lapse
divert reroute redirect
contain containment
oversee oversight supervise supervision
scrap abandon cancel axe drop
seize confiscate
steal theft
seep leak spill
scope room leeway
convict conviction
alter tamper change doctor
maker manufacturer producer
grocer supermarket
award grant
wait delay
decide decision
remain stay
funding finance
shore coast
pact treaty
lead head
co-worker colleague
relative family
slain killed
crop harvest
farm farmer
trial try
verdict ruling
dissent dissenting
recall remember
"""


def groups() -> tuple[tuple[str, ...], ...]:
    """The groups, as words in small letters."""
    return tuple(tuple(line.split()) for line in _GROUPS.strip().splitlines())
