"""How sure a statement is said to be: hedges and modals on a ladder.

After Hyland's list of hedges (Hedging in Scientific Research Articles, 1998) and the words with
which style books ask reporters to mark what is not established. 5 is plain statement, so no
phrase has it: 4 likely, 3 believed or reported by others, 2 possible, 1 doubtful.
"""

from __future__ import annotations

from nutgraf.language.phrase_tables import lines, table

CERTAIN = 5

_LIKELY = """
likely; probably; most likely; very likely; highly likely; expected to; expected that; is expected
are expected; was expected; were expected; expects to; expect to; poised to; on track to
on course to; almost certainly; almost certain; tipped to; projected to; forecast to; forecasts
predicted to; anticipated; anticipates; largely expected; in all likelihood; should; estimated to
virtually; tends to; tend to; generally; typically
"""
_BELIEVED = """
reportedly; allegedly; supposedly; purportedly; apparently; seemingly; presumably; ostensibly
believed to; believed; thought to; understood to; said to; reported to; alleged to; suspected of
suspected; alleged; reputed; purported; apparent; appears to; appear to; appeared to; appears
appeared; seems to; seem to; seemed to; seems; seemed; rumored; rumoured; rumored to; rumoured to
deemed to; considered to; presumed; feared; feared to; suspected to; suspects; is accused of
are accused of; accused of; was accused of; claims to; claimed to; claim to; assumed to; signs of
looks as if; looks as though; looked as if; looked as though; look as if; signs that
sign that; early signs; is thought; are thought
was thought; were thought; indications that; indicates that; indicated that
suggests that; suggest that; suggested that
suggesting that; suspicion; in apparent; according to reports; sources say; sources said
unconfirmed reports; feared dead; regarded as
"""
_POSSIBLE = """
may; might; could; may have; might have; could have; potentially; possibly; perhaps; maybe
possible; potential; possibility; conceivably; could be; may be; might be; can potentially
the chance; it is possible; arguably; at risk of; risks; risk of; threatens to; threaten to
threatened to; would-be; prospect of; the prospect; if confirmed; if true; if approved; hopes of
chance of; chances of
"""
_DOUBTFUL = """
unclear; uncertain; doubtful; unlikely; questionable; unconfirmed; unverified; not clear
not yet clear; not clear whether; looking at whether; looking into whether; investigating whether
examining whether; trying to establish whether; to establish whether; to determine whether
determining whether; to find out whether; asked whether; say whether; say if
not known whether; not known if
not yet known; not certain; not sure; nobody knows; no one knows; nobody yet knows
nobody can say; no one can say; nobody can yet say
no one yet knows; do not know; does not know; did not know; don't know; doesn't know
no evidence; remains to be seen
disputed; in doubt; unknown; not known
improbable
"""

HEDGES = table(
    [
        *lines(
            "may not be the only; might as well; could not; couldn't; may day; might not only", 5
        ),
        *lines(_DOUBTFUL, 1),
        *lines(_POSSIBLE, 2),
        *lines(_BELIEVED, 3),
        *lines(_LIKELY, 4),
    ]
)
"""Phrases in small letters, with how sure they leave what they govern (1 to 4; 5 is no hedge)."""

_DOUBTING = """
reportedly allegedly supposedly purportedly believed thought said suspected presumed understood
apparently seemingly likely probably possibly perhaps maybe potentially presumably may might could
"""
DOUBTING = frozenset(_DOUBTING.split())
"""Words any of which may stand for another: how a writer says that it is not sure."""
