"""The sheet for a second reader who works elsewhere: one HTML file, in which they give their word.

It asks nothing of the network. What is marked in it is saved as a small file of records, which
`nutgraf verify --import` takes in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

from nutgraf.evidence.each_source import InSource
from nutgraf.language.bare import bare_hash
from nutgraf.model import Brief, Finding, Matter, Verdict
from nutgraf.report.said import as_said
from nutgraf.report.statement import kind_of

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_SAYS: dict[Verdict, str] = {
    "supported": "says it",
    "partly supported": "says it in part",
    "contradicted": "differs",
    "not found": "does not say it",
    "uncited": "does not say it",
    "not checked": "not comparable",
}
_COLOUR: dict[Verdict, str] = {
    "supported": "match",
    "partly supported": "part",
    "contradicted": "differ",
    "not found": "open",
    "uncited": "open",
    "not checked": "not",
}


@dataclass(frozen=True)
class Shown:
    """One statement with what every source says of it, and the findings that stand."""

    matter: Matter
    sources: Sequence[InSource]
    findings: Sequence[Finding]

    @property
    def asks_why(self) -> bool:
        """Whether something speaks against it, so that it is verified for a reason."""
        against = any(one.verdict == "contradicted" for one in self.sources)
        found = any(one.severity != "note" for one in self.findings)
        return found or against or self.matter.verdict in ("not found", "contradicted", "uncited")


def report(brief: Brief, shown: Sequence[Shown]) -> str:
    """The sheet of one brief, note or angle, its statements in the order given."""
    data = files("nutgraf.report")
    style = "".join(
        data.joinpath(name).read_text("utf-8") for name in ("sheet.css", "verification_sheet.css")
    )
    script = data.joinpath("verification_sheet.js").read_text("utf-8")
    rows = "\n".join(_row(one, number) for number, one in enumerate(shown, 1))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>To verify: {escape(brief.title or brief.path)}</title>\n"
        f'<style>\n{style}</style>\n</head>\n<body>\n<main class="page">\n'
        f'<header>\n<p class="kicker">To verify</p>\n<h1>{escape(brief.title or brief.path)}</h1>\n'
        "<p>Mark each statement. Your marks stay in this browser; when you are done, save them "
        f'and send the file back.</p>\n<p class="path">{escape(brief.path)}</p>\n</header>\n'
        '<nav aria-label="Your word"><label class="who">You are '
        '<input id="who" autocomplete="name" required></label>'
        '<button type="button" id="save">Save your marks</button>'
        '<span id="told" role="status"></span><span class="keys"><kbd>v</kbd> verified · '
        "<kbd>q</kbd> query · <kbd>n</kbd> next · <kbd>p</kbd> previous</span></nav>\n"
        f"{rows}\n<footer>The file holds your name, the time and the words you looked at, and "
        "nothing else.</footer>\n</main>\n"
        f'<script type="application/json" id="statements">{_data(brief, shown)}</script>\n'
        f"<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _data(brief: Brief, shown: Sequence[Shown]) -> str:
    """What the records are made of."""
    statements = [_statement(one.matter) for one in shown]
    told_all = json.dumps(statements, ensure_ascii=False)
    key = hashlib.sha256(told_all.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    whole = {"key": key, "name": brief.id, "statements": statements}
    return json.dumps(whole, ensure_ascii=False).replace("<", "\\u003c")


def _statement(matter: Matter) -> Any:
    stale = matter.stale
    return {
        "file": matter.place.path,
        "words": matter.text,
        "claim": matter.hash,
        "instead": bare_hash(stale.was) if stale is not None and not stale.source else "",
        "passages": [
            {"source": one.seed, "hash": bare_hash(one.text), "text": one.text}
            for one in matter.evidence
        ],
    }


def _row(one: Shown, number: int) -> str:
    matter = one.matter
    why = " data-why" if one.asks_why else ""
    asks = "why it may stand, or your question" if one.asks_why else "a note, or your question"
    return (
        f'<article class="row {_COLOUR[matter.verdict]}" id="s{number}" tabindex="0"{why} '
        f'aria-label="Statement {number}">\n<div class="claim"><p>{escape(matter.text)}</p>'
        f'<span class="where">{number} · {escape(kind_of(matter))} · '
        f"{escape(matter.place.path)}:{matter.place.line}</span></div>\n"
        f'<div class="source">{"".join(_sources(one.sources))}</div>\n'
        f'<div class="word">{"".join(_findings(one))}'
        f'<label>Read in <select name="how" aria-label="Read in, {number}">'
        "<option>captured page</option><option>document</option>"
        "<option>recording or call</option></select></label>"
        f'<input name="note" placeholder="{asks}" aria-label="Note, {number}">'
        '<p><button type="button" data-said="verified" aria-pressed="false">Verified</button> '
        '<button type="button" data-said="query" aria-pressed="false">Query</button></p>'
        '<p class="wants" role="status"></p></div>\n</article>'
    )


def _sources(sources: Sequence[InSource]) -> Iterator[str]:
    for one in sources:
        for passage in one.passages:
            place = f"{one.source}:{passage.place.line}"
            origin = f" · from {one.origin}" if one.origin else ""
            yield (
                f'<blockquote><span class="passage">{escape(" ".join(passage.text.split()))}</span>'
                f'</blockquote><span class="seed">{escape(place)} · {_SAYS[one.verdict]}'
                f"{escape(origin)}</span>"
            )
        for reason in one.reasons:
            yield f'<p class="differs">{escape(reason)}</p>'
    if not any(one.passages for one in sources):
        yield '<span class="none">No passage of the pack comes near.</span>'


def _findings(one: Shown) -> Iterator[str]:
    for finding in one.findings:
        yield (
            f'<div class="finding {finding.severity}"><b>{escape(finding.message)}</b>'
            f"<p>{escape(finding.remedy)}</p><code>{escape(finding.rule)}</code></div>"
        )
    for word in one.matter.said:
        yield f'<p class="before">{escape(as_said(word))}</p>'
