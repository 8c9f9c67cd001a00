from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from nutgraf.deliver.returns.mailboxes import read_mailbox
from nutgraf.deliver.returns.returned_mail import LIMIT
from nutgraf.errors import Usage

ONE, TWO = b"Subject: one\n\nText.\n", b"Subject: two\n\n>From here\n"


def test_a_maildir_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "box")
    box.add(ONE)
    seen = mailbox.MaildirMessage(TWO)
    seen.set_subdir("cur")
    box.add(seen)
    before = sorted((tmp_path / "box").rglob("*"))
    assert list(read_mailbox(tmp_path / "box")) == [ONE, TWO]
    assert sorted((tmp_path / "box").rglob("*")) == before


def test_what_vanishes_from_a_maildir_meanwhile_is_passed_over(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "box")
    for text in (ONE, TWO):
        box.add(text)
    (tmp_path / "box" / "new" / "folder").mkdir()
    reading = read_mailbox(tmp_path / "box")
    next(reading)
    for file in (tmp_path / "box" / "new").iterdir():
        file.unlink() if file.is_file() else file.rmdir()
    assert list(reading) == []


def test_an_mbox_is_read_message_by_message(tmp_path: Path) -> None:
    path = tmp_path / "bounces.mbox"
    path.write_bytes(
        b"".join(b"From x@y  Fri Mar  7 17:00:10 2025\n%b\n" % each for each in (ONE, TWO))
    )
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert [each.rstrip() for each in read_mailbox(path)] == [ONE.rstrip(), TWO.rstrip()]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_any_other_file_is_one_message_and_no_more_than_its_beginning_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.eml"
    path.write_bytes(ONE + b"x" * 2 * LIMIT)
    (found,) = read_mailbox(path)
    assert found.startswith(ONE)
    assert len(found) == LIMIT


def test_an_empty_mailbox_holds_nothing(tmp_path: Path) -> None:
    mailbox.Maildir(tmp_path / "box")
    (tmp_path / "empty").write_bytes(b"")
    for name in ("box", "empty"):
        assert list(read_mailbox(tmp_path / name)) == []


@pytest.mark.parametrize("name", ["none", "folder"])
def test_what_is_no_mailbox_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Usage, match=name):
        list(read_mailbox(tmp_path / name))
