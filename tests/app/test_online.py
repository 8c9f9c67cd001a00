"""What servers say of the links of an email, in the check and in the build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from nutgraf.app.build import Wanted, build
from nutgraf.app.check import check, chosen
from nutgraf.checks.email.answers import Answer
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import PLAIN, Write

REPORT = "https://harbour.example/ferries"


class Web:
    """Answers each address with one status, and keeps what it was asked."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.asked: list[str] = []

    def __call__(self, urls: Sequence[str]) -> Mapping[str, Answer]:
        self.asked += urls
        return {url: Answer(self.status) for url in urls}


def _told(root: Path, web: Web | None) -> list[tuple[str, str]]:
    (checked,) = check(open_workspace(root), (), ask=web)
    return [(one.severity, one.message) for one in checked.findings if one.rule == "link-broken"]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (200, []),
        (410, [("error", f"“{REPORT}” leads to nothing: the server says 410")]),
        (503, [("note", f"“{REPORT}” could not be checked: the server says 503")]),
    ],
)
def test_a_check_tells_what_servers_say_of_the_links_of_the_email(
    write_workspace: Write, status: int, told: list[tuple[str, str]]
) -> None:
    web = Web(status)
    assert _told(write_workspace(PLAIN), web) == told
    assert web.asked == [REPORT]


def test_no_answer_outlasts_the_run(write_workspace: Write) -> None:
    root = write_workspace(PLAIN)
    assert _told(root, Web(404))
    assert not _told(root, None)
    assert not _told(root, Web(200))
    assert _told(root, Web(404))


def test_a_build_tells_it_too(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace(PLAIN))
    ((built,), _) = build(workspace, chosen(workspace, ()), Wanted(ask=Web(404)))
    assert [one.rule for one in built.checked.findings if one.severity == "error"] == [
        "link-broken"
    ]
