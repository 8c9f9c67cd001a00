"""Lists that are kept by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.readers import Reader
from nutgraf.deliver.recipients.entries import Record, read_entry
from nutgraf.deliver.recipients.yaml_file import LIMIT, YamlFile
from tests.deliver.recipients.lists import roll, told

NAME = "readers.yaml"


def test_mappings_and_plain_addresses_are_readers(tmp_path: Path) -> None:
    text = """\
# those who asked
- ann@x.example
- address: bo@x.example
  name: Bo Lee
  First Name: Bo
  points: 007
  lists: [readers, donors]
  tags:
    - gold
- {email: cy@x.example, status: unsubscribed, tags: gold}
- {email: di@x.example, lists: donors, tags: gold}
"""
    listed = roll(tmp_path, text, name=NAME, fields=["first_name", "points"], tags=["Gold"])
    assert list(listed.readers()) == [
        Reader("bo@x.example", "Bo Lee", {"first_name": "Bo", "points": "007"})
    ]
    tally = listed.examine()
    assert (tally.readers, tally.inactive, tally.elsewhere) == (1, 1, 2)


@pytest.mark.parametrize("text", ["", "[]", "# nobody yet\n", "null"])
def test_an_empty_list_has_nobody(tmp_path: Path, text: str) -> None:
    tally = roll(tmp_path, text, name=NAME).examine()
    assert (tally.readers, tally.faults) == (0, ())


def test_every_fault_has_its_line_and_column(tmp_path: Path) -> None:
    text = """\
- ann.example
- name: Bo
- address: cy@x.example
  status: activ
- address: "di@x.example\\nBcc: el@x.example"
- {address: fi@x.example, name: [F, I]}
- - gi@x.example
- address: hi@x.example
  town: {is: Hull}
- address: jo@x.example
  email: jo@y.example
-
"""
    assert told(roll(tmp_path, text, name=NAME).examine().faults) == [
        "readers.yaml:1:3: “ann.example” cannot be mailed: an email address must have an @-sign",
        "readers.yaml:2:3: the address is missing",
        "readers.yaml:4:11: there is no status “activ”",
        "readers.yaml:5:12: the address holds a line break",
        "readers.yaml:6:33: “name” is a list, and one value is expected",
        "readers.yaml:7:3: this is no reader",
        "readers.yaml:9:9: “town” is a mapping, and one value is expected",
        "readers.yaml:11:3: “email” says the address a second time",
        "readers.yaml:11:22: this is no reader",
    ]


def test_a_mapping_is_no_list(tmp_path: Path) -> None:
    [fault] = roll(tmp_path, "readers:\n  - ann@x.example\n", name=NAME).examine().faults
    assert told([fault]) == ["readers.yaml:1:1: this is not a list of readers"]


def test_broken_yaml_is_told_and_nobody_is_read(tmp_path: Path) -> None:
    faults = roll(tmp_path, "- ann@x.example\n- [bo@x.example\n", name=NAME).examine().faults
    assert [fault.line for fault in faults] == [2]


def test_a_list_may_be_longer_than_a_note_but_not_without_end(tmp_path: Path) -> None:
    text = "".join(f"- reader{number}@x.example\n" for number in range(2_000))
    assert roll(tmp_path, text, name=NAME).examine().readers == 2_000
    (tmp_path / NAME).write_text("#" * LIMIT + "\n")
    [fault] = YamlFile(tmp_path, Path(NAME)).records()
    assert not isinstance(fault, Record)
    assert fault.hint == "keep it as CSV"


@given(st.text(max_size=150) | st.text("-[]{}:,\"' \na@x.é\t#&*!|>", max_size=150))
def test_no_text_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    root = tmp_path_factory.getbasetemp()
    (root / NAME).write_text(text, "utf-8", "surrogatepass", newline="")
    for record in YamlFile(root, Path(NAME)).records():
        if isinstance(record, Record):
            read_entry(record)
