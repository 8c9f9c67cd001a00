"""What headlines call people and bodies for short, and what each stands for, in small letters.

Gathered by hand from the short forms that news style books allow without explanation.
"""

from __future__ import annotations

SHORT_NAMES: dict[str, tuple[str, ...]] = {
    "nyc": ("new york",),
    "la": ("los angeles",),
    "dc": ("washington",),
    "washington": ("district of columbia", "d.c."),
    "sf": ("san francisco",),
    "gop": ("republican", "republicans"),
    "dem": ("democrat", "democratic"),
    "dems": ("democrats", "democratic"),
    "lib": ("liberal",),
    "libs": ("liberals",),
    "tory": ("conservative", "conservatives"),
    "tories": ("conservatives", "conservative"),
    "pm": ("prime minister",),
    "vp": ("vice president",),
    "mp": ("member of parliament", "constituency", "seat", "by-election", "commons"),
    "mps": ("members of parliament", "commons", "parliament"),
    "tv": ("television", "broadcast", "screen", "episode", "channel"),
    "fed": ("federal reserve",),
    "feds": ("federal",),
    "un": ("united nations",),
    "eu": ("european union",),
    "ap": ("associated press",),
    "wwii": ("world war", "second world war"),
    "pentagon": ("department of defense", "defense department"),
    "kremlin": ("russia", "russian", "moscow"),
    "downing street": ("prime minister", "no 10", "no. 10"),
    "whitehall": ("government", "ministry"),
    "capitol hill": ("congress", "senate"),
    "brussels": ("european union", "european commission"),
    "er": ("emergency room",),
    "holyrood": ("scottish parliament", "scottish government"),
    "westminster": ("parliament", "commons", "lords", "mps"),
    "middle ages": ("medieval",),
    "stone age": ("neolithic", "palaeolithic", "paleolithic"),
}
"""Each short form with phrases any of which a text that means it has."""

GENERIC = frozenset(
    [
        "mp",
        "mps",
        "am",
        "ams",
        "msp",
        "msps",
        "pm",
        "tv",
        "cctv",
        "dna",
        "ceo",
        "cfo",
        "gp",
        "gps",
        "md",
        "phd",
        "qc",
        "vip",
        "id",
        "pr",
        "hr",
        "regulator",
        "ombudsman",
        "coroner",
        "prosecutor",
        "watchdog",
        "it",
        "ai",
        "mr",
        "mrs",
        "ms",
        "dr",
        "former",
        "president",
        "year",
        "century",
    ]
)
"""Words with capitals that name nobody."""

_PERIODS_TEXT = """
q1 q2 q3 q4 1q 2q 3q 4q h1 h2 1h 2h fy yoy qoq ytd
"""
PERIODS = frozenset(_PERIODS_TEXT.split())
"""What business reports call stretches of the year, and comparisons of them."""
