from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nutgraf.engine import all_rules
from nutgraf.model import FileText
from nutgraf.report.as_sarif import report
from tests.report.results import STET, brief, finding

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text("utf-8"))


def run_of(text: str) -> Any:
    told = json.loads(text)
    jsonschema.validate(told, SCHEMA)
    (run,) = told["runs"]
    return run


def test_it_is_valid_and_counts_columns_in_code_points() -> None:
    run = run_of(report([(brief(), [finding(), finding("note"), finding("warning")])], all_rules()))
    assert run["columnKind"] == "unicodeCodePoints"
    assert [one["level"] for one in run["results"]] == ["error", "note", "warning"]


def test_every_result_leads_to_its_rule_its_words_and_the_sources() -> None:
    run = run_of(report([(brief(), [finding()])], all_rules()))
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "briefs/a.md"
    assert place["region"]["startColumn"] == 5
    assert place["region"]["charLength"] == 7
    assert "report" in result["relatedLocations"][0]["message"]["text"]
    assert result["partialFingerprints"] == {"nutgraf/v1": "f1"}


def test_what_was_let_stand_is_suppressed_with_its_reason() -> None:
    (result,) = run_of(report([(brief(), [finding(stet=STET)])], all_rules()))["results"]
    assert result["suppressions"][0]["justification"] == "the tape says so"


def test_a_path_is_written_as_a_uri() -> None:
    place = FileText("angles/ä b.md", "Words.\n").place(0, 5)
    (result,) = run_of(report([(brief(), [finding(place=place)])], all_rules()))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "angles/%C3%A4%20b.md"


def test_the_schema_refuses_what_is_not_sarif() -> None:
    told = json.loads(report([(brief(), [finding()])], all_rules()))
    told["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, SCHEMA)
