"""Compares two texts of one page: what became of each captured sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.evidence.drift.change import Change, Drift, Span
from nutgraf.evidence.drift.matching import Matched, Pair, match
from nutgraf.evidence.drift.notices import is_label, is_notice
from nutgraf.evidence.drift.passages import Page, Passage, key_of, page_of
from nutgraf.evidence.drift.quoted import quotations_changed
from nutgraf.evidence.drift.runs import Run, runs
from nutgraf.evidence.drift.slots import (
    Beside,
    Side,
    dates_changed,
    figures_changed,
    is_value_written_otherwise,
    names_changed,
    said_otherwise,
)
from nutgraf.model import Source


@dataclass(frozen=True, slots=True)
class PageText:
    """A text of a page, its headline and its day, where they are known."""

    text: str
    title: str = ""
    published: date | None = None


def captured_page(source: Source) -> PageText:
    """The text of a source; its title is a headline where the page itself was captured."""
    is_captured = "sha256" in source.front.values
    return PageText(source.body, source.title if is_captured else "", source.published)


def compare(captured: PageText, later: PageText) -> Drift:
    """What the later text has otherwise; furniture, typography, reflow and order do not count.

    Never raises; linear in the texts but for the sentences that differ.
    """
    old, new = page_of(captured.text), page_of(later.text)
    matched = match(old, new)
    sides = Side(old, captured.published), Side(new, captured.published)
    titles = {key_of(later.title), key_of(captured.title)} - {()}
    changes = [
        one
        for pair in matched.pairs
        if pair.old[0].words not in titles
        for one in _of_pair(pair, *sides)
    ]
    gone = [one for one in matched.gone if one.words not in titles and not _is_slight(old, one)]
    end = len(new.text)
    for one in gone:
        span = one.start, one.end
        changes.append(Change("gone", _text(old, one), "", span, (end, end), span, None))
    changes.sort(key=lambda one: one.before)
    changes += _headline(captured, later, old)
    changes += _notices(matched, new, len(old.text))
    added = sum(1 for one in matched.new if one.words not in titles)
    return Drift(
        tuple(changes), len(old.passages), matched.kept, added, _is_cut(old, matched, gone)
    )


def _text(page: Page, passage: Passage) -> str:
    return page.text[passage.start : passage.end]


def _of_pair(pair: Pair, old: Side, new: Side) -> Iterator[Change]:
    """What two passages that are one have otherwise: the slots, or else the words."""
    differing = [run for run in runs(pair) if run.old or run.new]
    here = pair.old[0].start, pair.old[-1].end
    there = pair.new[0].start, pair.new[-1].end
    beside = Beside(old, new, here, there, differing)
    if max(here[1] - here[0], there[1] - there[0]) > _LONGEST:
        if differing:
            yield _reworded(beside, differing)
        return
    found = list(quotations_changed(beside))
    quoted = [one.before for one in found]
    slots = [
        *figures_changed(beside),
        *dates_changed(beside),
        *names_changed(beside),
        *said_otherwise(beside),
    ]
    found += [one for one in slots if not any(_within(one.before, span) for span in quoted)]
    wording = [run for run in differing if not is_value_written_otherwise(beside, run)]
    if not found and wording:
        found = [_reworded(beside, wording)]
    yield from found


_LONGEST = 5_000  # characters; no sentence is longer


def _reworded(beside: Beside, differing: Sequence[Run]) -> Change:
    """All that differs, from its first word to its last."""
    first, last = differing[0], differing[-1]
    before = first.before[0], last.before[1]
    return beside.change("reworded", before, (first.after[0], last.after[1]))


def _within(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other[0] < other[1]


# --- what is no sentence of the story ------------------------------------------------------------

_SLIGHT = 4  # words; a line of so few without a full stop is a label of the page


def _is_slight(page: Page, passage: Passage) -> bool:
    text = _text(page, passage).rstrip("\"'”’)*_ ")
    return len(passage.words) <= _SLIGHT and not text.endswith((".", "!", "?", "…"))


_SITE = re.compile(r"\s+[|·»–—-]\s+[^|·»–—]{2,60}$")


def _headline(captured: PageText, later: PageText, page: Page) -> Iterator[Change]:
    """A headline that is another one now; the name of the site behind it is no part of it.

    One that stands in the captured text was there all along: an editor gave the source its title.
    """
    old, new = _headlines(captured.title), _headlines(later.title)
    if old and new and not old & new and not any(one.words in new for one in page.passages):
        yield Change("headline", captured.title, later.title, (0, 0), (0, 0), None, None)


def _headlines(title: str) -> set[tuple[str, ...]]:
    """The words of a title, with what may be the name of a site and without."""
    return {key_of(title), key_of(_SITE.sub("", title[:_TITLE]))} - {()}


_TITLE = 300  # characters; a title is not longer
_BREAK = re.compile(r"\n\s*\n|\n(?=[-*#>|])")


def _notices(matched: Matched, new: Page, end: int) -> Iterator[Change]:
    """Corrections and editor's notes that are new, each with the sentences that go on from it."""
    told = -1
    for at, one in enumerate(matched.new):
        text = _text(new, one)
        headed = is_label(text)
        if one.start < told or not (headed or is_notice(text)):
            continue
        told = one.end
        for other in matched.new[at + 1 :]:
            broken = _BREAK.search(new.text, told, other.start) is not None and not headed
            if broken or any(c.isalnum() for c in new.text[told : other.start]):
                break
            told, headed = other.end, False
        if headed:  # nothing stands under the heading that is new
            continue
        span = one.start, told
        yield Change("notice", "", new.text[slice(*span)], (end, end), span, None, span)


# --- a page of which only the beginning is shown -------------------------------------------------

_TAIL = 4  # sentences; fewer that are gone from the end were taken out
_SHOWN = 0.6
_ASKING = 6  # sentences that ask to subscribe; with more, the page went on otherwise


def _is_cut(old: Page, matched: Matched, gone: Sequence[Passage]) -> bool:
    """Whether what is left is the beginning, its last sentence maybe in part, and the rest gone."""
    if len(gone) < _TAIL or not matched.kept or len(matched.new) > _ASKING:
        return False
    first = min(one.start for one in gone)
    if any(pair.old[0].start > first or not _is_beginning(pair) for pair in matched.pairs):
        return False
    left = {one.start for one in gone}
    behind = [one for one in old.passages if one.start >= first]
    return all(one.start in left for one in behind) and matched.kept <= _SHOWN * len(old.passages)


def _is_beginning(pair: Pair) -> bool:
    """Whether the later passage breaks off in the middle of the captured one."""
    old, new = pair.old[0].words, pair.new[0].words
    return len(pair.new) == 1 and len(new) < len(old) and old[: len(new)] == new
