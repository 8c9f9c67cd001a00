"""The order in which `nutgraf --help` lists the commands: that of the work, from note to reader."""

from __future__ import annotations

from typing import Final

import typer
from typer.core import TyperGroup

# In a few words each: what Typer would cut off of the first sentences.
SHORT: Final = {
    "init": "make a workspace with a first brief",
    "add": "capture pages, papers and texts as sources",
    "sources": "list and search the sources, and who cites them",
    "entities": "list the people and bodies, and where titles differ",
    "timeline": "say what happened when, and what is new since",
    "new": "begin a brief, a note or an angle",
    "check": "say what is unsourced, altered or overstated",
    "angles": "list the angles, what they rest on and where used",
    "cite": "write in the citations that are missing",
    "suggest": "list what the pack holds and the brief does not tell",
    "accept": "put in what the sources differ on or leave open",
    "verify": "go through what wants a person, and sign off",
    "build": "make the digests of a brief",
    "preview": "show the draft and its evidence, live",
    "approve": "give your word that a brief may go",
    "send": "send a brief to its readers, each once",
    "status": "say where a brief stands, and who got it",
    "schedule": "print or check the crontab line, or a timer",
    "worker": "send what other machines hand over",
    "recipients": "look at lists of readers, and add to them",
    "unsubscribe-server": "answer the links that unsubscribe",
    "bounces": "read what came back, and suppress",
    "correct": "put right what a sent brief said",
    "archive": "write what was sent as a website",
    "handover": "make a campaign at listmonk or Buttondown",
    "rules": "list the rules",
    "explain": "say what a rule wants, and why",
    "doctor": "say what is wrong with all of it",
    "bench": "score the checker on labelled cases",
}


class InOrder(TyperGroup):
    """The commands in the order of `SHORT`, each with its few words; others behind them."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        names = super().list_commands(ctx)
        known = [name for name in SHORT if name in names]
        for name in known:
            self.commands[name].short_help = SHORT[name]
        return known + [name for name in names if name not in SHORT]
