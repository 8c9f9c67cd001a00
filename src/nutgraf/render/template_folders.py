"""Where templates are looked up: in folders, by names below them, and nowhere else."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2.exceptions import SecurityError

from nutgraf.errors import Fault, Faulty

Found = tuple[str, str, Callable[[], bool]]


@dataclass(frozen=True)
class TemplateFolder:
    """A folder to look templates up in; `shown` is how messages name it, such as `templates`."""

    path: Path
    shown: str


def find_template(folders: Sequence[TemplateFolder], name: str) -> Found | None:
    """The template of that name: its text, its path as shown, and whether it is still the same.

    The first folder that has it wins; None where none does. Raises `SecurityError` for a name or
    a link that leads out of the folders, `Faulty` for a file that is not UTF-8.
    """
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise SecurityError(f"{name!r} lies outside the template folders")
    if "\0" in name or posixpath.normpath(name) != name:
        return None
    for folder in folders:
        path = folder.path / name
        if path.is_file():
            return _read(path, folder, name)
    return None


def template_names(folders: Sequence[TemplateFolder]) -> list[str]:
    """Every template that there is, sorted."""
    found = {
        path.relative_to(folder.path).as_posix()
        for folder in folders
        for path in folder.path.rglob("*.j2")
    }
    return sorted(found)


def shown_path(folders: Sequence[TemplateFolder], name: str) -> str:
    """The path of a template as messages give it; in the first folder where it is in none."""
    for folder in folders:
        if "\0" not in name and (folder.path / name).is_file():
            return f"{folder.shown}/{name}"
    return f"{folders[0].shown}/{name}" if folders else name


def _read(path: Path, folder: TemplateFolder, name: str) -> Found:
    if not path.resolve().is_relative_to(folder.path.resolve()):
        raise SecurityError(f"{name!r} is a link to a file outside {folder.shown}")
    stamp = _stamp(path)
    shown = f"{folder.shown}/{name}"
    return _decoded(path.read_bytes(), shown), shown, lambda: _stamp(path) == stamp


def _decoded(raw: bytes, shown: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong, before = raw[error.start], raw[: error.start].decode("utf-8-sig")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    message = f"byte 0x{wrong:02x} is not UTF-8"
    raise Faulty([Fault(shown, message, "save the template as UTF-8", line, column)])


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
