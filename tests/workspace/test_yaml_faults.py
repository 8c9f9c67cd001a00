from __future__ import annotations

import pytest
import yaml

from nutgraf.model import FileText
from nutgraf.workspace.yaml_faults import in_plain_words
from nutgraf.workspace.yaml_nodes import compose

CASES = [
    ("a: b: c", 1, 5, "a colon and a space stand inside a value", 'key: "one: two"'),
    ("a: b\n c: d", 2, 3, "a second key stands in the value of the first", "align"),
    ('a: "x\nb: c', 1, 4, 'a quotation mark (") opens here and is not closed', 'close it with "'),
    ("a: 'x\nb: c", 1, 4, "a quotation mark (') opens here and is not closed", "close it with '"),
    ('a: "x\\qz"', 1, 6, "a backslash in double quotes must be doubled", "single quotes"),
    ("a: b\nc\nd: e", 2, 1, "this line has no colon after its key", "key: value"),
    ("a: [1, 2", 1, 4, "a list opens with [ here, and a comma or its ] is missing", "[one, two]"),
    ("a: {x: 1, y", 1, 4, "a mapping opens with { here, and a comma or its } is missing", "{key"),
    ("a: 1\n\tb: 2", 2, 1, "a tab stands here", "spaces"),
    ("\ta: b", 1, 1, "a tab stands here", "spaces"),
    ("a: @x", 1, 4, "a value cannot begin with @ unless it is in quotes", "quotes"),
    ("a: - b", 1, 4, "a list cannot begin on the line of its key", "a line of its own"),
    ("- a\nb: c", 2, 1, "this line does not continue the list or the keys above it", "align"),
    ("a: b\n]", 2, 1, "this line does not continue the list or the keys above it", "align"),
    ("d: }", 1, 4, "a value is expected here, not }", "quotes"),
    ("%YAML x\n---\na: b", 1, 7, "this cannot be read as YAML: ", "quotes"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), CASES)
def test_a_fault_of_syntax_is_told_in_plain_words_at_its_place(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    fault = compose(FileText("a.yaml", text), 0, len(text), limit=1000).faults[0]
    assert fault.where() == f"a.yaml:{line}:{column}"
    assert fault.message.startswith(message)
    assert hint in fault.hint


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_the_parser_without_libyaml_is_understood_too(text: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.SafeLoader))
    told = in_plain_words(caught.value, text)
    assert 0 <= told.at <= len(text)
    assert told.message
    assert told.hint


def test_an_error_without_words_and_marks_is_told_at_the_beginning() -> None:
    told = in_plain_words(yaml.MarkedYAMLError(), "a")
    assert told.at == 0
    assert told.message == "this cannot be read as YAML: unknown reason"
