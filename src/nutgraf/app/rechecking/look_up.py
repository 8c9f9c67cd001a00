"""One page looked up again, and how it stands to what was captured of it."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nutgraf.app.rechecking.keeping import Asked, asked, keep_asked, keep_look
from nutgraf.app.rechecking.looked import Looked
from nutgraf.app.rechecking.pages import Ask, Page
from nutgraf.capture.captured import Captured
from nutgraf.evidence.drift.change import Drift
from nutgraf.evidence.drift.compare import PageText, captured_page, compare
from nutgraf.evidence.drift.passages import page_of
from nutgraf.model import Look, LookOutcome, Source
from nutgraf.workspace.looks import last_look

# A page of fewer words that has nothing of the text is a wall of some kind, and no other article.
_WALL = 120


def look_up(root: Path, source: Source, ask: Ask, now: datetime) -> Looked:
    """Asks what stands at the address of a source, and keeps it where it is news.

    Raises Faulty where a look that is kept cannot be read, and Usage where none can be kept.
    """
    last = last_look(root, source.id, source.file.path)
    if source.url is None:
        return Looked(source, "not seen", last, why="it states no address", hint=_by_hand(source))
    known = asked(root, source)
    if known is not None and (known.url != source.url or known.look != _name(last)):
        known = None
    found = ask(source.url, known.etag if known else "", known.modified if known else "")
    return looked_at(root, source, found, last, now)


def looked_at(root: Path, source: Source, page: Page, last: Look | None, now: datetime) -> Looked:
    """What a page comes to, beside the capture and the last look; kept where it is news."""
    if page.unchanged:
        seen = as_last(source, last)
    elif page.gone:
        seen = Looked(source, "gone", last, why=page.why)
    elif page.captured is None:
        hint = "look again later" if page.may_pass else _by_hand(source)
        return Looked(source, "not seen", last, why=page.why, hint=hint)
    else:
        seen = _compared(source, page.captured, last)
        if seen.state == "not seen":
            return seen
    if not page.unchanged and _is_news(seen, page, last):
        kept = _keep(root, source, seen, page, now)
        seen = replace(seen, look=kept, is_news=True)
    look = seen.look if seen.look is not None and seen.look.drifted else None
    if not page.unchanged or page.etag or page.modified:
        now_asked = Asked(now, source.url or "", page.etag, page.modified, _name(seen.look))
        keep_asked(root, source, now_asked)
    return replace(seen, look=look)


def _by_hand(source: Source) -> str:
    name = shlex.quote(source.id)
    return f"open it in a browser, save the page: nutgraf sources recheck {name} --from FILE"


def _name(look: Look | None) -> str:
    return look.file.path if look is not None else ""


def as_last(source: Source, last: Look | None) -> Looked:
    """A page that is as it was at the last look."""
    if last is None or not last.drifted:
        return Looked(source, "as captured", last)
    if last.outcome == "changed":
        return Looked(source, "changed", last, kept_drift(source, last))
    return Looked(source, "gone" if last.outcome == "gone" else "replaced", last, why=last.reason)


def kept_drift(source: Source, look: Look) -> Drift:
    """How a text that is kept stands to the captured one."""
    return compare(captured_page(source), PageText(look.text, look.title))


def _compared(source: Source, captured: Captured, last: Look | None) -> Looked:
    text = later_text(source, captured)
    drift = compare(captured_page(source), PageText(text, captured.title or ""))
    lost = any(one.kind == "gone" for one in drift.changes)
    by_hand = _by_hand(source)
    if drift.cut or (captured.cut_off and lost):
        why = captured.cut_off or "it shows only its beginning, as behind a paywall"
        return Looked(source, "not seen", last, why=why, hint=by_hand)
    if drift.replaced:
        count = len(page_of(text).words)
        if count < _WALL:
            why = f"a page of {count} words came that has nothing of the text"
            return Looked(source, "not seen", last, why=why, hint=by_hand)
        return Looked(source, "replaced", last, drift)
    return Looked(source, "as captured" if drift.same else "changed", last, drift)


def later_text(source: Source, captured: Captured) -> str:
    """What the page says now, with what was captured and stands beside its article by now.

    What is taken for an article may differ from page to page, and between versions of nutgraf.
    """
    body = captured.body.rstrip()
    old = page_of(source.body)
    new = page_of(body)
    beside = []
    for block in captured.furniture:
        around = page_of(block)
        if any(
            around.has(old, at) and not new.has(old, at)
            for at in range(len(old.passages))
            if len(old.passages[at].words) > 1
        ):
            beside.append(block.strip())
    return "\n\n".join([body, *beside]) + "\n"


def _is_news(seen: Looked, page: Page, last: Look | None) -> bool:
    """Whether the page is another than at the last look, or than the capture if there is none."""
    outcome = last.outcome if last is not None else "as captured"
    if seen.state != outcome:
        return True
    if seen.state not in ("changed", "replaced") or last is None or page.captured is None:
        return False
    before = PageText(last.text, last.title)
    now = PageText(later_text(seen.source, page.captured), page.captured.title or "")
    return not compare(before, now).same


def _keep(root: Path, source: Source, seen: Looked, page: Page, now: datetime) -> Look:
    outcomes: dict[str, LookOutcome] = {
        "as captured": "as captured",
        "changed": "changed",
        "replaced": "replaced",
        "gone": "gone",
    }
    outcome = outcomes[seen.state]
    captured = page.captured
    has_text = captured is not None and outcome in ("changed", "replaced")
    return keep_look(
        root,
        source,
        now,
        outcome,
        text=later_text(source, captured) if captured is not None and has_text else "",
        title=(captured.title or "") if captured is not None else "",
        url=source.url or "",
        reason=seen.why,
        etag=page.etag,
        modified=page.modified,
    )
