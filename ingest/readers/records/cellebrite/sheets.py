"""The sheets of the Excel form as the same models that the XML holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.readers.records.cellebrite.model import Found, Model
from ingest.readers.records.cellebrite.sheet_cells import entries, iso_time, parties

Row = dict[str, str]

MODELS = {
    "chats": "Chat",
    "instant messages": "Chat",
    "sms messages": "SMS",
    "sms": "SMS",
    "mms messages": "MMS",
    "mms": "MMS",
    "call log": "Call",
    "calls": "Call",
    "emails": "Email",
    "email": "Email",
    "contacts": "Contact",
    "user accounts": "UserAccount",
    "accounts": "UserAccount",
}
"""Names of sheets, case folded, with what a row of each is."""

TIMES = ("timestamp: time", "timestamp-time", "timestamp", "date & time", "time", "date")
KNOWN = frozenset({
    "#", "from", "to", "body", "message", "participants", "parties", "direction", "name", "entries",
    "source", "chat #", "instant message #", "username", "service type", "duration", "status",
    "identifier", "account", "folder", "deleted", "subject", *TIMES,
})  # fmt: skip
"""Names of columns, case folded, by which a header is told from the lines above it."""

_FIELDS = {
    "body": "Body",
    "message": "Body",
    "source": "Source",
    "application": "Source",
    "direction": "Direction",
    "status": "Status",
    "folder": "Folder",
    "type": "Type",
    "duration": "Duration",
    "subject": "Subject",
    "name": "Name",
    "username": "Username",
    "service type": "ServiceType",
    "password": "Password",
    "account": "Account",
    "label": "Label",
}
_OF_CHAT = frozenset({
    "chat #", "#", "identifier", "start time: time", "start time: date", "last activity: time",
    "last activity: date", "name", "description", "account", "participants", "chat type",
})  # fmt: skip
_ATTACHMENT = "attachment"
_THERE = frozenset({"no", "intact", "false"})
_SERVICE = "system message"


def models_of(sheet: str, rows: Iterator[tuple[str, Row]], date_order: str) -> Iterator[Found]:
    """Give the models of a sheet.

    Parameters
    ----------
    sheet : str
        Its name.
    rows : iterator of (place, row)
        Cells that are not empty, by column names case folded.
    date_order : {"dmy", "mdy"}
        Of times whose year stands last.
    """
    kind = MODELS[sheet.casefold()]
    if kind == "Chat":
        yield from _chats(rows, date_order)
        return
    for place, row in rows:
        yield Found("model", place, _model(kind, row, date_order))


def _chats(rows: Iterator[tuple[str, Row]], date_order: str) -> Iterator[Found]:
    """Give the messages of chats, a row each, and each chat at its first row."""
    numbers: dict[str, int] = {}
    heads: dict[str, Row] = {}
    for place, row in rows:
        said = row.get("chat #") or row.get("identifier") or row.get("participants") or "?"
        if said not in numbers:
            numbers[said] = len(numbers) + 1
            heads[said] = {name: value for name, value in row.items() if name in _OF_CHAT}
            head = {**heads[said], "source": row.get("source", "")}
            yield Found("chat", f"{place}, chat", _head(head), numbers[said])
        own = {name: value for name, value in row.items() if name not in _OF_CHAT}
        message = _model("InstantMessage", own, date_order)
        yield Found("message", place, message, numbers[said])


def _head(row: Row) -> Model:
    """Give a chat without its messages."""
    named = {"Id": "identifier", "Name": "name", "Account": "account", "ChatType": "chat type"}
    fields = {name: row[column] for name, column in named.items() if column in row}
    if row.get("source"):
        fields["Source"] = row["source"]
    return Model(
        "Chat", row.get("chat #"), fields, {"Participants": parties(row.get("participants"))}
    )


def _model(kind: str, row: Row, date_order: str) -> Model:
    """Give a row as a model."""
    when = next((row[name] for name in TIMES if name in row), None)
    fields = {"TimeStamp": iso_time(when, date_order)} if when else {}
    for name, value in row.items():
        if name not in {*TIMES, "from", "to", "parties", "entries", "deleted"}:
            fields.setdefault(_FIELDS.get(name, name), value)
    files = [
        Model("Attachment", fields={"Filename": value})
        for name, value in row.items()
        if name.startswith(_ATTACHMENT) and "details" not in name
    ]
    parts = {
        "From": parties(row.get("from")),
        "To": parties(row.get("to")),
        "Parties": parties(row.get("parties") or row.get("party")),
        "Entries": entries(row.get("entries")),
        "Attachments": files,
    }
    deleted = row.get("deleted")
    is_there = deleted is None or deleted.casefold() in _THERE
    model = Model(kind, None, fields, parts, None if is_there else deleted)
    if row.get("from", "").casefold().startswith(_SERVICE):
        return replace(model, fields={**fields, "Type": "System"}, parts={**parts, "From": []})
    return model
