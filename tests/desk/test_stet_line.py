"""Writing a stet at the end of the line it is for."""

from __future__ import annotations

import pytest

from nutgraf.desk.stet_line import with_stet
from nutgraf.errors import Usage
from nutgraf.model import FileText
from nutgraf.workspace.frontmatter import read
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.wiki_links import Citable

STET = "<!-- stet open-tk: it is her name -->"


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("- TK sails.\n- More.\n", "TK sails.", f"- TK sails. {STET}"),
        ("- TK sails. [@a]\n", "TK sails.", f"- TK sails. [@a] {STET}"),
        ("- TK sails.  \r\n- More.\r\n", "TK sails.", f"- TK sails. {STET}"),
        ("- TK sails. ^tk\n", "TK sails.", f"- TK sails. {STET} ^tk"),
        ("> “TK” — Jo\n", "“TK” — Jo", f"> “TK” — Jo {STET}"),
        ("| a | b |\n|---|---|\n| TK | 1 |\n", "TK | 1", f"| TK | 1 | {STET}"),
        ("TK sails", "TK sails", f"TK sails {STET}"),
        ("TK\nsails on.\n", "TK\nsails on.", f"sails on. {STET}"),
    ],
)
def test_it_ends_the_line_and_lets_the_words_stand(text: str, words: str, line: str) -> None:
    file = FileText("briefs/a.md", f"## Summary\n\n{text}")
    at = file.text.index(words)
    place = file.place(at, at + len(words))
    written, told = with_stet(file, place, "open-tk", " it is\nher name ")
    assert told == line
    assert written.replace(f" {STET}", "", 1) == file.text
    after = FileText(file.path, written)
    note = parse_note("a", "brief", after, read(after)[0], Citable(lambda _: False))[0]
    (stet,) = note.stets
    assert (stet.rule, stet.reason) == ("open-tk", "it is her name")
    assert stet.covers is not None
    assert stet.covers.start < at + len(words)
    assert at < stet.covers.end


@pytest.mark.parametrize("reason", ["a --> b", "50%% of it", "a -- b"])
def test_a_reason_that_would_end_the_comment_is_refused(reason: str) -> None:
    file = FileText("briefs/a.md", "TK sails.\n")
    with pytest.raises(Usage):
        with_stet(file, file.place(0, 9), "open-tk", reason)
