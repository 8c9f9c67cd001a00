"""Whether two parties, one as the brief calls it and one as a source does, are one voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.evidence.frames.reference import is_person
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.witnesses import Witness
from nutgraf.language import names as reading_names
from nutgraf.language import speaking_for
from nutgraf.language.common_words import is_common
from nutgraf.language.name_folding import geographic
from nutgraf.language.name_words import BODY_NOUNS, OTHER_NOUNS, PLACE_NOUNS
from nutgraf.language.names import Name
from nutgraf.language.outlet_names import same_outlet
from nutgraf.language.party_kinds import Kind, kind_of
from nutgraf.language.single_offices import office_of, offices_beside
from nutgraf.language.stems import read
from nutgraf.language.unnamed_people import is_unnamed
from nutgraf.language.voices import Voice

_NEAR = 2  # sentences around a person's name in which the body is named that they speak for
_APART: frozenset[frozenset[Kind]] = frozenset(
    frozenset(pair)
    for pair in (
        ("official", "partisan"),
        ("official", "company"),
        ("official", "interested"),
        ("company", "partisan"),
        ("company", "interested"),
        ("research", "partisan"),
        ("research", "interested"),
        ("research", "company"),
        ("research", "official"),
    )
)
_SPEAKS = re.compile(
    r"\b(?:warned|cautioned|advised|told|urged|said|argued|recommended|concluded|wrote|objected"
    r"|predicted|had asked|asked|insisted|complained)\b"
)
_OWNER = re.compile(r"\b[a-z]\w*(?:['’]s|s['’])(?= )")
_HOLDER = re.compile(
    r"['’]s (?:[\w-]+ )?(?:boss|chief|head|leader|director|president|owner|founder)$"
)
# Several kinds go by these words, or none.
_LOOSE = re.compile(
    r"\b(?:lawyers?|attorneys?|spokes\w+|report|officials?|experts?|analysts?|sources?|people|one"
    r"|others?|many|some|statement|leaders?|members?|president|director|chief|head|council\w*"
    r"|senators?|lawmakers?|republicans?|democrats?|owners?|managers?|workers|group)\b",
    re.IGNORECASE,
)


def is_other(ours: str, theirs: str, described: str, witness: Witness, pack: Pack) -> bool:
    """Whether a source surely gives something to somebody else than `ours`.

    `theirs` is the party of the source, `described` how it is described there.
    """
    if shares_word(ours, f"{theirs} {described}"):
        return False
    if _HOLDER.search(ours) and not is_unnamed(theirs):
        return False  # `Acme’s boss` may be anybody whom the source names
    if _holds_another_office(ours, theirs, described):
        return True
    mine, others = _names(ours), _names(theirs)
    kinds = kind_of(ours), kind_of(theirs, described)
    if "outlet" in kinds:
        return False
    if is_unnamed(theirs):
        return _cannot_be_nameless(ours, kinds[0])
    if kinds[0] == "paper":
        return not _speaks_of(ours, witness)
    if mine and others:
        return _are_others(mine, others, witness, pack)
    if mine or _LOOSE.search(ours) or _LOOSE.search(theirs):
        return False
    return frozenset(kinds) in _APART


def _holds_another_office(ours: str, theirs: str, described: str) -> bool:
    """Whether `the mayor` is credited with what somebody says who is known as something else."""
    office = office_of(ours)
    names = None if office is None else [one for one in _names(theirs) if one.kind != "place"]
    if not names:
        return False
    around = f"{theirs}{'' if described.startswith(',') else ' … '}{described}"
    if re.search(r"\bspokes\w+|\bdeputy\b|\bfor the\b", around):
        return False
    held = offices_beside(names[-1].words[-1], around)
    return bool(held) and office not in held


def is_other_outlet(ours: str, told: Sequence[Witness], pack: Pack) -> bool:
    """Whether an outlet is credited, and none of the sources that say it is or credits that one."""
    name = re.sub(r"^the ", "", " ".join(ours.split()), flags=re.IGNORECASE)
    for witness in told:
        source = pack.sources[witness.source.casefold()].source
        known = [one for one in (source.publisher or "", *source.credits) if one]
        if not known or any(same_outlet(ours, one) for one in known):
            return False
        if re.search(rf"\b{re.escape(name)}\b", witness.index.reading.text):
            return False
    return bool(told)


def is_loose(party: str) -> bool:
    """Whether a party without a name may be almost anybody: `officials`, `a director`."""
    return not has_name(party) and _LOOSE.search(party) is not None


def has_name(party: str) -> bool:
    """Whether a party is called by a name."""
    return bool(_names(party))


def _cannot_be_nameless(ours: str, kind: Kind) -> bool:
    """Whether a party surely is not people who are not named: it has a name, or is a document."""
    if kind == "paper" or _names(ours):
        return True
    return kind == "company" and not _LOOSE.search(ours)


def shares_word(ours: str, theirs: str) -> bool:
    """Whether two parties have a word in common that tells who they are."""
    # `the pilots’ union` is no pilot.
    own = {word.stem for word in read(_OWNER.sub(" ", ours)) if word.content}
    return not own or any(word.stem in own for word in read(theirs) if word.content)


def says_within(ours: str, witness: Witness, voice: Voice) -> bool:
    """Whether what a voice tells is that `ours` says so: `lawyers warned, two officials said`."""
    text = witness.index.reading.text
    speaks = _SPEAKS.search(text, *voice.said)
    return speaks is not None and shares_word(ours, text[voice.said[0] : speaks.start()])


def _names(text: str) -> tuple[Name, ...]:
    """The names in a party; a country or its people may speak through anybody."""
    text = " ".join(text.split())
    if is_common(text.split(" ", 1)[0].lower()):
        text = text[:1].lower() + text[1:]
    return tuple(
        name
        for name in reading_names.read(f"They told {text} of it.")
        if name.sure and not geographic(name.text)
    )


def _are_others(mine: Sequence[Name], others: Sequence[Name], witness: Witness, pack: Pack) -> bool:
    """Whether all of some names surely are other voices than all of some others."""
    ours = [name for name in mine if any(_is_person(name, one.index) for one in pack)]
    theirs = [name for name in others if _is_person(name, witness.index)]
    if ours and theirs:
        return not any(
            witness.index.names.aliases.same(one.text, other.text) is not False
            for one in ours
            for other in theirs
        )
    return all(_are_two(one, other, witness) for one in mine for other in others)


def _is_person(name: Name, index: Index) -> bool:
    """Whether a name is a person's, or looks like one where the source does not show it."""
    known = is_person(name, index)
    if known is not None:
        return known
    last = name.words[-1].lower()
    return len(name.words) in (2, 3) and last not in BODY_NOUNS | PLACE_NOUNS | OTHER_NOUNS


