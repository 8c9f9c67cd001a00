"""What is alleged, charged or asked for, told as found, proved or admitted; and what keeps step."""

# ruff: noqa: E501 (what is said and the words at fault are read side by side)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import findings_on, rules_on

OWN = "allegation-as-finding"

FOUNDATION = {
    "gazette": (
        "The former treasurer of the Port Ellis hospital foundation was charged on Tuesday with "
        "stealing $1.3 million from its building fund.\n\n"
        "Prosecutors say that Harlan Voss, 54, moved the money to two companies in his wife’s "
        "name between 2019 and 2023. Mr. Voss pleaded not guilty before Judge Irene Castellano "
        "and was released on bail.\n\n"
        "His lawyer, Tobias Renn, said that every payment had been approved by the board. "
        "If convicted, Mr. Voss faces up to 15 years in prison."
    ),
    "wire": (
        "PORT ELLIS — The foundation has also sued Mr. Voss and asked a court to freeze his "
        "accounts. The lawsuit accuses him of forging the signatures of two trustees.\n\n"
        "A bookkeeper, Dana Mullaly, pleaded guilty in May to one count of conspiracy. She is to "
        "be sentenced on Nov. 3."
    ),
    "radio": (
        "The state auditor reviewed the foundation’s books last year and found gaps in its "
        "records. The review did not find that any law had been broken, the auditor’s office said."
    ),
}
STABBING = {
    "herald": (
        "Police in Marnock arrested a man on Saturday after a teacher was stabbed outside a gym. "
        "The suspect, Colm Brady, 31, was being questioned on Sunday and has not been charged, "
        "Detective Lena Storr said.\n\nThe teacher, Ruth Adeyemi, is in a stable condition."
    ),
    "post": (
        "A 31-year-old man is being held over the stabbing of a teacher in Marnock. He knew her "
        "from the gym, neighbours said. Officers searched his flat on Sunday."
    ),
}
SUPPLEMENTS = {
    "ledger": (
        "The consumer agency sued Verdant Labs on Monday, alleging that it misled buyers about a "
        "sleep supplement. The company denies it and says its studies are sound.\n\n"
        "A judge in Tacoma will hear the agency’s request for an injunction in March."
    ),
    "trade": (
        "Verdant Labs settled a separate case in Oregon last year for $4 million without "
        "admitting wrongdoing. Its chief executive, Paula Dressler, acknowledged that the label "
        "had contained a mistake, and said it had been corrected."
    ),
}
CITY = {
    "times": (
        "A coalition of residents sued the city of Halden on Friday, arguing that its camera "
        "network violates a state privacy law. The network could potentially violate the law, a "
        "panel of experts wrote in January.\n\nMayor Ilse Brandt said the cameras stay."
    ),
    "wire": (
        "Halden acknowledged in a filing that footage had been shared with two other cities by "
        "mistake. A hearing is set for June."
    ),
}
SPRINTER = {
    "daily": (
        "The sprinter Kofi Lindgren has been provisionally suspended after a test showed traces of "
        "a banned steroid. He is suspected of doping; the second sample has not been opened.\n\n"
        "“I have never cheated,” Lindgren said."
    ),
    "agency": (
        "The anti-doping agency said that Lindgren would have a hearing in April. It is also "
        "investigating his coach, Per Aasen."
    ),
}
LANDLORD = {
    "daily": (
        "A landlord in Tromvik, Karl Brattli, 58, was charged on Monday with setting fire to the "
        "town’s permit office. He denies it. A neighbour, Rolf Nes, who was arrested with him, was "
        "released without charge.\n\nA judge has not yet ruled on his request for bail."
    ),
    "herald": (
        "The competition authority said that it was investigating two rental platforms, Stayline "
        "and Nestly. It has not accused either of wrongdoing.\n\nA former manager of Stayline, Jon "
        "Vik, was convicted of tax evasion in April."
    ),
}
FOUND = [
    (FOUNDATION, "Harlan Voss was convicted of stealing $1.3 million from the foundation.", "was convicted"),
    (FOUNDATION, "Voss has pleaded guilty to stealing from the building fund.", "pleaded guilty"),
    (FOUNDATION, "Voss admitted that he stole the money, and was released on bail.", "admitted that he stole"),
    (FOUNDATION, "A court found that Voss forged the signatures of two trustees.", "court found"),
    (FOUNDATION, "The state auditor’s review found that the law was broken.", "review found"),
    (FOUNDATION, "Harlan Voss, 54, was sentenced on Tuesday over the building fund.", "sentenced"),
    (STABBING, "Colm Brady, 31, has been charged over the stabbing of a teacher in Marnock.", "charged"),
    (STABBING, "Brady has confessed to stabbing the teacher.", "confessed"),
    (SUPPLEMENTS, "A judge in Tacoma ruled that Verdant Labs misled buyers about a supplement.", "ruled"),
    (SUPPLEMENTS, "Verdant Labs admitted wrongdoing when it settled a case in Oregon.", "admitted wrongdoing"),
    (SUPPLEMENTS, "The company’s admission that it misled buyers came on Monday.", "admission"),
    (CITY, "The case has produced an admission of violations of the privacy law.", "admission of violations"),
    (CITY, "A judge found that Halden’s cameras violate the privacy law.", "judge found"),
    (SPRINTER, "Kofi Lindgren was found guilty of doping and suspended.", "found guilty"),
    (SPRINTER, "Lindgren has confessed to doping.", "confessed"),
    (FOUNDATION, "The former treasurer stole $1.3 million from the foundation’s building fund.", "stole"),
    (FOUNDATION, "Voss forged the signatures of two trustees.", "forged"),
    (SUPPLEMENTS, "Verdant Labs misled buyers about a sleep supplement.", "misled"),
    (STABBING, "Colm Brady, the attacker, knew the teacher from the gym.", "attacker"),
    (LANDLORD, "Karl Brattli set fire to the town’s permit office.", "set"),
    (LANDLORD, "Rolf Nes, a neighbour, was charged as well.", "charged"),
    (LANDLORD, "A judge ruled on Brattli’s request for bail.", "judge ruled"),
    (LANDLORD, "The competition authority found that Nestly broke the law.", "found that Nestly broke"),
]  # fmt: skip
SILENT = [
    (LANDLORD, "Karl Brattli is accused of setting fire to the permit office."),
    (LANDLORD, "Rolf Nes was arrested and released without charge."),
    (LANDLORD, "Jon Vik, who once ran Stayline, was found guilty of tax evasion."),
    (LANDLORD, "The competition authority is investigating Stayline and Nestly."),
    (FOUNDATION, "Harlan Voss was charged on Tuesday with stealing $1.3 million."),
    (FOUNDATION, "Voss was indicted over $1.3 million that prosecutors say he stole."),
    (FOUNDATION, "Voss is accused of stealing $1.3 million from the building fund."),
    (FOUNDATION, "Voss has not been convicted of anything and pleaded not guilty."),
    (FOUNDATION, "If convicted, Voss could spend 15 years in prison."),
    (FOUNDATION, "A bookkeeper, Dana Mullaly, has pleaded guilty to conspiracy."),
    (FOUNDATION, "Mullaly was convicted of conspiracy on her own plea."),
    (FOUNDATION, "Mullaly will be sentenced on Nov. 3."),
    (FOUNDATION, "The foundation filed a lawsuit against Voss."),
    (FOUNDATION, "A bookkeeper admitted to one count of conspiracy in May."),
    (STABBING, "Police arrested Colm Brady, 31, after a teacher was stabbed in Marnock."),
    (STABBING, "Brady has not been charged."),
    (STABBING, "A man was detained after the stabbing of a teacher in Marnock."),
    (SUPPLEMENTS, "Verdant Labs settled a case in Oregon last year without admitting wrongdoing."),
    (SUPPLEMENTS, "Its chief executive admitted that the label had contained a mistake."),
    (SUPPLEMENTS, "The agency alleges that Verdant Labs misled buyers."),
    (SUPPLEMENTS, "Whether Verdant Labs will be found liable is for a judge to say."),
    (CITY, "Residents say the cameras violate a state privacy law."),
    (CITY, "Halden admitted that footage was shared by mistake."),
    (CITY, "Halden conceded the mistake in a filing."),
    (SPRINTER, "Lindgren has been provisionally suspended and denies cheating."),
    (SPRINTER, "Lindgren’s coach, Per Aasen, is under investigation."),
    (FOUNDATION, "Prosecutors say that Voss stole $1.3 million from the building fund."),
    (FOUNDATION, "Voss allegedly forged the signatures of two trustees."),
    (FOUNDATION, "The lawsuit says Voss forged the signatures of two trustees."),
    (FOUNDATION, "Did Voss forge the signatures of two trustees?"),
    (FOUNDATION, "Voss moved the money, prosecutors say, to two companies in his wife’s name."),
    (STABBING, "The attacker has not been named."),
    (SPRINTER, "“He was found guilty before the hearing,” the club wrote."),
]


def brief(said: str, pack: dict[str, str]) -> str:
    """A brief of one sentence, with the sources of a pack."""
    front = f"title: The week\ndate: 2025-03-07\nsources: [{', '.join(pack)}]"
    return f"---\n{front}\n---\n## Summary\n\n{said}\n"


@pytest.mark.parametrize(("pack", "said", "words"), FOUND)
def test_a_step_that_no_source_takes_is_told(
    pack: dict[str, str], said: str, words: str, tmp_path: Path
) -> None:
    text = brief(said, pack)
    findings = [one for one in findings_on(text, tmp_path, **pack) if one.rule == OWN]
    assert len(findings) == 1
    shown = text[findings[0].place.start : findings[0].place.end]
    assert words in shown or shown in words
    assert findings[0].evidence


@pytest.mark.parametrize(("pack", "said"), SILENT)
def test_a_step_that_a_source_takes_is_not_told(
    pack: dict[str, str], said: str, tmp_path: Path
) -> None:
    assert OWN not in rules_on(brief(said, pack), tmp_path, **pack)
