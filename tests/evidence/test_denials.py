"""A statement that denies something is carried by a source that denies it anywhere."""

from __future__ import annotations

from nutgraf.evidence.denials import denied_in
from nutgraf.evidence.index import build
from nutgraf.evidence.judge import judge
from nutgraf.evidence.reading import read

CLAIM = "No curfew has been declared in Arholm."
DENIES = build(read("The mayor called a meeting. A curfew has not been declared, he said."))
OTHER = build(read("The last curfew declared in Arholm, in 1992, stood for a week."))


def test_a_denial_in_other_words_is_found() -> None:
    claim = read(CLAIM)
    assert denied_in(DENIES, claim, (0, len(CLAIM)))
    assert not denied_in(OTHER, claim, (0, len(CLAIM)))


def test_another_source_that_has_the_words_does_not_contradict_it() -> None:
    claim = read(CLAIM)
    found = judge(claim, 0, len(CLAIM), [("denies", DENIES), ("other", OTHER)])
    assert found.verdict != "contradicted"


def test_without_a_denial_the_negation_is_told() -> None:
    claim = read(CLAIM)
    assert judge(claim, 0, len(CLAIM), [("other", OTHER)]).verdict == "contradicted"


def test_who_is_charged_may_deny_it_in_the_next_sentence() -> None:
    source = build(
        read(
            "A former teller sued Marl Bank, claiming that it hid losses from its savers. The bank "
            "denies the claim. A hearing is set for May."
        )
    )
    said = read("Marl Bank denies that it hid losses from its savers.")
    assert judge(said, 0, len(said.text), [("suit", source)]).verdict != "contradicted"
