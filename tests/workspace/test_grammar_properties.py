"""What holds for any text that a note may hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.model import NoteType
from nutgraf.workspace.wiki_links import Citable
from tests.workspace.notes import check_places, parse, without_places

PIECES = (
    "# ", "## ", "### ", "- ", "  - ", "1. ", "> ", "* ", "\t", "    ", "  ", " ", "\n", "\n\n",
    "\r\n", "\r", "| a | b |\n|---|---|\n", "| x \\| y | z |\n", "|", "---\n", "===\n", "```\n",
    "~~~\n", "`", "``", "%%", "<!--", "-->", "<!-- stet open-tk: so -->", "%% stet x %%", "^id",
    " ^id\n", "[@a]", "[@a; @b, p. 4]", "[@{a b}]", "[[a]]", "[[a|b]]",
    "[[a#B|]]", "[[é 😀#x]]", "[[ a | 😀 b ]]", "[[#a]]", "[[a\\|b]]", "\\[@a]", "![[a]]",
    "![[a#B]]", "![[a#^b,^c]]", "[a](b)", "[a]: b\n", "![i](j)", "<http://a.b>",
    "<http://a.b/%61>", "http://a.b/a", "<b>", "</b>",
    "<div>\n", "&amp;", "&#8212;", "&nope;", "\\*", "\\", "*", "**", "_", "~~", "“", "”", '"',
    "— ", " — Ana, mayor", "a", "B.", "word ", "Summary\n", "Key Points\n", "•\t", "• ", "- [ ] ",
    "  \n", "\\\n", "😀", "𝒳", "é", "\u200f", "\u00a0", "\ufeff", "\x0b", "\x0c", "\x85",
    "\u2028", "[", "]", "(", ")", "@", "{", "}", ",", ";", "!", "\x00", "\x1c",
)  # fmt: skip
KINDS: tuple[NoteType, ...] = ("brief", "note", "angle", "source")
markdownish = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(max_examples=400)
@given(markdownish, st.sampled_from(KINDS), st.booleans())
def test_whatever_looks_like_markdown_is_read_with_its_places(
    text: str, kind: NoteType, citable: bool
) -> None:
    check_places(parse(text, kind, Citable(lambda _: citable, ("a b",)))[0])


@settings(max_examples=150)
@given(st.text(max_size=80), st.sampled_from(KINDS))
def test_any_text_is_read_with_its_places(text: str, kind: NoteType) -> None:
    check_places(parse(text, kind)[0])


@settings(max_examples=150)
@given(markdownish.filter(lambda text: "\r" not in text), st.sampled_from(KINDS))
def test_a_note_reads_the_same_whatever_ends_its_lines(text: str, kind: NoteType) -> None:
    nothing = Citable(lambda _: False)
    one = parse(text, kind, nothing)[0]
    for end in ("\r\n", "\r"):
        other = parse(text.replace("\n", end), kind, nothing)[0]
        assert without_places(one.stories) == without_places(other.stories)
        assert [stet.reason for stet in one.stets] == [stet.reason for stet in other.stets]
