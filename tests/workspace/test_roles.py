from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Role
from nutgraf.workspace.roles import DEFAULT_LABELS, DEFAULT_ORDER, HEADINGS, role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Summary", Role.SUMMARY),
        ("LEAD", Role.SUMMARY),
        ("  Key   takeaways: ", Role.POINTS),
        ("The backdrop", Role.BACKGROUND),
        ("Main event", Role.EVENTS),
        ("Analysis and implications", Role.ANGLES),
        ("Analysis & Implications", Role.ANGLES),
        ("Comparison&data", Role.DATA),
        ("Who is who", Role.PEOPLE),
        ("In plain words", Role.CONCEPTS),
        ("Terms", Role.CONCEPTS),
        ("What they’re saying", Role.QUOTES),
        ("What they're saying", Role.QUOTES),
        ("What we don‘t know", Role.UNKNOWNS),
        ("What’s next：", Role.NEXT),
        ("The takeaway", Role.TAKEAWAY),
        ("Reports differ", Role.DIFFER),
        ("Corrections", Role.CORRECTIONS),
        ("Notes", Role.NOTES),
        ("Sources", Role.SOURCES),
    ],
)
def test_a_heading_means_its_role_in_any_house_style(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize("heading", ["", ":", "Summary of Evidence", "Diary", "intro", "other"])
def test_a_heading_outside_the_table_means_none(heading: str) -> None:
    assert role_of(heading) is None


def test_the_headings_of_a_format_go_before_the_table() -> None:
    extra = {Role.DATA: ("The figures",), Role.EVENTS: ("Lead",)}
    assert role_of("the figures:", extra) is Role.DATA
    assert role_of("Lead", extra) is Role.EVENTS
    assert role_of("Summary", extra) is Role.SUMMARY


def test_every_role_that_is_printed_has_a_label_which_means_it() -> None:
    assert set(DEFAULT_LABELS) == set(DEFAULT_ORDER) == set(Role) - {Role.OTHER}
    assert all(role_of(label) is role for role, label in DEFAULT_LABELS.items() if label)


def test_no_heading_means_two_roles() -> None:
    for role, headings in HEADINGS.items():
        assert {role_of(heading) for heading in headings} == {role}


@given(st.text())
def test_any_heading_can_be_asked_for(heading: str) -> None:
    assert role_of(heading) == role_of(f" {heading.upper().casefold()} :")
