from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.app.approve import (
    approvals,
    approve,
    freeze,
    list_of,
    mailing_of,
    propose,
    standing,
    withdraw,
)
from nutgraf.errors import Faulty, TryLater, Usage
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.workspaces import REPORT, SETTINGS, Files, Write

NOW = datetime(2025, 3, 7, 12, tzinfo=UTC)
BY = "Ines Varga <varga@harbour.example>"
BRIEF = """\
---
title: The ferries
date: 2025-03-07
subject: Ferries carry 1,240
sources: [report, unquoted]
send_at: 17:00
---
## Summary

The ferries carried 1,240 passengers on Saturday. [@report]

## Newsletter Angles

![[angles/quay]]
"""
READY: Files = {
    "nutgraf.yaml": f"{SETTINGS}unsubscribe:\n  mailto: leave@harbour.example\n"
    "lists:\n  readers:\n    file: recipients/readers.csv\n  test:\n    file: test.csv\n"
    "list: readers\nfields:\n  first_name: reader\n",
    "seeds/report.md": REPORT,
    "seeds/unquoted.md": "---\ntitle: Tides\n---\nHigh water was at noon.\n",
    "angles/quay.md": "The harbour office counted 1,240 passengers. [@report]\n",
    "briefs/2025-03-07.md": BRIEF,
    "templates/brand.yaml": "width: 600\n",
}


def approved(root: Path) -> Workspace:
    workspace = open_workspace(root)
    approve(workspace, workspace.brief_entry("2025-03-07"), by=BY, now=NOW)
    return workspace


def edit(root: Path, name: str, old: str = "", new: str = "") -> None:
    path = root / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


def withdrawn(root: Path) -> tuple[str, ...]:
    return standing(open_workspace(root), "2025-03-07").withdrawn


def test_an_approval_freezes_what_is_sent_to_whom_when_and_who_said_so(
    write_workspace: Write,
) -> None:
    root = write_workspace(READY)
    workspace = approved(root)
    stands = standing(workspace, workspace.brief_entry("2025-03-07"))
    assert stands.holds
    approval = stands.approval
    assert approval is not None
    assert approval.subject == "Ferries carry 1,240"
    assert approval.list == "readers"
    assert approval.approved_by == BY
    assert approval.approved_at == NOW
    assert approval.send_at == datetime(2025, 3, 7, 17, tzinfo=UTC)
    assert (approval.check.claims, approval.check.errors) == (4, 0)
    assert [one.path for one in approval.inputs] == [
        "angles/quay.md",
        "briefs/2025-03-07.md",
        "seeds/report.md",
        "seeds/unquoted.md",
        "templates/brand.yaml",
    ]
    mailing = mailing_of(approval, root)
    assert "1,240 passengers" in mailing.html
    assert "%%UNSUBSCRIBE_URL%%" in mailing.text
    assert (mailing.key, mailing.list_name) == ("2025-03-07", "readers")
    assert mailing.when.isoformat() == "2025-03-07T17:00:00+00:00"
    assert approvals(workspace) == ("2025-03-07",)


def test_equal_inputs_freeze_equal_bytes(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    folder = root / "briefs/2025-03-07.approved"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    approved(root)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "name", ["briefs/2025-03-07.md", "angles/quay.md", "seeds/report.md", "seeds/unquoted.md",
             "templates/brand.yaml"],
)  # fmt: skip
def test_an_edit_of_whatever_it_was_made_from_withdraws_it(
    write_workspace: Write, name: str
) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, name, new="\n")
    assert withdrawn(root) == (f"{name} has changed since",)
    (root / name).unlink()
    assert withdrawn(root) == (f"{name} is gone",)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("name: The Harbour Letter", "name: The Harbour Post", "name"),
        ("  name: The Harbour Letter", "  name: Ines", "sender.name"),
        ("address: desk@", "address: news@", "sender.address"),
        ("", "tagline: Ships and tides\n", "tagline"),
        ("", "base_url: https://harbour.example\n", "base_url"),
        ("en-GB", "en-US", "language"),
        ("Europe/London", "UTC", "time_zone"),
        ("Example Street 1", "Example Street 2", "postal_address"),
        ("first_name: reader", "first_name: friend", "fields.first_name"),
        ("list: readers", "list: test", "list"),
        ("recipients/readers.csv", "recipients/all.csv", "lists.readers.file"),
        ("", "format: cards\n", "format"),
    ],
)
def test_a_setting_that_readers_see_withdraws_it(
    write_workspace: Write, old: str, new: str, key: str
) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, "nutgraf.yaml", old, new)
    assert withdrawn(root) == (f"{key} in nutgraf.yaml has changed since",)


def test_a_new_relay_another_list_and_what_it_was_not_made_from_withdraw_nothing(
    write_workspace: Write,
) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, "nutgraf.yaml", new="delivery:\n  host: relay.example\nledger: sent/l.sqlite\n")
    edit(root, "nutgraf.yaml", "test.csv", "other.csv")
    edit(root, "seeds/another.md", new="---\ntitle: New\n---\nText.\n")
    edit(root, "templates/cards/email.mjml.j2", new="<mjml></mjml>")
    edit(root, "templates/logo.png", new="a picture")
    edit(root, "templates/annotated/email.mjml.j2~", new="a backup copy")
    assert withdrawn(root) == ()


def test_a_template_that_goes_before_the_one_it_was_made_from_withdraws_it(
    write_workspace: Write,
) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, "templates/partials/foot.mjml.j2", new="<mj-section></mj-section>")
    edit(root, "templates/annotated/format.yaml", new="title: Ours\n")
    assert withdrawn(root) == (
        "templates/annotated/format.yaml was added since",
        "templates/partials/foot.mjml.j2 was added since",
    )


