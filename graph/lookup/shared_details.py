"""Contact details that several members of a cluster publish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Publisher:
    """An account that publishes a detail, in how many posts, from when to when."""

    account_key: str
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True)
class SharedDetail:
    """A contact detail that several members publish.

    Attributes
    ----------
    detail_key, kind, value : str
    publishers : tuple of Publisher
        Members of the cluster, by key.
    in_all : int
        Accounts that publish it anywhere.
    hub_probability : float or None
        How likely it serves strangers; None when the latest snapshot does not say.
    """

    detail_key: str
    kind: str
    value: str
    publishers: tuple[Publisher, ...]
    in_all: int
    hub_probability: float | None


def read_shared_detail(row: dict[str, Any]) -> SharedDetail:
    """Make a shared detail of a row of `queries/cluster_details.cypher`."""
    return SharedDetail(
        **{**row, "publishers": tuple(Publisher(**each) for each in row["publishers"])}
    )
