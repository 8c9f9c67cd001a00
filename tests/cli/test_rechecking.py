"""`nutgraf sources recheck --from FILE`: twelve pages in two versions, and what is said of each."""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.app.check import source_ids
from nutgraf.cli.commands import app
from nutgraf.workspace.loading import open_workspace
from tests.app.rechecking.ferry import BRIEF, saved, workspace
from tests.cli.running import Ran, files_below, refused, run
from tests.evidence.drift import versions
from tests.evidence.drift.versions import FERRY, Version
from tests.sent import mailing_of, send


def recheck(root: Path, version: Version, *more: str) -> Ran:
    file = saved(root, version)
    return run(root, "sources", "recheck", "ferry", "--from", str(file), *more)


SAID = {
    "FIGURE": (1, "Its figure is now “About 1.2 million” in the page", "briefs/2025-03-07.md:8"),
    "SENTENCE": (1, "A sentence is gone from the page", "briefs/2025-03-07.md:9"),
    "QUOTATION": (
        1,
        "The quotation now reads “We will not sail until the inspectors let us” in",
        "seeds/ferry-note.md:8, in briefs/2025-03-07.md",
    ),
    "HEDGE": (
        1,
        "It is less sure by now in the page: “may have been found”",
        "briefs/2025-03-07.md:10",
    ),
    "NAME": (1, "Its name is now “Inger Solhaug” in the page", "seeds/ferry-note.md:8"),
    "NOTICE": (0, "A note was added to the page: “Correction: An earlier version said", "nothing"),
    "HEADLINE": (
        0,
        "The headline of the page is now “Ferry to Skarvoy stays in port for weeks”",
        "nothing",
    ),
    "REORDERED": (0, "AS CAPTURED ferry", ""),
    "FURNITURE": (0, "AS CAPTURED ferry", ""),
    "TYPOGRAPHY": (0, "AS CAPTURED ferry", ""),
    "LIVE": (0, "AS CAPTURED ferry (2 sentences added)", ""),
    "FERRY": (0, "AS CAPTURED ferry", ""),
}


@pytest.mark.parametrize("name", SAID)
def test_what_became_of_a_page_is_told_by_passage_with_what_rests_on_it(
    name: str, tmp_path: Path
) -> None:
    status, sentence, rests = SAID[name]
    root = workspace(tmp_path)
    ran = recheck(root, getattr(versions, name))
    assert ran.status == status, ran.out
    assert sentence in ran.out
    assert rests in ran.out
    drifted = not sentence.startswith("AS CAPTURED")
    assert len(list(root.glob("seeds/ferry.later/*.txt"))) == drifted
    if not drifted:
        assert len(ran.out.splitlines()) == 1
    assert ran.err == ("next: nutgraf check briefs/2025-03-07.md\n" if status else "")


