from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import ItemList, Paragraph, Quotation
from nutgraf.workspace.attribution import read_attribution
from tests.workspace.notes import at, blocks, read


@pytest.mark.parametrize(
    ("text", "quoted", "speaker", "role", "credit"),
    [
        ("“We sail.” — Ana Ruiz", "We sail.", "Ana Ruiz", "", ""),
        ("“We sail,” — Ana Ruiz, mayor", "We sail,", "Ana Ruiz", "mayor", ""),
        ("“We sail”, – Ana Ruiz, mayor, Port", "We sail", "Ana Ruiz", "mayor, Port", ""),
        ('"We sail." -- Ana Ruiz.', "We sail.", "Ana Ruiz", "", ""),
        ("‘We sail.’ - Ana Ruiz", "We sail.", "Ana Ruiz", "", ""),
        ("«We sail.» ― Ana Ruiz", "We sail.", "Ana Ruiz", "", ""),
        ("„We sail.“ — Ana Ruiz (Harbour Times)", "We sail.", "Ana Ruiz", "", "Harbour Times"),
        ("“We sail.” — Ana Ruiz, mayor (to The Sun)", "We sail.", "Ana Ruiz", "mayor", "The Sun"),
        ("“We sail.” — Ana Ruiz, mayor, to The Sun", "We sail.", "Ana Ruiz", "mayor", "The Sun"),
        ("“We — all — sail.” — Ana", "We — all — sail.", "Ana", "", ""),
        ("“We,” she said, “sail.” — Ana", "We,” she said, “sail.", "Ana", "", ""),
    ],
)  # fmt: skip
def test_a_dash_line_names_who_said_it_and_to_whom(
    text: str, quoted: str, speaker: str, role: str, credit: str
) -> None:
    found = read_attribution(text, marked=True)
    assert found is not None
    assert text[found.start : found.end] == quoted
    assert (found.speaker, found.role, found.credit) == (speaker, role, credit)


@pytest.mark.parametrize(
    "text",
    ["We sail — Ana", "“We sail,” said Ana.", "“We sail.”", "", "“We sail.” — " + "so long " * 30],
)
def test_words_in_running_text_are_no_quotation_block(text: str) -> None:
    assert read_attribution(text, marked=True) is None


def test_a_blockquote_is_a_quotation_whatever_its_marks() -> None:
    (with_marks, without, unsigned) = blocks(
        read("> “We sail.”\n\n---\n\n> We sail — Ana, mayor\n\n---\n\n> Just words.\n")
    )[::2]
    assert isinstance(with_marks, Quotation)
    assert isinstance(without, Quotation)
    assert isinstance(unsigned, Quotation)
    assert (with_marks.quoted, with_marks.speaker) == ("We sail.", "")
    assert (without.quoted, without.speaker, without.speaker_role) == ("We sail", "Ana", "mayor")
    assert (unsigned.quoted, unsigned.speaker) == ("Just words.", "")


def test_a_blockquote_of_several_paragraphs_is_one_quotation_with_places() -> None:
    note = read("> “We sail.\n>\n> And we *stay*.” [@a]\n> — Ana, mayor\n")
    (block,) = blocks(note)
    assert isinstance(block, Quotation)
    assert block.quoted == "We sail. And we stay."
    spans = block.words.prose.slices(block.start, block.end)
    assert [note.file.text[start:end] for start, end in spans] == [
        "We sail.",
        "And we ",
        "stay",
        ".",
    ]
    assert at(note, block.words.citations[0].place) == "[@a]"


def test_quoted_bullets_stand_as_quotations_between_what_is_left_of_the_list() -> None:
    note = read("- one\n- “We sail.” — Ana [@a] ^q\n- two\n- “We stay.” — Bo\n", "note")
    kinds = [type(block) for block in blocks(note)]
    assert kinds == [ItemList, Quotation, ItemList, Quotation]
    assert blocks(note)[1].block_id == "q"
    assert at(note, blocks(note)[2].place) == "- two"


def test_a_quoted_bullet_with_bullets_below_it_stays_a_bullet() -> None:
    (block,) = blocks(read("- “We sail.” — Ana\n  - she meant it\n", "note"))
    assert isinstance(block, ItemList)


def test_quoted_words_in_running_text_stay_in_their_paragraph() -> None:
    (block,) = blocks(read("She said “we sail” and left.\n"))
    assert isinstance(block, Paragraph)


@given(st.text(alphabet="“”\"'‘’—–-() ,.toldAn\n", max_size=60), st.booleans())
def test_what_is_quoted_lies_in_the_text(text: str, marked: bool) -> None:
    found = read_attribution(text, marked=marked)
    assert found is None or 0 <= found.start <= found.end <= len(text)
