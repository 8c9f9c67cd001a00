"""A list that is a file is changed as asked, and every other character of it stays."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.recipients import editing
from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.csv_edit import changed_csv
from nutgraf.deliver.recipients.editing import change_file, editable
from nutgraf.deliver.recipients.entries import Entry, Record, read_entry
from nutgraf.deliver.recipients.opening import open_file, source_of
from nutgraf.errors import Faulty, Usage
from nutgraf.workspace.delivery_settings import ListSource

CSV, YAML = "readers.csv", "readers.yaml"
NEW: Row = {"address": "di@x.example", "name": "Di, Lee", "tags": ("early", "gold")}


def _changed(root: Path, name: str, content: str | bytes, change: Change) -> str:
    path = root / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    change_file(open_file(root, Path(name)), change)
    return path.read_bytes().decode()


def test_a_csv_file_keeps_its_columns_dialect_and_lines(tmp_path: Path) -> None:
    before = '\ufeff\r\nTags;E-Mail;Full\r\n"a;b";ann@x.example; A \r\n\r\n;bo@x.example;"B ""b"""'
    change = Change([NEW, {"address": "el@x.example", "full": "El"}])
    assert _changed(tmp_path, CSV, before, change) == (
        '\ufeff\r\nTags;E-Mail;Full;name\r\n"a;b";ann@x.example; A ;\r\n\r\n'
        ';bo@x.example;"B ""b""";\r\n'
        '"early;gold";di@x.example;;Di, Lee\r\n;el@x.example;El;\r\n'
    )


def test_a_csv_file_that_lacks_nothing_keeps_every_line(tmp_path: Path) -> None:
    before = 'address,name,status\nann@x.example, "A" ,\n,,\nbo@x.example,B,active,,\n'
    after = _changed(tmp_path, CSV, before, Change([{"address": "cy@x.example"}]))
    assert after.startswith('address,name,status\nann@x.example, "A" ,\n,,\n')
    assert after.endswith("bo@x.example,B,active\ncy@x.example,,\n")


def test_a_status_is_written_into_its_line_alone(tmp_path: Path) -> None:
    before = "status\taddress\n\tann@x.example\nactive\tbo@x.example\n"
    after = _changed(tmp_path, CSV, before, Change(statuses={1: "bounced"}))
    assert after == "status\taddress\n\tann@x.example\nbounced\tbo@x.example\n"
    after = _changed(
        tmp_path, CSV, "email\na@x.example\nb@x.example", Change(statuses={0: "bounced"})
    )
    assert after == "email,status\na@x.example,bounced\nb@x.example,"


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_csv_file_gets_the_columns_that_are_needed(tmp_path: Path, content: str) -> None:
    after = _changed(tmp_path, CSV, content, Change([NEW]))
    assert after == 'address,name,tags\ndi@x.example,"Di, Lee",early;gold\n'


def test_a_file_that_is_not_there_is_made_with_its_folder(tmp_path: Path) -> None:
    change_file(
        open_file(tmp_path, Path("lists/readers.csv")), Change([{"address": "a@x.example"}])
    )
    assert (tmp_path / "lists/readers.csv").read_text() == "address,name\na@x.example,\n"


def test_a_yaml_file_keeps_its_comments_and_gets_readers_at_its_end(tmp_path: Path) -> None:
    before = (
        "# us\nreaders\n".replace("readers\n", "")
        + "  - ann@x.example # the boss\n  -   name: Bo\n      address: bo@x.example"
    )
    assert _changed(tmp_path, YAML, before, Change([NEW, {"address": "el@x.example"}])) == (
        before + '\n  - address: di@x.example\n    name: "Di, Lee"\n    tags: [early, gold]\n'
        "  - el@x.example\n"
    )


