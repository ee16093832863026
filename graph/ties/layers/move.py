"""Moves: what joining or leaving the same group together, or being renamed together, says.

Chance agreement: of the others who are known to have joined (left) the group, a share did so in
the same hours as the two. A day on which everybody was added, by an import or when the group was
made, says nothing, and nor does a group of which no other joining is dated. Renamings, of which
few are dated at all, are held against the frozen population instead. Belonging to the group is
not counted here, so that both may count. Followers of one invitation join together without
knowing each other: the layer supports a tie that other evidence suggests and never makes one.
"""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.layer import PairLayer, as_evidence

RENAMED = "renamed:"
JUST_BEFORE = timedelta(microseconds=1)


def weigh_moves(pairs: pl.DataFrame, tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Bits of moving together, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here when accounts joined and left groups, and when their descriptions
        changed, where two that follow each other were met within the window.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, one row per pair and kind of move in a group:
        ``value`` is ``joined:`` or ``left:`` and the group's key, or ``renamed:`` and the
        platform; ``accounts`` counts who moved with them, both included; ``gap_days`` is the
        time between the two.
    """
    model = calibration.move
    window = timedelta(hours=model.window_hours)
    moves = _moves(tables, window)
    together = (
        pairs.join(moves, left_on="account_a", right_on="account_key")
        .join(
            moves.rename({"at": "at_b"}),
            left_on=["account_b", "value"],
            right_on=["account_key", "value"],
        )
        .with_columns(apart=(pl.col("at") - pl.col("at_b")).abs())
        .filter(pl.col("apart") <= window)
        .sort("account_a", "account_b", "value", "apart", "at")
        .unique(["account_a", "account_b", "value"], keep="first", maintain_order=True)
    )
    is_renaming = pl.col("value").str.starts_with(RENAMED)
    of = pl.when(is_renaming).then(float(calibration.population)).otherwise("moved")
    share = (pl.col("accounts") - 1) / of
    return (
        together.pipe(_count_moved, moves, window)
        .with_columns(share=share)
        .filter(pl.col("share") < 0.5)
        .with_columns(
            bits=model.reliability * -pl.col("share").log(2),
            gap_days=pl.col("apart").dt.total_seconds() / 86_400,
        )
        .with_columns(further_bits=pl.col("bits"))
        .pipe(as_evidence, layer=LAYER.name, family="timing")
    )


def _moves(tables: Tables, window: timedelta) -> pl.DataFrame:
    """Who moved where and when: ``account_key value at``."""
    groups = [
        tables.memberships.select(
            "account_key", value=pl.format(f"{kind}:{{}}", "group_key"), at=column
        )
        for kind, column in (("joined", "joined_at"), ("left", "left_at"))
    ]
    own = ["account_key", "first_seen", "last_seen"]
    before = pl.col("last_seen").shift(1).over("account_key")
    renamed = (
        tables.names.sort(*own, "handle", "name", nulls_last=True)
        .group_by("account_key", "platform", "handle", "name", maintain_order=True)
        .agg(pl.col("first_seen").min(), pl.col("last_seen").max())
        .sort(*own)
        .filter((pl.col("first_seen") - before).is_between(timedelta(0), window))
        .select("account_key", value=pl.format(RENAMED + "{}", "platform"), at="first_seen")
    )
    return pl.concat([*groups, renamed]).drop_nulls().unique()


def _count_moved(together: pl.DataFrame, moves: pl.DataFrame, window: timedelta) -> pl.DataFrame:
    """Add how many moved in the hours of the two (``accounts``), and at all (``moved``)."""
    dated = moves.sort("value", "at").with_columns(nth=pl.int_range(1, pl.len() + 1).over("value"))
    until = dated.select("value", "at", "nth").sort("at", "nth")
    bounds = together.with_columns(
        start=pl.min_horizontal("at", "at_b") - window - JUST_BEFORE,
        end=pl.max_horizontal("at", "at_b") + window,
    )
    for bound in ("start", "end"):
        found = until.rename({"nth": f"nth_{bound}", "at": f"at_{bound}"})
        bounds = bounds.sort(bound).join_asof(
            found, left_on=bound, right_on=f"at_{bound}", by="value", check_sortedness=False
        )
    return bounds.join(moves.group_by("value").agg(moved=pl.len()), on="value").with_columns(
        accounts=(pl.col("nth_end") - pl.col("nth_start").fill_null(0)).cast(pl.Int64)
    )


LAYER = PairLayer("move", weigh_moves)
