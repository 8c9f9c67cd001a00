"""What is wrong with the files that keep what was verified."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.git import merges_by_union
from nutgraf.desk.verification_files import SUFFIX, read_verifications
from nutgraf.errors import Faulty
from nutgraf.workspace.loading import FOLDERS


def examine_verified(root: Path) -> Iterator[Diagnosis]:
    """Damaged lines, files that stand beside none, and merges that would lose a record."""
    found = sorted(path for folder in FOLDERS for path in (root / folder).rglob(f"*{SUFFIX}"))
    for path in found:
        name = path.relative_to(root).as_posix()
        of = f"{name.removesuffix(SUFFIX)}.md"
        if not (root / of).is_file():
            message = f"{name}: it stands beside no note or brief"
            hint = f"there is no {of}: give it the name that the file has now"
            yield Diagnosis("notes", "warning", message, hint, name)
        try:
            faults = read_verifications(root, of)[1]
        except Faulty as faulty:
            faults = faulty.faults
        for fault in faults:
            where = fault.where()
            yield Diagnosis("notes", fault.level, f"{where}: {fault.message}", fault.hint, where)
    names = [path.relative_to(root).as_posix() for path in found]
    if names and merges_by_union(root, names[0]) is False:
        message = "where two people verify, git will not keep what both have said"
        hint = f"write a line into .gitattributes: *{SUFFIX} merge=union"
        yield Diagnosis("notes", "warning", message, hint, ".gitattributes")
