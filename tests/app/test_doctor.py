"""The doctor tells everything that is wrong in one run, each with its place and the next step."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nutgraf.app.doctor import Diagnosis, examine
from nutgraf.app.scaffold import init

TODAY = date(2026, 2, 20)
NOW = datetime(2026, 2, 20, 17, 0, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    init(tmp_path / "demo", today=TODAY)
    return tmp_path / "demo"


def put(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    put(root, path, text.replace(old, new, 1))


def told(root: Path, area: str) -> list[Diagnosis]:
    return [each for each in examine(root, now=NOW) if each.area == area]


def own_address(root: Path) -> None:
    change(root, "nutgraf.yaml", "desk@newsletter.example", "desk@harbour-news.org")
    change(root, "nutgraf.yaml", "Example Street 1\n  12345 Example City", "Quay 1\n  Harbour")


def test_a_new_workspace_is_well_but_for_its_examples(root: Path) -> None:
    found = list(examine(root, now=NOW))
    assert [(each.area, each.message) for each in found if each.state != "ok"] == [
        ("workspace", "nutgraf.yaml: sender.address is an example: desk@newsletter.example"),
        ("workspace", "nutgraf.yaml: postal_address is an example: Example Street 1"),
        ("sending", "not set up: nutgraf.yaml names no relay and no list"),
    ]
    assert all(each.hint for each in found if each.state in ("warning", "error"))
    assert [each.area for each in found if each.state == "ok"] == [
        "python",
        "packages",
        "notes",
        "sources",
        "templates",
    ]


def test_a_workspace_with_its_own_address_is_well(root: Path) -> None:
    own_address(root)
    assert told(root, "workspace") == [Diagnosis("workspace", "ok", f"Demo in {root}")]
    assert told(root / "seeds", "workspace")[0].state == "ok"
    (notes,) = told(root, "notes")
    assert notes.message == (
        "2 sources, 1 note, 1 angle, 1 brief: all can be read, every brief composes"
    )
    (templates,) = told(root, "templates")
    assert templates.message == "the newest brief renders in annotated, cards, explainer"


@pytest.mark.parametrize(
    ("address", "example"),
    [
        ("a@example.com", True),
        ("a@mail.example.org", True),
        ("a@news.test", True),
        ("a@my-example.com", False),
        ("a@example.co.uk", False),
    ],
)
def test_an_address_that_belongs_to_nobody_is_an_example(
    root: Path, address: str, *, example: bool
) -> None:
    own_address(root)
    change(root, "nutgraf.yaml", " desk@harbour-news.org", f" d@h.org\n  reply_to: {address}")
    messages = [each.message for each in told(root, "workspace") if each.state == "warning"]
    assert messages == ([f"nutgraf.yaml: sender.reply_to is an example: {address}"] * example)


def test_an_archive_at_an_example_is_told(root: Path) -> None:
    own_address(root)
    change(
        root, "nutgraf.yaml", "time_zone: UTC", "base_url: https://x.example:80/a\ntime_zone: UTC"
    )
    (found,) = told(root, "workspace")
    assert found.message == "nutgraf.yaml: base_url is an example: https://x.example:80/a"


def test_outside_a_workspace_the_machine_is_looked_at(tmp_path: Path) -> None:
    found = list(examine(tmp_path, now=NOW))
    assert [each.area for each in found] == ["python", "packages", "workspace"]
    assert found[-1].state == "error"
    assert "nutgraf init" in found[-1].hint


def test_every_fault_of_nutgraf_yaml_is_told_and_the_rest_looked_at(root: Path) -> None:
    change(root, "nutgraf.yaml", "tagline:", "tagine:")
    change(root, "nutgraf.yaml", "time_zone: UTC", "time_zone: Mars/Base")
    put(root, "templates/cards/format.yaml", "title: Cards\nordre: []\n")
    put(root, ".nutgraf-12.tmp", "")
    found = list(examine(root, now=NOW))
    wrong = [each for each in found if each.state != "ok"]
    assert [each.where for each in wrong] == [
        "nutgraf.yaml:4:1",
        "nutgraf.yaml:7:12",
        "",
        "templates/cards/format.yaml:2:1",
        ".nutgraf-12.tmp",
    ]
    assert wrong[0].hint == "did you mean tagline?"
    assert wrong[2].message == "the notes were not read"


def test_every_fault_of_every_note_is_told_once_with_its_place(root: Path) -> None:
    put(root, "seeds/wrong.md", "---\ntags: [a\n---\nText.\n")
    put(root, "angles/wrong-too.md", "---\ndate: 2026-02-30\n---\n# A\n\nText ![[b]] more.\n")
    put(
        root,
        "briefs/2026-02-21.md",
        "---\ntitle: B\ndate: 2026-02-21\n---\n"
        "![[library-roof#Key Pionts]]\n\nText. [@quayside-curier]\n",
    )
    (root / "seeds" / "latin.md").write_bytes(b"caf\xe9\n")
    found = told(root, "notes")
    assert [(each.where.rpartition(":")[0], each.state) for each in found] == [
        ("angles/wrong-too.md:2", "error"),
        ("angles/wrong-too.md:6", "error"),
        ("briefs/2026-02-21.md:5", "error"),
        ("briefs/2026-02-21.md:7", "error"),
        ("seeds/latin.md:1", "error"),
        ("seeds/wrong.md:2", "error"),
    ]
    assert all(each.message.startswith(f"{each.where}: ") for each in found)
    assert found[2].hint == "did you mean “Key Points”?"
    assert found[3].hint == "did you mean “quayside-courier”?"


def test_a_near_miss_in_a_note_is_a_warning(root: Path) -> None:
    change(root, "angles/reading-club.md", "status: open", "statsu: open")
    (found,) = told(root, "notes")
    assert (found.state, found.where) == ("warning", "angles/reading-club.md:4:1")
    assert found.hint == "did you mean status?"


def test_two_files_with_one_id_are_told(root: Path) -> None:
    put(root, "angles/Library-Roof.md", "# A\n\nText.\n")
    found = told(root, "notes")
    assert found[0].state == "error"
    assert found[0].message.startswith("angles/Library-Roof.md:1:1: ")
    assert found[1].message == "the notes were not read"
    assert [each.state for each in told(root, "templates")] == ["warning"]


def test_a_default_format_that_is_not_there_is_told_of_each_brief(root: Path) -> None:
    change(root, "nutgraf.yaml", "format: annotated", "format: anotated")
    change(root, "briefs/2026-02-20.md", "format: annotated\n", "")
    (found,) = told(root, "notes")
    assert re.fullmatch(
        r"nutgraf\.yaml:\d+:9: there is no format “anotated” in templates/", found.message
    )
    assert found.hint == "did you mean annotated?"


def test_a_source_that_was_altered_is_an_error(root: Path) -> None:
    change(root, "seeds/council-notice.md", "$398,000", "$389,000")
    (found,) = told(root, "sources")
    assert found.state == "error"
    assert found.message.startswith("seeds/council-notice.md:8: the text is not what was captured")
    assert "git log -- seeds/council-notice.md" in found.hint


def test_white_space_at_the_end_of_a_source_does_not_count(root: Path) -> None:
    text = (root / "seeds/council-notice.md").read_text(encoding="utf-8")
    put(root, "seeds/council-notice.md", f"{text}\n \n")
    assert [each.state for each in told(root, "sources")] == ["ok"]


def test_line_ends_that_were_changed_count(root: Path) -> None:
    text = (root / "seeds/council-notice.md").read_bytes()
    head, line, body = text.partition(b"\nNotice of closure")
    changed = (line + body).lstrip(b"\n").replace(b"\n", b"\r\n")
    (root / "seeds/council-notice.md").write_bytes(head + b"\n" + changed)
    assert [each.state for each in told(root, "sources")] == ["error"]


def test_a_source_without_a_date_is_a_warning(root: Path) -> None:
    put(root, "seeds/undated.md", "---\ntitle: A\n---\nText.\n")
    put(root, "seeds/wrong.md", "---\npublished: 2026-02-30\n---\nText.\n")  # told with the notes
    (found,) = told(root, "sources")
    assert (found.state, found.where) == ("warning", "seeds/undated.md")
    assert "published" in found.hint


def test_a_template_that_does_not_render_is_told_by_file_and_line(root: Path) -> None:
    change(
        root, "templates/partials/foot.mjml.j2", "{{ publication.name }}", "{{ publicaton.name }}"
    )
    found = told(root, "templates")
    assert {each.state for each in found} == {"error"}
    assert found[0].where.startswith("templates/partials/foot.mjml.j2:5")
    assert len({each.message for each in found}) == len(found)


def test_faults_of_formats_and_brand_are_told_and_nothing_is_rendered(root: Path) -> None:
    put(root, "templates/brand.yaml", "widht: 600\n")
    put(root, "templates/cards/format.yaml", "title: Cards\nlabels: {summry: S}\n")
    found = told(root, "templates")
    assert [each.where for each in found] == [
        "templates/brand.yaml:1:1",
        "templates/cards/format.yaml:2:10",
    ]
    assert found[0].hint == "did you mean width?"


def test_without_a_brief_nothing_is_rendered_and_that_is_said(root: Path) -> None:
    (root / "briefs/2026-02-20.md").unlink()
    (found,) = told(root, "templates")
    assert found.state == "warning"
    assert found.hint == "begin one: nutgraf new brief 2026-02-20"


def test_an_empty_workspace_is_no_fault(root: Path) -> None:
    for file in [*root.glob("seeds/*"), *root.glob("angles/*"), *root.glob("briefs/*")]:
        file.unlink()
    assert told(root, "notes") == []


def test_what_an_interrupted_write_left_is_found(root: Path) -> None:
    put(root, "build/2026-02-20/.nutgraf-00ff.tmp", "half")
    (root / ".nutgraf-ab.tmp").mkdir()
    put(root, ".git/.nutgraf-00ff.tmp", "not ours")
    own_address(root)
    found = [each for each in told(root, "workspace") if each.state == "warning"]
    assert [each.where for each in found] == [
        ".nutgraf-ab.tmp",
        "build/2026-02-20/.nutgraf-00ff.tmp",
    ]
    assert found[1].hint.endswith("rm -r build/2026-02-20/.nutgraf-00ff.tmp")


def test_what_cannot_be_imported_is_told_after_all_the_rest(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_address(root)
    monkeypatch.setitem(sys.modules, "mjml", None)
    for module in ("nutgraf.app.build", "nutgraf.render.digests", "nutgraf.render.mjml"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    found = list(examine(root, now=NOW))
    assert [each.area for each in found[-4:]] == ["workspace", "notes", "sources", "workspace"]
    assert found[-1].state == "error"
    assert found[-1].message.startswith("not looked at to its end: ")
    assert "mjml" in found[-1].message


def test_without_the_packages_the_doctor_still_speaks(root: Path) -> None:
    code = (
        "import sys; sys.modules['yaml'] = None\n"
        "from datetime import UTC, datetime; from pathlib import Path\n"
        "from nutgraf.app.doctor import examine\n"
        "for each in examine(Path(), now=datetime.now(UTC)):\n"
        "    print(each.area, each.state, each.message)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["python", "packages", "workspace"]
    assert lines[-1].startswith("workspace error not looked at to its end: ")
    assert "yaml" in lines[-1]


@pytest.mark.needs_program("git")
def test_what_is_wrong_with_what_was_verified_is_told(root: Path) -> None:
    put(root, "seeds/gone.verified.yaml", "- {said: oh}\n")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    beside, damaged = told(root, "notes")
    assert beside.message == "seeds/gone.verified.yaml: it stands beside no note or brief"
    assert damaged.message.startswith("seeds/gone.verified.yaml:1:1: this line is damaged")
    change(root, ".gitattributes", "*.verified.yaml merge=union", "")
    last = told(root, "notes")[-1]
    assert "will not keep what both have said" in last.message
    assert "merge=union" in last.hint
