"""Where new accounts post: the groups, and the roles in them, that others had before.

Chance agreement: a shared group of k accounts is worth the less the more accounts post there. Both
only support a succession that other evidence suggests.
"""

from __future__ import annotations

import math

import polars as pl

from graph.lifecycle.presence import NO_GROUP
from graph.lifecycle.succession.evidence import GROUP, ROLE, Piece
from graph.lifecycle.succession.numbers import Numbers
from graph.lifecycle.succession.shown import Shared
from graph.tables import Tables
from graph.ties.layers.administered_group import ROLES


def add_places(found: Shared, presence: pl.DataFrame, tables: Tables, numbers: Numbers) -> Shared:
    """Add the groups and roles that pairs of accounts share to what else they do.

    Parameters
    ----------
    found : dict
        `graph.lifecycle.succession.shown.Shared`; of its pairs only.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    tables : Tables
        What is known; here the memberships and roles.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    dict
        The same shape.
    """
    model = numbers.structure
    places = _places(set(found), presence)
    roles = _running(tables)
    sizes: dict[str, int] = {}
    inside: dict[str, set[str]] = {}
    for account, place in places.iter_rows():
        sizes[place] = sizes.get(place, 0) + 1
        inside.setdefault(account, set()).add(place)
    return {
        new: {
            other: [
                *pieces,
                *_groups(inside.get(new, set()) & inside.get(other, set()), sizes, numbers),
                *(
                    Piece(ROLE, group, model.role_bits, model.role_bits)
                    for group in sorted(roles.get(new, set()) & roles.get(other, set()))
                ),
            ]
            for other, pieces in others.items()
        }
        for new, others in found.items()
    }


def _places(new: set[str], presence: pl.DataFrame) -> pl.DataFrame:
    """Who posts in the groups of new accounts: ``account_key places``."""
    spread = presence.select("account_key", "places").explode("places").drop_nulls()
    groups = spread.filter(~pl.col("places").str.starts_with(NO_GROUP))
    is_new = pl.col("account_key").is_in(pl.Series(sorted(new), dtype=pl.String).implode())
    theirs = groups.filter(is_new)["places"].unique()
    return groups.filter(pl.col("places").is_in(theirs.implode()))


def _groups(shared: set[str], sizes: dict[str, int], numbers: Numbers) -> list[Piece]:
    """Groups that two accounts share, those that say something."""
    found = []
    for group in sorted(shared):
        bits = numbers.structure.reliability * math.log2(numbers.population / sizes[group])
        if bits > 0:
            found.append(Piece(GROUP, group, bits, bits, accounts=sizes[group]))
    return found


def _running(tables: Tables) -> dict[str, set[str]]:
    """The groups that accounts run."""
    role = pl.col("role").str.strip_chars().str.to_lowercase()
    rows = tables.memberships.filter(role.str.contains(ROLES)).select("account_key", "group_key")
    found: dict[str, set[str]] = {}
    for account, group in rows.unique().iter_rows():
        found.setdefault(account, set()).add(group)
    return found
