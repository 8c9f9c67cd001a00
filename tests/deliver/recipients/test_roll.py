"""Each reader of a list once, nobody who must not be mailed, and nobody of a broken list."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.readers import Reader
from nutgraf.deliver.recipients import Entry, Roll
from nutgraf.deliver.recipients.choice import Choice
from nutgraf.deliver.recipients.entries import Record
from nutgraf.errors import Fault, Faulty
from tests.deliver.recipients.lists import addresses, roll


def test_a_reader_has_a_name_and_the_merge_fields_that_the_settings_name(tmp_path: Path) -> None:
    listed = roll(
        tmp_path,
        "E-Mail;Name;First Name;Town;Points\nAnn@Bücher.example;Ann Lee;Ann;;7\n",
        fields=["first_name", "town"],
    )
    assert list(listed.readers()) == [
        Reader("Ann@xn--bcher-kva.example", "Ann Lee", {"first_name": "Ann"})
    ]


def test_the_name_is_a_merge_field_where_the_settings_say_so(tmp_path: Path) -> None:
    listed = roll(tmp_path, "address,name\na@x.example,Ann\nb@x.example,\n", fields=["name"])
    assert [reader.fields for reader in listed.readers()] == [{"name": "Ann"}, {}]


def test_duplicates_are_folded_and_the_first_stays(tmp_path: Path) -> None:
    listed = roll(
        tmp_path,
        "address,name\nann@x.example,Ann\nbo@x.example,Bo\nANN@X.example,Annie\n",
    )
    tally = listed.examine()
    assert (tally.readers, tally.duplicates) == (2, 1)
    assert [reader.name for reader in listed.readers()] == ["Ann", "Bo"]


def test_who_is_not_active_is_not_mailed_and_counted_by_why(tmp_path: Path) -> None:
    states = ["", "active", "Subscribed", "unsubscribed", "bounced", "pending", "Unsubscribed"]
    lines = [f"r{number}@x.example,{state}" for number, state in enumerate(states)]
    listed = roll(tmp_path, "\n".join(["address,status", *lines]))
    tally = listed.examine()
    assert addresses(listed) == ["r0@x.example", "r1@x.example", "r2@x.example"]
    assert tally.statuses == {"unsubscribed": 2, "bounced": 1, "pending": 1}
    assert (tally.readers, tally.inactive) == (3, 4)


def test_who_unsubscribed_in_any_line_is_not_mailed_for_another(tmp_path: Path) -> None:
    listed = roll(
        tmp_path,
        "address,status\nann@x.example,active\nbo@x.example,\nAnn@x.example,unsubscribed\n",
    )
    assert addresses(listed) == ["bo@x.example"]
    tally = listed.examine()
    assert (tally.readers, tally.duplicates, tally.inactive) == (1, 1, 1)


def test_who_unsubscribed_from_another_list_stays_on_this_one(tmp_path: Path) -> None:
    listed = roll(
        tmp_path,
        "address,status,lists\nann@x.example,,readers\nann@x.example,unsubscribed,donors\n",
    )
    assert addresses(listed) == ["ann@x.example"]


def test_a_list_is_chosen_by_its_name_and_by_tags(tmp_path: Path) -> None:
    listed = roll(
        tmp_path,
        "address,lists,tags\n"
        "a@x.example,readers; donors,Gold\n"
        "b@x.example,donors,gold\n"
        "c@x.example,,silver gold\n"
        'd@x.example,"Readers,donors",silver\n'
        "e@x.example,,\n",
        tags=["gold"],
    )
    assert addresses(listed) == ["a@x.example", "c@x.example"]
    assert listed.examine().elsewhere == 3


def test_nobody_is_read_of_a_list_with_one_broken_line(tmp_path: Path) -> None:
    listed = roll(tmp_path, "address\na@x.example\nb@x\n")
    assert listed.examine().readers == 1
    with pytest.raises(Faulty) as caught:
        next(listed.readers())
    assert [fault.line for fault in caught.value.faults] == [3]


def test_ten_thousand_broken_lines_are_ten_thousand_faults(tmp_path: Path) -> None:
    lines = [f"reader {number} at example.org,R" for number in range(10_000)]
    listed = roll(tmp_path, "\n".join(["address,name", *lines]))
    tally = listed.examine()
    assert [fault.line for fault in tally.faults] == list(range(2, 10_002))
    assert tally.readers == 0
    with pytest.raises(Faulty):
        next(listed.readers())


def test_a_list_that_breaks_while_it_is_read_ends_in_its_faults(tmp_path: Path) -> None:
    listed = roll(tmp_path, "address\na@x.example\n")
    listed.examine()
    (tmp_path / "readers.csv").write_text("address\na@x.example\nb\n")
    readers = listed.readers()
    assert next(readers).address == "a@x.example"
    with pytest.raises(Faulty):
        next(readers)


def test_a_file_that_is_not_there_is_a_fault_of_the_list(tmp_path: Path) -> None:
    listed = roll(tmp_path, "address\n")
    (tmp_path / "readers.csv").unlink()
    [fault] = listed.examine().faults
    assert fault.path == "readers.csv"
    assert fault.message == "there is no such file"


@pytest.mark.uncounted
def test_memory_is_taken_for_keys_alone(tmp_path: Path) -> None:
    lines = (f"reader{number}@x{number % 9}.example,Reader,{'z' * 80}" for number in range(5_000))
    listed = roll(tmp_path, "\n".join(["address,name,notes", *lines]), fields=["notes"])
    next(roll(tmp_path, "address\na@b.example", name="small.csv").readers())
    tracemalloc.start()
    assert listed.examine().readers == sum(1 for _ in listed.readers()) == 5_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_500_000, "the keys, and not the lines, which hold 105 characters and more"


class _Written:
    """A list that stands nowhere."""

    shown = "nowhere"

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._rows = rows

    def records(self) -> list[Record]:
        return [Record(row, Fault) for row in self._rows]


_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "address": st.sampled_from(
                ["a@x.example", "A@x.example", "b@x.example", "c@y.example"]
            ),
            "status": st.sampled_from(["", "active", "unsubscribed", "bounced"]),
            "lists": st.sampled_from(["", "readers", "donors", "readers donors"]),
            "tags": st.sampled_from(["", "gold", "silver;gold"]),
        }
    )
)


@given(rows=_ROWS, tags=st.sampled_from([(), ("gold",)]))
def test_every_entry_is_counted_as_one_thing_and_every_reader_is_read_once(
    rows: list[dict[str, str]], tags: tuple[str, ...]
) -> None:
    listed = Roll("readers", _Written(rows), Choice.of("readers", tags))  # type: ignore[arg-type]
    tally = listed.examine()
    read = Counter(reader.key for reader in listed.readers())
    assert tally.readers + tally.duplicates + tally.elsewhere + tally.inactive == len(rows)
    assert tally.readers == len(read)
    assert set(read.values()) <= {1}
    for entry in listed.entries():
        assert isinstance(entry, Entry)
        here = not entry.lists or "readers" in entry.lists
        if here and entry.status != "active":
            assert entry.key not in read
        if not here and entry.key in read:
            assert sum(row["address"].casefold() == entry.key for row in rows) > 1
