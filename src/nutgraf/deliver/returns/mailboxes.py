"""Reading the messages of a mailbox and leaving it as it is."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from pathlib import Path

from nutgraf.deliver.returns.returned_mail import LIMIT
from nutgraf.errors import Usage

_MAILDIR = ("new", "cur")


def read_mailbox(path: Path) -> Iterator[bytes]:
    """The messages of an mbox, a Maildir or a file with one message, each up to a limit.

    Raises Usage where it cannot be read, before the first message or after any.
    """
    try:
        if path.is_dir():
            yield from _maildir(path)
        elif _is_mbox(path):
            yield from _mbox(path)
        else:
            with path.open("rb") as file:
                if data := file.read(LIMIT):
                    yield data
    except OSError as error:
        raise Usage(
            f"{path} cannot be read: {error.strerror or error}",
            "name an mbox, a Maildir or a message; - for one on standard input",
        ) from None


def _maildir(path: Path) -> Iterator[bytes]:
    if not all((path / name).is_dir() for name in _MAILDIR):
        raise Usage(
            f"{path} is no Maildir: it has no folders {' and '.join(_MAILDIR)}",
            "name the folder that holds them",
        )
    for name in _MAILDIR:
        for file in sorted((path / name).iterdir()):
            try:
                with file.open("rb") as message:
                    yield message.read(LIMIT)
            except (FileNotFoundError, IsADirectoryError):
                continue  # a mail program has moved it meanwhile, or keeps a folder of its own


def _is_mbox(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(5) == b"From "


def _mbox(path: Path) -> Iterator[bytes]:
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            with box.get_file(key) as message:
                yield message.read(LIMIT)
    finally:
        box.close()
