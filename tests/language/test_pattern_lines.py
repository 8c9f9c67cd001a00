"""A table of patterns is the alternation of its lines."""

from __future__ import annotations

import re

from nutgraf.language.pattern_lines import alternatives


def test_each_line_is_one_alternative_and_an_indented_one_goes_on() -> None:
    told = alternatives("\nden(?:y|ied)\n(?:took|takes) the\n    (?: full)? blame\n")
    assert told == "den(?:y|ied)|(?:took|takes) the(?: full)? blame"
    assert re.fullmatch(told, "takes the full blame")
