"""Who is called what in one chat, so that names in service messages can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph import keys
from ingest.readers.telegram.peers import PLATFORM

_SEVERAL = ""


@dataclass(frozen=True)
class Change:
    """One statement that somebody belongs to a chat, joined or left it.

    Attributes
    ----------
    account_key : str or None
        Whose, where an id says so.
    name : str or None
        Whose, as named; only read where there is no key.
    by_key, by_name : str or None
        Who brought it about, likewise; both None: nobody else.
    is_own_act : bool
        Whether the account that acts bears the name too.
    position : int
        Of the message in its chat.
    """

    account_key: str | None
    name: str | None
    event: str | None
    role: str | None
    by_key: str | None
    by_name: str | None
    is_own_act: bool
    position: int
    time: datetime | None
    locator: str


class Roster:
    """The accounts that act in one chat, and their names.

    Parameters
    ----------
    group_key : str
        Of the chat.
    """

    def __init__(self, group_key: str) -> None:
        self._group_key = group_key
        self._bearers: dict[str, str] = {}
        self._acts: dict[str, list[int]] = {}

    def note(self, name: str | None, account_key: str, position: int) -> None:
        """Note that an account with an id acts under a name in a message."""
        acts = self._acts.get(account_key)
        if acts is None:
            self._acts[account_key] = [position, position]
        else:
            acts[1] = position
        if name is not None and self._bearers.setdefault(name, account_key) != account_key:
            self._bearers[name] = _SEVERAL

    def member_key(self, change: Change) -> str:
        """Key of the account whose membership changes.

        A name stands for an account with an id only when that account alone bears it in this
        chat, and when what it does fits: who is brought in has done nothing before, and who is
        put out nothing after. Else it stays a name.
        """
        if change.account_key is not None:
            return change.account_key
        name = change.name or ""
        bearer = self._bearers.get(name) or None
        if bearer is not None and (change.is_own_act or self._fits(bearer, change)):
            return bearer
        return self.named_key(name)

    def actor_key(self, change: Change) -> str | None:
        """Key of the account that brought the change about, None when nobody else did."""
        if change.by_key is not None or change.by_name is None:
            return change.by_key
        return self._bearers.get(change.by_name) or self.named_key(change.by_name)

    def named_key(self, name: str) -> str:
        """Key of an account that is only known by its name here."""
        return keys.account_by_name(PLATFORM, self._group_key, name)

    def _fits(self, account_key: str, change: Change) -> bool:
        """Whether what an account does in the chat agrees with when it came or went."""
        first, last = self._acts[account_key]
        return last < change.position if change.event == "left" else first > change.position
