"""A line goes to the end of its section, which is made where it is not there; the rest stays."""

from __future__ import annotations

import pytest

from nutgraf.model import FileText, Role
from nutgraf.workspace import frontmatter
from nutgraf.workspace.formats import Format
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.inserting import with_line

FRONT = "---\ntitle: Quay\ndate: 2025-03-07\n---\n"
FORM = Format(
    "x",
    order=(Role.SUMMARY, Role.POINTS, Role.DIFFER, Role.QUOTES, Role.UNKNOWNS, Role.NEXT),
    labels={Role.UNKNOWNS: "Still open", Role.DIFFER: "Reports differ"},
)


def after(body: str, role: Role, line: str = "It is open. [@a]", story: int = 0) -> str:
    file = FileText("briefs/b.md", FRONT + body)
    front, _ = frontmatter.read(file)
    note, faults = parse_note("b", "brief", file, front)
    assert not faults
    return with_line(note, FORM, role, story, line).removeprefix(FRONT)


@pytest.mark.parametrize(
    ("body", "made"),
    [
        (
            "## Still open\n\n- One. [@a]\n\n## Notes\n\nMine.\n",
            "## Still open\n\n- One. [@a]\n- It is open. [@a]\n\n## Notes\n\nMine.\n",
        ),
        ("## Unconfirmed\n\n* One.\n", "## Unconfirmed\n\n* One.\n* It is open. [@a]\n"),
        ("## Unconfirmed\n\n* One.", "## Unconfirmed\n\n* One.\n* It is open. [@a]"),
        (
            "## Unconfirmed\n\n- One\n  goes on.\n  - A child.\n\n\n",
            "## Unconfirmed\n\n- One\n  goes on.\n  - A child.\n- It is open. [@a]\n\n\n",
        ),
        (
            "## Unconfirmed\n\nA paragraph.\n",
            "## Unconfirmed\n\nA paragraph.\n\nIt is open. [@a]\n",
        ),
        (
            "## Unconfirmed\n\n![[note#Unknown]]\n",
            "## Unconfirmed\n\n![[note#Unknown]]\n\n- It is open. [@a]\n",
        ),
        ("## Unconfirmed\n", "## Unconfirmed\n\n- It is open. [@a]\n"),
        ("Unconfirmed\n---\n\n1. One.\n", "Unconfirmed\n---\n\n1. One.\n2. It is open. [@a]\n"),
        (
            "## Unconfirmed\n\n- One. <!-- stet weasel: ours -->\n- [ ] ask\n\n## Notes\n",
            (
                "## Unconfirmed\n\n- One. <!-- stet weasel: ours -->\n- [ ] ask\n- It is open. "
                "[@a]\n\n## Notes\n"
            ),
        ),
        (
            "## Unconfirmed\r\n\r\n- One.\r\n\r\n## Notes\r\n",
            "## Unconfirmed\r\n\r\n- One.\r\n- It is open. [@a]\r\n\r\n## Notes\r\n",
        ),
        (
            "## Unconfirmed\n\n- One.\n\n## Notes\n\n## Still open\n\n- Two.\n",
            "## Unconfirmed\n\n- One.\n\n## Notes\n\n## Still open\n\n- Two.\n- It is open. [@a]\n",
        ),
    ],
)
def test_a_section_that_is_there_gets_it_at_its_end(body: str, made: str) -> None:
    assert after(body, Role.UNKNOWNS) == made


@pytest.mark.parametrize(
    ("body", "made"),
    [
        (
            "## Summary\n\nA.\n\n## What’s next\n\nB.\n",
            "## Summary\n\nA.\n\n## Still open\n\n- It is open. [@a]\n\n## What’s next\n\nB.\n",
        ),
        (
            "## Summary\n\nA.\n## What’s next\n\nB.\n",
            "## Summary\n\nA.\n\n## Still open\n\n- It is open. [@a]\n\n## What’s next\n\nB.\n",
        ),
        ("## Summary\n\nA.\n", "## Summary\n\nA.\n\n## Still open\n\n- It is open. [@a]\n"),
        ("An opening.\n", "An opening.\n\n## Still open\n\n- It is open. [@a]\n"),
        (
            "## Summary\n\nA.\n\n## My own\n\nPrivate.\n\n## Notes\n\nMine.\n",
            (
                "## Summary\n\nA.\n\n## My own\n\nPrivate.\n\n## Still open\n\n- It is open. "
                "[@a]\n\n## Notes\n\nMine.\n"
            ),
        ),
    ],
)
def test_a_section_that_is_not_there_is_made_in_the_order_of_the_format(
    body: str, made: str
) -> None:
    assert after(body, Role.UNKNOWNS) == made


def test_a_quotation_is_a_block_of_its_own() -> None:
    line = "> “So it is.” — Ada Quay [@a]"
    body = "## Quotes\n\n- “No.” — Bo Pier\n\n## Notes\n"
    made = f"## Quotes\n\n- “No.” — Bo Pier\n\n{line}\n\n## Notes\n"
    assert after(body, Role.QUOTES, line) == made
    assert (
        after("## Summary\n\nA.\n", Role.QUOTES, line)
        == f"## Summary\n\nA.\n\n## Quotes\n\n{line}\n"
    )


def test_the_line_goes_into_its_own_story() -> None:
    body = "# One\n\n## Summary\n\nA.\n\n# Two\n\n## Summary\n\nB.\n\n# Three\n\n## Summary\n\nC.\n"
    added = "\n## Still open\n\n- It is open. [@a]\n"
    assert after(body, Role.UNKNOWNS) == body.replace("A.\n", f"A.\n{added}")
    assert after(body, Role.UNKNOWNS, story=1) == body.replace("B.\n", f"B.\n{added}")
    assert after(body, Role.UNKNOWNS, story=2) == body.replace("C.\n", f"C.\n{added}")
    assert after(body, Role.UNKNOWNS, story=9) == body.replace("C.\n", f"C.\n{added}")
