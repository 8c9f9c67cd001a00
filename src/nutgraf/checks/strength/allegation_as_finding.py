"""allegation-as-finding: what somebody is accused of, told as what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.deeds_accused import Accused, deeds_accused
from nutgraf.checks.differing import differing_place, differing_words, our_words, passage_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.said_stronger import is_of_the_law, names_who_says_so, source_words, stronger
from nutgraf.checks.steps_beyond import Beyond, steps_beyond


def check(case: Case) -> Iterator[Found]:
    told = list(map(_too_far, steps_beyond(case)))
    claims = {one.claim for one in told}
    told += [_as_done(one) for one in deeds_accused(case) if one.judged.claim.id not in claims]
    yield from told
    claims = {one.claim for one in told}
    yield from (one for one in _doubted(case) if one.claim not in claims)


# Whose view it is, and that it is a view, is attribution-dropped's to tell.
_OF_A_PARTY = re.compile(
    r"(?:alleg(?:es?|ed|ing)|accus(?:es?|ed|ing)(?! of)|claim(?:s|ed)?|contend(?:s|ed)?"
    r"|argue[sd]?|said|says|believes?)\b",
    re.IGNORECASE,
)


def _too_far(one: Beyond) -> Found:
    start, end = one.place
    prose = one.sentence.prose
    words, theirs = prose.text[start:end], one.evidence.text
    claim = one.sentence.claim_at(start - one.sentence.start)
    return Found(
        prose.place(start, end),
        f"“{words}”: the source says the contrary, “{theirs}”"
        if one.denied
        else f"“{words}”: no source goes so far; the furthest is “{theirs}”",
        f"write “{theirs}”",
        (one.evidence,),
        claim.claim.id,
    )


def _as_done(one: Accused) -> Found:
    prose, theirs = one.judged.statement.prose, one.evidence.text
    return Found(
        prose.place(*one.place),
        f"“{prose.text[slice(*one.place)]}”: the sources have it only as an accusation, “{theirs}”",
        f"write “{theirs}”",
        (one.evidence,),
        one.judged.claim.id,
    )


def _doubted(case: Case) -> Iterator[Found]:
    """What the passage that carries a claim leaves in doubt, in words of the law."""
    for judged, difference in stronger(case, "hedge dropped"):
        theirs = source_words(case, judged, difference)
        ours = our_words(judged, difference)
        if not is_of_the_law(f"{ours} {theirs}"):
            continue
        if _OF_A_PARTY.match(theirs):
            continue
        if names_who_says_so(judged):
            continue
        yield Found(
            differing_place(judged, difference),
            f"the source says no more than “{theirs}”",
            f"write “{theirs}”, and who says so",
            differing_words(case, judged, difference) or passage_words(case, judged),
            judged.claim.id,
        )


_FRONT = "---\ntitle: The weigher\ndate: 2025-03-07\nsources: [report]\n---\n## Summary\n\n"
_REPORT = (
    "---\ntitle: The weigher, reported\nkind: news\n---\n"
    "The market’s weigher allegedly stole 40 crates of plums, the police said on Monday.\n"
)

RULE = Rule(
    name="allegation-as-finding",
    family="strength",
    severity="error",
    decided="code",
    law="What is alleged, charged or sued about is not told as found, proved or admitted.",
    why="To call somebody guilty whom nobody has found so is wrong, and in many places unlawful.",
    bad=Example(
        f"{_FRONT}The market’s weigher stole 40 crates of plums. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        f"{_FRONT}The market’s weigher allegedly stole 40 crates of plums. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
