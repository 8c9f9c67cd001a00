from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.returns.returned_mail import (
    LIMIT,
    About,
    Bounce,
    Complaint,
    Failure,
    Mail,
    Unreadable,
    read_returned,
)
from tests.deliver.reports import answer, complaint, delivery_report

HEADERS = (
    b"From: The Harbour Letter <desk@harbour.example>\r\n"
    b"To: =?utf-8?q?In=C3=A9s?= <ines@harbour.example>\r\n"
    b"Message-ID: <17@harbour.example>\r\nSubject: Ferries\r\n"
    b"List-Unsubscribe: <https://letters.example/u?t=aW5l.0123>,\r\n"
    b" <mailto:out@letters.example?subject=unsubscribe%20aW5l.0123>\r\n"
)
ABOUT = About(
    "<17@harbour.example>",
    "ines@harbour.example",
    "<https://letters.example/u?t=aW5l.0123>,"
    "<mailto:out@letters.example?subject=unsubscribe aW5l.0123>",
)


def only(data: bytes) -> Failure:
    found = read_returned(data)
    assert isinstance(found, Bounce)
    (failure,) = found.failures
    return failure


@pytest.mark.parametrize("whole", [False, True])
def test_a_report_says_of_whom_why_and_about_what(*, whole: bool) -> None:
    body = b"\r\nThe ferries.\r\n" if whole else b""
    data = delivery_report(original="ines@old.example", returned=HEADERS + body, whole=whole)
    assert read_returned(data) == Bounce(
        (
            Failure(
                "ines@old.example",
                "ines@harbour.example",
                "failed",
                "5.1.1",
                "550 5.1.1 <ines@harbour.example>: Recipient address rejected",
            ),
        ),
        ABOUT,
    )


def test_a_report_without_the_message_is_one_all_the_same() -> None:
    found = read_returned(delivery_report())
    assert isinstance(found, Bounce)
    assert found.about == About()


def test_a_report_may_speak_of_several_recipients() -> None:
    block = b"Final-Recipient: rfc822; olav@harbour.example\nAction: delayed\nStatus: 4.4.1\n\n"
    data = (
        delivery_report().replace(b"\r\n", b"\n").replace(b"\n--=_b--", b"\n" + block + b"--=_b--")
    )
    found = read_returned(data)
    assert isinstance(found, Bounce)
    assert [(one.final, one.action, one.status) for one in found.failures] == [
        ("ines@harbour.example", "failed", "5.1.1"),
        ("olav@harbour.example", "delayed", "4.4.1"),
    ]


@pytest.mark.parametrize(
    ("status", "said", "found"),
    [
        ("5.0.0", "smtp; 550 5.1.1 no such user", "5.1.1"),
        ("5.0.0", "smtp; 550-5.1.1 The email account\r\n 550 5.1.1 does not exist", "5.1.1"),
        ("5.0.0", "smtp; 550 no such user", "5.0.0"),
        ("5.0.0", "smtp; 450 4.1.1 later", "5.0.0"),
        ("5.7.1", "smtp; 550 5.1.1 no such user", "5.7.1"),
        ("5.1.1 (bad destination mailbox address)", "x-unix; 550 5.1.1", "5.1.1"),
        ("", "smtp; 550 5.1.1 no such user", "5.1.1"),
        ("5", "X-Postfix; 5.1.1", ""),
        ("5.1.1.1", "", "5.1.1"),
    ],
)
def test_the_more_telling_status_counts(status: str, said: str, found: str) -> None:
    assert only(delivery_report(status=status, said=said)).status == found


def test_addresses_and_words_come_in_many_shapes() -> None:
    data = delivery_report(to="<Ines@Harbour.example>", said="smtp;550 5.1.1 a\r\n\tb\x00c\x1b[2J")
    failure = only(data.replace(b"rfc822; <", b"RFC822;<"))
    assert failure.final == "Ines@Harbour.example"
    assert failure.said == "550 5.1.1 a b c [2J"
    assert only(delivery_report(to="no address")).final == ""


def test_a_report_in_utf_8_is_read() -> None:
    """RFC 6533."""
    data = delivery_report(to="inés@harbour.example").replace(
        b"message/delivery-status", b"message/global-delivery-status"
    )
    data = data.replace(b"rfc822; in", b"utf-8; in")
    assert only(data).final == "inés@harbour.example"


def test_a_complaint_says_what_kind_and_about_what() -> None:
    data = complaint(returned=HEADERS + b"\r\nThe ferries.\r\n")
    assert read_returned(data) == Complaint("abuse", (), ABOUT)
    fields = "Original-Rcpt-To: <ines@harbour.example>\r\nOriginal-Rcpt-To: redacted\r\n"
    found = read_returned(complaint("Opt-Out", fields=fields))
    assert found == Complaint("opt-out", ("ines@harbour.example",), About())


@pytest.mark.parametrize(
    ("headers", "automatic"),
    [
        ("", False),
        ("Auto-Submitted: no\r\n", False),
        ("Auto-Submitted: auto-replied (vacation)\r\n", True),
        ("Precedence: auto_reply\r\n", True),
        ("X-Autoreply: yes\r\n", True),
        ("Return-Path: <>\r\n", True),
    ],
)
def test_what_a_program_answered_is_told_from_what_a_person_wrote(
    headers: str, *, automatic: bool
) -> None:
    subject = "Re: =?utf-8?q?F=C3=A6rge?="
    found = read_returned(answer(subject, headers=headers))
    assert found == Mail("Re: Færge", "ines@harbour.example", automatic)


def test_a_report_that_somebody_forwards_is_a_mail() -> None:
    data = answer("Fwd: look", headers="Content-Type: message/rfc822\r\n") + delivery_report()
    assert isinstance(read_returned(data), Mail)


def test_the_envelope_line_of_a_pipe_is_passed_over() -> None:
    line = b"From MAILER-DAEMON  Fri Mar  7 17:00:10 2025\n"
    assert read_returned(line + delivery_report()) == read_returned(delivery_report())


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00\xff" * 40, b"From x\n"])
def test_what_is_no_mail_is_said_to_be_none(data: bytes) -> None:
    assert read_returned(data) == Unreadable()


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/report; boundary=a\n\n"
        + b"--a\nContent-Type: multipart/a;\n\n" * 5000,
        b"Subject: =?no-such-code?q?a=ff?= =?utf-8?b?////?= \xff\n\n",
        b"Content-Type: multipart/report; boundary*0*=utf-9'x'%ff\n\n--x\n",
        delivery_report().replace(
            b"message/delivery-status", b"message/delivery-status; charset=x"
        ),
        delivery_report().replace(b"\r\n\r\n", b"\r\n"),
        delivery_report(returned=b"Message-ID:" + b"<" * (2 * LIMIT)),
    ],
)
def test_malformed_mail_stops_nothing(data: bytes) -> None:
    assert read_returned(data) is not None


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    assert read_returned(data) is not None


@given(st.data())
def test_no_damage_to_a_report_raises(data: st.DataObject) -> None:
    report = data.draw(st.sampled_from([delivery_report(returned=HEADERS), complaint()]))
    start = data.draw(st.integers(0, len(report)))
    end = data.draw(st.integers(start, min(len(report), start + 60)))
    damaged = report[:start] + data.draw(st.binary(max_size=40)) + report[end:]
    assert read_returned(damaged) is not None
