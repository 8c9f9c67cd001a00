"""Which steps of the law a sentence tells of, and whether it says that they were taken."""

from __future__ import annotations

import pytest

from nutgraf.language.law_steps import law_steps
from nutgraf.language.law_words import Rung


@pytest.mark.parametrize(
    ("sentence", "rungs"),
    [
        ("The mayor has been charged with taking bribes.", [Rung.CHARGED]),
        ("The mayor pleaded not guilty.", [Rung.CHARGED]),
        ("A jury found him guilty of murder.", [Rung.CONVICTED]),
        ("He is to be sentenced on May 3.", [Rung.CONVICTED]),
        ("The driver admitted that he lied.", [Rung.ADMITTED]),
        ("The audit found that the city broke the law.", [Rung.FOUND]),
        ("The apparent violation came to light in May.", [Rung.DOUBTED]),
        ("Police arrested two men.", [Rung.ARRESTED]),
    ],
)
def test_a_step_that_was_taken_is_told(sentence: str, rungs: list[Rung]) -> None:
    assert [step.rung for step in law_steps(sentence) if step.taken] == rungs


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("She has not been charged.", True),
        ("The firm settled without admitting wrongdoing.", True),
        ("The review did not find that any law had been broken.", True),
        ("A judge has not yet ruled on the request.", True),
        ("If convicted, she faces 20 years.", False),
        ("He agreed to plead guilty to fraud.", False),
        ("A conviction on all counts could mean decades in prison.", False),
    ],
)
def test_what_is_denied_or_open_was_not_taken(sentence: str, denied: bool) -> None:
    steps = law_steps(sentence)
    assert steps
    assert not any(step.taken for step in steps)
    assert steps[0].denied is denied


@pytest.mark.parametrize(
    "sentence",
    [
        "The hospital charged $400 a night.",
        "The shop charges customers for bags.",
        "The museum found a lost painting.",
        "Rain fell on the harbour.",
    ],
)
def test_what_is_of_no_law_is_no_step(sentence: str) -> None:
    assert not [step for step in law_steps(sentence) if not step.vague]


def test_a_step_tells_what_it_is_for() -> None:
    (step,) = law_steps("He was convicted of stealing crates.")
    assert step.wrongs == {"dishonesty"}
    assert step.law
    assert not step.vague
