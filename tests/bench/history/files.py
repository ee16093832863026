"""A planted history as files: what is collected each week, as a plain table."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from tests.bench.history.frames import KNOWN
from tests.bench.history.weeks import sunday
from tests.bench.history.world import History


def write_csv(world: History, folder: Path) -> list[Path]:
    """Write one file per week, with what became known in it.

    Parameters
    ----------
    world : History
    folder : Path
        Made when it is not there.

    Returns
    -------
    list of Path
        ``2024-09-08.csv`` and so on, each named by its Sunday, in their order; weeks in which
        nothing was collected have none. The columns are those of the plain table that the README
        describes; groups bear the name they had in that week.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for (week,), rows in sorted(world.posts.partition_by(KNOWN, as_dict=True).items()):
        path = folder / f"{sunday(int(week))}.csv"
        _table(world, rows, int(week)).write_csv(path)
        written.append(path)
    return written


def _table(world: History, rows: pl.DataFrame, week: int) -> pl.DataFrame:
    """The plain table of a week."""
    places = pl.DataFrame(
        [(place.number, place.native, place.name(week)) for place in world.places],
        schema={"place": pl.Int64, "group_id": pl.String, "group_name": pl.String},
        orient="row",
    )
    described = world.accounts.select("account_key", account_handle="handle", account_name="name")
    return (
        rows.join(places, on="place")
        .join(described, on="account_key")
        .sort("row")
        .select(
            "platform", "post_id", _written("posted_at"), "group_id", "group_name",
            pl.col("account").cast(pl.String).alias("account_id"), "account_handle",
            "account_name", "text", "price",
            pl.when(pl.col("price").is_not_null()).then(pl.lit("IDR")).alias("currency"),
            _written("collected_at"),
        )
    )  # fmt: skip


def _written(column: str) -> pl.Expr:
    """A time as a plain table has it."""
    return pl.col(column).dt.strftime("%Y-%m-%dT%H:%M:%SZ")
