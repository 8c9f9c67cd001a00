"""Where a claim leaves out who says a thing, or gives it to another party."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nutgraf.language.certainty import Cue
from nutgraf.language.certainty_alignment import Side
from nutgraf.language.certainty_difference import Difference, Weight, difference

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


def _covered(ours: Side, theirs: Side, there: Cue) -> list[int]:
    """The words of the claim that the passage says in what `there` attributes, if most are."""
    said = {theirs.words[j].stem for j in range(*there.reach) if theirs.words[j].content}
    shared = [i for i in ours.company if ours.words[i].stem in said]
    return shared if 2 * len(shared) >= len(ours.company) and len(shared) > 1 else []


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
    weight: Weight = "slight"
    return difference("attribution shifted", weight, (ours, cue.party), (theirs, there.party))
