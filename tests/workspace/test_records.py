from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FileText, Role
from nutgraf.workspace import shapes
from nutgraf.workspace.records import Record, read_record

Dock = Annotated[Role, msgspec.Meta(extra={"without": (Role.OTHER,)})]


class Boat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1, description="what stands on its bow")]
    colour: Annotated[str, msgspec.Meta(extra={"shape": shapes.colour})] = "#000000"


class Harbour(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    boat: Boat
    open: bool = True
    tide: Literal["high", "low", "off"] = "low"
    depth: Annotated[int, msgspec.Meta(ge=1, le=40)] = 4
    length: Annotated[int, msgspec.Meta(ge=1)] = 1
    spare: Boat | None = None
    docks: Annotated[tuple[Dock, ...], msgspec.Meta(extra={"unique": True})] = ()
    pilots: list[str] = msgspec.field(default_factory=list)
    fees: dict[Dock, int] = msgspec.field(default_factory=dict)


BOAT = "boat: {name: Gull}\n"


def harbour(text: str) -> Record[Harbour]:
    return read_record(FileText("harbour.yaml", text), Harbour)


def test_a_whole_record_is_read() -> None:
    read = harbour(
        BOAT + "open: false\ntide: off\ndepth: 7\nspare:\n  name: 007\n  colour: '#ffffff'\n"
        "docks: [data, next]\npilots: [yes, 1]\nfees: {data: 5}\n"
    )
    assert read.faults == ()
    assert read.value == Harbour(
        boat=Boat("Gull"),
        open=False,
        tide="off",
        depth=7,
        spare=Boat("007", "#ffffff"),
        docks=(Role.DATA, Role.NEXT),
        pilots=["yes", "1"],
        fees={Role.DATA: 5},
    )
    assert read.places[("spare", "colour")].line == 7
    assert read.places[("docks", 1)].column == 15


def test_an_empty_value_leaves_the_default() -> None:
    assert harbour(BOAT + "depth:\nspare: ~\ntide: null\n").value == Harbour(boat=Boat("Gull"))


@pytest.mark.parametrize("text", ["", "# a comment\n", "~"])
def test_an_empty_file_lacks_what_is_required(text: str) -> None:
    (fault,) = harbour(text).faults
    assert (fault.where(), fault.message) == ("harbour.yaml:1:1", "the key “boat” is missing")


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("deph: 4", 1, "there is no key “deph” here", "did you mean depth?"),
        ("weather: fair", 1, "there is no key “weather” here", "known here: boat, open, tide"),
        ("spare: {name: }", 9, "“name” has no value", "name: what stands on its bow"),
        ("spare: {}", 8, "the key “name” is missing in “spare”", "name: what stands on its bow"),
        ("spare: Gull", 8, "“spare” is text, not keys and values", "its keys: name, colour"),
        ("spare: {name: ' '}", 15, "“spare.name” is empty", "write a text"),
        ("spare: {name: [a]}", 15, "“spare.name” is a list, and one value is", "name: value"),
        ("spare: {name: a, colour: red}", 26, "“spare.colour”: “red” is not a colour", "#1a2b3c"),
        ("open: yes", 7, "“yes” is not true or false", "write true or false"),
        ("tide: hihg", 7, "“tide” cannot be “hihg”", "did you mean high?"),
        ("tide: {a: b}", 7, "“tide” is a mapping, and one value is expected", "tide: value"),
        ("depth: 4 m", 8, "“depth” is “4 m”, and a whole number is expected", "digits only"),
        ("depth: '4'", 8, "“depth” is “4”, and a whole number is expected", "digits only"),
        ("depth: 41", 8, "“depth” cannot be 41", "it is between 1 and 40"),
        ("length: 0", 9, "“length” cannot be 0", "it is 1 or more"),
        ("docks: data", 8, "“docks” is text, and a list is expected", "docks: [one, two]"),
        ("docks: [data, other]", 15, "“docks” cannot be “other”", "known here: intro"),
        ("docks: [data, data]", 15, "“data” stands in the list twice", "keep one"),
        ("fees: 5", 7, "“fees” is text, not keys and values", "key: value"),
        ("fees: {dat: 5}", 8, "there is no “dat” here", "did you mean data?"),
        ("fees: {data: }", 8, "“data” has no value", "take the key out"),
        ("fees: {data: x}", 14, "“fees.data” is “x”, and a whole number", "digits only"),
        ("depth: 4\ndepth: 5", 1, "“depth” stands here a second time; the first is on", "keep"),
        ("depth: &a 4", 8, "&a gives a value a name", "take it out"),
    ],
)
def test_a_fault_is_told_at_its_place_with_the_next_step(
    line: str, column: int, message: str, hint: str
) -> None:
    read = harbour(f"{BOAT}{line}\n")
    assert read.value is None
    (fault,) = read.faults
    assert fault.where() == f"harbour.yaml:{2 + line.count(chr(10))}:{column}"
    assert fault.message.startswith(message)
    assert hint in fault.hint


def test_every_fault_is_told_in_one_run() -> None:
    read = harbour("depth: x\nopne: true\nfees: {x: y}\ndocks: [x, y]\n")
    assert [fault.line for fault in read.faults] == [1, 2, 3, 3, 4, 4, 1]


def test_what_could_not_be_read_is_not_called_missing() -> None:
    read = harbour("depth: 5\nboat: a: b\n")
    assert [fault.message for fault in read.faults] == [
        "a colon and a space stand inside a value",
        "“boat” is text, not keys and values",
    ]
    (fault,) = harbour('tide: "x\n').faults
    assert "is not closed" in fault.message


def test_a_file_that_is_no_mapping_is_told_so() -> None:
    (fault,) = harbour("- a\n").faults
    assert fault.message == "the file is a list, not keys and values"


ODD = st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%@`# \t\r\n😀\x001"), max_size=12)
KEYS = st.sampled_from(["boat", "open", "tide", "depth", "docks", "pilots", "fees", "spare"])


@given(st.lists(st.builds("{}: {}".format, KEYS, ODD), max_size=4).map("\n".join))
def test_any_text_is_a_record_or_faults(text: str) -> None:
    for whole in (text, BOAT + text):
        read = harbour(whole)
        assert (read.value is None) == bool(read.faults)
        assert all(place.end <= len(whole) for place in read.places.values())
