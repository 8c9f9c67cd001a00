from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import Fault
from nutgraf.model import FileText, FrontMatter
from nutgraf.workspace.frontmatter import LIMIT, note_type, read, stets


def front_of(text: str, path: str = "briefs/a.md") -> tuple[FrontMatter, tuple[Fault, ...]]:
    return read(FileText(path, text))


def values(yaml: str, path: str = "briefs/a.md") -> dict[str, Any]:
    front, faults = front_of(f"---\n{yaml}\n---\n", path)
    assert faults == ()
    return dict(front.values)


def test_a_file_without_front_matter_is_body_from_its_first_character() -> None:
    front, faults = front_of("# Quay\n---\na: b\n---\n")
    assert (front.values, front.body, faults) == ({}, 0, ())
    assert (front.place.start, front.place.end) == (0, 1)
    assert front_of("")[0].place.end == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("close", ["---", "...", "---  "])
def test_the_body_begins_behind_the_closing_line(end: str, close: str) -> None:
    text = f"--- \ntitle: A 😀\nid: a\n{close}\n\n# Body".replace("\n", end)
    front, faults = front_of(text)
    assert faults == ()
    assert dict(front.values) == {"title": "A 😀", "id": "a"}
    assert text[front.body :] == f"{end}# Body"
    assert text[front.place.start : front.place.end].rstrip().endswith(close.strip())
    assert front.places[("id",)].line == 3
    assert front.places[("id",)].column == 5


@pytest.mark.parametrize("text", ["---\n---", "---\n---\n", "---\n# nothing\n---\n"])
def test_front_matter_may_be_empty(text: str) -> None:
    front, faults = front_of(text)
    assert (front.values, front.body, faults) == ({}, len(text), ())


@pytest.mark.parametrize("text", ["---", "---\ntitle: A\n", "---\ntitle: A\n----\n"])
def test_front_matter_that_is_not_closed_is_a_fault(text: str) -> None:
    front, (fault,) = front_of(text)
    assert fault.where() == "briefs/a.md:1:1"
    assert fault.message == "the front matter that opens here is not closed"
    assert "`---`" in fault.hint
    assert front.body == 0


def test_front_matter_larger_than_its_limit_is_refused() -> None:
    _, (fault,) = front_of("---\na: " + "x" * LIMIT + "\n---\n")
    assert fault.where() == "briefs/a.md:2:1"
    assert "16,384 is the most" in fault.message


def test_text_between_two_rules_is_no_front_matter() -> None:
    _, (fault,) = front_of("---\nA poem, perhaps\n---\n", "seeds/a.md")
    assert fault.where() == "seeds/a.md:2:1"
    assert fault.message == "the front matter is not made of `key: value` lines"
    assert "empty line" in fault.hint


def test_a_source_is_typed() -> None:
    yaml = """\
title: 2026
publisher: The Harbour Post
authors: [A. Reed, B. Moor]
url: https://example.org/quay
published: 2026-02-12
retrieved: 2026-02-13T08:15:00Z
kind: wire
credits: Harbour Wire
language: en-GB
sha256: 0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a
id: 007
tags:
note_to_self: {done: false, at: 12:30, n: [1, 2.5, 003]}"""
    assert values(yaml, "seeds/a.md") == {
        "title": "2026",
        "publisher": "The Harbour Post",
        "authors": ["A. Reed", "B. Moor"],
        "url": "https://example.org/quay",
        "published": date(2026, 2, 12),
        "retrieved": date(2026, 2, 13),
        "kind": "wire",
        "credits": ["Harbour Wire"],
        "language": "en-GB",
        "sha256": "0a" * 32,
        "id": "007",
        "tags": None,
        "note_to_self": {"done": False, "at": "12:30", "n": [1, 2.5, "003"]},
    }


