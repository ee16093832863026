"""Accounts that an export describes other than by their messages."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.telegram.tables import Cells


@dataclass(frozen=True)
class Description:
    """What is said of an account, and when, as found."""

    account_key: str
    native_id: str | None
    name: str | None
    locator: str
    handle: str | None = None
    bio: str | None = None
    contact: str | None = None
    seconds: int | None = None
    date: str | None = None

    @property
    def columns(self) -> Cells:
        """It as `tables.ACCOUNT_COLUMNS`."""
        said = (self.account_key, self.native_id, self.name, self.locator)
        return (*said, self.handle, self.bio, self.contact)