def test_the_capture_is_never_touched_and_no_look_is_changed(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    before = files_below(root / "seeds")
    for later in (versions.FIGURE, versions.SENTENCE, FERRY):
        recheck(root, later)
        after = files_below(root / "seeds")
        assert before.items() <= after.items()
        assert len(after) == len(before) + 1
        before = after
    assert (root / "seeds/ferry.md").read_text("utf-8").endswith(FERRY.text)


def test_what_was_kept_is_found_by_the_check_until_it_is_mended(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    assert "source-drift" not in run(root, "check").out
    recheck(root, versions.FIGURE)
    told = run(root, "check")
    assert "Its figure is now “About 1.2 million” in ferry" in told.out
    assert "ferry on 20" in told.out
    recheck(root, FERRY)
    assert "source-drift" not in run(root, "check").out


def test_later_texts_are_no_notes_of_the_workspace(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    recheck(root, versions.FIGURE)
    assert source_ids(open_workspace(root)) == ("ferry",)


def test_quiet_tells_what_is_new_and_only_once(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    assert recheck(root, versions.LIVE, "--quiet") == Ran(0, "", "")
    told = recheck(root, versions.FIGURE, "--quiet")
    assert told.status == 1
    assert "Its figure is now" in told.out
    assert recheck(root, versions.FIGURE, "--quiet") == Ran(0, "", "")
    again = recheck(root, versions.FIGURE)
    assert again.status == 1
    assert "known before" in again.out


def test_readers_words_come_first_and_are_marked(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    (root / "briefs/2025-03-01.md").write_text(BRIEF.replace("2025-03-07", "2025-03-01"), "utf-8")
    send(root, [mailing_of(root, "2025-03-07")])
    told = recheck(root, versions.FIGURE)
    places = [line for line in told.out.splitlines() if "briefs/" in line]
    assert "briefs/2025-03-07.md:8 (sent)" in places[0]
    assert "briefs/2025-03-01.md:8" in places[1]
    assert told.err == "next: nutgraf check briefs/2025-03-01.md\n"


def test_a_stet_takes_it_from_what_is_told(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    stet = "last year. [@ferry] <!-- stet source-drift: the county has it so -->"
    path = root / "briefs/2025-03-07.md"
    path.write_text(BRIEF.replace("last year. [@ferry]", stet), "utf-8")
    told = recheck(root, versions.FIGURE)
    assert told.status == 0
    assert "nothing that a brief, a note or an angle says rests on what changed" in told.out


def test_json_has_both_texts_with_their_places_and_what_rests_on_them(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    (one,) = json.loads(recheck(root, versions.FIGURE, "--format", "json").out)["sources"]
    assert (one["source"], one["state"], one["new"]) == ("ferry", "changed", True)
    (change,) = one["changes"]
    assert change["kind"] == "figure"
    for side in ("old", "new"):
        text = (root / change[side]["path"]).read_text("utf-8")
        assert text[change[side]["start"] : change[side]["end"]] == change[side]["text"]
    (rests,) = change["rests"]
    assert rests["text"] == "About 1.1 million passengers used the line last year."
    assert rests["used"] == [{"path": "briefs/2025-03-07.md", "type": "brief", "sent": False}]


def test_a_page_that_shows_its_beginning_only_is_not_seen(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    told = recheck(root, Version(FERRY.title, FERRY.paragraphs[:3]))
    assert told.status == 75
    assert "NOT SEEN" in told.out
    assert not (root / "seeds/ferry.later").exists()


def test_a_wall_is_not_seen_and_another_article_is_told(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    wall = Version("One moment", ("Please confirm that you are a human before you go on.",))
    assert recheck(root, wall).status == 75
    lines = tuple(f"Stir {n} eggs into the flour and let it rest for a day." for n in range(20))
    told = recheck(root, Version("Bread of the coast", lines))
    assert told.status == 1
    assert "another text stands at its address" in told.out
    assert "    cited   briefs/2025-03-07.md:1" in told.out


def test_a_text_that_stands_beside_the_article_by_now_is_there(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    file = saved(root, versions.SENTENCE, related=FERRY.paragraphs[4])
    ran = run(root, "sources", "recheck", "ferry", "--from", str(file))
    assert ran.out == "AS CAPTURED ferry\n"


def test_the_later_text_becomes_a_source_that_says_what_it_comes_from(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    refused(run(root, "sources", "take-later", "ferry"), "no later text of ferry is kept")
    recheck(root, versions.FIGURE)
    made = run(root, "sources", "take-later", "ferry", "--id", "ferry-now")
    assert (made.status, made.out) == (0, "seeds/ferry-now.md\n")
    source = open_workspace(root).source("ferry-now")
    assert source is not None
    assert source.front.values["later_version_of"] == "ferry"
    assert "1.2 million" in source.body
    assert (source.publisher, source.kind) == ("Coast News", "news")
    refused(run(root, "sources", "take-later", "ferry"), "a source already: ferry-now")
    path = root / "briefs/2025-03-07.md"
    text = BRIEF.replace("About 1.1", "About 1.2").replace("year. [@ferry]", "year. [@ferry-now]")
    path.write_text(text, "utf-8")
    assert "source-drift" not in run(root, "check").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fery"], "did you mean ferry?"),
        (["ferry-note"], "“ferry-note” is no source: seeds/ferry-note.md"),
        (["--from", "saved.html"], "name it: nutgraf sources recheck SOURCE --from saved.html"),
        (["ferry", "--all"], "ask for one of the three"),
        (["ferry", "--from", "nowhere.html"], "there is no file nowhere.html"),
        (["--brief", "2025-03-08"], "there is no brief “2025-03-08”"),
        (["ferry", "--from", "seeds"], "seeds is a folder"),
        (["ferry", "--from", "empty.html"], "empty.html is empty"),
        (["ferry", "--format", "xml"], "there is no form “xml”"),
    ],
)
def test_what_is_wrong_is_told_with_the_next_step(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    root = workspace(tmp_path)
    saved(root, FERRY)
    (root / "empty.html").touch()
    refused(run(root, "sources", "recheck", *arguments), said)


def test_sources_without_an_address_are_told_to_be_saved_by_hand(tmp_path: Path) -> None:
    root = workspace(tmp_path, url=None)
    refused(run(root, "sources", "recheck"), "ferry state no address", "--from FILE")
    assert recheck(root, versions.FIGURE).status == 1


def test_a_text_that_was_copied_in_the_browser_can_be_pasted(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    with chdir(root):
        done = CliRunner().invoke(
            app, ["sources", "recheck", "ferry", "--from", "-"], input=versions.FIGURE.text
        )
    assert done.exit_code == 1
    assert "Its figure is now “About 1.2 million”" in done.stdout


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ("https://coast.example/ferry?x=1", 1),
        ("https://amp.coast.example/ferry", 1),
        ("https://bakery.example/bread", 2),
    ],
)
def test_the_page_of_another_site_is_no_page_of_this_source(
    stated: str, status: int, tmp_path: Path
) -> None:
    root = workspace(tmp_path)
    file = saved(root, versions.FIGURE)
    html = file.read_text("utf-8")
    link = f'<link rel="canonical" href="{stated}">'
    file.write_text(html.replace("</head>", f"{link}</head>"), "utf-8")
    ran = run(root, "sources", "recheck", "ferry", "--from", str(file))
    assert ran.status == status
    assert (root / "seeds/ferry.later").exists() is (status == 1)


def test_a_look_that_was_damaged_is_told_with_its_place(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    recheck(root, versions.FIGURE)
    (path,) = root.glob("seeds/ferry.later/*.txt")
    path.write_text(path.read_text("utf-8").replace("looked: ", "looked: on "), "utf-8")
    name = path.relative_to(root).as_posix()
    refused(run(root, "check"), f"{name}:2:9", "is no date and time")
    path.write_text("<<<<<<< HEAD\n", "utf-8")
    refused(run(root, "check"), f"{name}:1:1", "put it back from git")
