"""Which rule speaks where several see one fault: the most telling one, by name, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Contest:
    """Rules that may see one fault, the most telling first.

    They see the same fault where their findings share words of the brief (`words`), or are of one
    claim (`claim`).
    """

    over: Literal["words", "claim"]
    rules: tuple[str, ...]


_FIGURES = (
    "derived-number",
    "bound-as-value",
    "unit-drift",
    "number-unmatched",
    "false-precision",
    "denominator-missing",
    "scale-word-tension",
)
_QUOTED_WORDS = (
    "quote-altered",
    "ellipsis-distortion",
    "quote-not-found",
    "quote-misattributed",
)
_STRENGTH = ("allegation-as-finding", "strength-inflated", "scope-widened", "hedge-dropped")
_UNSAID = ("partial-support", "failed-verification", "uncited-claim")

PRECEDENCE: tuple[Contest, ...] = (
    Contest("words", _FIGURES),
    Contest("words", (*_QUOTED_WORDS[:3], "quote-variant", "quote-unattributed")),
    Contest("words", ("quote-misattributed", "speaker-role-missing", "second-hand-quote")),
    # A figure or a name with a fault is the fault of its claim.
    Contest(
        "claim",
        (
            *_FIGURES[:4],
            "unknown-entity",
            "partial-support",
            "failed-verification",
            "uncited-claim",
        ),
    ),
    # That sources differ tells more than that one of them has it otherwise.
    Contest(
        "words",
        (*_FIGURES[:4], "number-conflict", *_FIGURES[4:], *_UNSAID, "internal-contradiction"),
    ),
    Contest(
        "words",
        (
            "number-unmatched",
            "quote-altered",
            "source-conflict",
            *_UNSAID,
            "internal-contradiction",
        ),
    ),
    Contest("claim", ("source-conflict", "contrary-evidence-omitted")),
    Contest("claim", ("number-conflict", "contrary-evidence-omitted")),
    # What an angle rests on, as a whole, says more than a word of it, or a day.
    Contest("words", ("angle-as-fact", "date-conflict")),
    Contest("words", (*_FIGURES[:3], "angle-as-fact", "number-unmatched")),
    # That somebody is said to be found guilty tells more than that no source has it.
    Contest("words", ("allegation-as-finding", "angle-as-fact", "attribution-dropped")),
    # What the sources say tells more than that the brief says it twice, differently.
    Contest("claim", (*_FIGURES, *_UNSAID, "internal-contradiction")),
    Contest("claim", ("angle-as-fact", "unknown-entity", "partial-support", "failed-verification")),
    # That only the page around an article has it tells more than that a figure or a name is wrong.
    Contest("claim", ("boilerplate-evidence", "number-unmatched", "unknown-entity", *_UNSAID)),
    # What an angle rests on goes before what it makes of it; the line it draws, before its words.
    Contest("claim", ("angle-as-fact", "synthesis", *_UNSAID)),
    Contest("claim", ("coincidence-as-cause", "synthesis")),
    Contest("words", ("coincidence-as-cause", "synthesis")),
    # That nobody has it tells more than that one has; and a weak one, more than a single one.
    Contest("claim", ("source-tier", "single-source")),
    # Words in quotation marks are weighed as such, not once more as a claim.
    Contest("words", (*_QUOTED_WORDS, "unknown-entity", "failed-verification", "uncited-claim")),
    Contest("words", ("open-tk", *_FIGURES[:4], "failed-verification", "uncited-claim")),
    # Who was asked and who says so tell more than that a sentence is not in a source.
    Contest("claim", ("no-comment-unverified", "unknown-entity", *_UNSAID)),
    Contest("words", ("no-comment-unverified", "unknown-entity", *_UNSAID)),
    # That no source has a claim says more than that one goes on to limit it.
    Contest("claim", ("uncited-claim", "contrary-evidence-omitted")),
    Contest("words", ("weasel", *_UNSAID)),
    # Who somebody is tells more than that the line is not in a source.
    Contest("words", ("role-conflict", "unknown-entity", *_UNSAID, "internal-contradiction")),
    # What a headline says beyond its text is told as that.
    Contest(
        "claim",
        (
            "headline-overreach",
            *_FIGURES,
            "unknown-entity",
            *_STRENGTH[:2],
            "attribution-shift",
            "anon-source",
            "attribution-dropped",
            *_UNSAID,
        ),
    ),
    Contest("claim", ("headline-overreach", "scope-widened")),
    Contest("claim", ("headline-overreach", "hedge-dropped")),
    Contest("words", ("headline-overreach", "loaded-label", "internal-contradiction")),
    # How strongly it is said tells more than that a line differs.
    Contest("claim", (*_STRENGTH[:1], "contrary-evidence-omitted", "hedge-dropped")),
    Contest(
        "claim",
        (
            *_STRENGTH[:2],
            "angle-as-fact",
            *_STRENGTH[2:],
            *_UNSAID,
            "internal-contradiction",
        ),
    ),
    # A doubt or a part that is lost tells what to write; and who says so may be told with it.
    Contest("claim", ("scope-widened", "hedge-dropped", "attribution-dropped")),
    Contest("claim", (*_STRENGTH[:2], "attribution-dropped")),
    Contest("words", ("bound-as-value", *_STRENGTH)),
    # Which day is wrong tells more than that a line differs.
    Contest("words", ("sequence-conflict", "relative-date", "date-conflict")),
    Contest("claim", ("date-conflict", *_UNSAID, "internal-contradiction")),
    Contest("claim", ("sequence-conflict", *_UNSAID)),
    Contest("claim", ("relative-date", *_UNSAID)),
    Contest("claim", ("stale-tense", *_UNSAID)),
    Contest(
        "claim",
        ("weasel", "attribution-shift", "anon-source", "attribution-dropped", *_UNSAID),
    ),
)