def test_a_brief_is_typed() -> None:
    yaml = """\
date: "2026-02-13"
author: on
sources: [quay, "[[tide|The tide]]", '@fog']
send_at: 7:00
embargo: 2026-02-13 06:30Z
publish: Diary
format: cards"""
    assert values(yaml) == {
        "date": date(2026, 2, 13),
        "author": "on",
        "sources": ["quay", "tide", "fog"],
        "send_at": "07:00",
        "embargo": datetime(2026, 2, 13, 6, 30, tzinfo=UTC),
        "publish": ["Diary"],
        "format": "cards",
    }


def test_every_key_and_value_has_its_place_in_the_whole_file() -> None:
    text = "---\ntitle: 😀 é\nsources: [a, '𝒳']\ncredits: x\nmore: {deep: [y]}\n---\n"
    front, _ = front_of(text)
    shown = {path: text[place.start : place.end] for path, place in front.places.items()}
    assert shown == {
        ("title",): "😀 é",
        ("sources",): "[a, '𝒳']",
        ("sources", 0): "a",
        ("sources", 1): "'𝒳'",
        ("credits",): "x",
        ("more",): "{deep: [y]}",
        ("more", "deep"): "[y]",
        ("more", "deep", 0): "y",
    }
    keys = {path: text[place.start : place.end] for path, place in front.key_places.items()}
    assert keys == {path: path[-1] for path in keys}
    assert ("more", "deep") in keys
    assert (front.places[("sources", 1)].line, front.places[("sources", 1)].column) == (3, 14)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Fog: a history", "Fog: a history"),
        ("Fog:", "Fog:"),
        ("Pier #1 # and #2", "Pier #1 # and #2"),
        ("#1 in the harbour", "#1 in the harbour"),
        ("“Fog”: a history  ", "“Fog”: a history"),
        ('"Fog," she said: no', '"Fog," she said: no'),
        ("'Tis fog: again", "'Tis fog: again"),
        ("[Exclusive] Fog", "[Exclusive] Fog"),
        ("*Fog* & tide", "*Fog* & tide"),
        ("&c. and: so on", "&c. and: so on"),
        ("!Fog", "!Fog"),
        ("@harbour on fog", "@harbour on fog"),
        ("%5 more fog", "%5 more fog"),
        ("`fog`", "`fog`"),
        ("- fog", "- fog"),
        ("? fog", "? fog"),
        ("> 5 boats", "> 5 boats"),
        ("|| fog", "|| fog"),
        ("{fog} lifts", "{fog} lifts"),
    ],
)
@pytest.mark.parametrize("key", ["title", "subject", "preheader"])
def test_a_headline_is_read_to_the_end_of_its_line_where_yaml_would_break(
    key: str, written: str, title: str
) -> None:
    text = f"---\n{key}: {written}\nid: a b\n---\n"
    front, faults = front_of(text)
    assert faults == ()
    assert dict(front.values) == {key: title, "id": "a b"}
    place = front.places[(key,)]
    assert text[place.start : place.end] == title
    assert front.places[("id",)].column == 5


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Fog: a \\"history\\"" # draft', 'Fog: a "history"'),
        ("'Fog: it''s here'", "Fog: it's here"),
        ("Fog\n  lifts", "Fog lifts"),
        ("Fog: it\n  lifts", "Fog: it lifts"),
        (">-\n  Fog: it\n  lifts", "Fog: it lifts"),
        ("  # none yet", None),
        ("#", None),
        ("", None),
    ],
)
def test_what_is_proper_yaml_stays_yaml(written: str, title: str | None) -> None:
    assert values(f"title: {written}") == {"title": title}


def test_the_headline_of_another_key_is_not_read_so() -> None:
    _, (fault,) = front_of("---\npublisher: Fog: a history\n---\n", "seeds/a.md")
    assert fault.where() == "seeds/a.md:2:15"
    assert fault.message == "a colon and a space stand inside a value"


def test_a_fault_of_syntax_keeps_what_stands_before_it() -> None:
    front, (fault,) = front_of('---\ntitle: Fog: one\nid: "x\nsubject: a: b\n---\nbody')
    assert fault.where() == "briefs/a.md:3:5"
    assert "is not closed" in fault.message
    assert dict(front.values) == {"title": "Fog: one"}


