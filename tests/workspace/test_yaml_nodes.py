from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FileText
from nutgraf.workspace.yaml_nodes import DEEPEST, Composed, Node, Scalar, Sequence, Table, compose


def composed(text: str) -> Composed:
    return compose(FileText("a.yaml", text), 0, len(text), limit=1000)


def told(text: str) -> list[tuple[int | None, int | None, str]]:
    return [(fault.line, fault.column, fault.message) for fault in composed(text).faults]


def nodes(node: Node | None) -> list[Node]:
    if isinstance(node, Sequence):
        return [node, *(inner for item in node.items for inner in nodes(item))]
    if isinstance(node, Table):
        return [node, *(inner for entry in node.entries for one in entry for inner in nodes(one))]
    return [node] if node else []


def test_offsets_count_code_points_of_the_file_also_behind_astral_characters() -> None:
    text = "ignored 😀\r\na: 😀é\r\nb: [𝒳, {c: 'it''s'}]\r\nd: |\r\n  two\r\n  lines\r\n"
    root = compose(FileText("a.yaml", text), 11, len(text), limit=100).root
    shown = [text[node.start : node.end] for node in nodes(root) if isinstance(node, Scalar)]
    assert shown == ["a", "😀é", "b", "𝒳", "c", "'it''s'", "d", "|\r\n  two\r\n  lines"]


def test_collections_span_their_items_and_their_brackets() -> None:
    text = "a:\n  - one\n  - two\nb: [x, y]\nc: {d: e}\nf:\n"
    root = composed(text).root
    assert isinstance(root, Table)
    shown = [text[value.start : value.end] for _, value in root.entries]
    assert shown == ["- one\n  - two", "[x, y]", "{d: e}", ""]
    assert root.entries[-1][1].start == text.index("f") + 1


def test_an_empty_document_has_no_root() -> None:
    assert composed("# only a comment\n") == Composed(None, (), whole=True)


def test_a_key_may_stand_once_in_each_mapping() -> None:
    text = "a: {x: 1, x: 2}\nb: {x: 3}\na: 4\n"
    assert told(text) == [
        (1, 11, "“x” stands here a second time; the first is on line 1"),
        (3, 1, "“a” stands here a second time; the first is on line 1"),
    ]
    root = composed(text).root
    assert isinstance(root, Table)
    assert [key.text for key, _ in root.entries] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("a: *all", 4, "*all refers to another value"),
        ("a: &all x", 4, "&all gives a value a name"),
        ("a: !!python/object x", 4, "a YAML tag (!…)"),
        ("a: !x [1]", 4, "a YAML tag (!…)"),
        ("[a]: x", 1, "a key is a word, not a list"),
    ],
)
def test_references_tags_and_keys_that_are_no_words_are_refused(
    text: str, column: int, words: str
) -> None:
    (fault,) = composed(text).faults
    assert (fault.line, fault.column) == (1, column)
    assert words in fault.message
    assert fault.hint


def test_a_bomb_of_aliases_is_told_and_not_unfolded() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert len(told(text)) == 7
    assert len(nodes(composed(text).root)) == 13


def test_deep_nesting_is_refused_where_it_gets_too_deep() -> None:
    assert told("[" * DEEPEST + "]" * DEEPEST) == []
    assert told("[" * 900) == [
        (1, DEEPEST + 1, f"the YAML is nested more than {DEEPEST} levels deep")
    ]


def test_too_much_of_it_is_not_read() -> None:
    assert told("a: " + "x" * 998) == [
        (1, 1, "this YAML is too large: 1,001 characters, and 1,000 is the most")
    ]


def test_a_second_document_is_refused() -> None:
    assert told("a: b\n---\nc: d\n") == [(2, 1, "a second YAML document begins here")]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x85", "\u2028", "\ufeff", "\ud800", "\x7f"])
def test_invisible_characters_are_told_and_the_rest_is_read(sign: str) -> None:
    text = f"a: x{sign}y\nb: z\n"
    assert told(text) == [(1, 5, f"an invisible control character (U+{ord(sign):04X}) stands here")]
    root = composed(text).root
    assert isinstance(root, Table)
    assert [key.text for key, _ in root.entries] == ["a", "b"]


def test_what_stands_before_a_fault_of_syntax_is_kept() -> None:
    found = composed("a: [1, {b: 2}]\nc: [3\nd: }")
    assert not found.whole
    assert isinstance(found.root, Table)
    assert [key.text for key, _ in found.root.entries] == ["a", "c"]


def test_verbatim_spans_are_text_whatever_they_mean_in_yaml() -> None:
    text = "a: b: *c # d\n  more\ne: f\n"
    found = compose(FileText("a.yaml", text), 0, len(text), limit=99, verbatim=[(3, 12)])
    assert found.faults == ()
    assert isinstance(found.root, Table)
    assert found.root.entries[0][1] == Scalar("b: *c # d more", plain=False, start=3, end=19)


def test_a_verbatim_span_inside_another_value_is_that_value_s() -> None:
    text = 'a: "one\n  b: c"\n'
    found = compose(FileText("a.yaml", text), 0, len(text), limit=99, verbatim=[(13, 14)])
    assert isinstance(found.root, Table)
    assert found.root.entries[0][1] == Scalar("one b: c", plain=False, start=3, end=15)


@given(st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%@`# \t\r\n\u2028😀\x00"), max_size=60))
def test_any_text_is_nodes_inside_the_file_or_faults_with_a_place(text: str) -> None:
    found = compose(FileText("a.yaml", text), 0, len(text), limit=1000)
    assert found.whole or found.faults
    for node in nodes(found.root):
        assert 0 <= node.start <= node.end <= len(text)
    for fault in found.faults:
        assert fault.line
        assert fault.column
        assert fault.message
        assert fault.hint
