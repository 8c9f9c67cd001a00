"""Words that stand on a ladder of strength: a claim must not climb above its source.

Five ladders, gathered by hand: the way of a case through the law (after the glossaries of the
federal courts of the United States and of the Crown Prosecution Service), from correlation to
cause (after the guides on reporting health studies), from report to proof, from wish to deed,
and from what is asked for to what is got. Entries are stems of verbs with their nouns, as
`stems.stem` makes them, or phrases.
"""

from __future__ import annotations

from typing import Literal

from nutgraf.language.phrase_tables import lines, table
from nutgraf.language.stems import stem

Ladder = Literal["legal", "causal", "evidence", "intention", "outcome"]

SUSPECTED, ACCUSED, ARRESTED, CHARGED, FOUND, CONVICTED, ADMITTED = 1, 2, 3, 4, 5, 6, 7

_LEGAL: dict[int, str] = {
    SUSPECTED: "suspect suspects suspected investigated questioned probed",
    ACCUSED: "sued sue suing alleged allege allegation allegedly accused accuse accusation lawsuit",
    ARRESTED: "arrested arrest detained",
    CHARGED: "charged charge indicted indict indictment arraigned prosecuted",
    FOUND: "liable",
    CONVICTED: "convicted convict conviction guilty sentenced jailed imprisoned",
    ADMITTED: "admitted admit admission confessed confess confession",
}
_LEGAL_PHRASES = [
    *lines("pleaded guilty; pled guilty; pleading guilty; pleads guilty; plead guilty", ADMITTED),
    *lines("found guilty; finds guilty", CONVICTED),
    *lines("pleaded not guilty; plead not guilty; not guilty; found not guilty", 0),
    *lines("is accused of; was accused of; are accused of; stands accused of", ACCUSED),
    *lines("found liable; court found; judge found; jury found; ruled that", FOUND),
    *lines("court ruled; judge ruled; ruling that", FOUND),
    *lines("in charge of; in charge; free of charge; charge of; charges for; took charge", 0),
    *lines("admitted to hospital; admitted to the hospital; admitted to a; hospital admission", 0),
]
_CAUSAL = [
    *lines(
        "linked to; link between; linked with; links to; associated with; association between", 1
    ),
    *lines("correlated with; correlation between; connected to; tied to; related to; ties to", 1),
    *lines(
        "raises the risk of; increases the risk of; raised the risk of; increased the risk of", 2
    ),
    *lines("higher risk of; greater risk of; contributed to; contributes to; contribute to", 2),
    *lines("may cause; might cause; could cause; can cause; may lead to; could lead to", 2),
    *lines("might lead to; can lead to; may have caused; could have caused; plays a role in", 2),
    *lines("played a role in; a factor in; factors in; helped to; linked", 2),
    *lines("causes; caused; cause of; caused by; causing; leads to; led to; leading to", 3),
    *lines("results in; resulted in; due to; because of; responsible for; brought about", 3),
    *lines("triggered; triggers; sparked; sparks; to blame for; as a result of", 3),
]
_EVIDENCE = [
    *lines("suggests; suggest; suggested; suggesting; hints; hinted; indicates; indicate", 1),
    *lines("indicated; indicating; claims; claimed; rumoured; rumored; reported; reports", 1),
    *lines("shows; show; showed; found; finds; find; concluded; concludes; demonstrates", 2),
    *lines("confirmed; confirms; confirm; verified; verifies; established; establishes", 3),
    *lines("proved; proves; proven; prove; proof; validates; validated; validate", 4),
]
WISH, PLAN, PROMISE, DEED = 1, 2, 3, 4
_INTENTION = [
    *lines("considering; considers; considered; weighing; mulling; exploring; discussing", WISH),
    *lines("hopes to; hoped to; hoping to; wants to; wanted to; want to; would like to", WISH),
    *lines("thinking of; thinking about; in talks to; in talks over; in talks with", WISH),
    *lines("called for; calls for; urged; urges; urging; asked; asks; demanded; demands", WISH),
    *lines(
        "recommended; recommends; proposed to; proposes to; proposed; proposes; proposal to", WISH
    ),
    *lines("plans to; plan to; planned to; planning to; plans for; intends to; intended to", PLAN),
    *lines("intend to; aims to; aimed to; aim to; seeks to; sought to; seeking to; seek to", PLAN),
    *lines("tried to; tries to; trying to; try to; attempted to; attempts to; attempt to", PLAN),
    *lines("attempting to; threatened to; threatens to; bid to; efforts to; effort to", PLAN),
    *lines("planned; plan for; preparing to; prepares to; prepared to; ready to; wanting to", PLAN),
    *lines("agreed to; agrees to; agree to; vowed to; vows to; pledged to; pledges to", PROMISE),
    *lines(
        "promised to; promises to; set to; due to be; due to begin; due to start; about to", PROMISE
    ),
    *lines("scheduled to; committed to; will; 'll; going to; is to; are to; offered to", PROMISE),
    *lines(
        "decided to; decides to; poised to; would; shall; slated to; ordered to; told to", PROMISE
    ),
]

_OUTCOME = [
    *lines("seek; seeks; seeking; sought; asked for; asks for; asking for; demanding; demands", 1),
    *lines("demanded; requested; requests; requesting; applied for; applies for; bid for", 1),
    *lines("won; wins; winning; was awarded; were awarded; awarded; obtained; obtains", 2),
    *lines("secured; secures; received; receives; collected; collects; got; recovered", 2),
]

LEGAL = {
    stem(word): step for step, words in reversed(list(_LEGAL.items())) for word in words.split()
}
"""Steps of the legal ladder by stem."""
LEGAL_PHRASES = table(_LEGAL_PHRASES)
CAUSAL = table(_CAUSAL)
EVIDENCE = table(_EVIDENCE)
INTENTION = table(_INTENTION)
OUTCOME = table(_OUTCOME)
"""Phrases in small letters, with their step; DEED, which no phrase has, is what was done."""
