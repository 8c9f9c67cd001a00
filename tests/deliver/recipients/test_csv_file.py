"""Lists as spreadsheets and other programs save them, and every way in which they are broken."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.recipients import Entry
from nutgraf.deliver.recipients.csv_file import CsvFile
from nutgraf.deliver.recipients.entries import Record, read_entry
from nutgraf.errors import Fault
from tests.deliver.recipients.lists import addresses, roll, told


def _values(root: Path, content: str | bytes) -> list[dict[str, object]]:
    """What stands in a list of that content, which has no fault."""
    data = content.encode() if isinstance(content, str) else content
    (root / "list.csv").write_bytes(data)
    records = list(CsvFile(root, Path("list.csv")).records())
    assert all(isinstance(record, Record) for record in records), records
    return [dict(record.values) for record in records if isinstance(record, Record)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_list_is_read_as_programs_save_it(
    tmp_path: Path, delimiter: str, end: str, mark: bytes
) -> None:
    lines = [["Email", "Name"], ["a@x.example", "Åsa"], ["b@x.example", f'"B{delimiter} ""C"""']]
    text = end.join(delimiter.join(line) for line in lines) + end
    assert _values(tmp_path, mark + text.encode()) == [
        {"address": "a@x.example", "name": "Åsa"},
        {"address": "b@x.example", "name": f'B{delimiter} "C"'},
    ]


def test_blank_lines_and_empty_cells_behind_the_last_column_are_nothing(tmp_path: Path) -> None:
    text = "\naddress,name,,\n\na@x.example,A,,\n,,,\n   \nb@x.example,B,,,,\n\n"
    assert [row["address"] for row in _values(tmp_path, text)] == ["a@x.example", "b@x.example"]


def test_spaces_around_values_and_quotation_marks_are_no_part_of_them(tmp_path: Path) -> None:
    text = 'address, name\n a@x.example , "Lee, Ann" \n'
    assert _values(tmp_path, text) == [{"address": "a@x.example", "name": "Lee, Ann"}]


def test_an_empty_list_has_nobody(tmp_path: Path) -> None:
    assert roll(tmp_path, "").examine().readers == 0
    assert roll(tmp_path, "address,name\n").examine().readers == 0


def test_a_missing_column_of_addresses_is_told_with_the_columns_that_there_are(
    tmp_path: Path,
) -> None:
    faults = roll(tmp_path, "mailbox,name\na@x.example,A\n").examine().faults
    assert told(faults) == [
        "readers.csv:1:1: no column is called address (or email); there are: mailbox, name"
    ]


def test_a_list_without_a_line_of_names_is_told_so(tmp_path: Path) -> None:
    [fault] = roll(tmp_path, "a@x.example,A\nb@x.example,B\n").examine().faults
    assert "the first line has to name the columns" in fault.message
    assert "address,name" in fault.hint


def test_two_columns_of_one_name_are_a_fault(tmp_path: Path) -> None:
    faults = roll(tmp_path, "email,First Name,first_name,address\n").examine().faults
    assert told(faults) == [
        "readers.csv:1:18: the columns “First Name” and “first_name” are both the first_name",
        "readers.csv:1:29: the columns “email” and “address” are both the address",
    ]


def test_rows_that_are_too_short_or_too_long_are_told(tmp_path: Path) -> None:
    text = "address,name,status\na@x.example\nb@x.example,Lee, B,active\n"
    assert told(roll(tmp_path, text).examine().faults) == [
        "readers.csv:2:1: this line has 1 cell, and the first line names 3",
        "readers.csv:3:20: this line has 4 cells, and the first line names 3",
    ]


def test_faults_stand_at_the_cell_that_they_are_about(tmp_path: Path) -> None:
    text = (
        "name,address,status\n"
        '"Lee, Ann",ann.example,active\n'
        "Bo,bo@x.example,activ\n"
        "Cy,,active\n"
        '"Di\nEl",di@x.example,nope\n'
        "Fi,@x.example,unsubscribed\n"
    )
    assert told(roll(tmp_path, text).examine().faults) == [
        "readers.csv:2:12: “ann.example” cannot be mailed: an email address must have an @-sign",
        "readers.csv:3:17: there is no status “activ”",
        "readers.csv:4:4: the address is missing",
        "readers.csv:5:1: the name holds a line break",
        "readers.csv:7:4: “@x.example” cannot be mailed: there must be something before the @-sign",
    ]


@pytest.mark.parametrize("column", ["address", "name", "status", "lists", "tags", "town"])
@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\t", "\x00", "\x1b", "\x85", "\u2028"])
def test_control_characters_are_refused_in_every_column(
    tmp_path: Path, column: str, sign: str
) -> None:
    cells = {
        "address": "a@x.example",
        "name": "A",
        "status": "",
        "lists": "",
        "tags": "",
        "town": "",
    }
    cells[column] = f"x{sign}Bcc: b@x.example"
    line = ",".join(f'"{cell}"' for cell in cells.values())
    listed = roll(tmp_path, f"{','.join(cells)}\n{line}\n", fields=["town"])
    [fault] = listed.examine().faults
    assert f"the {column} holds a" in fault.message
    assert fault.line == 2


