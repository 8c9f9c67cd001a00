"""Each reader's own words in the place of the tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from nutgraf.deliver.readers import Reader
from nutgraf.render.tokens import FIELD_TOKEN, TOKEN, field_token


def personalised(text: str, values: Mapping[str, str], *, html: bool) -> str:
    """The text with the values in the place of their tokens, escaped where it is HTML.

    What stands in a value is not looked through again: a reader called like a token stays so.
    """
    return TOKEN.sub(lambda found: inserted(values.get(found[0], found[0]), html=html), text)


def inserted(value: str, *, html: bool) -> str:
    """A value as it stands in HTML, between tags or in an attribute, or in plain text."""
    return escape(value) if html else value


def field_values(reader: Reader, defaults: Mapping[str, str]) -> dict[str, str]:
    """What stands for each merge field, by its token, on one line.

    `defaults` are the `fields` of nutgraf.yaml; what a reader has no words for takes the default.
    """
    return {
        field_token(name): " ".join(reader.fields.get(name, "").split()) or default
        for name, default in defaults.items()
    }


def undeclared(texts: Iterable[str], defaults: Mapping[str, str]) -> set[str]:
    """The names of the merge fields in texts for which there is no default."""
    names = {found.lower() for text in texts for found in FIELD_TOKEN.findall(text)}
    return names - set(defaults)
