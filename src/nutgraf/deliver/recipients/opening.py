"""Which list is meant, and where it stands."""

from __future__ import annotations

from pathlib import Path, PurePath

from nutgraf.deliver.recipients.choice import Choice
from nutgraf.deliver.recipients.csv_file import CsvFile
from nutgraf.deliver.recipients.databases import database
from nutgraf.deliver.recipients.roll import Roll, Source
from nutgraf.deliver.recipients.yaml_file import YamlFile
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import ListSource
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.settings import Settings

_EXAMPLE = "lists:\n  readers:\n    file: recipients/readers.csv"


def list_of(settings: Settings, named: str | None = None) -> str:
    """The list that a brief goes to: the one that it names, else that of nutgraf.yaml.

    Raises Usage where it is none that nutgraf.yaml has, or where it has several and says not which.
    """
    if named is not None:
        return _known(settings, named)
    if settings.list is not None:
        return _known(settings, settings.list)
    if len(settings.lists) == 1:
        return next(iter(settings.lists))
    if not settings.lists:
        raise Usage("nutgraf.yaml names no list of readers", f"write, for example:\n{_EXAMPLE}")
    raise Usage(
        f"which list is meant? There are: {', '.join(settings.lists)}",
        f"write `list: {next(iter(settings.lists))}` in the brief, or in nutgraf.yaml for all",
    )


def open_list(root: Path, settings: Settings, name: str) -> Roll:
    """The list of that name; nothing of it is read yet.

    Raises Usage where there is none, or where nutgraf.yaml does not say where it stands.
    """
    listed = settings.lists[_known(settings, name)]
    choice = Choice.of(name, listed.tags)
    return Roll(name, source_of(root, name, listed), choice, tuple(settings.fields))


def source_of(root: Path, name: str, listed: ListSource) -> Source:
    """Where a list stands. Raises Usage where its settings do not say it."""
    if listed.file is not None:
        if listed.database is not None or listed.query is not None:
            hint = "keep either the file, or the database and its query"
            raise Usage(f"the list {name} is both a file and a database", hint)
        return open_file(root, Path(listed.file))
    if listed.database is not None and listed.query is not None:
        return database(root, name, listed.database, listed.query)
    if listed.database is not None:
        hint = "write `query: select address, name from …` below its database"
        raise Usage(f"nutgraf.yaml does not say what the list {name} asks its database", hint)
    hint = f"write `file: recipients/{PurePath(name).name}.csv` below it, or a database and a query"
    raise Usage(f"nutgraf.yaml does not say where the list {name} stands", hint)


def open_file(root: Path, path: Path) -> CsvFile | YamlFile:
    """A file of readers, by the end of its name; a path is from `root` on. Raises Usage."""
    ending = path.suffix.lower()
    if ending in (".csv", ".tsv", ".txt"):
        return CsvFile(root, path)
    if ending in (".yaml", ".yml"):
        return YamlFile(root, path)
    hint = "save it as CSV (from a spreadsheet: CSV UTF-8), with the ending .csv, or as .yaml"
    raise Usage(f"{path.as_posix()} is neither a CSV file nor a YAML file", hint)


def _known(settings: Settings, name: str) -> str:
    if name in settings.lists:
        return name
    near = nearest(name, settings.lists)
    if near is not None:
        hint = f"did you mean {near}?"
    elif settings.lists:
        hint = f"there are: {', '.join(settings.lists)}"
    else:
        hint = f"write it in nutgraf.yaml, for example:\n{_EXAMPLE}"
    raise Usage(f"there is no list “{name}”", hint)
