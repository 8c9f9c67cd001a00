"""Quotations in running text: the words, who said them, in what role, and to whom.

A quotation that its attribution interrupts, or that runs over several paragraphs, is one; what
is quoted within it belongs to it. Everything keeps its offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf.language import attribution
from nutgraf.language.attribution import Attribution
from nutgraf.language.marks import Piece, pieces
from nutgraf.language.mentions import Mention, antecedent, can_be, introduced
from nutgraf.language.quoted_page import Page, page_of
from nutgraf.language.signatures import signature

Span = tuple[int, int]
Where = Literal["before", "after", "between", "next line", "carried"]

_BACK = 800  # characters before a quotation in which its attribution is looked for
_AHEAD = 500
_GAP = 300  # characters that an interrupting attribution may have
# Words on paper were said by somebody.
_PAPERS = frozenset(["minutes", "emails", "messages", "transcript", "recording", "memo"])
_I = re.compile(r"I\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text[start:end]` of the text that was read."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as written at the attribution, and by which name.

    `name` is `text` itself, or the nearest fitting name before, which then stands at `resolved`.
    """

    text: str
    start: int
    end: int
    name: str
    resolved: Span | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation. `start` and `end` include its outer marks, `pieces` are what they enclose.

    `words` are the pieces joined by single spaces. `full`: it stands as a sentence of its own;
    otherwise it is a fragment within the writer's sentence, a scare quote or a title. `where`
    says where the attribution stands; None, as `speaker`, where none was found.
    """

    start: int
    end: int
    pieces: tuple[Span, ...]
    words: str
    full: bool
    speaker: Speaker | None = None
    role: Phrase | None = None
    cue: Phrase | None = None
    to: Phrase | None = None
    where: Where | None = None

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where `words[start:end]` stands in the text, one span for each piece it touches."""
        found: list[Span] = []
        at = 0
        for low, high in self.pieces:
            first, last = max(start, at), min(end, at + high - low)
            if first < last:
                found.append((low + first - at, low + last - at))
            at += high - low + 1
        return tuple(found)


def read(text: str) -> tuple[Quoted, ...]:
    """Every quotation of `text`, in order. Never raises; linear in the text."""
    found = pieces(text)
    if not found:
        return ()
    page = page_of(text, found)
    quoted: list[Quoted] = []
    for group, between in _groups(page, found):
        following = _next_start(found, group[-1])
        quoted.append(_quoted(page, group, between, quoted, following))
    return tuple(quoted)


def _next_start(found: Sequence[Piece], last: Piece) -> int | None:
    at = bisect_right(found, last.outer, key=lambda piece: piece.outer)
    return found[at].outer if at < len(found) else None


# --- pieces of one quotation ---------------------------------------------------------------------

_Group = tuple[list[Piece], Attribution | None]


def _groups(page: Page, found: Sequence[Piece]) -> Iterator[_Group]:
    """Pieces that are one quotation, with the attribution that stands between them, if any."""
    group = [found[0]]
    between: Attribution | None = None
    for piece, following in zip(found[1:], [*found[2:], None], strict=False):
        previous = group[-1]
        if previous.continues:
            group.append(piece)
            continue
        gap = _interruption(page, previous, piece, following)
        if gap is not None and (between is None or gap.speaker == between.speaker):
            group.append(piece)
            between = gap
            continue
        yield group, between
        group, between = [piece], None
    yield group, between


def _interruption(
    page: Page, first: Piece, second: Piece, following: Piece | None
) -> Attribution | None:
    """The attribution that stands between two pieces and joins them, or None."""
    start, end = first.outer_end, second.outer
    gap = page.blanked[start:end].strip()
    if not gap or end - start > _GAP or "\n\n" in page.blanked[start:end]:
        return None
    if page.paragraph(first.outer) != page.paragraph(second.outer):
        return None
    if page.text[first.end - 1 : first.end] not in (*",?!…—-–", ".") and gap[0] != ",":
        return None
    found = attribution.after(page.blanked, start, end)
    if found is None or found.speaker is None:
        return None
    if gap[-1] in ",—–-":
        if (
            gap[-1] != ","
            and page.text[second.start].isupper()
            and not _I.match(page.text, second.start)
        ):
            return None  # another quotation, or the same in another language
        if page.frame(start) != page.frame(second.outer):
            return None
        return found if attribution.cues(page.blanked, start, end) == 1 else None
    frame = page.frames[page.frame(start)]
    if gap[-1] != "." or frame[1] > end or page.frame(second.outer) != page.frame(start) + 1:
        return None
    limit = page.frames[page.frame(second.outer)][1]
    if following is not None:
        limit = min(limit, following.outer)
    if attribution.after(page.blanked, second.outer_end, max(limit, second.outer_end)) is not None:
        return None
    return found


