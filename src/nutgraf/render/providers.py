"""What a sending service puts in place of its merge tags, and our tokens replaced by them.

The digests hold tokens (`tokens.py`) where each reader's own links go. Whoever pastes a digest
into a service needs that service's merge tags there; where a service writes the link itself, the
whole link is taken out, so that no reader meets a dead or a second one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Final, Protocol

from nutgraf.errors import Usage
from nutgraf.render import provider_fields
from nutgraf.render.token_links import without_line, without_link
from nutgraf.render.tokens import TOKEN, TOKENS, UNSUBSCRIBE_URL, VIEW_IN_BROWSER_URL, field_token
from nutgraf.workspace.nearest import nearest


class FieldTag(Protocol):
    """The tag of a merge field, or None; see `provider_fields.py`."""

    def __call__(self, name: str, default: str, *, html: bool) -> str | None: ...


@dataclass(frozen=True)
class Provider:
    """One service: what it calls our tokens, and what an editor has to know before pasting.

    `tags` maps a token to the merge tag; a token that is missing is for the service itself to
    write. `opens` are the characters that begin a merge tag there: in anybody's prose they are
    kept apart, so that no words are taken for a tag. `comment` is how the service keeps an HTML
    comment that it would otherwise drop (`{}` stands for the comment). `field` gives the tag of a
    merge field. `documentation` are the addresses of the pages that say so.
    """

    name: str
    tags: Mapping[str, str]
    opens: tuple[str, ...]
    documentation: tuple[str, ...]
    notes: tuple[str, ...]
    comment: str | None = None
    field: FieldTag | None = None


_BEEHIIV: Final = "https://www.beehiiv.com/support/article"
_ALL: Final = (
    Provider(
        name="Mailchimp",
        tags={UNSUBSCRIBE_URL: "*|UNSUB|*", VIEW_IN_BROWSER_URL: "*|ARCHIVE|*"},
        opens=("*|",),
        documentation=(
            "https://mailchimp.com/help/all-the-merge-tags-cheat-sheet/",
            "https://mailchimp.com/help/about-forwarded-campaigns-and-unsubscribes/",
            "https://mailchimp.com/developer/marketing/docs/merge-fields/",
        ),
        notes=(
            "Mailchimp: paste email.html under “Code your own”, digest.txt as the plain text",
            "Mailchimp sends no campaign without *|UNSUB|*: leave the foot as it is",
            "Mailchimp keeps the default of a merge field in the audience: set it there",
        ),
        field=provider_fields.mailchimp,
    ),
    Provider(
        name="Buttondown",
        tags={UNSUBSCRIBE_URL: "{{ unsubscribe_url }}", VIEW_IN_BROWSER_URL: "{{ email_url }}"},
        opens=("{{", "{%"),
        documentation=(
            "https://docs.buttondown.com/template-variables",
            "https://docs.buttondown.com/using-templating",
        ),
        notes=("Buttondown: paste email.html, or digest.md for Buttondown's own look",),
        field=provider_fields.buttondown,
    ),
    Provider(
        name="listmonk",
        tags={UNSUBSCRIBE_URL: "{{ UnsubscribeURL }}", VIEW_IN_BROWSER_URL: "{{ MessageURL }}"},
        opens=("{{",),
        documentation=(
            "https://listmonk.app/docs/templating/",
            # Go's templates drop comments, and with them what Outlook needs of MJML's output.
            "https://github.com/knadh/listmonk/issues/1088",
            "https://github.com/knadh/listmonk/issues/1273",
        ),
        notes=(
            "listmonk: paste email.html as raw HTML, digest.txt as the alternate plain text",
            'listmonk: choose a template that holds nothing but {{ template "content" . }}',
            "listmonk drops HTML comments: those for Outlook are kept with its Safe function",
        ),
        comment="{{{{ Safe `{}` }}}}",
        field=provider_fields.listmonk,
    ),
    Provider(
        name="Ghost",
        tags={},
        opens=("%%{",),
        documentation=(
            "https://docs.ghost.org/admin-api/newsletters/overview",
            # Its own template of a newsletter, which writes both links.
            "https://github.com/TryGhost/Ghost/tree/main/ghost/core/core/server/services/email-service",
        ),
        notes=(
            "Ghost writes “View in browser” and “Unsubscribe” itself: both links are taken out",
            "Ghost: paste email.html into an HTML card, or digest.md into a Markdown card",
        ),
    ),
    Provider(
        name="beehiiv",
        tags={},
        opens=("{{", "{%"),
        documentation=(
            f"{_BEEHIIV}/25846316892055-how-to-personalize-a-post-using-merge-tags",
            f"{_BEEHIIV}/23235404312727-downgrade-or-cancelation-options-for-premium-subscribers",
        ),
        notes=(
            "beehiiv ends every email with its own link to unsubscribe: ours is taken out",
            "beehiiv documents no merge tag for the web version: that link is taken out, too",
            "beehiiv: paste email.html into a block for custom HTML",
        ),
    ),
)
PROVIDERS: Final[Mapping[str, Provider]] = MappingProxyType(
    {provider.name.casefold(): provider for provider in _ALL}
)

NO_FIELDS: Final[Mapping[str, str]] = MappingProxyType({})

_WORD_JOINER = "\u2060"
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html)\b", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def provider_named(name: str) -> Provider:
    """The provider of that name; case does not matter. Raises Usage for one that is not known."""
    found = PROVIDERS.get(name.strip().casefold())
    if found is None:
        near = nearest(name, PROVIDERS)
        hint = f"did you mean {near}?" if near else f"there are: {', '.join(PROVIDERS)}"
        raise Usage(f"there is no provider “{name}”", hint)
    return found


def as_pasted(text: str, provider: str, fields: Mapping[str, str] = NO_FIELDS) -> str:
    """A digest (HTML, Markdown or plain text) as it is pasted into a provider.

    Every token becomes the provider's merge tag, or its whole link goes out; `fields` are the
    merge fields with their defaults, which stand where the provider has no tag for them. Raises
    Usage for a provider that is not known.
    """
    service = provider_named(provider)
    html = _HTML.match(text) is not None
    for opening in service.opens:
        text = text.replace(opening, opening[0] + _WORD_JOINER + opening[1:])
    if html and service.comment is not None:
        text = _kept_comments(text, service.comment)
    for token in TOKENS.values():
        if token in service.tags:
            text = text.replace(token, service.tags[token])
        elif token in text:
            text = without_link(text, token) if html else without_line(text, token)
    for name, default in fields.items():
        tag = service.field(name, default, html=html) if service.field is not None else None
        plain = escape(default) if html else default
        text = text.replace(field_token(name), plain if tag is None else tag)
    return text


def _kept_comments(text: str, wrapping: str) -> str:
    """Each comment in the provider's wrapping; one that the wrapping cannot hold stays as it is."""

    def kept(found: re.Match[str]) -> str:
        comment = found.group()
        return comment if "`" in comment or _holds_token(comment) else wrapping.format(comment)

    return _COMMENT.sub(kept, text)


def _holds_token(text: str) -> bool:
    return TOKEN.search(text) is not None
