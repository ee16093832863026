"""What was known of accounts on a day, and what their events between two days are drawn from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

import polars as pl

from graph.lifecycle.observed import observed_clock, place_of
from graph.lifecycle.traces import PLACE
from graph.tables import Tables

WEEK_DAYS = 7


class AccountState(NamedTuple):
    """What was known of accounts on a day.

    Attributes
    ----------
    end : datetime.datetime
        The last moment of the day.
    presence, traces : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE` and `TRACES` of all accounts.
    members : polars.DataFrame
        ``cluster_id account_key role``.
    roles : polars.DataFrame
        `graph.dossier.tables.ROLES`.
    interactions : polars.DataFrame
        `graph.dossier.tables.INTERACTIONS`.
    """

    end: datetime
    presence: pl.DataFrame
    traces: pl.DataFrame
    members: pl.DataFrame
    roles: pl.DataFrame
    interactions: pl.DataFrame


class Between(NamedTuple):
    """All that events between two days are drawn from, of the accounts asked for only.

    Attributes
    ----------
    before, now : AccountState
        What was known on either day.
    tables : Tables
        What is known now; ``posts seen statements taxa`` are those of the accounts asked for, and
        ``posts`` and ``seen`` have the ``place`` of each row.
    clock : polars.DataFrame
        `graph.lifecycle.observed.observed_clock` of their places by everybody's posts, as known
        now.
    known_places : polars.DataFrame
        ``place``: those that had been observed by the first of the two days.
    """

    before: AccountState
    now: AccountState
    tables: Tables
    clock: pl.DataFrame
    known_places: pl.DataFrame

    @property
    def days(self) -> tuple[date, date]:
        """Both days."""
        return self.before.end.date(), self.now.end.date()

    @property
    def weeks(self) -> float:
        """Weeks from one to the other."""
        return (self.now.end - self.before.end).total_seconds() / 86400 / WEEK_DAYS

    def seen_before(self) -> pl.DataFrame:
        """Accounts that were known before: ``account_key``."""
        return self.before.presence.select("account_key")


def lay_out(
    before: AccountState, now: AccountState, accounts: Collection[str], tables: Tables
) -> Between:
    """Gather what events are drawn from.

    Parameters
    ----------
    before, now : AccountState
        What was known on either day.
    accounts : collection of str
        Keys of the accounts asked for.
    tables : Tables
        What is known now.

    Returns
    -------
    Between
        The rows of the accounts asked for, and when places were observed, by whomever's posts.
    """
    asked = pl.DataFrame({"account_key": sorted(set(accounts))}, schema={"account_key": pl.String})
    places = before.traces.filter(pl.col("kind") == PLACE).select(place="value").unique()
    narrowed = _narrowed_tables(tables, asked)
    theirs = tables.seen.with_columns(place_of()).join(
        narrowed.seen.select("place").unique(), on="place", how="semi"
    )
    return Between(
        before=_narrowed(before, asked),
        now=_narrowed(now, asked),
        tables=narrowed,
        clock=observed_clock(theirs),
        known_places=places,
    )


def _narrowed(state: AccountState, asked: pl.DataFrame) -> AccountState:
    """Rows of the accounts asked for; interactions with anybody."""
    return state._replace(
        presence=state.presence.join(asked, on="account_key", how="semi"),
        traces=state.traces.join(asked, on="account_key", how="semi"),
        members=state.members.join(asked, on="account_key", how="semi"),
        roles=state.roles.join(asked, on="account_key", how="semi"),
    )


def _narrowed_tables(tables: Tables, asked: pl.DataFrame) -> Tables:
    """Posts, and what they say of goods, of the accounts asked for."""
    placed = {name: getattr(tables, name).with_columns(place_of()) for name in ("posts", "seen")}
    frames = placed | {"statements": tables.statements, "taxa": tables.taxa}
    return replace(
        tables,
        **{
            name: frame.join(asked, on="account_key", how="semi", maintain_order="left")
            for name, frame in frames.items()
        },
    )
