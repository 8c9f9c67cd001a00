"""What was verified, on disk: `<file>.verified.yaml` beside the note or brief, committed to git.

A record is on the disk before anybody is told that it is kept: the file is written beside and
renamed, one program at a time, so that neither a crash nor another editor's nutgraf loses one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from nutgraf.desk.verification import appended, decode
from nutgraf.errors import Fault, Faulty, TryLater, Usage
from nutgraf.model import Verification
from nutgraf.workspace.files import write_atomically

SUFFIX = ".verified.yaml"
_LOCK = ".nutgraf/verified.lock"
_PATIENCE = 10  # seconds that another program's write may take
# A record is a kilobyte; a newsroom that verifies fifty statements a week fills this in a century.
_LARGEST = 200 * 1024 * 1024


def file_name(path: str) -> str:
    """The file that keeps what was verified of the note or brief `path`, from the root."""
    return f"{path.removesuffix('.md')}{SUFFIX}"


def has_any(root: Path, paths: Iterable[str]) -> bool:
    """Whether anything was ever verified of one of these notes and briefs."""
    return any((root / file_name(path)).is_file() for path in paths)


def read_verifications(root: Path, path: str) -> tuple[tuple[Verification, ...], tuple[Fault, ...]]:
    """The records of the note or brief `path`, and what is wrong with their file.

    Bytes that are no text damage their own line only. Raises Faulty where it cannot be read.
    """
    name = file_name(path)
    data = _bytes(root, name)
    if data is None:
        return (), ()
    return decode(data.decode("utf-8-sig", errors="replace"), name, path)


def add_verifications(root: Path, words: Sequence[Verification]) -> None:
    """Adds records to the files beside which their statements stand; they are kept on return.

    Raises Usage where one cannot be written, and TryLater where another program keeps the lock.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who verifies needs it

    lock = root / _LOCK
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(lock, timeout=_PATIENCE):
            for path in dict.fromkeys(word.path for word in words):
                name = file_name(path)
                own = [word for word in words if word.path == path]
                data = appended(_bytes(root, name) or b"", own, path)
                write_atomically(root / name, data)
    except Timeout:
        message = "another nutgraf is writing down what was verified"
        raise TryLater(message, f"try again; if none is running, remove {_LOCK}") from None
    except OSError as error:
        message = f"what was said cannot be kept: {error.strerror}"
        raise Usage(message, "make room, or let yourself write there") from None


def _bytes(root: Path, name: str) -> bytes | None:
    path = root / name
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        fault = Fault(name, f"the file cannot be read: {error.strerror}", "let yourself read it")
        raise Faulty([fault]) from None
    if len(data) > _LARGEST:
        raise Faulty([Fault(name, "the file is too large", "take it from git as it was")])
    return data
