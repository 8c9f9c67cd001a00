"""What has become of the pages that a brief rests on, and which of its claims lose their ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.figures_said import own_figures
from nutgraf.checks.heard import Heard
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.drift.change import Change, Drift, Span, gravest
from nutgraf.evidence.drift.compare import PageText, captured_page, compare
from nutgraf.evidence.drift.passages import key_of, page_of
from nutgraf.evidence.index import Index
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import ReadSource
from nutgraf.language import figures, stems
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare as compare_figures
from nutgraf.language.near_words import neighbours
from nutgraf.model import Evidence, FileText, Look, Place


@dataclass(frozen=True)
class Drifted:
    """A source whose page is another one now, with both texts as read."""

    read: ReadSource
    look: Look
    drift: Drift
    later: Index

    def old_words(self, change: Change) -> Evidence:
        """The captured words, in the sentence that has them where they are few."""
        return self.read.evidence(*change.before)

    def new_words(self, change: Change) -> Evidence | None:
        """The sentence that stands there now, in the later text; None where none does."""
        span = change.new_passage
        if span is None:
            return None
        at = self.look.body
        day = self.look.when.date().isoformat()
        place = self.look.file.place(at + span[0], at + span[1])
        return Evidence(f"{self.read.source.id} on {day}", self.look.text[slice(*span)], place)


@dataclass(frozen=True)
class Loss:
    """Words of the brief whose ground was changed, and how.

    `elsewhere` are the other sources of the pack that still carry it. Where it is not `sure`, the
    page has other words for some of the brief's, and may mean the same.
    """

    place: Place
    source: str
    change: Change
    claim: str | None
    said: str
    elsewhere: tuple[str, ...] = ()
    sure: bool = True


def drifted_sources(case: Case) -> Iterator[Drifted]:
    """The sources of the pack of which a later text is kept."""
    for key, look in case.record.looks.items():
        read = case.pack.sources.get(key)
        if read is None or look.outcome != "changed":
            continue
        source = read.source
        drift = compare(captured_page(source), PageText(look.text, look.title))
        front = replace(source.front, body=look.body)
        later = read.indexer(replace(source, file=_without_notices(look, drift), front=front))
        yield Drifted(read, look, drift, later)


def _without_notices(look: Look, drift: Drift) -> FileText:
    """The later text with blanks for what tells of its own faults: it repeats what was wrong."""
    text = look.file.text
    for change in drift.changes:
        if change.kind == "notice":
            low, high = (look.body + at for at in change.after)
            text = f"{text[:low]}{' ' * (high - low)}{text[high:]}"
    return FileText(look.file.path, text)


def losses(case: Case, one: Drifted) -> Iterator[Loss]:
    """The claims and quotations that rest on a passage of it that was changed, in order."""
    quoted = list(_quotations(case, one))
    yield from quoted
    seen: set[tuple[str, Span, Change]] = set()
    for judged in case.claims:
        place = judged.claim.place
        loss = _loss(one, judged)
        if loss is None or any(_is_told(loss, other) for other in quoted):
            continue
        # The clauses of one sentence that rest on one change are one loss.
        sentence = (place.path, sentence_of(judged), loss.change)
        if sentence not in seen:
            seen.add(sentence)
            yield loss


def rests(case: Case, source_id: str) -> bool:
    """Whether a claim or a quotation rests on that source."""
    key = source_id.casefold()
    return any(
        any(one.source.casefold() == key for one in judged.judgement.carriers)
        or any(cite.casefold() == key for cite in judged.claim.cites)
        for judged in case.claims
    )


# --- claims --------------------------------------------------------------------------------------


def _loss(one: Drifted, judged: JudgedClaim) -> Loss | None:
    """What has become of the ground of a claim; None where it stands as it did."""
    source_id = one.read.source.id
    carriers = judged.judgement.carriers
    here = next((span for span in carriers if span.source == source_id), None)
    cited = {name.casefold() for name in judged.claim.cites}
    if here is None or judged.judgement.verdict != "supported":
        return _value_lost(one, judged) if source_id.casefold() in cited else None
    others = tuple(span.source for span in carriers if span.source != source_id)
    if source_id.casefold() not in cited and others:
        return None
    changes = [change for change in one.drift.changes if _bears(change, here)]
    if not changes or not _carried(judged, source_id, one.read.index):
        return None
    text = judged.claim.text
    sure = not _carried(judged, source_id, one.later)
    if not sure:
        changes = [change for change in changes if _takes_words(change, text)]
        if not changes:
            return None
    change = gravest(_spoken_of(changes, text) or changes)
    return Loss(judged.claim.place, source_id, change, judged.claim.id, text, others, sure)


# Words of content that a claim and a sentence on one matter have in common, beside the value; of a
# value that many things have, more.
_SHARED = 1
_SHARED_OF_COMMON = 2
_COMMON = 100


def _value_lost(one: Drifted, judged: JudgedClaim) -> Loss | None:
    """The change of a figure, day or name that a claim has of a source which says it otherwise.

    Its words could not be compared as a whole; the value was the source's own.
    """
    if judged.judgement.verdict not in ("partly supported", "not checked"):
        return None
    text = judged.claim.text
    own = own_figures(judged)
    for change in one.drift.changes:
        if change.kind not in ("figure", "name") or change.old_passage is None:
            continue
        passage = one.read.source.body[slice(*change.old_passage)]
        shared = (_stems(passage) & _stems(text)) - _stems(change.old)
        there = figures.read(change.old) if change.kind == "figure" else ()
        is_common = any(abs(old.high) < _COMMON for old in there)
        if len(shared) < (_SHARED_OF_COMMON if is_common else _SHARED):
            continue
        if change.kind == "figure":
            lost = [f for f in own if any(compare_figures(f, old).agrees for old in there)]
            has = bool(lost) and not _still_there(one.later, lost, text)
        else:
            has = f" {' '.join(key_of(change.old))} " in f" {' '.join(key_of(text))} "
        if has:
            source_id = one.read.source.id
            return Loss(judged.claim.place, source_id, change, judged.claim.id, text)
    return None


def _still_there(later: Index, lost: Sequence[Figure], text: str) -> bool:
    """Whether another sentence of the later text on the same matter has those figures."""
    reading = later.reading
    for figure in reading.figures:
        if any(compare_figures(ours, figure).agrees for ours in lost):
            span = reading.sentences[reading.sentence_at(figure.start)]
            words = _stems(reading.text[slice(*span)]) - _stems(figure.text)
            if words & _stems(text):
                return True
    return False


def _bears(change: Change, passage: SourceSpan) -> bool:
    """Whether a change is in that passage of the captured text."""
    if change.old_passage is None:
        return False
    low, high = change.old_passage
    return low < passage.end and passage.start < high


def _carried(judged: JudgedClaim, source_id: str, index: Index) -> bool:
    """Whether a text carries a claim, or the whole sentence that it is a clause of."""
    own = [(source_id, index)]
    spans = dict.fromkeys([(judged.statement.start, judged.statement.end), sentence_of(judged)])
    return any(judge(judged.reading, *span, own).verdict == "supported" for span in spans)


def _spoken_of(changes: Sequence[Change], text: str) -> list[Change]:
    """The changes of words that a claim has, too; what is gone as a whole is among them."""
    words = set(key_of(text))
    return [
        one
        for one in changes
        if one.kind == "gone" or words & (set(key_of(one.old)) - set(key_of(one.new)))
    ]


def _takes_words(change: Change, text: str) -> bool:
    """Whether words of a claim have made room for others that are no near ones of theirs."""
    if change.kind != "reworded" or not change.new:
        return False
    old, new = _stems(change.old), _stems(change.new)
    taken = (old & _stems(text)) - new
    return bool(new - old) and any(not neighbours(stem) & new for stem in taken)


def _stems(text: str) -> set[str]:
    return {word.stem for word in stems.read(text) if word.content}


# --- quotations ----------------------------------------------------------------------------------


def _quotations(case: Case, one: Drifted) -> Iterator[Loss]:
    """Quotations that the captured text has word for word, and the later one has no more."""
    source = one.read.source
    stream = _stream(one.look.text)
    for heard in case.quotations:
        witness = next((w for w in heard.witnesses if w.source == source.id and w.honest), None)
        if witness is None or not _is_on(heard, source.id):
            continue
        words = f" {' '.join(key_of(source.body[slice(*witness.comparison.source)]))} "
        if not words.strip() or words in stream:
            continue
        span = SourceSpan(source.id, *witness.comparison.source)
        changes = [
            change
            for change in one.drift.changes
            if change.kind in ("gone", "quotation") and _touches(change, span)
        ]
        if not changes:
            continue
        others = tuple(w.source for w in heard.witnesses if w.honest and w.source != source.id)
        yield Loss(heard.place, source.id, gravest(changes), None, heard.words, others)


def _is_on(heard: Heard, source_id: str) -> bool:
    """Whether a quotation cites a source, or is found in no other that it could be from."""
    cites = {name.casefold() for name in heard.cites}
    if source_id.casefold() in cites:
        return True
    honest = {w.source for w in heard.witnesses if w.honest}
    return not cites and honest == {source_id}


def _touches(change: Change, span: SourceSpan) -> bool:
    """Whether the words that differ are among those at a span."""
    low, high = change.before
    if change.old_passage is None:
        return False
    return low < span.end and span.start < max(high, low + 1)


def _stream(text: str) -> str:
    return f" {' '.join(page_of(text).words)} "


def _is_told(loss: Loss, other: Loss) -> bool:
    """Whether a quotation tells the loss of a claim: it is a part of it, or signs it."""
    one, there = loss.place, other.place
    if one.path != there.path:
        return False
    inside = one.start < there.end and there.start < one.end
    beside = one.line <= there.end_line + 1 and there.line <= one.end_line + 1
    return inside or (beside and loss.change == other.change)
