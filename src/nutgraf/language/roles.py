"""Words that make up what a person is: offices, professions, ranks, and how they are written.

Gathered by hand from the titles that the AP style book lists under "titles" and from the
occupations that news reports give to those they quote. All in small letters.
"""

from __future__ import annotations

_ROLES = """
ceo cfo coo cto
president vice-president chairman chairwoman chairperson chair chief director officer commissioner
secretary spokesman spokeswoman spokesperson spokespeople senator representative congressman
congresswoman governor mayor minister premier chancellor ambassador judge justice attorney lawyer
solicitor barrister prosecutor counsel advocate activist analyst economist professor lecturer
scholar historian scientist researcher fellow doctor physician nurse epidemiologist psychologist
teacher principal superintendent dean provost rector student coach captain player manager
executive founder co-founder owner partner investor banker trader strategist adviser advisor aide
consultant pollster operative organizer organiser campaigner leader head deputy assistant
associate general colonel major lieutenant sergeant admiral commander officer detective sheriff
constable inspector trooper agent marshal editor reporter journalist correspondent columnist
author writer critic producer actor actress singer comedian artist host anchor blogger publisher
engineer architect designer developer farmer rancher pastor bishop archbishop cardinal pope
reverend rabbi imam priest king queen prince princess duke lord lady resident neighbor neighbour
witness victim survivor veteran voter candidate nominee delegate lawmaker legislator councilman
councilwoman councillor councilor alderman member treasurer auditor recorder clerk administrator
coordinator co-president co-chair co-director co-author trustee regent ombudsman nominee
"""
ROLES = frozenset(_ROLES.split())
"""Nouns for one person by office or trade."""

_GROUPS = """
officials authorities police prosecutors lawyers attorneys lawmakers experts critics supporters
opponents advocates analysts economists researchers scientists investigators organizers organisers
leaders executives residents witnesses voters spokesmen aides advisers advisors sources editors
authors republicans democrats company agency department ministry bureau office committee
commission court panel board union group organization organisation association campaign firm bank
university school council government administration filing lawsuit complaint report statement
letter memo memorandum declaration affidavit ruling order opinion document documents study survey
indictment email emails article editorial essay post tweet message newspaper magazine network
website site paper plaintiffs defendants campaigners officers engineers parents neighbours neighbors
traders shopkeepers farmers workers employers patients doctors nurses teachers pupils students
landlords tenants owners builders drivers passengers ministers councillors regulators inspectors
auditors activists protesters unions companies firms
"""
GROUPS = frozenset(_GROUPS.split())
"""Nouns for bodies, groups and papers to which words are ascribed."""

_TITLES = """
mr mrs ms mx miss dr prof rev sen sens rep reps gov gen col lt maj capt sgt cpl adm sir dame hon
"""
TITLES = frozenset(_TITLES.split())
"""Short titles before a name."""

_QUALIFIERS = """
former ex acting interim deputy senior junior assistant associate lead co founding executive
managing vice chief then-candidate then emeritus republican democratic democrat conservative
liberal
"""
ROLE_QUALIFIERS = frozenset(_QUALIFIERS.split())
"""Words that stand before an office without being one."""

_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december jan feb mar apr jun jul aug sept oct nov dec
"""
CALENDAR = frozenset(_CALENDAR.split())

_PEOPLE = """
people persons person families family households residents children child men women adults babies
members employees staff passengers victims survivors readers visitors migrants refugees citizens
customers users inmates prisoners soldiers troops volunteers tourists couples guests players
spectators viewers listeners supporters fans followers worshippers commuters shoppers diners lives
campers hikers climbers skiers swimmers divers boaters sailors surfers cyclists runners motorists
pedestrians bystanders hostages worshipers mourners concertgoers partygoers marchers demonstrators
rioters crewmen miners welders pilots neighbors neighbours villagers islanders townspeople
occupants riders travelers travellers shareholders creditors homeowners athletes crew evacuees
detainees deportees enrollees trainees retirees pensioners subscribers taxpayers
"""
PEOPLE = frozenset(_PEOPLE.split()) | GROUPS
"""Nouns for several people, counted or at work together."""
