from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.app.approve import mailing_of, standing
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.loading import open_workspace
from tests.app.test_standing import BRIEF, READY, edit
from tests.cli.running import refused, run
from tests.programs import needs_program
from tests.workspaces import SETTINGS, Write

ID = "2025-03-07"
PATH = f"briefs/{ID}.md"
BY_HAND = {**READY, PATH: BRIEF.replace("send_at: 17:00\n", "")}
LATER = {**READY, PATH: BRIEF.replace("send_at: 17:00", "send_at: 2999-03-07 17:00")}
READERS = {"recipients/readers.csv": "address\na@harbour.example\nb@harbour.example\n"}


def test_it_shows_what_is_frozen_and_says_what_is_next(write_workspace: Write) -> None:
    root = write_workspace({**LATER, **READERS})
    ran = run(root, "approve", ID, "--by", "Ines Varga")
    assert ran.status == 0, ran.err
    for words in (
        "2025-03-07  The ferries\n",
        "  subject   Ferries carry 1,240\n",
        "  from      The Harbour Letter <desk@harbour.example>\n",
        "  to        the list readers: 2 readers\n",
        "  when      Thu 7 Mar 2999, 17:00 GMT, in ",
        "  check     4 claims · 0 to fix, 2 to settle, 0 let stand\n",
        "  by        Ines Varga\n",
        "SETTLE 1   The postal address is an example: Example Street 1\n",
        "approved: briefs/2025-03-07.approved/\n",
    ):
        assert words in ran.out
    assert "nutgraf send --due" in ran.err


def test_a_list_that_cannot_be_read_here_is_told_and_does_not_keep_it(
    write_workspace: Write,
) -> None:
    broken = {"recipients/readers.csv": "address\na@harbour.example\nnobody\n"}
    ran = run(write_workspace({**BY_HAND, **broken}), "approve", PATH, "--by", "Jo")
    assert "the list readers, which is wrong at recipients/readers.csv:3:1: " in _flowed(ran.out)
    database = BY_HAND["nutgraf.yaml"]
    assert isinstance(database, str)
    asked = "    database: members.sqlite\n    query: select address from members\n"
    database = database.replace("    file: recipients/readers.csv\n", asked)
    root = write_workspace({**BY_HAND, "nutgraf.yaml": database})
    ran = run(root, "approve", PATH, "--by", "Jo")
    assert ran.status == 0, ran.err
    assert "the list readers, which cannot be read here: " in _flowed(ran.out)
    assert "  when      by hand" in ran.out
    assert ran.err.splitlines()[-1].endswith(f"nutgraf send {ID}")


def test_what_stands_in_the_way_is_told_worst_first_and_ends_with_status_1(
    write_workspace: Write,
) -> None:
    files = {**READY, PATH: BRIEF.replace("Saturday", "TK"), "nutgraf.yaml": SETTINGS}
    root = write_workspace(files)
    ran = run(root, "approve", ID, "--by", "Jo")
    assert ran.status == 1
    assert ran.out.startswith(f"NOT APPROVED {PATH} · ")
    assert "“TK” is still open" in ran.out
    assert "briefs/2025-03-07.md:10:41 · no-tk" in ran.out
    assert ran.out.index("FIX") < ran.out.index("SETTLE")
    assert not (root / f"briefs/{ID}.approved").exists()


