"""anon-source: what rests on people who are not named, and readers are not told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.one_account import one_account
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.voice_match import says_within, shares_word
from nutgraf.checks.voiced import claim_witnesses, evidence_of, is_outlet, within
from nutgraf.evidence.against import is_headline
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.denials import is_denial
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.witnesses import Witness, sentence_voices
from nutgraf.language.stems import read
from nutgraf.language.unnamed_people import SAYS_UNNAMED, is_unnamed
from nutgraf.language.voices import Voice, voices

_BACK = 1  # sentences back to whom `they added` may go
_THEY = re.compile(
    r"^(?:they|he|she|the (?:people|person|officials?|employees?|sources?))$", re.IGNORECASE
)


_DIFFER = re.compile(
    r"\b(?:accounts?|versions?|sources?|officials?) (?:of [^.,;]{2,40} )?"
    r"(?:differ|diverge|vary|conflict|disagree)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:accounts?|versions?|according|disput\w+|differ(?:s|ed)?|disagree[ds]?|reportedly"
    r"|allegedly|whether|may|might|could)\b",
    re.IGNORECASE,
)
# `Both asked not to be named because …`
_ASKED = re.compile(
    r"\W*(?:both|all|they|he|she|neither|none|the (?:\w+ ){0,3}?\w+)\b[^.]{0,60}?"
    r"(?:\bnot (?:to )?be (?:named|identified)\b|\banonym\w+|\bcondition that\b"
    r"|\b(?:wanted|agreed|willing|wished) to be (?:named|identified)\b)",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    told = list(sentences_told(case))
    for at, sentence in enumerate(told):
        if not sentence.in_body or sentence.is_quotation:
            continue
        around = [one for one in told[max(0, at - 1) : at + 2] if one.prose is sentence.prose]
        if any(SAYS_UNNAMED.search(one.own) or _DIFFER.search(one.own) for one in around):
            continue
        found = _in_sentence(case, sentence)
        if found is not None:
            yield found


def _in_sentence(case: Case, sentence: Sentence) -> Found | None:
    """The first claim of a sentence that rests on people whom it does not tell of."""
    for judged in sentence.claims:
        statement = judged.statement
        if judged.judgement.verdict == "contradicted" or is_headline(
            judged.reading, statement.start, statement.end
        ):
            continue
        apart = None if _tells_apart(sentence) else one_account(case, judged)
        if apart is not None:
            return Found(
                judged.claim.place,
                "one of two who are not named says so, the other does not; readers are not told",
                "write that accounts differ, and give both",
                (case.pack.evidence(apart),),
                judged.claim.id,
            )
        if is_denial(statement.text):
            continue  # who denies it is told, and that is the news
        witness, voice = _only_unnamed(claim_witnesses(case, judged), case.pack)
        if witness is None or voice is None:
            continue
        party = witness.party(voice)
        credited = _credited(sentence)
        outlets = [one for one in credited if is_outlet(one, case.pack)]
        others = [one for one in credited if one not in outlets and not shares_word(one, party)]
        # `Lawyers warned of it, two officials said`: that the lawyers did is what rests on them.
        others = [one for one in others if not says_within(one, witness, voice)]
        # Whom else the brief credits is another question.
        if others or _is_told(sentence, party):
            return None
        return _found(case, judged, (witness, voice), within(outlets[0]) if outlets else "")
    return None


def _tells_apart(sentence: Sentence) -> bool:
    """Whether a sentence gives what it says to somebody, or says that there is another account."""
    return bool(voices(sentence.own)) or _ACCOUNT.search(sentence.own) is not None


def _is_told(sentence: Sentence, party: str) -> bool:
    """Whether the brief has the party in it: `senior officials had warned the minister`."""
    ours = {word.stem for word in sentence.claims[0].reading.words}
    return all(word.stem in ours for word in read(party) if word.content)


def _only_unnamed(told: Sequence[Witness], pack: Pack) -> tuple[Witness | None, Voice | None]:
    """The witness with people who are not named; none where anybody else says it, too."""
    found: tuple[Witness | None, Voice | None] = None, None
    for witness in told:
        parties = [one for one in witness.voices if one.party is not None]
        unnamed = [one for one in parties if _is_nobody(witness, one)]
        if unnamed:
            if found[0] is None:
                found = witness, unnamed[0]
            continue
        # An outlet that passes on another's report adds nothing.
        if parties and all(is_outlet(witness.party(one), pack) for one in parties):
            continue
        return None, None
    return found


def _is_nobody(witness: Witness, voice: Voice) -> bool:
    party = witness.party(voice)
    text = witness.index.reading.text
    if (
        is_unnamed(party)
        or _asks_for_it(witness, voice)
        or (voice.party and is_unnamed(_with_aside(text, voice.party)))
    ):
        return True
    if not _THEY.match(party.strip()):
        return False
    for number in range(witness.sentence - 1, max(-1, witness.sentence - 1 - _BACK), -1):
        before = sentence_voices(witness.index, number)
        parties = [text[slice(*one.party)] for one in before if one.party is not None]
        if parties:
            return any(map(is_unnamed, parties))
    return False


def _asks_for_it(witness: Witness, voice: Voice) -> bool:
    """Whether the next sentence has those who said it ask not to be named."""
    sentences = witness.index.reading.sentences
    if witness.sentence + 1 >= len(sentences) or voice.party is None:
        return False
    after = witness.index.reading.text[slice(*sentences[witness.sentence + 1])]
    if _ASKED.match(after) is None or _THEY.match(witness.party(voice).strip()):
        return False
    return not witness.index.people(*voice.party)


def _with_aside(text: str, party: tuple[int, int]) -> str:
    """A party with `, who asked not to be named`."""
    aside = re.compile(r",? who [^.;:]{5,120}").match(text, party[1])
    return text[party[0] : aside.end() if aside else party[1]]


def _found(case: Case, judged: JudgedClaim, told: tuple[Witness, Voice], outlet: str) -> Found:
    witness, voice = told
    party = within(witness.party(voice))
    low, high = voice.party or (voice.start, voice.end)
    who = f"{outlet} has this from" if outlet else "this rests on"
    credit = f"add: according to {party}"
    source = case.pack.sources[witness.source.casefold()].source
    by = source.publisher or next(iter(source.credits), "")
    if by and not outlet:
        credit += f", {by} reports"
    return Found(
        judged.claim.place,
        f"{who} people who are not named; readers are not told",
        credit,
        (evidence_of(case, witness, (min(low, voice.start), max(high, voice.end))),),
        judged.claim.id,
        "note" if outlet else None,
    )


def _credited(sentence: Sentence) -> list[str]:
    """Those to whom the brief gives what the sentence says."""
    return [
        sentence.text[slice(*voice.party)]
        for voice in voices(sentence.own)
        if voice.party is not None
    ]


_REPORT = (
    "---\ntitle: The stadium\n---\n"
    "The club has offered to buy the stadium from the city, two people familiar with the talks "
    "said. The lease runs out in June.\n"
)

RULE = Rule(
    name="anon-source",
    family="strength",
    severity="warning",
    decided="code",
    law="What rests on people who are not named is told as that.",
    why="Readers weigh an unnamed source differently, and can only do so if they know of it.",
    bad=Example(
        "---\ntitle: The stadium\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe club has offered to buy the stadium from the city. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The stadium\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe club has offered to buy the stadium from the city, two people familiar "
        "with the talks said. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