def test_a_quotation_mark_that_is_not_closed_spoils_its_own_line_alone(tmp_path: Path) -> None:
    text = 'address,name\na@x.example,"Ann\nb@x.example,Bo\nc@x.example,"Cy" Lee\nd@x.example,D\n'
    listed = roll(tmp_path, text)
    assert told(listed.examine().faults) == [
        "readers.csv:2:13: a quotation mark opens here and closes in a later line",
        "readers.csv:4:18: behind its closing quotation mark a value goes on",
    ]
    assert listed.examine().readers == 2
    [fault] = roll(tmp_path, 'address,name\na@x.example,"Ann\nb@x.example,Bo\n').examine().faults
    assert fault.message == "a quotation mark opens here and is not closed"


def test_each_line_with_a_stray_quotation_mark_is_told(tmp_path: Path) -> None:
    text = "address,name\n" + 'a@x.example,"Ann\n' * 300
    assert [fault.line for fault in roll(tmp_path, text).examine().faults] == list(range(2, 302))


def test_a_line_without_end_is_cut_and_told(tmp_path: Path) -> None:
    text = "address,name\n" + "a" * 200_000 + "\nb@x.example,B\n"
    [fault] = roll(tmp_path, text).examine().faults
    assert (fault.line, fault.message) == (2, "this line is longer than 65,536 characters")
    assert roll(tmp_path, text).examine().readers == 1


def test_a_list_in_another_encoding_is_told_at_its_lines(tmp_path: Path) -> None:
    text = "address,name\na@x.example,Ann\nb@x.example,José\n"
    [fault] = roll(tmp_path, text.encode("cp1252")).examine().faults
    assert told([fault]) == [
        "readers.csv:3:13: the byte 0xe9 in the name is not UTF-8; in Windows-1252 it is “é”"
    ]
    assert "UTF-8" in fault.hint
    [fault] = roll(tmp_path, text.encode("utf-16")).examine().faults
    assert fault.message == "the file is UTF-16, not UTF-8"
    [fault] = roll(tmp_path, text.encode("utf-16-le")).examine().faults
    assert "no text" in fault.message


def test_a_workbook_is_told_to_be_one(tmp_path: Path) -> None:
    [fault] = roll(tmp_path, b"PK\x03\x04\x14\x00\x06\x00").examine().faults
    assert "workbook" in fault.message


def test_a_list_outside_the_workspace_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (tmp_path / "list.csv").write_text("address\na@x.example\n")
    [fault] = CsvFile(root, Path("../list.csv")).records()
    assert isinstance(fault, Fault)
    assert "outside the workspace" in fault.message


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.csv").mkdir()
    for name in ("pipe.csv", "folder.csv"):
        [fault] = CsvFile(tmp_path, Path(name)).records()
        assert isinstance(fault, Fault)
        assert fault.message == "this is no file"


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", barred)
    [fault] = CsvFile(tmp_path, Path("list.csv")).records()
    assert isinstance(fault, Fault)
    assert "Permission denied" in fault.message


def test_names_too_long_for_a_header_are_refused(tmp_path: Path) -> None:
    [fault] = roll(tmp_path, f"address,name\na@x.example,{'x' * 201}\n").examine().faults
    assert "the name has 201 characters" in fault.message


_CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    rows=st.lists(st.tuples(_CELLS, _CELLS, _CELLS), max_size=6),
    delimiter=st.sampled_from(",;\t"),
    # Older versions leave a carriage return without quotation marks where lines end otherwise.
    end_and_quoting=st.sampled_from(
        [("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\n", csv.QUOTE_ALL)]
    ),
)
def test_what_the_standard_library_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    end_and_quoting: tuple[str, Literal[0, 1]],
) -> None:
    root = tmp_path_factory.getbasetemp()
    text = io.StringIO()
    end, quoting = end_and_quoting
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting)
    kept = [tuple(_as_a_cell_begins(cell) for cell in row) for row in rows]
    writer.writerows([("address", "one", "two"), *kept])
    expected = [
        dict(zip(("address", "one", "two"), (cell.strip(" \t") for cell in row), strict=True))
        for row in kept
        if any(cell.strip() for cell in row)
    ]
    assert _values(root, text.getvalue()) == expected


def _as_a_cell_begins(cell: str) -> str:
    """What a quotation mark behind spaces means, writers and readers do not agree on."""
    return re.sub('^ +(?=")', "", cell)


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_bytes_crash_the_reader_and_no_control_character_passes(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    root = tmp_path_factory.getbasetemp()
    (root / "list.csv").write_bytes(b"address,name,town\n" + data)
    lines = 1 + len(re.findall(rb"\r\n|\r|\n", data)) + 1
    for record in CsvFile(root, Path("list.csv")).records():
        entry = (record,) if isinstance(record, Fault) else read_entry(record)
        if isinstance(entry, Entry):
            told_of = "".join((entry.address, entry.name, *entry.fields.values()))
            assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", told_of)
            assert entry.address.isascii()
        else:
            assert entry
            assert all(1 <= (fault.line or 0) <= lines and fault.column for fault in entry)


@given(st.binary(max_size=120))
def test_no_file_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.getbasetemp()
    (root / "list.csv").write_bytes(data)
    for record in CsvFile(root, Path("list.csv")).records():
        if isinstance(record, Record):
            read_entry(record)


def test_readers_of_a_real_export_are_read(tmp_path: Path) -> None:
    text = (
        "Email Address,First Name,Last Name,TAGS\n"
        'ann@x.example,Ann,Lee,"gold, early"\n'
        "bo@x.example,Bo,,\n"
    )
    assert addresses(roll(tmp_path, text, tags=["early"])) == ["ann@x.example"]
