"""The publication: `nutgraf.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from nutgraf.model import Severity
from nutgraf.workspace import shapes
from nutgraf.workspace.delivery_settings import (
    Address,
    Database,
    Delivery,
    Dkim,
    Due,
    FieldDefault,
    FieldName,
    ListSource,
    OneLine,
    Unsubscribe,
    Url,
)
from nutgraf.workspace.handover_settings import Handover

# What has to hold before a brief is approved; `nutgraf.desk.gate` tells what each asks.
GateCondition = Literal[
    "no-errors", "no-tk", "embargo", "postal-address", "unsubscribe", "verified"
]
GATE: tuple[GateCondition, ...] = (
    "no-errors",
    "no-tk",
    "embargo",
    "postal-address",
    "unsubscribe",
)

# What wants a person; `nutgraf.checks.matters` tells what each is.
Wanting = Literal["quotations", "figures", "accusations", "settled-conflicts", "all"]


class Sender(Struct, frozen=True, forbid_unknown_fields=True):
    """Who the newsletter comes from."""

    name: Annotated[OneLine, Meta(description="the name that readers see in their inbox")]
    address: Annotated[Address, Meta(description="the address that the newsletter is sent from")]
    reply_to: Annotated[
        Address | None, Meta(description="where answers go, if not to the address itself")
    ] = None


class Policy(Struct, frozen=True, forbid_unknown_fields=True):
    """What has to hold before a brief goes out."""

    citations: Annotated[
        Literal["brief", "claim"],
        Meta(
            description="whether claims that a source carries and that cite none are told once "
            "for the brief, or each"
        ),
    ] = "brief"
    fail_on: Annotated[
        Severity,
        Meta(description="the least severity that makes `nutgraf check` exit with status 1"),
    ] = "error"
    severity: Annotated[
        dict[str, Literal["error", "warning", "note", "off"]],
        Meta(
            description="another severity for a rule, or off",
            examples=[{"quote-variant": "off"}],
        ),
    ] = field(default_factory=dict)
    gate: Annotated[
        list[GateCondition],
        Meta(
            description="what has to hold before a brief can be approved; all but `verified` "
            "unless named"
        ),
    ] = field(default_factory=lambda: list(GATE))
    verify: Annotated[
        list[Wanting] | None,
        Meta(
            description="which statements want a person, where it is made use of; "
            "quotations, figures, accusations and settled-conflicts unless named",
            examples=[["quotations", "figures"], ["all"]],
        ),
    ] = None
    second_reader: Annotated[
        bool,
        Meta(description="whether a statement wants a person who is not the author of the file"),
    ] = False


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The publication: its name, sender, place, time and policy."""

    name: Annotated[OneLine, Meta(description="the name of the newsletter")]
    sender: Annotated[Sender, Meta(description="who it comes from: name, address, reply_to")]
    postal_address: Annotated[
        str,
        Meta(
            min_length=1,
            description="the postal address that a commercial email must show, on several lines",
        ),
    ]
    tagline: Annotated[
        OneLine | None, Meta(description="one line that says what the newsletter is")
    ] = None
    language: Annotated[
        str,
        Meta(
            description="the language it is written in (BCP 47)",
            examples=["en", "en-GB"],
            extra={"shape": shapes.language},
            extra_json_schema={"pattern": f"^{shapes.LANGUAGE.pattern}$"},
        ),
    ] = "en"
    direction: Annotated[
        Literal["ltr", "rtl"], Meta(description="the direction its language is written in")
    ] = "ltr"
    base_url: Annotated[Url | None, Meta(description="where the archive is, or will be")] = None
    time_zone: Annotated[
        str,
        Meta(
            description="the time zone of send_at, by its IANA name",
            examples=["America/New_York", "UTC"],
            extra={"shape": shapes.time_zone},
        ),
    ] = "UTC"
    format: Annotated[
        str,
        Meta(
            description="the format of briefs that name none: a folder in templates/",
            extra={"shape": shapes.folder},
            extra_json_schema={"pattern": f"^{shapes.FOLDER.pattern}$"},
        ),
    ] = "annotated"
    policy: Annotated[Policy, Meta(description="what has to hold before a brief goes out")] = field(
        default_factory=Policy
    )
    lists: Annotated[
        dict[str, ListSource],
        Meta(
            description="the lists of readers, by name",
            examples=[{"readers": {"file": "recipients/readers.csv"}}],
        ),
    ] = field(default_factory=dict)
    list: Annotated[
        OneLine | None,
        Meta(description="the list of briefs that name none; not needed where there is one list"),
    ] = None
    fields: Annotated[
        dict[FieldName, FieldDefault],
        Meta(
            description="merge fields that templates may use as {{ reader.NAME }}, with what "
            "stands there for readers who have none",
            examples=[{"first_name": "reader"}],
        ),
    ] = field(default_factory=dict)
    delivery: Annotated[Delivery, Meta(description="the relay, and how fast")] = field(
        default_factory=Delivery
    )
    dkim: Annotated[
        Dkim | None, Meta(description="signing by DKIM; leave it out where the relay signs")
    ] = None
    unsubscribe: Annotated[Unsubscribe, Meta(description="the way out")] = field(
        default_factory=Unsubscribe
    )
    due: Annotated[Due, Meta(description="what the cron line holds to")] = field(
        default_factory=Due
    )
    handover: Annotated[
        Handover, Meta(description="services that approved briefs are handed over to")
    ] = field(default_factory=Handover)
    ledger: Annotated[
        Database,
        Meta(
            description="where it is kept who was sent what: a file of this workspace, or a "
            "PostgreSQL database that several machines share",
            examples=["sent/ledger.sqlite", "postgresql://db.example/nutgraf"],
        ),
    ] = "sent/ledger.sqlite"
