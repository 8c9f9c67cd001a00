"""Where a sentence of a brief speaks of a party of a source, faults it, or lets it speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.responses import GENERIC, PARTY_WORDS, Party
from nutgraf.language.accusing import Accusation
from nutgraf.language.acronyms import abbreviates
from nutgraf.language.answering import answering
from nutgraf.language.common_words import is_common
from nutgraf.language.marks import pieces
from nutgraf.language.no_comment import NoComment, no_comments
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.roles import ROLES
from nutgraf.language.speakers import same_name
from nutgraf.language.voices import voices

Span = tuple[int, int]

_NEAR = 90  # characters between an accusation and whom it is against
_ACRONYM = re.compile(r"\b[A-Z][A-Z&.]{1,6}\b")
_PASSIVE = re.compile(r"(?i)\b(?:was|were|been|be|is|are|being|got|face[sd]?)(?: \w+){0,2} $")
# What stands behind these does not do what the verb tells.
_OBLIQUE = re.compile(
    r"(?i)\b(?:with|to|from|of|for|against|in|at|by|about|between|under)(?: the)? $"
)
_CHARGING = re.compile(r"(?i)(?:accus|alleg|blam|complain)")
# `three families have sued`: whom, the rest of the sentence tells.
_SUED_NOBODY = re.compile(r"(?i)(?:sued|suing|complained)(?=[.,;!?]|$)")
_ANAPHOR = re.compile(r"\W*(?:He|She|It|They|Both|The [a-z]+)\b")
_SAYS_NEXT = re.compile(
    r"(?: (?:also|has|have|had|later|then|\w+ly))*"
    r" (?:says?|said|states?|stated|told|wrote|writes|announced|explained|argued|acknowledged"
    r"|admitted|maintains?|maintained|insisted|insists)\b"
)
# `Treasury Secretary Ann Lee` is somebody else than the Treasury.
_TITLE = re.compile(r" (?:" + "|".join(word.capitalize() for word in sorted(ROLES)) + r")\b")
_WRONG_OF = re.compile(
    r"(?i)(?:['’]s? | (?:\w+ly )?(?:is|was|were|are|has been|had been) )(?:\w+[ -]){0,3}$"
)
_NEW_SUBJECT = re.compile(r"[;:—–()]|, (?:and|but|while)\b|\b(?:that|while|but)\b")


@once
def mentions(index: Index, text: str, party: Party) -> tuple[Span, ...]:
    """Where a text speaks of a party: by a name, a surname, an acronym, or a noun for it."""
    pattern = _pattern(index, party)
    found = set() if pattern is None else {one.span() for one in pattern.finditer(text)}
    found = {span for span in found if not _TITLE.match(text, span[1])}
    for acronym in _ACRONYM.finditer(text):
        if _spells(acronym[0], party.names):
            found.add(acronym.span())
    return tuple(sorted(found))


def generic_mentions(text: str, party: Party) -> tuple[Span, ...]:
    """Where a text may speak of a party as `the company`."""
    words = "|".join(sorted(party.words & GENERIC) or (["company", "firm"] if party.names else []))
    if not words:
        return ()
    found = re.finditer(rf"(?i)\b(?:the|its|their) (?:[\w-]+ )?(?:{words})\b|\bcompany\b", text)
    return tuple(one.span() for one in found)


@lru_cache(maxsize=1024)
def _spells(acronym: str, names: tuple[str, ...]) -> bool:
    return any(len(name.split()) > 1 and abbreviates(acronym, name) for name in names)


@once
def _pattern(index: Index, party: Party) -> re.Pattern[str] | None:
    """Every form in which a text may speak of a party, the longest first."""
    forms = sorted(_forms(index, party), key=lambda form: (-len(form), form))
    # The first letter stands before what must not precede it: `re` looks for letters quickly.
    parts = [rf"{re.escape(form[0])}(?<!\w.){re.escape(form[1:])}(?!\w)" for form in forms if form]
    for word in sorted(party.words - GENERIC):
        if word == "police":
            parts.append(r"(?i:\bpolice\b)")
        else:
            parts += [rf"(?i:\b(?:the|a|its|their|city) (?:[\w-]+ ){{0,3}}?{word}\b)"]
            parts += [rf"\b{word.capitalize()}\b"]
    return re.compile("|".join(parts)) if parts else None


@once
def _forms(index: Index, party: Party) -> frozenset[str]:
    """The names of a party, their other names in the source, and their telling parts."""
    forms: set[str] = set()
    for name in party.names:
        person = any(known.kind == "person" for known in index.named(name))
        for one in {name, *(known.text for known in index.named(name))}:
            parts = one.split()
            forms.add(one)
            if len(parts) > 1:
                forms.update([parts[-1]] if person else _short(parts))
    return frozenset(form for form in forms if len(form) > 1)


def _short(parts: Sequence[str]) -> Iterator[str]:
    """`Homeland Security` of the Department of it, `Acme` of Acme Holdings."""
    if "of" in parts[1:-1]:
        yield " ".join(parts[parts.index("of") + 1 :]).removeprefix("the ")
    last = parts[-1].lower()
    if last in PARTY_WORDS or len(last) < 4:
        yield " ".join(parts[:-1])
    if not is_common(parts[0].lower()) and len(parts[0]) > 3:
        yield parts[0]


@lru_cache(maxsize=512)
def own_words(text: str) -> str:
    """A sentence in which what stands inside quotation marks is blanked."""
    flat = list(text)
    for piece in pieces(text):
        flat[piece.start : piece.end] = BLANK * (piece.end - piece.start)
    return "".join(flat)


@lru_cache(maxsize=512)
def _silences(own: str) -> tuple[NoComment, ...]:
    return no_comments(own, ((0, len(own)),))


def is_faulted(text: str, accusation: Accusation, where: Sequence[Span]) -> bool:
    """Whether an accusation of a sentence is of a party that stands `where` in it."""
    return any(_is_target(text, accusation, span) for span in where)


def is_accuser(text: str, several: Sequence[Accusation], where: Sequence[Span]) -> bool:
    """Whether a party that stands `where` in a sentence is the one that accuses there."""
    return any(
        one.sort in ("accused", "against")
        and 0 <= one.start - end < _NEAR
        and not text[: one.end].endswith("ing")
        and not _NEW_SUBJECT.search(text[end : one.start])
        and not _PASSIVE.search(text[: one.start])
        and not _OBLIQUE.search(text[:start])
        and not any(end < other < one.start for other, _ in where)
        for one in several
        for start, end in where
    )


def _is_target(text: str, one: Accusation, party: Span) -> bool:
    if one.start <= party[0] < one.end:
        return True
    if party[0] >= one.end:
        between = text[one.end : party[0]]
        if len(between) > _NEAR or _NEW_SUBJECT.search(between):
            return False
        if one.sort == "against":
            return True
        if one.sort == "accused":
            passive = _PASSIVE.search(text[: one.start]) is not None
            return not passive and not between.lstrip().lower().startswith(("by ", "that "))
        return re.fullmatch(r"(?i) (?:\w+ )?(?:by|at) (?:the )?", between) is not None
    between = text[party[1] : one.start]
    if _SUED_NOBODY.match(text, one.start):
        return len(between) <= _NEAR
    if len(between) > _NEAR or re.search(r"[;:—–]", between):
        return False
    oblique = _OBLIQUE.search(text[: party[0]]) is not None
    if one.sort == "accused":
        return _PASSIVE.search(text[: one.start]) is not None and not oblique
    if one.sort == "against":
        return False
    if one.sort == "did":
        passive = re.search(r"(?i)\b(?:was|were|been|be|being) $", text[: one.start]) is not None
        return not oblique and not passive
    return _WRONG_OF.match(between) is not None


def speaks(told: Told, earlier: Sequence[Told], party: Party, index: Index) -> bool:
    """Whether a sentence lets a party speak: quotes it, gives its words, or says it did not."""
    text = told.text
    if told.quotation is not None:
        block = told.quotation
        said_by = f"{block.speaker}, {block.speaker_role}"
        if any(same_name(block.speaker, name) for name in party.names if block.speaker):
            return True
        return bool(mentions(index, said_by, party))
    own = own_words(text)
    where = [*mentions(index, own, party), *generic_mentions(own, party)]
    before = any(mentions(index, other.text, party) for other in earlier)
    parties = [
        one.party
        for one in voices(own)
        if one.party is not None and not _CHARGING.match(own, one.start)
    ]
    parties += [one.party for one in _silences(own)]
    for low, high in parties:
        if any(low <= start < high for start, _ in where):
            return True
        if before and own[low:high].strip().lower() in ("he", "she", "it", "they"):
            return True
    if any(_SAYS_NEXT.match(own, end) for _, end in where):
        return True
    if before and _ANAPHOR.match(own):
        where.append((0, 1))
    return any(start < cue.start for cue in answering(own) for start, _ in where)


def answers_plainly(told: Told) -> bool:
    """Whether a sentence tells of a denial, a defence, or of silence, whatever it is about."""
    own = own_words(told.text)
    return bool(answering(own)) or bool(_silences(own))
