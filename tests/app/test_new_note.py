"""`nutgraf new note` on sources: what they offer, in their words, cited, and nothing else."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from nutgraf.app.build import Wanted, build
from nutgraf.app.check import check
from nutgraf.app.new_note import new_note
from nutgraf.errors import Usage
from nutgraf.workspace.loading import Workspace, open_workspace

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 2, 20)
CENTER = "the Center for Democracy & Technology"
THREE = "[@cards; @explainer; @fox]"
CONTROL, OVERSIGHT = "Chief Risk and Control Officer", "chief risk and oversight officer"
SEEDS = ["cards", "explainer", "fox", "post-rewrite"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, str]:
    """The workspace of the seeds with a note on its four sources, and the text of that note."""
    root = tmp_path_factory.mktemp("seeds")
    for name in ("seeds", "templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "nutgraf.yaml", root)
    told = new_note(open_workspace(root), SEEDS, today=TODAY)
    assert told.files == ("seeds/irs-wrongly-shared-taxpayer-data.md",)
    return open_workspace(root), (root / told.files[0]).read_text(encoding="utf-8")


def section(text: str, heading: str) -> list[str]:
    """The suggestions of a section, without block ids and remarks."""
    body = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [re.sub(r"( %%.*%%)? \^[\w-]+$", "", line) for line in body.split("\n")]
    return [line for line in lines if line.startswith(("- ", "> "))]


def test_every_quotation_is_there_with_its_speaker_and_role(made: tuple[Workspace, str]) -> None:
    quotes = section(made[1], "Quotes")
    assert [line.rpartition("” — ")[2] for line in quotes] == [
        "Treasury [@cards]",
        "Lisa Gilbert, Co-president of Public Citizen (to the Associated Press) [@cards]",
        f"Tom Bowman, Policy counsel for {CENTER} (to the Associated Press) [@cards]",
        "Dottie Romo, IRS Chief Risk and Control Officer [@fox]",
        "the Department of Homeland Security (to The Washington Post) [@post-rewrite]",
        "Dottie Romo, the IRS’s chief risk and oversight officer [@post-rewrite]",
    ]
    for line in quotes:
        words, source = line[3:].partition("” — ")[0], line.rpartition("[@")[2].rstrip("]")
        body = (REPOSITORY / f"seeds/{source}.md").read_text(encoding="utf-8")
        assert words in body, words


def test_every_figure_is_told_in_its_sentence(made: tuple[Workspace, str]) -> None:
    text = made[1]
    for figure in ("1.28 million", "1.2 million", "47,000", "nearly 50,000", "5%", "2,350"):
        assert figure in text, figure


def test_what_the_sources_differ_on_is_told_with_who_says_what(made: tuple[Workspace, str]) -> None:
    assert section(made[1], "Reports differ") == [
        "- Who asked: Treasury [@cards; @explainer; @fox]; IRS [@post-rewrite]",
        "- Who sued: Public Citizen [@explainer]; Taxpayer Rights Center [@post-rewrite]",
        f"- The title of Dottie Romo: {CONTROL} {THREE}; {OVERSIGHT} [@post-rewrite]",
        f"- How many names ICE requested: 1.28 million {THREE}; 1.2 million [@post-rewrite]",
    ]


def test_what_is_not_known_is_told(made: tuple[Workspace, str]) -> None:
    gaps = section(made[1], "What we don’t know")
    assert len(gaps) == 4
    assert gaps[0].startswith("- Whether any of the improperly shared records were used")
    assert gaps[3].startswith("- Romo declined to comment on whether the IRS would notify")


def test_the_desk_is_told_who_did_not_answer(made: tuple[Workspace, str]) -> None:
    asked = "- [ ] Ask them, too: The IRS, DHS and ICE also did not respond to inquiries."
    assert f"{asked} [@post-rewrite]\n" in made[1]


def test_the_words_of_the_note_itself_are_no_claims(made: tuple[Workspace, str]) -> None:
    (name,) = [path.stem for path in (made[0].root / "seeds").glob("irs-wrongly*.md")]
    found = check(open_workspace(made[0].root), [f"seeds/{name}.md"])[0].findings
    assert {one.rule for one in found if one.severity != "note"} <= {"single-origin"}


def test_people_have_the_titles_that_each_source_gives(made: tuple[Workspace, str]) -> None:
    people = section(made[1], "Entities Mentioned")
    assert people[0] == (
        "- Dottie Romo, IRS Chief Risk and Control Officer [@cards; @explainer; @fox]; IRS’s chief "
        "risk and oversight officer [@post-rewrite]"
    )
    assert "- Kristi Noem, Homeland Security Secretary [@cards; @explainer; @fox]" in people
    assert not [line for line in people if "Badflower" in line or "Boston" in line]


def test_days_stand_in_order_with_what_they_were_read_from(made: tuple[Workspace, str]) -> None:
    events = section(made[1], "What happened")
    beginnings = (
        "- In April 2025",
        "- In November",
        "- In January 2026",
        "- In the week of Feb. 1",
    )
    places = [
        next(at for at, line in enumerate(events) if line.startswith(one)) for one in beginnings
    ]
    assert places == sorted(places)
    assert "%%fox: “Last week” = 2026-02-01 to 2026-02-08%%" in made[1]


def test_the_desk_is_told_which_sources_are_one_origin(made: tuple[Workspace, str]) -> None:
    notes = made[1].partition("\n## Notes\n")[2]
    assert "- cards, explainer, fox have it from the Associated Press: one origin.\n" in notes
    assert "- post-rewrite has it from the Washington Post.\n" in notes


def test_each_suggestion_is_cited_and_has_a_block_id(made: tuple[Workspace, str]) -> None:
    body = made[1].partition("\n## Key Points\n")[2].partition("\n## Newsletter Angles\n")[0]
    lines = [line for line in body.split("\n") if line.startswith(("- ", "> "))]
    assert len(lines) > 30
    for line in lines:
        assert re.search(r" \[@[\w@; -]+\]( %%.*%%)? \^[a-z]+-\d+$", line), line
    ids = [line.rpartition("^")[2] for line in lines]
    assert len(ids) == len(set(ids))


def test_a_brief_made_of_the_note_alone_has_no_error_and_builds(
    made: tuple[Workspace, str],
) -> None:
    root = made[0].root
    headings = re.findall(r"^## (.+)$", made[1], re.MULTILINE)
    embeds = "".join(
        f"## {one}\n\n![[irs-wrongly-shared-taxpayer-data#{one}]]\n\n"
        for one in headings
        if one not in ("Summary", "Newsletter Angles", "Notes")
    )
    (root / "briefs").mkdir(exist_ok=True)
    (root / "briefs/2026-02-20.md").write_text(
        f"---\ntitle: A filing\ndate: 2026-02-20\nsources: [{', '.join(SEEDS)}]\n---\n{embeds}",
        encoding="utf-8",
    )
    workspace = open_workspace(root)
    checked = check(workspace, ["2026-02-20"])[0]
    assert [one.message for one in checked.findings if one.severity == "error"] == []
    assert {one.rule for one in checked.findings if one.severity == "warning"} <= {"single-origin"}
    assert build(workspace, [workspace.brief_entry("2026-02-20")], Wanted())


def small(tmp_path: Path, **texts: str) -> Workspace:
    (tmp_path / "seeds").mkdir()
    shutil.copy(REPOSITORY / "nutgraf.yaml", tmp_path)
    shutil.copytree(REPOSITORY / "templates", tmp_path / "templates")
    for name, text in texts.items():
        (tmp_path / f"seeds/{name}.md").write_text(text, encoding="utf-8")
    return open_workspace(tmp_path)


def test_a_note_is_called_by_its_sources_by_its_name_or_by_the_first_argument(
    tmp_path: Path,
) -> None:
    text = "---\ntitle: The mill closes after 140 years\n---\nThe mill closed in March 2026.\n"
    workspace = small(tmp_path, mill=text, other=text.replace("The mill closes", "It ends"))
    assert new_note(workspace, ["mill"], today=TODAY).files == (
        "seeds/mill-closes-after-140-years.md",
    )
    again = new_note(open_workspace(tmp_path), ["mill"], today=TODAY)
    assert again.files == ("seeds/mill-closes-after-140-years-2.md",)
    named = new_note(open_workspace(tmp_path), ["mill", "other"], name="looms", today=TODAY)
    assert named.files == ("seeds/looms.md",)
    first = new_note(open_workspace(tmp_path), ["weavers", "mill"], today=TODAY)
    assert first.files == ("seeds/weavers.md",)
    with pytest.raises(Usage, match="no seed is called “mil”"):
        new_note(open_workspace(tmp_path), ["spinners", "mil"], today=TODAY)


def test_who_is_not_named_is_told_to_the_desk_and_not_to_readers(tmp_path: Path) -> None:
    workspace = small(
        tmp_path,
        mill="The mill closed in March 2026, its owner says.\n\n“We will not return,” he said.\n",
    )
    made = new_note(workspace, ["looms", "mill"], today=TODAY)
    text = (tmp_path / made.files[0]).read_text(encoding="utf-8")
    assert section(text, "Quotes") == []
    assert "does not name who said it: “We will not return” [@mill]" in text


def test_a_source_with_nothing_to_offer_makes_a_note_all_the_same(tmp_path: Path) -> None:
    made = new_note(small(tmp_path, mill="Text.\n"), ["looms", "mill"], today=TODAY)
    assert "0 suggestions from 1 source" in made.notes[0]
    assert open_workspace(tmp_path).note("looms") is not None


def test_what_is_left_out_is_shown_to_the_desk_alone(tmp_path: Path) -> None:
    root = tmp_path / "seeds-of-four"
    shutil.copytree(REPOSITORY / "seeds", root / "seeds")
    shutil.copy(REPOSITORY / "nutgraf.yaml", root)
    made = new_note(open_workspace(root), SEEDS, today=date(2026, 11, 26))
    text = (root / made.files[0]).read_text(encoding="utf-8")
    left = re.findall(r"^%% Left out, [^:]+: (.+) %%$", text, re.MULTILINE)
    assert len(left) == 1
    assert "1 more reads wrongly outside its source" in made.notes[1]
    assert left[0] not in text.partition("\n## Notes\n")[0]
