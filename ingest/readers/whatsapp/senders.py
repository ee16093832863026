"""Accounts of a chat: by number where one is shown, else by name in the exporter's phone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from graph import keys
from graph.records import ACCOUNTS
from ingest.readers.whatsapp.marks import plain
from ingest.readers.whatsapp.system_rows import AND, EXPORTER

PLATFORM = "whatsapp"
_NUMBER = re.compile(r"\+[\d ().-]{6,30}")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
_OTHERS = re.compile(r"\d+ \w+")


@dataclass(frozen=True)
class Sender:
    """An account as a chat shows it.

    Attributes
    ----------
    key : str
        Its key.
    number : str or None
        The number it is registered with; null where a name is shown in its place.
    name : str or None
        The name in the exporter's address book, or with a ``~`` the one that it chose itself.
    """

    key: str
    number: str | None
    name: str | None


def sender(shown: str, group_key: str) -> Sender:
    """Tell the account by what stands before a message.

    Parameters
    ----------
    shown : str
        A number in any spacing, or a name.
    group_key : str
        The chat: a name means somebody only within it.
    """
    number = phone_number(shown)
    if number is not None:
        return Sender(keys.account(PLATFORM, number), number, None)
    return Sender(keys.account_by_name(PLATFORM, group_key, shown), None, shown)


def phone_number(shown: str) -> str | None:
    """Read an international number, null where it is none."""
    written = plain(shown).strip()
    digits = re.sub(r"\D", "", written)
    if _NUMBER.fullmatch(written) and _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return f"+{digits}"
    return None


def people(listed: str | None, language: str, known: Collection[str]) -> list[str]:
    """Take a list of names apart; whoever exported the chat is left out.

    Parameters
    ----------
    listed : str or None
        ``Ani, Budi and +62 812 …``.
    language : str
        Whose word for *and* may stand in it.
    known : collection of str
        Names of people who write in the chat; these are not taken apart.
    """
    if listed is None or listed in EXPORTER:
        return []
    if listed in known:
        return [listed]
    last = "|".join(map(re.escape, AND[language]))
    pieces = re.split(rf"\s*[,،、，]\s+(?:(?:{last})\s+)?|\s+(?:{last})\s+|、", listed)
    return [
        piece
        for piece in map(str.strip, pieces)
        if piece and piece not in EXPORTER and not _OTHERS.fullmatch(piece)
    ]


def account_rows(seen: pl.DataFrame, senders: dict[str, Sender]) -> pl.DataFrame:
    """Describe accounts, each once.

    Parameters
    ----------
    seen : polars.DataFrame
        ``shown``, ``at`` and ``locator``, in the order of the chat.
    senders : dict of str to Sender
        Who is meant by what is shown.

    Returns
    -------
    polars.DataFrame
        A `graph.records.ACCOUNTS` table.
    """
    first = seen.unique("shown", keep="first", maintain_order=True)
    who = [senders[shown] for shown in first["shown"]]
    return pl.DataFrame(
        {
            "account_key": [it.key for it in who],
            "platform": [PLATFORM] * len(who),
            "native_id": [it.number for it in who],
            "handle": [None] * len(who),
            "name": [it.name for it in who],
            "url": [None] * len(who),
            "bio": [None] * len(who),
            "contact": [it.number for it in who],
            "seen_at": first["at"],
            "locator": first["locator"],
        },
        schema=ACCOUNTS,
    ).unique("account_key", keep="first", maintain_order=True)
