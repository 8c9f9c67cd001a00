"""Whether two parties, one as the brief calls it and one as a source does, are one voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.evidence.pack import Pack
from nutgraf.evidence.witnesses import Witness
from nutgraf.language import names as reading_names
from nutgraf.language import speaking_for
from nutgraf.language.acronyms import abbreviates
from nutgraf.language.name_folding import fold_name, geographic
from nutgraf.language.names import Name
from nutgraf.language.party_kinds import Kind, kind_of
from nutgraf.language.stems import read
from nutgraf.language.unnamed_people import is_unnamed

_NEAR = 2  # sentences around a person's name in which the body is named that they speak for
_APART: frozenset[frozenset[Kind]] = frozenset(
    frozenset(pair)
    for pair in (
        ("official", "side"),
        ("official", "company"),
        ("company", "side"),
        ("research", "side"),
        ("research", "company"),
        ("research", "official"),
    )
)
# Several kinds go by these words, or none.
_LOOSE = re.compile(
    r"\b(?:lawyers?|attorneys?|spokes\w+|report|officials?|experts?|analysts?|sources?|people|one"
    r"|others?|many|some|statement|leaders?|members?|president|director|chief|head|council\w*"
    r"|senators?|lawmakers?|republicans?|democrats?|owners?|managers?|workers|association|group)\b",
    re.IGNORECASE,
)


def is_other(ours: str, theirs: str, described: str, witness: Witness) -> bool:
    """Whether a source surely gives something to somebody else than `ours`.

    `theirs` is the party of the source, `described` how it is described there.
    """
    if _shares(ours, f"{theirs} {described}"):
        return False
    mine, others = _names(ours), _names(theirs)
    kinds = kind_of(ours), kind_of(theirs, described)
    if "outlet" in kinds:
        return False
    if is_unnamed(theirs):
        return _is_of_no_nameless(ours, mine, kinds[0], witness)
    if kinds[0] == "paper":
        return not _speaks_of(ours, witness)
    if mine and others:
        return all(_are_two(one, other, witness) for one in mine for other in others)
    if mine or _LOOSE.search(ours) or _LOOSE.search(theirs):
        return False
    return frozenset(kinds) in _APART


def is_other_outlet(ours: str, told: Sequence[Witness], pack: Pack) -> bool:
    """Whether an outlet is credited, and none of the sources that say it is or credits that one."""
    for witness in told:
        source = pack.sources[witness.source.casefold()].source
        known = [source.publisher or "", *source.credits]
        if not any(known) or any(_is_one(ours, name) for name in known if name):
            return False
        last = fold_name(ours)[-1:]
        text = witness.index.reading.words
        if last and any(word.lower == last[0] and word.capital for word in text):
            return False
    return bool(told)


def has_name(party: str) -> bool:
    """Whether a party is called by a name."""
    return bool(_names(party))


def _is_one(one: str, other: str) -> bool:
    ours, theirs = fold_name(one), fold_name(other)
    short, long = sorted((one.removeprefix("the ").removeprefix("The "), other), key=len)
    return bool(set(ours) & set(theirs)) or abbreviates(short, long)


def _is_of_no_nameless(ours: str, mine: Sequence[Name], kind: Kind, witness: Witness) -> bool:
    """Whether a party with a name, or a document, cannot be people who are not named."""
    if kind == "paper":
        return True
    if not mine:
        return kind == "company" and not _LOOSE.search(ours)
    low, high = witness.span
    around = witness.index.reading.text[low:high]
    return not any(name.words[-1] in around for name in mine)


def _shares(ours: str, theirs: str) -> bool:
    own = {word.stem for word in read(ours) if word.content}
    return not own or any(word.stem in own for word in read(theirs) if word.content)


def _names(text: str) -> tuple[Name, ...]:
    """The names in a party; a country or its people may speak through anybody."""
    return tuple(
        name
        for name in reading_names.read(f"Then {text}")
        if name.sure and not geographic(name.text)
    )


def _are_two(one: Name, other: Name, witness: Witness) -> bool:
    """Whether two names surely are two voices."""
    index = witness.index
    if index.names.aliases.same(one.text, other.text) is not False:
        return False
    known = index.named(one.text)
    people = [_is_person(name, witness) for name in (one, other)]
    if all(people):
        return True
    if any(people):
        person, body = (one, other) if people[0] else (other, one)
        text = index.reading.text
        if speaking_for.is_tied(body.text, person.words[-1].lower(), "", text):
            return False
        return not _stands_near(body, person, witness)
    # Two bodies; where the source does not know the one, it may be called otherwise there.
    return bool(known)


def _is_person(name: Name, witness: Witness) -> bool:
    kinds = {name.kind, *(one.kind for one in witness.index.named(name.text))}
    return "person" in kinds


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