def _are_two(one: Name, other: Name, witness: Witness) -> bool:
    """Whether two names surely are two voices."""
    index = witness.index
    if index.names.aliases.same(one.text, other.text) is not False:
        return False
    people = [_is_person(name, index) for name in (one, other)]
    if all(people):
        return True
    if any(people):
        person, body = (one, other) if people[0] else (other, one)
        text = index.reading.text
        if speaking_for.is_tied(body.text, person.words[-1].lower(), "", text):
            return False
        return not _stands_near(body, person, witness)
    # Two bodies; where the source does not know the one, it may be called otherwise there.
    return bool(index.named(one.text))


def _stands_near(body: Name, person: Name, witness: Witness) -> bool:
    """Whether the source ever speaks of a body around a person's name."""
    reading = witness.index.reading
    last = body.words[-1].lower()
    for word in reading.words:
        if word.lower != person.words[-1].lower():
            continue
        number = reading.sentence_at(word.start)
        low = reading.sentences[max(0, number - _NEAR)][0]
        high = reading.sentences[min(len(reading.sentences) - 1, number + _NEAR)][1]
        if any(near.lower == last for near in reading.words_in(low, high)):
            return True
    return False


def _speaks_of(ours: str, witness: Witness) -> bool:
    """Whether the source anywhere speaks of such a document."""
    stems = {word.stem for word in witness.index.reading.words}
    own = [word.stem for word in read(ours) if word.content]
    return not own or own[-1] in stems
