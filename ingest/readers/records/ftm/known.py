"""The first pass over FollowTheMoney: which entities are accounts or details of platforms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph import keys
from ingest.readers.json_lines import Item
from ingest.readers.placeholders import is_placeholder
from ingest.readers.records.apps import NUMERIC, is_number, platform_of, whatsapp_number
from ingest.readers.records.endpoint_forms import money_key
from ingest.readers.records.ftm.entity import Entity, read_entity
from ingest.readers.refusal import Refusal

PLATFORM = "ftm"
_COUNTED = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True)
class Account:
    """An account as the plain table names it.

    Attributes
    ----------
    platform : str
    account_id, account_handle : str or None
        One of them.
    """

    platform: str
    account_id: str | None = None
    account_handle: str | None = None

    @property
    def key(self) -> str:
        """Its key."""
        if self.account_id is not None:
            return keys.account(self.platform, self.account_id)
        return keys.account_by_handle(self.platform, self.account_handle or "")

    def row(self) -> dict[str, object]:
        """Name it in a row."""
        return {
            "platform": self.platform,
            "account_id": self.account_id,
            "account_handle": self.account_handle,
        }


class Known:
    """The entities whose keys are not simply their ids.

    Parameters
    ----------
    items : iterable of Item
        The whole file; memory holds its user accounts, bank accounts and wallets.
    file_id : str
        As `file_id.file_id` gives it.
    """

    def __init__(self, items: Iterable[Item], file_id: str) -> None:
        self._file_id = file_id
        self._accounts: dict[str, Account] = {}
        self._details: dict[str, str] = {}
        for item in items:
            if item.problem is None:
                self._take(item.value)

    def _take(self, value: object) -> None:
        """Remember an entity that is known elsewhere by something other than its id."""
        try:
            entity = read_entity(value)
        except Refusal:
            return
        if entity.schema == "UserAccount":
            account = _on_platform(entity)
            if account is not None:
                self._accounts.setdefault(entity.id, account)
        elif entity.schema in {"BankAccount", "CryptoWallet"}:
            written = entity.first("iban", "publicKey", "accountNumber")
            detail = money_key(written) if written else None
            if detail is not None:
                self._details.setdefault(entity.id, detail)

    def own_id(self, entity_id: str) -> str:
        """Give an id that is the entity's alone: one that only counts holds in its file."""
        return f"{self._file_id}/{entity_id}" if _COUNTED.fullmatch(entity_id) else entity_id

    def account(self, entity_id: str) -> Account:
        """Tell which account an entity is."""
        return self._accounts.get(entity_id) or Account(PLATFORM, self.own_id(entity_id))

    def key(self, entity_id: str) -> str:
        """Key of the account or contact detail that an entity is."""
        return self._details.get(entity_id) or self.account(entity_id).key


def _on_platform(entity: Entity) -> Account | None:
    """Read the account that a user account is on its platform; None where it names neither."""
    service, username = entity.first("service"), entity.first("username")
    if service is None or username is None or " " in username.strip():
        return None
    platform, name = platform_of(service), username.strip()
    if is_placeholder(name):
        return None
    if platform == "whatsapp":
        number = whatsapp_number(name)
        return Account(platform, number) if number else Account(platform, None, name)
    if platform in NUMERIC and is_number(name):
        return Account(platform, name)
    return Account(platform, None, name)
