"""A story of a doping case as four outlets tell it, with slips of time and what only looks so."""

from __future__ import annotations

from collections.abc import Mapping

from tests.checks.time.stories import source

DAY = "2025-11-21"
CYCLIST: Mapping[str, str] = {
    "wire": source(
        "Sport Wire",
        "2025-11-19",
        """
        LIEGE — A sports court on Tuesday lifted the ban on Ilse Varga, the Hungarian cyclist who
        won the Tour of Flanders in April, and said that the laboratory had mixed up two samples.

        Varga, 27, was suspended on July 3 after a sample that she gave on June 12 tested positive
        for a blood booster. Her team, Kestrel-Nova, dropped her on July 9. The second sample was
        opened on Aug. 20.

        She appealed in September. The federation said it would study the ruling. “She can race
        tomorrow,” said her lawyer, Bram Dekker.

        The laboratory in Ghent lost its accreditation last month.
        """,
    ),
    "daily": source(
        "Het Dagblad",
        "2025-07-10",
        """
        Ilse Varga is suspended, and her team is looking for a new leader for the Tour, which begins
        on July 26. Her coach, Piet Aerts, works with three other riders of the team.

        Varga has denied wrongdoing. She is training alone in Spain. She is to marry the sprinter
        Jon Larrea in October.

        Kestrel-Nova pays its leader about 900,000 euros a year. The sponsor, the insurer Nova, is
        standing by the team. The team's manager, Greta Holm, said that she had learned of the test
        on July 2, the day before the federation made it public.
        """,
    ),
    "radio": source(
        "Radio Sport",
        "2025-11-20",
        """
        How the case came apart. Varga's lawyer asked for the laboratory's log in August. The log
        showed that two vials had been swapped, and a technician, who had been on leave on the day,
        admitted it on Oct. 2.

        Nova ended its sponsorship in October, and the team now rides as Kestrel. Aerts left in
        September for a Danish team. Holm is still its manager.

        The laboratory tested samples for six federations. It closed two weeks ago.

        Varga signed on Thursday for Lotte-Brema, which will pay her less than Kestrel did. She and
        Larrea put off their wedding, which had been planned for October, to the spring.
        """,
    ),
    "cycling": source(
        "World Cycling Federation",
        "2025-11-18",
        """
        The federation takes note of the decision of 18 November 2025. The provisional suspension
        of the rider, in force since 3 July 2025, has ended.

        Sending all samples of the spring races to one laboratory was the federation's practice
        until this season. It was given up on 1 October. The federation's chief doctor, Ana Ruiz,
        was replaced on 10 November by Tomas Berg.

        The rider's result of 6 April stands. The title of Flanders had been given to Marit Oen on
        15 July; she has returned the trophy.
        """,
    ),
}

SLIPS = [
    ("sequence-conflict", "Kestrel-Nova dropped Varga before she was suspended."),
    ("sequence-conflict", "Varga was suspended after her second sample was opened."),
    ("sequence-conflict", "After Varga appealed, her team dropped her."),
    (
        "sequence-conflict",
        "A technician admitted the swap before Varga’s lawyer asked for the log.",
    ),
    ("sequence-conflict", "Nova ended its sponsorship days after the court lifted the ban."),
    (
        "sequence-conflict",
        "Greta Holm learned of the test days after the federation made it public.",
    ),
    (
        "sequence-conflict",
        "The court lifted the ban on Varga. Weeks later, the laboratory lost its accreditation.",
    ),
    ("sequence-conflict", "Coach Piet Aerts had already left when Kestrel-Nova dropped Varga."),
    ("stale-tense", "Ilse Varga is suspended over a positive test."),
    ("stale-tense", "The laboratory in Ghent tests samples for six federations."),
    ("stale-tense", "Nova is standing by the team."),
    ("date-conflict", "Varga won the Tour of Flanders on Saturday, April 6."),
    ("stale-tense", "The federation sends all samples of the spring races to one laboratory."),
    ("stale-tense", "Nova sponsors the team."),
    ("date-conflict", "Kestrel-Nova dropped her on July 19."),
    ("date-conflict", "The second sample was opened on Thursday, Aug. 20."),
    ("date-conflict", "Varga was suspended on July 13."),
    ("relative-date", "The laboratory in Ghent lost its accreditation this month."),
]
TRAPS = [
    "Kestrel-Nova dropped Varga six days after she was suspended.",
    "Varga’s second sample was opened after she was suspended.",
    "Varga appealed after her team dropped her.",
    "A technician admitted the swap after Varga’s lawyer asked for the log.",
    "Nova ended its sponsorship before the court lifted the ban.",
    "Holm learned of the test the day before the federation made it public.",
    "The laboratory lost its accreditation, and weeks later the court lifted the ban on Varga.",
    "Piet Aerts left in September, after Kestrel-Nova dropped Varga.",
    "Varga, who was suspended in July, can race.",
    "Varga is no longer suspended.",
    "Greta Holm is the team’s manager.",
    "The team rides as Kestrel.",
    "Tomas Berg is the federation’s chief doctor.",
    "Bram Dekker is Varga’s lawyer.",
    "Varga rides for Lotte-Brema, which pays her less than Kestrel did.",
    "The Flanders title is hers again.",
    "The federation is studying the ruling.",
    "Varga denies wrongdoing.",
    "The laboratory, now closed, tested samples for six federations.",
    "“She is suspended,” the federation said in July.",
    "Varga was suspended on Thursday, July 3.",
    "Kestrel-Nova dropped her in July.",
    "The court lifted the ban after it found that the laboratory had mixed up two samples.",
    "Marit Oen returned the trophy after the court lifted the ban.",
    "Varga and Larrea plan their wedding.",
]
