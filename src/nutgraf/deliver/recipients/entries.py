"""One reader as a list has them: read from a record, with every fault of it told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nutgraf.deliver.readers import folded
from nutgraf.deliver.recipients.addresses import NoAddress, mailable
from nutgraf.deliver.recipients.columns import ADDRESS, KNOWN, LISTS, NAME, STATUS, TAGS
from nutgraf.deliver.recipients.statuses import folded_status, hint_for
from nutgraf.errors import Fault

# Text, or the items of a list where the file or the database knows such.
Value = str | tuple[str, ...]
# Tells a fault at a column; at the beginning of the record where it has no such column.
TellAt = Callable[[str, str, str], Fault]

# A line break or control character could end a header of the email and begin another.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# How bytes that are not UTF-8 are carried (PEP 383).
_NO_UTF8 = range(0xDC80, 0xDD00)
_LONGEST_NAME = 200  # it stands in a header, whose lines end at 998 characters (RFC 5322, 2.1.1)
_LONGEST_VALUE = 5000
_SEPARATORS = re.compile(r"[;,]")


@dataclass(frozen=True, slots=True)
class Record:
    """One reader as written: values by folded column, and how a fault of one is told."""

    values: Mapping[str, Value]
    fault: TellAt


@dataclass(frozen=True, slots=True)
class Entry:
    """One reader of a list; `address` is as it is mailed, `status` as it is called here."""

    address: str
    name: str = ""
    status: str = "active"
    lists: Value = ""
    tags: Value = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return folded(self.address)


def read_entry(record: Record) -> Entry | tuple[Fault, ...]:
    """The reader, or everything that is wrong with the record."""
    values = record.values
    faults = [fault for name in values if (fault := _wrong_value(record, name)) is not None]
    if faults:
        return tuple(faults)
    address, status = _text(values, ADDRESS), folded_status(_text(values, STATUS))
    mailed = ""
    try:
        mailed = mailable(address)
    except NoAddress as error:
        told = f"“{address}” cannot be mailed: {error}" if address else "the address is missing"
        faults.append(record.fault(ADDRESS, told, "write it name@example.org, or take it out"))
    if status is None:
        written = _text(values, STATUS)
        faults.append(record.fault(STATUS, f"there is no status “{written}”", hint_for(written)))
    if faults or status is None:
        return tuple(faults)
    fields = {
        name: value
        for name, value in values.items()
        if name not in KNOWN and value and isinstance(value, str)
    }
    lists, tags = values.get(LISTS, ""), values.get(TAGS, "")
    return Entry(mailed, _text(values, NAME), status, lists, tags, fields)


def parted(value: Value) -> frozenset[str]:
    """The folded names in a cell (`one; two`, `one two`), or of a list of them."""
    if not isinstance(value, str):
        return frozenset(item.strip().casefold() for item in value)
    names = [part.strip() for part in _SEPARATORS.split(value.casefold())]
    return frozenset(word for name in names for word in (name, *name.split()) if word)


def _text(values: Mapping[str, Value], name: str) -> str:
    value = values.get(name, "")
    return value if isinstance(value, str) else ""


def _wrong_value(record: Record, name: str) -> Fault | None:
    value = record.values[name]
    if not isinstance(value, str):
        if name not in (LISTS, TAGS):
            message = f"“{name}” is a list, and one value is expected"
            return record.fault(name, message, "write one value")
        value = "".join(value)
    if found := _CONTROL.search(value):
        return _control(record, name, found[0])
    longest = _LONGEST_NAME if name == NAME else _LONGEST_VALUE
    if len(value) > longest:
        message = f"the {name} has {len(value):,} characters, and {longest:,} are the most"
        return record.fault(name, message, "make it shorter; is a quotation mark missing?")
    return None


def _control(record: Record, name: str, sign: str) -> Fault:
    code = ord(sign)
    if code in _NO_UTF8:
        byte = bytes([code - 0xDC00])
        likely = byte.decode("cp1252", errors="ignore")
        also = f"; in Windows-1252 it is “{likely}”" if likely else ""
        message = f"the byte 0x{byte.hex()} in the {name} is not UTF-8{also}"
        hint = "save the list as UTF-8 (in a spreadsheet: CSV UTF-8), or convert it with iconv"
        return record.fault(name, message, hint)
    what = "a line break" if sign in "\r\n" else f"a control character (U+{code:04X})"
    hint = "write the value on one line; a line break could begin a header of the email"
    return record.fault(name, f"the {name} holds {what}", hint)
