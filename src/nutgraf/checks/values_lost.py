"""Figures and names that a claim has of a page which says them otherwise by now."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.checks.drifted import Drifted, Loss
from nutgraf.checks.figures_said import own_figures
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.drift.passages import key_of
from nutgraf.evidence.index import Index
from nutgraf.language import figures, stems
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare as compare_figures

# Words of content that a claim and a sentence on one matter have in common, beside the value; of a
# value that many things have, more.
_SHARED = 1
_SHARED_OF_COMMON = 2
_COMMON = 100


def value_lost(one: Drifted, judged: JudgedClaim) -> Loss | None:
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
        shared = (content_stems(passage) & content_stems(text)) - content_stems(change.old)
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
            words = content_stems(reading.text[slice(*span)]) - content_stems(figure.text)
            if words & content_stems(text):
                return True
    return False


def content_stems(text: str) -> set[str]:
    """The stems of the words that tell something."""
    return {word.stem for word in stems.read(text) if word.content}
