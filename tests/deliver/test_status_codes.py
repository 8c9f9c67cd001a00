from __future__ import annotations

import pytest

from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.status_codes import says_no_mailbox


@pytest.mark.parametrize("code", ["5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"])
def test_these_say_that_there_is_no_mailbox(code: str) -> None:
    assert says_no_mailbox(code)
    assert Outcome(State.REFUSED, 550, code).bad_address
    assert not Outcome(State.DEFERRED, 450, code).bad_address


@pytest.mark.parametrize("code", ["", "4.1.1", "5.0.0", "5.2.1", "5.2.2", "5.7.1", "5.1.100"])
def test_no_other_does(code: str) -> None:
    assert not says_no_mailbox(code)
    assert not Outcome(State.REFUSED, 550, code).bad_address


@pytest.mark.parametrize("code", ["5.1.7", "5.1.8"])
def test_a_sender_that_is_refused_is_no_fault_of_the_reader(code: str) -> None:
    """Postfix says so at RCPT, of every reader in turn."""
    assert not Outcome(State.REFUSED, 550, code).bad_address
