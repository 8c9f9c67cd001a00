"""Which claims and quotations of a brief lose their ground, where a page was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.drifted import Drifted, Loss
from nutgraf.checks.heard import Heard
from nutgraf.checks.values_lost import content_stems, value_lost
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.drift.change import Change, Span, gravest
from nutgraf.evidence.drift.passages import key_of, page_of
from nutgraf.evidence.index import Index
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.near_words import neighbours


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
        return value_lost(one, judged) if source_id.casefold() in cited else None
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
    old, new = content_stems(change.old), content_stems(change.new)
    taken = (old & content_stems(text)) - new
    return bool(new - old) and any(not neighbours(stem) & new for stem in taken)


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
