"""Acts that headlines tell, by kind, and the words that keep a text from saying that one was done.

Gathered by hand from headlines of news agencies; the words that leave an act open are those of a
plan not yet made (`is considering`, `a bill to`), a doubt, a fear, a charge and a denial. What has
been decided or announced (`will close`, `plans to close`) may be told as done in a headline.
"""

from __future__ import annotations

import re

_ACTS = """
close|closes|closed|closing|shut|shuts|shutting|shutters|shuttered|closure
approve|approves|approved|approving|authori[sz]e[sd]?|green-?lights?|okays?
ban|bans|banned|banning|outlaws?|outlawed|prohibit(?:s|ed|ing)?
sign|signs|signed|signing|enact(?:s|ed)?
drown|drowns|drowned|drowning
quit|quits|resign(?:s|ed|ing|ation)?|step(?:s|ped|ping) down
fire[sd]|sack(?:s|ed)|oust(?:s|ed)|dismiss(?:es|ed)
cancel(?:s|l?ed|l?ing|lation)?|scrap(?:s|ped|ping)?|axe[sd]?
buy|buys|bought|buying|acquire[sd]?|acquiring|take(?:s|n)? over|took over|takeover
sell|sells|sold|selling
poison(?:s|ed|ing)?|contaminat(?:e[sd]?|ing|ion)|pollut(?:e[sd]?|ing|ion)|taint(?:s|ed)?
end|ends|ended|ending|abolish(?:es|ed|ing)?
raise[sd]?|raising|hike[sd]?
evict(?:s|ed|ing)?|deport(?:s|ed|ing)?|expel(?:s|led|ling)?
strike|strikes|struck|walk(?:s|ed)? out
paid|pays?|underpa(?:id|ys)
stole|steals?|stolen
""".strip().splitlines()
ACTS = tuple(re.compile(rf"\b(?:{line})\b", re.IGNORECASE) for line in _ACTS)
"""Acts by kind; the words of one kind tell the same."""
VERB = re.compile(
    r"\w+(?:s|ed)|(?:steps?|stepped) down|(?:takes?|took|taken) over|walk(?:s|ed) out|shut|quit"
    r"|bought|sold|struck|(?:under)?paid|stole|stolen",
    re.IGNORECASE,
)
"""Forms in which a headline has them as verbs."""
FINDS_A_THING = re.compile(
    r"\b(?:finds?|discovers?|detects?|uncovers?)\s(?P<behind>(?:[\w-]+\s){0,2}?[\w-]+)"
    r"(?=\s(?:on|in|at|under|off|near|from)\b|$)"
    r"|(?P<before>[\w-]+)\s(?:found|discovered|detected|uncovered)(?=\s(?:on|in|at|under|off|near)\b)",
    re.IGNORECASE,
)
"""A headline by which a thing has been found: `Rover finds ice on Titan`."""
LEAVES_OPEN = re.compile(
    r"\b(?:consider\w*|weigh(?:s|ed|ing)?|mull\w*|propos\w*|recommend\w*|urg(?:e[sd]?|ing)|ask(?:s|ed)?"
    r"|call(?:s|ed|ing)? (?:for|on)|wants?|wanted|hop(?:e[sd]?|ing)|seek\w*|sought|may|might|could"
    r"|can|whether|if|unless|yet to|not|never|no|nor|fear(?:s|ed)?|suspect\w*|suspicion|believ\w*"
    r"|thought|possib\w+|likely|signs? of|hints?|alleg\w+|accus\w+|claim(?:s|ed)?|den(?:y|ies|ied)"
    r"|(?:who|which) says?|saying|is to decide|decide|talks|interested|testing|until|before"
    r"|(?:bill|measure|proposal|legislation|ordinance|amendment|rule|plan|that|which) would"
    r"|(?:bill|proposal|measure|motion|petition|effort|bid|request|push|campaign|offer) to)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
"""What leaves open, in the same clause before it, whether a thing was done."""
OPENED = re.compile(
    r"\b(?:weighs?|weighing|considers?|mulls?|eyes?|seeks?|urges?|backs?|proposes?|plans?|possible"
    r"|possibly|likely|signs?(?= of)|hints?|looms?|near(?:s|ing)|set to|panel|advisers|bid|push"
    r"|votes?|ponders?|hopes?|wants?|vows?|threatens?|expected|feared|believed|drills?)\b",
    re.IGNORECASE,
)
"""What leaves it open in a headline."""
