from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.errors import Faulty, Usage
from nutgraf.workspace.brand import Brand
from nutgraf.workspace.shipped import shipped_templates
from nutgraf.workspace.styles import Styles, styles_of
from tests.workspaces import Write

SHIPPED = ("annotated", "cards", "explainer")


def test_the_formats_of_a_workspace_are_its_own_and_the_shipped_ones(
    write_workspace: Write,
) -> None:
    root = write_workspace({"templates/house/format.yaml": "title: House\n"})
    styles = styles_of(root)
    assert styles.names() == (*SHIPPED, "house")
    assert styles.format("house").title == "House"
    assert styles.format("house") is styles.format("house")


def test_a_format_of_the_workspace_goes_before_the_shipped_one(write_workspace: Write) -> None:
    root = write_workspace({"templates/cards/format.yaml": "title: Our cards\n"})
    assert styles_of(root).names() == SHIPPED
    assert styles_of(root).format("cards").title == "Our cards"


def test_without_templates_of_its_own_a_workspace_has_the_shipped_ones(tmp_path: Path) -> None:
    assert styles_of(tmp_path).folders == (shipped_templates(),)
    assert styles_of(shipped_templates().parent).folders == (shipped_templates(),)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("cadrs", "did you mean cards?"),
        ("zzz", "there are: annotated, cards, explainer"),
        ("../templates/cards", "there are: annotated, cards, explainer"),
    ],
)
def test_a_format_that_is_not_there_is_told_with_the_nearest(
    tmp_path: Path, name: str, hint: str
) -> None:
    with pytest.raises(Usage) as caught:
        styles_of(tmp_path).format(name)
    assert caught.value.hint == hint


def test_a_format_that_is_wrong_is_told_with_every_fault(write_workspace: Write) -> None:
    root = write_workspace({"templates/house/format.yaml": "titel: A\nlables: {}\n"})
    with pytest.raises(Faulty) as caught:
        styles_of(root).format("house")
    told = [fault.where() for fault in caught.value.faults]
    assert "templates/house/format.yaml:1:1" in told
    assert "templates/house/format.yaml:2:1" in told


def test_a_brand_is_the_workspaces_the_shipped_one_or_the_default(
    write_workspace: Write, tmp_path: Path
) -> None:
    assert Styles((tmp_path,)).brand() == Brand()
    shipped = styles_of(tmp_path).brand()
    root = write_workspace({"templates/brand.yaml": "width: 640\n"})
    own = styles_of(root).brand()
    assert own.width == 640
    assert own.width != shipped.width
