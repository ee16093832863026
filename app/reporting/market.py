"""The market: sellers and listings that appeared, and that are not seen any more."""

from __future__ import annotations

from typing import Any

import polars as pl

from app.reporting.compared import Compared
from app.reporting.names import Names
from graph.day import end_of
from graph.lifecycle.tables import ACTIVE, GONE
from graph.trade import trade_posts
from graph.workspace import Workspace
from ingest.tables import known_listings

MOST_NAMED = 50


def seller_data(found: Compared, names: Names) -> dict[str, Any]:
    """Say which accounts that offer or seek goods are new, not seen any more, or seen again.

    Parameters
    ----------
    found : Compared
    names : Names

    Returns
    -------
    dict
        ``new gone back``, each with ``accounts`` (how many) and ``named`` (at most fifty keys);
        of those in no cluster too. Empty lists in a first report. New are those first seen in the
        period in a place that was observed before.
    """
    nothing = pl.DataFrame(schema={"account_key": pl.String})
    new = gone = back = nothing
    if found.before is not None:
        traders = trade_posts(found.tables).select("account_key").unique()
        was = found.before.presence.select("account_key", was="status")
        both = (
            found.now.presence.join(traders, on="account_key", how="semi")
            .join(was, on="account_key", how="left")
            .join(found.now.arrivals, on="account_key", how="left")
        )
        new = both.filter(pl.col("was").is_null(), ~pl.col("by_coverage").fill_null(value=True))
        gone = both.filter(pl.col("was") == ACTIVE, pl.col("status") == GONE)
        back = both.filter(pl.col("was") == GONE, pl.col("status") == ACTIVE)
    return {
        name: {"accounts": len(each), "named": _named(each, names)}
        for name, each in (("new", new), ("gone", gone), ("back", back))
    }


def listing_data(workspace: Workspace, found: Compared) -> list[dict[str, Any]]:
    """Count the listings that were sighted before and in the period, platform by platform.

    Parameters
    ----------
    workspace : Workspace
    found : Compared

    Returns
    -------
    list of dict
        ``platform before now appeared not_seen``: posts without a time of their own, which are
        there whenever they are sighted; ``before``: sighted in as many days before the period;
        ``appeared``: first sighted in it; ``not_seen``: sighted before and not in it. Empty where
        every post has its time.
    """
    start, end = end_of(found.period.start), end_of(found.now.as_of)
    seen = known_listings(workspace, found.now.as_of, start - (end - start), start)
    return seen.sort("platform").to_dicts()


def _named(accounts: pl.DataFrame, names: Names) -> list[str]:
    """Name some accounts, for the labels too."""
    keys = accounts["account_key"].sort().head(MOST_NAMED).to_list()
    for key in keys:
        names.of(key)
    return keys
