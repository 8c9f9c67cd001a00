"""What people and bodies do in the news: a text that tells of a deed uses a word of its class.

Each line is one class (an indented one goes on): the verbs that claim it, a bar, and other words
that imply it. Forms are compared by their stems. Gathered by hand from news vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nutgraf.language.stems import stem

_DEEDS = """
resign resigned | leave left quit exit withdraw withdrawal pull departure step stepped oust
    relinquish outgoing resignation
die dead death | kill killed fatal fatally murder manslaughter deceased passed late victim
    funeral obituary mourn tribute body bodies lives lost suicide drown homicide inquest cancer
    toll perish
murder murdered | kill killed stabbed shot death homicide manslaughter
injure injured wounded | hurt wound injury hospital casualty casualties broken burn bruise treat
    treated stretcher fracture hit knee ankle hamstring surgery
arrest arrested detained | custody detain held jail charge police seize caught apprehend bail
    suspect
charged indicted | charge indict indictment count accuse court prosecutor arraign face trial
    bail alleged
convict convicted | guilty conviction sentence jail verdict admit plead found jury
acquit acquitted exonerated | cleared clear guilty acquittal innocent dismiss quash
jail jailed imprisoned | prison sentence jail custody term year imprison bars detain
sue sued lawsuit | suit court legal sue complaint litigation plaintiff claim action
fine fined | fine penalty penalise penalize pay ordered sanction
oust ousted purged toppled | oust remove removal dismiss dismissal fire firing axe sack purge topple
    resign replace force push overthrow coup defeat unseat vote
sack sacked fired dismissed | sack fire dismiss axe oust part job remove post terminate gun shot
    blaze burn case
evacuate evacuated | evacuate evacuation leave flee cleared emptied homes shelter
protest protested rally rallied | protest demonstration march rally demonstrate picket crowd
    strike comeback recover
testify testified | testify testimony witness evidence told hearing court
explode exploded | explosion blast bomb explode detonate device
crash crashed collided | crash collision collide accident hit wreck derail
stab stabbed | stab knife attack wound
rob robbed burgled stole stolen | robbery theft steal burglary raid loot rob thief thieves
    burglar taken hack
kidnap kidnapped abducted | kidnap abduct hostage captive snatch taken missing
rape raped | rape sexual sexually assault abuse sex
elected | elect election vote win poll ballot leader
marry married wed | wedding marriage marry wife husband bride wed couple
divorce divorced | divorce split separate marriage separation
retire retired | retire retirement career veteran quit leave left withdraw
bought | buy acquire purchase takeover deal take sale sell acquisition own stake merger sign pay
sell sold | sale sell buy purchase bought auction deal stake takeover fee price ticket went gone
    trade market shop customer
merge merged | merger merge combine join
hack hacked | hack breach cyber attack hacker data
strike | strike walkout stoppage union walk industrial hit lightning bomb
ban banned outlawed | ban prohibit bar block outlaw forbid suspend illegal stop
suspend suspended | suspend suspension ban halt pause stop
legalise legalize legalised legalized | legal legalise legalize decriminalise
postpone postponed delayed | postpone delay put later reschedule wait
cancel cancelled canceled | cancel scrap call abandon axe off
rescue rescued | rescue save free pull lifeboat
testified | testify testimony witness evidence told hearing court
apologise apologised apologize apologized | apology apologise apologize sorry regret
bankrupt bankruptcy | bankrupt bankruptcy insolvent administration collapse liquidation
layoffs redundancies | layoff redundant redundancy job lay staff cut worker
protestors | protest
prove proved proven | prove proof evidence show confirm establish find demonstrate
confess confessed | confess confession admit plead
deport deported | deport removal remove immigration expel
ambush ambushed | ambush attack
assassinate assassinated | assassinate assassination kill murder shot
hospitalised hospitalized | hospital treat ill
pregnant | pregnant pregnancy baby expecting birth child
extradite extradited | extradite extradition
impeach impeached | impeach impeachment
subpoena subpoenaed | subpoena
endorse endorsed | endorse support back backing endorsement
nominate nominated | nominate nomination candidate pick choose shortlist award
score scored | score goal point try net run hit strike finish header
demote demoted | demote relegate
promote promoted | promote promotion raise
"""


@cache
def _classes() -> tuple[Mapping[str, int], tuple[frozenset[str], ...]]:
    claims: dict[str, int] = {}
    told: list[frozenset[str]] = []
    for line in _DEEDS.replace("\n    ", " ").strip().splitlines():
        head, _, rest = line.partition("|")
        stems = {stem(word) for word in (head + rest).split()}
        for word in head.split():
            claims.setdefault(word, len(told))
        told.append(frozenset(stems))
    return claims, tuple(told)


def implied_by(word: str) -> frozenset[str]:
    """The stems of which a text has one that tells of the deed `word` (in small letters).

    Empty where the word is none of those that are known.
    """
    claims, told = _classes()
    number = claims.get(word)
    return told[number] if number is not None else frozenset()
