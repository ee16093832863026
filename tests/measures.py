"""How well clusters agree with planted truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

SIZES = {"2–3": (2, 3), "4–9": (4, 9), "10 and more": (10, 10**9)}


@dataclass(frozen=True)
class PairScores:
    """Pairwise precision, recall and their harmonic mean, each in [0, 1]."""

    precision: float
    recall: float
    f1: float


def harmonic(precision: float, recall: float) -> PairScores:
    """Scores with their harmonic mean, 0 when both are."""
    both = precision + recall
    return PairScores(precision, recall, 2 * precision * recall / both if both else 0.0)


def pair_scores(
    members: pl.DataFrame,
    rings: Mapping[str, int],
    left_out: Mapping[str, str] | None = None,
) -> PairScores:
    """Compare pairs of accounts in one cluster with pairs in one ring.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``, each account once.
    rings : mapping of str to int
        Account key to its ring; accounts of no ring are absent.
    left_out : mapping of str to str, optional
        Account key to an organisation whose pairs are neither right nor wrong.

    Returns
    -------
    PairScores
        Precision is 0 when nothing was found. No pairs are listed: the cost is that of counting.
    """
    placed = labelled(members, rings)
    right = _pairs(placed.drop_nulls("ring"), "cluster_id", "ring")
    found = _pairs(placed, "cluster_id")
    if left_out:
        organised = members.join(_labels(left_out, "organisation"), on="account_key")
        found -= _pairs(organised, "cluster_id", "organisation")
    true = _pairs(_labels(rings, "ring"), "ring")
    return harmonic(right / found if found else 0.0, right / true if true else 0.0)


def b_cubed(
    members: pl.DataFrame,
    rings: Mapping[str, int],
    left_out: Mapping[str, str] | None = None,
) -> PairScores:
    """B-cubed precision and recall, over the accounts of a ring or of a cluster.

    Parameters
    ----------
    members, rings, left_out
        As of `pair_scores`; accounts of organisations left out are asked no precision.

    Notes
    -----
    Bagga and Baldwin (1998). Strangers whom nothing places would raise every score and are not
    counted; an account alone is a cluster, or a ring, of its own.
    """
    placed = (
        _labels(rings, "ring")
        .join(
            members.select("account_key", "cluster_id"), on="account_key", how="full", coalesce=True
        )
        .with_columns(
            alone=pl.concat_str(pl.lit("alone "), "account_key"),
            cluster_id=pl.col("cluster_id").cast(pl.String),
            ring=pl.col("ring").cast(pl.String),
        )
        .with_columns(pl.coalesce("cluster_id", "alone"), pl.coalesce("ring", "alone"))
    )
    both = pl.len().over("cluster_id", "ring")
    marked = placed.with_columns(
        right=both / pl.len().over("cluster_id"), whole=both / pl.len().over("ring")
    )
    asked = marked.filter(~pl.col("account_key").is_in(list(left_out or {})))
    ringed = marked.filter(pl.col("ring") != pl.col("alone"))
    return harmonic(_mean(asked["right"]), _mean(ringed["whole"]))


def recall_by_size(members: pl.DataFrame, rings: Mapping[str, int]) -> dict[str, float | None]:
    """Pairwise recall among rings of each of `SIZES`; None where there is none of that size."""
    sized = _labels(rings, "ring").with_columns(size=pl.len().over("ring"))
    found: dict[str, float | None] = {}
    for name, (least, most) in SIZES.items():
        some = sized.filter(pl.col("size").is_between(least, most))
        chosen = dict(some.select("account_key", "ring").iter_rows())
        found[name] = pair_scores(members, chosen).recall if chosen else None
    return found


def best_jaccard(members: pl.DataFrame, groups: Mapping[str, object]) -> pl.DataFrame:
    """For each true group, the cluster that is most like it.

    Returns
    -------
    polars.DataFrame
        ``group size cluster_id jaccard``, by group; ``jaccard`` 0 where no cluster holds any.
    """
    true = pl.DataFrame(
        {"account_key": list(groups), "group": [str(each) for each in groups.values()]},
        schema={"account_key": pl.String, "group": pl.String},
    )
    sizes = members.group_by("cluster_id").agg(many=pl.len())
    shared = (
        true.join(members.select("account_key", "cluster_id"), on="account_key")
        .group_by("group", "cluster_id")
        .agg(both=pl.len())
    )
    totals = true.group_by("group").agg(size=pl.len())
    return (
        totals.join(shared, on="group", how="left")
        .join(sizes, on="cluster_id", how="left")
        .with_columns(
            jaccard=(pl.col("both") / (pl.col("size") + pl.col("many") - pl.col("both"))).fill_null(
                0.0
            )
        )
        .sort("group", "jaccard", "cluster_id", descending=[False, True, False])
        .unique("group", keep="first", maintain_order=True)
        .select("group", "size", "cluster_id", "jaccard")
    )


def rings_found(members: pl.DataFrame, rings: Mapping[str, int], least: float = 0.5) -> float:
    """Share of rings that some cluster matches at a Jaccard index of at least this."""
    alike = best_jaccard(members, rings)
    return _mean((alike["jaccard"] >= least).cast(pl.Float64))


def giant_share(members: pl.DataFrame, accounts: int) -> float:
    """Share of all accounts that the largest cluster holds: the sign of a bad projection."""
    largest = members.group_by("cluster_id").len()["len"].max()
    return float(largest or 0) / accounts  # type: ignore[arg-type]


def set_scores(found: set[str], true: set[str]) -> PairScores:
    """Precision and recall of a set, for hubs; precision is 0 when nothing was found."""
    right = len(found & true)
    return harmonic(right / len(found) if found else 0.0, right / len(true) if true else 0.0)


def labelled(members: pl.DataFrame, rings: Mapping[str, int]) -> pl.DataFrame:
    """Clusters' accounts with the ring of each, null for those of none."""
    return members.select("cluster_id", "account_key").join(
        _labels(rings, "ring"), on="account_key", how="left"
    )


def _labels(groups: Mapping[str, int] | Mapping[str, str], name: str) -> pl.DataFrame:
    """A mapping as a table."""
    kind = pl.String if any(isinstance(each, str) for each in groups.values()) else pl.Int64
    return pl.DataFrame(
        {"account_key": list(groups), name: list(groups.values())},
        schema={"account_key": pl.String, name: kind},
    )


def _pairs(table: pl.DataFrame, *by: str) -> int:
    """How many pairs of rows agree in some columns."""
    many = table.group_by(by).len()["len"].cast(pl.Int64)
    return int((many * (many - 1) // 2).sum())


def _mean(values: pl.Series) -> float:
    """The mean, 0 of none."""
    return float(values.mean() or 0.0)  # type: ignore[arg-type]
