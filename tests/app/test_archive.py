from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from nutgraf.app.archive import Archived, went_out, write_archive
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import State
from nutgraf.errors import Faulty, Usage
from nutgraf.workspace.loading import open_workspace
from tests.cli.running import files_below
from tests.sent import EVENING, mailing_of, send
from tests.workspaces import BRIEF, PLAIN, SETTINGS, write_files

ID = "2025-03-07"
PUBLIC = f"{SETTINGS}base_url: https://harbour.example/briefs\n"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Mailing:
    files = {**PLAIN, "nutgraf.yaml": PUBLIC}
    return mailing_of(write_files(tmp_path_factory.mktemp("letter"), files), ID)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path / "letter", {**PLAIN, "nutgraf.yaml": PUBLIC})


def archive(root: Path, output: Path | None = None) -> Archived:
    workspace = open_workspace(root)
    return write_archive(workspace, went_out(workspace), output)


def page(root: Path, brief: str = ID) -> str:
    return (root / "build/archive" / brief / "index.html").read_text("utf-8")


def test_the_site_has_a_page_and_a_text_for_each_brief_an_index_and_two_feeds(
    root: Path, frozen: Mailing
) -> None:
    send(root, [frozen])
    done = archive(root)
    assert set(files_below(root / "build/archive")) == set(done.written)
    assert done.written == (
        f"{ID}/index.html",
        f"{ID}/brief.txt",
        "index.html",
        "atom.xml",
        "rss.xml",
    )


def test_a_second_run_writes_nothing_and_touches_nothing(root: Path, frozen: Mailing) -> None:
    send(root, [frozen])
    archive(root)
    folder = root / "build/archive"
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.rglob("*")}
    assert archive(root).written == ()
    after = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.rglob("*")}
    assert before == after


def test_an_edit_after_sending_does_not_change_what_was_sent(root: Path, frozen: Mailing) -> None:
    send(root, [frozen])
    archive(root)
    before = files_below(root / "build/archive")
    edited = BRIEF.replace("1,240", "9,999").replace("The ferries", "No ferries")
    (root / f"briefs/{ID}.md").write_text(edited, "utf-8")
    (root / "seeds/report.md").unlink()
    assert archive(root).written == ()
    assert files_below(root / "build/archive") == before
    (root / f"briefs/{ID}.md").unlink()
    assert archive(root).written == ()
    assert "1,240" in page(root)


def test_a_new_brief_changes_the_lists_and_its_neighbour_only(root: Path, frozen: Mailing) -> None:
    first = frozen
    others = [
        replace(first, key=f"later-{n}", title=f"Later {n}", when=EVENING + timedelta(days=n))
        for n in (1, 2)
    ]
    send(root, [first, others[0]])
    archive(root)
    send(root, [others[1]])
    assert set(archive(root).written) == {
        "later-1/index.html",
        "later-2/index.html",
        "later-2/brief.txt",
        "index.html",
        "atom.xml",
        "rss.xml",
    }
    assert re.search(r'<link rel="next" href="\.\./later-2/index\.html">', page(root, "later-1"))
    assert re.search(r'<link rel="prev" href="\.\./later-1/index\.html">', page(root, "later-2"))


@pytest.mark.parametrize(
    ("state", "became", "shown"),
    [
        ("finished", State.SENT, True),
        ("open", State.SENT, True),
        ("open", None, False),
        ("open", State.UNKNOWN, True),
        ("cancelled", State.SENT, True),
        ("cancelled", None, False),
        ("finished", State.REFUSED, False),
    ],
)
def test_a_brief_is_shown_once_somebody_may_have_it(
    root: Path, frozen: Mailing, state: str, became: State | None, shown: bool
) -> None:
    send(root, [frozen], state=state, became=became)  # type: ignore[arg-type]
    assert [one.mailing.key for one in went_out(open_workspace(root))] == [ID] * shown


def test_without_a_ledger_nothing_went_out_and_none_is_made(root: Path) -> None:
    assert went_out(open_workspace(root)) == ()
    assert not (root / "sent").exists()


def test_without_a_base_url_there_are_no_feeds_and_no_canonical_links(
    root: Path, frozen: Mailing
) -> None:
    (root / "nutgraf.yaml").write_text(SETTINGS, "utf-8")
    send(root, [frozen])
    assert set(archive(root).written) == {f"{ID}/index.html", f"{ID}/brief.txt", "index.html"}
    assert "canonical" not in page(root)
    assert "og:url" not in page(root)
    assert "feed" not in page(root)


def test_pages_of_other_briefs_stay_and_are_told(root: Path, frozen: Mailing) -> None:
    send(root, [frozen])
    for name in ("2024-12-24/index.html", "2024-12-24/brief.txt", "pictures/index.html"):
        path = root / "build/archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine", "utf-8")
    assert archive(root).foreign == ("2024-12-24",)
    assert (root / "build/archive/2024-12-24/brief.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("key", ["../../escaped", "/etc/escaped", "..\\escaped", "a\0b"])
def test_no_id_leads_out_of_the_folder(
    root: Path, frozen: Mailing, tmp_path: Path, key: str
) -> None:
    send(root, [replace(frozen, key=key)])
    before = set(files_below(tmp_path))
    done = archive(root, tmp_path / "site")
    assert {f"site/{name}" for name in done.written} == set(files_below(tmp_path)) - before


def test_a_folder_that_cannot_be_written_is_told(root: Path, frozen: Mailing) -> None:
    send(root, [frozen])
    (root / "build").write_text("a file", "utf-8")
    with pytest.raises(Usage, match=r"build.*cannot be written"):
        archive(root)


def test_a_broken_template_is_told_by_its_line_before_anything_is_written(
    root: Path, frozen: Mailing
) -> None:
    send(root, [frozen])
    write_files(root, {"templates/archive/index.html.j2": "<p>\n{{ publicaton.name }}\n"})
    (root / "nutgraf.yaml").write_text(PUBLIC, "utf-8")
    with pytest.raises(Faulty) as told:
        archive(root)
    assert told.value.faults[0].where().startswith("templates/archive/index.html.j2:2")
    assert not (root / "build").exists()


def test_an_editor_changes_the_look_without_touching_the_words_sent(
    root: Path, frozen: Mailing
) -> None:
    send(root, [frozen])
    own = "<title>{{ brief.title }}</title><main>{{ email.body }}</main><p>Ours</p>"
    (root / "templates/archive").mkdir(parents=True)
    (root / "templates/archive/page.html.j2").write_text(own, "utf-8")
    archive(root)
    assert page(root).startswith("<title>The ferries</title><main>")
    assert "1,240" in page(root)
    assert page(root).endswith("</main><p>Ours</p>\n")


def test_every_page_is_told_and_the_feeds_hold_the_newest_30(root: Path, frozen: Mailing) -> None:
    many = [
        replace(frozen, key=f"brief-{n:02}", when=EVENING + timedelta(days=n)) for n in range(32)
    ]
    send(root, many)
    seen: list[str] = []
    workspace = open_workspace(root)
    write_archive(workspace, went_out(workspace), progress=seen.append)
    assert seen == [one.key for one in many]
    atom = (root / "build/archive/atom.xml").read_text("utf-8")
    assert re.findall(r'href="https://harbour\.example/briefs/(brief-\d\d)/"', atom) == [
        one.key for one in reversed(many[2:])
    ]
