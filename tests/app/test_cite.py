from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.cite import Placement, edits, placements, write
from nutgraf.errors import Faulty
from nutgraf.model import Brief
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import Files, Write

SOURCE = (
    "---\ntitle: Ferries\n---\n"
    "The harbour office counted 1,240 passengers on Saturday. Two ferries sailed to the island. "
    "“We will sail on,” said Ines Varga, the director of the harbour.\n"
)
FRONT = "---\ntitle: Ferries\ndate: 2025-03-07\nsources: [s]\n---\n"
NAME = "briefs/b.md"
TABLE = """\
## By the numbers

| what | how many |
|---|---|
| passengers on Saturday | 1,240 |
"""


def placed(root: Path, name: str = "b") -> tuple[Brief, tuple[Placement, ...]]:
    workspace = open_workspace(root)
    entry = workspace.entry(name)
    assert entry is not None
    return placements(workspace, entry)


def after(root: Path, name: str = "b") -> dict[str, str]:
    """The files with every citation that can be placed written in."""
    brief, found = placed(root, name)
    return {one.path: one.after for one in edits(brief, found)}


def files(body: str, **others: str) -> Files:
    return {"seeds/s.md": SOURCE, NAME: f"{FRONT}{body}", **others}


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        (
            "Two ferries sailed to the island.\n",
            "Two ferries sailed to the island. [@s]\n",
        ),
        (
            "- Two **ferries sailed to the island.** <!-- ask -->\n",
            "- Two **ferries sailed to the island.** [@s] <!-- ask -->\n",
        ),
        (
            "- Two ferries sailed to the [[the island#Harbour|island]].\n",
            "- Two ferries sailed to the [[the island#Harbour|island]]. [@s]\n",
        ),
        (
            "- Two ferries sailed to the [[island#Harbour]]\n",
            "- Two ferries sailed to the [[island#Harbour]] [@s]\n",
        ),
        (
            "- Two ferries sailed to the island. ^two\n",
            "- Two ferries sailed to the island. [@s] ^two\n",
        ),
        (
            "The office counted 1,240 passengers. [@s] Two ferries sailed to the island.\n",
            "The office counted 1,240 passengers. [@s] Two ferries sailed to the island. [@s]\n",
        ),
        (
            "## Quotes\n\n> “We will sail on.” — Ines Varga, director\n",
            "## Quotes\n\n> “We will sail on.” — Ines Varga, director [@s]\n",
        ),
        (TABLE, TABLE.replace("1,240 |", "1,240 [@s] |")),
    ],
    ids=[
        "sentence", "bullet", "link", "link to a heading", "block id", "second sentence",
        "quotation", "table",
    ],
)  # fmt: skip
def test_a_citation_goes_behind_the_words_it_is_for(
    write_workspace: Write, body: str, cited: str
) -> None:
    assert after(write_workspace(files(body)))[NAME] == FRONT + cited


def test_once_written_there_is_nothing_left_to_cite(write_workspace: Write) -> None:
    root = write_workspace(files("Two ferries sailed to the island.\n"))
    brief, found = placed(root)
    write(root, edits(brief, found))
    assert placed(root)[1] == ()


def test_everything_else_stays_to_the_byte(write_workspace: Write) -> None:
    body = "Two ferries sailed to the island.\r\n\r\nWe  wave.\t\r\n"
    text = ("\ufeff" + FRONT.replace("\n", "\r\n") + body).encode()
    root = write_workspace({"seeds/s.md": SOURCE, NAME: text})
    brief, found = placed(root)
    write(root, edits(brief, found))
    written = (root / NAME).read_bytes()
    assert written == text.replace(b"island.", b"island. [@s]")


def test_words_that_are_embedded_are_cited_where_they_stand(write_workspace: Write) -> None:
    note = "---\ntype: note\n---\n## Key Points\n\n- Two ferries sailed to the island.\n"
    root = write_workspace(files("![[note#Key Points]]\n", **{"seeds/note.md": note}))
    assert after(root) == {"seeds/note.md": note.replace("island.", "island. [@s]")}


def test_what_nothing_carries_is_not_cited(write_workspace: Write) -> None:
    body = "Marta Kowalczyk bought nine lighthouses in Norway.\n"
    assert placed(write_workspace(files(body)))[1] == ()


def test_a_citation_that_would_cover_unsourced_words_says_so(write_workspace: Write) -> None:
    body = "Marta Kowalczyk bought lighthouses in Norway. Two ferries sailed to the island.\n"
    (one,) = placed(write_workspace(files(body)))[1]
    assert one.covers == "Marta Kowalczyk bought lighthouses in Norway."


def test_a_title_has_no_room_for_a_citation(write_workspace: Write) -> None:
    front = FRONT.replace("title: Ferries", "title: Two ferries sailed to the island")
    root = write_workspace({"seeds/s.md": SOURCE, NAME: f"{front}We wave.\n"})
    assert placed(root)[1] == ()


def test_an_id_with_spaces_is_written_in_braces(write_workspace: Write) -> None:
    front = FRONT.replace("[s]", '["the source"]')
    root = write_workspace(
        {"seeds/the source.md": SOURCE, NAME: f"{front}Two ferries sailed to the island.\n"}
    )
    assert after(root)[NAME].endswith("island. [@{the source}]\n")


def test_a_note_is_cited_by_itself(write_workspace: Write) -> None:
    angle = "---\nbasis: [s]\n---\nTwo ferries sailed to the island.\n"
    root = write_workspace(files("We wave.\n", **{"angles/a.md": angle}))
    assert after(root, "a") == {"angles/a.md": angle.replace("island.", "island. [@s]")}


def test_a_file_that_was_changed_meanwhile_is_not_written(write_workspace: Write) -> None:
    root = write_workspace(files("Two ferries sailed to the island.\n"))
    brief, found = placed(root)
    changed = (root / NAME).read_bytes() + b"More.\n"
    (root / NAME).write_bytes(changed)
    with pytest.raises(Faulty, match="changed meanwhile"):
        write(root, edits(brief, found))
    assert (root / NAME).read_bytes() == changed


def test_a_diff_is_one_that_patch_takes(write_workspace: Write) -> None:
    brief, found = placed(write_workspace(files("Two ferries sailed to the island.\n")))
    (one,) = edits(brief, found)
    assert one.diff().startswith(f"--- a/{NAME}\n+++ b/{NAME}\n@@ ")
    assert (
        "\n-Two ferries sailed to the island.\n+Two ferries sailed to the island. [@s]\n"
        in one.diff()
    )


def test_clauses_of_one_sentence_and_one_source_share_a_citation(write_workspace: Write) -> None:
    body = (
        "The harbour office counted 1,240 passengers on Saturday; "
        "two ferries sailed to the island.\n"
    )
    root = write_workspace(files(body))
    assert after(root)[NAME] == FRONT + body.replace("island.", "island. [@s]")