def test_a_template_of_another_format_that_was_included_is_an_input(
    write_workspace: Write,
) -> None:
    include = '{% include "shared/line.txt.j2" %}\n{{ publication.postal_address | join(", ") }}\n'
    files = {
        "templates/annotated/digest.txt.j2": include + "{{ unsubscribe_url }}\n",
        "templates/shared/line.txt.j2": "A line.\n",
        "templates/shared/other.txt.j2": "Not read.\n",
    }
    root = write_workspace({**READY, **files})
    approved(root)
    edit(root, "templates/shared/other.txt.j2", new="x")
    assert withdrawn(root) == ()
    edit(root, "templates/shared/line.txt.j2", new="x")
    assert withdrawn(root) == ("templates/shared/line.txt.j2 has changed since",)


def test_line_ends_that_git_has_turned_withdraw_nothing(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    path = root / "briefs/2025-03-07.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert withdrawn(root) == ()


def test_a_file_that_changes_while_it_is_approved_is_not_approved(write_workspace: Write) -> None:
    root = write_workspace(READY)
    workspace = open_workspace(root)
    proposal = propose(workspace, workspace.brief_entry("2025-03-07"), by=BY, now=NOW)
    edit(root, "angles/quay.md", new="\nMore.\n")
    with pytest.raises(TryLater, match=r"angles/quay\.md has changed"):
        freeze(workspace, proposal)
    assert approvals(workspace) == ()


def test_a_brief_without_a_time_is_for_sending_by_hand(write_workspace: Write) -> None:
    root = write_workspace({**READY, "briefs/2025-03-07.md": BRIEF.replace("send_at: 17:00\n", "")})
    approval = standing(approved(root), "2025-03-07").approval
    assert approval is not None
    assert approval.send_at is None
    assert mailing_of(approval, root).when == NOW
    later = datetime(2025, 3, 8, tzinfo=UTC)
    assert mailing_of(approval, root, now=later).when == later


def test_an_hour_that_the_clock_skips_is_frozen_as_the_moment_it_means(
    write_workspace: Write,
) -> None:
    skipped = BRIEF.replace("send_at: 17:00", "send_at: 2025-03-30 01:30")
    root = write_workspace({**READY, "briefs/2025-03-07.md": skipped})
    approval = standing(approved(root), "2025-03-07").approval
    assert approval is not None
    assert approval.send_at is not None
    assert approval.send_at.isoformat() == "2025-03-30T02:30:00+01:00"


def test_what_stands_in_the_way_keeps_it_from_being_approved(write_workspace: Write) -> None:
    root = write_workspace({**READY, "nutgraf.yaml": SETTINGS})
    with pytest.raises(Usage, match="no way to unsubscribe in nutgraf"):
        approved(root)
    assert approvals(open_workspace(root)) == ()


def test_approving_again_replaces_it_and_tells_what_changed(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, "briefs/2025-03-07.md", "subject: Ferries carry 1,240", "subject: Ferries sail")
    workspace = open_workspace(root)
    proposal = propose(workspace, workspace.brief_entry("2025-03-07"), by="Jo", now=NOW)
    assert proposal.changes == (
        "subject: Ferries carry 1,240 → Ferries sail",
        "the email is another",
    )
    freeze(workspace, proposal)
    assert withdrawn(root) == ()


def test_a_damaged_approval_is_told_and_replaced_by_a_new_one(write_workspace: Write) -> None:
    root = write_workspace(READY)
    workspace = approved(root)
    edit(root, "briefs/2025-03-07.approved/approval.json", "1,240", "1,250")
    with pytest.raises(Faulty, match="not as it was given"):
        standing(workspace, "2025-03-07")
    assert approvals(workspace) == ("2025-03-07",)
    approved(root)
    assert standing(workspace, "2025-03-07").holds


def test_an_approval_can_be_taken_back(write_workspace: Write) -> None:
    root = write_workspace(READY)
    workspace = approved(root)
    entry = workspace.brief_entry("2025-03-07")
    assert withdraw(workspace, entry)
    assert standing(workspace, entry).approval is None
    assert not standing(workspace, entry).holds
    assert not withdraw(workspace, entry)


def test_the_list_is_the_briefs_own_or_the_publications_or_the_only_one(
    write_workspace: Write,
) -> None:
    lists = "lists:\n  a:\n    file: a.csv\n  b:\n    file: b.csv\n"
    own = BRIEF.replace("send_at", "list: b\nsend_at")

    def chosen(settings: str, brief: str = BRIEF) -> str | None:
        root = write_workspace(
            {**READY, "nutgraf.yaml": SETTINGS + settings, "briefs/2025-03-07.md": brief}
        )
        workspace = open_workspace(root)
        return list_of(workspace.brief("2025-03-07"), workspace.settings)

    assert chosen("") is None
    assert chosen("lists:\n  a:\n    file: a.csv\n") == "a"
    assert chosen(f"{lists}list: a\n") == "a"
    assert chosen(f"{lists}list: a\n", own) == "b"
    with pytest.raises(Usage, match="which list is meant"):
        chosen(lists)
    with pytest.raises(Usage, match="there is no list “c”"):
        chosen(f"{lists}list: c\n")
    with pytest.raises(Faulty, match=r"briefs/2025-03-07\.md:6:7: there is no list “b”"):
        chosen("", own)


def test_another_list_can_be_named_for_an_approval(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace(READY))
    entry = workspace.brief_entry("2025-03-07")
    assert propose(workspace, entry, by=BY, now=NOW, list_name="test").approval.list == "test"
    with pytest.raises(Usage, match="did you mean test"):
        propose(workspace, entry, by=BY, now=NOW, list_name="tset")
