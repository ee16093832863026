"""Who may have carried on from whom: new accounts, and accounts not seen any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import polars as pl

from graph.lifecycle.observed import observed_clock, place_of, read_clock
from graph.lifecycle.silence import SUPPOSED_GAP_DAYS
from graph.lifecycle.succession.numbers import Sides
from graph.lifecycle.tables import ACTIVE, GONE
from graph.tables import Tables

DAY = timedelta(days=1)


@dataclass(frozen=True)
class New:
    """A new account.

    Attributes
    ----------
    first_seen : datetime
    is_collected : bool
        Its first place had been observed for long enough to say that it is new.
    """

    first_seen: datetime
    is_collected: bool


@dataclass(frozen=True)
class Old:
    """An account that is silent.

    Attributes
    ----------
    first_seen, last_seen : datetime
    is_gone : bool
        By the usual measure; otherwise only a close hand-over makes it one that may be followed.
    left : bool
        It is known to have left its groups.
    silent_days : float
        Observed days since its last post.
    """

    first_seen: datetime
    last_seen: datetime
    is_gone: bool
    left: bool
    silent_days: float


class Met:
    """When all accounts were there.

    Parameters
    ----------
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    """

    def __init__(self, presence: pl.DataFrame) -> None:
        gone = pl.col("status") == GONE
        rows = presence.select("account_key", "first_seen", "last_seen", gone)
        self._met = {key: (first, last, is_gone) for key, first, last, is_gone in rows.iter_rows()}

    def there_before(self, account_key: str, new: New) -> bool:
        """Whether an account was there before a new one came, and may still have been."""
        if account_key not in self._met:
            return False
        first, last, is_gone = self._met[account_key]
        return first < new.first_seen and (not is_gone or last > new.first_seen)


def new_accounts(
    tables: Tables, presence: pl.DataFrame, since: datetime, model: Sides
) -> dict[str, New]:
    """Choose the accounts that were first seen lately.

    Parameters
    ----------
    tables : Tables
        What is known; here who was seen where and when.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    since : datetime
        Start of the period; accounts first seen up to ``new_days`` before it are chosen, too.
    model : Sides
        The numbers.

    Returns
    -------
    dict
        By account, in the order of their keys.
    """
    late = presence.filter(pl.col("first_seen") > since - model.new_days * DAY)
    seen = tables.seen.select("account_key", "day", "first_at", place_of())
    first = (
        seen.filter(pl.col("account_key").is_in(late["account_key"].implode()))
        .sort("account_key", "first_at", "place")
        .unique("account_key", keep="first", maintain_order=True)
    )
    there = seen.filter(pl.col("place").is_in(first["place"].unique().implode()))
    observed = read_clock(observed_clock(there), first, "day")
    known = dict(zip(first["account_key"], observed > model.collected_days, strict=True))
    return {
        row["account_key"]: New(row["first_seen"], known.get(row["account_key"], False))
        for row in late.sort("account_key").iter_rows(named=True)
    }


def old_accounts(presence: pl.DataFrame, model: Sides) -> dict[str, Old]:
    """Choose the accounts that are silent where somebody was looking; parameters as above.

    Accounts whose places were not observed are never among them.
    """
    silent = (pl.col("status") == ACTIVE) & (pl.col("silent_days") >= _enough_silence(model))
    rows = presence.filter((pl.col("status") == GONE) | silent).sort("account_key")
    return {
        row["account_key"]: Old(
            first_seen=row["first_seen"],
            last_seen=row["last_seen"],
            is_gone=row["status"] == GONE,
            left=row["left"],
            silent_days=row["silent_days"],
        )
        for row in rows.iter_rows(named=True)
    }


def is_pair(new: New, old: Old, model: Sides) -> bool:
    """Whether an account may carry on from another, by their times alone."""
    gap = gap_days(new, old)
    is_followed = old.is_gone or gap <= model.close_days
    return (
        is_followed
        and old.first_seen < new.first_seen
        and -model.overlap_days <= gap <= model.most_gap_days
    )


def gap_days(new: New, old: Old) -> float:
    """Days from the last post of the one to the first of the other; below 0 they overlap."""
    return (new.first_seen - old.last_seen) / DAY


def _enough_silence(model: Sides) -> pl.Expr:
    """Observed days of silence from which on a close hand-over is one."""
    lived = (pl.col("last_seen") - pl.col("first_seen")).dt.total_seconds() / DAY.total_seconds()
    times = pl.col("active_days")
    gap = pl.when(times > 1).then(lived / (times - 1)).otherwise(SUPPOSED_GAP_DAYS)
    return pl.max_horizontal(
        pl.lit(model.silent_days), pl.min_horizontal(model.usual_gaps * gap, "patience_days")
    )
