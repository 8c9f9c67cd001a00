"""Nine invented stories, each as two or three outlets would report it."""

from __future__ import annotations

from collections.abc import Mapping

SUED_COMPANY: Mapping[str, str] = {
    "courier": """\
The families of three patients sued the dialysis chain Verdane on Monday, alleging that it skipped
water tests at its clinic in Orrin for most of last year.

The complaint, filed in county court, says that technicians at the clinic signed for tests that
were never run. It says Verdane ignored two letters from its own staff.

Verdane denied the allegations. “Every test that the rules ask for was run and recorded,” said
Ines Marchetti, a spokeswoman for the company.

The county health office inspected the clinic in March. It has not released its report.

Verdane runs 61 clinics in nine states and had sales of $840 million last year.
""",
    "radio": """\
Three families are suing the company that runs Orrin’s dialysis clinic. They say it cut corners on
water tests.

Their lawyer, Tobias Renn, said the families wanted answers. “They were told nothing for a year,”
he said.

It is not clear whether the patients’ infections came from the water.
""",
}

ACCUSED_MINISTER: Mapping[str, str] = {
    "herald": """\
Opposition lawmakers accused the transport minister, Greta Solheim, on Wednesday of steering a
ferry contract to a shipyard in which her cousin holds shares.

The contract, worth 310 million crowns, went to the yard in Bergvik without a tender in May,
documents seen by the Herald show.

Solheim rejected the claims. She told parliament that the ministry’s lawyers had cleared the
contract and that she had taken no part in the decision.

The parliament’s auditor opened a review of the contract last week. The auditor declined to say
when it would end.
""",
    "daily": """\
Transport Minister Greta Solheim faced calls to resign over a ferry contract given to a yard in
Bergvik.

“She misled this house,” said Nils Aaker, who speaks for the opposition on transport.

The yard employs 420 people. A spokesman for the yard declined to comment on the contract.

Solheim is to open a bridge in the north on Friday. “It will be a good day for the region,” she
said.
""",
}

STUDY: Mapping[str, str] = {
    "journal": """\
People who slept less than six hours a night had a higher risk of a second heart attack, a study
of 1,240 patients in Turin found.

The risk was 28 percent higher than among those who slept seven hours, the researchers reported on
Tuesday. The study was observational and cannot show that short sleep caused the attacks.

“We asked patients about their sleep once, at the start,” said Dr. Paola Venier, who led the
study. She said it was not known whether their habits changed later.

But an earlier trial in Lyon, in which patients were helped to sleep longer, found no difference
in second attacks.
""",
    "wire": """\
Short sleep is tied to a 28 percent higher risk of a second heart attack, Italian researchers said
on Tuesday.

The findings, from 1,240 patients in Turin, have not been peer-reviewed.

The hospital’s fund for sleep research paid for the work.
""",
}

SHOOTING: Mapping[str, str] = {
    "tribune": """\
A police officer shot and killed a 34-year-old man outside a pharmacy in Calder on Saturday night,
the police said.

The man’s sister, Rosa Imbert, accused the police of giving no warning. “They never told him to
drop anything,” she said.

Police Chief Warren Oakes said the man had pointed a pistol at the officer. Oakes said that the
officer shouted three commands before he fired.

The officer’s name has not been released. State investigators are reviewing camera footage, and it
is not known whether the man’s pistol was loaded.
""",
    "channel": """\
Witnesses to Saturday’s shooting in Calder gave different accounts.

Two people who were in the parking lot said they heard no shouts before the shots. A third, Dale
Purvis, said he heard an officer yell.

The officer has been placed on leave, which is the rule in such cases.
""",
}

TRANSFER: Mapping[str, str] = {
    "sport": """\
Winger Tomas Reyle has joined Harrow Town from Castleford United for a fee of £14 million, the
clubs said on Thursday.

Castleford supporters accused the club’s owner, Brent Fallow, of breaking a promise to keep the
player until the summer.

Fallow defended the sale. “Tomas asked to go, and we had ten days left to agree a price,” he said.

The length of the contract was not disclosed.
""",
    "gazette": """\
Tomas Reyle, 23, passed a medical at Harrow on Thursday and could play on Sunday.

He scored 11 goals for Castleford last season. “I have wanted this for a year,” Reyle said.

Harrow’s coach, Ilse Brandt, said the winger would wear number 7.
""",
}

BREACH: Mapping[str, str] = {
    "tech": """\
The parking app Kerbly exposed the card details of 2.1 million drivers for five months, a security
researcher said on Monday.

The researcher, Anil Sethi, said he had told Kerbly about the open server in April and that the
company ignored three messages.

Kerbly disputed that. “We have no record of any message before June 2, and the server was closed
within the hour,” the company said in a statement.

It is unclear whether anyone copied the data before the server was closed. Kerbly did not say how
many drivers it has written to.
""",
    "times": """\
Kerbly, which runs parking in 90 towns, left a server with drivers’ data open to the web from
January to June.

The data protection office has opened an inquiry. It said its first findings were preliminary.

Kerbly’s finance chief, Joan Petrie, said last week that sales had grown by a third.
""",
}

FIRE: Mapping[str, str] = {
    "mercury": """\
A fire at a mattress factory in Dunmere killed four night-shift workers on Sunday.

Workers said two of the three exits were locked. The union said the owner, Lathe & Sons, had been
fined for blocked exits in 2021.

Lathe & Sons said in a statement that all exits were open. “Our doors have push bars and cannot be
locked from inside,” the statement said.

The cause of the fire is under investigation. Fire Marshal Edda Quist said it was too early to say
whether the sprinklers worked.
""",
    "agency": """\
Four workers died in a fire that broke out at about 2 a.m. on Sunday at a factory in Dunmere,
officials said.

Their names have not been released. The factory makes 900 mattresses a day.

The city’s inspectors last visited the plant in 2022, city records show.
""",
    "post": """\
The four workers killed in the Dunmere fire were identified on Monday as Ana Bela, Jon Crewe, Mara
Hoyt and Luis Ortega.

More than 200 people came to a vigil outside the gates.
""",
}

MUD: Mapping[str, str] = {
    "gazette": """\
Residents of Holm accused the port authority on Monday of dumping dredged mud off Birk Point,
where eels spawn.

The port authority denied it. “Every load went to the licensed site,” said Anna Brandt, who runs
the port authority. She declined to say who had checked the loads of mud.

It is not known how much mud lies off Birk Point.
""",
    "radio": """\
Eels have spawned in the bay since the harbour was built, the residents said.

The port employs 140 people.
""",
}

ELECTION: Mapping[str, str] = {
    "record": """\
The Civic Alliance filed a complaint on Friday against the Tarn County elections board, saying
that the board illegally threw out 612 mail ballots.

The ballots arrived on time but lacked a date on the outer envelope, the complaint says.

The board’s chairwoman, Lucille Ames, said state law left the board no choice. “We followed the
statute to the letter,” Ames said.

The race for sheriff was decided by 340 votes. The results are unofficial and could change.
""",
    "star": """\
Tarn County’s elections board rejected 612 mail ballots for want of a date.

A judge will hear the case on Nov. 20. The state’s attorney general did not respond to a request
for comment.

Sheriff Paul Dray, who won by 340 votes, said he would stay out of it.
""",
}


def brief_on(pack: Mapping[str, str], body: str) -> str:
    """A brief that rests on all sources of a pack, of which `body` is the summary and the rest."""
    front = f"---\ntitle: The week\ndate: 2025-03-07\nsources: [{', '.join(pack)}]\n---\n"
    return f"{front}## Summary\n\n{body}\n"
