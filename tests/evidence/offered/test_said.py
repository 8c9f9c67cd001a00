"""The quotations of a pack, with who says each."""

from __future__ import annotations

from nutgraf.evidence.offered.said import Said, said
from tests.evidence.offered.packs import pack_of, seeds


def by_beginning(found: tuple[Said, ...], words: str) -> Said:
    return next(one for one in found if one.words.startswith(words))


def test_every_quotation_of_the_seeds_has_its_speaker_and_role() -> None:
    assert [
        (one.words[:30], one.speaker, one.role, one.to, one.sources) for one in said(seeds())
    ] == [
        ("promptly taking steps to remed", "Treasury", "", "", ("cards", "fox")),
        (
            "This breach of confidential in",
            "Lisa Gilbert",
            "Co-president of Public Citizen",
            "Associated Press",
            ("cards",),
        ),
        (
            "The improper sharing of taxpay",
            "Tom Bowman",
            "Policy counsel for the Center for Democracy & Technology",
            "Associated Press",
            ("cards",),
        ),
        (
            "appropriate disposal of any da",
            "Dottie Romo",
            "IRS Chief Risk and Control Officer",
            "",
            ("fox",),
        ),
        (
            "The government is finally doin",
            "the Department of Homeland Security",
            "",
            "The Washington Post",
            ("post-rewrite",),
        ),
        (
            "to prevent disclosure or disse",
            "Dottie Romo",
            "the IRS’s chief risk and oversight officer",
            "",
            ("post-rewrite",),
        ),
    ]


def test_where_sources_name_different_speakers_both_are_told() -> None:
    assert said(seeds())[0].speakers == ("Treasury", "Dottie Romo")


def test_a_quotation_that_a_source_cut_is_told_whole() -> None:
    found = said(
        pack_of(
            short="“The bridge is … not safe to cross,” engineer Lena Holt said.",
            long="“The bridge is, as of this morning, not safe to cross,” said Lena Holt.",
        )
    )
    assert [(one.words, one.sources) for one in found] == [
        ("The bridge is, as of this morning, not safe to cross,", ("long",))
    ]


def test_phrases_titles_and_scare_quotes_are_no_quotations() -> None:
    text = (
        "The so-called “ghost ferry” of Quay Street ran aground. Her novel “The Long Way Home” "
        "sold well. He called it “a mess,” officials said."
    )
    assert said(pack_of(one=text)) == ()


def test_a_speaker_who_is_only_a_pronoun_is_not_named() -> None:
    text = "“We will not pay for that twice,” he said.\n\nThe vote is due in May."
    [one] = said(pack_of(one=text))
    assert (one.speaker, one.role) == ("", "")


def test_the_role_is_found_where_the_source_gives_it() -> None:
    text = (
        "Ines Calder, chair of the harbour board, opened the meeting.\n\n"
        "“Nobody asked the islanders about this,” Calder said."
    )
    [one] = said(pack_of(one=text))
    assert one.speaker in ("Calder", "Ines Calder")
    assert one.role == "chair of the harbour board"


def test_it_is_the_body_with_whose_name_the_sentence_before_begins() -> None:
    pack = pack_of(
        a="Sunpeak denied it. “Every cell was sound,” it said in a statement on Monday.",
        b="Sunpeak denied it.\n\n“Nobody was asked here,” it said in a statement on Monday.",
    )
    assert [one.speaker for one in said(pack)] == ["Sunpeak", ""]


def test_a_comma_that_the_interruption_put_there_is_no_part_of_what_was_said() -> None:
    two = said(pack_of(one="“It was very old,” said Ola Brandt. “It sank in an hour.”"))
    assert [one.words for one in two] == ["It was very old. It sank in an hour."]
    through = said(pack_of(one="“It was very old,” said Ola Brandt, “and sank in an hour.”"))
    assert [one.words for one in through] == ["It was very old, and sank in an hour."]


def test_an_office_that_is_named_before_its_holder_is_not_the_speaker() -> None:
    text = "The head of the ferry union, Ola Brandt, was hopeful: “Every town our size has one.”"
    [one] = said(pack_of(one=text))
    assert one.speaker == "Ola Brandt"