@pytest.mark.parametrize(
    ("path", "line", "column", "message", "hint"),
    [
        ("seeds", "published: 12 Feb", 12, "“12 Feb” is not a date", "written 2026-02-12"),
        ("seeds", "retrieved: 2026-02-30", 12, "2026-02-30 is no day of the calendar", "2026-02"),
        ("briefs", "date: [2026-02-12]", 7, "“date” is a list, and one value is", "2026-02-12"),
        ("briefs", "date: yesterday", 7, "“yesterday” is not a date", "2026-02-12"),
        ("briefs", "send_at: 5pm", 10, "“5pm” is not a time", "written 17:00"),
        ("briefs", "send_at: 25:00", 10, "“25:00” is not a time", "written 17:00"),
        ("briefs", "embargo: 2026-02-12", 10, "“2026-02-12” is not a time", "2026-02-12 17:00"),
        ("briefs", "embargo: {a: b}", 10, "“embargo” is a mapping, and one value", "17:00"),
        ("seeds", "kind: wires", 7, "“wires” is no kind", "did you mean wire?"),
        ("seeds", "kind: blog", 7, "“blog” is no kind", "kind is one of: primary, official"),
        ("seeds", "type: breif", 7, "“breif” is no type", "did you mean brief?"),
        ("seeds", "url: example.org", 6, "“example.org” is not a full web address", "https://"),
        ("seeds", "language: English", 11, "“English” is not a language tag", "en-GB"),
        ("seeds", "sha256: abc", 9, "“abc” is not a SHA-256", "64 digits"),
        ("briefs", "format: ../x", 9, "“../x” is not the name of a folder", "templates/"),
        ("briefs", "title: [Fog]", 8, "“title” is a list, and one value is expected", "quotes"),
        ("seeds", "credits: {a: b}", 10, "“credits” is a mapping, and a list", "credits: [one"),
        ("briefs", "sources: [a, [b]]", 14, "an item of “sources” is not text", "quotes"),
        ("briefs", "stet: [[a]]", 8, "a stet is a rule and a reason", "rule: why"),
        ("briefs", "stet: ['']", 8, "a stet is a rule and a reason", "rule: why"),
        ("briefs", "stet: {a: [b]}", 8, "a stet is a rule and a reason", "rule: why"),
        ("briefs", 'subject: "a\\nBcc: b"', 10, "“subject” holds a line break", "one line"),
        ("briefs", 'title: "a\\rb"', 8, "“title” holds a line break", "one line"),
        ("briefs", 'preheader: "a\\0b"', 12, "“preheader” holds a control character", "one"),
        ("briefs", "author: |\n  M. Fog", 9, "“author” holds a line break", "one line"),
    ],
)
def test_a_wrong_value_is_told_at_its_place_with_a_right_example(
    path: str, line: str, column: int, message: str, hint: str
) -> None:
    front, (fault,) = front_of(f"---\nid: a\n{line}\n---\n", f"{path}/a.md")
    assert fault.where() == f"{path}/a.md:3:{column}"
    assert fault.level == "error"
    assert fault.message.startswith(message)
    assert hint in fault.hint
    assert dict(front.values) == {"id": "a"}
    assert (line.partition(":")[0],) in front.places


def test_a_long_value_is_named_in_part() -> None:
    _, (fault,) = front_of(f"---\ndate: {'x' * 80}\n---\n")
    assert fault.message == f"“{'x' * 59}…” is not a date"


def test_every_fault_is_told_in_one_run() -> None:
    _, faults = front_of("---\ndate: x\nsend_at: y\ndate: z\ntype: q\nmore: *a\n---\n")
    assert [fault.line for fault in sorted(faults, key=lambda fault: fault.line or 0)] == [
        *(2, 3, 4, 5, 6)
    ]


