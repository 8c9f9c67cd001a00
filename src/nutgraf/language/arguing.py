"""Words of argument: by which an editor reads facts, rather than reports them.

Gathered by hand from opinion columns and newsletters' "why it matters" paragraphs, after the
classes of evaluative and inferential verbs in Hyland and Tse (Metadiscourse in academic writing,
2004) and the event nouns of TimeML (annotation guidelines 1.2.1, section 2.1).
"""

from __future__ import annotations

import re

_VIEW_VERBS = """
show shows showed shown suggest suggests suggested signal signals signaled signalled mean means
meant tell tells told prove proves proved proven validate validates validated mirror mirrors
mirrored echo echoes echoed raise raises raised reveal reveals revealed underline underlines
underlined underscore underscores underscored highlight highlights highlighted expose exposes
exposed explain explains explained matter matters mattered deserve deserves deserved belong belongs
read reads sound sounds look looks looked feel feels felt seem seems seemed appear appears make
makes made leave leaves left put puts ask asks asked invite invites invited point points pointed
risk risks risked remain remains remained hinge hinges depend depends boil boils come comes speak
speaks sit sits rest rests turn turns turned change changes changed shift shifts shifted test tests
tested complicate complicates complicated illustrate illustrates illustrated teach teaches taught
remind reminds reminded frame frames framed deserved earned needed wanted mattered lacked
starting beginning becoming looking turning getting growing shaping
demonstrate demonstrates demonstrated confirm confirms outweigh outweighs outweighed
like liked likes love loved loves hate hated hates want wants cheer cheered cheers fear feared fears
hope hoped hopes blink blinked flinch flinched shrug shrugged notice noticed forget forgot forgotten
remember remembered learned learnt loom loomed looms bring brings brought came see sees saw seen
got went goes had know knows knew known agree agrees agreed disagree disagreed blame blames blamed
trust trusts trusted distrust distrusted side sided
"""
VIEW_VERBS = frozenset(_VIEW_VERBS.split())
"""What an argument does with facts; none of them is something that somebody did in the news."""

_ANYBODYS = """
lose loses lost win wins won pay pays paid give gives gave given keep keeps kept fail fails failed
stand stands stood fall falls fell end ends ended begin begins began start starts started stop stops
stopped work works worked try tries tried wait waits waited stay stays stayed move moves moved run
runs ran live lives lived lie lies lay walk walks walked watch watches watched already away again
back once ever word words thing things lot together apart forward anyway instead finally take takes
took taken count counts counted number numbers figure figures sum sums paper arithmetic reason
reasons
"""
ANYBODYS = frozenset(_ANYBODYS.split())
"""Verbs with which anybody may tell again, in a word, what a source tells at length."""

LENT = re.compile(
    r"\b(?:we|us|our|ours|you|your|I|my|readers?|should|would|could|(?-i:may)|might|must|ought|can(?:not|['’]t)?"
    r"|will|won['’]t|let['’]?s|if|unless|whether|perhaps|possibly|probably|likely|maybe|potentially"
    r"|like (?:this|these|that|those)|arguably|presumably|seem(?:s|ed|ingly)?|appear(?:s|ed)?"
    r"|apparently|reportedly|allegedly"
    r"|nobody|no one|everybody|everyone|nothing|everything|supposed(?:ly)?|as if|as though"
    r"|imagine|suppose|say)\b",
    re.IGNORECASE,
)
"""By which a clause is a wish, a guess, a condition or about ourselves, and no fact."""

VIEW_NOUNS = re.compile(
    r"\b(?:question|story|frame|point|pattern|lesson|signal|test|foundation|stake|matter|reading"
    r"|view|angle|thread|theme|irony|paradox|puzzle|temptation|risk|danger|bet|gamble|reminder"
    r"|warning sign|tell|moral|takeaway|bottom line)s?\b",
    re.IGNORECASE,
)
"""What an argument calls the things that it weighs."""

_SAME = (
    r"(?:(?:in|on|during|at|within) )?(?:the |that |this )?(?:very |exact )?same (?:day|morning"
    r"|evening|night|afternoon|week|weekend|month|year|season|quarter|spring|summer|autumn|fall"
    r"|winter|hour|session)(?: (?:that|as|when|in which|on which))?"
)
_SPAN = (
    r"(?:(?:just|only|barely|mere|a|an|one|two|three|four|five|six|several|some|\d+) ){0,3}"
    r"(?:hours?|days?|weeks?|months?|years?) (?:after|before)"
)
LINK = re.compile(
    rf"\s*(?:[;()]|:(?=\s)|\s[—–](?=\s))|,\s+(?:and|but|so|while)\b"
    rf"|(?:,|;| [—–-])?\s*\b(?:{_SAME}|{_SPAN}|(?:shortly|soon|right|just|even|long|only) (?:after"
    r"|before)|(?:in|on) the (?:day|week|month|year|season)"
    r" (?:that|when|in which)|after|before|since|when|because|given that|given|now that"
    r"|amid|following|until|while"
    r"|as(?=\s(?:the|its|his|her|their|[\w’'-]+['’]s)\s)|in the wake of|on the heels of"
    r"|ahead of|despite|that(?=\s(?:will|would|may|might|can|could|should)\b)"
    r"|which|who(?!se)|in which|at which)\s",
    re.IGNORECASE,
)
"""Before a part of a clause that is told in passing."""

