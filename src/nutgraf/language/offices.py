"""What titles are made of: offices and ties of blood, what they exclude, and degrees of them.

Gathered by hand from the titles that the AP style book lists under "titles" and "military titles",
from the mastheads, court lists and company boards that news reports draw on. All in small letters.
"""

from __future__ import annotations

_SAME = """
chair: chairman, chairwoman, chairperson, chair, chmn
spokesperson: spokesman, spokeswoman, spokesperson, spox
lawyer: lawyer, attorney, solicitor, barrister, atty
city attorney: city attorney, city solicitor
prosecutor: prosecutor
district attorney: district attorney, da, state's attorney, county attorney, county prosecutor
us attorney: u.s. attorney, us attorney, united states attorney
attorney general: attorney general, ag
solicitor general: solicitor general
surgeon general: surgeon general
counsel: counsel
judge: judge, justice, magistrate
chief justice: chief justice
president: president, pres
prime minister: prime minister, premier, pm
chancellor: chancellor
minister: minister
secretary: secretary, sec
secretary-treasurer: secretary-treasurer
general secretary: general secretary, secretary-general, secretary general
press secretary: press secretary
chief of staff: chief of staff
governor: governor, gov
mayor: mayor
senator: senator, sen
representative: representative, congressman, congresswoman, rep, congressperson
member of parliament: member of parliament, mp
councillor: councillor, councilor, councilman, councilwoman, councilmember, alderman, alderwoman
ambassador: ambassador
sheriff: sheriff
police chief: police chief, chief of police
police commissioner: police commissioner
fire chief: fire chief, chief fire officer
fire marshal: fire marshal
medical examiner: medical examiner
coroner: coroner
commissioner: commissioner
administrator: administrator
undersecretary: undersecretary, under-secretary, under secretary
director: director, dir
managing director: managing director, md
general manager: general manager
city manager: city manager, county manager, town manager
manager: manager
head coach: head coach
coach: coach
captain: captain, capt
first officer: first officer, co-pilot, copilot
pilot: pilot
superintendent: superintendent, supt
principal: principal, headteacher, headmaster, headmistress
teacher: teacher
dean: dean
provost: provost
professor: professor, prof, lecturer
treasurer: treasurer
clerk: clerk
auditor: auditor
owner: owner
founder: founder, co-founder, cofounder
editor: editor
editor in chief: editor-in-chief, editor in chief
reporter: reporter, correspondent, journalist
publisher: publisher
producer: producer
doctor: doctor, physician, surgeon
nurse: nurse
paramedic: paramedic
pharmacist: pharmacist
veterinarian: veterinarian, vet
epidemiologist: epidemiologist
economist: economist
engineer: engineer
business agent: business agent
negotiator: negotiator
investigator: investigator
inspector: inspector
harbormaster: harbormaster, harbourmaster, harbor master, harbour master
bishop: bishop
archbishop: archbishop
cardinal: cardinal
plaintiff: plaintiff, claimant
defendant: defendant
driver: driver
passenger: passenger
pedestrian: pedestrian
cyclist: cyclist
general: general, gen
admiral: admiral, adm
colonel: colonel, col
major: major, maj
commander: commander, cmdr, cdr
lieutenant: lieutenant, lt
sergeant: sergeant, sgt
corporal: corporal, cpl
private: private, pvt
trooper: trooper
detective: detective, det
brother: brother
brother-in-law: brother-in-law
half-brother: half-brother, half brother
stepbrother: stepbrother
cousin: cousin
sister: sister
sister-in-law: sister-in-law
half-sister: half-sister, half sister
stepsister: stepsister
wife: wife, widow
ex-wife: ex-wife
husband: husband, widower
ex-husband: ex-husband
girlfriend: girlfriend
boyfriend: boyfriend
father: father, dad
stepfather: stepfather
father-in-law: father-in-law
grandfather: grandfather
uncle: uncle
mother: mother, mom, mum
stepmother: stepmother
mother-in-law: mother-in-law
grandmother: grandmother
aunt: aunt
son: son
stepson: stepson
son-in-law: son-in-law
nephew: nephew
grandson: grandson
daughter: daughter
stepdaughter: stepdaughter
daughter-in-law: daughter-in-law
niece: niece
granddaughter: granddaughter
neighbor: neighbor, neighbour
goalkeeper: goalkeeper, goalie
striker: striker
midfielder: midfielder
defender: defender
quarterback: quarterback
pitcher: pitcher
firefighter: firefighter
biologist: biologist
historian: historian
accountant: accountant
architect: architect
"""
HEADS: dict[str, str] = {
    form.strip(): line.split(":", 1)[0]
    for line in _SAME.strip().splitlines()
    for form in line.split(":", 1)[1].split(",")
}
"""Each form of an office or tie, with the one word that stands for all forms of it."""

