"""Everything in an MJML document that the renderer would refuse, drop or render wrongly.

The renderer stops at the first problem, often with no place, and says nothing at all of unknown
attributes, wrong values and wrong nesting. Here each is found, with its offset and a remedy,
against the table of components.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from nutgraf.render import mjml_mend as mend
from nutgraf.render.mjml_components import (
    COMPONENTS,
    KINDS_BY_ATTRIBUTE,
    NO_COMMENTS,
    REFUSED,
    STYLED,
    Component,
)
from nutgraf.render.mjml_mend import Edit
from nutgraf.render.mjml_tags import VOID, Attribute, Problem, Tag, read_attributes, read_tags
from nutgraf.render.mjml_values import NAMED, Kind

DEPTH = 100  # nested tags; at some thousands the renderer takes the process down with it

REMOTE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
REMOTE_CSS = re.compile(
    r"@import\b|@font-face\s*\{[^}]*?url\(\s*[\"']?(?:https?:)?//", re.IGNORECASE
)
THIRD_PARTY = "the mail would fetch it from a third party: use fonts that readers have"
WORDS = re.compile(r"\S(?:.*\S)?")


@dataclass(slots=True)
class _Open:
    """A tag that is open. `component` is None for tags of HTML."""

    name: str
    start: int
    end: int
    component: Component | None


@dataclass(slots=True)
class _Reading:
    """What is known of the document so far."""

    mjml: str
    problems: list[Problem] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    inside: str = ""  # the component whose content is HTML, while one is open
    seen: set[str] = field(default_factory=set)
    defaults: dict[str, set[str]] = field(default_factory=dict)
    classes: dict[str, set[str]] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    demands: list[tuple[Tag, set[str], list[str]]] = field(default_factory=list)
    read: dict[tuple[str, str], tuple[list[Attribute], list[Problem]]] = field(default_factory=dict)

    def say(self, start: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(start, message, hint))


def check(mjml: str) -> tuple[list[Problem], list[Edit]]:
    """The problems of a document in reading order, and the edits that it needs before rendering.

    `mjml` has LF line ends and no forbidden characters (`mjml_mend.normal`). Offsets are in code
    points of `mjml`.
    """
    reading = _Reading(mjml)
    position = 0
    last = ""
    for tag in read_tags(mjml, reading.problems):
        _text(reading, position, tag.start, last, tag)
        if tag.kind == "close":
            _close(reading, tag)
        elif tag.kind == "comment":
            _comment(reading, tag)
        else:
            if len(reading.stack) >= DEPTH:
                hint = "look for a macro or include that goes on and on"
                reading.say(tag.start, f"more than {DEPTH} tags are nested", hint)
                return _sorted(reading.problems), []
            _open(reading, tag)
        position, last = tag.end, tag.name
    _text(reading, position, len(mjml), last, None)
    _ended(reading)
    return _sorted(reading.problems), reading.edits


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.start or 0)


def _text(reading: _Reading, start: int, end: int, last: str, tag: Tag | None) -> None:
    """The text between two tags: where it may not stand, and where it would be deleted."""
    if start == end:
        return
    section = reading.mjml.find("]]>", start, end)
    if section >= 0 and reading.mjml.find("<![CDATA[", start, end) < 0:
        reading.say(section, "']]>' cannot stand in MJML", "write ]]&gt;")
    if reading.mjml.find(">", start, end) >= 0:
        _greater(reading, start, end)
    if reading.inside:
        if tag is not None and reading.inside not in (last, tag.name):
            edit = mend.gap(reading.mjml, start, end)
            if edit:
                reading.edits.append(edit)
        return
    parent = reading.stack[-1] if reading.stack else None
    if parent and (parent.component is None or parent.component.holds in ("text", "CSS", "HTML")):
        return
    words = WORDS.search(reading.mjml, start, end)
    if words:
        where = f"in {parent.name}" if parent else "outside <mjml>"
        shown = words[0] if len(words[0]) <= 40 else f"{words[0][:39]}…"
        hint = _homes(("mj-text", "mj-raw")) if parent else ""
        reading.say(words.start(), f"text cannot stand {where}: {shown!r}", hint)


def _greater(reading: _Reading, start: int, end: int) -> None:
    """`>` where the renderer would come down over it: a reference does, but not in a style."""
    for found in mend.AFTER_WIDE.finditer(reading.mjml, start, end):
        if reading.stack and reading.stack[-1].name in ("style", "mj-style"):
            message = "'>' in a style cannot stand next to a letter beyond ASCII"
            reading.say(found.start(), message, "put two spaces before it")
        else:
            reading.edits.append(Edit(found.start(), found.end(), "&gt;"))


def _comment(reading: _Reading, tag: Tag) -> None:
    parent = reading.stack[-1] if reading.stack else None
    if parent is None or parent.component is None:
        return
    if parent.name in NO_COMMENTS or parent.component.holds == "nothing":
        hint = "write it as a comment of the template: {# … #}"
        reading.say(tag.start, f"a comment cannot stand in {parent.name}", hint)


def _homes(names: Iterable[str]) -> str:
    return f"put it into {' or '.join(names)}"


def _open(reading: _Reading, tag: Tag) -> None:
    component = COMPONENTS.get(tag.name)
    parent = reading.stack[-1] if reading.stack else None
    attributes = _attributes(reading, tag)
    if reading.inside:
        _html(reading, tag, attributes)
        component = None
    elif parent and parent.name == "mj-attributes":
        _default(reading, tag, attributes)
    elif component:
        _component(reading, tag, component, parent, attributes)
    else:
        _stranger(reading, tag, parent)
    if tag.kind == "open":
        reading.stack.append(_Open(tag.name, tag.start, tag.end, component))
        if component and component.holds == "HTML":
            reading.inside = tag.name


def _attributes(reading: _Reading, tag: Tag) -> list[Attribute]:
    """The attributes of a tag, with the problems that any attribute can have."""
    if not tag.attributes:
        return []
    key = (tag.name, tag.attributes)
    known = reading.read.get(key)
    if known is None:
        attributes = read_attributes(tag.attributes)
        known = (attributes, list(_malformed(tag, attributes)))
        reading.read[key] = known
    attributes, problems = known
    for problem in problems:
        reading.say(tag.attributes_start + (problem.start or 0), problem.message, problem.hint)
    if mend.IN_ATTRIBUTES.search(tag.attributes):
        for attribute in attributes:
            edit = mend.value(attribute.value, tag.attributes_start + attribute.value_start)
            if edit:
                reading.edits.append(edit)
    return attributes


def _malformed(tag: Tag, attributes: list[Attribute]) -> Iterable[Problem]:
    seen = set()
    for each in attributes:
        if each.name in seen:
            yield Problem(each.start, f"{each.name!r} is given twice in <{tag.name}>", "keep one")
        seen.add(each.name)
        if each.quote == "'" and '"' in each.value:
            message = f"the value of {each.name!r} in <{tag.name}> holds a double quotation mark"
            yield Problem(each.start, message, "put double quotes around it, and &quot; inside")


def _html(reading: _Reading, tag: Tag, attributes: list[Attribute]) -> None:
    """A tag of HTML inside a component that holds HTML."""
    if tag.name in REFUSED or tag.name in COMPONENTS:
        hint = REFUSED.get(tag.name) or f"close {reading.inside} before it"
        message = f"<{tag.name}> cannot stand in {reading.inside}, which holds HTML"
        reading.say(tag.start, message, hint)
    elif tag.name.startswith("mj-"):
        _unknown_component(reading, tag)
    elif tag.name == "img" and not any(each.name == "alt" for each in attributes):
        reading.say(tag.start, "<img> has no alt", COMPONENTS["mj-image"].demanded["alt"])
    elif tag.name == "link" and any(
        each.name == "href" and REMOTE.match(each.value) for each in attributes
    ):
        reading.say(tag.start, "<link> cannot stand in a mail", THIRD_PARTY)


def _stranger(reading: _Reading, tag: Tag, parent: _Open | None) -> None:
    """A tag that is no component, where only components may stand."""
    if tag.name in REFUSED:
        if not any(each.name in REFUSED for each in reading.stack):
            reading.say(tag.start, f"{tag.name} is not available", REFUSED[tag.name])
    elif tag.name.startswith("mj"):
        _unknown_component(reading, tag)
    elif parent is None:
        reading.say(tag.start, f"<{tag.name}> cannot stand outside <mjml>", "begin with <mjml>")
    elif parent.component is not None:
        homes = (
            () if parent.component.holds in ("text", "CSS", "nothing") else ("mj-text", "mj-raw")
        )
        hint = _homes(homes) if homes else "leave it out"
        reading.say(tag.start, f"<{tag.name}> cannot stand in {parent.name}", hint)


def _unknown_component(reading: _Reading, tag: Tag) -> None:
    hint = _nearest(tag.name, COMPONENTS)
    reading.say(tag.start, f"there is no component {tag.name!r}", hint)


def _component(
    reading: _Reading,
    tag: Tag,
    component: Component,
    parent: _Open | None,
    attributes: list[Attribute],
) -> None:
    _nesting(reading, tag, component, parent)
    if tag.name in ("mj-all", "mj-class"):
        return
    given = set()
    classes: list[str] = []
    for attribute in attributes:
        given.add(attribute.name)
        if attribute.name == "mj-class" and "mj-class" in component.attributes:
            classes = attribute.value.split()
            at = tag.attributes_start + attribute.value_start
            reading.asked += [(name, at + attribute.value.find(name)) for name in classes]
        _attribute(reading, tag, component, attribute)
    if component.demanded:
        reading.demands.append((tag, given, classes))
    if tag.name == "mj-font":
        _font(reading, tag, attributes)


def _nesting(reading: _Reading, tag: Tag, component: Component, parent: _Open | None) -> None:
    if tag.name in ("mjml", "mj-head", "mj-body"):
        if tag.name in reading.seen:
            reading.say(tag.start, f"there is more than one <{tag.name}>", "keep one")
        reading.seen.add(tag.name)
    name = parent.name if parent else ""
    if parent and parent.component is None:
        return
    if name in component.parents or (not name and not component.parents):
        return
    where = f"in {name}" if name else "outside <mjml>"
    hint = _homes(component.parents) if component.parents else "leave it out"
    if name == "mj-class":
        hint = f"give the values to mj-class itself, or to {tag.name} in mj-attributes"
    reading.say(tag.start, f"{tag.name} cannot stand {where}", hint)


def _attribute(reading: _Reading, tag: Tag, component: Component, attribute: Attribute) -> None:
    name = attribute.name
    at = tag.attributes_start + attribute.start
    kind = component.attributes.get(name)
    if kind is None:
        hint = _nearest(name, component.attributes) or _some(component.attributes)
        reading.say(at, f"{tag.name} has no attribute {name!r}", hint)
    elif name in component.dropped:
        message = f"the renderer ignores {name!r} of {tag.name}"
        reading.say(at, message, component.dropped[name])
    else:
        _value(reading, tag, attribute, (kind,))


def _value(reading: _Reading, tag: Tag, attribute: Attribute, kinds: tuple[Kind, ...]) -> None:
    value = attribute.value
    if "&" in value:
        value = unescape(value)
    if any(kind.fits(value) for kind in kinds):
        return
    wanted = " or ".join(kind.wanted for kind in kinds)
    near = _nearest(value, [name for kind in kinds for name in kind.names])
    message = f"{attribute.name!r} of {tag.name} is {value!r}, not {wanted}"
    reading.say(tag.attributes_start + attribute.value_start, message, near)


def _default(reading: _Reading, tag: Tag, attributes: list[Attribute]) -> None:
    """A child of mj-attributes: values for all components of a name, or for a class."""
    given = {attribute.name for attribute in attributes}
    if tag.name not in ("mj-all", "mj-class"):
        component = COMPONENTS.get(tag.name)
        if component is None or "mj-class" not in component.attributes:
            hint = _nearest(tag.name, COMPONENTS)
            reading.say(tag.start, f"mj-attributes cannot give values to {tag.name!r}", hint)
            return
        reading.defaults.setdefault(tag.name, set()).update(given)
        for attribute in attributes:
            _attribute(reading, tag, component, attribute)
        return
    if tag.name == "mj-class":
        name = next((each.value for each in attributes if each.name == "name"), "")
        if not NAMED.fits(name):
            reading.say(tag.start, "mj-class has no name", 'components ask for it: name="…"')
        reading.classes.setdefault(name, set()).update(given - {"name"})
        attributes = [each for each in attributes if each.name != "name"]
    else:
        reading.defaults.setdefault("mj-all", set()).update(given)
    for attribute in attributes:
        kinds = KINDS_BY_ATTRIBUTE.get(attribute.name)
        if kinds:
            _value(reading, tag, attribute, kinds)
        else:
            at = tag.attributes_start + attribute.start
            hint = _nearest(attribute.name, KINDS_BY_ATTRIBUTE)
            reading.say(at, f"no component has an attribute {attribute.name!r}", hint)


def _font(reading: _Reading, tag: Tag, attributes: list[Attribute]) -> None:
    for attribute in attributes:
        if attribute.name == "href" and REMOTE.match(attribute.value):
            at = tag.attributes_start + attribute.start
            reading.say(at, "mj-font fetches a font", THIRD_PARTY)


def _close(reading: _Reading, tag: Tag) -> None:
    stack = reading.stack
    depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].name == tag.name), None)
    if depth is None:
        reading.say(tag.start, f"</{tag.name}> closes nothing", "leave it out, or open it before")
        return
    for unclosed in stack[depth + 1 :]:
        _unclosed(reading, unclosed, f"close it before </{tag.name}>")
    opened = stack[depth]
    del stack[depth:]
    if reading.inside and not any(
        each.component and each.component.holds == "HTML" for each in stack
    ):
        reading.inside = ""
    if tag.name in ("style", "mj-style"):
        css = REMOTE_CSS.search(reading.mjml, opened.end, tag.start)
        if css:
            reading.say(css.start(), f"a style fetches a file: {css[0][:40]!r}", THIRD_PARTY)


def _unclosed(reading: _Reading, tag: _Open, hint: str) -> None:
    if tag.name.lower() in VOID:
        hint = f"write <{tag.name.lower()}>, in small letters"
    reading.say(tag.start, f"<{tag.name}> is not closed", hint)


def _ended(reading: _Reading) -> None:
    """What can be said only at the end: open tags, missing parts, classes, demanded attributes."""
    for unclosed in reading.stack:
        _unclosed(reading, unclosed, f"close it with </{unclosed.name}>")
    for name in ("mjml", "mj-body"):
        if name not in reading.seen:
            reading.say(0, f"there is no <{name}>", "a mail is <mjml> with <mj-body> in it")
    for name, at in reading.asked:
        if name not in reading.classes:
            hint = _nearest(name, reading.classes) or _some(reading.classes)
            reading.say(at, f"there is no mj-class {name!r}", hint)
    for tag, given, classes in reading.demands:
        known = (
            given | reading.defaults.get(tag.name, set()) | reading.defaults.get("mj-all", set())
        )
        for name in classes:
            known |= reading.classes.get(name, set())
        for demanded, why in COMPONENTS[tag.name].demanded.items():
            if demanded not in known:
                reading.say(tag.start, f"{tag.name} has no {demanded}", why)


def _nearest(name: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(name, list(known), 1, 0.6)
    return f"did you mean {found[0]!r}?" if found else ""


def _some(known: Iterable[str]) -> str:
    names = [name for name in known if name not in STYLED]
    return f"known: {', '.join(names)}" if names else ""