# --- one quotation -------------------------------------------------------------------------------


def _quoted(
    page: Page,
    group: Sequence[Piece],
    between: Attribution | None,
    earlier: Sequence[Quoted],
    following: int | None,
) -> Quoted:
    spans = tuple((piece.start, piece.end) for piece in group)
    words = " ".join(page.text[low:high] for low, high in spans)
    full = _is_full(page, group, words)
    bare = Quoted(group[0].outer, group[-1].outer_end, spans, words, full)
    where: Where | None = "between"
    found = between
    if found is None:
        found, where = _around(page, group, following)
    if found is None or found.speaker is None:
        return _carried(page, bare, earlier)
    told = _with(page, bare, found.speaker, found, where)
    return _same_person_goes_on(page, told, earlier)


def _is_full(page: Page, group: Sequence[Piece], words: str) -> bool:
    first = words.lstrip("[(…. '‘\"“*")[:1]
    if len(group) > 1:
        return True
    if words.rstrip("'’\"”")[-1:] not in tuple(".,!?…—–-"):
        return False
    if not (first.isupper() or first.isdigit()) or _is_title(words):
        return False
    return len(words.split()) > 2 or page.frames[page.frame(group[0].outer)][0] == group[0].outer


def _is_title(words: str) -> bool:
    """Whether the words are the title of a work: every long word with a capital."""
    longer = [word for word in words.split() if len(word.strip(".,!?")) > 3]
    few = 2 <= len(words.split()) <= 12
    return few and bool(longer) and all(not word[0].islower() for word in longer)


def _around(
    page: Page, group: Sequence[Piece], following: int | None
) -> tuple[Attribution | None, Where | None]:
    """The attribution of a quotation that none interrupts, and where it stands."""
    first, last = group[0], group[-1]
    frame = page.frames[page.frame(last.outer)]
    limit = max(last.outer_end, frame[1])
    if following is not None:
        limit = min(limit, following)
    limit = min(limit, last.outer_end + _AHEAD)
    alone = page.paragraphs[page.paragraph(last.outer)][1] == last.outer_end
    found = signature(page.blanked, last.outer_end, alone=alone)
    if found is not None:
        return found, "next line"
    found = attribution.after(page.blanked, last.outer_end, limit)
    if found is not None:
        return _not_its_paper(page, found, first) or (found, "after")
    start = max(page.frames[page.frame(first.outer)][0], first.outer - _BACK)
    found = attribution.before(page.blanked, start, first.outer, direct=True)
    if found is None and page.blanked[start : first.outer].strip() == "":
        found = _colon_before(page, start)
    if found is not None:
        return found, "before"
    ending = min(max(last.outer_end, frame[1]), last.outer_end + _AHEAD)
    found = attribution.trailing(page.blanked, last.outer_end, ending)
    if found is not None:
        return found, "after"
    found = attribution.before(page.blanked, start, first.outer, direct=False)
    return found, "before" if found is not None else None


def _not_its_paper(
    page: Page, found: Attribution, first: Piece
) -> tuple[Attribution, Where] | None:
    """Of `Ann Lee had warned of “…,” according to minutes` the speaker is Ann Lee."""
    if found.cue is None or found.speaker is None:
        return None
    words = page.blanked[slice(*found.speaker)].lower().split()
    if not page.blanked[found.cue[0] :].startswith("according") or not _PAPERS & set(words):
        return None
    start = max(page.frames[page.frame(first.outer)][0], first.outer - _BACK)
    told = attribution.before(page.blanked, start, first.outer, direct=False)
    if told is None or told.speaker is None:
        return None
    named = page.blanked[slice(*told.speaker)].split()
    return (told, "before") if len(named) > 1 and named[-1][:1].isupper() else None


