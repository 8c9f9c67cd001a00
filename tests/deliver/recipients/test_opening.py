"""Which list a brief goes to, and what is wrong where that is not clear."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from nutgraf.deliver.recipients import list_of, open_list
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import ListSource
from tests.deliver.recipients.lists import settings

FILE = ListSource(file="readers.csv")


def _refused(root: Path, **lists: ListSource) -> str:
    with pytest.raises(Usage) as caught:
        open_list(root, settings((), **lists), "readers")
    return str(caught.value)


def test_the_brief_names_its_list_or_the_settings_do_or_there_is_one() -> None:
    several = settings(readers=FILE, donors=FILE)
    assert list_of(several, "donors") == "donors"
    assert list_of(msgspec.structs.replace(several, list="donors")) == "donors"
    assert list_of(settings(readers=FILE)) == "readers"


def test_it_is_said_what_to_write_where_no_list_is_meant() -> None:
    with pytest.raises(Usage, match=r"There are: readers, donors\n.*`list: readers`"):
        list_of(settings(readers=FILE, donors=FILE))
    with pytest.raises(Usage, match=r"file: recipients/readers\.csv"):
        list_of(settings())


def test_the_nearest_list_is_named(tmp_path: Path) -> None:
    assert "did you mean reader?" in _refused(tmp_path, reader=FILE)
    assert "there are: donors, staff" in _refused(tmp_path, donors=FILE, staff=FILE)
    assert "file: recipients/readers.csv" in _refused(tmp_path)
    with pytest.raises(Usage, match="did you mean readers"):
        list_of(settings(readers=FILE, donors=FILE), "raeders")


def test_a_list_is_one_file_or_a_database_with_its_query(tmp_path: Path) -> None:
    assert "both a file and a database" in _refused(
        tmp_path, readers=ListSource(file="a.csv", database="a.sqlite", query="select 1")
    )
    assert "asks its database" in _refused(tmp_path, readers=ListSource(database="a.sqlite"))
    assert "where the list readers stands" in _refused(tmp_path, readers=ListSource())
    assert "is empty" in _refused(tmp_path, readers=ListSource(database="a.sqlite", query="  "))
    assert "neither a CSV file nor a YAML file" in _refused(
        tmp_path, readers=ListSource(file="readers.xlsx")
    )
