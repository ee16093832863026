"""Who takes part: the identifiers of parties become accounts, or ends of links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph import keys
from ingest.extract.phones import numbers
from ingest.readers.options import ReadOptions
from ingest.readers.records.apps import NATIVE, NUMERIC, is_number, platform_of, whatsapp_number
from ingest.readers.records.cellebrite.model import Model

_NUMERIC_ID = re.compile(r"(\d{3,})(?:@\S*)?")


@dataclass(frozen=True)
class Party:
    """Somebody who takes part.

    Attributes
    ----------
    platform : str
    account_id, account_handle, name, number : str or None
        Number: what the account is registered with, as E.164.
    identifier : str or None
        As the report writes it.
    is_owner : bool
        Whether the report takes it for whoever uses the telephone.
    is_admin : bool
        Of the chat.
    """

    platform: str
    account_id: str | None = None
    account_handle: str | None = None
    name: str | None = None
    number: str | None = None
    identifier: str | None = None
    is_owner: bool = False
    is_admin: bool = False

    @property
    def key(self) -> str | None:
        """Key of the account; null where only a name is known."""
        if self.account_id is not None:
            return keys.account(self.platform, self.account_id)
        if self.account_handle is not None:
            return keys.account_by_handle(self.platform, self.account_handle)
        return None

    def row(self) -> dict[str, object]:
        """Name the account in a row of the plain table."""
        return {
            "account_id": self.account_id,
            "account_handle": self.account_handle,
            "account_name": self.name,
            "account_contact": self.number,
        }

    def end(self, side: str) -> dict[str, object] | None:
        """Name the account, or a telephone number, as an end of a link; null where none is said."""
        if self.platform == NATIVE or self.key is None:
            said = f"phone:{self.number}" if self.number else self.identifier or self.name
            return None if said is None else {side: said}
        return {f"{side}_key": self.key}


def party(model: Model, app: str | None, options: ReadOptions) -> Party:
    """Read a party.

    Parameters
    ----------
    model : Model
        With ``Identifier``, ``Name``, ``IsPhoneOwner``.
    app : str or None
        What it takes part in; null: the telephone's own calls and messages.
    options : ReadOptions
        Its region tells national phone numbers.
    """
    platform = platform_of(app) if app else NATIVE
    identifier, name = model.first("Identifier"), model.first("Name")
    known = identified(platform, identifier, options.region) if identifier else Party(platform)
    return Party(
        platform,
        known.account_id,
        known.account_handle,
        _shown(name, known.name) if known.name else None if name == identifier else name,
        known.number,
        identifier,
        model.is_true("IsPhoneOwner"),
        model.is_true("IsGroupAdmin"),
    )


def _shown(name: str | None, identifier: str) -> str:
    """Put a name before what stands in the place of an id."""
    return identifier if name in (None, identifier) else f"{name} {identifier}"


def identified(platform: str, identifier: str, region: str | None) -> Party:
    """Read what a platform calls an account.

    Of calls and text messages, short numbers, names of senders and national numbers are other
    people's in another country: they are names, in the chat or report that has them.
    """
    if platform == "whatsapp":
        number = whatsapp_number(identifier)
        return Party(platform, number or identifier, number=number)
    if platform in NUMERIC:
        numeric = _NUMERIC_ID.fullmatch(identifier)
        if numeric is not None:
            return Party(platform, numeric.group(1))
    if identifier.startswith("@"):
        return Party(platform, account_handle=identifier)
    digits = "".join(letter for letter in identifier if letter in "+0123456789")
    is_phone = not any(letter.isalpha() for letter in identifier)
    may_be_number = is_phone and (platform == NATIVE or identifier.startswith("+"))
    number = numbers.clean(digits, region) if may_be_number else None
    if number is not None:
        return Party(platform, number, number=number)
    if platform == NATIVE:
        return Party(platform, name=identifier)
    return Party(platform, digits if is_number(identifier) else identifier)
