"""How the accounts and groups of some sightings are called."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from graph.workspace import Workspace
from ingest.screened import Screened


def called(workspace: Workspace, keys: Iterable[str]) -> dict[str, str]:
    """Give the latest names of some accounts and groups.

    Parameters
    ----------
    workspace : Workspace
    keys : iterable of str
        Of accounts or groups.

    Returns
    -------
    dict of str to str
        By key; ``@handle`` of an account that has no name. What has neither is left out. Our own
        side is hidden.
    """
    wanted = pl.Series(sorted(set(keys)), dtype=pl.String).implode()
    archive = Screened(workspace)
    handle = pl.format("@{}", pl.col("handle").str.strip_chars_start("@"))
    described = [
        archive.all_records("accounts").select(
            key="account_key", said=pl.coalesce("name", handle), seen_at="seen_at"
        ),
        archive.all_records("groups").select(key="group_key", said="name", seen_at="seen_at"),
    ]
    found = (
        pl.concat(described)
        .filter(pl.col("key").is_in(wanted) & pl.col("said").is_not_null())
        .group_by("key")
        .agg(pl.col("said").sort_by("seen_at", "said", nulls_last=False).last())
        .collect()
    )
    return dict(found.iter_rows())
