"""What a detection had observed: which source shows how much of which group on which day."""

from __future__ import annotations

import polars as pl

from graph.workspace import Workspace

COVERAGE = pl.Schema(
    {"source": pl.String(), "group_key": pl.String(), "day": pl.Date(), "posts": pl.UInt32()}
)
"""One row per source (its SHA-256), group (null: in none) and day with posts."""


def coverage_of(workspace: Workspace, snapshot: str) -> pl.LazyFrame:
    """Scan what a snapshot had observed, without reading more of it than is asked for.

    Returns
    -------
    polars.LazyFrame
        `COVERAGE`; empty where the snapshot's files are not in the workspace.
    """
    file = workspace.snapshots / snapshot / "coverage.parquet"
    return pl.scan_parquet(file) if file.exists() else COVERAGE.to_frame().lazy()
