"""Four invented stories of three outlets each, full of doubts, parts, terms and groups."""

from __future__ import annotations

from collections.abc import Mapping

from tests.checks.told_stories import source

TRIAL: Mapping[str, str] = {
    "wire": source(
        "Meridian Wire",
        "2025-06-12",
        """
        LUND — A drug already used for gout may slow the loss of hearing that comes with age,
        according to a trial published on Thursday in the Nordic Journal of Medicine.

        Among adults over 65 with mild hearing loss, those who took colvaxin lost 2.1 decibels
        over two years, against 3.4 in the placebo group. The trial, run at nine hospitals,
        enrolled 1,140 people.

        The drug did not help patients with severe loss. Some participants reported stomach
        pain, and 6% left the trial because of it.

        Lead author Ingrid Falk said the drug probably protects hair cells in the inner ear.
        Earlier work had shown that colvaxin reduced cell death in mice.

        Regulators in Europe are expected to decide next spring whether to widen its approval.
        """,
    ),
    "clinic": source(
        "Clinic Today",
        "2025-06-13",
        """
        Colvaxin, a cheap gout pill, could become the first drug to slow age-related hearing
        loss, researchers said.

        Falk’s team at Lund University followed 1,140 people for two years. In a survey of the
        patients, 58 percent of the 610 who answered said that they heard better in noisy rooms.

        Dr. Omar Reyes, an ear specialist in Leeds who was not involved, said two of the nine
        hospitals had supplied most of the patients. “I would wait for a second trial,” he said.

        High doses are thought to raise the risk of kidney damage in people with diabetes. The
        maker, Aldane, has offered a free year of the pill to patients who took the placebo.
        """,
    ),
    "ledger": source(
        "The Malmo Ledger",
        "2025-06-13",
        """
        Shares of Aldane rose 11% on Thursday after its gout pill was reported to slow hearing
        loss.

        The company is likely to raise the price of the pill, which now costs $4 a month, two
        analysts said.

        Aldane temporarily halted a second trial in April after three patients fell ill. A
        safety board allowed it to resume in May. Investigators suspect the three had taken
        another drug.

        The patent expires in 2031.
        """,
    ),
}

STORM: Mapping[str, str] = {
    "wire": source(
        "Meridian Wire",
        "2025-09-22",
        """
        PORT CALDER — Hurricane Odile knocked out power to about 310,000 customers on Sunday and
        forced parts of Port Calder to evacuate, officials said.

        At least six people died. The police believe that two of them drowned in cars on Harbor
        Road. A man found in a collapsed garage may have died before the storm.

        Floodwater damaged some schools in Calder County, and classes could resume this week.

        The storm is expected to reach Quarry Bay on Tuesday. The water plant was shut down for
        48 hours as a precaution, the utility said.

        A levee at Fenwick failed early on Sunday. Engineers said the failure was probably
        caused by a burrowing animal, but that they had not been able to inspect it.
        """,
    ),
    "gazette": source(
        "The Calder Gazette",
        "2025-09-23",
        """
        Most of the city’s hospitals ran on generators on Monday. Two of the five shelters in
        Port Calder were full, the county said.

        The Fenwick levee, built in 1961, gave way at about 4 a.m. Sunday and flooded 240 homes.

        Governor Lena Ortiz ordered residents of the barrier islands to leave. The state will
        pay hotel bills for families whose homes were condemned.

        An early count found damage at 1,900 houses. The county suspended tolls on the Calder
        Bridge until Friday.

        Shops in some neighborhoods were looted on Sunday night, the police said. Nine people
        were arrested.
        """,
    ),
    "radio": source(
        "Radio Quarry",
        "2025-09-23",
        """
        The death toll from Hurricane Odile stood at six on Tuesday morning.

        The coroner said that the man in the garage had died of a heart attack during the storm.

        A chemical tank at the Brandt works is thought to have leaked into Mill Creek. The state
        has sent a team to take samples, and residents are told not to fish.

        Quarry Bay’s mayor said the airport would close on Tuesday at noon. The ferry line said
        it might not sail before the weekend.
        """,
    ),
}

COUNT: Mapping[str, str] = {
    "wire": source(
        "Meridian Wire",
        "2025-11-05",
        """
        TOLLAND — Voters in Tolland appeared to reject a plan to merge the city’s two school
        districts on Tuesday, according to unofficial results.

        With all precincts reporting, the measure trailed by 1,904 votes. About 7,000 mail
        ballots remained to be counted, and the county said it expected to finish on Friday.

        Some voters in the Sixth Ward waited more than two hours after machines jammed. A judge
        ordered three polling places in the ward to stay open until 10 p.m.

        Mayor Ruth Okafor won a third term. Her opponent, Dale Hinton, said he might ask for a
        recount of the mayor’s race.
        """,
    ),
    "register": source(
        "The Tolland Register",
        "2025-11-06",
        """
        The jammed machines in the Sixth Ward were likely the result of damp paper, the county
        clerk, Ana Prewitt, said on Wednesday.

        Turnout was 46 percent, the highest for a local election since 1998. Four of the seven
        members of the council will be new.

        Preliminary figures show that voters under 30 cast 19 percent of the ballots.

        In an exit poll by Tolland College, 63 percent of those polled said schools had decided
        their vote.

        Most members of the teachers’ union opposed the merger of the districts. Its president,
        Carl Lindqvist, said the union would work with the new council.
        """,
    ),
    "voice": source(
        "Valley Voice",
        "2025-11-06",
        """
        A federal judge on Wednesday issued a temporary restraining order that bars the county
        from discarding 212 ballots without signatures, pending a hearing on Nov. 14.

        The state party has asked the court to count them. Prewitt said that the ballots could
        not change the result of the mayor’s race.

        A consultant is believed to have sent text messages that gave the wrong date of the
        election. The state police are looking into whether the messages broke the law.

        Hinton conceded on Wednesday evening. Recounts are allowed in races decided by less than
        half a percent.
        """,
    ),
}

MERGER: Mapping[str, str] = {
    "wire": source(
        "Meridian Wire",
        "2025-04-08",
        """
        Bellweather Foods agreed on Tuesday to buy Northgate Dairies for $2.3 billion, the two
        companies said.

        The deal could lead to the closing of Northgate’s plant in Harlow, according to two
        people briefed on the plans. The companies expect to save $140 million a year.

        Some shareholders of Bellweather have said they will vote against the purchase. The
        vote is set for June 3.

        The competition authority is likely to open a full inquiry, lawyers said.
        """,
    ),
    "herald": source(
        "The Harlow Herald",
        "2025-04-09",
        """
        Northgate’s plant in Harlow employs 820 people. Bellweather’s chief executive, Petra
        Voss, said no decision had been made on it.

        Three of the company’s eleven plants are unprofitable, Voss said. She said the savings
        would come in part from joint buying of milk.

        Northgate was reportedly close to a sale to a French rival in February.

        The farmers’ cooperative said most of its members supply Northgate. Its members fear
        that prices will fall.

        The town has offered a tax cut to companies that keep at least 500 jobs.
        """,
    ),
    "street": source(
        "Street Brief",
        "2025-04-09",
        """
        Bellweather shares fell 7% on Wednesday. Analysts think the company overpaid.

        Voss is expected to leave after the deal closes, a person close to the board said.

        A court in March preliminarily approved Northgate’s settlement with buyers of spoiled
        yogurt. Northgate recalled yogurt made at two of its plants last year.

        The competition authority blocked a smaller dairy deal in 2022 and cleared two others.
        """,
    ),
}