def test_json_is_all_that_is_printed(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    ran = run(root, "approve", ID, "--by", "Jo", "--format", "json")
    told = json.loads(ran.out)
    assert ran.status == 0
    assert (told["version"], told["approved"]) == (1, True)
    assert told["approval"]["approved_by"] == "Jo"
    edit(root, PATH, "Saturday", "TK")
    ran = run(root, "approve", ID, "--by", "Jo", "--format", "json")
    told = json.loads(ran.out)
    assert ran.status == 1
    assert not told["approved"]
    assert {one["condition"] for one in told["obstacles"]} >= {"no-tk", "postal-address"}


def test_an_approval_is_replaced_and_the_change_is_told(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    run(root, "approve", ID, "--by", "Ines")
    edit(root, PATH, "subject: Ferries carry 1,240", "subject: Ferries sail")
    ran = run(root, "approve", ID, "--by", "Jo")
    assert "  replaces  the approval by Ines, " in ran.out
    assert "subject: Ferries carry 1,240 → Ferries sail" in ran.out


def test_an_approval_is_taken_back(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    run(root, "approve", ID, "--by", "Ines")
    assert run(root, "approve", ID, "--withdraw").out == f"{ID} is approved no more\n"
    assert run(root, "approve", ID, "--withdraw").out == f"{ID} was not approved\n"
    told = json.loads(run(root, "approve", ID, "--withdraw", "-f", "json").out)
    assert told == {"version": 1, "brief": ID, "withdrawn": False}


def test_no_brief_is_guessed_and_no_form_made_up(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    assert run(root, "approve").status == 2
    refused(run(root, "approve", "2025-03-08", "--by", "Jo"), "there is no brief")
    refused(run(root, "approve", ID, "--by", "Jo", "-f", "jsn"), "did you mean json?")
    refused(run(root, "approve", ID, "--by", ""), "is no name")


@needs_program("git")
def test_what_is_next_commits_the_approval_with_all_that_it_was_made_from(
    write_workspace: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "nothing"))
    root = write_workspace(LATER)
    for line in ("init", "config user.name Ines", "config user.email i@harbour.example",
                 "add nutgraf.yaml seeds templates briefs", "commit -m Begin"):  # fmt: skip
        subprocess.run(["git", *line.split()], cwd=root, check=True, capture_output=True)
    ran = run(root, "approve", ID)
    assert ran.status == 0, ran.err
    command = ran.err.splitlines()[-1].removeprefix("next: ").partition(", and push it")[0]
    assert command == (
        f"git add briefs/{ID}.approved angles/quay.md && git commit -m 'Approve {ID}'"
    )
    subprocess.run(command, shell=True, cwd=root, check=True, capture_output=True)
    there = tmp_path / "there"
    subprocess.run(["git", "clone", root, there], check=True, capture_output=True)
    pulled = standing(open_workspace(there), ID)
    assert pulled.holds
    assert pulled.approval is not None
    assert pulled.approval.approved_by == "Ines <i@harbour.example>"
    ran = run(root, "approve", ID, "--withdraw")
    assert f"git add briefs/{ID}.approved && git commit -m 'Withdraw {ID}'" in ran.err


def test_where_git_knows_nobody_the_name_is_asked_for(
    write_workspace: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "nothing"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "nothing"))
    refused(run(write_workspace(LATER), "approve", ID), "--by")


# --- status --------------------------------------------------------------------------------------


def test_one_brief_is_told_in_full_from_draft_to_withdrawn(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    ran = run(root, "status", ID)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "2025-03-07  The ferries",
        "  stage     checked",
        "            noted ✓ → drafted ✓ → checked ✓ → verified 0 of 3 → approved → sent",
        "  file      briefs/2025-03-07.md",
        "  checked   4 claims · 0 to fix, 1 to settle, 3 notes",
        "  approved  no",
    ]
    assert ran.err == "next: nutgraf approve 2025-03-07\n"
    run(root, "approve", ID, "--by", "Jo")
    ran = run(root, "status", ID)
    assert "  approved  by Jo, " in ran.out
    assert "  to        the list readers\n" in ran.out
    assert "  when      Thu 7 Mar 2999, 17:00 GMT, in " in ran.out
    assert ran.err == ""
    edit(root, PATH, "Saturday", "Sunday")
    edit(root, "angles/quay.md", new="\n")
    ran = run(root, "status", PATH)
    assert (
        "  withdrawn angles/quay.md has changed since\n"
        "            briefs/2025-03-07.md has changed since\n"
    ) in ran.out
    assert "held, because its approval is withdrawn" in ran.out
    assert ran.err == "next: nutgraf approve 2025-03-07\n"


def test_without_a_name_each_is_told_in_a_line(write_workspace: Write) -> None:
    root = write_workspace({**LATER, "briefs/2025-03-14.md": BRIEF})
    run(root, "approve", ID, "--by", "Jo")
    run(root, "check", "2025-03-14")
    ran = run(root, "status")
    assert ran.status == 0
    assert ran.out.splitlines()[1] == (
        "2025-03-07  approved · Thu 7 Mar 2999, 17:00 GMT · The ferries"
    )
    told = json.loads(run(root, "status", "--json").out)
    assert [one["stage"] for one in told["briefs"]] == ["checked", "approved"]
    assert told["briefs"][1]["approval"]["send_at"] == "2999-03-07T17:00:00+00:00"


def test_what_is_wrong_is_told_with_its_place_and_status_2(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    run(root, "approve", ID, "--by", "Jo")
    edit(root, f"briefs/{ID}.approved/approval.json", "1,240", "1,250")
    for arguments in ([ID], [], ["--json"]):
        ran = run(root, "status", *arguments)
        assert ran.status == 2
        assert f"briefs/{ID}.approved/approval.json: the approval is not as it was" in ran.err
    assert json.loads(ran.out)["briefs"][0]["faults"][0]["hint"]


def test_who_is_in_which_state_is_listed_a_line_each(write_workspace: Write) -> None:
    root = write_workspace(LATER)
    run(root, "approve", ID, "--by", "Jo")
    workspace = open_workspace(root)
    approval = standing(workspace, ID).approval
    assert approval is not None
    now = datetime(2999, 3, 7, 17, tzinfo=UTC)
    ledger = open_ledger(root, workspace.settings)
    ledger.begin(mailing_of(approval, root), now=now, by="cron", forced="a test")
    ledger.enqueue(ID, [Reader("a@harbour.example"), Reader("b@harbour.example")])
    ledger.claim(ID, 1, now=now)
    ledger.close()
    ran = run(root, "status", ID, "--who")
    assert [line.split()[:2] for line in ran.out.splitlines()] == [
        ["sending", "a@harbour.example"],
        ["queued", "b@harbour.example"],
    ]
    lines = run(root, "status", ID, "--who", "--json").out.splitlines()
    assert json.loads(lines[0])["tries"] == 1
    assert json.loads(lines[1])["changed"] is None
    ran = run(root, "status", ID)
    assert "  sent      0 of 2 listed so far; 1 queued, 1 sending\n" in ran.out
    assert "  forced    a test\n" in ran.out
    assert ran.err == f"next: nutgraf send {ID} --resume\n"
    told = json.loads(run(root, "status", ID, "--json").out)
    assert told["briefs"][0]["sending"]["counts"] == {"queued": 1, "sending": 1}
    refused(run(root, "approve", ID, "--by", "Jo"), "was begun")
    refused(run(root, "status", "--who"), "name a brief")


def _flowed(text: str) -> str:
    return " ".join(text.split())
