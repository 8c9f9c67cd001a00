from __future__ import annotations

import pytest

from nutgraf.model import FileText
from nutgraf.workspace.records import read_record
from nutgraf.workspace.settings import Policy, Sender, Settings

LEAST = """\
name: The Harbour Brief
sender: {name: The desk, address: desk@example.org}
postal_address: |
  1 Quay
  Example Town
"""


def test_the_least_settings_have_the_defaults() -> None:
    read = read_record(FileText("nutgraf.yaml", LEAST), Settings)
    assert read.value == Settings(
        name="The Harbour Brief",
        sender=Sender("The desk", "desk@example.org"),
        postal_address="1 Quay\nExample Town\n",
        tagline=None,
        language="en",
        direction="ltr",
        base_url=None,
        time_zone="UTC",
        format="annotated",
        policy=Policy("brief", "error", {}),
    )


def test_off_is_a_severity_and_no_boolean() -> None:
    text = LEAST + "policy:\n  citations: claim\n  severity: {quote-variant: off, weasel: note}\n"
    read = read_record(FileText("nutgraf.yaml", text), Settings)
    assert read.value
    assert read.value.policy.severity == {"quote-variant": "off", "weasel": "note"}


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("tag_line: x", 1, "there is no key “tag_line” here", "did you mean tagline?"),
        ('tagline: "a\\nb"', 10, "“tagline”: “a␤b” holds a line break", "one line"),
        ("base_url: example.org", 11, "“base_url”: “example.org” is not a full web", "https://"),
        ("time_zone: Amercia/New_York", 12, "“time_zone”: “Amercia/New_York” is not", "America/"),
        ("language: English", 11, "“language”: “English” is not a language tag", "en-GB"),
        ("direction: lrt", 12, "“direction” cannot be “lrt”", "did you mean ltr?"),
        (
            "ledger: postgressql://desk:sesame@db/x",
            9,
            "“ledger”: “postgressql://…@db/x” is not the address of a database",
            "postgresql://",
        ),
        ("format: a/b", 9, "“format”: “a/b” is not the name of a folder", "templates/"),
        ("policy: {fail_on: errors}", 19, "“policy.fail_on” cannot be “errors”", "error?"),
        ("policy: {brand: {}}", 10, "there is no key “brand” here", "known here: citations"),
        ("policy: {severity: {a: on}}", 24, "“policy.severity.a” cannot be “on”", ""),
    ],
)
def test_a_fault_is_told_at_its_place(line: str, column: int, message: str, hint: str) -> None:
    (fault,) = read_record(FileText("nutgraf.yaml", f"{LEAST}{line}\n"), Settings).faults
    assert fault.where() == f"nutgraf.yaml:6:{column}"
    assert fault.message.startswith(message)
    assert hint in fault.hint


def test_a_sender_has_an_address() -> None:
    text = "name: x\nsender: {name: y, address: z, reply_to: q}\npostal_address: ''\n"
    faults = read_record(FileText("nutgraf.yaml", text), Settings).faults
    assert [(fault.line, fault.column, fault.message) for fault in faults] == [
        (2, 28, "“sender.address”: “z” is not an e-mail address"),
        (2, 41, "“sender.reply_to”: “q” is not an e-mail address"),
        (3, 17, "“postal_address” is empty"),
    ]
