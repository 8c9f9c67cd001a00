"""Records of what was verified, as lines."""

from __future__ import annotations

import dataclasses

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.desk.verification import appended, decode, encode, head, later
from nutgraf.model import Held, Verification
from tests.desk.verifications import AT, COUNTED, word

PATH, OF = "briefs/2025-03-07.verified.yaml", "briefs/2025-03-07.md"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def read(text: str) -> tuple[Verification, ...]:
    words, faults = decode(text, PATH, OF)
    assert faults == ()
    return words


def test_a_record_is_one_line_that_reads_well() -> None:
    line = encode(word(held=(Held("report", "counted 1,240 passengers"),), note="two pages"))
    assert line == (
        '- {said: verified, by: "Tom Adair", at: 2025-03-06T16:02:11+00:00, how: captured page, '
        'note: "two pages", words: "The harbour office counted 1,240 passengers on Saturday.", '
        'claim: 85d65c00fc485f0f, passages: [{source: "report", hash: c18c5614f52a82d9, '
        'text: "counted 1,240 passengers"}]}\n'
    )


@given(TEXT, TEXT, TEXT.filter(str.strip), TEXT)
def test_every_text_comes_back_as_it_was(words: str, note: str, by: str, passage: str) -> None:
    record = word(words=words, note=note, by=by, held=(Held("a source", passage),))
    line = encode(record)
    assert line.count("\n") == 1
    assert read(line) == (record,)
    assert yaml.safe_load(line)[0]["words"] == words


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=6))
def test_records_are_added_and_nothing_else_is_touched(names: list[str]) -> None:
    data = b""
    for name in names:
        before = data
        data = appended(data, [word(words=name)], OF)
        assert data.startswith(before)
    assert [one.words for one in read(data.decode())] == list(dict.fromkeys(names))


def test_a_file_without_a_last_line_end_gets_one() -> None:
    data = appended(encode(word()).rstrip("\n").encode(), [word(words="More.")], OF)
    assert [one.words for one in read(data.decode())] == [COUNTED, "More."]


def test_a_new_file_says_what_it_is() -> None:
    assert appended(b"", [], OF).decode() == head(OF)
    assert OF in head(OF)


def test_line_ends_of_windows_and_blank_lines_do_no_harm() -> None:
    text = f"{head(OF)}\n{encode(word())}".replace("\n", "\r\n")
    assert read(text) == (word(),)


DAMAGED = [
    "- {said: verified, by: ",
    "said: verified",
    "- just words",
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> other",
    encode(word()).replace("counted", "saw").strip(),
    encode(word(held=(Held("a", "one"),))).replace('text: "one"', 'text: "two"').strip(),
    encode(word()).replace("verified", "verifyed").strip(),
    encode(word()).replace("+00:00", "").strip(),
    encode(word()).replace("2025-03-06T", "2025-33-06T").strip(),
    encode(word()).replace("said:", "sayd:").strip(),
    encode(word("query")).replace(', note: "why?"', "").strip(),
    encode(word(by=" ")).strip(),
    encode(word("undone")).strip(),
    "- {said: verified, words: !!python/object:os.system 'x'}",
    "- [*a]",
]


@pytest.mark.parametrize("line", DAMAGED)
def test_a_damaged_line_is_told_with_its_place_and_the_others_count(line: str) -> None:
    text = f"{head(OF)}{encode(word())}{line}\n{encode(word(words='More.'))}"
    words, faults = decode(text, PATH, OF)
    assert [one.words for one in words] == [COUNTED, "More."]
    assert [(one.path, one.line, one.level) for one in faults] == [(PATH, 3, "warning")]
    assert faults[0].hint


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    text = f"{encode(word())}{data.decode(errors='replace')}\n{encode(word(words='More.'))}"
    words, _ = decode(text, PATH, OF)
    assert {COUNTED, "More."} <= {one.words for one in words}


def test_no_two_words_have_one_time() -> None:
    first = later(AT, [])
    second = later(AT, [dataclasses.replace(word(), at=first)])
    assert first < second
