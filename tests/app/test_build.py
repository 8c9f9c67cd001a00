from __future__ import annotations

import hashlib
import json
import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from nutgraf.app import build as building
from nutgraf.app.build import DIGESTS, Wanted, build, pasting_notes
from nutgraf.errors import Usage
from nutgraf.render.providers import PROVIDERS
from nutgraf.workspace.loading import open_workspace
from tests.cli.running import files_below, run_process
from tests.workspaces import BRIEF, PLAIN, Write, brief, write_files

BESIDE = {"check.json", "check.html", "manifest.json"}
OWN = {"email.html", "email.eml", "digest.txt", "digest.md", *BESIDE}
ANGLE = "It matters. [@report]\n"
FILES = {**PLAIN, "briefs/2025-03-07.md": f"{BRIEF}\n![[sea]]\n", "angles/sea.md": ANGLE}


def made(root: Path, wanted: Wanted | None = None) -> building.Built:
    """The newest brief of a workspace, built."""
    workspace = open_workspace(root)
    built, faults = build(workspace, workspace.briefs()[-1:], wanted or Wanted())
    assert not faults
    return built[0]


def manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_a_brief_gets_its_digests_its_check_and_its_manifest(write_workspace: Write) -> None:
    built = made(write_workspace(FILES))
    assert set(built.files) == OWN
    assert set(files_below(built.folder)) == OWN
    assert built.folder.name == "2025-03-07"


def test_further_formats_stand_in_folders_of_their_own(write_workspace: Write) -> None:
    built = made(write_workspace(FILES), Wanted(formats=("annotated", "cards", "explainer")))
    digests = set(DIGESTS.values())
    assert set(built.files) == OWN | {
        f"{name}/{file}" for name in ("cards", "explainer") for file in digests
    }
    only = made(built.folder.parents[1], Wanted(formats=("cards",), output=built.folder / "x"))
    assert "email.html" not in only.files
    assert "cards/email.html" in only.files


@pytest.mark.parametrize(("digest", "file"), DIGESTS.items())
def test_a_single_digest_can_be_built(write_workspace: Write, digest: str, file: str) -> None:
    built = made(write_workspace(FILES), Wanted(digests=(digest,)))
    assert set(built.files) == {file, *BESIDE}


def test_another_folder_can_be_named(write_workspace: Write, tmp_path: Path) -> None:
    root = write_workspace(FILES)
    built = made(root, Wanted(output=tmp_path / "out" / "deep"))
    assert built.folder == tmp_path / "out" / "deep" / "2025-03-07"
    assert not (root / "build").exists()


