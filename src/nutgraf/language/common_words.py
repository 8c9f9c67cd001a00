"""Whether a word is a common English one, so that its capital at a sentence's start says nothing.

The lists beside this module come from SCOWL; words of recent news that they do not have yet are
gathered here by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.language.common_words_a_l import WORDS as _A_TO_L
from nutgraf.language.common_words_m_z import WORDS as _M_TO_Z

_OF_NEWS = """
activist advocate airline airport airstrike anti-war app asylum blogger border budget campaign
caucus ceasefire cellphone climate co-founder coronavirus councillor coup crackdown cyber
cyberattack deportation deport detainee diesel diplomat donor drone drought earthquake economist
electorate email envoy epidemic ex-president filibuster flooding footage founder fundraiser
gunman gunmen healthcare hearing heatwave homeland hostage immigrant immigration impeachment
inflation influencer infrastructure insurgent internet investigator investor jihadist juror
landlord lawmaker lawsuit lawyer legislator livestream lockdown mayor meanwhile migrant militant
militia minister misinformation mortgage motorist nationwide newsletter nonprofit noncitizen
officer official offshore online outbreak pandemic passenger paramedic pedestrian pension
plaintiff podcast pollster post-war premier prosecutor protester quarantine rally rebel referendum
refugee republic retailer riot runoff sanction scientist senator settler shareholder shareholding
shooter shooting smartphone spokesman spokeswoman spokesperson startup statewide stakeholder storm
streaming subpoena subsidy superintendent surveillance suspect tariff teen teenager
terrorism terrorist testimony tornado tourism tourist treasury tsunami tweet unemployment vaccine
veteran videotape voter wage warrant watchdog website whistleblower wildfire worldwide yesterday
aged alongside amid amidst among based born despite due ex former including inside like near
nearly next no-one outside overall per plus pre pro regarding so-called throughout today tonight
tomorrow toward towards unlike via versus whereas co vice meanwhile bn mn pm am vs re et al
"""
_IRREGULAR = """
am is are was were be been being has had having does did done doing went gone said told made
took taken came gave given got gotten knew known thought felt left kept held brought bought began
begun became led met paid sent spent stood built lost won found heard ran run sat set shot sold
saw seen spoke spoken wrote written rose risen fell fallen grew grown drew drawn drove driven
broke broken chose chosen swore sworn struck fought caught taught sought dealt hit cut put let
men women children people police lives wives halves shelves media data criteria i a an it's i'm
"""
_OWN = frozenset(_OF_NEWS.split()) | frozenset(_IRREGULAR.split())

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ly", ("", "e", "le")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ness", ("", "e")),
)
_DOUBLING = ("ed", "ing", "er", "est")


def is_common(word: str) -> bool:
    """Whether `word`, in small letters, is among the some 11,000 most common English words."""
    if _listed(word):
        return True
    return any(_listed(base) for base in _bases(word))


def _listed(word: str) -> bool:
    return word in _A_TO_L or word in _M_TO_Z or word in _OWN


def _bases(word: str) -> Iterator[str]:
    """What is left of a word without a regular ending."""
    for ending, instead in _ENDINGS:
        if len(word) < len(ending) + 2 or not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        for end in instead:
            yield stem + end
        if ending in _DOUBLING and len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]
