"""Events of accounts between two days, most surprising first."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from graph.lifecycle.account.bursts import find_bursts
from graph.lifecycle.account.comings import find_back, find_new, find_vanished
from graph.lifecycle.account.details import find_dropped_details, find_new_details
from graph.lifecycle.account.moved import find_moved
from graph.lifecycle.account.prices import find_price_changes
from graph.lifecycle.account.roles import find_new_roles
from graph.lifecycle.account.state import AccountState, lay_out
from graph.lifecycle.account.taxa import find_new_taxa
from graph.lifecycle.tables import ACCOUNT_EVENTS
from graph.tables import Tables

FINDERS = (
    find_new, find_vanished, find_back, find_moved, find_new_details, find_dropped_details,
    find_new_roles, find_bursts, find_price_changes, find_new_taxa,
)  # fmt: skip


def account_events(
    before: AccountState | None, now: AccountState, accounts: Collection[str], tables: Tables
) -> pl.DataFrame:
    """Find what happened to accounts between two days.

    Parameters
    ----------
    before : AccountState, optional
        What was known on the first day; none of a first report, which has no events of accounts.
    now : AccountState
        What is known on the second day.
    accounts : collection of str
        Keys of the accounts asked for: members of clusters then or now.
    tables : Tables
        What is known on the second day.

    Returns
    -------
    polars.DataFrame
        `ACCOUNT_EVENTS`, the most surprising first, then by kind, account and value; ``score`` and
        ``of`` are null. ``cluster_id`` is that of now, else of before. Sentences name accounts and
        groups by their keys. The same whatever the order of rows.

    Notes
    -----
    What is dated by the first day but was learnt since (collected late) is no event, nor is what
    shows only in places that were first collected since. Whether a condition held on the first day
    already is judged by what is known now. Other accounts matter in one way only: their posts show
    on which days a place was observed.
    """
    if before is None or now.end <= before.end:
        return ACCOUNT_EVENTS.to_frame()
    between = lay_out(before, now, accounts, tables)
    found = pl.concat([find(between) for find in FINDERS])
    homes = (
        pl.concat([state.members.select("account_key", home="cluster_id")
                   for state in (between.now, between.before)])
        .unique("account_key", keep="first", maintain_order=True)
    )  # fmt: skip
    return (
        found.join(homes, on="account_key", how="left")
        .with_columns(cluster_id="home")
        .select(ACCOUNT_EVENTS.names())
        .sort("surprise", "kind", "account_key", "value", descending=[True, False, False, False])
    )
