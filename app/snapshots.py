"""Reading snapshots as they may be shown: without what is our own side's by now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from app.dossier_data import dossier_without_own
from graph.snapshots import read_snapshot as read_whole
from ingest.own import own_accounts

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.workspace import Workspace
    from ingest.mask import Mask
    from ingest.screen import Screen

PAIR = ["account_a", "account_b"]
LEAST_MEMBERS = 2


def read_snapshot(workspace: Workspace, name: str | None = None) -> Detection:
    """Read a snapshot, the one made last if none is named, without our own side.

    Raises
    ------
    NotFound
        If there is no such snapshot, or none at all.

    Notes
    -----
    A snapshot that was made before an account was declared ours still holds it on the disk. What
    is left without it keeps the measures that the snapshot gave it.
    """
    found = read_whole(workspace, name)
    if not own_accounts(workspace):
        return found
    from ingest.screened import Screened

    screen = Screened(workspace).screen
    return found if screen is None else without_own(found, screen)


def without_own(found: Detection, screen: Screen) -> Detection:
    """Take our own side out of a detection."""
    found = dossier_without_own(found, screen)
    is_others = pl.all_horizontal(_is_others(pl.col(PAIR), screen.accounts))
    said = _is_others(pl.col("shared"), screen.traits.details)
    reasons = found.reasons.filter(is_others, said)
    ties = found.ties.filter(is_others).join(
        reasons.filter("counted"), on=PAIR, how="semi", maintain_order="left"
    )
    members = found.members.filter(_is_others(pl.col("account_key"), screen.accounts))
    members = members.filter(pl.len().over("cluster_id") >= LEAST_MEMBERS)
    return replace(
        found,
        ties=ties,
        reasons=_reasons(reasons.join(ties, on=PAIR, how="semi", maintain_order="left"), screen),
        hubs=found.hubs.filter(_is_others(pl.col("detail_key"), screen.traits.details)),
        texts=found.texts.filter(_is_others(pl.col("post_key"), screen.posts)),
        clusters=_clusters(found.clusters, members, screen),
        members=members,
        coverage=found.coverage.with_columns(_hidden("group_key", screen.mask)),
        presence=found.presence.filter(_is_others(pl.col("account_key"), screen.accounts)),
        traces=found.traces.filter(
            _is_others(pl.col("account_key"), screen.accounts),
            _is_others(pl.col("value"), screen.traits.details),
        ),
        told=found.told.filter(_is_others(pl.col("account_key"), screen.accounts)),
        arrivals=found.arrivals.filter(_is_others(pl.col("account_key"), screen.accounts)),
        activity=found.activity.join(members, on="cluster_id", how="semi", maintain_order="left"),
        left_out=found.left_out.filter(is_others).with_columns(
            pl.col("reasons").list.eval(
                pl.element().map_batches(screen.mask.text, return_dtype=pl.String)
            )
        ),
    )


def _reasons(reasons: pl.DataFrame, screen: Screen) -> pl.DataFrame:
    """Hide our own side in what reasons say and cite."""
    cited = pl.col("posts").list.eval(pl.element().filter(_is_others(pl.element(), screen.posts)))
    return reasons.with_columns(
        cited,
        _hidden("shared", screen.mask),
        pl.col("sentence").map_batches(screen.mask.text, return_dtype=pl.String),
    )


def _clusters(clusters: pl.DataFrame, members: pl.DataFrame, screen: Screen) -> pl.DataFrame:
    """Keep the clusters that have members left, and what holds these together."""
    sizes = members.group_by("cluster_id").agg(size=pl.len().cast(clusters.schema["size"]))
    bridges = [
        [each for each in held if not set(each.split(" ↔ ")) & screen.accounts]
        for held in clusters["bridges"].fill_null([])
    ]
    groups = [
        screen.mask.key(pl.Series(named, dtype=pl.String))
        for named in clusters["groups"].fill_null([])
    ]
    return (
        clusters.with_columns(
            pl.Series("bridges", bridges, dtype=clusters.schema["bridges"]),
            pl.Series("groups", groups, dtype=clusters.schema["groups"]),
        )
        .drop("size")
        .join(sizes, on="cluster_id", maintain_order="left")
        .select(clusters.columns)
    )


def _hidden(column: str, mask: Mask) -> pl.Expr:
    """Hide our own side in a column of keys."""
    return pl.col(column).map_batches(mask.key, return_dtype=pl.String)


def _is_others(column: pl.Expr, own: Collection[str]) -> pl.Expr:
    """Whether a key is none of our own side's; so is a missing one."""
    among = pl.Series(sorted(own), dtype=pl.String).implode()
    return ~column.is_in(among).fill_null(value=False)