def test_the_manifest_tells_every_input_and_output_by_its_hash(write_workspace: Write) -> None:
    root = write_workspace(FILES)
    built = made(root, Wanted(formats=("annotated", "cards")))
    told = manifest(built.folder)
    assert (told["brief"], told["formats"]) == ("briefs/2025-03-07.md", ["annotated", "cards"])
    outputs = files_below(built.folder)
    del outputs["manifest.json"]
    assert {one["path"] for one in told["outputs"]} == set(outputs)
    for one in told["outputs"]:
        data = outputs[one["path"]]
        assert (one["bytes"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    inputs = [one["path"] for one in told["inputs"] if not one["path"].startswith("templates/")]
    assert inputs == [
        "angles/sea.md",
        "briefs/2025-03-07.md",
        "nutgraf.yaml",
        "seeds/report.md",
    ]
    for one in told["inputs"]:
        if one["path"] in inputs:
            data = (root / one["path"]).read_bytes()
            assert one["sha256"] == hashlib.sha256(data).hexdigest()
    shipped = {one["path"].split("/")[1] for one in told["inputs"][4:]}
    assert shipped == {"brand.yaml", "annotated", "cards", "partials"}


def test_a_workspaces_own_templates_are_inputs_and_hidden_files_are_not(
    write_workspace: Write,
) -> None:
    root = write_workspace(
        {**FILES, "templates/brand.yaml": "{}\n", "templates/annotated/.swp": b"\x00"}
    )
    shutil.copytree(Path(__file__).parents[2] / "templates/cards", root / "templates/cards")
    told = manifest(made(root, Wanted(formats=("cards",))).folder)
    paths = [one["path"] for one in told["inputs"] if one["path"].startswith("templates/")]
    assert paths == [
        "templates/brand.yaml",
        "templates/cards/digest.md.j2",
        "templates/cards/digest.txt.j2",
        "templates/cards/email.mjml.j2",
        "templates/cards/format.yaml",
    ]


def test_two_builds_give_the_same_bytes(write_workspace: Write, tmp_path: Path) -> None:
    one = files_below(made(write_workspace(FILES)).folder)
    again = files_below(made(tmp_path).folder)
    other = files_below(made(write_files(tmp_path / "elsewhere", FILES)).folder)
    assert one == again == other


def test_a_build_is_the_same_in_any_zone_language_and_order(tmp_path: Path) -> None:
    one = write_files(tmp_path / "one", FILES)
    two = write_files(tmp_path / "zwei ö", dict(reversed(FILES.items())))
    environments = (
        {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"},
        {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    )
    for root, environment in zip((one, two), environments, strict=True):
        assert run_process(root, "build", environment=environment).status == 0
    assert files_below(one / "build") == files_below(two / "build")


def test_the_message_carries_the_digests(write_workspace: Write) -> None:
    folder = made(write_workspace(FILES)).folder
    message = message_from_bytes((folder / "email.eml").read_bytes(), policy=default)
    text, html = (part.get_content() for part in message.iter_parts())
    assert text.replace("\r\n", "\n") == (folder / "digest.txt").read_text(encoding="utf-8")
    assert (
        html.replace("\r\n", "\n").strip()
        == (folder / "email.html").read_text(encoding="utf-8").strip()
    )
    assert message["Subject"] == "Ferries carry 1,240"
    assert message["Date"].datetime.isoformat() == "2025-03-07T00:00:00+00:00"


def test_the_check_that_is_built_is_that_of_check(write_workspace: Write) -> None:
    built = made(write_workspace(FILES))
    told = json.loads((built.folder / "check.json").read_text(encoding="utf-8"))
    (one,) = told["briefs"]
    assert len(one["claims"]) == len(built.checked.claims)


@pytest.mark.parametrize("name", PROVIDERS)
def test_as_pasted_puts_the_providers_merge_tags(write_workspace: Write, name: str) -> None:
    built = made(write_workspace(FILES), Wanted(provider=name))
    html = (built.folder / "email.html").read_text(encoding="utf-8")
    for tag in PROVIDERS[name].tags.values():
        assert tag in html
    assert pasting_notes(name) == PROVIDERS[name].notes
    assert pasting_notes(None) == ()


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        (Wanted(formats=("cadrs",)), "there is no format “cadrs”", "did you mean cards?"),
        (Wanted(formats=("../x",)), "there is no format “../x”", "there are: annotated, cards"),
        (Wanted(digests=("htm",)), "there is no digest “htm”", "did you mean html?"),
        (Wanted(digests=("pdf",)), "there is no digest “pdf”", "there are: html, eml, text"),
        (Wanted(provider="mailchump"), "there is no provider", "did you mean mailchimp?"),
    ],
)
def test_what_there_is_not_is_refused_before_anything_is_written(
    write_workspace: Write, wanted: Wanted, message: str, hint: str
) -> None:
    root = write_workspace(FILES)
    with pytest.raises(Usage) as caught:
        made(root, wanted)
    assert message in caught.value.message
    assert caught.value.hint.startswith(hint)
    assert not (root / "build").exists()


def test_a_faulty_brief_is_told_and_the_good_one_beside_it_is_built(
    write_workspace: Write,
) -> None:
    files = {**FILES, "briefs/2025-02-28.md": brief("[@nobody]\n")}
    workspace = open_workspace(write_workspace(files))
    seen: list[str] = []
    built, faults = build(
        workspace,
        workspace.briefs(),
        Wanted(),
        progress=lambda entry: seen.append(entry.id),
    )
    assert [one.brief.id for one in built] == ["2025-03-07"]
    assert [fault.where() for fault in faults] == ["briefs/2025-02-28.md:5:3"]
    assert seen == ["2025-02-28", "2025-03-07"]


def test_a_build_that_cannot_be_written_leaves_the_last_one_whole(write_workspace: Write) -> None:
    root = write_workspace(FILES)
    folder = made(root).folder
    before = files_below(folder)
    shutil.rmtree(folder / "cards", ignore_errors=True)
    (folder / "cards").write_text("in the way", encoding="utf-8")
    write_workspace({**FILES, "angles/sea.md": "Changed. [@report]\n"})
    with pytest.raises(Usage, match="cannot be written") as caught:
        made(root, Wanted(formats=("annotated", "cards")))
    assert "--output" in caught.value.hint
    assert {**before, "cards": b"in the way"} == files_below(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["2025-03-07"]
