"""Giving one's word on statements, and what reopens them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.app.approve import freeze, propose
from nutgraf.app.standing import standing
from nutgraf.app.verify import Word, last_word, restated, undo, worst_first
from nutgraf.errors import Usage
from nutgraf.workspace.loading import open_workspace
from tests.app.verifying import (
    BRIEF,
    FINE,
    GAZETTE,
    NEWSROOM,
    NOTE,
    NOW,
    edit,
    give,
    looked_at,
    matter,
    state,
)
from tests.workspaces import SETTINGS, Write, write_files

SECOND = f"{SETTINGS}policy:\n  second-reader: true\n"
QUERY = Word("query", note="was it Tuesday?")


@pytest.fixture
def root(write_workspace: Write) -> Path:
    return write_workspace(NEWSROOM)


def test_figures_and_quotations_want_a_person_and_other_statements_do_not(root: Path) -> None:
    found = {one.text[:12]: one.kinds for one in looked_at(root).matters}
    assert found == {
        "The harbour ": ("figures",),
        "“We failed t": ("quotations", "accusations"),
    }


def test_what_is_verified_is_kept_beside_the_note_and_comes_along_in_a_brief(root: Path) -> None:
    after = give(root)
    assert matter(after).state == "verified"
    assert (root / "seeds/spill.verified.yaml").is_file()
    assert not (root / "briefs/2025-03-07.verified.yaml").exists()
    assert state(root) == "verified"
    assert state(root, "2025-03-07") == "verified"


def test_claims_that_are_clauses_of_it_are_verified(root: Path) -> None:
    give(root)
    checked = looked_at(root, "2025-03-07").checked
    verified = [one for one in checked.claims if one.verified is not None]
    assert {one.verified.by for one in verified if one.verified} == {"Ines Quill"}
    assert all(one.text in FINE for one in verified)
    assert verified


@pytest.mark.parametrize(
    "instead",
    [
        "The harbour board was fined $1.2 million, over a fuel spill that killed 340 seabirds.",
        "The Harbour Board was fined $1.2 million over a fuel spill that killed 340 seabirds!",
        "The *harbour board* was fined $1.2 million over a fuel spill — that killed 340 seabirds.",
        "The harbour board was fined $1.2 million\n  over a fuel spill that killed 340 seabirds.",
    ],
)
def test_a_comma_does_not_reopen_it(root: Path, instead: str) -> None:
    give(root)
    edit(root, "seeds/spill.md", FINE, instead)
    assert state(root) == "verified"


@pytest.mark.parametrize(
    ("old", "new"),
    [("$1.2 million", "$1.3 million"), ("was fined", "was never fined"), (" over a fuel", " over")],
)
def test_a_changed_word_of_the_statement_reopens_it(root: Path, old: str, new: str) -> None:
    give(root)
    edit(root, "seeds/spill.md", old, new)
    found = matter(looked_at(root), "The harbour board was")
    assert found.state == "stale"
    assert found.stale is not None
    assert (found.stale.was, found.stale.source) == (FINE, "")
    assert "stale-verification" in {one.rule for one in looked_at(root).findings(found)}


@pytest.mark.parametrize(
    ("old", "new"),
    [("that killed 340", "that killed 314"), ("was fined", "was not fined")],
)
def test_a_changed_word_of_the_passage_reopens_it(root: Path, old: str, new: str) -> None:
    give(root)
    edit(root, "seeds/gazette.md", old, new)
    found = matter(looked_at(root))
    assert found.state == "stale"
    assert found.stale is not None
    assert found.stale.source == "gazette"
    assert new.rsplit(maxsplit=1)[-1] in found.stale.now


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("every hour.", "every two hours.\n\nA line more."),
        ("built in 1998", "built in 1989"),
        ("a fuel spill that", "a fuel spill, that"),
        ("million on Tuesday over", "million on\nTuesday  over"),
    ],
)
def test_an_edit_elsewhere_in_the_source_and_a_comma_do_not(root: Path, old: str, new: str) -> None:
    give(root)
    edit(root, "seeds/gazette.md", old, new)
    assert state(root) == "verified"


def test_a_passage_may_move_within_its_source(root: Path) -> None:
    give(root)
    front, body = GAZETTE.split("---\n", 2)[1:]
    moved = "\n\n".join(reversed(body.split("\n\n")))
    (root / "seeds/gazette.md").write_text(f"---\n{front}---\n{moved}", "utf-8")
    assert state(root) == "verified"


def test_a_source_that_is_taken_away_reopens_it(root: Path) -> None:
    give(root)
    (root / "seeds/gazette.md").unlink()
    edit(root, "seeds/spill.md", "sources: [gazette, herald]", "sources: [herald]")
    text = (root / "seeds/spill.md").read_text("utf-8").replace("[@gazette]", "[@herald]")
    (root / "seeds/spill.md").write_text(text, "utf-8")
    found = matter(looked_at(root))
    assert found.stale is not None
    assert (found.state, found.stale.now) == ("stale", "")


def test_a_passage_of_a_source_outside_the_pack_of_the_brief_still_counts(root: Path) -> None:
    give(root)
    (root / "briefs/2025-03-07.md").write_text(
        BRIEF.replace("sources: [gazette, herald]", "sources: [herald]"), "utf-8"
    )
    assert state(root, "2025-03-07") == "verified"
    edit(root, "seeds/gazette.md", "killed 340", "killed 314")
    assert state(root, "2025-03-07") == "stale"


def test_verifying_what_was_changed_ends_it(root: Path) -> None:
    give(root)
    edit(root, "seeds/spill.md", "killed 340", "killed some 340")
    assert state(root) == "stale"
    give(root, after=1)
    assert state(root) == "verified"
    edit(root, "seeds/spill.md", "killed some 340", "killed 340")
    assert state(root) == "verified"  # these words were verified, too


def test_another_statement_that_is_like_a_verified_one_that_is_gone_is_no_change_of_both(
    root: Path,
) -> None:
    give(root)
    both = "- The harbour board was fined $1.2 million over a spill that killed 340 seabirds.\n"
    edit(root, "seeds/spill.md", "- Boats sail", f"{both}- Boats sail")
    assert [one.state for one in looked_at(root).matters] == ["verified", "open", "open"]
    edit(root, "seeds/spill.md", f"- {FINE} [@gazette]\n", "")
    states = [one.state for one in looked_at(root).matters]
    assert states == ["stale", "open"]


def test_a_statement_that_the_brief_does_not_embed_is_not_taken_for_a_changed_one(
    root: Path,
) -> None:
    edit(
        root,
        "seeds/spill.md",
        "## Key Points\n",
        f"## Summary\n\n{FINE[:-1]} in all.\n\n## Key Points\n",
    )
    give(root, begin=f"{FINE[:-1]} in all")
    states = {one.text: one.state for one in looked_at(root, "2025-03-07").matters}
    assert states[FINE] == "open"


def test_a_query_waits_until_it_is_answered(root: Path) -> None:
    give(root, QUERY)
    found = matter(looked_at(root))
    assert (found.state, found.said[-1].note) == ("query", "was it Tuesday?")
    give(root, by="Tom Adair", after=1)
    assert state(root) == "verified"


def test_a_query_ends_when_the_words_change(root: Path) -> None:
    give(root, QUERY)
    edit(root, "seeds/spill.md", "was fined $1.2 million", "was fined $1.2 million on Tuesday")
    assert state(root) == "open"


def test_of_two_persons_the_later_word_counts_and_both_are_shown(root: Path) -> None:
    give(root, by="Ines Quill", after=5)
    give(root, QUERY, by="Tom Adair", after=1)
    found = matter(looked_at(root))
    assert found.state == "verified"
    assert [one.by for one in found.said] == ["Tom Adair", "Ines Quill"]
    give(root, QUERY, by="Tom Adair", after=9)
    assert state(root) == "query"


def test_undo_brings_back_what_stood_before(root: Path) -> None:
    give(root, QUERY)
    looked = give(root, after=1)
    last = last_word(looked, "Ines Quill")
    assert last is not None
    looked = undo(looked, last, by="Ines Quill", now=NOW)
    assert matter(looked).state == "query"
    last = last_word(looked, "Ines Quill")
    assert last is not None
    looked = undo(looked, last, by="Ines Quill", now=NOW)
    assert matter(looked).state == "open"
    assert last_word(looked, "Ines Quill") is None
    assert state(root) == "open"


def test_another_may_take_a_stale_word_back(root: Path) -> None:
    give(root)
    edit(root, "seeds/gazette.md", "killed 340", "killed 314")
    looked = looked_at(root)
    undo(looked, matter(looked).said[-1], by="Tom Adair", now=NOW)
    assert state(root) == "open"


def test_what_somebody_else_says_meanwhile_is_seen(root: Path) -> None:
    looked = looked_at(root)
    give(root)
    assert matter(restated(looked)).state == "verified"


@pytest.mark.parametrize("word", [Word("verified"), Word("query"), Word("stet", note=" ")])
def test_a_word_says_how_or_why(root: Path, word: Word) -> None:
    with pytest.raises(Usage):
        give(root, word)
    assert not (root / "seeds/spill.verified.yaml").exists()


# --- who -----------------------------------------------------------------------------------------


@pytest.fixture
def strict(write_workspace: Write) -> Path:
    return write_workspace({**NEWSROOM, "nutgraf.yaml": SECOND})


@pytest.mark.parametrize("author", ["Tom Adair", "tom  adair", "Tom Adair <tom@harbour.example>"])
def test_where_a_second_reader_is_wanted_the_author_does_not_count(
    strict: Path, author: str
) -> None:
    give(strict, by=author)
    assert state(strict) == "author only"
    give(strict, by="Ruth Okafor", after=1)
    assert state(strict) == "verified"


def test_the_author_of_a_brief_is_whom_it_names(strict: Path) -> None:
    give(strict, by="Ruth Okafor", name="2025-03-07", begin="Wardens")
    assert state(strict, "2025-03-07", "Wardens") == "author only"


@pytest.mark.needs_program("git")
def test_the_author_of_a_file_that_names_none_is_who_put_it_into_git(strict: Path) -> None:
    edit(strict, "seeds/spill.md", "author: Tom Adair\n", "")
    assert looked_at(strict).given.authors == {"seeds/spill.md": ()}
    commit = ["commit", "-qm", "Note", "--author", "Tom Adair <tom@harbour.example>"]
    for arguments in (["init", "-q"], ["add", "-A"], commit):
        me = ["-c", "user.name=Me", "-c", "user.email=me@harbour.example"]
        subprocess.run(["git", *me, *arguments], cwd=strict, check=True)
    give(strict, by="T. Adair <tom@harbour.example>")
    assert state(strict) == "author only"
    give(strict, by="Ruth Okafor", after=1)
    assert state(strict) == "verified"


def test_verifying_withdraws_no_approval(root: Path) -> None:
    workspace = open_workspace(root)
    entry = workspace.brief_entry("2025-03-07")
    proposal = propose(workspace, entry, by="Ines Quill", now=NOW)
    freeze(workspace, proposal)
    give(root)
    give(root, name="2025-03-07", begin="Wardens", after=1)
    assert standing(open_workspace(root), "2025-03-07").holds


# --- order and policy ----------------------------------------------------------------------------


def test_what_changed_comes_first_then_errors(root: Path) -> None:
    give(root, begin="“We failed")
    edit(root, "seeds/gazette.md", "failed the people", "failed the persons")
    edit(root, "seeds/spill.md", "killed 340", "killed 430")
    first, second = worst_first(looked_at(root))
    assert first.text.startswith("“We failed")
    assert second.text.startswith("The harbour board")


@pytest.mark.parametrize(
    ("verify", "count"), [("[quotations]", 1), ("[figures]", 1), ("[all]", 3), ("[]", 0)]
)
def test_the_policy_says_what_wants_a_person(
    write_workspace: Write, verify: str, count: int
) -> None:
    policy = f"{SETTINGS}policy:\n  verify: {verify}\n"
    root = write_workspace({**NEWSROOM, "nutgraf.yaml": policy})
    assert len(looked_at(root).matters) == count


# --- properties ----------------------------------------------------------------------------------

MARKS = st.sampled_from([", ", " — ", "; ", " ", "  ", " (", ") "])


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_is_done_to_punctuation_leaves_it_verified_and_any_other_word_does_not(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = write_files(tmp_path_factory.mktemp("verify"), NEWSROOM)
    give(root)
    words = FINE.split()
    at = data.draw(st.integers(1, len(words) - 1))
    mark = data.draw(st.sampled_from([",", ";", " —", ""]))
    spaced = f"{' '.join(words[:at])}{mark} {' '.join(words[at:])}"
    (root / "seeds/spill.md").write_text(NOTE.replace(FINE, spaced), "utf-8")
    assert state(root) == "verified"
    changed = [*words]
    changed[at] = data.draw(st.sampled_from(["gulls", "never", "7,000", "perhaps"]))
    (root / "seeds/spill.md").write_text(NOTE.replace(FINE, " ".join(changed)), "utf-8")
    found = [one for one in looked_at(root).matters if not one.text.startswith("“")]
    assert all(one.state != "verified" for one in found)
