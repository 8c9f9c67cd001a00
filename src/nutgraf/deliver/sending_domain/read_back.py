"""What receivers saw of a message, as it says itself when it has arrived."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from typing import Final

from nutgraf.deliver.sending_domain import Remark, State
from nutgraf.deliver.sending_domain.lookups import Lookups, tags
from nutgraf.errors import TryLater

_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"(?:^|;)\s*(spf|dkim|dmarc|iprev)\s*=\s*([a-z]+)", re.IGNORECASE)
_SECURE = re.compile(r"\bwith\s+(?:E?SMTPS|ESMTPSA|UTF8SMTPSA?|LMTPS)\b|\bTLS", re.IGNORECASE)
_NEITHER: Final = frozenset({"none", "neutral", "temperror"})
# What RFC 8058 wants signed.
_WAY_OUT: Final = ("list-unsubscribe", "list-unsubscribe-post")
_SUBSCRIBES: Final = "a mail program that cannot trust the link shows no button"


def check_message(data: bytes, lookups: Lookups | None) -> Iterator[Remark]:
    """What the last server noted, which way it came, and whether its signatures verify."""
    message = message_from_bytes(data, policy=compat32)
    yield from _way(message)
    yield from _results(message)
    yield from _signatures(message, data, lookups)


def message_id_of(data: bytes) -> str:
    """The Message-ID of a message, empty where it has none."""
    return _value(message_from_bytes(data[:65536], policy=compat32).get("Message-ID"))


def _results(message: Message) -> Iterator[Remark]:
    """Only the topmost field is the receiver's own: anybody may have written those below."""
    told = _COMMENT.sub("", _value(message.get("Authentication-Results")))
    found = [(method.lower(), result.lower()) for method, result in _RESULT.findall(told)]
    if not found:
        hint = "look at it in a mailbox of a large provider, which does"
        yield Remark("not checked", "the server that took it notes no Authentication-Results", hint)
    server = told.partition(";")[0].split()
    by = server[0] if server else "the server"
    for method, result in found:
        state: State = "ok" if result == "pass" else "warning" if result in _NEITHER else "error"
        hint = "" if state == "ok" else "see what is said of it under domain"
        yield Remark(state, f"{by} says {method}={result}", hint)


def _way(message: Message) -> Iterator[Remark]:
    hops = [_value(one) for one in message.get_all("Received", ())]
    if not hops:
        return
    clear = sum(not _SECURE.search(hop) for hop in hops)
    servers = "1 server" if len(hops) == 1 else f"{len(hops)} servers"
    told = f"it came through {servers}, {len(hops) - clear} of them by TLS"
    yield Remark("ok", told)


def _signatures(message: Message, data: bytes, lookups: Lookups | None) -> Iterator[Remark]:
    fields = [tags(_value(one)) for one in message.get_all("DKIM-Signature", ())]
    if not fields:
        hint = "sign with `dkim:` in nutgraf.yaml, or let the relay sign"
        yield Remark("error", "it has no DKIM signature", hint)
        return
    for number, told in enumerate(fields):
        name = f"{told.get('s', '')}._domainkey.{told.get('d', '')}"
        yield from _verified(data, number, name, lookups)
    if "List-Unsubscribe" not in message:
        yield Remark("warning", "it has no List-Unsubscribe", "see `unsubscribe` in nutgraf.yaml")
        return
    covered = {name.strip().lower() for told in fields for name in told.get("h", "").split(":")}
    wanted = [name for name in _WAY_OUT if name in message]
    if missing := [name for name in wanted if name not in covered]:
        told_of = ", ".join(missing)
        yield Remark("warning", f"no signature covers {told_of} (RFC 8058)", _SUBSCRIBES)
    else:
        yield Remark("ok", f"the signature covers {', '.join(wanted)}")


def _verified(data: bytes, number: int, name: str, lookups: Lookups | None) -> Iterator[Remark]:
    import dkim  # noqa: PLC0415 - only the doctor and who signs need it

    if lookups is None:
        yield Remark("not checked", f"the signature by {name} (offline)")
        return

    def key(asked: bytes, **_: object) -> bytes | None:
        found = lookups.texts(asked.decode("ascii", "replace"))
        return found[0].encode() if found else None

    try:
        good = dkim.DKIM(data).verify(number, dnsfunc=key)
    except TryLater as later:
        yield Remark("not checked", f"the signature by {name}: {later.message}")
        return
    except (dkim.DKIMException, ValueError, LookupError) as error:
        yield Remark("error", f"the signature by {name} does not verify: {error}")
        return
    if good:
        yield Remark("ok", f"the signature by {name} verifies")
    else:
        hint = "a server on the way has changed the message, or the key is another"
        yield Remark("error", f"the signature by {name} does not verify", hint)


def _value(field: object) -> str:
    return " ".join(str(field or "").split())
