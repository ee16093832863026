"""Clusters that parted: ever linked, but by now two operations that share nothing current."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from graph.communities import Partition, cut_components, number_communities, number_ties
from graph.lifecycle.current import current_ties, given_up_reasons
from graph.lifecycle.silence import LEAST_PATIENCE_DAYS
from graph.ties.posterior import PAIR
from graph.ties.tie import Ties

LEAST_OF_PART = 2
LATER_DAYS = LEAST_PATIENCE_DAYS


def part_by_activity(
    tied: Ties,
    partition: Partition,
    presence: pl.DataFrame,
    seen: pl.DataFrame,
    threshold_bits: float,
    before: pl.DataFrame | None = None,
) -> Partition:
    """Part the communities of which two parts go on without each other.

    Parameters
    ----------
    tied : Ties
        What the communities were cut from.
    partition : Partition
        Communities of all that were ever linked.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    seen : polars.DataFrame
        `graph.tables.SEEN`.
    threshold_bits : float
        The least score of a tie.
    before : polars.DataFrame, optional
        ``cluster_id account_key``: who stays with no part of their own stay with those whom they
        were with.

    Returns
    -------
    Partition
        A community is parted where current ties hold two or more parts together and none joins
        them, and at least two accounts of each went on after what had joined them. Everybody else
        of it stays with the part of the strongest tie.

    Notes
    -----
    Linkage evidence does not decay: only what accounts gave up while they went on posting parts
    them. Who is gone gave up nothing, and goes on joining those whom it joined.
    """
    inside = _inside(tied.ties, partition.accounts)
    reasons = tied.reasons.join(inside, on=PAIR, how="semi")
    lost = given_up_reasons(reasons, tied.values.published, seen)
    parts = _joined(current_ties(inside, lost, threshold_bits))
    of_several = _going_on(parts, partition.accounts, lost, presence)
    if of_several.is_empty():
        return partition
    home = partition.accounts.join(of_several, on="community", how="semi")
    ties = _with_former(_inside(tied.ties, home), before)
    parted = _followed(of_several.select("account_key", "part"), ties)
    return replace(partition, accounts=_renumbered(partition.accounts, parted))


def _going_on(
    parts: pl.DataFrame, home: pl.DataFrame, lost: pl.DataFrame, presence: pl.DataFrame
) -> pl.DataFrame:
    """Parts of communities of several that went on: ``account_key part community``.

    At least two accounts of each were seen four weeks after the last that joined the parts.
    """
    placed = parts.join(home, on="account_key")
    ends = [placed.rename({"account_key": side, "part": f"part_{side}"}) for side in PAIR]
    one, two = (pl.col(f"part_{side}") for side in PAIR)
    last = (
        lost.join(ends[0], on=PAIR[0])
        .join(ends[1].drop("community"), on=PAIR[1])
        .filter(one != two)
        .group_by("community")
        .agg(pl.col("last_day").max())
    )
    seen_on = pl.col("last_seen").dt.date() >= pl.col("last_day") + pl.duration(days=LATER_DAYS)
    going_on = (
        placed.join(last, on="community")
        .join(presence.select("account_key", "last_seen"), on="account_key")
        .filter(seen_on)
        .group_by("part")
        .len()
        .filter(pl.col("len") >= LEAST_OF_PART)
    )
    return placed.join(going_on, on="part", how="semi").filter(
        pl.col("part").n_unique().over("community") > 1
    )


def _inside(ties: pl.DataFrame, home: pl.DataFrame) -> pl.DataFrame:
    """Ties between accounts of one community."""
    sides = [home.rename({"account_key": side, "community": f"home_{side}"}) for side in PAIR]
    return (
        ties.join(sides[0], on=PAIR[0], maintain_order="left")
        .join(sides[1], on=PAIR[1], maintain_order="left")
        .filter(pl.col(f"home_{PAIR[0]}") == pl.col(f"home_{PAIR[1]}"))
        .select(ties.columns)
    )


def _joined(ties: pl.DataFrame) -> pl.DataFrame:
    """Accounts that ties join: ``account_key part``."""
    graph = number_ties(ties)
    labels = cut_components(graph.accounts, graph.ends, graph.weights, "components", 1.0, 0)
    return pl.DataFrame({"account_key": graph.keys.cast(pl.String), "part": labels})


def _with_former(ties: pl.DataFrame, before: pl.DataFrame | None) -> pl.DataFrame:
    """Add whether both accounts were in one cluster before: ``were_one``."""
    if before is None:
        return ties.with_columns(were_one=pl.lit(value=False))
    former = before.select("account_key", "cluster_id")
    for side in PAIR:
        renamed = former.rename({"account_key": side, "cluster_id": f"former_{side}"})
        ties = ties.join(renamed, on=side, how="left", maintain_order="left")
    one, two = (pl.col(f"former_{side}") for side in PAIR)
    return ties.with_columns(were_one=(one == two).fill_null(value=False))


def _followed(parts: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Let the others follow the strongest of their ties that leads to a part, step by step."""
    own = ["score", "were_one"]
    both = pl.concat(
        [
            ties.select(pl.col(one).alias("account_key"), pl.col(two).alias("other"), *own)
            for one, two in (PAIR, PAIR[::-1])
        ]
    )
    while True:
        follow = (
            both.join(parts, on="account_key", how="anti")
            .join(parts.rename({"account_key": "other"}), on="other")
            .sort("were_one", "score", "other", descending=[True, True, False])
            .unique("account_key", keep="first", maintain_order=True)
        )
        if follow.is_empty():
            return parts
        parts = pl.concat([parts, follow.select(parts.columns)])


def _renumbered(home: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Communities numbered anew after some were parted."""
    own = ["community", "part"]
    rows = home.join(parts, on="account_key", how="left").with_columns(pl.col("part").fill_null(-1))
    numbers = rows.select(own).unique(maintain_order=True).with_row_index("label")
    labels = rows.join(numbers, on=own)
    return number_communities(labels["account_key"], labels["label"].to_numpy())
