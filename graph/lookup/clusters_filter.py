"""Which clusters a list holds."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

HUB_FROM = 0.5
"""From which probability on a contact detail is taken to serve strangers."""


@dataclass(frozen=True)
class ClusterFilter:
    """Which clusters to list; None asks for nothing.

    Attributes
    ----------
    least_size : int
    least_connectedness : float or None
    platform : str or None
        Only clusters with an account on it.
    words : str or None
        Part of the cluster's id, or of a member's key, handle or name, in any case.
    taxa : tuple of str or None
        Scientific names, one of which posts of its members name.
    groups : tuple of str or None
        Keys of groups, one of which its members post in.
    active_from, active_until : datetime or None
        Its activity reaches into this time.
    is_hub_joined : bool or None
        Whether two of its members publish a contact detail that may serve strangers.
    least_stability : float or None
        Every member stays in at least this share of repeated runs.
    among, not_among : tuple of str or None
        Ids that it has to be, or must not be, among.
    """

    least_size: int = 2
    least_connectedness: float | None = None
    platform: str | None = None
    words: str | None = None
    taxa: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None
    active_from: datetime | None = None
    active_until: datetime | None = None
    is_hub_joined: bool | None = None
    least_stability: float | None = None
    among: tuple[str, ...] | None = None
    not_among: tuple[str, ...] | None = None

    def parameters(self) -> dict[str, Any]:
        """Give the parameters of the queries that list clusters."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        lists = {name: list(value) for name, value in given.items() if isinstance(value, tuple)}
        return {**given, **lists, "hub_from": HUB_FROM}
