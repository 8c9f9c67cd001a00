"""The quotations of a pack: each once, with who says it, as what, to whom, and who carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nutgraf.evidence.frames.reference import is_person
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.evidence.titles_told import TitleTold, person_of, same_person, titles_told
from nutgraf.language import furniture
from nutgraf.language.quotations import Quoted
from nutgraf.language.typography import small_letters

# A few words within the writer's sentence are a phrase that is quoted, no quotation.
_FEWEST = 4
_PRONOUN = re.compile(r"(?:he|she|they|it|who|we|i|this|that)\b", re.IGNORECASE)
_THE = re.compile(r"the\s+", re.IGNORECASE)
_OWNED = re.compile(r"[\w-]+(?:['’]s|s['’])\s")
_BROKEN_OFF = re.compile(r"\b(?:of|for|at|in|from|the|and)$", re.IGNORECASE)
_MARKS = " \t\n\"'“‘«„"
# `Brandt & Sons` is one name.
_FIRM = re.compile(r"(?:[A-Z][\w.’'-]* ){1,3}& \Z")
_NEAR = 40  # characters
_DOTS = re.compile(r"…|\. ?\. ?\.")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A source that carries a quotation: `span` is all of it, marks included, in its body.

    `sentence` is what stands around it there, `speaker` who says it there, or an empty text.
    """

    source: str
    span: Span
    sentence: Span
    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation. `words` are those of the first carrier, as they stand between its marks.

    `speaker` is the fullest name that a carrier gives, or an empty text where none names one;
    `role` and `to` are as its carrier writes them, or empty. `full`: it is a sentence of its own.
    `carriers` carry these very words, case and typography aside. `speakers` are several where the
    carriers say that different people said it; then `speaker` is the first carrier's.
    """

    words: str
    full: bool
    speaker: str
    role: str
    to: str
    carriers: tuple[Carrier, ...]
    speakers: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.source for one in self.carriers))


@dataclass(frozen=True, slots=True)
class _Found:
    source: ReadSource
    quoted: Quoted
    folded: str
    speaker: str
    role: str
    to: str


def said(pack: Pack) -> tuple[Said, ...]:
    """Every quotation of the sources, in the order of the pack; page furniture says nothing.

    Of two that overlap, one being a part of the other, the longer one is told. Scare quotes,
    titles of works and phrases of fewer than four words are no quotations.
    """
    found = [one for source in pack for one in _read(source)]
    longest = sorted(found, key=lambda one: -len(one.folded))
    groups: list[list[_Found]] = []
    for one in longest:
        same = next((group for group in groups if group[0].folded == one.folded), None)
        if same is not None:
            same.append(one)
        elif not any(_is_part(one, group[0]) and _agree(one, group[0]) for group in groups):
            groups.append([one])
    place = {id(one): at for at, one in enumerate(found)}
    for group in groups:
        group.sort(key=lambda one: place[id(one)])
    groups.sort(key=lambda group: place[id(group[0])])
    return tuple(_merged(group) for group in groups)


def called(source: ReadSource, quoted: Quoted) -> tuple[str, str]:
    """Who says a quotation of a source, and what the source calls them; each may be empty."""
    speaker = _speaker(source.index, quoted)
    role = quoted.role.text if quoted.role and speaker else ""
    return speaker, _tidy(role or _title_of(source, speaker, quoted))


def _read(source: ReadSource) -> Iterator[_Found]:
    reading = source.index.reading
    skipped = source.furniture
    for quoted in reading.quotations:
        if furniture.covers(skipped, quoted.start, quoted.end):
            continue
        if not quoted.full and len(quoted.words.split()) < _FEWEST:
            continue
        if quoted.speaker is None and not quoted.full:
            continue  # nobody is said to have said it
        speaker, role = called(source, quoted)
        yield _Found(
            source,
            quoted,
            _fold(quoted.words),
            speaker,
            role,
            _tidy(quoted.to.text) if quoted.to else "",
        )


def _speaker(index: Index, quoted: Quoted) -> str:
    """Who says it by name; `it` is the body with whose name the sentence before begins."""
    if quoted.speaker is None:
        return ""
    name = quoted.speaker.name
    if name.lower() == "it":
        return _body_before(index, quoted.start)
    if _BROKEN_OFF.search(name):
        return _only_person(index, quoted)
    if _PRONOUN.fullmatch(name):
        return ""
    text = index.reading.text
    start = quoted.speaker.start
    firm = _FIRM.search(text, max(0, start - _NEAR), start)
    return _tidy(f"{firm[0]}{name}" if firm and name == quoted.speaker.text else name)


def _only_person(index: Index, quoted: Quoted) -> str:
    """The one person whom the sentence of a quotation names before it."""
    reading = index.reading
    low = reading.sentences[reading.sentence_at(quoted.start)][0]
    named = {
        _tidy(one.text)
        for one in reading.names
        if low <= one.start < quoted.start
        and one.kind in ("person", "unknown")
        and is_person(one, index) is not False
        and len(one.words) > 1
    }
    return named.pop() if len(named) == 1 else ""


def _body_before(index: Index, at: int) -> str:
    reading = index.reading
    number = reading.sentence_at(at)
    if not number:
        return ""
    low, high = reading.sentences[number - 1]
    if "\n" in reading.text[high:at]:
        return ""  # of another paragraph
    lead = _THE.match(reading.text, low)
    start = low if lead is None else lead.end()
    named = (one for one in reading.names if one.start == start and one.end <= high)
    return next((_tidy(one.text) for one in named if not is_person(one, index)), "")


def _title_of(source: ReadSource, speaker: str, quoted: Quoted) -> str:
    """What the source calls the speaker elsewhere, the nearest place before the quotation first."""
    person = person_of(speaker) if speaker else ()
    if not person:
        return ""
    own = [one for one in titles_told(source.index.reading) if same_person(one.person, person)]
    own = [one for one in own if not furniture.covers(source.furniture, *one.span)]
    before = [one for one in own if one.span[0] < quoted.start]
    chosen = before[-1] if before else (own[0] if own else None)
    return _words_of(source, chosen) if chosen else ""


def _words_of(source: ReadSource, told: TitleTold) -> str:
    """The title as written; of `the club's owner` the article belongs to the club."""
    text = source.index.reading.text
    words = text[slice(*told.span)]
    lead = text[max(0, told.span[0] - 4) : told.span[0]].lower()
    return f"the {words}" if _OWNED.match(words) and lead == "the " else words


def _merged(group: Sequence[_Found]) -> Said:
    first = group[0]
    named = [one for one in group if one.speaker]
    best = max(named, key=lambda one: (len(one.speaker.split()), bool(one.role)), default=first)
    if named and not _same_speaker(best.speaker, named[0].speaker):
        best = next((one for one in named if _describes(named[0].speaker, one)), named[0])
    with_role = (
        best
        if best.role
        else next(
            (one for one in named if one.role and _same_speaker(one.speaker, best.speaker)), best
        )
    )
    speakers: list[str] = []
    for one in named:
        if one is not best and _describes(one.speaker, best):
            continue  # `the mayor`, where another source has the mayor's name
        if not any(_same_speaker(one.speaker, other) for other in speakers):
            speakers.append(one.speaker)
    return Said(
        words=_tidy(_joined(first)),
        full=any(one.quoted.full for one in group),
        speaker=best.speaker,
        role=with_role.role,
        to=next((one.to for one in group if one.to), ""),
        carriers=tuple(map(_carrier, group)),
        speakers=tuple(speakers),
    )


def _joined(one: _Found) -> str:
    """The words of all pieces; in `“It sank,” she said. “It was old.”` the comma is not hers."""
    text = one.source.index.reading.text
    pieces = one.quoted.pieces
    found = [text[slice(*piece)].strip() for piece in pieces]
    for at, (piece, following) in enumerate(pairwise(pieces)):
        between = text[piece[1] : following[0]].rstrip(_MARKS)
        if found[at].endswith(",") and between.endswith("."):
            found[at] = f"{found[at][:-1]}."
    return " ".join(found)


def _carrier(one: _Found) -> Carrier:
    reading = one.source.index.reading
    at = reading.sentence_at(one.quoted.start)
    last = reading.sentence_at(max(one.quoted.start, one.quoted.end - 1))
    sentence = reading.sentences[at][0], reading.sentences[last][1]
    span = one.quoted.start, one.quoted.end
    return Carrier(one.source.source.id, span, sentence, one.quoted.words, one.speaker)


def passage(carrier: Carrier) -> SourceSpan:
    """Where a carrier has the quotation."""
    return SourceSpan(carrier.source, *carrier.span)


def _is_part(one: _Found, whole: _Found) -> bool:
    """Whether a quotation is a part of another one, or what was left of it between dots."""
    at = 0
    for part in _DOTS.split(one.quoted.words):
        folded = _fold(part)
        at = whole.folded.find(folded, at)
        if at < 0:
            return False
        at += len(folded)
    return True


def _agree(one: _Found, other: _Found) -> bool:
    """Whether a part of a quotation is said by who says the whole of it."""
    return not one.speaker or not other.speaker or _same_speaker(one.speaker, other.speaker)


def _describes(words: str, named: _Found) -> bool:
    """Whether a speaker without a name is the office of one with a name."""
    office = _THE.sub("", words, count=1).split()
    if not office or any(not word.islower() for word in office) or not named.role:
        return False
    return set(office) <= set(small_letters(named.role).split())


@cache
def _same_speaker(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    first, second = person_of(one), person_of(other)
    return bool(first and second) and same_person(first, second)


def _fold(text: str) -> str:
    return "".join(_WORD.findall(small_letters(text)))


def _tidy(text: str) -> str:
    return " ".join(text.split())
