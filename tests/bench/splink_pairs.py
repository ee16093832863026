"""Splink's clusters of accounts: it reads what detection reads, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import polars as pl

from graph.tables import Tables
from graph.ties.layers.text_family import find_text_families
from tests.worlds import calibration

PEERS = Path(".venv-peers/bin/python")
PROGRAM = Path(__file__).parent / "peers" / "splink_accounts.py"
TOO_COMMON = 50
"""What more accounts share than this is on a stop list, as an analyst would put it there."""
DETAILS = {
    "phones": ("phone",),
    "banks": ("bank",),
    "emails": ("email",),
    "messengers": ("telegram", "line", "wechat"),
}


def splink_clusters(known: Tables) -> dict[float, pl.DataFrame]:
    """Cluster accounts with Splink.

    Parameters
    ----------
    known : Tables
        What detection reads.

    Returns
    -------
    dict of float to polars.DataFrame
        ``cluster_id account_key`` by the threshold on the match probability; empty where the
        peers' environment is not set up (``make bench`` does).
    """
    if not PEERS.exists():
        return {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "accounts.parquet"
        describe_accounts(known).write_parquet(file)
        done = subprocess.run(
            [PEERS, PROGRAM, file, folder], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"Splink failed: {done.stderr[-2_000:]}")
        said = json.loads(done.stdout.splitlines()[-1])
        return {
            threshold: pl.read_parquet(Path(folder) / f"{threshold}.parquet")
            for threshold in said["thresholds"]
        }


def describe_accounts(known: Tables) -> pl.DataFrame:
    """Lay out one row per account, its values in lists.

    Returns
    -------
    polars.DataFrame
        ``account_key handle phones banks emails messengers texts pictures groups``, without
        values that more than `TOO_COMMON` accounts share.
    """
    texts = find_text_families(known.signatures, calibration().text_family.similarity)
    columns = {
        name: known.details.filter(pl.col("kind").is_in(kinds)).select(
            "account_key", value="detail_key"
        )
        for name, kinds in DETAILS.items()
    } | {
        "texts": texts.select("account_key", "value"),
        "pictures": known.images.select("account_key", value="family_key"),
        "groups": known.memberships.select("account_key", value="group_key"),
    }
    rows = known.accounts.select("account_key", "handle")
    for name, shown in columns.items():
        shared = (
            shown.drop_nulls()
            .unique()
            .filter(pl.len().over("value") <= TOO_COMMON)
            .sort("account_key", "value")
            .group_by("account_key")
            .agg(pl.col("value").alias(name))
        )
        rows = rows.join(shared, on="account_key", how="left")
    return rows.sort("account_key")
