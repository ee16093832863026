"""Accounts as captures name them, and those whom 4CAT hides."""

from __future__ import annotations

from ingest.readers.pseudonyms import opaque, shown
from ingest.readers.zeeschuimer.capture import Row


def account(
    known: str | None,
    handle: str | None,
    name: str | None,
    bio: str | None = None,
    contact: str | None = None,
) -> Row:
    """Lay out an account.

    Parameters
    ----------
    known, handle, name : str or None
        The platform's own id of it, its handle, and what it calls itself.
    bio, contact : str or None
        How it describes itself; the address that it shows.

    Notes
    -----
    Where 4CAT put a hash in the place of id or handle, the hash stands for somebody within that
    file, and nothing else is told of the account.
    """
    hidden = opaque(known) or opaque(handle)
    if hidden is not None or (shown(known) is None and shown(handle) is None):
        return {"account_id": hidden, "account_handle": None}
    return {
        "account_id": shown(known),
        "account_handle": shown(handle),
        "account_name": shown(name),
        "account_bio": shown(bio),
        "account_contact": contact,
    }
