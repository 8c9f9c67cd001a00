"""`nutgraf add` and `nutgraf sources`, as an editor runs them."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.app import add
from nutgraf.cli.commands import app
from tests.cli.running import run

REPOSITORY = Path(__file__).parents[2]
PAGES = REPOSITORY / "tests/capture/pages"
PAPERS = REPOSITORY / "tests/capture/papers"
SETTINGS = """\
name: The Quay Letter
sender: {name: The Quay Letter, address: letter@quay.example}
postal_address: Quay 1, 12345 Example City
"""
SEEDS = ("cards", "explainer", "fox", "post-rewrite", "irs-dhs")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "nutgraf.yaml").write_text(SETTINGS)
    for name in ("seeds", "briefs"):
        (tmp_path / name).mkdir()
    return tmp_path


def sources(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "seeds").iterdir())


def pasted(root: Path, text: str, *arguments: str) -> tuple[int, str, str]:
    with chdir(root):
        got = CliRunner().invoke(app, ["add", "-", *arguments], input=text, catch_exceptions=False)
    return got.exit_code, got.stdout, got.stderr


def test_a_page_becomes_a_source_with_the_page_beside_it(workspace: Path) -> None:
    got = run(
        workspace, "add", str(PAGES / "blog-post.html"), "--url", "https://quay.example/a?utm_id=3"
    )
    assert got.status == 0
    assert sources(workspace) == [
        "quay-ledger-harbour-board-delays.md",
        "quay-ledger-harbour-board-delays.raw.html",
    ]
    text = (workspace / "seeds/quay-ledger-harbour-board-delays.md").read_text()
    head = text.split("---\n")[1]
    assert [line.split(":")[0] for line in head.splitlines()] == [
        "title", "publisher", "authors", "url", "published", "retrieved", "language", "sha256",
    ]  # fmt: skip
    assert 'url: "https://quay.example/a"' in head
    assert "authors: [Ines Calder, Tom Royle]" in head
    assert text.endswith((PAGES / "blog-post.md").read_text())
    raw = (workspace / "seeds/quay-ledger-harbour-board-delays.raw.html").read_bytes()
    assert raw == (PAGES / "blog-post.html").read_bytes()
    assert "next: nutgraf new note quay-ledger-harbour-board-delays" in got.err
    assert "21 blocks of the page around it left out" in got.out


def test_what_the_editor_states_is_no_guess(workspace: Path) -> None:
    stated = ("--kind", "primary", "--published", "2026-06-02", "--author", "Q: R")
    run(workspace, "add", str(PAGES / "live.html"), "--id", "strike", "--no-raw", *stated)
    assert sources(workspace) == ["strike.md"]
    head = (workspace / "seeds/strike.md").read_text().split("---\n")[1]
    assert "kind: primary\n" in head
    assert "guessed" not in head
    assert 'authors: ["Q: R"]' in head


@pytest.mark.parametrize("way", ["file", "markdown", "paste"])
@pytest.mark.parametrize("name", SEEDS)
def test_each_seed_can_be_captured_and_then_cites_checks_and_builds(
    workspace: Path, name: str, way: str
) -> None:
    body = (REPOSITORY / f"seeds/{name}.md").read_text().split("---\n", 2)[2]
    if way == "paste":
        status, _, told = pasted(workspace, body, "--id", name)
        assert status == 0, told
    else:
        file = workspace / f"clip.{'txt' if way == 'file' else 'md'}"
        file.write_text(body)
        assert run(workspace, "add", str(file), "--id", name).status == 0
    kept = (workspace / f"seeds/{name}.md").read_text().split("---\n", 2)[2]
    assert kept.split() == body.split()
    sentence = next(
        line.split(". ")[0].rstrip(".") + "."
        for line in body.split("\n")
        if re.match(r"[A-Z].{90,}\.$", line)
    )
    (workspace / "briefs/2026-02-20.md").write_text(
        f"---\ntitle: A filing\ndate: 2026-02-20\nsources: [{name}]\n---\n"
        f"## Summary\n\n{sentence}\n"
    )
    assert run(workspace, "cite", "2026-02-20", "--all").status == 0
    assert f"[@{name}]" in (workspace / "briefs/2026-02-20.md").read_text()
    checked = run(workspace, "check", "2026-02-20")
    assert checked.status == 0, checked.out
    assert "0 to fix" in checked.out
    assert run(workspace, "build", "2026-02-20").status == 0


def test_a_page_that_was_captured_before_is_known_by_its_address(workspace: Path) -> None:
    page = str(PAGES / "cards.html")
    run(workspace, "add", page)
    got = run(workspace, "add", page)
    assert got.status == 0
    assert "KNOWN" in got.out
    assert len(sources(workspace)) == 2


def test_a_page_with_another_text_than_before_is_not_written_over(workspace: Path) -> None:
    run(workspace, "add", str(PAGES / "cards.html"), "--id", "first")
    changed = workspace / "changed.html"
    changed.write_text((PAGES / "cards.html").read_text().replace("47,000", "74,000"))
    got = run(workspace, "add", str(changed))
    assert got.status == 2
    assert "captured on" in got.err
    assert "as first, with another text" in got.err
    assert "nutgraf sources recheck first" in got.err
    assert sources(workspace) == ["first.md", "first.raw.html"]
    assert run(workspace, "add", str(changed), "--force", "--id", "second").status == 0
    assert "74,000" in (workspace / "seeds/second.md").read_text()


def test_the_same_story_under_another_outlets_name_is_said(workspace: Path) -> None:
    body = (PAGES / "blog-post.md").read_text().replace("Tuesday", "Tuesday (AP)", 1)
    story = (
        body
        + "\n"
        + (PAGES / "release.md").read_text()
        + "\nThe Associated Press contributed to this report.\n"
    )
    one, two = workspace / "a.txt", workspace / "b.txt"
    one.write_text(story)
    two.write_text(
        "Late edition\n\n" + story.replace("It counted 41 shoals.", "There were 41 shoals.")
    )
    run(workspace, "add", str(one), "--id", "one", "--publisher", "The Quay Ledger")
    got = run(workspace, "add", str(two), "--id", "two", "--publisher", "River News")
    assert got.status == 0
    assert re.search(
        r"same +carries the same wire story as one \(\d\d% of its words; both have", got.out
    )
    head = (workspace / "seeds/two.md").read_text().split("---\n")[1]
    assert "River News" in head
    assert "Quay Ledger" not in head


def test_two_reports_that_share_a_statement_are_two_stories(workspace: Path) -> None:
    said = "“We will keep the ferry, whatever it costs, and keep it free,” Mayor Ida Holm said."
    one, two = workspace / "a.txt", workspace / "b.txt"
    one.write_text(
        f"Ferry stays\n\nThe town keeps its ferry after a vote of 9 to 4 on Monday.\n\n{said}\n\n"
        "Riders had asked for that in 2,000 letters since spring, most of them by hand.\n"
    )
    two.write_text(
        "Council votes on boat\n\nNine councillors were for it and four were not, and so the boat "
        f"goes on.\n\n{said}\n\nThe money is to come from parking, which the shops do not like.\n"
    )
    run(workspace, "add", str(one), "--id", "one")
    got = run(workspace, "add", str(two), "--id", "two")
    assert got.status == 0
    assert "same" not in got.out


def test_a_page_that_is_cut_off_is_not_written_unless_forced(workspace: Path) -> None:
    page = str(PAGES / "paywalled.html")
    got = run(workspace, "add", page, "--url", "https://valley.example/mill")
    assert got.status == 2
    assert "looks cut off: the page asks for a subscription" in got.err
    assert "nutgraf add - --url https://valley.example/mill" in got.err
    assert sources(workspace) == []
    assert run(workspace, "add", page, "--force", "--id", "mill").status == 0
    assert (
        'status: "cut off: the page asks for a subscription"'
        in (workspace / "seeds/mill.md").read_text()
    )


def test_one_that_fails_does_not_stop_the_others(workspace: Path) -> None:
    got = run(workspace, "add", "no-such.html", str(PAGES / "amp.html"), str(PAPERS / "scan.pdf"))
    assert got.status == 2
    assert "there is no file no-such.html" in got.err
    assert "scan.pdf holds no text" in got.err
    assert "1 of 3 added, 2 refused" in got.err
    assert (
        sources(workspace)
        == ["park-post-zoo-names-its-new.md", "park-post-zoo-names-its-new.raw.html"]
        or len(sources(workspace)) == 2
    )


def test_furniture_can_be_seen_and_then_nothing_is_written(workspace: Path) -> None:
    got = run(workspace, "add", str(PAGES / "blog-post.html"), "--show-furniture")
    assert got.status == 0
    assert "  - Ask the pilots." in got.out
    assert sources(workspace) == []


def test_a_name_that_is_asked_for_stays_in_seeds(workspace: Path) -> None:
    for name in ("../out", "a/b", "con", ".hidden", "x" * 300):
        assert run(workspace, "add", str(PAGES / "amp.html"), "--id", name).status == 2
    assert sources(workspace) == []
    assert sorted(path.name for path in workspace.iterdir()) == [
        ".nutgraf",
        "briefs",
        "nutgraf.yaml",
        "seeds",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "CON",
        "a: b # c",
        "日本語の記事の題名です",
        "\u202eevil\u202c",
        "x" * 400,
    ],
)
def test_titles_make_names_that_every_disk_takes(workspace: Path, title: str) -> None:
    page = workspace / "page.html"
    page.write_text(
        f"<title>{title}</title><h1>{title}</h1><p>The mill closed in March, its owner says.</p>"
    )
    assert run(workspace, "add", str(page)).status == 0
    [name] = [name for name in sources(workspace) if name.endswith(".md")]
    assert re.fullmatch(r"[\w'’-]{1,60}\.md", name)
    assert run(workspace, "sources").status == 0


def test_a_folder_that_may_not_be_written_leaves_nothing_half(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".md":
            raise OSError(28, "No space left on device")
        path.write_bytes(data)

    monkeypatch.setattr(add, "write_atomically", full)
    got = run(workspace, "add", str(PAGES / "amp.html"))
    assert got.status == 2
    assert "No space left on device" in got.err
    assert sources(workspace) == []


def test_nothing_named_nothing_pasted_and_typos_are_told(workspace: Path) -> None:
    assert "nutgraf add URL" in run(workspace, "add").err
    assert "nothing was pasted" in pasted(workspace, " \n")[2]
    assert "https://quay.example/a" in run(workspace, "add", "quay.example/a").err
    assert "did you mean news?" in run(workspace, "add", "x.txt", "--kind", "newz").err
    assert "is a folder" in run(workspace, "add", "seeds").err


def test_json_prints_json_and_nothing_else(workspace: Path) -> None:
    got = run(workspace, "add", str(PAGES / "amp.html"), "--format", "json")
    [one] = json.loads(got.out)["sources"]
    assert (one["state"], one["title"]) == ("added", "Zoo names its new lynx & opens a den")
    assert one["missing"] == []


def test_sources_says_who_cites_what_and_what_nothing_cites(workspace: Path) -> None:
    run(workspace, "add", str(PAGES / "amp.html"), "--id", "lynx")
    run(workspace, "add", str(PAGES / "tables.html"), "--id", "count")
    (workspace / "briefs/2026-02-01.md").write_text(
        "---\ntitle: A lynx\ndate: 2026-02-01\n---\n## Summary\n\nThe den cost $410,000. [@lynx]\n"
    )
    listed = run(workspace, "sources").out
    assert re.search(r"^lynx +2026-01-30 · Park Post · news · \d+ words", listed, re.MULTILINE)
    assert "cited by 2026-02-01" in listed
    assert run(workspace, "sources", "orphans").out.startswith("count ")
    shown = run(workspace, "sources", "show", "lynx").out
    assert "briefs/2026-02-01.md:7" in shown
    assert "seeds/lynx.raw.html" in shown
    missed = run(workspace, "sources", "show", "linx")
    assert missed.status == 2
    assert "did you mean lynx?" in missed.err


def test_search_finds_words_phrases_and_beginnings_and_says_the_line(workspace: Path) -> None:
    run(workspace, "add", str(PAGES / "german.html"), "--id", "bridge")
    run(workspace, "add", str(PAGES / "tables.html"), "--id", "count")
    text = (workspace / "seeds/bridge.md").read_text().splitlines()
    line = next(at for at, words in enumerate(text, 1) if "Märchen" in words)
    for query in ("marchen", '"ein Märchen"', "Märch*", "Opposition Märchen"):
        found = run(workspace, "sources", "search", query)
        assert found.out.startswith(f"seeds/bridge.md:{line}"), query
    assert "no source has" in run(workspace, "sources", "search", "walrus").err
    some = run(workspace, "sources", "search", "Märchen", "walrus")
    assert "these have some" in some.err
    assert run(workspace, "sources", "search", "--", "Turnout", "-Corse").out == ""


@pytest.mark.parametrize(
    "query", ['"', "AND", "a OR", "(", "title:", "NEAR(x", "*", "^x", "-", "“", 'x"y', "{}"]
)
def test_no_sign_of_a_query_is_an_error_of_the_index(workspace: Path, query: str) -> None:
    run(workspace, "add", str(PAGES / "amp.html"))
    got = run(workspace, "sources", "search", "--", query)
    assert got.status in (0, 2)
    assert "Traceback" not in got.err
    assert "fts5" not in got.err


def test_the_index_follows_the_files_and_a_damaged_one_is_made_anew(workspace: Path) -> None:
    run(workspace, "add", str(PAGES / "amp.html"), "--id", "lynx")
    file = workspace / "seeds/lynx.md"
    file.write_text(file.read_text().replace("tuna", "herring"))
    assert "herring" in run(workspace, "sources", "search", "herring").out
    (workspace / ".nutgraf/sources.sqlite").write_bytes(b"no database at all" * 100)
    assert "herring" in run(workspace, "sources", "search", "herring").out
    shutil.move(file, workspace / "seeds/cat.md")
    assert "seeds/cat.md" in run(workspace, "sources", "search", "herring").out
    assert "lynx.md" not in run(workspace, "sources").out


def test_an_address_of_another_kind_is_told_apart_from_a_file(workspace: Path) -> None:
    got = run(workspace, "add", "ftp://quay.example/a.pdf")
    assert got.status == 2
    assert "nothing is fetched by ftp:" in got.err
