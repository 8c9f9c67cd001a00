"""The table of components agrees with itself and with what the renderer does."""

from __future__ import annotations

import re

import pytest
from mjml import mjml2html

from nutgraf.render.mjml import mjml_to_html
from nutgraf.render.mjml_check import check
from nutgraf.render.mjml_components import COMPONENTS, KINDS_BY_ATTRIBUTE, NO_COMMENTS, REFUSED
from nutgraf.render.mjml_values import Kind

SAMPLES = ("#336699", "20px", "1px 2px", "2", "1.5", "en", "x")
INSIDE = {"components": "", "HTML": "<b>x</b>", "text": "x", "CSS": "a{}", "nothing": ""}


def sample(kind: Kind) -> str:
    return kind.names[0] if kind.names else next(each for each in SAMPLES if kind.fits(each))


def written(name: str, extra: str = "", inside: str | None = None) -> str:
    component = COMPONENTS[name]
    given = {demanded: sample(component.attributes[demanded]) for demanded in component.demanded}
    attributes = "".join(
        f' {key}="{value}"' for key, value in given.items() if f" {key}=" not in extra
    )
    content = INSIDE[component.holds] if inside is None else inside
    return f"<{name}{attributes}{extra}>{content}</{name}>"


def document(name: str, parent: str, extra: str = "") -> str:
    """The component in its parent, and that in its own, up to <mjml>."""
    source = written(name, extra)
    while parent:
        source = written(parent, inside=source)
        name, parent = parent, next(iter(COMPONENTS[parent].parents), "")
    return source if "<mj-body" in source else source.replace("</mjml>", "<mj-body /></mjml>")


PLACED = [
    (name, parent)
    for name, component in COMPONENTS.items()
    for parent in component.parents
    if name not in ("mj-all", "mj-class")
]


@pytest.mark.parametrize(("name", "parent"), PLACED)
def test_a_component_passes_and_renders_in_each_of_its_parents(name: str, parent: str) -> None:
    assert "</html>" in mjml_to_html(document(name, parent))


@pytest.mark.parametrize("name", [name for name, _ in PLACED if name != "mjml"])
def test_each_attribute_that_is_not_dropped_is_taken_and_each_that_is_is_told(name: str) -> None:
    component = COMPONENTS[name]
    parent = component.parents[0]
    for attribute, kind in component.attributes.items():
        if attribute != "mj-class":
            problems, _ = check(document(name, parent, f' {attribute}="{sample(kind)}"'))
            told = [problem.message for problem in problems]
            dropped = [f"the renderer ignores {attribute!r} of {name}"]
            assert told == (dropped if attribute in component.dropped else [])


def rendered(source: str) -> str:
    """The HTML, without the ids that the renderer makes up."""
    return re.sub(r"[0-9a-f]{8,}", "", mjml2html(source, fonts={}))


@pytest.mark.parametrize(
    ("name", "attribute"),
    [(name, each) for name, component in COMPONENTS.items() for each in component.dropped],
)
def test_what_is_said_to_be_dropped_makes_no_difference(name: str, attribute: str) -> None:
    parent = COMPONENTS[name].parents[0]
    kind = COMPONENTS[name].attributes[attribute]
    plain = rendered(document(name, parent))
    for value in kind.names or (sample(kind),):
        assert rendered(document(name, parent, f' {attribute}="{value}"')) == plain


def test_the_table_names_only_what_it_holds() -> None:
    for component in COMPONENTS.values():
        assert set(component.parents) <= set(COMPONENTS)
        assert set(component.dropped) <= set(component.attributes)
    assert set(COMPONENTS) >= NO_COMMENTS
    assert not set(REFUSED) & set(COMPONENTS)
    assert all(KINDS_BY_ATTRIBUTE.values())