_CHIEFS = """
ceo: executive
cfo: financial
coo: operating
cto: technology
cio: information
ciso: information security
cmo: marketing
"""
CHIEFS: dict[str, frozenset[str]] = {
    line.split(":")[0]: frozenset(line.split(":")[1].split())
    for line in _CHIEFS.strip().splitlines()
}
"""Short forms of the chief officers of a company, with what each is chief of."""

_EXCLUSIVE = """
chair, chief executive
chief executive, managing director
chief executive, president
director, undersecretary
mayor, governor, senator, representative, attorney general, sheriff, ambassador, judge
mayor, city manager
police chief, fire chief, sheriff, fire marshal, medical examiner, mayor
sheriff, police commissioner
judge, prosecutor, lawyer, plaintiff, defendant
judge, district attorney, us attorney, defendant
prosecutor, defendant, plaintiff
superintendent, principal, teacher
doctor, nurse, paramedic, pharmacist, veterinarian
captain, first officer
driver, passenger, pedestrian, cyclist
private, corporal, sergeant, lieutenant, captain, major, colonel, general
commander, admiral, lieutenant
bishop, archbishop
brother, brother-in-law, half-brother, stepbrother, cousin
sister, sister-in-law, half-sister, stepsister, cousin
wife, ex-wife, girlfriend
husband, ex-husband, boyfriend
father, stepfather, father-in-law, grandfather, uncle
mother, stepmother, mother-in-law, grandmother, aunt
son, stepson, son-in-law, nephew, grandson
daughter, stepdaughter, daughter-in-law, niece, granddaughter
president, treasurer
"""
EXCLUSIVE: tuple[frozenset[str], ...] = tuple(
    frozenset(part.strip() for part in line.split(",")) for line in _EXCLUSIVE.strip().splitlines()
)
"""Offices and ties of which one person has one at a time; `chief executive` is of CHIEFS."""

KIN = frozenset(head for line in EXCLUSIVE[-9:-1] for head in line)
"""Ties between people: to whom, stands before them or behind `of`."""

_RANKS = "deputy vice assistant lieutenant co under sub"
RANKS = frozenset(_RANKS.split())
"""Words that make another, lower office of an office."""

_LOOSE = """
coach professor engineer editor producer teacher investigator founder manager clerk director captain
reporter trooper detective nurse inspector
"""
LOOSE = frozenset(_LOOSE.split())
"""Offices that are called so for short whatever the rank: an assistant coach is a coach."""

_GRADES = "chief head senior lead executive managing principal general"
GRADES = frozenset(_GRADES.split())
"""Words that raise an office; without them it is the same one, told shorter."""

_TIMES = """
former ex then outgoing incoming elect ousted retired onetime one-time past late emeritus designate
nominee candidate hopeful
"""
TIMES = frozenset(_TIMES.split())
"""Words by which somebody holds an office at another time."""

STAND_INS = frozenset(["acting", "interim", "temporary", "caretaker"])
"""Words by which somebody holds an office for a while."""

_FUNCTIONS = """
treasury finance financial executive operating operations information technology marketing
communications legal medical scientific science clinical safety security policy health education
homeland defense foreign interior justice labor transportation transport energy agriculture commerce
environment housing immigration intelligence revenue risk control oversight compliance privacy
data digital product people human resources strategy strategic investment investments sales
commercial creative content design research development engineering nursing trade public works
planning parks recreation elections election water fire emergency corrections prisons budget tax
taxation customs border veterans state war culture sports sport tourism technology innovation
climate children family families youth welfare social services media press digital audit
procurement supply diversity growth administrative administration community affairs external
internal domestic national general managing artistic musical program programme programs athletics
athletic sporting football city night news
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""What an office is an office of."""

_FOLDED = (
    "defence:defense war:defense labour:labor transport:transportation treasury:finance"
    " financial:finance communications:press media:press external:foreign operations:operating"
)
FOLDED: dict[str, str] = dict(pair.split(":", 1) for pair in _FOLDED.split())
"""Functions that go by two words."""

_STRICT = """
chief officer, secretary, minister, commissioner, director, counsel, chair, editor, superintendent,
administrator, president
"""
STRICT = frozenset(" ".join(_STRICT.split()).split(", "))
"""Offices that are told apart by what they are of."""
