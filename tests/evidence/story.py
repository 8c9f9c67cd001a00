"""An invented story, and how claims are held against it."""

from __future__ import annotations

from datetime import date

from nutgraf.evidence.index import Index, build
from nutgraf.evidence.judge import judge_text
from nutgraf.evidence.judgement import Judgement
from nutgraf.evidence.reading import read

PUBLISHED = date(2025, 3, 14)
STORY = """Repairs to Tolland Dam will cost $412 million, auditor finds

Repairs to the aging Tolland Dam will cost about $412 million and take at least six years, the
state auditor said Thursday. The report by Auditor Miriam Okafor found that fewer than 30% of the
118 drainage valves had been inspected since 2015. Inspectors logged 47 leaks last year, up from 19
in 2022.

"The authority knew the spillway was failing, and it may have put 62,000 residents downstream at
risk," Okafor told reporters.

The authority disputed parts of the report. Dale Whitcomb, its general manager, said no evidence
showed the dam was in imminent danger.

"We have not cut corners. If the legislature funds the bond this session, we can begin work by
October," Whitcomb said in a statement.

The Army Corps of Engineers is expected to send a team of 12 specialists on April 2.

State Sen. Paul Renner, a Republican from Bend, sued the authority in January, alleging that it hid
an internal memo. Renner said the memo was written in 2019 by engineer Sofia Brandt. Brandt
resigned eight months later. She did not respond to requests for comment.

The board voted 5-2 on Wednesday to hire Larkspur Engineering, a Portland firm. Larkspur was founded
in 1988 and was bought by Halden Systems in June. The contract is worth up to $9 million.

Okafor did not recommend lowering the reservoir. A survey found that 61% of residents supported the
repairs. Only one in three farmers backed them. The union said managers had pressured officers to
sign blank forms.
"""


def story() -> Index:
    return build(read(STORY, PUBLISHED))


INDEX = story()


def judged(claim: str, index: Index | None = None) -> Judgement:
    """What the story (or another source) says of a claim."""
    return judge_text(read(claim), [("story", index or INDEX)])


def told(claim: str) -> set[tuple[str, str]]:
    """The certain differences of a claim, as (slot, relation)."""
    return {(one.slot, one.relation) for one in judged(claim).differences if one.certain}
