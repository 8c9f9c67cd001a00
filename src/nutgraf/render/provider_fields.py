"""Merge fields as sending services write them: the tag for a field, with its default where it can.

Each function takes the field's name, its default and whether it stands in HTML, and gives the tag;
None where the service documents none for that field, so that the default itself is put in.
"""

from __future__ import annotations

import json
from html import escape
from typing import Final

_MAILCHIMP_OWN: Final = {"first_name": "FNAME", "last_name": "LNAME"}
_MAILCHIMP_LONGEST: Final = 10
_LISTMONK_OWN: Final = {"name": "Name", "first_name": "FirstName", "last_name": "LastName"}
_ENDS_A_TAG: Final = ("{{", "}}", "{%", "%}")


def mailchimp(name: str, default: str, *, html: bool) -> str | None:
    """Tags have ten characters at the most; their defaults are kept in the audience."""
    del default, html
    tag = _MAILCHIMP_OWN.get(name, name.upper())
    return f"*|{tag}|*" if len(tag) <= _MAILCHIMP_LONGEST else None


def buttondown(name: str, default: str, *, html: bool) -> str | None:
    """Django's templates; what stands in quotation marks there is not escaped."""
    words = escape(default) if html else default.replace("\\", "\\\\").replace('"', '\\"')
    if any(end in words for end in _ENDS_A_TAG):
        return None
    return f'{{{{ subscriber.metadata.{name}|default:"{words}" }}}}'


def listmonk(name: str, default: str, *, html: bool) -> str | None:
    """Go's templates with Sprig; what a tag gives is escaped there for where it stands."""
    del html
    own = _LISTMONK_OWN.get(name)
    field = f".Subscriber.{own}" if own else f".Subscriber.Attribs.{name}"
    words = json.dumps(default, ensure_ascii=False)
    if any(end in words for end in _ENDS_A_TAG):
        return None
    return f"{{{{ {field} | default {words} }}}}"
