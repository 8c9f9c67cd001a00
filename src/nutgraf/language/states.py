"""States that end, and the words that tell of their end: `is on leave`, and `was reinstated`.

Gathered by hand from the follow-ups of news agencies: what a first report says is so (a road is
closed, a suspect at large, a clerk on leave) and what the next one tells of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_STATES = (
    (
        r"closed|shut|barred to",
        r"reopen\w*|opened again|(?:was|were) (?:open|opened) again|open again",
    ),
    (
        r"on (?:\w+ )?leave|suspended|sidelined|benched|banned",
        (
            r"resign\w*|quit|fired|dismissed|sacked|reinstated|reassigned"
            r"|assigned to (?:other|new|different)|return\w* to (?:work|duty|the job|the field)"
            r"|back (?:at work|on duty|in the job)|stepped down|retired"
            r"|(?:lifted|overturned|quashed|annulled|ended)\b.{0,30}\b(?:ban|suspension)"
            r"|(?:ban|suspension)\b.{0,80}\b(?:lifted|ended|expired|overturned|over)"
        ),
    ),
    (
        r"suspended|halted|paused|on hold|grounded|cancell?ed",
        r"resum\w*|restored|restarted|reinstated|back (?:in|on)",
    ),
    (
        (
            r"under (?:an? |the )?(?:\w+ )?(?:order|warning|curfew|lockdown|advisory"
            r"|quarantine|alert"
            r"|emergency|boil-water notice)s?|in force|in effect|in place"
        ),
        (
            r"lifted|expired|rescinded|cancell?ed|lapsed|repealed|struck down|overturned|withdrawn"
            r"|came to an end|ended|blocked"
        ),
    ),
    (
        r"evacuated|displaced|homeless",
        r"(?:came|come|went|gone|returned|allowed) (?:back )?home|returned to their",
    ),
    (
        r"on strike|striking|picketing|walking out|locked out",
        (
            r"return\w* to work|ended (?:the|their|its) (?:\w+ )?(?:strike|walkout)|called off"
            r"|(?:strike|walkout) (?:has |had )?(?:ended|is over|was over)|went back to work"
            r"|ratified"
        ),
    ),
    (
        r"in (?:\w+ )?custody|jailed|in (?:jail|prison)|detained|behind bars|being held",
        r"released|freed|(?:posted|granted|made) bail|acquitted|deported|pardoned|escaped",
    ),
    (
        r"at large|on the run|wanted|being sought|in hiding",
        (
            r"arrested|captured|caught|surrendered|turned (?:him|her|them)sel(?:f|ves) in"
            r"|in custody"
            r"|found dead"
        ),
    ),
    (
        r"missing|unaccounted for",
        (
            r"(?:was|were|been) (?:found|rescued|located|accounted for|identified)|turned up"
            r"|bod(?:y|ies)\b.{0,60}\b(?:found|recovered)|recovered the bod(?:y|ies)"
        ),
    ),
    (
        (
            r"in (?:the |a )?hospital|hospitali[sz]ed|in (?:critical|serious|stable) condition"
            r"|in intensive care|on life support|in a coma"
        ),
        r"discharged|released|died|went home|sent home|left the hospital",
    ),
    (r"trapped|stranded|stuck", r"rescued|freed|pulled out|brought (?:out|up|ashore)|reached"),
    (
        (
            r"without (?:\w+ )?(?:power|water|electricity|heat|service)|offline|down|out of service"
            r"|out of order|out of action"
        ),
        (
            r"restored|back (?:in service|online|on|up|at work)|went back into|repaired|resumed"
            r"|came back|returned to service"
        ),
    ),
    (
        r"burning|out of control|uncontained",
        r"(?:fully |\d+ (?:percent|per cent|%) )?contained|extinguished|put out|under control",
    ),
    (r"(?:up )?for sale|on the market", r"sold|bought|taken off"),
    (
        r"pending|before (?:the|a) (?:court|judge)|undecided",
        (
            r"dismissed|settled|thrown out|threw out|was (?:granted|denied|decided)|withdrawn"
            r"|dropped"
            r"|ruled on"
        ),
    ),
    (
        r"in talks|negotiating|in negotiations|at the table",
        r"broke off|collapsed|walked away|called off|talks (?:have |had )?(?:ended|failed)",
    ),
    (
        r"under (?:\w+ )?investigation|being investigated|being audited",
        (
            r"cleared|closed (?:the|its) (?:\w+ )?(?:inquiry|investigation|case|probe)"
            r"|(?:inquiry|investigation|probe)\b.{0,30}\b(?:closed|ended|dropped)"
        ),
    ),
    (
        r"under construction|being built|unfinished",
        r"(?:was|were) (?:opened|completed|finished|abandoned)|opened (?:to|on|in)",
    ),
    (r"unbeaten|undefeated", r"lost to|lost (?:its|their|his|her) first|beaten|defeated"),
    (
        r"vacant|unfilled|without an? (?:\w+ )?(?:leader|head|director|coach|manager|chief)",
        r"appointed|filled|named|hired",
    ),
    (
        r"in charge|at the helm|in office|in power|on the board",
        (
            r"resigned|stepped down|left (?:office|the (?:post|job|board))|ousted|fired"
            r"|voted out|died"
            r"|(?:was|were) replaced"
        ),
    ),
    (
        r"standing by|backing|sponsoring",
        (
            r"ended (?:its|their|his|her) (?:sponsorship|support|backing|deal|contract)|withdrew"
            r"|dropped|cut (?:its|all|their) ties|pulled out"
        ),
    ),
)


class State(NamedTuple):
    """A pattern of the words for a state, and one for those that tell of its end."""

    held: re.Pattern[str]
    ended: re.Pattern[str]


STATES = tuple(
    State(
        re.compile(
            r"\b(?P<be>is|are|remains?|stays?)\s(?:still |currently |now |also )*"
            rf"(?P<state>{held})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{ended})\b", re.IGNORECASE),
    )
    for held, ended in _STATES
)
