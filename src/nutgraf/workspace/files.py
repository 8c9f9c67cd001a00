"""Reading and writing the files of a workspace: the one place where bytes become text."""

from __future__ import annotations

import os
import secrets
import shlex
import stat
from pathlib import Path

from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import FileText

SETTINGS_FILE = "nutgraf.yaml"

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE

# The longest report that a newsroom captures as text (a whole inspector's report) is a few
# megabytes; what is larger is a recording or a database by mistake.
SOURCE_LIMIT = 20 * MEGABYTE
# A note is typed by a person: 2 MB are two long novels.
NOTE_LIMIT = 2 * MEGABYTE
# A configuration is read in one glance; 64 KB leave room for long comments.
CONFIGURATION_LIMIT = 64 * KILOBYTE


def read_text(root: Path, path: Path, *, limit: int) -> FileText:
    """The text of the file at `path` (absolute, or relative to `root`), of at most `limit` bytes.

    The result's `path` is relative to `root`, with slashes; its `text` is without the byte-order
    mark and has its line ends as they are. Raises `Faulty` when the file is not there, not a
    regular file, not inside `root` (also through a symbolic link), not readable, too large, or not
    UTF-8 text.
    """
    name = workspace_name(root, path)
    data = _read_bytes(name, _absolute(root, path), limit)
    return FileText(name, _decoded(name, data))


def workspace_name(root: Path, path: Path) -> str:
    """How the workspace names the file at `path`: relative to `root`, with slashes.

    Raises `Faulty` when the path, or the file that a symbolic link leads to, is outside `root`.
    """
    absolute = _absolute(root, path)
    try:
        real, real_root = Path(os.path.realpath(absolute)), Path(os.path.realpath(root))
    except ValueError:
        raise _faulty(ascii(str(path)), "a file name cannot hold a NUL character") from None
    base = next(
        (base for base in (_absolute(root), real_root) if absolute.is_relative_to(base)), None
    )
    if base is None:
        raise _faulty(
            path.as_posix(),
            "the file lies outside the workspace",
            f"copy it into a folder of {root.as_posix()}",
        )
    name = absolute.relative_to(base).as_posix()
    if not real.is_relative_to(real_root):
        raise _faulty(
            name,
            f"the path leads out of the workspace, to {real.as_posix()}",
            "put a copy of the file in the place of the symbolic link",
        )
    return name


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Makes `data` the content of the file at `path`: wholly, or not at all.

    A reader sees the old bytes or the new ones, never a part, also after a power cut; what can be
    made again need not be `durable`, and many such files are written much faster. A new file gets
    the mode that the umask gives, an existing one keeps its own; a symbolic link stays, and what it
    leads to is written. Raises `OSError`, and leaves no temporary file behind.
    """
    target = Path(os.path.realpath(path))
    temporary = target.parent / f".nutgraf-{secrets.token_hex(8)}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        _sync_folder(target.parent)


def find_root(start: Path) -> Path:
    """The workspace that `start` lies in: the nearest folder upwards that holds nutgraf.yaml."""
    here = _absolute(start)
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise Usage(
        f"there is no {SETTINGS_FILE} in {here.as_posix()} or in any folder above it",
        "make a workspace with `nutgraf init DIR`, or change into one",
    )


def _absolute(root: Path, path: Path = Path()) -> Path:
    """`root / path` with `.` and `..` taken out, links untouched."""
    return Path(os.path.abspath(root / path))  # noqa: PTH100 -- Path.absolute keeps `..`


def _read_bytes(name: str, path: Path, limit: int) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _faulty(
                name, f"this is {_nature(found.st_mode)}, not a file", "name a file of text"
            )
        if found.st_size > limit:
            raise _too_large(name, found.st_size, limit)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        hint = "the symbolic link leads nowhere" if path.is_symlink() else "is the name spelled so?"
        raise _faulty(name, "there is no such file", hint) from None
    except PermissionError:
        hint = f"let yourself read it: chmod u+r {shlex.quote(name)}"
        raise _faulty(name, "you may not read this file", hint) from None
    except OSError as error:
        raise _faulty(name, f"the file cannot be read: {error.strerror}") from None
    if len(data) > limit:
        raise _too_large(name, len(data), limit)
    return data


def _decoded(name: str, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _faulty(name, "the file is UTF-16, not UTF-8", _conversion(name, "UTF-16"), 1, 1)
    if b"\0" in data:
        line, column = _after(data[: data.index(b"\0")])
        message = "the file holds NUL bytes: it is binary, or text in UTF-16 or UTF-32"
        hint = "save it as plain text in UTF-8; PDFs and pages are captured with `nutgraf add`"
        raise _faulty(name, message, hint, line, column)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With "utf-8-sig" the offset counts from behind the byte-order mark.
        text = data.removeprefix(b"\xef\xbb\xbf")
        line, column = _after(text[: error.start])
        message = f"the file is not UTF-8: the byte 0x{text[error.start]:02x} stands here"
        raise _faulty(name, message, _likely(name, data), line, column) from None


def _likely(name: str, data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "save it as UTF-8 in the program that it comes from"
    return "it is probably Windows-1252; " + _conversion(name, "WINDOWS-1252")


def _conversion(name: str, encoding: str) -> str:
    quoted = shlex.quote(name)
    return f"convert it: iconv -f {encoding} -t UTF-8 {quoted} > new.md && mv new.md {quoted}"


def _after(read: bytes) -> tuple[int, int]:
    """The line and column of what follows the bytes that were read as UTF-8."""
    text = read.decode("utf-8-sig", errors="replace")
    return FileText("", text).line_and_column(len(text))


def _nature(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a device or a socket"


def _too_large(name: str, size: int, limit: int) -> Faulty:
    message = f"the file is too large: {_readable(size)}, and {_readable(limit)} is the most"
    return _faulty(name, message, "is it really text? keep large files outside the workspace")


def _readable(size: int) -> str:
    for unit, name in ((MEGABYTE, "MB"), (KILOBYTE, "KB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} bytes"


def _faulty(
    name: str, message: str, hint: str = "", line: int | None = None, column: int | None = None
) -> Faulty:
    return Faulty([Fault(name, message, hint, line, column)])


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable, where the system can (a folder cannot be opened on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
