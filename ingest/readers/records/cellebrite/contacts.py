"""Contacts and the telephone's own accounts: descriptions."""

from __future__ import annotations

from ingest.readers.options import ReadOptions
from ingest.readers.records.apps import NATIVE, platform_of
from ingest.readers.records.cellebrite.model import Model
from ingest.readers.records.cellebrite.parties import Party, identified
from ingest.readers.records.cellebrite.report import APPS
from ingest.readers.records.file_id import PLATFORM as RECORD
from ingest.readers.refusal import Refusal

TYPES = frozenset({"Contact", "UserAccount"})
_NAMES = ("Name", "Username", "DisplayName")
_SECRETS = frozenset({"Password", "PasswordHint", "ServerAddress"})
_REACHABLE = ("PhoneNumber", "EmailAddress", "WebAddress")
_HANDLES = ("user name", "username", "handle", "nickname", "public name")
_NO_IDS = ("push", "profile", "additional", "birthday", "status", "picture", "display")
_LONGEST_NAME = 300


def description(model: Model, file_id: str, options: ReadOptions) -> dict[str, object]:
    """Describe a contact or an account of whoever uses the telephone.

    Parameters
    ----------
    model : Model
        With its ``Entries``.
    file_id : str
        Contacts of the telephone itself are known in this file only.
    options : ReadOptions
        Its region tells national phone numbers.

    Raises
    ------
    Refusal
        If it names nobody.
    """
    app = model.first("ServiceType", *APPS)
    platform = platform_of(app) if app else NATIVE
    entries = _entries(model)
    who = _account(model, platform, entries, options) if platform != NATIVE else None
    reachable = [value for kind, _, value in entries if kind in _REACHABLE]
    name = model.first(*_NAMES)
    contact = [*([who.number] if who and who.number else []), *reachable]
    row: dict[str, object] = {
        "account_name": name,
        "account_contact": ";".join(dict.fromkeys(contact)) or None,
        "account_bio": _lines(model, entries),
    }
    if who is not None and who.key is not None:
        return {
            **row,
            "platform": platform,
            "account_id": who.account_id,
            "account_handle": who.account_handle,
        }
    known_by = next(iter(reachable), None) or name
    if known_by is None:
        raise Refusal("Name", f"the {model.type} has neither a name nor a number")
    return {
        **row,
        "platform": RECORD,
        "account_id": f"{file_id}/{' '.join(known_by.split())[:_LONGEST_NAME]}",
    }


def _entries(model: Model) -> list[tuple[str, str, str]]:
    """List the entries of a contact: type, category and value."""
    return [
        (part.type, (part.first("Category") or "").casefold(), value)
        for part in model.all("Entries")
        if (value := part.first("Value")) is not None
    ]


def _account(
    model: Model, platform: str, entries: list[tuple[str, str, str]], options: ReadOptions
) -> Party:
    """Tell the account by the ids among a contact's entries, else by its user name."""
    account_id = handle = number = None
    for kind, category, value in entries:
        if kind != "UserID" or any(word in category for word in _NO_IDS):
            continue
        if any(word in category for word in _HANDLES):
            handle = handle or value
        elif account_id is None:
            read = identified(platform, value, options.region)
            account_id, number = read.account_id, read.number
    username = model.first("Username")
    if username is not None and account_id is None and handle is None and " " not in username:
        read = identified(platform, username, options.region)
        return Party(platform, read.account_id, read.account_handle, number=read.number)
    if handle is not None and (" " in handle or "@" in handle[1:]):
        handle = None
    return Party(platform, account_id, handle, number=number)


def _lines(model: Model, entries: list[tuple[str, str, str]]) -> str | None:
    """Write what else is said, one below the other."""
    taken = {*_NAMES, *_SECRETS, *APPS}
    lines = [f"{name}: {value}" for name, value in model.fields.items() if name not in taken]
    lines += [
        f"{category or kind}: {value}"
        for kind, category, value in entries
        if kind not in _REACHABLE
    ]
    return "\n".join(lines) or None
