from __future__ import annotations

from nutgraf.model import FileText, Role
from nutgraf.workspace.formats import Format, full_order, known_headings, label
from nutgraf.workspace.records import read_record
from nutgraf.workspace.roles import DEFAULT_ORDER, role_of

FORMAT = """\
title: Tide table
order: [summary, next, points]
labels: {next: Ahead}
budgets: {summary: 70}
headings: {data: [The figures], next: [Coming up]}
"""


def form(text: str = FORMAT) -> Format:
    read = read_record(FileText("templates/tide/format.yaml", text), Format)
    assert read.value
    return read.value


def test_a_role_that_the_order_leaves_out_follows_in_the_default_order() -> None:
    order = full_order(form())
    assert order[:5] == (Role.SUMMARY, Role.NEXT, Role.POINTS, Role.INTRO, Role.BACKGROUND)
    assert sorted(order) == sorted(DEFAULT_ORDER)


def test_labels_are_the_format_s_own_or_the_default_ones() -> None:
    assert label(form(), Role.NEXT) == "Ahead"
    assert label(form(), Role.POINTS) == "Key Points"
    assert label(form(), Role.INTRO) == label(form(), Role.OTHER) == ""


def test_the_labels_and_headings_of_a_format_mean_their_roles() -> None:
    extra = known_headings(form())
    assert role_of("AHEAD", extra) is role_of("Coming up", extra) is Role.NEXT
    assert role_of("The figures", extra) is Role.DATA


def test_notes_are_never_published_unless_a_format_says_so() -> None:
    assert form().unpublished == (Role.NOTES,)
    assert form("title: x\nunpublished: []\n").unpublished == ()


def test_faults_are_told_at_their_places() -> None:
    text = "order: [point, points, points]\nbudgets: {summary: 0}\nlabels: {pints: x}\n"
    faults = read_record(FileText("format.yaml", text), Format).faults
    assert [(fault.where(), fault.message) for fault in faults] == [
        ("format.yaml:1:9", "“order” cannot be “point”"),
        ("format.yaml:1:24", "“points” stands in the list twice"),
        ("format.yaml:2:20", "“budgets.summary” cannot be 0"),
        ("format.yaml:3:10", "there is no “pints” here"),
        ("format.yaml:1:1", "the key “title” is missing"),
    ]
    assert faults[0].hint == "did you mean points?"
