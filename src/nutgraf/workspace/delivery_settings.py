"""How briefs are sent: the parts of `nutgraf.yaml` that speak of readers, servers and times."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from nutgraf.workspace import shapes

OneLine = Annotated[str, Meta(min_length=1, extra={"shape": shapes.one_line})]
Address = Annotated[str, Meta(extra={"shape": shapes.email}, extra_json_schema={"format": "email"})]
Url = Annotated[str, Meta(extra={"shape": shapes.url}, extra_json_schema={"format": "uri"})]
Duration = Annotated[
    str,
    Meta(
        examples=["30 minutes", "4 hours"],
        extra={"shape": shapes.duration},
        extra_json_schema={"pattern": f"^{shapes.DURATION.pattern}$"},
    ),
]
FieldName = Annotated[
    str,
    Meta(
        extra={"shape": shapes.field_name},
        extra_json_schema={"pattern": f"^{shapes.FIELD_NAME.pattern}$"},
    ),
]
FieldDefault = Annotated[str, Meta(extra={"shape": shapes.one_line})]
Database = Annotated[str, Meta(min_length=1, extra={"shape": shapes.ledger})]


class Secret(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a secret is; it never stands in `nutgraf.yaml` itself."""

    env: Annotated[OneLine | None, Meta(description="the variable of the environment")] = None
    file: Annotated[
        OneLine | None, Meta(description="a file that holds it and nothing else, best mode 600")
    ] = None
    keyring: Annotated[
        OneLine | None, Meta(description="the service by which the system's keyring knows it")
    ] = None


class ListSource(Struct, frozen=True, forbid_unknown_fields=True):
    """One list of readers: a file of the workspace, or a query to a database."""

    file: Annotated[
        OneLine | None,
        Meta(description="a CSV or YAML file of readers", examples=["recipients/readers.csv"]),
    ] = None
    database: Annotated[
        Database | None,
        Meta(
            description="a SQLite file or a PostgreSQL database",
            examples=["members.sqlite", "postgresql://db.example/members"],
        ),
    ] = None
    query: Annotated[
        str | None,
        Meta(
            description="what is asked of the database; one row a reader, with a column `address`",
            examples=["select email as address, name from members where active"],
        ),
    ] = None
    tags: Annotated[
        list[OneLine],
        Meta(description="only readers with one of these tags; all, if none is named"),
    ] = field(default_factory=list)


class Delivery(Struct, frozen=True, forbid_unknown_fields=True):
    """The relay that briefs are handed to, and how fast."""

    transport: Annotated[
        Literal["smtp", "outbox"],
        Meta(description="smtp hands over to a relay; outbox writes .eml files and sends nothing"),
    ] = "smtp"
    host: Annotated[OneLine | None, Meta(description="the relay's name")] = None
    port: Annotated[int, Meta(ge=1, le=65535, description="the relay's port")] = 587
    security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(
            description="how the connection is secured; none is refused unless the relay is this "
            "machine"
        ),
    ] = "starttls"
    ca_file: Annotated[
        OneLine | None,
        Meta(description="certificates to trust besides the system's, for a relay of your own"),
    ] = None
    username: Annotated[OneLine | None, Meta(description="the name to log in with")] = None
    password: Annotated[Secret | None, Meta(description="where the password is")] = None
    envelope_from: Annotated[
        Address | None,
        Meta(description="where bounces go (the return path), if not to the sender's address"),
    ] = None
    connections: Annotated[int, Meta(ge=1, le=50, description="connections at once")] = 4
    messages_per_connection: Annotated[
        int, Meta(ge=1, description="after so many messages a connection is made anew")
    ] = 200
    per_second: Annotated[
        int, Meta(ge=0, description="the most messages a second; 0 sets no limit")
    ] = 0
    timeout: Annotated[Duration, Meta(description="how long the relay may take to answer")] = (
        "60 seconds"
    )
    retry_for: Annotated[
        Duration, Meta(description="how long a message that was put off is tried again")
    ] = "4 hours"
    workers: Annotated[
        bool,
        Meta(
            description="true leaves the sending to `nutgraf worker`, on as many machines as run "
            "one; needs a ledger in PostgreSQL"
        ),
    ] = False


class Dkim(Struct, frozen=True, forbid_unknown_fields=True):
    """Signing by DKIM, for those whose relay does not sign."""

    selector: Annotated[OneLine, Meta(description="the selector, as in SELECTOR._domainkey.DOMAIN")]
    key: Annotated[Secret, Meta(description="where the private key (PEM) is")]
    domain: Annotated[
        OneLine | None, Meta(description="the signing domain, if not that of the sender")
    ] = None


class Unsubscribe(Struct, frozen=True, forbid_unknown_fields=True):
    """The way out. Links are signed, so that nobody can unsubscribe others."""

    url: Annotated[
        Url | None, Meta(description="where `nutgraf unsubscribe-server` answers (https)")
    ] = None
    mailto: Annotated[
        Address | None, Meta(description="the address that takes unsubscribe requests by mail")
    ] = None
    secret: Annotated[
        Secret | None, Meta(description="where the secret that signs the links is; 32 characters")
    ] = None


class Due(Struct, frozen=True, forbid_unknown_fields=True):
    """What `nutgraf send --due` holds to."""

    lateness: Annotated[
        Duration, Meta(description="a brief that is later than this is told, and not sent")
    ] = "30 minutes"
    ping: Annotated[
        Url | None, Meta(description="a health check, pinged at the start and with the exit status")
    ] = None
    desk: Annotated[
        Address | None,
        Meta(description="who is told an hour before, when a send is held, and after it"),
    ] = None
