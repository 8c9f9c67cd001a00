from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from nutgraf.app import handover
from nutgraf.app.handover import approved, hand_over, mark_of, notes, time_of
from nutgraf.deliver.handovers import Parcel
from nutgraf.deliver.mailing import Mailing
from nutgraf.desk.approval import Approval
from nutgraf.errors import Usage
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.approved import NAME, PATH, approved_files
from tests.deliver.handovers.buttondown_like import TOKEN as KEY
from tests.deliver.handovers.buttondown_like import ButtondownLike
from tests.deliver.handovers.listmonk_like import TOKEN, ListmonkLike, instant
from tests.serving import Server, serving
from tests.workspaces import PLAIN, Write

NOW = datetime(2025, 3, 7, 12, tzinfo=UTC)
AT_FIVE = datetime(2025, 3, 7, 17, tzinfo=UTC)
Open = Callable[..., Workspace]


@pytest.fixture
def listmonk() -> ListmonkLike:
    return ListmonkLike(NOW)


@pytest.fixture
def buttondown() -> ButtondownLike:
    return ButtondownLike(NOW)


@pytest.fixture
def servers(
    listmonk: ListmonkLike, buttondown: ButtondownLike, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Server, Server]]:
    monkeypatch.setenv("LISTMONK_TOKEN", TOKEN)
    monkeypatch.setenv("BUTTONDOWN_TOKEN", KEY)
    with serving(listmonk) as one, serving(buttondown) as other:
        yield one, other


@pytest.fixture
def opened(write_workspace: Write, servers: tuple[Server, Server]) -> Open:
    """A workspace with an approved brief and both services, which no reader sees."""
    services = (
        "handover:\n"
        f"  listmonk: {{url: '{servers[0].url}', user: nutgraf, token: {{env: LISTMONK_TOKEN}}, "
        "lists: [3]}\n"
        f"  buttondown: {{url: '{servers[1].url}', token: {{env: BUTTONDOWN_TOKEN}}}}\n"
    )

    def opened(*, services: str = services, **approval: str) -> Workspace:
        files = approved_files(NOW, **approval)
        settings = files["nutgraf.yaml"] + services.encode()
        return open_workspace(write_workspace({**files, "nutgraf.yaml": settings}))

    return opened


def approval_in(workspace: Workspace) -> Approval:
    return approved(workspace, workspace.brief_entry(NAME))


@pytest.mark.parametrize("to", ["listmonk", "buttondown"])
@pytest.mark.parametrize("schedule", [False, True])
def test_what_was_approved_is_handed_over(
    opened: Open, listmonk: ListmonkLike, buttondown: ButtondownLike, to: str, schedule: bool
) -> None:
    workspace = opened()
    handed = hand_over(workspace, approval_in(workspace), to=to, schedule=schedule, now=NOW)
    assert handed.state == ("scheduled" if schedule else "draft")
    made = listmonk.campaigns[1] if to == "listmonk" else buttondown.emails[0]
    frozen = (workspace.root / "briefs" / f"{NAME}.approved" / "email.html").read_text()
    assert made["subject"] == "Ferries carry 1,240"
    assert "The ferries carried 1,240 passengers" in made["body"]
    assert "%%UNSUBSCRIBE_URL%%" in frozen
    assert "%%" not in made["body"]
    tag = "{{ UnsubscribeURL }}" if to == "listmonk" else "{{ unsubscribe_url }}"
    assert tag in made["body"]
    if to == "listmonk":
        assert instant(made["send_at"]) == AT_FIVE
        assert "The ferries carried 1,240 passengers" in made["altbody"]
        assert made["from_email"] == "The Harbour Letter <desk@harbour.example>"


@pytest.mark.parametrize(
    ("to", "tag"),
    [
        ("listmonk", "{{ .Subscriber.FirstName | default"),
        ("buttondown", "{{ subscriber.metadata.first_name"),
    ],
)
def test_merge_fields_are_those_of_the_service(to: str, tag: str) -> None:
    mailing = Mailing(
        key="a",
        title="A",
        subject="S",
        html="<!doctype html><p>Dear %%READER_FIRST_NAME%%</p>",
        text="Dear %%READER_FIRST_NAME%%",
        when=NOW,
        list_name="",
    )

    def parcel(fields: dict[str, str]) -> Parcel:
        return handover._parcel(mailing, to, fields, mark="m", when=None, schedule=False)

    made = parcel({"first_name": "reader"})
    assert tag in made.html
    assert tag in made.text
    assert "reader" in made.text
    with pytest.raises(Usage, match="no default for the merge field first_name"):
        parcel({})


