"""Which accounts are in clusters together with given ones."""

from __future__ import annotations

from collections.abc import Collection

from graph.store import GraphStore


def members_beside(
    store: GraphStore, snapshot: str, accounts: Collection[str], *, limit: int = 1_000_000
) -> list[tuple[str, str]]:
    """List the members of those clusters of a snapshot that some accounts are in.

    Parameters
    ----------
    store : GraphStore
    snapshot : str
        Its id.
    accounts : collection of str
        Keys of the accounts.
    limit : int

    Returns
    -------
    list of tuple
        Id of the cluster and key of the account, sorted.
    """
    rows = store.run(
        "clusters_of_accounts", snapshot=snapshot, accounts=sorted(accounts), limit=limit
    )
    return [(row["cluster_id"], row["account_key"]) for row in rows]
