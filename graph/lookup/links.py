"""Relations that are no posts: calls, transfers and the like, seen from one account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.store import GraphStore


@dataclass(frozen=True)
class Link:
    """A relation that somebody recorded.

    Attributes
    ----------
    link_key, from_key, to_key, kind : str
        Both ends are accounts or contact details.
    from_name, to_name : str or None
        Of ends that are accounts.
    occurred_at : datetime or None
    occurred_at_raw, amount, currency : str or None
        As the source writes them.
    origin, grade, handling : str or None
        Who says so, how reliable that is held to be, and whom it may be shown to.
    through : str or None
        The contact detail of the account that is linked; None when it is the account itself.
    recorded_in : tuple of str
        Source and place of each sighting.
    """

    link_key: str
    from_key: str
    to_key: str
    from_name: str | None
    to_name: str | None
    kind: str
    occurred_at: datetime | None
    occurred_at_raw: str | None
    amount: str | None
    currency: str | None
    origin: str | None
    grade: str | None
    handling: str | None
    through: str | None
    recorded_in: tuple[str, ...]


def list_links(store: GraphStore, key: str, *, skip: int = 0, limit: int = 100) -> list[Link]:
    """List relations of an account and its contact details, the latest first, some at a time."""
    rows = store.run("account_links", key=key, skip=skip, limit=limit)
    return [Link(**{**row, "recorded_in": tuple(row["recorded_in"])}) for row in rows]
