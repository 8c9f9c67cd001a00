"""What readers may be told of the check, as values: sources and origins, documents, counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.app.checking import judged_case
from nutgraf.app.given import given_of
from nutgraf.checks.grounds import grounds
from nutgraf.model import Grounds
from nutgraf.report.summary import counts
from nutgraf.workspace.loading import open_workspace
from tests.app.verifying import NEWSROOM, give
from tests.workspaces import Files, write_files

FERRY = (
    "---\ntitle: Ferry inquiry\npublisher: The Quay Gazette\n---\n"
    "The ferry Maren ran aground on the Holm bank on Monday with 112 people on board. A study by "
    "the harbour university found that the bank had moved 40 metres in a year.\n"
)
WIRE = (
    "---\ntitle: Ferry aground\npublisher: Coast Radio\n---\n"
    "HOLM (AP) — The ferry Maren ran aground on the Holm bank on Monday. Nobody was hurt.\n"
)
RAIL = (
    "---\ntitle: The line\npublisher: Rail Weekly\n---\n"
    "The line to Sorby opens on 3 May after two years of works, the operator said.\n"
)
FRONT = "---\ntitle: The ferry\ndate: 2025-03-07\nsources: [ferry, wire, rail]\n---\n"


def found(folder: Path, body: str, front: str = FRONT, **seeds: str) -> Grounds:
    texts = {"ferry": FERRY, "wire": WIRE, "rail": RAIL, **seeds}
    files = {f"seeds/{name}.md": text for name, text in texts.items()}
    root = write_files(folder, {**files, "briefs/one.md": front + body})
    return grounds(judged_case(open_workspace(root).brief("one")))


def test_only_what_carries_something_in_a_story_counts(tmp_path: Path) -> None:
    told = found(
        tmp_path,
        "# The ferry\n\n## Summary\n\nThe ferry Maren ran aground on the Holm bank on Monday.\n\n"
        "## Notes\n\nThe line to Sorby opens on 3 May.\n\n"
        "# The line\n\n## Summary\n\nThe line to Sorby opens on 3 May after two years of works.\n",
    )
    ferry, line = told.stories
    assert set(ferry.sources) == {"ferry", "wire"}
    assert set(ferry.origins) == {"Quay Gazette", "Associated Press"}
    assert (line.sources, line.origins) == (("rail",), ("Rail Weekly",))
    assert told.sources == 3


STUDY = "A study found that the Holm bank had moved 40 metres in a year. [@ferry]"


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        (STUDY, ("study",)),
        (f"{STUDY} We have not read the study.", ()),
        (f"{STUDY} <!-- stet secondary-only: read at the university -->", ()),
        ("The ferry Maren ran aground on the Holm bank on Monday.", ()),
        ("According to a court declaration, the ferry Maren ran aground.", ("filing",)),
        ("The governor’s declaration said that the ferry Maren ran aground.", ("declaration",)),
        ("The paper said that the ferry Maren ran aground on the Holm bank.", ()),
        ("A research paper said that the Holm bank had moved 40 metres.", ("paper",)),
        ("An internal memo warned that the Holm bank had moved.", ("memo",)),
    ],
)
def test_documents_that_nobody_has_read_are_named_as_the_brief_does(
    tmp_path: Path, body: str, unread: tuple[str, ...]
) -> None:
    (story,) = found(tmp_path, f"## Summary\n\n{body}\n").stories
    assert story.unread == unread


def test_a_document_in_the_pack_was_read(tmp_path: Path) -> None:
    paper = "---\ntitle: The bank\nkind: primary\n---\nThe Holm bank had moved 40 metres.\n"
    front = FRONT.replace("rail]", "rail, paper]")
    (story,) = found(tmp_path, f"## Summary\n\n{STUDY}\n", front, paper=paper).stories
    assert story.unread == ()


def test_what_stands_in_notes_tells_readers_nothing(tmp_path: Path) -> None:
    body = f"## Summary\n\nThe ferry Maren ran aground.\n\n## Notes\n\n{STUDY}\n"
    told = found(tmp_path, body)
    assert told.stories[0].unread == ()
    assert told.statements == 2  # that, and the title


def newsroom(root: Path) -> Grounds:
    workspace = open_workspace(root)
    brief = workspace.brief("2025-03-07")
    case = judged_case(brief)
    record = replace(case.record, given=given_of(workspace, brief))
    case = replace(case, record=record)
    told = grounds(case)
    summary = counts([judged.claim for judged in case.claims], ())
    assert told.statements == summary["claims"] - summary["not checked"]
    return told


def test_the_counts_are_those_of_the_check(tmp_path: Path) -> None:
    files: Files = NEWSROOM
    root = write_files(tmp_path, files)
    assert newsroom(root).verified == 0
    give(root)
    told = newsroom(root)
    assert 0 < told.verified < told.statements
    (root / "seeds/spill.md").write_text(
        (root / "seeds/spill.md").read_text("utf-8").replace("340 seabirds", "340 dead seabirds"),
        "utf-8",
    )
    assert newsroom(root).verified == 0  # another word, and it counts no more
