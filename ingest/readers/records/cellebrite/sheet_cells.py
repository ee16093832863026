"""Cells of the Excel form: parties, entries and times that stand in one cell as text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.readers.records.cellebrite.model import Model

_OWNER = re.compile(r"\s*\(owner\)\s*$", re.IGNORECASE)
_ROLE = re.compile(r"(From|To|General)\s*:\s*(.*)", re.IGNORECASE)
_PHONE_FIRST = re.compile(r"(\+?\d[\d ().-]{5,}\d)(?:\s+(\D.*))?")
_ID_FIRST = re.compile(r"(\S*[\d@]\S*)(?:\s+(.*))?")
_ENTRY = re.compile(r"(Phone|Email|User ID|Web address|Address|Profile Picture)-([^:]*):\s*(.*)")
_ENTRY_TYPES = {"Phone": "PhoneNumber", "Email": "EmailAddress", "Web address": "WebAddress"}
_TIME = re.compile(
    r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4}),? +(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?"
    r" *(AM|PM)? *(?:\(?(?:UTC|GMT) *([+-]\d{1,2}(?::?\d\d)?)?\)?)?(Z?)",
    re.IGNORECASE,
)


def parties(cell: str | None) -> list[Model]:
    """Read who stands in a cell, one a line: ``From: 6281…@s.whatsapp.net Budi (owner)``."""
    return [_party(line) for line in (cell or "").splitlines() if line.strip()]


def entries(cell: str | None) -> list[Model]:
    """Read a contact's entries, one a line: ``Phone-Mobile: +62…``."""
    found = []
    for line in (cell or "").splitlines():
        match = _ENTRY.fullmatch(line.strip())
        if match is None:
            kind, category, value = "Entry", "", line.strip()
        else:
            kind, category, value = match.groups()
            kind = _ENTRY_TYPES.get(kind, "UserID" if kind == "User ID" else kind)
        if value:
            found.append(Model(kind, fields={"Category": category.strip(), "Value": value}))
    return found


def date_orders(cells: Iterable[str]) -> set[str]:
    """Tell in which orders of day and month all times can be read; any where none needs one."""
    left, needs_one = {"dmy", "mdy"}, False
    for cell in cells:
        match = _TIME.fullmatch(cell.strip())
        if match is not None and len(match.group(1)) < 4:
            needs_one = True
            if int(match.group(1)) > 12:
                left.discard("mdy")
            if int(match.group(2)) > 12:
                left.discard("dmy")
    return left if needs_one else {"dmy"}


def iso_time(cell: str, date_order: str) -> str:
    """Write a time as ISO 8601, with its zone if it says one; what is no time stays as it is."""
    match = _TIME.fullmatch(cell.strip())
    if match is None:
        return cell
    first, second, third, hour, minute, seconds, half, offset, zulu = match.groups()
    if len(first) == 4:
        year, month, day = first, second, third
    else:
        day, month = (first, second) if date_order == "dmy" else (second, first)
        year = third
    clock = int(hour) % 12 + (12 if half.upper() == "PM" else 0) if half else int(hour)
    is_utc = zulu or re.search(r"UTC|GMT", cell, re.IGNORECASE)
    zone = _offset(offset) if offset else ("Z" if is_utc else "")
    date = f"{year:0>4}-{month:0>2}-{day:0>2}"
    return f"{date}T{clock:02}:{minute}:{seconds or '00'}{zone}"


def _offset(written: str) -> str:
    """Write ``+7`` as ``+07:00``."""
    hours, _, minutes = written[1:].partition(":")
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    return f"{written[0]}{hours:0>2}:{minutes or '00'}"


def _party(line: str) -> Model:
    """Read one party."""
    role = _ROLE.fullmatch(line.strip())
    said = role.group(2) if role else line.strip()
    fields = {"Role": role.group(1).title()} if role else {}
    if _OWNER.search(said):
        fields["IsPhoneOwner"] = "True"
        said = _OWNER.sub("", said)
    match = _PHONE_FIRST.fullmatch(said) or _ID_FIRST.fullmatch(said)
    identifier, name = match.groups() if match else (None, said)
    known = {"Identifier": identifier, "Name": name}
    fields.update({key: value.strip() for key, value in known.items() if value and value.strip()})
    return Model("Party", fields=fields)
