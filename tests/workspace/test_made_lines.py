"""The words in which a format tells of the check."""

from __future__ import annotations

import pytest

from nutgraf.model import FileText
from nutgraf.workspace.formats import Format
from nutgraf.workspace.records import read_record


@pytest.mark.parametrize(
    ("text", "where", "message", "hint"),
    [
        ("made: [orgins]", "2:8", "“made” cannot be “orgins”", "did you mean origins?"),
        ("made: [checked, origins, origins]", "2:8", "“made” cannot be “checked”", "known here"),
        ("made: origins", "2:7", "“made” is text, and a list is expected", "write made: ["),
        (
            "wording: {origin: {one: a, many: '{nmber} b'}}",
            "2:34",
            "“wording.origin.many”: “{nmber} b” has {nmber} in it, for which there is nothing",
            "did you mean {number}?",
        ),
        (
            "wording: {unread: 'Not {'}",
            "2:19",
            "“wording.unread”: “Not {” has { in it, for which there is nothing",
            "it may hold {documents}",
        ),
        ("wording: {repot: {one: a, many: b}}", "2:11", "there is no key “repot” here", "report"),
        ("wording: {documents: {filng: x}}", "2:23", "there is no “filng” here", "filing"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, where: str, message: str, hint: str
) -> None:
    faults = read_record(FileText("format.yaml", f"title: x\n{text}\n"), Format).faults
    assert faults[0].where() == f"format.yaml:{where}"
    assert faults[0].message == message
    assert hint in faults[0].hint


def test_nothing_is_made_unless_a_format_asks() -> None:
    form = read_record(FileText("format.yaml", "title: x\n"), Format).value
    assert form is not None
    assert form.made == ()
    assert len(form.wording.numbers) == 10