def _colon_before(page: Page, start: int) -> Attribution | None:
    """The sentence before, when it ends with a colon."""
    at = page.frame(start) - 1
    if at < 0:
        return None
    low, high = page.frames[at]
    low = max(low, high - _BACK)
    if page.blanked[high - 1] != ":":
        return None
    return attribution.before(page.blanked, low, high, direct=True) or attribution.before(
        page.blanked, low, high, direct=False
    )


# --- speakers ------------------------------------------------------------------------------------


def _with(
    page: Page,
    quoted: Quoted,
    span: Span,
    found: Attribution,
    where: Where | None,
) -> Quoted:
    speaker, mention = _speaker(page, span)
    role = _phrase(page, found.role)
    if role is None and mention is not None:
        role = _role_at(page, mention)
    return replace(
        quoted,
        speaker=speaker,
        role=role,
        cue=_phrase(page, found.cue),
        to=_phrase(page, found.to),
        where=where,
    )


def _phrase(page: Page, span: Span | None) -> Phrase | None:
    return None if span is None else Phrase(page.text[span[0] : span[1]], *span)


def _speaker(page: Page, span: Span) -> tuple[Speaker, Mention | None]:
    """The speaker as written and by name, and the mention before that gives the name, if any."""
    text = page.text[span[0] : span[1]]
    if text.lower() in ("he", "she"):
        mention = antecedent(page.people, span[0], text.lower())
    else:
        mention = introduced(page.people, span[0], text)
    if mention is None:
        return Speaker(text, *span, text), None
    return Speaker(text, *span, mention.name, (mention.start, mention.end)), mention


def _role_at(page: Page, mention: Mention) -> Phrase | None:
    """The role that stands at the fullest mention of a person: `Ann Lee, a judge,`."""
    start, end = mention.full
    low = max(0, start - 80, page.frames[page.frame(start)][0])
    high = min(end + 160, page.frames[page.frame(start)][1])
    return _phrase(page, attribution.role_of(page.blanked, (low, high), (start, end)))


def _goes_on(page: Page, before: Quoted, quoted: Quoted) -> bool:
    """Whether one paragraph holds both, at most a sentence apart that names nobody else."""
    if page.paragraph(before.start) != page.paragraph(quoted.start):
        return False
    here = page.frame(quoted.start)
    apart = here - page.frame(before.end - 1)
    if apart > 2 or page.frames[here][0] != quoted.start:
        return False
    low = max(before.end, 0 if before.speaker is None else before.speaker.end)
    at = bisect_right(page.people, low, key=lambda mention: mention.start)
    return at == len(page.people) or page.people[at].start >= quoted.start


def _same_person_goes_on(page: Page, quoted: Quoted, earlier: Sequence[Quoted]) -> Quoted:
    """Of `“…,” said Ann Lee. “…,” she added.` both are Ann Lee's: nobody else is named between."""
    before = earlier[-1] if earlier else None
    speaker = quoted.speaker
    if before is None or before.speaker is None or speaker is None:
        return quoted
    pronoun = speaker.text.lower()
    if pronoun not in ("he", "she") or " " not in before.speaker.name:
        return quoted
    if page.paragraph(before.start) != page.paragraph(quoted.start):
        return quoted
    at = bisect_right(page.people, before.speaker.end, key=lambda mention: mention.start)
    between = at < len(page.people) and page.people[at].start < speaker.start
    if between or not can_be(before.speaker.name, pronoun):
        return quoted
    role = quoted.role or before.role
    return replace(quoted, speaker=replace(speaker, name=before.speaker.name), role=role)


def _carried(page: Page, quoted: Quoted, earlier: Sequence[Quoted]) -> Quoted:
    """The speaker of the quotation before, when both stand in one paragraph."""
    if not quoted.full or not earlier or earlier[-1].speaker is None:
        return quoted
    before = earlier[-1]
    if not _goes_on(page, before, quoted):
        return quoted
    return replace(
        quoted,
        speaker=before.speaker,
        role=before.role,
        cue=before.cue,
        to=before.to,
        where="carried",
    )
