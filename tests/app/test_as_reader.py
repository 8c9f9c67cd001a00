"""A brief as one reader gets it: built, and seen in the preview."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from nutgraf.app.as_reader import BuiltAs, build_as
from nutgraf.app.letters import letters_for
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.unsubscribe_links import read
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Faulty, Usage
from nutgraf.preview.desk import Desk
from nutgraf.preview.pages import page
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import BRIEF, PLAIN, SETTINGS, Files, Write

ID = "2025-03-07"
SECRET = "0123456789abcdef0123456789abcdef"
READERS = (
    "address,name,first name,status\n"
    "ada@readers.example,Ada Meyer,Ada <3,\n"
    "bo@readers.example,,,\n"
    "cy@readers.example,,Cy,unsubscribed\n"
)
LISTED: Files = {
    **PLAIN,
    "nutgraf.yaml": SETTINGS
    + """\
base_url: https://harbour.example/archive
fields: {first_name: reader}
lists: {readers: {file: recipients/readers.csv}}
unsubscribe:
  url: https://harbour.example/leave
  secret: {env: HARBOUR_LINKS}
""",
    "recipients/readers.csv": READERS,
    "briefs/2025-03-07.md": BRIEF.replace(
        "date: 2025-03-07\n", "date: 2025-03-07\nsend_at: 17:00\nformat: greeting\n"
    ),
    "templates/greeting/format.yaml": "title: A greeting\ndescription: Short.\norder: [summary]\n",
    "templates/greeting/email.mjml.j2": (
        '<mjml lang="en" dir="ltr"><mj-body><mj-section><mj-column><mj-text>'
        'Dear {{ reader.first_name }}, <a href="{{ unsubscribe_url }}">leave</a> '
        '<a href="{{ view_in_browser_url }}">look</a>'
        "</mj-text></mj-column></mj-section></mj-body></mjml>\n"
    ),
    "templates/greeting/digest.txt.j2": "Dear {{ reader.first_name }}:\n{{ unsubscribe_url }}\n",
    "templates/greeting/digest.md.j2": "Dear {{ reader.first_name }}\n",
}


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOUR_LINKS", SECRET)


def built(root: Path, address: str) -> BuiltAs:
    workspace = open_workspace(root)
    return build_as(workspace, workspace.brief_entry(ID), address)


def test_the_files_have_the_readers_own_words_and_links(write_workspace: Write) -> None:
    made = built(write_workspace(LISTED), "Ada@Readers.example")
    assert made.folder.parts[-4:] == ("build", ID, "as", "ada@readers.example")
    html = (made.folder / "email.html").read_text("utf-8")
    assert "Dear Ada &lt;3, " in html
    assert 'href="https://harbour.example/archive/2025-03-07/"' in html
    greeting, link = (made.folder / "digest.txt").read_text("utf-8").splitlines()
    assert greeting == "Dear Ada <3:"
    leaving = ("ada@readers.example", "readers", ID)
    assert read(link.rpartition("=")[2], SECRET) == leaving
    assert "%%" not in html
    assert made.told == f"{ID} as Ada Meyer <ada@readers.example> gets it; nothing was sent"


def test_the_message_is_what_would_be_sent(write_workspace: Write) -> None:
    root = write_workspace(LISTED)
    made = built(root, "ada@readers.example")
    message = message_from_bytes((made.folder / "email.eml").read_bytes(), policy=default)
    assert message["To"] == "Ada Meyer <ada@readers.example>"
    assert message["Date"].datetime.isoformat() == "2025-03-07T17:00:00+00:00"
    assert message["X-Unsent"] is None
    text = message.get_body(("plain",))
    assert text is not None
    assert text.get_content().replace("\r\n", "\n") == (made.folder / "digest.txt").read_text()


def test_who_has_no_words_gets_the_default(write_workspace: Write) -> None:
    made = built(write_workspace(LISTED), "bo@readers.example")
    assert (made.folder / "digest.txt").read_text("utf-8").startswith("Dear reader:\n")


@pytest.mark.parametrize(
    ("address", "said", "hint"),
    [
        ("ada@raeders.example", "not on the list readers", "did you mean ada@readers.example?"),
        (
            "eve@elsewhere.example",
            "not on the list",
            "recipients add eve@elsewhere.example",
        ),
        ("cy@readers.example", "unsubscribed", "somebody who gets the brief"),
    ],
)
def test_who_is_no_reader_is_told_the_next_step(
    write_workspace: Write, address: str, said: str, hint: str
) -> None:
    root = write_workspace(LISTED)
    with pytest.raises(Usage, match=said) as caught:
        built(root, address)
    assert hint in caught.value.hint
    assert not (root / "build").exists()


def test_a_workspace_without_lists_says_how_to_name_one(write_workspace: Write) -> None:
    with pytest.raises(Usage, match="goes to no list") as caught:
        built(write_workspace(PLAIN), "ada@readers.example")
    assert "lists:" in caught.value.hint


def test_a_broken_list_is_told_whole(write_workspace: Write) -> None:
    broken = {**LISTED, "recipients/readers.csv": "address\nada@readers.example\nno address\n"}
    with pytest.raises(Faulty, match=r"recipients/readers\.csv"):
        built(write_workspace(broken), "ada@readers.example")


def test_an_address_is_no_path(write_workspace: Write) -> None:
    readers = "address\n/etc/a@readers.example\na/b@readers.example\n"
    root = write_workspace({**LISTED, "recipients/readers.csv": readers})
    made = built(root, "a/b@readers.example")
    assert made.folder.parent == root / "build" / ID / "as"


def test_the_preview_shows_what_the_reader_gets_and_copies_what_all_get(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HARBOUR_LINKS")  # whoever looks needs no secret
    desk = Desk(write_workspace(LISTED), address="ada@readers.example")
    shown = desk.snapshot(ID)
    made = shown.made
    assert made is not None
    assert not shown.faults
    assert "Dear %%READER_FIRST_NAME%%" in made.digests.html
    assert "Dear Ada &lt;3" in made.shown.html
    assert made.shown.text.startswith("Dear Ada <3:\nhttps://harbour.example/leave?t=")
    assert read(made.shown.text.split("=")[1].strip(), SECRET) is None
    assert made.shown.markdown == "Dear Ada <3\n"
    html = page(shown, {"view": "text"}, briefs=(), formats=(made.format_name,), token="")
    assert "As ada@readers.example gets it" in html
    assert "Dear Ada &lt;3:" in html
    headers = page(shown, {"view": "headers"}, briefs=(), formats=(made.format_name,), token="")
    assert "Ada Meyer &lt;ada@readers.example&gt;" in headers


def test_a_preview_as_a_stranger_does_not_begin(write_workspace: Write) -> None:
    root = write_workspace(LISTED)
    Desk(root).refuse_stranger(ID)
    Desk(root, address="ada@readers.example").refuse_stranger(ID)
    with pytest.raises(Usage, match="not on the list"):
        Desk(root, address="eve@elsewhere.example").refuse_stranger(ID)


def test_a_letter_sent_later_is_the_one_that_was_built(write_workspace: Write) -> None:
    root = write_workspace(LISTED)
    made = built(root, "ada@readers.example")
    workspace = open_workspace(root)
    brief = workspace.brief(workspace.brief_entry(ID).path)
    assert brief.send_at is not None
    html, text = _digests(root)
    mailing = Mailing(ID, brief.title, brief.subject, html, text, brief.send_at, "readers")
    reader = Reader("ada@readers.example", "Ada Meyer", {"first_name": "Ada <3"})
    sent = letters_for(workspace, mailing).to(reader)
    assert (made.folder / "email.eml").read_bytes() == sent.data


def _digests(root: Path) -> tuple[str, str]:
    """As they would be frozen."""
    made = Desk(root).snapshot(ID).made
    assert made is not None
    return made.digests.html, made.digests.text
