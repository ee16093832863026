"""Places that an account's posts say somebody or something is in, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.store import GraphStore

THREATENED = (
    r"(?is).*(?:\bCITES Appendix I{1,2}(?!I)"
    r"|\b(?:iucn|red ?list)\b[^;]*: *"
    r"(?:CR|EN|VU|critically endangered|endangered|vulnerable)\b).*"
)
"""What is written of a taxon that is threatened: as a whole, for Python and for Cypher."""


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
    threatened : int
        Those of them that offer or seek a threatened taxon.
    first_seen, last_seen : datetime or None
        Of those posts.
    """

    key: str
    place: str
    posts: int
    threatened: int
    first_seen: datetime | None
    last_seen: datetime | None


def list_places(store: GraphStore, key: str, *, skip: int = 0, limit: int = 100) -> list[SaidPlace]:
    """List places that an account's posts name, the most said first, some at a time."""
    rows = store.run("account_places", key=key, skip=skip, limit=limit, threatened=THREATENED)
    return [SaidPlace(**row) for row in rows]