OWN_POINT = re.compile(
    r"(?:\b(?:questions?|asks?|asked|asking|wonder|wondering|know|knows|see|decides?|explains?|is|was"
    r"|of|about|on|over)\s+(?:who|where|when|which)\b|\b(?:why|how|what|whatever|whoever"
    r"|whether)\b)",
    re.IGNORECASE,
)
"""Before what is asked or left open, which asserts nothing."""

STATUS = re.compile(
    r"\b(?:is|are|remains?|was|were) (?:now |still |already |also |both |currently )*"
    r"(?:in (?:active |federal |open |ongoing )*(?:litigation|court|custody|prison|jail|talks"
    r"|bankruptcy|receivership|arbitration|default|recession)"
    r"|under (?:investigation|indictment|arrest|review by|sanctions?)"
    r"|on trial|on strike|facing (?:charges|trial|a lawsuit|lawsuits|an inquiry)"
    r"|married to|owned by|run by|(?:funded|financed|bankrolled|backed) by|(?:a|the) former"
    r"|(?:a|the|its|his|her) (?:\w+ )?(?:donor|client|shareholder|director|board member|lobbyist"
    r"|business partner|wife|husband|son|daughter|brother|sister|cousin) (?:of|to|at|in))\b"
    r"|\b(?:sits|sit) on the (?:\w+ )?boards?\b|\b(?:chairs|owns|advises|funds) (?:the|a|an|its)\b",
    re.IGNORECASE,
)
"""A state of affairs that stands in the records, though it is told in the present."""

_CHARGES = """
hid hide hides hidden conceal concealed conceals lied mislead misled buried destroyed shredded stole
stolen bribed rigged doctored falsified faked silenced retaliated blackmailed sabotaged tampered
stonewalled pocketed siphoned laundered smuggled spied plotted colluded conspired
"""
CHARGES = frozenset(_CHARGES.split())
"""Deeds that are a charge against whoever did them."""

RANKED = re.compile(
    r"\b(?:the|its|his|her|their|a) (?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|\d{1,3}(?:st|nd|rd|th))(?![-‑]| (?:time around|thought|look|chance|reading|party"
    r"|parties|option|way|question|point|reason|act|wave|half|quarter|person|nature|hand))\b",
    re.IGNORECASE,
)
"""`the third city this year`: a count of cases, which somebody must have counted."""

_EVENTS = """
cover-up coverup collapse ouster ousting firing sacking resignation merger takeover buyout bailout
bankruptcy lawsuit settlement leak raid crash recall arrest indictment conviction acquittal probe
investigation inquiry audit ban purge walkout shutdown lockout closure closing sale death killing
shooting stabbing attack explosion blast outbreak verdict ruling veto election referendum defeat
hack breach blackout outage spill derailment layoff scandal coup crackdown boycott assassination
impeachment eviction evacuation expulsion deportation suspension cancellation bribe kidnapping
poisoning massacre famine strike stampede landslide default downgrade dismissal appointment
concealment deception whitewash falsification
"""
EVENTS = frozenset(_EVENTS.split()) | {
    f"{word}s" for word in _EVENTS.split() if not word.endswith(("y", "s", "x"))
}
"""Nouns for what has happened: with `the` or a name before them they take it for granted."""

HIDDEN_DEEDS = frozenset(
    [
        "cover-up",
        "coverup",
        "purge",
        "coup",
        "bribe",
        "bribes",
        "sabotage",
        "concealment",
        "deception",
        "whitewash",
        "falsification",
    ]
)
"""Events that are a charge against somebody by themselves, however shortly they are named."""

_LIKENED = """
moment moments playbook effect treatment test doctrine era style story question problem factor
syndrome scenario model way approach fans crowd vibe brand spirit dream myth logic economy world
administration administrations
presidency government years market markets public voters readers industry sector community region
coast county town valley area state city press media weather
"""
LIKENED = frozenset(_LIKENED.split())
"""`the Kodak moment`: a name that is only likened to."""

_IS = "(?:is|are|was|were)"
UNLABELLED = re.compile(
    rf"\b(?:{_IS} (?:starting|beginning) to look like|(?:beg[ia]ns?|starts?|started) to look like"
    r"|smacks? of|reeks? of"
    rf"|speaks? volumes|lays? bare|laid bare|{_IS} no (?:coincidence|accident)"
    rf"|{_IS} (?:nothing (?:less|short) (?:than|of)|a textbook (?:case|example)|a naked"
    r"|a stunning (?:indictment|rebuke))"
    r"|clearly (?:shows?|meant|wanted|knew|failed|lied|tried|aimed|designed|intended|broke"
    r"|violated)|(?:is|are) obvious to anyone"
    r"|proves (?:once and for all|beyond doubt|that)|validates (?:the|what|those)"
    r"|once again (?:proves|shows)|shows just how|says everything about"
    r"|(?:can|could) only be (?:read|seen) as|leaves no doubt|there (?:is|can be) no doubt that"
    r"|it is (?:obvious|clear|plain) that|unmistakabl[ey]|undeniabl[ey]|needless to say)\b",
    re.IGNORECASE,
)
"""Strong marks of a view; in a section of facts a reader takes it for one of them."""
