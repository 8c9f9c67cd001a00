"""anon-source: what rests on people who are not named, and readers are not told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.voiced import claim_witnesses, evidence_of
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.witnesses import Witness, sentence_voices
from nutgraf.language.name_folding import fold_name
from nutgraf.language.stems import read
from nutgraf.language.unnamed_people import SAYS_UNNAMED, is_unnamed
from nutgraf.language.voices import Voice, voices

_BACK = 1  # sentences back to whom `they added` may go
_THEY = re.compile(
    r"^(?:they|he|she|the (?:people|person|officials?|employees?|sources?))$", re.IGNORECASE
)
_OUTLET = re.compile(
    r"\b(?:post|times|journal|herald|tribune|guardian|news|press|reuters|bloomberg|cnn|nbc|abc|cbs"
    r"|bbc|npr|axios|politico|ap|afp|outlet|newspaper|magazine|report)s?$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    told = list(sentences_told(case))
    for at, sentence in enumerate(told):
        if not sentence.in_body or sentence.is_quotation:
            continue
        around = [one for one in told[max(0, at - 1) : at + 2] if one.prose is sentence.prose]
        if any(SAYS_UNNAMED.search(one.own) for one in around):
            continue
        seen = False
        for judged in sentence.claims:
            if judged.judgement.verdict == "contradicted":
                continue
            witness, voice = _only_unnamed(claim_witnesses(case, judged), case.pack)
            if witness is None or voice is None or seen:
                continue
            if not _is_told(sentence, witness.party(voice)):
                seen = True
                yield _found(case, sentence, judged, witness, voice)


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
        if parties and all(_is_outlet(witness.party(one), pack) for one in parties):
            continue
        return None, None
    return found


def _is_nobody(witness: Witness, voice: Voice) -> bool:
    party = witness.party(voice)
    text = witness.index.reading.text
    if is_unnamed(party) or (voice.party and is_unnamed(_with_aside(text, voice.party))):
        return True
    if not _THEY.match(party.strip()):
        return False
    for number in range(witness.sentence - 1, max(-1, witness.sentence - 1 - _BACK), -1):
        before = sentence_voices(witness.index, number)
        parties = [text[slice(*one.party)] for one in before if one.party is not None]
        if parties:
            return any(map(is_unnamed, parties))
    return False


def _with_aside(text: str, party: tuple[int, int]) -> str:
    """A party with `, who asked not to be named`."""
    aside = re.compile(r",? who [^.;:]{5,120}").match(text, party[1])
    return text[party[0] : aside.end() if aside else party[1]]


def _is_outlet(party: str, pack: Pack) -> bool:
    own = fold_name(party)
    known = [one.source.publisher or "" for one in pack]
    known += [credit for one in pack for credit in one.source.credits]
    return any(own and own == fold_name(name) for name in known) or bool(_OUTLET.search(party))


def _found(
    case: Case, sentence: Sentence, judged: JudgedClaim, witness: Witness, voice: Voice
) -> Found:
    party = witness.party(voice)
    low, high = voice.party or (voice.start, voice.end)
    outlet = _outlet_said(sentence, case.pack)
    if outlet:
        message = f"{outlet} has this from people whom it does not name; readers are not told"
    else:
        message = "this rests on people who are not named; readers are not told"
    source = case.pack.sources[witness.source.casefold()].source
    credit = source.publisher or next(iter(source.credits), "")
    to_whom = f", {credit} reports" if credit and not outlet else ""
    return Found(
        judged.claim.place,
        message,
        f"add: according to {party}{to_whom}",
        (evidence_of(case, witness, (min(low, voice.start), max(high, voice.end))),),
        judged.claim.id,
        "note" if outlet else None,
    )


def _outlet_said(sentence: Sentence, pack: Pack) -> str:
    """The outlet that the sentence gives as its authority, if it gives one."""
    for voice in voices(sentence.own):
        party = "" if voice.party is None else sentence.text[slice(*voice.party)]
        if party and _is_outlet(party, pack):
            return party
    return ""


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
