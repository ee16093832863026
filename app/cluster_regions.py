"""Which groups lie in which region, as it was stated for the files that show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import polars as pl

from graph.coverage import coverage_of
from graph.keys import source
from graph.workspace import Workspace


def groups_by_region(
    workspace: Workspace, snapshot: str, regions: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """List the groups of each region.

    Parameters
    ----------
    workspace : Workspace
    snapshot : str
        Its name; what it had observed counts.
    regions : mapping of str to str
        Regions that were stated, by the source's key.

    Returns
    -------
    dict of str to tuple of str
        Keys of groups by region, both sorted; regions without a group are absent.
    """
    if not regions:
        return {}
    stated = pl.DataFrame(
        [(key.removeprefix(source("")), region) for key, region in regions.items()],
        schema={"source": pl.String, "region": pl.String}, orient="row",
    )  # fmt: skip
    found = (
        coverage_of(workspace, snapshot)
        .select("source", "group_key")
        .drop_nulls()
        .unique()
        .collect()
        .join(stated, on="source")
        .group_by("region")
        .agg(pl.col("group_key").unique().sort())
        .sort("region")
    )
    return {region: tuple(groups) for region, groups in found.iter_rows()}


def observed_weeks(workspace: Workspace, snapshot: str, groups: Collection[str]) -> set[date]:
    """List the weeks in which something of some groups was collected, whoever posted.

    Parameters
    ----------
    workspace : Workspace
    snapshot : str
    groups : collection of str
        Keys; none: what is in no group.

    Returns
    -------
    set of datetime.date
        Mondays (UTC).
    """
    group = pl.col("group_key")
    here = group.is_in(sorted(groups)) if groups else group.is_null()
    found = (
        coverage_of(workspace, snapshot)
        .filter(here)
        .select(pl.col("day").dt.truncate("1w").alias("week"))
        .unique()
        .collect()
    )
    return set(found["week"].drop_nulls())
