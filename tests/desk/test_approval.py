from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.desk.approval import changes, content_hash, decode, encode
from nutgraf.errors import Fault, Faulty
from tests.desk.approvals import approval

PATH = "briefs/2025-03-07.approved/approval.json"
# Each moment by some clock, from half a day behind UTC to half a day before it.
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.builds(datetime.fromtimestamp, st.integers(0, 2**35), OFFSETS)


def damage(data: bytes) -> Fault:
    with pytest.raises(Faulty) as raised:
        decode(data, PATH)
    (fault,) = raised.value.faults
    assert fault.path == PATH
    assert fault.hint
    return fault


@given(st.text(), st.text(), st.none() | st.text(), st.none() | MOMENTS, MOMENTS)
def test_a_record_is_read_as_it_was_written(
    subject: str, preheader: str, name: str | None, send_at: datetime | None, at: datetime
) -> None:
    one = approval(subject=subject, preheader=preheader, list=name, send_at=send_at, approved_at=at)
    data = encode(one)
    assert decode(data, PATH) == one
    assert encode(decode(data, PATH)) == data


def test_a_record_whose_line_ends_git_has_turned_is_the_same() -> None:
    assert decode(encode(approval()).replace(b"\n", b"\r\n"), PATH) == approval()


def test_the_time_of_sending_is_shown_by_the_clock_of_the_publication() -> None:
    when = approval(send_at=datetime(2025, 7, 1, 16, tzinfo=UTC)).when
    assert when is not None
    assert (when.isoformat(), when.tzname()) == ("2025-07-01T17:00:00+01:00", "BST")
    assert approval(send_at=None).when is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("subject", "Another"),
        ("list", None),
        ("send_at", "2025-03-07T18:00:00Z"),
        ("approved_by", "somebody"),
        ("files", {}),
        ("seal", ""),
    ],
)
def test_a_record_that_was_changed_by_hand_is_no_approval(key: str, value: object) -> None:
    told = {**json.loads(encode(approval())), key: value}
    fault = damage(json.dumps(told).encode())
    assert "not as it was given" in fault.message


def test_a_merge_that_git_could_not_make_is_told_at_its_line() -> None:
    lines = encode(approval()).splitlines(keepends=True)
    fault = damage(b"".join([*lines[:2], b"<<<<<<< HEAD\n", *lines[2:]]))
    assert (fault.line, fault.column) == (3, 1)


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"\xff\xfe", b'{"version": 1}'])
def test_what_is_no_record_is_damaged(data: bytes) -> None:
    assert "the approval is damaged" in damage(data).message


def test_a_key_that_there_is_not_and_a_zone_that_is_none_are_damage() -> None:
    told = json.loads(encode(approval()))
    assert "damaged" in damage(json.dumps({**told, "send_now": True}).encode()).message
    assert "time zone" in damage(encode(approval(time_zone="Nowhere/Land"))).message
    assert "time zone" in damage(encode(approval(time_zone="../etc"))).message


def test_a_later_version_asks_for_a_newer_nutgraf() -> None:
    fault = damage(b'{"version": 2, "something": "new"}')
    assert "version 2" in fault.message
    assert "upgrade" in fault.hint


@given(st.binary(max_size=60))
def test_whatever_stands_in_the_file_nothing_but_a_fault_is_raised(data: bytes) -> None:
    damage(data)


def test_a_content_is_the_same_with_any_line_ends_and_mark() -> None:
    assert content_hash(b"\xef\xbb\xbfa\r\nb\n") == content_hash(b"a\nb\n")
    assert content_hash(b"a\nb") != content_hash(b"a\nb\n")


def test_what_a_new_approval_changes_is_told() -> None:
    new = approval(
        subject="Ferries sail",
        send_at=None,
        files={"email.html": "1" * 64, "digest.txt": approval().files["digest.txt"]},
    )
    assert changes(approval(), new) == (
        "subject: Ferries carry 1,240 → Ferries sail",
        "time: 2025-03-07 17:00 GMT → none",
        "the email is another",
    )
    assert changes(new, new) == ()