@pytest.mark.parametrize(
    ("path", "key", "near"),
    [
        ("briefs", "titel", "title"),
        ("briefs", "send-at", "send_at"),
        ("seeds", "publishd", "published"),
        ("seeds", "author", "authors"),
        ("angles", "source", "sources"),
    ],
)
def test_a_slip_in_a_key_is_a_warning_and_the_key_is_kept(path: str, key: str, near: str) -> None:
    front, (fault,) = front_of(f"---\n{key}: x\n---\n", f"{path}/a.md")
    assert fault.where() == f"{path}/a.md:2:1"
    assert fault.level == "warning"
    assert fault.message == f"“{key}” is kept, but nutgraf does not know it"
    assert fault.hint == f"did you mean {near}?"
    assert dict(front.values) == {key: "x"}


@pytest.mark.parametrize("key", ["weather", "cssclasses", "published"])
def test_a_key_of_one_s_own_or_of_another_note_is_kept_in_silence(key: str) -> None:
    assert values(f"{key}: 12 Feb") == {key: "12 Feb"}


@pytest.mark.parametrize(
    ("path", "yaml", "kind"),
    [
        ("seeds/a.md", "", "source"),
        ("seeds/old/a.md", "type: note", "note"),
        ("angles/a.md", "type: nonsense", "angle"),
        ("briefs/a.md", "", "brief"),
        ("a.md", "", "note"),
        ("", "", "note"),
    ],
)
def test_the_type_is_as_stated_or_as_the_folder_says(path: str, yaml: str, kind: str) -> None:
    front, _ = front_of(f"---\n{yaml}\n---\n", path)
    assert note_type(front, path) == kind


def test_the_keys_that_are_known_follow_the_stated_type() -> None:
    assert values("type: brief\nsend_at: 9:30", "seeds/a.md")["send_at"] == "09:30"
    assert values("type: note\nsend_at: never", "briefs/a.md")["send_at"] == "never"


@pytest.mark.parametrize(
    "yaml",
    [
        "stet:\n  - single-origin: the filing is sealed\n  - 'quote-variant: as in: print'\n  - x",
        "stet:\n  single-origin: the filing is sealed\n  quote-variant: 'as in: print'\n  x:",
    ],
)
def test_stets_are_rules_with_reasons(yaml: str) -> None:
    front, faults = front_of(f"---\n{yaml}\n---\n")
    assert faults == ()
    found = stets(front)
    assert [(stet.rule, stet.reason) for stet in found] == [
        ("single-origin", "the filing is sealed"),
        ("quote-variant", "as in: print"),
        ("x", ""),
    ]
    assert [stet.place.line for stet in found] == [3, 4, 5]


def test_one_item_may_hold_several_stets() -> None:
    front, _ = front_of("---\nstet:\n  - {a: x, b: y}\n  - c: z\n---\n", "seeds/a.md")
    found = [(stet.rule, stet.reason, stet.place.line, stet.covers) for stet in stets(front)]
    assert found == [("a", "x", 3, None), ("b", "y", 3, None), ("c", "z", 4, None)]


def test_one_stet_needs_no_list() -> None:
    front, _ = front_of("---\nstet: 'weasel: it is theirs'\n---\n")
    (stet,) = stets(front)
    assert (stet.rule, stet.reason, stet.place.column) == ("weasel", "it is theirs", 7)
    assert stets(front_of("---\nid: a\n---\n")[0]) == ()


ODD = st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%@`# \t\r\n\u2028😀\x00\ud800"))
KEYS = st.sampled_from(["title", "subject", "date", "sources", "stet", "send_at", "url", "x"])
LINES = st.lists(st.builds("{}: {}".format, KEYS, ODD), max_size=5).map("\n".join)


@given(st.one_of(st.text(), LINES, ODD), st.sampled_from(["seeds/a.md", "briefs/a.md"]))
def test_any_front_matter_is_read_and_every_place_is_inside_the_file(text: str, path: str) -> None:
    for whole in (text, f"---\n{text}\n---\nbody"):
        front, faults = front_of(whole, path)
        assert 0 <= front.body <= len(whole)
        for place in (front.place, *front.places.values(), *front.key_places.values()):
            assert 0 <= place.start <= place.end <= len(whole)
            assert whole[: place.start].count("\n") <= place.line - 1
        for fault in faults:
            assert fault.line
            assert fault.column
        stets(front)
