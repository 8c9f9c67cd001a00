"""Approvals on disk: `briefs/<id>.approved/`, which is committed to git.

The folder holds the record and the frozen bytes. It is put in place whole: it is written beside
and then renamed, so that whoever pulls or reads meanwhile finds all of it or none.
"""

from __future__ import annotations

import os
import secrets
import shutil
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from nutgraf.desk.approval import HTML, TEXT, Approval, bytes_hash, decode, encode
from nutgraf.errors import Fault, Faulty, Usage

RECORD = "approval.json"
SUFFIX = ".approved"
# A record names some hundred inputs at most; an email of 10 MB no reader would get.
_LARGEST = 10 * 1024 * 1024


def folder_name(brief_id: str) -> str:
    """The folder of a brief's approval, from the workspace's root."""
    return f"briefs/{brief_id}{SUFFIX}"


def approved_ids(root: Path) -> tuple[str, ...]:
    """The ids of the briefs that have an approval, withdrawn or damaged ones too."""
    found = (root / "briefs").glob(f"*{SUFFIX}/{RECORD}")
    names = (path.parent.name.removesuffix(SUFFIX) for path in found)
    return tuple(sorted(unicodedata.normalize("NFC", name) for name in names if name))


def read_approval(root: Path, brief_id: str) -> Approval | None:
    """The approval of a brief, or None where it has none. Raises Faulty where it is damaged."""
    name = f"{folder_name(brief_id)}/{RECORD}"
    if not (root / folder_name(brief_id)).is_dir():
        return None
    approval = decode(_read(root, name, brief_id), name)
    if approval.id != brief_id:
        message = f"this is the approval of “{approval.id}”, not of “{brief_id}”"
        raise Faulty([Fault(name, message, f"approve it: nutgraf approve {brief_id}")])
    return approval


def read_frozen(root: Path, approval: Approval) -> tuple[str, str]:
    """The email's HTML and its plain text, as they were approved. Raises Faulty if they are not."""
    html, text = (_frozen(root, approval, name) for name in (HTML, TEXT))
    return html.decode(), text.decode()


def _frozen(root: Path, approval: Approval, name: str) -> bytes:
    path = f"{folder_name(approval.id)}/{name}"
    data = _read(root, path, approval.id)
    if bytes_hash(data) == approval.files.get(name):
        return data
    hint = f"take it from git as it was, or approve the brief again: nutgraf approve {approval.id}"
    if bytes_hash(data.replace(b"\r\n", b"\n")) == approval.files.get(name):
        hint = "git has turned its line ends: write `briefs/*.approved/** -text` in .gitattributes"
    raise Faulty([Fault(path, f"{name} is not what was approved", hint)])


def write_approval(root: Path, approval: Approval, files: Mapping[str, bytes]) -> None:
    """Puts an approval in place, wholly or not at all; one that is there is replaced.

    Raises Usage where it cannot be written.
    """
    folder = root / folder_name(approval.id)
    mark = secrets.token_hex(8)
    made, old = (folder.parent / f".nutgraf-{mark}{end}.tmp" for end in ("", "-old"))
    try:
        made.mkdir()
        for name, data in {**files, RECORD: encode(approval)}.items():
            _write(made / name, data)
        if folder.exists():
            folder.rename(old)
        try:
            made.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
        _sync(folder.parent)
    except OSError as error:
        message = f"{folder_name(approval.id)} cannot be written: {error.strerror}"
        raise Usage(message, "make room, or let yourself write there") from None
    finally:
        for left in (made, old):
            with suppress(OSError):
                shutil.rmtree(left)


def remove_approval(root: Path, brief_id: str) -> bool:
    """Takes an approval away; whether there was one. Raises Usage where it cannot be removed."""
    folder = root / folder_name(brief_id)
    if not folder.is_dir():
        return False
    aside = folder.parent / f".nutgraf-{secrets.token_hex(8)}.tmp"
    try:
        folder.rename(aside)
    except OSError as error:
        message = f"{folder_name(brief_id)} cannot be removed: {error.strerror}"
        raise Usage(message, "let yourself write there") from None
    shutil.rmtree(aside, ignore_errors=True)
    return True


def _read(root: Path, name: str, brief_id: str) -> bytes:
    hint = f"take it from git as it was, or approve the brief again: nutgraf approve {brief_id}"
    try:
        with (root / name).open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        message = f"the approval is damaged: {error.strerror}"
        raise Faulty([Fault(name, message, hint)]) from None
    if len(data) > _LARGEST:
        raise Faulty([Fault(name, "the approval is damaged: the file is too large", hint)])
    return data


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Makes the new name durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
