"""Look next: where collecting would likely show more of the networks that are known."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import polars as pl

from app.collected import Collected, collected
from app.words import count, day
from app.words import platform as platform_name
from graph.records import UTC
from graph.ties.layers.contact_detail import LEAST_CONFIDENCE
from graph.ties.layers.forward import NOT_NAMED
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.tables import Tables
    from graph.workspace import Workspace

INVITE, FORWARDED, STALE, HANDLE = "invite", "forwarded from", "stale group", "handle"
MOST = 20
HALF_LIFE_DAYS = 30
STALE_DAYS = 14
PUBLIC = ("telegram", "instagram", "facebook", "tiktok", "x", "youtube", "vk", "threads")
"""Platforms whose accounts can be looked at without writing to anybody."""

_POINTER = ("account_key", "post_key", "seen_at")


def look_next(
    workspace: Workspace, known: Tables, members: pl.DataFrame, *, most: int = MOST
) -> list[dict[str, Any]]:
    """List places that are not collected and to which accounts of clusters point.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been extracted.
    known : Tables
        What was known as of the report, as `ingest.tables.tables` gives it.
    members : polars.DataFrame
        ``account_key``: accounts of clusters; other columns do not matter.
    most : int
        Most rows.

    Returns
    -------
    list of dict
        ``what value why yield posts accounts``, the highest yield first, then by value. ``what``:

        - ``invite``: an invitation, by its key, to a group that is not known to be collected;
        - ``forwarded from``: whose words were passed on, as the source names them, where nothing
          of theirs is collected;
        - ``stale group``: a group, by its key, of which nothing was collected for `STALE_DAYS`;
        - ``handle``: the key of a handle on a public platform of no account that is collected.

    Notes
    -----
    ``yield`` is the number of distinct accounts of clusters that point there (or posted there),
    each counted in full if it did so on the day of the report and half as much for every
    `HALF_LIFE_DAYS` since; ``accounts`` counts them unweighted, ``posts`` the posts that point
    there. Nothing here suggests to write to anybody. Deterministic; cost is linear in the posts
    and details of the accounts.
    """
    accounts = members.select("account_key").unique()
    if accounts.is_empty() or known.posts.is_empty():
        return []
    here = collected(workspace, known)
    pointing = pl.concat(
        [
            _named(workspace, known, accounts, here),
            _passed_on(known, accounts, here),
            _stale(known, accounts),
        ]
    )
    end = date.fromisoformat(known.as_of)
    age = (pl.lit(end) - pl.col("last").dt.date()).dt.total_days().clip(0)
    by_account = pointing.group_by("what", "value", "platform", "account_key").agg(
        pl.col("post_key"), last=pl.col("seen_at").max()
    )
    ranked = (
        by_account.with_columns(weight=pl.lit(0.5) ** (age / HALF_LIFE_DAYS))
        .group_by("what", "value", "platform")
        .agg(
            pl.col("weight").sort().sum().round(2).alias("yield"),
            pl.col("post_key").explode().n_unique().alias("posts"),
            pl.len().alias("accounts"),
            pl.col("last").max(),
        )
        .sort("yield", "accounts", "what", "value", descending=[True, True, False, False])
        .head(most)
    )
    return [
        {
            "what": row["what"],
            "value": row["value"],
            "why": _why(row),
            "yield": row["yield"],
            "posts": row["posts"],
            "accounts": row["accounts"],
        }
        for row in ranked.iter_rows(named=True)
    ]


def _named(
    workspace: Workspace, known: Tables, accounts: pl.DataFrame, here: Collected
) -> pl.DataFrame:
    """Invitations and handles that accounts publish or pass on and that are not collected."""
    passed_on = (
        Screened(workspace)
        .all_derived("details")
        .filter(pl.col("account_key").is_null() & pl.col("post_key").is_not_null())
        .select("post_key", "detail_key", "kind", "value", "confidence", "seen_at")
        .join(known.posts.lazy().select("post_key", "account_key"), on="post_key")
        .collect()
    )
    columns = ("account_key", "post_key", "detail_key", "kind", "value", "confidence", "seen_at")
    details = (
        pl.concat([known.details.select(columns), passed_on.select(columns)])
        .filter(pl.col("confidence") >= LEAST_CONFIDENCE)
        .join(accounts, on="account_key", how="semi")
    )
    invites = details.filter(pl.col("kind") == "invite").join(
        here.addresses, left_on=pl.col("value").str.to_lowercase(), right_on="address", how="anti"
    )
    handles = (
        details.filter(pl.col("kind").is_in(PUBLIC))
        .with_columns(called=pl.col("value").str.to_lowercase())
        .join(here.handles, left_on=["kind", "called"], right_on=["platform", "called"], how="anti")
    )
    return pl.concat(
        [
            invites.select(*_as_pointing(INVITE, "detail_key", pl.lit(None, pl.String)), *_POINTER),
            handles.select(*_as_pointing(HANDLE, "detail_key", pl.col("kind")), *_POINTER),
        ]
    )


def _passed_on(known: Tables, accounts: pl.DataFrame, here: Collected) -> pl.DataFrame:
    """Whose words accounts pass on, where nothing of theirs is collected."""
    called = here.folded(pl.col("origin"))
    forwards = (
        known.forwards.join(accounts, on="account_key", how="semi")
        .with_columns(platform=pl.col("account_key").str.extract(r"^([^:]*):", 1), called=called)
        .filter(~pl.col("called").str.contains(NOT_NAMED) & (pl.col("called") != ""))
        .join(here.handles, on=["platform", "called"], how="anti")
        .join(here.names, on=["platform", "called"], how="anti")
    )
    return forwards.with_columns(
        value=pl.col("origin").sort().first().over("platform", "called")
    ).select(*_as_pointing(FORWARDED, "value", pl.col("platform")), *_POINTER)


def _stale(known: Tables, accounts: pl.DataFrame) -> pl.DataFrame:
    """Groups that accounts posted in, and of which nothing was collected for a while."""
    end = date.fromisoformat(known.as_of)
    stale = (
        known.coverage.drop_nulls("group_key")
        .group_by("group_key")
        .agg(pl.col("day").max())
        .filter((pl.lit(end) - pl.col("day")).dt.total_days() >= STALE_DAYS)
    )
    return (
        known.posts.join(stale, on="group_key")
        .join(accounts, on="account_key", how="semi")
        .with_columns(seen_at=pl.coalesce("posted_at", pl.col("day").cast(UTC)))
        .select(*_as_pointing(STALE, "group_key", pl.col("platform")), *_POINTER)
    )


def _as_pointing(what: str, value: str, platform: pl.Expr) -> tuple[pl.Expr, ...]:
    """Name a place to look."""
    return (
        pl.lit(what).alias("what"),
        pl.col(value).alias("value"),
        platform.alias("platform"),
    )


def _why(row: dict[str, Any]) -> str:
    """Say in a sentence why it is worth a look."""
    who = f"{count(row['accounts'], 'account')} of clusters"
    last: datetime | None = row["last"]
    until = day(last)
    where = platform_name(row["platform"] or "")
    if row["what"] == INVITE:
        return (
            f"{who} published or passed on this invitation, last on {until}; the group behind it "
            "is not known to be collected."
        )
    if row["what"] == FORWARDED:
        return f"{who} passed on posts from here ({where}), last on {until}; none is collected."
    if row["what"] == STALE:
        return f"{who} posted here until {until}; nothing was collected from here since then."
    return f"{who} named this {where} handle, last on {until}; no post of it is collected."
