"""The gate: what has to hold before a brief can be approved.

One small function for each condition of `policy.gate`; it is given the brief as it would go out
and gives what stands in the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from nutgraf.checks.email.page import read_page
from nutgraf.checks.email.unsubscribe_missing import shows_address
from nutgraf.checks.process.open_tk import REMEDY, marks_in, open_marks
from nutgraf.desk.clock import on_the_clock, shown
from nutgraf.model import Brief, Finding, Matter, MatterState, Place
from nutgraf.render.tokens import UNSUBSCRIBE_URL
from nutgraf.workspace.examples import is_example_place, is_nobodys
from nutgraf.workspace.files import SETTINGS_FILE
from nutgraf.workspace.settings import GateCondition, Settings


@dataclass(frozen=True)
class Outgoing:
    """A brief as it would go out: rendered, checked, at `send_at`, or `now` where that is None.

    `matters` are the statements that want a person.
    """

    brief: Brief
    findings: tuple[Finding, ...]
    html: str
    text: str
    settings: Settings
    send_at: datetime | None
    now: datetime
    matters: tuple[Matter, ...] = ()


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way of an approval, where, and the next step.

    `condition` is that of the gate, or `send-at`, which always holds. `where` is
    `path:line:column` as far as it is known. A warning does not keep from approving.
    """

    condition: str
    message: str
    remedy: str
    where: str
    level: Literal["error", "warning"] = "error"


def obstacles(outgoing: Outgoing) -> tuple[Obstacle, ...]:
    """Everything that stands in the way, worst first."""
    asked = outgoing.settings.policy.gate
    found = [*_time(outgoing)]
    for condition, look in CONDITIONS.items():
        if condition in asked:
            found += look(outgoing)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.level == "warning"))


# --- the conditions ------------------------------------------------------------------------------


def _no_errors(outgoing: Outgoing) -> Iterator[Obstacle]:
    """No error without a stet; what another condition asks for itself is left to it."""
    for finding in outgoing.findings:
        own = _ASKED_BY.get(finding.rule, ())
        if own and all(condition in outgoing.settings.policy.gate for condition in own):
            continue
        if finding.severity == "error" and finding.stet is None:
            yield Obstacle(
                "no-errors",
                f"{finding.message} ({finding.rule})",
                finding.remedy or f"nutgraf explain {finding.rule}",
                _where(finding.place),
            )


_ASKED_BY: Mapping[str, tuple[GateCondition, ...]] = {
    "open-tk": ("no-tk",),
    "unsubscribe-missing": ("postal-address", "unsubscribe"),
    "stale-verification": ("verified",),
}


def _no_tk(outgoing: Outgoing) -> Iterator[Obstacle]:
    """Nothing open in the brief, but for what has a stet, nor in what the templates add."""
    kept = {
        finding.place
        for finding in outgoing.findings
        if finding.rule == "open-tk" and finding.stet is not None
    }
    known = set()
    for mark, place in open_marks(outgoing.brief):
        known.add(mark)
        if place not in kept:
            yield Obstacle("no-tk", f"“{mark}” is still open", REMEDY, _where(place))
    page = read_page(outgoing.html)
    texts = [page.text, *(image.alt or "" for image in page.images), outgoing.text]
    added = {mark for text in texts for mark in marks_in(_ADDRESS.sub("", text))}
    for mark in sorted(added - known):
        yield Obstacle(
            "no-tk",
            f"“{mark}” stands in what is sent, and not in the brief’s own words",
            "look for it in the templates, the titles of sources and the texts of images",
            outgoing.brief.path,
        )


_ADDRESS = re.compile(r"\b(?:https?|mailto):\S+")


def _embargo(outgoing: Outgoing) -> Iterator[Obstacle]:
    embargo = outgoing.brief.embargo
    if embargo is None or _utc(outgoing.send_at or outgoing.now) >= _utc(embargo):
        return
    zone = outgoing.settings.time_zone
    when = "it would be sent by hand, from now on" if outgoing.send_at is None else "it is sent"
    yield Obstacle(
        "embargo",
        f"{when} before the embargo ends, {shown(embargo, zone)}",
        f"write a time after it: send_at: {on_the_clock(embargo, zone):%Y-%m-%d %H:%M}",
        _key(outgoing.brief, "send_at" if outgoing.send_at is not None else "embargo"),
    )


