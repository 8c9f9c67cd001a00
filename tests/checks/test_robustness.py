"""Text goes in from the whole world: a rule may be silent, and never breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks.examples import rules_on

TEXTS = (
    '“We sail” said Ines Varga ( HA ) 12% of the 640 roofs up to 90 … [@s] — , . ; « » ‘ ’ " '
    "thousands in all or = If not 1.4 million 東京 Straße É́ \u200b 🙂 %%x%% <!-- y --> | * _ ` > #"
)
WORDS = st.sampled_from(TEXTS.split(" "))
TEXT = st.lists(WORDS, max_size=40).map(" ".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("texts")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT)
def test_no_rule_breaks_whatever_stands_there(folder: Path, said: str, source: str) -> None:
    found = rules_on(f"A start.\n\n{said}\n", folder, s=f"Words. {source}")
    assert all(isinstance(name, str) for name in found)


@pytest.mark.parametrize("source", ["x " * 20000, "", "。" * 3000, "“" * 2000])
def test_an_odd_source_is_no_reason_to_break(source: str, tmp_path: Path) -> None:
    body = "“We will sail on,” said Ines Varga of 1,240 passengers. [@s]"
    assert rules_on(body, tmp_path, s=source or "-")