def test_a_brief_that_nobody_approved_is_not_handed_over(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace(PLAIN))
    with pytest.raises(Usage, match="is not approved") as caught:
        approval_in(workspace)
    assert caught.value.hint == f"nutgraf approve {NAME}"


def test_an_edit_after_the_approval_is_told(opened: Open) -> None:
    workspace = opened()
    with (workspace.root / PATH).open("a") as brief:
        brief.write("More.\n")
    with pytest.raises(Usage, match="is withdrawn") as caught:
        approval_in(open_workspace(workspace.root))
    assert f"{PATH} has changed since" in caught.value.hint


def test_another_approval_changes_what_was_handed_over(
    opened: Open, listmonk: ListmonkLike
) -> None:
    for body in ("", "\n## Notes\n\nKept to ourselves.\n", "\nThe harbour office counted them.\n"):
        workspace = opened(body=body)
        hand_over(workspace, approval_in(workspace), to="listmonk", schedule=False, now=NOW)
    (campaign,) = listmonk.campaigns.values()
    assert "The harbour office counted them" in campaign["body"]


def test_a_brief_without_a_time_is_not_scheduled(opened: Open) -> None:
    workspace = opened(send_at="")
    with pytest.raises(Usage, match="says no time"):
        hand_over(workspace, approval_in(workspace), to="listmonk", schedule=True, now=NOW)


def test_a_brief_whose_time_has_passed_becomes_a_draft_without_one(
    opened: Open, listmonk: ListmonkLike
) -> None:
    workspace = opened()
    approval = approval_in(workspace)
    listmonk.now = AT_FIVE
    with pytest.raises(Usage, match="has passed: 2025-03-07 17:00 GMT"):
        hand_over(workspace, approval, to="listmonk", schedule=True, now=AT_FIVE)
    assert listmonk.campaigns == {}
    hand_over(workspace, approval, to="listmonk", schedule=False, now=AT_FIVE)
    assert listmonk.campaigns[1]["send_at"] is None


def test_a_brief_that_is_sent_from_here_is_not_scheduled_there(opened: Open) -> None:
    workspace = opened(settings="lists: {readers: {file: readers.csv}}\n")
    approval = approval_in(workspace)
    with pytest.raises(Usage, match="it would go twice"):
        time_of(approval, now=NOW)
    hand_over(workspace, approval, to="buttondown", schedule=False, now=NOW)
    assert "withdraw it here" in notes("buttondown", workspace, approval)[-1]


@pytest.mark.parametrize("to", ["listmonk", "buttondown"])
def test_a_service_that_nutgraf_yaml_does_not_name_is_told(opened: Open, to: str) -> None:
    workspace = opened(services="")
    with pytest.raises(Usage, match=f"how to reach {to}") as caught:
        hand_over(workspace, approval_in(workspace), to=to, schedule=False, now=NOW)
    assert "token: {env:" in caught.value.hint


def test_a_token_that_is_not_there_is_told(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened()
    monkeypatch.delenv("LISTMONK_TOKEN")
    with pytest.raises(Usage, match="the token for listmonk is not in the variable"):
        hand_over(workspace, approval_in(workspace), to="listmonk", schedule=False, now=NOW)


def test_publications_with_briefs_of_one_name_have_marks_of_their_own() -> None:
    marks = {mark_of(sender, key) for sender in ("a@x", "b@x") for key in ("1", "2")}
    assert len(marks) == 4
    assert all(mark.replace("-", "").isalnum() and mark.islower() for mark in marks)


def test_a_listmonk_without_a_template_of_ours_is_noted(opened: Open) -> None:
    workspace = opened()
    approval = approval_in(workspace)
    assert "handover.listmonk.template" in notes("listmonk", workspace, approval)[0]
    settings = workspace.root / "nutgraf.yaml"
    settings.write_text(settings.read_text().replace("lists: [3]}", "lists: [3], template: 7}"))
    assert notes("listmonk", open_workspace(workspace.root), approval) == []