def _postal_address(outgoing: Outgoing) -> Iterator[Obstacle]:
    settings = outgoing.settings
    for what, text, template in (
        ("the email", read_page(outgoing.html).text, "email.mjml.j2"),
        ("the plain text", outgoing.text, "digest.txt.j2"),
    ):
        if not shows_address(settings.postal_address, text):
            yield Obstacle(
                "postal-address",
                f"{what} does not show the postal address",
                "put it in the template: {{ publication.postal_address }}",
                f"templates/{outgoing.brief.format}/{template}",
            )
    if is_example_place(settings.postal_address):
        first = settings.postal_address.strip().splitlines()[0]
        # With a sender of whom there are none, nobody could be reached anyway.
        invented = is_nobodys(settings.sender.address)
        yield Obstacle(
            "postal-address",
            f"the postal address is an example: {first}",
            "write one that reaches you at postal_address; the law asks for it",
            SETTINGS_FILE,
            "warning" if invented else "error",
        )


def _unsubscribe(outgoing: Outgoing) -> Iterator[Obstacle]:
    links = read_page(outgoing.html).links
    for what, there, template in (
        ("the email", any(UNSUBSCRIBE_URL in link.href for link in links), "email.mjml.j2"),
        ("the plain text", UNSUBSCRIBE_URL in outgoing.text, "digest.txt.j2"),
    ):
        if not there:
            yield Obstacle(
                "unsubscribe",
                f"{what} has no link to unsubscribe",
                "put it in the template: {{ unsubscribe_url }}",
                f"templates/{outgoing.brief.format}/{template}",
            )
    way = outgoing.settings.unsubscribe
    if way.mailto is None and way.url is None:
        yield Obstacle(
            "unsubscribe",
            "there is no way to unsubscribe in nutgraf.yaml",
            "write `unsubscribe:` with a mailto: address, or with url: and secret:",
            SETTINGS_FILE,
        )
    elif way.url is not None and way.secret is None:
        yield Obstacle(
            "unsubscribe",
            "no link to unsubscribe can be signed: unsubscribe.url has no secret",
            "say below `unsubscribe:` where it is, such as secret: {env: NUTGRAF_SECRET}",
            SETTINGS_FILE,
        )


def _verified(outgoing: Outgoing) -> Iterator[Obstacle]:
    """A person's word on all that wants one, and no open query; a stet counts."""
    kept = {
        finding.place
        for finding in outgoing.findings
        if finding.rule in _SIGNING and finding.stet is not None
    }
    for matter in outgoing.matters:
        if not matter.is_signed and matter.place not in kept:
            message, remedy = _WANTING[matter.state]
            said = f": {matter.said[-1].note}" if matter.state == "query" else ""
            yield Obstacle(
                "verified",
                f"“{_shortened(matter.text)}” {message}{said}",
                f"{remedy}: nutgraf verify {outgoing.brief.id}",
                _where(matter.place),
            )


_SIGNING = frozenset({"not-signed-off", "stale-verification"})
_WANTING: Mapping[MatterState, tuple[str, str]] = {
    "open": ("was verified by nobody", "go through what wants a person"),
    "query": ("waits for the author", "answer the query, and have it verified"),
    "stale": ("was verified in other words", "verify it again"),
    "author only": ("was verified by its author alone", "let a second reader go through it"),
}


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST].rpartition(' ')[0]} …"


_MOST = 60  # characters of a statement


CONDITIONS: Mapping[GateCondition, Callable[[Outgoing], Iterator[Obstacle]]] = {
    "no-errors": _no_errors,
    "no-tk": _no_tk,
    "embargo": _embargo,
    "postal-address": _postal_address,
    "unsubscribe": _unsubscribe,
    "verified": _verified,
}


# --- the time, which is no matter of policy ------------------------------------------------------


def _time(outgoing: Outgoing) -> Iterator[Obstacle]:
    at = outgoing.send_at
    if at is not None and _utc(at) <= _utc(outgoing.now):
        yield Obstacle(
            "send-at",
            f"the time of sending is past: {shown(at, outgoing.settings.time_zone)}",
            "write a later send_at; or take it out, and send the brief by hand",
            _key(outgoing.brief, "send_at"),
        )


# --- places and times ----------------------------------------------------------------------------


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _key(brief: Brief, key: str) -> str:
    place = brief.front.places.get((key,))
    return _where(place) if place is not None else brief.path


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
