"""Places that an account's posts say somebody or something is in, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.store import GraphStore


@dataclass(frozen=True)
class SaidPlace:
    """A place that an account's posts name.

    Attributes
    ----------
    key : str
        The place in small letters: capitals make no other place.
    place : str
        As one of the posts writes it; it was never looked up.
    posts : int
        Distinct posts that say so.
    first_seen, last_seen : datetime or None
        Of those posts.
    """

    key: str
    place: str
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None


def list_places(store: GraphStore, key: str, *, skip: int = 0, limit: int = 100) -> list[SaidPlace]:
    """List places that an account's posts name, the most said first, some at a time."""
    return [
        SaidPlace(**row) for row in store.run("account_places", key=key, skip=skip, limit=limit)
    ]
