"""What a brief measures: bytes against the limit, words by story and section, against budgets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from nutgraf.model import Role
from nutgraf.preview.desk import Desk
from nutgraf.preview.meter import CLIPPED, NEAR, Meter, meter
from nutgraf.preview.snapshot import Made
from tests.workspaces import PLAIN, Write

_TWO = """\
---
title: The harbour
date: 2025-03-07
---
# The ferries

## Summary

The ferries carried passengers again on Saturday. [@report]

# The quay

## Summary

We like the quay.

## Notes

Ask about the crane, which is not for readers.
"""


def _made(write_workspace: Write, brief: str | None = None) -> Made:
    files = dict(PLAIN) if brief is None else {**PLAIN, "briefs/2025-03-07.md": brief}
    made = Desk(write_workspace(files)).snapshot("2025-03-07").made
    assert made is not None
    return made


def test_words_are_counted_by_story_and_notes_are_not(write_workspace: Write) -> None:
    found = meter(_made(write_workspace, _TWO))
    assert [(one.name, one.words) for one in found.stories] == [("The ferries", 7), ("The quay", 4)]
    assert found.words == 11
    assert found.minutes == 1


def test_the_size_is_that_of_the_email(write_workspace: Write) -> None:
    made = _made(write_workspace)
    assert meter(made).size == len(made.digests.html.encode())


def test_a_section_over_its_budget_tells_by_how_much(write_workspace: Write) -> None:
    made = _made(write_workspace, _TWO)
    section = meter(_with_budget(made, 5)).sections[0]
    assert (section.words, section.most, section.over) == (7, 5, 2)
    assert meter(_with_budget(made, 7)).sections[0].over == 0


def _with_budget(made: Made, most: int) -> Made:
    return replace(made, format=structs.replace(made.format, budgets={Role.SUMMARY: most}))


@pytest.mark.parametrize(
    ("size", "level"),
    [(0, "fine"), (NEAR - 1, "fine"), (NEAR, "near"), (CLIPPED, "near"), (CLIPPED + 1, "over")],
)
def test_the_level_is_that_of_the_limit(size: int, level: str) -> None:
    found = Meter(size, 0, 1, (), ())
    assert found.level == level
    assert 0 <= found.filled <= 100


def test_every_byte_belongs_to_a_story_or_to_none(write_workspace: Write) -> None:
    found = meter(_made(write_workspace, _TWO))
    ferries, quay = found.stories
    assert min(ferries.size, quay.size, found.rest) > 0
    assert ferries.size + quay.size + found.rest == found.size


def test_bytes_are_shared_by_words_where_no_title_is_printed(write_workspace: Write) -> None:
    made = _made(write_workspace, _TWO)
    bare = replace(made, digests=replace(made.digests, html="x" * 1100))
    found = meter(bare)
    assert [one.size for one in found.stories] == [700, 400]
    assert found.rest == 0
