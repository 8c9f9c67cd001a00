from __future__ import annotations

import sys

import pytest

from tests.programs import needs_program, require


def test_a_program_that_is_there_lets_the_test_run() -> None:
    ran = []
    require(sys.executable, in_ci=True)
    ran.append(True)
    assert ran


def test_a_missing_program_skips_the_test_on_a_persons_machine() -> None:
    with pytest.raises(pytest.skip.Exception, match="needs the program no-such-program"):
        require("no-such-program", in_ci=False)


def test_a_missing_program_fails_the_test_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs the program no-such-program"):
        require("no-such-program")


@needs_program(sys.executable)
def test_a_test_may_name_the_program_that_it_needs() -> None:
    assert needs_program(sys.executable).mark.args == (sys.executable,)
