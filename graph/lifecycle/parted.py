"""Clusters that parted: ever linked, but by now two operations that share nothing current."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from graph.communities import Partition
from graph.lifecycle.current import current_ties, given_up_reasons
from graph.lifecycle.following import followed, joined, renumbered, ties_inside, with_former
from graph.lifecycle.kept_apart import keep_apart
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
        ``cluster_id account_key``: what was apart stays so until something current joins it, and
        who is of no part of their own stay with those whom they were with.

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
    inside = ties_inside(tied.ties, partition.accounts)
    reasons = tied.reasons.join(inside, on=PAIR, how="semi")
    lost = given_up_reasons(reasons, tied.values.published, seen)
    current = current_ties(inside, lost, threshold_bits)
    home = keep_apart(partition.accounts, inside, current, before)
    of_several = _going_on(joined(ties_inside(current, home)), home, lost, presence)
    if of_several.is_empty():
        return replace(partition, accounts=home)
    asked = home.join(of_several, on="community", how="semi")
    ties = with_former(ties_inside(inside, asked), before)
    parted = followed(of_several.select("account_key", "part"), ties)
    return replace(partition, accounts=renumbered(home, parted))


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
