"""What bad templates get: exit status 2, the place, what is wrong and the next step."""

from __future__ import annotations

import pytest

from tests.cli.running import files_below, refused, run
from tests.workspaces import BRIEF, PLAIN, Write

NAME = "briefs/2025-03-07.md"


MJML = (
    '<mjml lang="en" dir="ltr"><mj-body><mj-section><mj-column>\n{}\n'
    "</mj-column></mj-section></mj-body></mjml>\n"
)
LOOP = "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}"
HOUSE = {
    "templates/house/format.yaml": "title: House\n",
    "templates/house/email.mjml.j2": MJML.format("<mj-text>{{ brief.title }}</mj-text>"),
    "templates/house/digest.md.j2": "{{ brief.title }}\n",
    "templates/house/digest.txt.j2": "{{ brief.title }}\n",
    NAME: BRIEF.replace("subject:", "format: house\nsubject:"),
}


def build_with(write: Write, name: str, template: str, *told: str) -> str:
    root = write({**PLAIN, **HOUSE})
    assert run(root, "build").status == 0
    before = files_below(root / "build")
    write({**PLAIN, **HOUSE, f"templates/house/{name}": template})
    err = refused(run(root, "build"), f"templates/house/{name}:", *told)
    assert files_below(root / "build") == before
    return err


@pytest.mark.parametrize("name", ["digest.txt.j2", "digest.md.j2"])
@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("one\n{% if %}\n", (":2:",)),
        ("one\n{% for x in stories %}\n", ("endfor",)),
        ("one\n{{ nobody }}\n", (":2:", "nobody")),
        ("one\n{{ brief.titel }}\n", (":2:", "titel", "title")),
        (LOOP, (":1:",)),
        ("one\n{{ ''.__class__.__mro__ }}\n", (":2:", "__class__")),
        ("{{ 'x' * 1000000000 }}", (":1:",)),
        ("{{ 2 ** 1000000 }}", (":1:",)),
        ("{% include '../../../etc/passwd' %}", (":1:",)),
        ("{% include 'nobody.j2' %}", (":1:", "nobody.j2")),
        ("{{ brief.title | nofilter }}", (":1:", "nofilter")),
        ("{{ 1 / 0 }}", (":1:",)),
    ],
)  # fmt: skip
def test_a_template_that_is_wrong(
    write_workspace: Write, name: str, template: str, told: tuple[str, ...]
) -> None:
    build_with(write_workspace, name, template, *told)


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<mj-txt>x</mj-txt>", ("mj-txt", "mj-text")),
        ('<mj-text colour="red">x</mj-text>', ("colour",)),
        ('<mj-text color="rde">x</mj-text>', ("rde",)),
        ('<mj-text font-size="12">x</mj-text>', ("font-size",)),
        ("<mj-section></mj-section>", ("mj-section",)),
        ("<mj-include path='a.mjml' />", ("mj-include",)),
        ("<mj-text><p>x</mj-text>", ("p",)),
        ("<mj-text>a < b</mj-text>", ()),
        ("<mj-text><![CDATA[x]]></mj-text>", ()),
        ("<mj-text color='\"red'>x</mj-text>", ()),
        ('<mj-image src="https://a.example/b.png" />', ("alt",)),
        ('<mj-text mj-class="nobody">x</mj-text>', ("nobody",)),
        ('<mj-text align="left" align="left">x</mj-text>', ("align",)),
        ("<mj-text>" + "<b>" * 200 + "x" + "</b>" * 200 + "</mj-text>", ()),
    ],
)
def test_mjml_that_is_wrong(write_workspace: Write, inside: str, told: tuple[str, ...]) -> None:
    err = build_with(write_workspace, "email.mjml.j2", MJML.format(inside), *told)
    assert "templates/house/email.mjml.j2:2:" in err


def test_mjml_without_a_language(write_workspace: Write) -> None:
    template = MJML.format("<mj-text>x</mj-text>").replace(' lang="en"', "")
    build_with(write_workspace, "email.mjml.j2", template, "lang")


def test_a_template_that_is_missing(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, **HOUSE})
    (root / "templates/house/digest.md.j2").unlink()
    refused(run(root, "build"), "house/digest.md.j2")
