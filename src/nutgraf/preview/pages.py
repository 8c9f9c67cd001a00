"""The pages of the preview, made on the server from a snapshot and an address."""

from __future__ import annotations

import email
import email.policy
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from typing import get_args
from urllib.parse import quote, urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from nutgraf.app.checked import Checked
from nutgraf.errors import Fault
from nutgraf.model import Claim, Evidence, Finding, How, Place, Source
from nutgraf.preview.address import (
    PANELS,
    SCHEMES,
    VIEWS,
    WIDTHS,
    Address,
    brief_path,
    read_address,
)
from nutgraf.preview.frames import email_frame
from nutgraf.preview.inbox import inbox_lines
from nutgraf.preview.meter import CLIPPED, meter
from nutgraf.preview.shown_source import marked, marks
from nutgraf.preview.snapshot import Made, Snapshot
from nutgraf.render.providers import PROVIDERS
from nutgraf.report.context import around, file_of
from nutgraf.report.origins import of_claim
from nutgraf.report.said import as_said
from nutgraf.report.sheet import VERDICTS
from nutgraf.report.summary import line, state
from nutgraf.workspace.loading import Entry

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""What our own pages may load (CSP Level 3): our scripts, our styles, frames of ours."""

_HOW = {"error": "Fix", "warning": "Settle", "note": "Note"}
_KINDS = {
    "supported": "match",
    "partly supported": "differ",
    "contradicted": "differ",
    "not found": "open",
    "uncited": "open",
    "not checked": "not",
}
_SHOWN = 240  # characters of words in a card
_NOTE = 90  # characters of a message in the margin
_KEYS = (
    ("j k", "next, previous finding"),
    ("e t m i h", "email, text, Markdown, inbox, headers"),
    ("1 2 3", "desktop, tablet, phone"),
    ("d", "light or dark"),
    ("g", "images on or off"),
    ("f", "next format"),
    ("b", "another format beside"),
    ("o", "the source of the finding"),
    ("c l s z", "check, claims, sources, size"),
    ("/", "filter the list"),
    ("?", "this list"),
    ("Esc", "close, let go of the finding"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words with the part that matters marked, as HTML."""

    shown: Markup
    where: str
    seed: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the list and the margin show it.

    `said` are the words of the claim, by which it is found in the email, and `words` those of them
    that the finding is about.
    """

    finding: Finding
    how: str
    message: str
    remedy: str
    note: str
    link: str
    current: bool
    you: Words
    sources: tuple[Words, ...]
    said: str
    words: str
    kind: str


def page(
    shown: Snapshot,
    query: Mapping[str, str],
    *,
    briefs: Sequence[Entry],
    formats: Sequence[str],
    token: str,
    beside: Snapshot | None = None,
    static: bool = False,
) -> str:
    """The page of a brief. With `static`, it needs no server: frames hold what they show."""
    address = read_address(query, formats=formats)
    made = shown.made
    values = {
        "address": address,
        "to": partial(_file, address) if static else address.to,
        "shown": shown,
        "made": made,
        "briefs": briefs[::-1],
        "brief_path": brief_path,
        "formats": formats,
        "token": token,
        "static": static,
        "faults": [_fault(fault) for fault in shown.faults],
        "views": VIEWS,
        "widths": WIDTHS,
        "schemes": SCHEMES,
        "panels": PANELS,
        "keys": _KEYS,
        "as_said": as_said,
        "hows": get_args(How),
        "providers": [provider.name for provider in PROVIDERS.values()],
    }
    if made is None:
        return _environment().get_template("broken.html.j2").render(values)
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(values | _of_made(shown, made, address, beside, static=static))
    )


def _of_made(
    shown: Snapshot, made: Made, address: Address, beside: Snapshot | None, *, static: bool
) -> dict[str, object]:
    findings = [one for one in made.checked.findings if one.stet is None]
    claims = {claim.id: claim for claim in made.checked.claims}
    # A statement is signed off whole: below the last of its clauses.
    matters = {one.claims[-1]: one for one in made.checked.matters}
    kept = [one for one in findings if _is_asked_for(one, address, made)]
    cards = [_card(one, made, claims, address, static=static) for one in kept]
    severities = Counter[str](one.severity for one in findings)
    # Of what is costly, only what the page shows: it is made anew at every save.
    shows = {*PANELS} if static else {address.panel}
    return {
        "title": made.brief.title,
        "state": state(made.checked.findings),
        "summary": _summary(made.checked),
        "cards": cards,
        "severities": [
            (name, how, severities[name]) for name, how in _HOW.items() if severities[name]
        ],
        "families": sorted(Counter(one.family for one in findings).items()),
        "stories": _stories(made),
        "stets": [one for one in made.checked.findings if one.stet is not None],
        "claims": [
            {**_claim(claim, made, address, static=static), "matter": matters.get(claim.id)}
            for claim in claims.values()
        ]
        if "claims" in shows
        else [],
        "sources": [_source(one, made, address, static=static) for one in made.brief.pack]
        if "sources" in shows
        else [],
        "meter": meter(made),
        "clipped": CLIPPED,
        "inbox": inbox_lines(made.settings.sender.name, made.brief.subject, made.brief.preheader),
        "headers": _headers(made) if address.view == "headers" else [],
        "frames": _frames(shown, made, address, beside, static=static),
        "source_frame": _source_frame(made, address, static=static),
        "providers": [provider.name for provider in PROVIDERS.values()],
    }


def source_page(
    source: Source, made: Made, query: Mapping[str, str], *, static: bool = False
) -> str:
    """The page of a source, with what the brief rests on marked in it."""
    found = marks(source, made.checked.claims, made.checked.findings)
    current = query.get("mark", "")
    return (
        _environment()
        .get_template("source.html.j2")
        .render(
            source=source,
            body=marked(source, found, current=current),
            facts=_facts(source),
            uses=sum(mark.kind != "furniture" and bool(mark.name) for mark in found),
            current=current,
            static=static,
        )
    )


def phone_page(address: str, picture: str, *, token: str) -> str:
    """The page with the code for a phone."""
    return (
        _environment()
        .get_template("phone.html.j2")
        .render(
            address=address,
            picture=Markup(picture),  # noqa: S704 - an SVG of our own
            token=token,
        )
    )


@cache
def _environment() -> Environment:
    folder = files("nutgraf.preview").joinpath("pages")
    return Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _file(address: Address, **changes: str) -> str:
    """The file of an exported page; see `export`."""
    return file_name(replace(address, **changes))


def file_name(address: Address) -> str:
    """What the page of a state is called among the exported ones: format, view and colours."""
    scheme = f"-{address.scheme}" if address.view == "email" else ""
    return f"{quote(address.format, safe='')}-{address.view}{scheme}.html"


# --- what is shown -------------------------------------------------------------------------------


def _frames(
    shown: Snapshot, made: Made, address: Address, beside: Snapshot | None, *, static: bool
) -> list[dict[str, object]]:
    """The digests of the view that stand beside each other."""
    several = [(shown, made)]
    if address.beside and beside is not None and beside.made is not None:
        several.append((beside, beside.made))
    return [
        {
            "format": one.format_name,
            "title": f"{address.view} in the format {one.format_name}",
            "src": _digest(one, address),
            "inside": _inside(one, address) if static and address.view == "email" else None,
            "text": one.shown.text if address.view == "text" else one.shown.markdown,
        }
        for _, one in several
    ]


def _digest(made: Made, address: Address) -> str:
    query = {"format": made.format_name, "scheme": address.scheme, "images": address.images}
    return f"/digest/{quote(made.brief.id, safe='')}/email.html?{urlencode(query)}"


def _inside(made: Made, address: Address) -> str:
    return email_frame(made.shown.html, scheme=address.scheme, images=address.images != "off")


def _headers(made: Made) -> list[tuple[str, str]]:
    message = email.message_from_bytes(made.message, policy=email.policy.default)
    found = [(name, str(value)) for name, value in message.items()]
    parts = ", ".join(part.get_content_type() for part in message.walk() if not part.is_multipart())
    return [*found, ("(parts)", parts), ("(size)", f"{len(made.message):,} bytes")]


def _stories(made: Made) -> list[tuple[str, str]]:
    stories = made.brief.stories
    if len(stories) < 2:
        return []
    return [
        (str(number), story.title.text if story.title is not None else f"Story {number}")
        for number, story in enumerate(stories, 1)
    ]


def _is_asked_for(finding: Finding, address: Address, made: Made) -> bool:
    if address.severity and finding.severity != address.severity:
        return False
    if address.family and finding.family != address.family:
        return False
    return not address.story or _story_of(finding.place, made) == address.story


def _story_of(place: Place, made: Made) -> str:
    """The number of the story that a place of the brief, or of what it embeds, stands in."""
    for number, story in enumerate(made.brief.stories, 1):
        for section in story.sections:
            for block in section.blocks:
                one = block.place
                if one.path == place.path and one.start <= place.start <= one.end:
                    return str(number)
    return ""


def _card(
    finding: Finding, made: Made, claims: Mapping[str, Claim], address: Address, *, static: bool
) -> Card:
    claim = claims.get(finding.claim or "")
    you = _words(finding.place, made)
    place = finding.place
    plain = _plain(place, made)
    current = address.finding == finding.fingerprint
    target = "" if current else finding.fingerprint
    message = finding.message[:1].upper() + finding.message[1:]
    return Card(
        finding=finding,
        how=_HOW[finding.severity],
        message=message,
        remedy=finding.remedy[:1].upper() + finding.remedy[1:],
        note=message if len(message) <= _NOTE else f"{message[: _NOTE - 1].rstrip()}…",
        link=f"#card-{finding.fingerprint}" if static else address.to(finding=target, claim=""),
        current=current,
        you=you,
        sources=tuple(
            _evidence(one, made, address, f"f-{finding.fingerprint}", static=static)
            for one in finding.evidence[:3]
        ),
        said=claim.text if claim is not None else plain,
        words=plain,
        kind=finding.severity,
    )


def _plain(place: Place, made: Made) -> str:
    """The words at a place as readers see them; nothing where they are not in the digest."""
    if place == made.brief.front.place or place.end <= place.start:
        return ""
    return around(place, made.brief, most=place.end - place.start).text.strip("…")


def _words(place: Place, made: Made) -> Words:
    return Words(_passage(place, made), f"{place.path}:{place.line}:{place.column}")


def _passage(place: Place, made: Made) -> Markup:
    """The words at a place, marked in what stands around them; of a long one its beginning."""
    shown = around(place, made.brief, most=_SHOWN)
    is_cut = place.end - place.start > _SHOWN
    return _marked(shown.text, () if is_cut else shown.marks)


def _evidence(
    evidence: Evidence, made: Made, address: Address, mark: str, *, static: bool
) -> Words:
    """A passage of a source of the brief; of anything else its words alone, and no link."""
    where = f"{evidence.seed}:{evidence.place.line}"
    if file_of(evidence.place.path, made.brief) is None:
        return Words(escape(" ".join(evidence.text.split())), where, evidence.seed)
    return Words(
        _passage(evidence.place, made),
        where,
        evidence.seed,
        _source_link(evidence.seed, mark, address, static=static),
    )


def _source_link(seed: str, mark: str, address: Address, *, static: bool) -> str:
    if static:
        return f"source-{quote(seed, safe='')}.html#{mark}"
    kind, _, fingerprint = mark.partition("-")
    chosen = {"finding": fingerprint} if kind == "f" else {"claim": fingerprint, "finding": ""}
    return address.to(panel="sources", source=seed, **chosen)


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    pieces, at = Markup(""), 0
    for low, high in spans:
        pieces += text[at:low]
        pieces += Markup("<mark>{}</mark>").format(text[low:high])
        at = high
    return pieces + text[at:]


def _summary(checked: Checked) -> str:
    """The line of the report, without its first word, which stands by itself."""
    return line(checked.claims, checked.findings, checked.origins).partition(" · ")[2]


def _claim(claim: Claim, made: Made, address: Address, *, static: bool) -> dict[str, object]:
    mark = f"c-{claim.fingerprint}"
    current = address.claim == claim.fingerprint
    return {
        "claim": claim,
        "verdict": VERDICTS[claim.verdict],
        "kind": _KINDS[claim.verdict],
        "current": current,
        "link": f"#claim-{claim.fingerprint}"
        if static
        else address.to(claim="" if current else claim.fingerprint, finding=""),
        "where": f"{claim.place.path}:{claim.place.line}",
        "carried": of_claim(claim, made.checked.origins),
        "sources": [
            _evidence(one, made, address, mark, static=static) for one in claim.evidence[:2]
        ],
    }


def _source(source: Source, made: Made, address: Address, *, static: bool) -> dict[str, object]:
    used = sum(
        any(one.seed == source.id for one in claim.evidence) for claim in made.checked.claims
    )
    origin = next((one for one in made.checked.origins if source.id in one.sources), None)
    others = [name for name in origin.sources if name != source.id] if origin else []
    return {
        "source": source,
        "facts": _facts(source),
        "used": used,
        "origin": origin,
        "others": others,
        "current": address.source == source.id,
        "link": f"source-{quote(source.id, safe='')}.html"
        if static
        else address.to(panel="sources", source="" if address.source == source.id else source.id),
    }


def _facts(source: Source) -> str:
    """Publisher, day, kind and credits, as far as the source states them."""
    told = [
        source.publisher or "",
        source.published.isoformat() if source.published else "",
        source.kind or "",
        f"credits {', '.join(source.credits)}" if source.credits else "",
    ]
    return " · ".join(filter(None, told)) or "no publisher, no date"


def _source_frame(made: Made, address: Address, *, static: bool) -> dict[str, str] | None:
    """The source that stands open, at the passage of what is selected."""
    if static or not address.source:
        return None
    if not any(source.id == address.source for source in made.brief.pack):
        return None
    mark = f"f-{address.finding}" if address.finding else f"c-{address.claim}"
    shown = mark if address.finding or address.claim else ""
    query = {"brief": made.brief.id, "mark": shown}
    return {
        "id": address.source,
        "src": f"/source/{quote(address.source, safe='')}?{urlencode(query)}#{shown}",
    }


def _fault(fault: Fault) -> dict[str, str]:
    return {"where": fault.where(), "message": fault.message, "hint": fault.hint}
