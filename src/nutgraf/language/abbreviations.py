"""Abbreviations of news prose that end in a full stop, by what their full stop can mean.

Gathered by hand after the usage of the AP and Guardian style books: titles, states, months and
company forms as news agencies print them, and Latin reference words. All in small letters and
without the last full stop. Dotted letters (`U.S.`, `a.m.`) need no list: `DOTTED` knows them by
their form.
"""

from __future__ import annotations

import re

_BEFORE_A_NAME = """
mr mrs ms mx dr prof rev hon pres vp sen sens rep reps gov govs lt col gen maj capt cpt cmdr
cdr sgt cpl pvt pfc adm brig supt insp det const atty asst assoc dep amb sec msgr mgr fr
messrs mmes mlle mme dir exec supr chmn
"""
BEFORE_A_NAME = frozenset(_BEFORE_A_NAME.split())
"""With a capital, it stands before a name: its full stop never ends a sentence."""

_BEFORE_A_FIGURE = """
no nos p pp para paras art arts fig figs vol vols ch chap cl rt rte hwy ed eds
jan feb mar apr jun jul aug sept sep oct nov dec ca c approx circa
"""
BEFORE_A_FIGURE = frozenset(_BEFORE_A_FIGURE.split())
"""Its full stop ends no sentence where a figure follows."""

_WITH_A_CAPITAL = """
inc corp co ltd llc plc cos bros mfg intl natl univ assn assns dept depts govt admin div dist
ave blvd rd st ste mt ft pt jr sr esq phd
ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb
nev okla ore pa tenn tex va vt wash wis wyo ont que
mon tue tues wed thu thur thurs fri sat sun
"""
WITH_A_CAPITAL = frozenset(_WITH_A_CAPITAL.split())
"""With a capital (some are common words without), it ends a sentence only before a plain start."""

_IN_ANY_CASE = """
eg ie cf viz vs v nb incl est ext al rs bn mln sq cu lb lbs oz hr hrs mph tel approx
"""
IN_ANY_CASE = frozenset(_IN_ANY_CASE.split())
"""It ends a sentence only where what follows plainly begins one."""

DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
"""Letters each with a full stop, the last one left out: `U.S`, `a.m`, `D.C`, `e.g`."""

_STARTERS = """
a about after all also although among an and another any are as at because before both but by
can did do does during each earlier even every few finally for from had has have he
her here his how however i if in instead is it its just later many meanwhile more most
my nearly neither no nobody none not nothing now of officials on once one only or others
our out over perhaps police she since so some soon still such than that the their them then
there these they this those though through thus to two under until we well were what when
where whether which while who why with without would yet you your
"""
STARTERS = frozenset(_STARTERS.split())
"""Words that, with a capital, begin a sentence rather than go on with a name."""
