"""Following: who belongs to no part goes with those whom their ties lead to."""

from __future__ import annotations

import polars as pl

from graph.communities import cut_components, number_communities, number_ties
from graph.ties.posterior import PAIR


def ties_inside(ties: pl.DataFrame, home: pl.DataFrame) -> pl.DataFrame:
    """Ties between accounts of one community."""
    sides = [home.rename({"account_key": side, "community": f"home_{side}"}) for side in PAIR]
    return (
        ties.join(sides[0], on=PAIR[0], maintain_order="left")
        .join(sides[1], on=PAIR[1], maintain_order="left")
        .filter(pl.col(f"home_{PAIR[0]}") == pl.col(f"home_{PAIR[1]}"))
        .select(ties.columns)
    )


def joined(ties: pl.DataFrame) -> pl.DataFrame:
    """Accounts that ties join: ``account_key part``."""
    graph = number_ties(ties)
    labels = cut_components(graph.accounts, graph.ends, graph.weights, "components", 1.0, 0)
    return pl.DataFrame({"account_key": graph.keys.cast(pl.String), "part": labels})


def with_former(ties: pl.DataFrame, before: pl.DataFrame | None) -> pl.DataFrame:
    """Add whether both accounts were in one cluster before: ``were_one``."""
    if before is None:
        return ties.with_columns(were_one=pl.lit(value=False))
    former = before.select("account_key", "cluster_id")
    for side in PAIR:
        renamed = former.rename({"account_key": side, "cluster_id": f"former_{side}"})
        ties = ties.join(renamed, on=side, how="left", maintain_order="left")
    one, two = (pl.col(f"former_{side}") for side in PAIR)
    return ties.with_columns(were_one=(one == two).fill_null(value=False))


def followed(parts: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
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


def renumbered(home: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Communities numbered anew after some were parted."""
    own = ["community", "part"]
    rows = home.join(parts, on="account_key", how="left").with_columns(pl.col("part").fill_null(-1))
    numbers = rows.select(own).unique(maintain_order=True).with_row_index("label")
    labels = rows.join(numbers, on=own)
    return number_communities(labels["account_key"], labels["label"].to_numpy())