def test_statuses_are_written_into_yaml_however_a_reader_is_written(tmp_path: Path) -> None:
    before = """\
- ann@x.example # a
- address: bo@x.example # b
  name: |
    Bo
- {address: cy@x.example, tags: [a, b],}
- address: di@x.example
  status: active # d
- address: el@x.example
  status:
- "fi@x.example"
"""
    assert (
        _changed(
            tmp_path,
            YAML,
            before.replace("|\n    Bo", "Bo"),
            Change(statuses=dict.fromkeys(range(6), "unsubscribed")),
        )
        == """\
- {address: ann@x.example, status: unsubscribed} # a
- status: unsubscribed
  address: bo@x.example # b
  name: Bo
- {status: unsubscribed, address: cy@x.example, tags: [a, b],}
- address: di@x.example
  status: unsubscribed # d
- address: el@x.example
  status: unsubscribed
- {address: fi@x.example, status: unsubscribed}
"""
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- di@x.example\n"),
        ("[]", "[di@x.example]"),
        ("[ann@x.example,]\n", "[ann@x.example, di@x.example,]\n"),
        ("# nobody\n", "# nobody\n- di@x.example\n"),
        ("null\n", "\n- di@x.example\n"),
        ("---\r\n- ann@x.example\r\n", "---\r\n- ann@x.example\r\n- di@x.example\r\n"),
    ],
)
def test_readers_are_added_to_yaml_however_a_list_is_written(
    tmp_path: Path, before: str, after: str
) -> None:
    assert _changed(tmp_path, YAML, before, Change([{"address": "di@x.example"}])) == after


def test_what_cannot_be_changed_safely_stays_as_it_is(tmp_path: Path) -> None:
    before = "- ann@x.example\n...\n"
    with pytest.raises(Usage, match="cannot be changed without"):
        _changed(tmp_path, YAML, before, Change([{"address": "di@x.example"}]))
    assert (tmp_path / YAML).read_text() == before


@pytest.mark.parametrize("name", [CSV, YAML])
def test_a_broken_list_is_not_changed(tmp_path: Path, name: str) -> None:
    with pytest.raises(Faulty):
        _changed(tmp_path, name, "- address\n- b\n", Change([{"address": "di@x.example"}]))
    assert (tmp_path / name).read_text() == "- address\n- b\n"


def test_a_list_that_changes_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_file(tmp_path, Path(CSV))
    (tmp_path / CSV).write_text("address\na@x.example\n")

    def slow(text: str, change: Change) -> str:
        (tmp_path / CSV).write_text("address\nb@x.example\n")
        return changed_csv(text, change)

    monkeypatch.setattr(editing, "changed_csv", slow)
    with pytest.raises(Usage, match="changed by somebody else"):
        change_file(file, Change([NEW]))
    assert (tmp_path / CSV).read_text() == "address\nb@x.example\n"


def test_a_list_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("nutgraf.deliver.recipients.editing.write_atomically", full)
    with pytest.raises(Usage, match="No space left"):
        _changed(tmp_path, CSV, "address\n", Change([NEW]))


def test_a_database_is_only_read(tmp_path: Path) -> None:
    source = ListSource(database="a.sqlite", query="select 1")
    with pytest.raises(Usage, match="only reads databases"):
        editable("members", source_of(tmp_path, "members", source))


_VALUES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=10
) | st.sampled_from(
    ["null", "~", "true", "a: b", "- a", "#x", "'", '"', "{", "[", ", ", "&a", "!x"]
)
_ROWS = st.lists(
    st.fixed_dictionaries(
        {"address": st.sampled_from(["ann@x.example", "{b}'@x.example", "#c@x.example"])},
        optional={"name": _VALUES, "town": _VALUES, "tags": st.lists(_VALUES).map(tuple)},
    ),
    max_size=4,
)


@hypothesis.settings(max_examples=40)
@given(rows=_ROWS, name=st.sampled_from([CSV, YAML]), data=st.data())
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[dict[str, str | tuple[str, ...]]],
    name: str,
    data: st.DataObject,
) -> None:
    root = tmp_path_factory.getbasetemp()
    (root / name).unlink(missing_ok=True)
    file = open_file(root, Path(name))
    if name == CSV:
        rows = [row | {"tags": ";".join(row.get("tags", ()))} for row in rows]
    cut = data.draw(st.integers(0, len(rows)))
    change_file(file, Change(rows[:cut]))
    statuses = {number: "bounced" for number in range(cut) if data.draw(st.booleans())}
    change_file(file, Change(rows[cut:], statuses))
    read = [read_entry(record) for record in file.records() if isinstance(record, Record)]
    assert [entry.address for entry in read if isinstance(entry, Entry)] == [
        row["address"] for row in rows
    ]
    for number, (entry, row) in enumerate(zip(read, rows, strict=True)):
        assert isinstance(entry, Entry)
        assert entry.name == str(row.get("name", "")).strip(" \t")
        assert entry.status == statuses.get(number, "active")
