"""What comes back counts only where it is about a reader that we mailed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nutgraf.deliver.ledgers import Ledger, Settled
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.unsubscribe_links import token
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.returns.bounces import Fate, Judge, Judgement, mark
from tests.deliver.reports import answer, complaint, delivery_report

SECRET = "a secret of thirty-two characters"
NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
INES = "ines@harbour.example"
KEY = "2025-03-07"
SAID = "bounced: 5.1.1 550 5.1.1 <ines@harbour.example>: Recipient address rejected"


def mailing(key: str) -> Mailing:
    return Mailing(key, "The ferries", "Ferries", "<p>1,240</p>", "1,240", NOW, "readers")


def message_id(mailing: Mailing, reader: Reader) -> str:
    return f"<{mailing.key}.{reader.key}>"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two briefs went to Ines; Olav is on the list, and nothing was sent to him yet."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite")
    for key in ("2025-02-28", KEY):
        ledger.begin(mailing(key), now=NOW, by="Ines")
        ledger.enqueue(key, [Reader("Ines@Harbour.example")])
        for row in ledger.claim(key, 50, now=NOW):
            ledger.settle(key, [Settled(row.number, Outcome(State.SENT, 250))], now=NOW)
        ledger.enqueue(key, [Reader("olav@harbour.example")])
    yield ledger
    ledger.close()


@pytest.fixture
def judge(ledger: Ledger) -> Judge:
    return Judge(ledger, SECRET, message_id)


def headers(*, key: str = KEY, link: str = "", own: str | None = None) -> bytes:
    """The headers of a message of ours, as they are given back."""
    return (
        f"To: {INES}\r\nMessage-ID: {own or f'<{key}.{INES}>'}\r\n"
        f"List-Unsubscribe: <https://letters.example/u?t={link}>\r\n"
    ).encode()


def one(judge: Judge, data: bytes) -> Judgement:
    (judgement,) = judge.judge(data)
    return judgement


@pytest.mark.parametrize("key", [KEY, "2025-02-28"])
def test_an_address_that_is_not_there_is_suppressed(judge: Judge, key: str) -> None:
    found = one(judge, delivery_report(returned=headers(key=key)))
    assert found == Judgement(Fate.SUPPRESS, "Ines@Harbour.example", SAID, key)


def test_without_the_message_the_newest_brief_to_that_address_is_meant(judge: Judge) -> None:
    assert one(judge, delivery_report()) == Judgement(
        Fate.SUPPRESS, "Ines@Harbour.example", SAID, KEY
    )


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("failed", "5.7.1"),
        ("failed", "5.2.2"),
        ("failed", "5.2.1"),
        ("failed", "4.1.1"),
        ("failed", ""),
        ("delayed", "4.4.1"),
        ("delayed", "5.1.1"),
        ("relayed", "2.0.0"),
        ("", "5.1.1"),
    ],
)
def test_nothing_else_is_suppressed(judge: Judge, action: str, status: str) -> None:
    data = delivery_report(action=action, status=status, said="smtp; 550 no", returned=headers())
    assert one(judge, data).fate is Fate.LEAVE


def test_a_stranger_is_not_suppressed(judge: Judge) -> None:
    found = one(judge, delivery_report(to="mayor@town.example"))
    assert (found.fate, found.address) == (Fate.IGNORE, "mayor@town.example")


def test_nor_one_on_the_list_who_was_not_mailed_yet(judge: Judge) -> None:
    assert one(judge, delivery_report(to="olav@harbour.example")).fate is Fate.IGNORE


def test_a_report_about_a_message_that_is_not_ours_does_nothing(judge: Judge) -> None:
    """The desk writes other mail to readers, too, and anybody can make a report up."""
    found = one(judge, delivery_report(returned=headers(own="<forged@mail.example>")))
    assert found.fate is Fate.IGNORE
    assert "not ours" in found.reason


def test_a_signed_link_says_who_was_meant_whatever_address_failed(judge: Judge) -> None:
    link = token(SECRET, INES, "readers", "2024-12-20")
    data = delivery_report(to="i.varga@inner.harbour.example", returned=headers(link=link))
    found = one(judge, data)
    assert (found.fate, found.address, found.brief) == (Fate.SUPPRESS, INES, "2024-12-20")


def test_a_forged_link_says_nothing(judge: Judge) -> None:
    link = token("another secret of thirty-two", "olav@harbour.example", "readers")
    own = "<x@y.example>"
    data = delivery_report(to="olav@harbour.example", returned=headers(link=link, own=own))
    assert one(judge, data).fate is Fate.IGNORE


def test_mail_that_is_passed_on_is_judged_by_the_address_that_we_wrote_to(judge: Judge) -> None:
    data = delivery_report(to="ines@new.example", original=INES)
    assert one(judge, data).address == "Ines@Harbour.example"


def test_one_of_several_that_mail_is_passed_on_to_does_not_speak_for_all(judge: Judge) -> None:
    other = (
        f"Final-Recipient: rfc822; olav@new.example\r\nOriginal-Recipient: rfc822;{INES}\r\n"
        "Action: relayed\r\nStatus: 2.0.0\r\n\r\n"
    ).encode()
    data = delivery_report(to="ines@new.example", original=INES)
    data = data.replace(b"\r\n--=_b--", b"\r\n" + other + b"--=_b--")
    assert [found.fate for found in judge.judge(data)] == [Fate.LEAVE, Fate.LEAVE]


@pytest.mark.parametrize(
    ("kind", "fate"),
    [
        ("abuse", Fate.SUPPRESS),
        ("fraud", Fate.SUPPRESS),
        ("opt-out", Fate.SUPPRESS),
        ("not-spam", Fate.LEAVE),
        ("virus", Fate.LEAVE),
        ("", Fate.LEAVE),
    ],
)
def test_who_complains_is_mailed_no_more(judge: Judge, kind: str, fate: Fate) -> None:
    link = token(SECRET, INES, "readers", KEY)
    found = one(judge, complaint(kind, returned=headers(link=link) + b"\r\nText.\r\n"))
    assert (found.fate, found.address, found.brief) == (fate, INES, KEY)
    assert found.reason.startswith("complaint: ")


def test_a_complaint_that_names_nobody_of_ours_is_ignored(judge: Judge) -> None:
    assert one(judge, complaint()).fate is Fate.IGNORE
    fields = "Original-Rcpt-To: mayor@town.example\r\n"
    assert one(judge, complaint(fields=fields)).address == "mayor@town.example"


def test_a_mail_with_a_signed_token_unsubscribes_whoever_sends_it(judge: Judge) -> None:
    link = token(SECRET, INES, "readers", KEY)
    leaves = Judgement(Fate.SUPPRESS, INES, "unsubscribed", KEY)
    assert one(judge, answer(f"unsubscribe {link}")) == leaves
    automatic = "Auto-Submitted: auto-generated\r\n"  # by a mail program, for its user
    assert one(judge, answer(f"Unsubscribe: {link}", headers=automatic)) == leaves


def test_a_mail_that_asks_without_a_token_is_for_the_editor(judge: Judge) -> None:
    forged = token("another secret of thirty-two", INES, "readers", KEY)
    for subject in ("unsubscribe", f"unsubscribe {forged}"):
        found = one(judge, answer(subject))
        assert (found.fate, found.address) == (Fate.LEAVE, INES)
        assert "nutgraf recipients suppress" in found.reason


def test_other_mail_is_counted(judge: Judge) -> None:
    assert one(judge, answer("Your brief")).fate is Fate.OTHER
    away = answer("Away", headers="Auto-Submitted: auto-replied\r\n")
    assert one(judge, away).fate is Fate.AUTOMATIC
    assert one(judge, b"\x00").fate is Fate.UNREADABLE


def test_without_a_ledger_and_a_secret_nobody_is_known() -> None:
    judge = Judge(None, None, message_id)
    link = token(SECRET, INES, "readers", KEY)
    assert one(judge, delivery_report(returned=headers(link=link))).fate is Fate.IGNORE
    assert one(judge, answer(f"unsubscribe {link}")).fate is Fate.LEAVE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_to_a_mail_raises(judge: Judge, data: st.DataObject) -> None:
    link = token(SECRET, INES, "readers", KEY)
    whole = data.draw(
        st.sampled_from(
            [
                delivery_report(original=INES, returned=headers(link=link)),
                complaint(fields=f"Original-Rcpt-To: {INES}\r\n", returned=headers()),
                answer(f"unsubscribe {link}"),
            ]
        )
    )
    at = data.draw(st.integers(0, len(whole)))
    after = data.draw(st.integers(at, min(len(whole), at + 40)))
    damaged = whole[:at] + data.draw(st.binary(max_size=30)) + whole[after:]
    assert all(
        one.address in ("", "Ines@Harbour.example", INES) or one.fate is not Fate.SUPPRESS
        for one in judge.judge(damaged)
    )


@pytest.mark.parametrize("wrong", [b"\xff", b"\x00", b"\x1b[2J"])
def test_bytes_that_are_no_text_come_to_nothing(judge: Judge, wrong: bytes) -> None:
    fields = "Original-Rcpt-To: <X@harbour.example>\r\n"
    for data in (
        complaint(fields=fields),
        delivery_report(to="X@harbour.example", original="X@a.b"),
    ):
        (found,) = judge.judge(data.replace(b"X@", wrong + b"@"))
        assert found.fate is Fate.IGNORE
        assert "\x1b" not in found.address + found.reason


def test_a_mail_is_known_again() -> None:
    assert mark(b"a") == mark(b"a") != mark(b"b")
