"""CSV export: a folder of three tables that open anywhere and hold no formulas."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from app.cluster_data import ties_within, unknown_clusters
from graph.errors import WorkspaceError
from graph.tables import Tables

if TYPE_CHECKING:
    from graph.detection import Detection

FORMULA = r"^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])"
"""How a cell begins that some spreadsheet program takes for a formula."""


def export_csv(
    found: Detection, cluster_ids: list[str], known: Tables, folder: Path
) -> dict[Path, int]:
    """Write clusters as ``members.csv``, ``ties.csv`` and ``evidence.csv``.

    Parameters
    ----------
    found : Detection
        The snapshot, as `app.judged_status.with_status` gives it.
    cluster_ids : list of str
        Which clusters.
    known : Tables
        What was known as of the snapshot, for names and posts.
    folder : Path
        Made if need be; files of these names are replaced.

    Returns
    -------
    dict of Path to int
        Rows written to each file. Cells that a spreadsheet would take for a formula begin with
        an apostrophe.

    Raises
    ------
    NotFound
        If the snapshot has no cluster of an id.
    WorkspaceError
        If the folder cannot be written.
    """
    missing = sorted(set(cluster_ids) - set(found.clusters["cluster_id"]))
    if missing:
        raise unknown_clusters(found, missing)
    ties = ties_within(found, cluster_ids)
    parts = {
        "members.csv": _members(found, cluster_ids, known),
        "ties.csv": _ties(ties, found),
        "evidence.csv": _evidence(ties, found, known),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, part in parts.items():
            _write(part, folder / name)
    except OSError as error:
        raise WorkspaceError(
            f"{folder}: the export cannot be written ({error.strerror or error}); "
            "name another folder."
        ) from None
    return {folder / name: len(part) for name, part in parts.items()}


def export_rejected(rows: pl.DataFrame, path: Path) -> None:
    """Write rows of sources that were refused as one table.

    Parameters
    ----------
    rows : polars.DataFrame
        As `ingest.tables.rejected` gives them.
    path : Path
        Replaced where it is there already.

    Raises
    ------
    WorkspaceError
        If it cannot be written.
    """
    part = rows.select("source", "field", "reason", "raw", file="path", place="locator").select(
        "file", "source", "place", "field", "reason", "raw"
    )
    try:
        _write(part, path)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the export cannot be written ({error.strerror or error}); name another file."
        ) from None


def _members(found: Detection, cluster_ids: list[str], known: Tables) -> pl.DataFrame:
    """Members with their names, and what was measured and said of their cluster."""
    measured = found.clusters.select(
        "cluster_id", "connectedness", "trade_relevance", "status",
        also_consider=_joined("alternatives"),
        legality=pl.col("legality").struct.field("verdict"),
    )  # fmt: skip
    return (
        found.members.filter(pl.col("cluster_id").is_in(cluster_ids))
        .join(known.accounts, on="account_key", how="left")
        .join(measured, on="cluster_id", how="left")
        .select(
            "cluster_id", "account_key", "platform", "handle", pl.col("name").alias("display_name"),
            "role", "stability", "borderline", "connectedness", "trade_relevance", "also_consider",
            "status", "legality",
            snapshot=pl.lit(found.snapshot), as_of=pl.lit(found.as_of),
        )
        .sort("cluster_id", "account_key")
    )  # fmt: skip


def _ties(ties: pl.DataFrame, found: Detection) -> pl.DataFrame:
    """Ties with the sentences of what entered their score."""
    pair = ["account_a", "account_b"]
    sentences = (
        found.reasons.filter("counted")
        .group_by(pair, maintain_order=True)
        .agg(reasons=pl.col("sentence").str.join(" "))
    )
    return ties.join(sentences, on=pair, how="left", maintain_order="left").select(
        "account_a", "account_b", "score", "reasons", "probability", "bits", "cluster_id"
    )


def _evidence(ties: pl.DataFrame, found: Detection, known: Tables) -> pl.DataFrame:
    """The posts that the ties' reasons cite, one row per reason and post."""
    pair = ["account_a", "account_b"]
    posts = known.posts.select("post_key", "account_key", "group_key", "posted_at", "text")
    return (
        found.reasons.filter("counted")
        .join(ties.select(*pair, "cluster_id"), on=pair)
        .explode("posts")
        .drop_nulls("posts")
        .join(posts, left_on="posts", right_on="post_key", how="left")
        .select(
            "cluster_id", *pair, "layer", "shared", "bits", "sentence",
            post_key="posts", post_account="account_key", group_key="group_key",
            posted_at=pl.col("posted_at").dt.to_string("iso:strict"), text="text",
        )
        .sort("cluster_id", *pair, "layer", "shared", "post_key", nulls_last=True)
    )  # fmt: skip


def _joined(column: str) -> pl.Expr:
    """A list of words as one cell."""
    return pl.col(column).list.join("; ")


def _write(part: pl.DataFrame, path: Path) -> None:
    """Write one table, whole or not at all, with a mark that spreadsheets know UTF-8 by."""
    safe = part.with_columns(
        pl.when(pl.col(pl.String).str.contains(FORMULA))
        .then("'" + pl.col(pl.String))
        .otherwise(pl.col(pl.String))
        .name.keep()
    )
    draft = path.with_name(f".{path.name}.draft")
    safe.write_csv(draft, include_bom=True)
    draft.replace(path)
