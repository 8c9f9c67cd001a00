"""The state of a page, as its address tells it: every state has one, so it can be pointed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import quote, urlencode

VIEWS = ("email", "text", "markdown", "inbox", "headers")
WIDTHS = {"desktop": 720, "tablet": 600, "phone": 375}
SCHEMES = ("light", "dark")
PANELS = ("check", "claims", "sources", "size")
SEVERITIES = ("error", "warning", "note")
NARROWEST, WIDEST = 240, 1600


@dataclass(frozen=True, slots=True)
class Address:
    """What a page of a brief shows. Empty strings stand for what is not chosen."""

    view: str = "email"
    format: str = ""
    width: str = "desktop"
    scheme: str = "light"
    images: str = "on"
    beside: str = ""
    panel: str = "check"
    finding: str = ""
    claim: str = ""
    source: str = ""
    severity: str = ""
    family: str = ""
    story: str = ""

    def to(self, **changes: str) -> str:
        """The query of the same page with these changes; what is as usual is left out."""
        state = replace(self, **changes)
        told = [
            (one.name, getattr(state, one.name))
            for one in fields(state)
            if getattr(state, one.name) != one.default
        ]
        return f"?{urlencode(told)}" if told else "?"

    @property
    def pixels(self) -> int:
        """The width of the frame."""
        return WIDTHS.get(self.width) or int(self.width)


def read_address(query: Mapping[str, str], *, formats: Iterable[str]) -> Address:
    """The state that a query tells; what it does not know is as usual."""
    known = tuple(formats)
    given = {one.name: query[one.name] for one in fields(Address) if one.name in query}
    allowed: dict[str, Iterable[str]] = {
        "view": VIEWS,
        "format": known,
        "scheme": SCHEMES,
        "images": ("on", "off"),
        "beside": known,
        "panel": PANELS,
        "severity": SEVERITIES,
    }
    kept = {
        name: value
        for name, value in given.items()
        if name not in allowed or value in allowed[name]
    }
    if "width" in kept and not _is_width(kept["width"]):
        del kept["width"]
    return Address(**kept)


def brief_path(brief_id: str) -> str:
    """The path of a brief's page."""
    return f"/brief/{quote(brief_id, safe='')}"


def _is_width(text: str) -> bool:
    if text in WIDTHS:
        return True
    return text.isascii() and text.isdigit() and NARROWEST <= int(text[:5]) <= WIDEST
