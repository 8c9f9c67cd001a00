"""The page behind the unsubscribe link, in the look of the publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from nutgraf.errors import Faulty
from nutgraf.render.context import publication_view
from nutgraf.render.templating import Templates
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.settings import Settings

TEMPLATE: Final = "unsubscribe/page.html.j2"
# The page loads nothing, runs nothing, and posts to where it came from alone.
POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

Stage = Literal["ask", "done", "back", "wrong", "later"]
# What a template that an editor broke while the server runs must not keep from a reader.
_PLAIN: Final = {
    "ask": "Unsubscribe?",
    "done": "You are unsubscribed.",
    "back": "You are subscribed again.",
    "wrong": "This link does not work.",
    "later": "Nothing was changed. Please try again in a few minutes.",
}


@dataclass(frozen=True)
class Page:
    """Makes the page; `templates` are the workspace's before the shipped ones."""

    settings: Settings
    brand: Brand
    templates: Templates

    def html(self, stage: Stage, address: str = "", *, may_return: bool = True) -> str:
        """The page in one of its stages. Raises Faulty where the template is wrong."""
        sender = self.settings.sender
        return self.templates.render(
            TEMPLATE,
            {
                "state": stage,
                "address": shortened(address),
                "may_return": may_return,
                "contact": sender.reply_to or sender.address,
                "publication": publication_view(self.settings),
                "brand": self.brand,
            },
        )

    def prove(self) -> None:
        """Raises Faulty where the template is wrong, in whatever stage."""
        stages: tuple[Stage, ...] = ("ask", "done", "back", "wrong", "later")
        for stage in stages:
            self.html(stage, "reader@example.org")

    def shown(self, stage: Stage, address: str = "", *, may_return: bool = True) -> str:
        """The page, or one plain line of it where the template was broken meanwhile."""
        try:
            return self.html(stage, address, may_return=may_return)
        except Faulty:
            return f'<!doctype html><html lang="en"><title>{_PLAIN[stage]}</title>{_PLAIN[stage]}'


def shortened(address: str) -> str:
    """Enough of an address for its reader to know which it is, and for nobody to write to it."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}" if name else address
