"""Where approved briefs are handed over to: services that keep the list and send by themselves."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from nutgraf.workspace.delivery_settings import OneLine, Secret, Url


class Listmonk(Struct, frozen=True, forbid_unknown_fields=True):
    """A listmonk of one's own."""

    url: Annotated[
        Url, Meta(description="where it answers", examples=["https://lists.example.org"])
    ]
    user: Annotated[OneLine, Meta(description="the API user (Admin → Users)")]
    token: Annotated[Secret, Meta(description="where the token of that user is")]
    lists: Annotated[
        list[int],
        Meta(min_length=1, description="the ids of the lists that it goes to", examples=[[3]]),
    ]
    template: Annotated[
        int | None,
        Meta(description='a template that holds nothing but {{ template "content" . }}, by its id'),
    ] = None
    from_email: Annotated[
        OneLine | None, Meta(description="who it is from, if not the publication's sender")
    ] = None


class Buttondown(Struct, frozen=True, forbid_unknown_fields=True):
    """A newsletter at Buttondown."""

    token: Annotated[Secret, Meta(description="where the API key is")]
    newsletter: Annotated[
        OneLine | None,
        Meta(description="which of several newsletters, where the key is for them all"),
    ] = None
    url: Annotated[Url, Meta(description="where its API answers")] = "https://api.buttondown.com"


class Handover(Struct, frozen=True, forbid_unknown_fields=True):
    """The services that `nutgraf handover --to` knows."""

    listmonk: Annotated[Listmonk | None, Meta(description="a listmonk of your own")] = None
    buttondown: Annotated[Buttondown | None, Meta(description="a newsletter at Buttondown")] = None
