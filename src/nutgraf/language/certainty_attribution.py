"""Where a claim leaves out who says a thing, or gives it to another party."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nutgraf.language import names
from nutgraf.language.acronyms import abbreviates
from nutgraf.language.certainty import Cue
from nutgraf.language.certainty_alignment import Side
from nutgraf.language.certainty_difference import Difference, Weight, difference
from nutgraf.language.roles import GROUPS
from nutgraf.language.stems import stem

SameParty = Callable[[str, str], bool | None]


def attributions(ours: Side, theirs: Side, same_party: SameParty | None) -> Iterator[Difference]:
    """The party left out, or another one named."""
    mine = ours.read.of("attribution")
    for there in theirs.read.of("attribution"):
        shared = _covered(ours, theirs, there)
        if not shared:
            continue
        if mine:
            shifted = _shifted(ours, mine, theirs, there, same_party)
            if shifted is not None:
                yield shifted
        elif _says_what_it_wants(ours, theirs):
            continue
        elif there.party is not None and not _names_party(ours, theirs, there):
            weight: Weight = "clear" if there.note == "contested" else "slight"
            span = (ours.words[shared[0]].start, ours.words[shared[-1]].end)
            yield difference(
                "attribution dropped",
                weight,
                (ours, span),
                (
                    theirs,
                    (there.party[0], there.end)
                    if there.party[0] < there.end
                    else (there.start, there.party[1]),
                ),
            )


_WANTS_TEXT = """
hope plan expect aim intend want promise vow pledge commit
"""
_WANTS = frozenset(stem(verb) for verb in _WANTS_TEXT.split())


def _says_what_it_wants(ours: Side, theirs: Side) -> bool:
    """Whether both tell of a hope or a plan: whose it is, is who says so."""
    return bool(_WANTS & ours.stems() & theirs.stems())


def _covered(ours: Side, theirs: Side, there: Cue) -> list[int]:
    """The words of the claim that the passage says in what `there` attributes, if most are."""
    said = {theirs.words[j].stem for j in range(*there.reach) if theirs.words[j].content}
    shared = [i for i in ours.content if ours.words[i].stem in said]
    return shared if 2 * len(shared) >= len(ours.content) and len(shared) > 1 else []


def _party_stems(one: Side, cue: Cue) -> frozenset[str]:
    if cue.party is None:
        return frozenset()
    low, high = cue.party
    return frozenset(w.stem for w in one.words if low <= w.start and w.end <= high and w.content)


def _names_party(ours: Side, theirs: Side, there: Cue) -> bool:
    """Whether the claim has the party in it in another way, or softens what it says."""
    party = _party_stems(theirs, there)
    return not party or bool(party & ours.stems()) or bool(ours.read.of("hedge"))


def _shifted(
    ours: Side, mine: tuple[Cue, ...], theirs: Side, there: Cue, same_party: SameParty | None
) -> Difference | None:
    party = _party_stems(theirs, there)
    for cue in mine:
        own = _party_stems(ours, cue)
        if not own or not party or own & party or cue.party is None or there.party is None:
            return None
        if _covered(theirs, ours, cue) == [] and len(mine) > 1:
            return None
        if same_party is not None:
            texts = ours.read.text[slice(*cue.party)], theirs.read.text[slice(*there.party)]
            if same_party(*texts) is not False:
                return None
    cue = mine[0]
    if cue.party is None or there.party is None:
        return None
    parties = ours.read.text[slice(*cue.party)], theirs.read.text[slice(*there.party)]
    if abbreviates(*(_without_article(one) for one in sorted(parties, key=len))):
        return None
    weight: Weight = "clear" if _are_two(*parties, theirs) else "slight"
    return difference("attribution shifted", weight, (ours, cue.party), (theirs, there.party))


def _without_article(party: str) -> str:
    return party[4:] if party.lower().startswith("the ") else party


def _are_two(claimed: str, stated: str, theirs: Side) -> bool:
    """Whether the claim names another party of the passage, surely not the one that says it.

    Only like is told from like: two groups (`campaigners`, `officers`), or two persons by name. A
    body may speak through a person, and a role be a person's.
    """
    own, party = claimed.split(), stated.split()
    if not own or not party or not {stem(word.lower()) for word in own[-1:]} & theirs.stems():
        return False
    if _is_group(own) and _is_group(party):
        return True
    persons = {name.text for name in names.read(theirs.read.text) if name.kind == "person"}
    return all(any(one.endswith(name) for name in persons) for one in (claimed, stated))


def _is_group(words: Sequence[str]) -> bool:
    """`officers`, `the campaigners`: a plural of people, of whom nothing else is said."""
    plain = [word.lower() for word in words if word.lower() not in ("the", "some", "many", "most")]
    return len(plain) == 1 and plain[0] in GROUPS and plain[0].endswith("s")
