"""Four invented stories, each as two to four outlets have it, for the rules on who says what."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.checks.examples import findings_on


def source(publisher: str, day: str, text: str) -> str:
    """A seed: paragraphs are parted by blank lines, and their lines joined."""
    head = f"---\ntitle: {publisher}\npublisher: {publisher}\npublished: {day}\n---\n"
    paragraphs = text.strip().split("\n\n")
    return head + "\n\n".join(" ".join(one.split()) for one in paragraphs) + "\n"


HOSPITAL: Mapping[str, str] = {
    "wire": source(
        "Capital Wire",
        "2025-03-04",
        """
        MERROW — A cyberattack that shut down computers at Merrow General Hospital on Sunday
        forced doctors to turn ambulances away for 19 hours, the hospital said.

        The hospital said no patient data had been taken. “Our staff acted quickly and kept
        everyone safe,” chief executive Paula Renner said at a news conference.

        Two people with knowledge of the investigation, who spoke on condition of anonymity
        because they were not authorized to discuss it, said the hackers had demanded $4
        million in ransom.

        The nurses' union said the hospital had cut its computer security staff in half last
        year. It said managers ignored three written warnings.

        The state health department said 41 operations were postponed. It has opened an
        inquiry.

        The hospital declined to comment on the ransom.
        """,
    ),
    "ledger": source(
        "The Merrow Ledger",
        "2025-03-05",
        """
        The hackers behind the attack on Merrow General entered through an old laptop,
        according to a person briefed on the inquiry.

        The nurses' union filed a complaint on Tuesday, alleging that the hospital put
        patients in danger to save money.

        Renner said the security budget had grown by 12% since 2022. She said the hospital
        followed all state rules.

        The union's lawyer, Tomas Hale, said the board knew of the risk. “They gambled with
        people’s lives,” he said.

        State Senator Iris Cole said she would ask for hearings. The insurer Northgate
        Mutual did not respond to a request for comment from the Ledger.

        The health department said its inquiry would take about six weeks.
        """,
    ),
    "radio": source(
        "Radio Merrow",
        "2025-03-05",
        """
        Merrow General turned away 14 ambulances on Sunday, its chief executive told Radio
        Merrow.

        Security researchers at Tarn College said the attack was likely the work of a group
        known for striking clinics. Professor Ada Lund, who studies such groups, said
        hospitals are easy targets because their machines are old.

        The hospital's phone lines were restored on Monday evening.

        A spokesman for the board did not immediately reply to questions from the station.
        """,
    ),
}

STADIUM: Mapping[str, str] = {
    "post": source(
        "Harbor Post",
        "2025-06-11",
        """
        The Harbor City Gulls have agreed to leave Pier Stadium for a new ground in suburban
        Wexley, three people familiar with the deal said.

        The club would pay $310 million toward the new ground, the people said. Taxpayers in
        Wexley would cover the rest.

        Mayor Lena Ortiz said on Tuesday that the city had offered the club a fair lease.
        “We put everything on the table,” she said.

        A study by the Wexley Chamber of Commerce predicted that the stadium would bring
        2,400 jobs. Economists at Harbor State said such studies overstate the gains.

        The Gulls declined to comment. The team's owner, Victor Lang, could not be reached.
        """,
    ),
    "sentinel": source(
        "Wexley Sentinel",
        "2025-06-12",
        """
        Wexley's council will vote on the stadium on June 24, the town clerk said.

        The Chamber of Commerce says the stadium will bring 2,400 jobs and fill the town's
        hotels. Residents of Orchard Street say the traffic will ruin their neighborhood.

        “Nobody asked us,” said Harold Munn, who has lived on the street for 30 years.

        Councilwoman Dana Price accused Lang of playing one town against the other. Lang's
        spokesman, Ed Farr, called that nonsense.

        The Gulls drew an average of 21,300 fans last season, according to the league.

        The club told the Sentinel that Pier Stadium is unsafe. City inspectors found no
        faults there in April, records show.
        """,
    ),
    "digest": source(
        "Sport Digest",
        "2025-06-12",
        """
        The Gulls are close to a move to Wexley, the Harbor Post reported.

        The club has offered $310 million, three people told the Post.

        Supporters marched to Pier Stadium on Wednesday evening. About 900 people took part,
        police said.
        """,
    ),
}

DAM: Mapping[str, str] = {
    "agency": source(
        "Northern News Agency",
        "2025-09-02",
        """
        A section of the Ardle dam gave way early on Monday, flooding the village of Kell
        and killing four people, police said.

        Ardle Power, which runs the dam, said it had passed an inspection in May. The
        company said the rain was the heaviest in 70 years.

        The farmers' association said the company had kept the reservoir too full all
        summer. Its chairman, Jonas Brandt, said the disaster could have been prevented.

        Energy Minister Ruth Falk said the other dams on the river were safe. She promised
        an independent inquiry.

        An official in the ministry said inspectors had found cracks in the wall in May. The
        official asked not to be named because the report is not public.
        """,
    ),
    "valley": source(
        "Valley Mirror",
        "2025-09-03",
        """
        Engineers had warned Ardle Power of cracks in the dam, according to emails seen by
        the Valley Mirror.

        The four who died were from two families, the district council said. About 260
        people were housed in a school.

        Ardle Power said it would pay for emergency housing. It rejected the farmers' claim
        that the reservoir was too full.

        Hydrologist Mira Stoltz of the Alpine Institute said climate change made such rain
        twice as likely.

        Prosecutors have opened an investigation of the company. They suspect that safety
        reports were falsified, a court filing shows.

        The ministry did not respond to the Mirror’s questions about the inspection.
        """,
    ),
    "daily": source(
        "The Daily Lantern",
        "2025-09-03",
        """
        Ardle Power failed to open the spillway in time, lawyers for two survivors said in a
        lawsuit filed on Tuesday.

        The suit says the company had no one on duty at the dam that night. Ardle Power
        declined to comment on the lawsuit.

        The army brought 60 soldiers and 12 boats to Kell, a spokesman said.

        The village's church, built in 1740, is still standing.
        """,
    ),
}

CHIPS: Mapping[str, str] = {
    "business": source(
        "Business Standard Wire",
        "2025-11-18",
        """
        Corvane will cut 800 jobs, about 6% of its staff, the chipmaker said on Monday. Its
        shares fell 4%.

        Chief executive Nadia Prole told employees that orders had slowed. She said the cuts
        would make the company stronger.

        Corvane has also held talks about selling its sensor unit, according to two people
        with knowledge of the discussions.

        The engineers' union said the company had broken a promise made in 2023. It said
        Corvane used the slump as an excuse.

        Analyst Owen Tait of Gable Securities said the company had hired too fast.

        Corvane did not respond to a request for comment on the sensor unit.
        """,
    ),
    "evening": source(
        "Evening Courier",
        "2025-11-19",
        """
        A former manager has sued Corvane, claiming that it hid defects in a chip used in
        car brakes. Corvane denies the claim.

        The regulator said it had received 31 complaints about the chip. It has not found a
        defect.

        The company told the Courier that the chip is safe. It said it had tested 50,000
        units.

        The town of Elmont, where Corvane is the largest employer, will lose about 300 of
        the jobs, Mayor Sid Rourke said. Rourke said the closing would devastate local
        shops.
        """,
    ),
    "record": source(
        "Elmont Record",
        "2025-11-19",
        """
        Corvane has told suppliers that its Elmont plant will close in March, one supplier
        and a current employee said. Both asked not to be identified.

        Union leader Greta Vann said talks with the company begin on Thursday.

        The plant makes sensors and employs 310 people, according to the company.

        Corvane declined the Record’s request for an interview with Prole.
        """,
    ),
}


# A brief of one sentence leaves most of a story out.
_OF_THE_WHOLE = ("omitted-response", "caveat-lost", "contrary-evidence-omitted")


def rules_told(text: str, story: Mapping[str, str], folder: Path) -> list[str]:
    """The rules that find an error or a warning in a brief that says `text` of a story.

    `text` is a summary, or sections with their headings.
    """
    day = max(source.split("published: ")[1][:10] for source in story.values())
    front = f"---\ntitle: The week\ndate: {day}\nsources: [{', '.join(story)}]\n---\n"
    body = text if text.startswith("#") else f"## Summary\n\n{text}"
    found = findings_on(f"{front}{body}\n", folder, **story)
    return [one.rule for one in found if one.severity != "note" and one.rule not in _OF_THE_WHOLE]
