"""The house styles of a workspace: its formats and its brand, its own before the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.files import CONFIGURATION_LIMIT, read_text
from nutgraf.workspace.formats import Format
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.records import read_record
from nutgraf.workspace.shipped import shipped_templates

FORMAT_FILE = "format.yaml"
BRAND_FILE = "brand.yaml"
_T = TypeVar("_T", bound=msgspec.Struct)


@dataclass
class Styles:
    """Formats and brand, looked up in `folders` in order; `warnings` gathers what is odd."""

    folders: tuple[Path, ...]
    warnings: list[Fault] = field(default_factory=list)
    _formats: dict[str, Format] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """The formats there are, in alphabetical order."""
        found = {
            path.parent.name for folder in self.folders for path in folder.glob(f"*/{FORMAT_FILE}")
        }
        return tuple(sorted(found))

    def format(self, name: str) -> Format:
        """The format of that name. Raises Usage where there is none, Faulty where it is wrong."""
        if name not in self._formats:
            folder = self._folder(f"{name}/{FORMAT_FILE}")
            if folder is None or name not in self.names():
                raise Usage(f"there is no format “{name}”", self.meant(name))
            path = folder / name / FORMAT_FILE
            self._formats[name] = record(folder.parent, path, Format, self.warnings)
        return self._formats[name]

    def meant(self, name: str) -> str:
        """The next step for a format that is not there."""
        known = nearest(name, self.names())
        return f"did you mean {known}?" if known else f"there are: {', '.join(self.names())}"

    def brand(self) -> Brand:
        """The brand; the default one where no folder has a brand.yaml. Raises Faulty."""
        folder = self._folder(BRAND_FILE)
        if folder is None:
            return Brand()
        return record(folder.parent, folder / BRAND_FILE, Brand, self.warnings)

    def _folder(self, name: str) -> Path | None:
        return next((folder for folder in self.folders if (folder / name).is_file()), None)


def styles_of(root: Path) -> Styles:
    """The styles of the workspace in the folder `root`."""
    own = root / "templates"
    shipped = shipped_templates()
    return Styles((own, shipped) if own.is_dir() and own != shipped else (shipped,))


def record(root: Path, path: Path, kind: type[_T], warnings: list[Fault]) -> _T:
    """A configuration file as a record of type `kind`. Raises Faulty with every fault in it."""
    read = read_record(read_text(root, path, limit=CONFIGURATION_LIMIT), kind)
    errors = [fault for fault in read.faults if fault.level == "error"]
    warnings.extend(fault for fault in read.faults if fault.level == "warning")
    if errors or read.value is None:
        raise Faulty(errors)
    return read.value
