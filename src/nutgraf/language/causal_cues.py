"""Words that join a cause to what it brought about, and words that leave the cause open.

Gathered by hand after the explicit relations of cause of the Penn Discourse Treebank (annotation
manual 3.0, section 4: contingency) and the causal verbs of Girju (2003, "Automatic detection of
causal relations"). `After`, `when` and `as` order events and are no causes.
"""

from __future__ import annotations

import re

_DUE = r"due to (?=(?:the|an?|its|his|her|their|this|that|these|those|poor|bad|high|low|\w+ing)\b)"
BEFORE_CAUSE = re.compile(
    r"\b(?:because of|because|owing to|as a (?:direct )?(?:result|consequence) of|on account of"
    r"|thanks to|in response to|in retaliation for|in protest at|in protest over"
    r"|(?:was|were|is|are|been|being) (?:caused|prompted|triggered|sparked|driven|brought about)"
    rf" by|(?:prompted|triggered|sparked|caused) by|attributed to|blamed on|{_DUE})\s?",
    re.IGNORECASE,
)
"""Behind what was brought about, before its cause: `the pier shut because of the storm`."""

_LEFT = (
    r"resign\w*|quit\w*|le(?:ft|aves?|aving)|step(?:s|ped|ping)? down|stood down|fir(?:ed|es|ing)"
    r"|sack\w*|oust\w*|dismiss\w*|su(?:ed|es|ing)|suspend\w*|fin(?:ed|es)|arrest\w*"
    r"|walk(?:ed|s)? out|closed|shut|cancel\w*|halt\w*|postpon\w*|delay\w*|recall\w*"
    r"|boycott\w*|withdr[ae]w\w*"
)
OVER = re.compile(
    rf"\b(?:{_LEFT})\b[^.;:,]{{0,60}}?\b(?P<over>over) (?!\$|£|€|\d|the (?:past|last))"
)
"""`resigned over the contract`: a deed, and `over` before its cause."""

BEFORE_EFFECT = re.compile(
    r"\b(?:led(?: directly)? to|leads to|leading to|resulted in|results in|resulting in"
    r"|brought about|gave rise to|mean(?:s|t|ing) that|caused|causes|causing"
    r"|prompted|prompts|prompting"
    r"|triggered|triggers|triggering"
    r"|sparked|sparks|sparking|forced|forces|forcing|drove|led(?= (?:the|an?|its|his|her|their"
    r"|[A-Z]\w+)\b[^.,;]{0,60} to\b)|which is why|as a result|consequently|therefore|thereby)\b"
    r"(?! by\b)"
)
"""Behind a cause, before what it brought about: `the storm led to the closure`."""

JOINS = re.compile(
    r"\b(?:because|(?<=, )since (?=the|it|he|she|they|there)|owing|so that"
    r"|so (?=the|it|he|she|they)"
    r"|caus\w+|result(?:s|ed|ing)? (?:in|from)|as a (?:direct )?(?:result|consequence)|consequen\w+"
    r"|therefore|thereby|hence|thus|thanks to|led(?: \w+){0,6}? to|leads? to|leading to|prompt\w*"
    r"|trigger\w*|spark\w*|forc(?:ed|es|ing)|dr(?:ove|iven|iving)|provok\w+|blam\w+|attribut\w+"
    r"|reason(?:s|ed)? (?:for|was|is|why|that|given)|why|in response|in retaliation|in protest"
    r"|on account|over (?:its|his|her|their|claims?|allegations?|concerns?|fears?)"
    r"|amid|citing|cited|contribut\w+|responsible for|link(?:s|ed)|stem(?:s|med)? from|due to"
    r"|for (?:\w+ing|failing|refusing)|ma(?:kes?|de)(?! up\b)|mean(?:s|t) that"
    r"|le(?:ft|aving) \w+ without"
    r"|kill(?:s|ed|ing)|damag\w+|destroy\w+|affect\w+|effect of|impact\w*)\b",
    re.IGNORECASE,
)
"""Anything in a source by which a reader may take one thing for the cause of another."""

NO_JOIN = re.compile(
    r"\bdue to (?!the\b|an?\b|its\b|his\b|her\b|their\b|this\b|that\b|\w+ing\b)", re.IGNORECASE
)
"""`was due to get a new roof`, which is a plan."""

LEFT_OPEN = re.compile(
    r"\b(?:(?:did not|didn['’]t|does not|would not|declined to|refused to|without) "
    r"(?:give|giving|say|saying|offer|offering|disclose|disclosing|explain|explaining|state)"
    r"(?: (?:a|any|its|his|her|their|the))? (?:reasons?|why|cause)"
    r"|(?:gave|gives|offered|giving) no (?:reason|explanation)s?"
    r"|no (?:reason|explanation|cause) (?:was|has been|had been) (?:given|found|established)"
    r"|(?:cause|reason)s? (?:\w+ ){0,6}?(?:is|are|was|were|remains?|remained) (?:not |still |yet )*"
    r"(?:un\w+|known|clear|established|determined|under investigation|being investigated)"
    r"|(?:no ?one|nobody) knows|(?:do not|does not|did not|don['’]t|doesn['’]t|didn['’]t) know "
    r"(?:yet )?(?:why|what|how|whether)"
    r"|(?:cannot|can['’]t|could not|couldn['’]t|did not|didn['’]t|(?:has|have|had) not|unable to)"
    r" (?:yet |been able to )*(?:say|determined?|identify|identified|establish(?:ed)?|find|found)"
    r"(?: \w+){0,7}? (?:why|whether|causes?|caused|reasons?)"
    r"|(?:too early|too soon|not possible) to (?:say|tell|know|speak|name|talk)"
    r"|(?:not|n['’]t) (?:related|connected|linked)"
    r"|(?:unrelated|unconnected) to|no (?:link|connection))\b",
    re.IGNORECASE,
)
"""Where a source says that the cause is not known, not told, or not this one."""
