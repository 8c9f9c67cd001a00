"""What newsrooms write in the same words every day: no sign that one has copied another.

Gathered by hand for this project from news English: how it is said that nobody answered, that a
source is not named, what the police and the courts do, and what the weather service says.
"""

from __future__ import annotations

import re

_PHRASES = r"""
(?:did|does) not (?:immediately )?(?:respond|reply|return)\b.{0,80}
(?:could|can) not (?:immediately )?be reached\b.{0,60}
(?:declined|refused) to (?:comment|answer|elaborate|say)\b.{0,60}
(?:on|under) (?:the )?condition of anonymity\b.{0,120}
(?:was|were|is|are) not (?:immediately )?(?:authori[sz]ed|clear|known|available)\b.{0,80}
it (?:was|is) not immediately clear\b.{0,60}
(?:was|were) (?:taken|rushed|airlifted|brought) to (?:an? |the |\w+ ){0,3}hospital\b.{0,80}
(?:was|were) pronounced dead\b.{0,40}
(?:was|were) (?:arrested|booked|charged|released|held|sentenced)\b.{0,60}
pleaded? (?:not )?guilty\b.{0,60}
(?:faces|facing|carry|carries) (?:a |up to ){0,2}.{0,30}(?:years?|life) (?:in|behind)\b.{0,20}
anyone with (?:any )?information\b.{0,100}
(?:is|are) expected to (?:be|make|take|appear)\b.{0,60}
(?:said|wrote|posted) (?:in|on) (?:a|an|his|her|its|their|the)\b.{0,40}
spoke to reporters\b.{0,40}
at the (?:end|beginning|start) of the\b.{0,20}
for the first time (?:in|since)\b.{0,40}
in the (?:early|late) hours of\b.{0,30}
(?:less|more|fewer) than (?:half|a third|a quarter)\b.{0,20}
"""
STOCK = re.compile("|".join(f"(?:{line})" for line in _PHRASES.splitlines() if line), re.IGNORECASE)
"""Matches a stock phrase, with what follows it."""
