"""What persons have said of the statements of a brief, and what of it still holds.

A word holds on to the bare words of its statement and of the passages it rests on: an edit
elsewhere in a source, a comma or a quotation mark of another kind does not reopen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from nutgraf.checks.record import Given
from nutgraf.language.bare import bare, bare_hash, holds
from nutgraf.model import Claim, Matter, MatterState, Stale, Verification

Body = Callable[[str], str | None]
"""The text of the source of an id, None where there is none."""

# How like each other two wordings must be (0 to 100) for one to be the other, changed.
LIKE = 75.0
_MARGIN = 60  # characters around what is most like a passage, for words that were added to it
_WORD = re.compile(r"\S+")


def signed(
    matters: Sequence[Matter], known: Iterable[str], given: Given, body: Body
) -> list[Matter]:
    """The matters with what was said of them; `known` are path and hash of every statement.

    Verifications of words that are no longer there are those of the matter of the same file that
    is most like them, if one is: then it is stale.
    """
    by_words = _by_words(given.verifications)
    found = []
    for matter in matters:
        said = by_words.get((matter.place.path, matter.hash), ())
        found.append(_with(matter, said, given, body) if said else matter)
    there = set(known) | {
        f"{path}\0{one}" for path, hashes in given.elsewhere.items() for one in hashes
    }
    lost = {key: said for key, said in by_words.items() if "\0".join(key) not in there}
    return _with_lost(found, lost, by_words)


def standing(said: Iterable[Verification]) -> tuple[Verification, ...]:
    """What stands of all that was said of one statement: the last word of each person, in order.

    What was undone is gone, and the word before it counts again; one told twice is one.
    """
    every = tuple(dict.fromkeys(said))
    undone = {(word.undoes, word.whose or word.by) for word in every if word.said == "undone"}
    kept = [word for word in every if word.said != "undone" and (word.at, word.by) not in undone]
    kept.sort(key=lambda word: (word.moment, word.by))
    last = {word.by: word for word in kept}
    return tuple(word for word in kept if last[word.by] is word)


def is_author(by: str, authors: Iterable[str]) -> bool:
    """Whether who gave their word is one of the authors, by name or by address."""
    name, address = _parted(by)
    for author in authors:
        other, at = _parted(author)
        if (name and name == other) or (address and address == at):
            return True
    return False


def _parted(person: str) -> tuple[str, str]:
    """`Ines Varga <ines@harbour.example>` as name and address, small."""
    name, _, address = person.partition("<")
    return " ".join(name.casefold().split()), address.strip(" >").casefold()


def _by_words(given: Iterable[Verification]) -> dict[tuple[str, str], list[Verification]]:
    found: dict[tuple[str, str], list[Verification]] = {}
    for word in given:
        found.setdefault((word.path, bare_hash(word.words)), []).append(word)
    return found


def _with(matter: Matter, every: Iterable[Verification], given: Given, body: Body) -> Matter:
    said = standing(every)
    if not said:
        return matter
    last = said[-1]
    if last.said == "query":
        return replace(matter, said=said, state="query")
    answers = [one for one in said if one.said != "query"]
    stale = {one: found for one in answers if (found := _moved(one, body)) is not None}
    good = [one for one in answers if one not in stale]
    if not good:
        return replace(matter, said=said, state="stale", stale=stale[last])
    authors = given.authors.get(matter.place.path, ())
    if given.second_reader and all(is_author(one.by, authors) for one in good):
        return replace(matter, said=said, state="author only")
    state: MatterState = "stet" if good[-1].said == "stet" else "verified"
    return replace(matter, said=said, state=state)


# --- passages that have changed ------------------------------------------------------------------


def _moved(word: Verification, body: Body) -> Stale | None:
    """The first passage that its source no longer has, and what is there instead."""
    for held in word.passages:
        text = body(held.source)
        if text is None:
            return Stale(held.text, "", held.source, word)
        if not holds(text, held.text):
            return Stale(held.text, _nearest(text, held.text), held.source, word)
    return None


def _nearest(text: str, passage: str) -> str:
    """What of `text` is most like a passage, in whole words; empty where nothing is."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - seldom needed

    found = partial_ratio_alignment(passage, text, score_cutoff=LIKE)
    if found is None:
        return ""
    low, high = max(0, found.dest_start - _MARGIN), found.dest_end + _MARGIN
    theirs = [(low + one.start(), low + one.end()) for one in _WORD.finditer(text[low:high])]
    ours = [one[0] for one in _WORD.finditer(passage)]
    alike = SequenceMatcher(None, ours, [text[a:b] for a, b in theirs], autojunk=False)
    blocks = [one for one in alike.get_matching_blocks() if one.size]
    if not blocks:
        return text[found.dest_start : found.dest_end]
    first = max(0, blocks[0].b - blocks[0].a)
    last = blocks[-1].b + len(ours) - blocks[-1].a - 1
    return text[theirs[first][0] : theirs[min(last, len(theirs) - 1)][1]]


# --- words that have changed ---------------------------------------------------------------------


def _with_lost(
    matters: list[Matter],
    lost: Mapping[tuple[str, str], Sequence[Verification]],
    by_words: Mapping[tuple[str, str], Sequence[Verification]],
) -> list[Matter]:
    """Gives what was verified in words that are gone to the matter that they have become."""
    replaced = {
        (path, word.instead)
        for (path, _), said in by_words.items()
        for word in standing(said)
        if word.instead
    }
    words = {
        key: said[-1]
        for key, every in lost.items()
        if key not in replaced and (said := standing(every)) and said[-1].said != "query"
    }
    if not words:
        return matters
    taken: set[int] = set()
    given: set[tuple[str, str]] = set()
    for _, at, key in sorted(_pairs(matters, words), key=lambda one: (-one[0], one[1])):
        if at in taken or key in given:
            continue
        taken.add(at)
        given.add(key)
        word = words[key]
        stale = Stale(word.words, matters[at].text, "", word)
        matters[at] = replace(matters[at], state="stale", stale=stale, said=(word,))
    return matters


def _pairs(
    matters: Sequence[Matter], words: Mapping[tuple[str, str], Verification]
) -> Iterator[tuple[float, int, tuple[str, str]]]:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - seldom needed

    for key, word in words.items():
        was = bare(word.words)
        for at, matter in enumerate(matters):
            if matter.said or matter.place.path != key[0]:
                continue
            score = ratio(was, bare(matter.text), score_cutoff=LIKE)
            if score >= LIKE:
                yield score, at, key


# --- what holds of it for the claims -------------------------------------------------------------


def with_words(claims: Iterable[Claim], matters: Iterable[Matter]) -> tuple[Claim, ...]:
    """The claims of statements that a person has verified, with that word."""
    words = {
        claim: matter.said[-1]
        for matter in matters
        if matter.state == "verified"
        for claim in matter.claims
    }
    return tuple(
        replace(claim, verified=words[claim.id]) if claim.id in words else claim for claim in claims
    )
